"""A list that was edited in Excel comes back through the window: recognized, reviewed, decided, written, undone."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from tests.actions.returning_office import edit, people, sent
from tests.conftest import TODAY
from tests.ui.pages.over_office import page_of, session_over
from workbench.records.credential import Credential
from workbench.records.provider import Provider
from workbench.store import history
from workbench.ui.pages.import_review import Import


@pytest.fixture
def three(office):
    return people()


@pytest.fixture
def page(three, office, qtbot, tmp_path):
    return page_of(Import, session_over(office, TODAY, tmp_path), qtbot)


@pytest.fixture
def path(three, tmp_path):
    return sent(tmp_path / "Providers.xlsx")


def rows(page):
    return {row.number: (row.result, row.happens) for row in page.return_step.listed.rows}


def choose(page, number):
    place = next(n for n, row in enumerate(page.return_step.listed.rows, 1) if row.number == number)
    page.return_step.table.go_to(place)
    return page.return_step.listed.at(place)


def press(page, text):
    button = next(b for b in page.return_step.card.findChildren(QPushButton) if b.text().replace("&", "") == text)
    button.click()


def labels(page):
    return page.return_step.told.text()


def test_an_untouched_list_goes_straight_to_the_review_and_says_so(page, path):
    page.read(path)
    assert page.tabs.current() == "review" and page.steps.currentWidget() is page.return_step
    assert labels(page) == "Nothing changed: the file says what it said when it went out on Nov 24 2026."
    assert not page.write.isEnabled() and not page.tabs.isTabEnabled(1)
    assert page.header._subtitle.text() == "Providers.xlsx · Providers · 3 rows"


def test_edits_are_shown_and_imported_as_one_step(page, path):
    edit(path, lambda e: e.set(3, "Phone", "(312) 555-0199"))
    page.read(path)
    assert rows(page)[3] == ("changed", "Phone: (312) 555-0101 ⇒ (312) 555-0199.")
    assert page.write.text() == "&Import 1 row"
    page._import()
    assert page.tabs.current() == "done" and Provider.get(Provider.last == "Okafor").phone == "(312) 555-0199"
    page.session.undo()
    assert Provider.get(Provider.last == "Okafor").phone == "(312) 555-0101"


def test_a_clash_is_decided_side_by_side(page, path):
    edit(path, lambda e: e.set(3, "Phone", "(312) 555-0199"))
    with history.step("Here"):
        Provider.update(phone="(312) 555-0155").where(Provider.last == "Okafor").execute()
    page.read(path)
    assert choose(page, 3).result == "clash" and not page.write.isEnabled()
    press(page, "Take the file's")
    assert rows(page)[3][0] == "changed" and page.write.isEnabled()
    choose(page, 3)
    press(page, "Keep ours")
    assert rows(page)[3][0] == "same" and not page.write.isEnabled()


def test_a_copied_row_is_said_to_be_new(page, path):
    def copy(e):
        e.write(5, e.values(3))
        e.set(5, "First name", "Chidi")
        e.set(5, "NPI", None)

    edit(path, copy)
    page.read(path)
    assert choose(page, 5).result == "doubtful"
    press(page, "It is a new record")
    assert rows(page)[5][0] in ("new", "doubtful")  # an ordinary import may ask about a namesake


def test_a_wrong_value_is_mended_in_place(page, path):
    edit(path, lambda e: e.set(3, "NPI", "12"))
    page.read(path)
    row = choose(page, 3)
    assert row.result == "rejected" and page.rejects.isEnabled()
    page.return_step._mend(row, {"npi": "1679576722"})
    assert rows(page)[3][0] == "changed"
    page._import()
    assert Provider.get(Provider.last == "Okafor").npi == "1679576722"


def test_f2_goes_to_the_wrong_value_here_too(page, path, qtbot):
    edit(path, lambda e: e.set(3, "NPI", "1234567890"))
    page.read(path)
    page.activateWindow()
    choose(page, 3)
    page.return_step.edit.trigger()
    assert page.window().focusWidget() in page.return_step.card._boxes.values()


def test_a_row_is_left_out_and_taken_back(page, path):
    edit(path, lambda e: e.set(3, "Section", "Renal"))
    page.read(path)
    page.return_step._skip(choose(page, 3))
    assert rows(page)[3][0] == "skipped" and not page.write.isEnabled()
    page.return_step._skip(choose(page, 3))
    assert rows(page)[3][0] == "changed"


def test_a_renewal_can_be_said_to_be_a_correction(page, three, tmp_path):
    path = sent(tmp_path / "Credentials.xlsx", "credentials")
    edit(path, lambda e: e.set(3, "Expires", date(2030, 7, 31)))
    page.read(path)
    choose(page, 3)
    press(page, "It corrects the date")
    assert rows(page)[3][1].startswith("Expires: Jul 31 2027 ⇒ Jul 31 2030.")
    choose(page, 3)
    press(page, "It is a renewal")
    page._import()
    assert Credential.select().where(Credential.past).count() == 1


def test_the_plan_follows_what_changes_here(page, path):
    edit(path, lambda e: e.set(3, "Phone", "(312) 555-0199"))
    page.read(path)
    page.session.do(lambda: _change("Okafor", phone="(312) 555-0155"))
    assert rows(page)[3][0] == "clash"


def test_rows_that_are_gone_from_the_file_are_named(page, path):
    edit(path, lambda e: e.sheet.delete_rows(3))
    page.read(path)
    assert "1 record that went out and is not in the file stays as it is: Okafor, Adaeze, MD." in labels(page)


def test_back_and_another_file_forget_the_list(page, path, tmp_path):
    page.read(path)
    page._back()
    assert page.tabs.current() == "file"
    roster = tmp_path / "roster.csv"
    roster.write_text('Name,NPI\n"Novak, Eva, MD",1679576722\n', "utf-8")
    page.read(roster)
    assert page.came is None and page.steps.currentWidget() is page.plan_step and page.tabs.isTabEnabled(1)
    page.open()
    assert page.session.waiting == ""


def _change(last, **values):
    with history.step("Here"):
        Provider.update(**values).where(Provider.last == last).execute()
