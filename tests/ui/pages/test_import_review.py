"""The import as a person does it: choose, look, mend, decide, import, undo."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton

from tests.sheets.test_by_values import NAMES, NPIS
from tests.ui import reading
from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import refusing
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Department
from workbench.records.provider import Provider
from workbench.store import history
from workbench.ui.kit.boxes import DOTS
from workbench.ui.pages import import_beside
from workbench.ui.pages.import_beside import Beside
from workbench.ui.pages.import_review import Import
from workbench.ui.pages.import_room import READ
from workbench.ui.pages.import_rows import PlanList
from workbench.ui.pages.import_wrong import UNCHECKED

TODAY = date(2026, 11, 24)
ROSTER = """Name,NPI,Specialty,License #,Lic State,Lic Exp,Blood type
"Okafor, Adaeze N., MD",1477552867,Nephrology,036-1,IL,7/31/2027,AB
"Adams, Bo, MD",1234567890,Urology,036-2,IL,7/31/2027,A
"Young, Cy, DO",,Urology,036-3,IL,2/30/2027,B
"""


@pytest.fixture
def page(office, qtbot, tmp_path):
    session = session_over(office, TODAY, tmp_path)
    return page_of(Import, session, qtbot)


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, "utf-8")
    return path


def happenings(page):
    return {row.number: (row.result, row.happens) for row in page.plan_step.listed.rows}


def choose(page, number):
    place = next(n for n, row in enumerate(page.plan_step.listed.rows, 1) if row.number == number)
    page.plan_step.table.go_to(place)
    return page.plan_step.listed.at(place)


def test_it_begins_with_a_file_and_nothing_to_import(page):
    assert page.tabs.current() == "file"
    assert not page.write.isEnabled() and page.plan_step.table.count() == 0


def test_a_chosen_file_is_reviewed_before_anything_is_saved(page, roster):
    page.read(roster)
    assert page.tabs.current() == "review"
    assert happenings(page)[2] == ("new", "Add provider, 1 license")
    assert page.write.text() == "&Import 1 row"
    assert Provider.select().count() == 0


def test_a_column_that_is_not_read_is_said(page, roster):
    page.read(roster)
    step = page.plan_step
    told = "Columns that are not read (see 2 Columns): G: Blood type."
    assert told in step.told.text() and step.told.isVisible() and not step.told.is_cut()
    page._import()
    assert (
        page.done_step._unread.text() == "Columns that are not read: G: Blood type."
        and not page.done_step._unread.isHidden()
    )


def test_chips_count_and_narrow(page, roster):
    page.read(roster)
    page.plan_step.chips.choose("rejected")
    page.plan_step.table.set_view("rejected")
    assert page.plan_step.table.count() == 2


def test_a_wrong_value_is_mended_in_place(page, roster):
    page.read(roster)
    row = choose(page, 3)
    page._mend(row, {"provider.npi": "1932102084"})
    row = choose(page, 4)
    page._mend(row, {"license.expires": "2/28/2027"})
    assert {result for result, _ in happenings(page).values()} == {"new"}
    page._import()
    assert Provider.select().count() == 3
    assert Credential.get(Credential.number == "036-3").expires == date(2027, 2, 28)


def test_a_mended_value_that_is_still_wrong_stays_refused(page, roster):
    page.read(roster)
    page._mend(choose(page, 3), {"provider.npi": "123"})
    assert happenings(page)[3][0] == "rejected"


def test_a_row_comes_in_without_its_wrong_value_when_told_so(page, roster):
    page.read(roster)
    page._without(choose(page, 3))
    page._import()
    assert Provider.get(Provider.last == "Adams").npi == ""
    done = page.done_step
    [row] = [done.left_out.table.row(each).texts for each in done.left_out.table.ids()]
    assert row[0] == "3" and row[1].startswith("Adams") and row[2].startswith("NPI “1234567890”: ")
    assert "Values left out" in [label.text() for label in done.findChildren(QLabel)]


def test_a_row_can_be_left_out_and_taken_back_in(page, roster):
    page.read(roster)
    page._skip(choose(page, 2))
    assert happenings(page)[2][0] == "skipped" and not page.write.isEnabled()
    page._skip(choose(page, 2))
    assert happenings(page)[2][0] == "new"


def test_a_column_can_be_given_another_meaning(page, roster):
    page.read(roster)
    page.columns_step._corrected("roster", None, {6: "provider.section"})
    page._import()
    assert Provider.get(Provider.last == "Okafor").section == "AB"


def test_the_import_is_one_undo_named_after_the_file(page, roster):
    page.read(roster)
    page._import()
    assert page.tabs.current() == "done"
    assert page.session.undo_name == "Import of 1 provider from roster.csv"
    page.session.undo()
    assert Provider.select().count() == 0


def test_somebody_perhaps_known_is_asked_about(page, roster, make):
    make(Provider, last="Okafor", first="Adaeze", middle="N", degree="MD")
    page.read(roster)
    row = choose(page, 2)
    assert row.result == "doubtful"
    page._rule(row, row.candidates[0].key)
    assert happenings(page)[2][0] == "changed"
    page._import()
    assert Provider.get().npi == "1477552867"


def test_kept_apart_they_are_two(page, roster, make):
    make(Provider, last="Okafor", first="Adaeze", middle="N", degree="MD")
    page.read(roster)
    page._rule(choose(page, 2), "new")
    page._import()
    assert Provider.select().where(Provider.last == "Okafor").count() == 2


def test_a_file_that_cannot_be_read_is_said_and_the_page_stays(page, tmp_path):
    (tmp_path / "empty.xlsx").write_bytes(b"")
    page.read(tmp_path / "empty.xlsx")
    assert page.tabs.current() == "file"
    assert len(page.session.messages.errors) == 1 and "0 bytes" in page.session.messages.errors[0]


def test_refused_rows_are_saved_and_come_back(page, roster, tmp_path):
    page.read(roster)
    assert refusing.save(page.prepared.plan, tmp_path / "refused.xlsx") == 2
    page.read(tmp_path / "refused.xlsx")
    assert len(page.plan_step.listed.rows) == 2


def test_the_card_speaks_its_problem(page, roster):
    page.read(roster)
    choose(page, 3)
    box = page.plan_step.card._boxes["provider.npi"]
    assert box.text() == "1234567890" and "check digit" in box.accessibleDescription()
    assert box.accessibleName() == "B: NPI"


def test_kept_apart_with_somebodys_npi_it_is_refused_until_mended_or_merged_after_all(page, roster, make):
    make(Provider, last="Smith", first="John", npi="1477552867")
    page.read(roster)
    assert happenings(page)[2][0] == "doubtful"
    page._rule(choose(page, 2), "new")
    assert happenings(page)[2] == ("rejected", "NPI 1477552867 is that of Smith, John.")
    row = choose(page, 2)
    assert page.plan_step.card._boxes["provider.npi"].text() == "1477552867"
    assert [each.name for each in row.candidates] == ["Smith, John"]
    page._without(row)
    assert happenings(page)[2][0] == "new"
    page._rule(choose(page, 2), row.candidates[0].key)
    assert happenings(page)[2][0] == "changed"


def test_private_columns_that_are_not_read_are_said(page, tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text('Name,NPI,SSN/TIN,B-Day\n"Okafor, Adaeze, MD",1477552867,123-45-6789,1/2/1970\n', "utf-8")
    page.read(path)
    said = page.plan_step.told.text()
    assert "Column C: SSN/TIN (social security numbers) is left out" in said
    assert "Column D: B-Day (birth dates) is left out" in said


@pytest.fixture
def reviewing(page, roster, qtbot):
    """The roster under review, in a window that has the keyboard."""
    page.read(roster)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    choose(page, 3)
    return page


def focused():
    return QApplication.focusWidget()


def boxes(page):
    return page.plan_step.card._boxes


def test_f2_begins_to_mend_the_row_as_in_every_list(reviewing, qtbot):
    table = reviewing.plan_step.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert focused() in boxes(reviewing).values()
    fine = next(n for n, row in enumerate(reviewing.plan_step.listed.rows, 1) if row.result == "new")
    table.go_to(fine)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert table.hasFocus() and reviewing.session.messages.toasts[-1].startswith("Nothing of this row wants mending")


def test_a_mend_that_is_still_wrong_stays_as_typed_with_the_keyboard_in_its_box(reviewing, qtbot):
    reviewing.plan_step.card.focus_first()
    qtbot.keyClicks(focused(), "123")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert happenings(reviewing)[3][0] == "rejected"
    assert boxes(reviewing)["provider.npi"].text() == "123"
    assert focused() is boxes(reviewing)["provider.npi"] and "3 digits" in focused().accessibleDescription()


def test_a_mend_that_is_right_goes_to_the_next_row_with_a_problem_and_then_to_the_table(reviewing, qtbot):
    reviewing.plan_step.card.focus_first()
    qtbot.keyClicks(focused(), "1932102084")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is boxes(reviewing)["license.expires"] and focused().selectedText() == "2/30/2027"
    qtbot.keyClicks(focused(), "2/28/2027")
    mend = next(each for each in reviewing.plan_step.card.findChildren(QPushButton) if each.text() == "M&end")
    qtbot.mouseClick(mend, Qt.MouseButton.LeftButton)
    assert {result for result, _ in happenings(reviewing).values()} == {"new"}
    assert focused() is reviewing.plan_step.table


def test_what_was_typed_is_taken_when_another_row_is_chosen(reviewing, qtbot):
    reviewing.plan_step.card.focus_first()
    qtbot.keyClicks(focused(), "1932102084")
    choose(reviewing, 4)
    qtbot.waitUntil(lambda: happenings(reviewing)[3][0] == "new")
    assert reviewing.plan_step.listed.at(reviewing.plan_step.table.current()).number == 4, "the choice stays"


def test_what_was_typed_is_imported_without_mend(reviewing, qtbot):
    """Both boxes by Tab alone, then Import: nothing that was typed is dropped."""
    reviewing.plan_step.card.focus_first()
    qtbot.keyClicks(focused(), "1932102084")
    reviewing.write.trigger()
    assert reviewing.tabs.current() == "done"
    assert Provider.select().where(Provider.npi == "1932102084").count() == 1


def test_what_was_typed_and_is_still_wrong_is_said_before_anything_is_imported(reviewing, qtbot):
    before = Provider.select().count()
    reviewing.plan_step.card.focus_first()
    qtbot.keyClicks(focused(), "123")
    reviewing.write.trigger()
    assert reviewing.tabs.current() == "review" and Provider.select().count() == before
    assert reviewing.session.messages.told[-1].startswith("What you typed was taken, and is not right yet.")
    assert boxes(reviewing)["provider.npi"].text() == "123"
    reviewing.write.trigger()
    assert reviewing.tabs.current() == "done", "asked once"


def test_what_is_wrong_with_a_text_is_not_said_of_another(reviewing, qtbot):
    card = reviewing.plan_step.card
    card.focus_first()
    said = lambda: [each.text() for each in card.findChildren(QLabel)]  # noqa: E731
    assert any("check digit" in each or "digits" in each for each in said())
    qtbot.keyClicks(focused(), "1932102084")
    assert not any("check digit" in each or "digits" in each for each in said()) and UNCHECKED in said()


def test_after_an_import_return_goes_to_the_people_and_ctrl_i_to_the_next_file(reviewing, qtbot):
    reviewing.write.trigger()
    assert reviewing.tabs.current() == "done" and focused() is reviewing.done_step.first
    assert reviewing.another.isEnabled() and reviewing.another.shortcut().toString() == "Ctrl+I"
    reviewing.another.trigger()
    assert reviewing.tabs.current() == "file"


def test_mend_is_seen_without_scrolling(reviewing):
    card = reviewing.plan_step.card
    assert card.mend.isVisible() and not card._scroll.isAncestorOf(card.mend)


def test_a_result_shows_its_first_row(reviewing):
    step = reviewing.plan_step
    step.table.clearSelection()
    step.chips._chips[[chip.key for chip in step.chips._chips].index("rejected")].click()
    assert step.table.current() == step.table.ids()[0]


def test_what_was_typed_and_not_sent_survives_another_row(reviewing, qtbot):
    reviewing.plan_step.card.focus_first()
    qtbot.keyClicks(focused(), "19321")
    choose(reviewing, 4)
    choose(reviewing, 3)
    assert boxes(reviewing)["provider.npi"].text() == "19321"
    reviewing.plan_step.show_plan(reviewing.prepared.plan)
    assert boxes(reviewing)["provider.npi"].text() == "19321"
    reviewing.discard.trigger()
    assert reviewing.plan_step.card.drafts == {}, "another plan, other rows"


def test_a_decision_by_mouse_leaves_the_keyboard_in_the_list(reviewing, qtbot):
    choose(reviewing, 2)
    qtbot.mouseClick(reviewing.plan_step.card.skip, Qt.MouseButton.LeftButton)
    assert happenings(reviewing)[2][0] == "skipped" and focused() is reviewing.plan_step.table
    assert reviewing.plan_step.table.current() == 1


def test_search_and_order_of_the_plan_outlive_a_decision(reviewing):
    table = reviewing.plan_step.table
    table.sort_by("provider", True)
    reviewing.plan_step.search_box.setText("MD")
    table.search("MD")
    reviewing._skip(choose(reviewing, 2))
    assert table.order == (("provider", True),) and table.count() == 2


BORN = """Name,NPI,Date of Birth
"Okafor, Adaeze, MD",1477552867,1/2/1970
"Adams, Bo, MD",1932102084,13/45/1971
"""


@pytest.fixture
def born(sealed_office, qtbot, tmp_path):
    """A roster with birth dates, in an office that may have them."""
    path = tmp_path / "born.csv"
    path.write_text(BORN, "utf-8")
    page = page_of(Import, session_over(sealed_office, TODAY, tmp_path), qtbot)
    page.read(path)
    return page


def seen(part):
    """Every word that can be read on a part."""
    return " ".join(each.text() for each in part.findChildren(QLabel))


def test_a_birth_date_is_dots_until_it_is_asked_for(born, qtbot):
    choose(born, 2)
    assert "1970" not in seen(born) and DOTS in seen(born.plan_step.card)
    grid = born.plan_step.card.findChild(Beside)
    grid.show_button.click()
    assert "Jan 2 1970" in seen(born.plan_step.card)
    grid.show_button.click()
    assert "1970" not in seen(born)
    choose(born, 3)
    assert "1971" not in seen(born) and "1971" not in happenings(born)[3][1]
    box = boxes(born)["provider.birth_date"]
    assert box.text() == "13/45/1971" and box.echoMode() == QLineEdit.EchoMode.Password


def test_somebody_known_stands_beside_the_row_and_what_differs_is_marked(page, roster, make):
    department = make(Department, name="Nephrology")
    make(Provider, last="Okafor", first="Adaeze", middle="N", degree="DO", department=department)
    page.read(roster)
    row = choose(page, 2)
    (candidate,) = row.candidates
    lines = {line.field: line for line in import_beside.lines_of(row, candidate, page.prepared.plan)}
    assert lines["Last name"][1:4] == ("Okafor", "Okafor", False)
    assert lines["Degree"][1:4] == ("DO", "MD", True)
    assert lines["NPI"][1:4] == ("", "1477552867", False), "what one of them does not say does not differ"
    assert lines["Department"].ours == "Nephrology" and lines["License"].theirs == "036-1 IL"
    card = page.plan_step.card
    marks = [each.accessibleName() for each in card.findChildren(QLabel) if each.text() == "≠"]
    assert marks == ["Degree differs"]


def test_whom_a_row_is_merged_with_is_said_beyond_doubt(page, roster, make):
    for department in ("Ward surgery", "Ward medicine"):
        make(Provider, last="Okafor", first="Adaeze", degree="MD", department=make(Department, name=department))
    page.read(roster)
    choose(page, 2)
    card = page.plan_step.card
    said = [each.text() for each in card.findChildren(QPushButton) if "Merge" in each.text()]
    assert len(set(said)) == 2 and all("Okafor, Adaeze, MD" in each for each in said)
    assert "Ward surgery" in "".join(said) and "Ward medicine" in "".join(said)


LONG = '"Zed, Ann, MD",1234567890,Urology,036-9,IL,2/30/2027,B\n'


def test_what_happens_is_read_in_full_in_its_row(page, tmp_path, qtbot):
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER + LONG, "utf-8")
    page.resize(1114, 640)
    page.read(path)
    table = page.plan_step.table
    row = [each.number for each in page.plan_step.listed.rows].index(5)
    text, width = table.model_.row_at(row).texts[3], table.columnWidth(3)
    assert table.fontMetrics().horizontalAdvance(text) > width, "the test is about a long one"
    qtbot.waitUntil(
        lambda: table.rowHeight(row) >= table.cells.height_of_row(table.model_.row_at(row), table.columnWidth, 6)
    )
    assert table.rowHeight(row) > table.rowHeight(0) == table.cells.height
    assert width >= READ, "the NPI comes beside it only where there is room"


def test_leaving_a_row_out_is_in_sight_however_much_the_row_says(page, roster, qtbot):
    page.resize(1114, 560)
    page.read(roster)
    choose(page, 2)
    skip = page.plan_step.card.skip
    assert skip.isVisible() and not skip.visibleRegion().isEmpty()
    assert skip.visibleRegion().boundingRect().size() == skip.size()
    assert page.rect().contains(skip.mapTo(page, skip.rect().bottomRight()))


WORDS = """Name,NPI,Specialty,License #,Lic State,Lic Exp,Department
"Okafor, Adaeze N., MD",1477552867,Nephrology,036-1,IL,7/31/2027,Emerg Med
"Adams, Bo, MD",1932102084,Urology,036-2,IL,7/31/2027,EMERG MED
"Young, Cy, DO",,Urology,036-3,IL,2/28/2027,Surgery
"""


def test_what_a_word_means_is_said_once_in_the_columns_step_and_kept(page, tmp_path, qtbot):
    path = tmp_path / "Agape roster.csv"
    path.write_text(WORDS, "utf-8")
    page.read(path)
    assert "not known" not in page.plan_step.told.text()  # it is asked on the page itself
    page.go("columns")
    page.columns_step.parts.choose("words")
    page.columns_step._show_parts()
    values = page.columns_step.values
    box = values.boxes["provider.department", "Emerg Med"]
    assert not values.isHidden() and box.inner.accessibleName() == "Department “Emerg Med” means"
    box.combo.setFocus()
    place = box.combo.findText("Emergency Medicine (likely)")
    box.combo.setCurrentIndex(place)
    box.combo.activated.emit(place)
    assert page.prepared.plan.new_list_entries == []
    again = values.boxes["provider.department", "Emerg Med"]
    assert again.value() == "Emergency Medicine" and QApplication.focusWidget() is again.combo
    page._import()
    assert Provider.get(last="Adams").department.name == "Emergency Medicine"
    page.read(path)
    assert page.anew.isVisible() or page.prepared.recalled.layouts
    page.go("file")
    assert "Remembered" in [each.text() for each in page.file_step.findChildren(QLabel)]
    page.anew.trigger()
    assert [each.chosen for each in page.prepared.plan.unsettled] == [None]


def test_taking_a_meaning_back_lets_the_word_wait_again(page, tmp_path):
    path = tmp_path / "Agape roster.csv"
    path.write_text(WORDS, "utf-8")
    page.read(path)
    word = page.prepared.plan.unsettled[0]
    page._settle(word, "")
    assert "provider.department" not in page.prepared.plan.rows[0].values
    page._settle(page.prepared.plan.unsettled[0], "Emerg Med")
    assert page.prepared.plan.new_list_entries == [("Department", "Emerg Med")]
    page._settle(page.prepared.plan.unsettled[0], None)
    assert page.prepared.plan.new_list_entries == [] and "provider.department" not in page.prepared.plan.rows[0].values


def test_the_review_asks_of_a_word_close_to_one_of_the_list_with_the_likely_one(page, tmp_path):
    path = tmp_path / "Agape roster.csv"
    path.write_text(WORDS, "utf-8")
    page.read(path)
    (question,) = [each for each in page.prepared.plan.questions if each.options and not each.takes_day]
    box = page.plan_step.marks.boxes[question.sheet, question.key]
    assert "is it “Emergency Medicine”?" in question.about and question.rows == 2
    page._reply(question, "emergency medicine")
    assert page.prepared.plan.rows[0].values["provider.department"] == "Emergency Medicine"
    box = page.plan_step.marks.boxes[question.sheet, question.key]
    assert box.value() == "emergency medicine"
    page._reply(question, "as written")
    assert page.prepared.plan.new_list_entries == [("Department", "Emerg Med")]


def test_a_value_of_ours_that_stays_can_give_way_to_the_files(page, tmp_path, qtbot):
    first = tmp_path / "a.csv"
    first.write_text(WORDS, "utf-8")
    page.read(first)
    page._import()
    later = tmp_path / "b.csv"
    later.write_text(WORDS.replace("036-1,IL,7/31/2027", "036-1,IL,6/30/2027"), "utf-8")
    page.read(later)
    page.plan_step.chips.choose("kept")
    page.plan_step.table.set_view("kept")
    assert page.plan_step.table.count() == 1
    choose(page, 2)
    take = next(
        each for each in page.plan_step.card.findChildren(QPushButton) if each.text().startswith("Take the file")
    )
    assert take.text() == "Take the file's: Jun 30 2027"
    take.click()
    assert happenings(page)[2] == ("changed", "Update 1 license")
    page._import()
    assert Credential.get(number="036-1").expires == date(2027, 6, 30)


def test_whom_the_file_does_not_name_is_shown_and_nothing_happens_to_them(page, tmp_path):
    first = tmp_path / "a.csv"
    first.write_text(WORDS.replace("Emerg Med", "Surgery").replace("EMERG MED", "Surgery"), "utf-8")
    page.read(first)
    page._import()
    fewer = tmp_path / "b.csv"
    fewer.write_text("".join(first.read_text("utf-8").splitlines(keepends=True)[:3]), "utf-8")
    page.read(fewer)
    page.plan_step.chips.choose("absent")
    page.plan_step.table.set_view("absent")
    assert page.plan_step.table.count() == 1
    absent = page.plan_step.listed.at(3)
    assert (absent.result, absent.provider) == ("absent", "Young, Cy, DO")
    page.plan_step.table.go_to(3)
    assert page.plan_step.card.title.text() == "Not in the file · Young, Cy, DO"
    assert not page.plan_step.card.skip.isVisibleTo(page.plan_step.card)


def test_the_button_counts_only_what_will_be_written(page, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(WORDS, "utf-8")
    page.read(path)
    assert page.write.text() == "&Import 3 rows"
    page._import()
    page.read(path)
    assert page.write.text() == "Nothing to &import" and not page.write.isEnabled()


def test_a_decision_about_a_row_can_be_taken_back(page, roster):
    page.read(roster)
    row = choose(page, 3)
    page._without(row)
    row = choose(page, 3)
    assert happenings(page)[3] == ("new", "Add provider, 1 license; without NPI")
    assert page.plan_step.table.row(2).tones[5] == ""
    again = next(each for each in page.plan_step.card.findChildren(QPushButton) if each.text() == "&Ask me again")
    again.click()
    assert happenings(page)[3][0] == "rejected"


def test_a_search_that_hides_the_chosen_row_clears_the_card(page, roster):
    page.read(roster)
    choose(page, 3)
    page.plan_step.table.search("okafor")
    assert page.plan_step.table.count() == 1
    assert "Adams" not in page.plan_step.card.title.text()


UNKNOWN = """Riverbend Medical Center,,
Wer,Nummer,Geboren
"Okafor, Adaeze N., MD",1477552867,1/2/1970
"Adams, Bo, MD",1245319599,3/4/1981
"""


def test_where_no_heading_is_known_the_person_points_at_their_row_and_says_what_they_mean(page, tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(UNKNOWN, "utf-8")
    page.read(path)
    rows = page.heading_row
    assert page.tabs.current() == "file" and not rows.isHidden() and page.session.messages.errors == []
    assert [row.texts for row in rows.listed.rows] == [
        ("1", "Riverbend Medical Center"),
        ("2", "Wer · Nummer · Geboren"),
        ("3", "Okafor, Adaeze N., MD · 1477552867 · •/•/••••"),
        ("4", "Adams, Bo, MD · 1245319599 · •/•/••••"),
    ]
    rows.table.go_to(2)
    rows.take.trigger()
    assert page.tabs.current() == "columns" and rows.isHidden()
    assert page.prepared.readings[0].heading_row == 2
    page._correct("roster", None, {0: "provider.full_name", 1: "provider.npi"})
    page.go("review")
    assert [row.result for row in page.plan_step.listed.rows] == ["new", "new"]
    assert page.write.text() == "&Import 2 rows"


BARE = """Okafor,Adaeze,036-112233,Nephrology
Adams,Bo,036-112244,Urology
"""


def test_where_no_row_holds_headings_the_columns_are_named_by_hand(page, tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(BARE, "utf-8")
    page.read(path)
    assert page.heading_row.listed.rows[0].texts == ("1", "Okafor · Adaeze · 036-112233 · Nephrology")
    page.heading_row.none.trigger()
    assert page.tabs.current() == "columns" and page.heading_row.isHidden()
    assert [page.prepared.readings[0].label(at) for at in range(4)] == ["A", "B", "C", "D"]
    named = ("provider.last", "provider.first", "license.number", "provider.specialty")
    page._correct("roster", None, dict(enumerate(named)))
    assert page.columns_step._row.text() == "none"
    page.go("review")
    assert [row.result for row in page.plan_step.listed.rows] == ["new", "new"]
    page.write.trigger()
    assert [(each.last, each.first) for each in Provider.select().order_by(Provider.last)][-2:] == [
        ("Adams", "Bo"),
        ("Okafor", "Adaeze"),
    ]
    page.read(path)  # what was said of rows without headings is said of no others
    assert page.tabs.current() == "file" and not page.heading_row.isHidden()


def test_where_the_values_alone_say_what_they_are_the_first_row_stays_one_when_a_column_is_named(page, tmp_path):
    path = tmp_path / "roster.csv"
    people = zip(NAMES[:6], NPIS, strict=False)
    path.write_text("".join(f'"{name}",{npi},x\n' for name, npi in people), "utf-8")
    page.read(path)
    assert page.header._subtitle.text().count("no headings") == 1
    page.go("columns")
    page._correct("roster", None, {2: None})
    assert len(page.prepared.readings[0].rows) == 6


def test_another_file_after_one_without_headings_is_read_as_any(page, roster, tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text(UNKNOWN, "utf-8")
    page.read(path)
    page.read(roster)
    assert page.tabs.current() == "review" and page.heading_row.isHidden()


def test_the_keyboard_stays_at_the_column_whose_meaning_was_chosen(page, roster, qtbot):
    page.read(roster)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.go("columns")
    box = page.columns_step.boxes[6]
    box.combo.setFocus()
    place = box.combo.findData("provider.section")
    box.combo.setCurrentIndex(place)
    box.combo.activated.emit(place)
    again = page.columns_step.boxes[6]
    assert again.value() == "provider.section" and focused() is again.combo


def test_whatever_changes_in_the_office_the_plan_can_still_be_imported(page, roster):
    page.read(roster)
    page.session.do(lambda: _rename_a_department())
    page._import()
    assert page.session.messages.errors == [] and page.tabs.current() == "done"


def _rename_a_department():
    with history.step("Rename a department"):
        Department.update(name="Renal care").where(Department.id == 1).execute()


def test_of_somebody_new_the_card_names_them_first_and_shows_no_column_of_dashes(page, roster):
    page.read(roster)
    choose(page, 2)
    beside = page.plan_step.card.findChild(Beside)
    texts = [each.text() for each in beside.findChildren(QLabel)]
    assert texts[:6] == ["Field", "Roster", "Last name", "Okafor", "First name", "Adaeze"] and "—" not in texts


def test_a_change_says_the_columns_that_it_was_read_from(page, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(WORDS, "utf-8")
    page.read(path)
    page._import()
    path.write_text(WORDS.replace("036-1,IL,7/31/2027", "036-1,IL,7/31/2029"), "utf-8")
    page.read(path)
    choose(page, 2)
    assert "Read from column F “Lic Exp”." in [each.text() for each in page.plan_step.card.findChildren(QLabel)]


def test_a_low_window_keeps_its_rows_and_a_wide_one_shows_npi_and_specialty(page, roster):
    page.resize(1660, 900)
    page.read(roster)
    table = page.plan_step.table
    assert not table.isColumnHidden(5) and not table.isColumnHidden(6)
    page.resize(840, 430)
    assert table.isColumnHidden(6) and page.plan_step._safe.isHidden()


def test_npi_and_specialty_are_seen_on_a_small_screen_where_most_rows_add_the_same(page, tmp_path):
    rows = [f'"Marsh{chr(97 + n)}, Bo, MD",,Urology,036-1{n},IL,7/31/2027,1/31/2028' for n in range(20)]
    path = tmp_path / "roster.csv"
    path.write_text("\n".join(["Name,NPI,Specialty,License #,State,Lic Exp,ACLS Exp", *rows]), "utf-8")
    page.resize(1114, 640)
    page.read(path)
    table, places = page.plan_step.table, range(len(PlanList.columns))
    page.show()
    for wide in (1114, 1250):  # letters of the test are wider than those of a picture
        page.resize(wide, 640)
        QApplication.processEvents()
        hidden = [PlanList.columns[n].key for n in places if table.isColumnHidden(n)]
        assert hidden in ([], ["specialty"] if wide == 1114 else [])
    assert {row.texts[3] for row in map(table.row, table.ids())} == {"Add 2 records"}
    assert choose(page, 2).happens == "Add provider, 1 license, 1 life support card", "the card says all of it"


def test_the_word_of_a_result_is_read_in_full_also_where_it_comes_after_many_others(page, tmp_path, make):
    make(Provider, last="Zed", first="Ann", degree="MD")
    rows = [f'"Marsh{chr(97 + n // 26)}{chr(97 + n % 26)}, Bo, MD",,Urology,036-1{n},IL,7/31/2027,A' for n in range(70)]
    path = tmp_path / "roster.csv"
    path.write_text(
        "\n".join([ROSTER.partition("\n")[0], *rows, '"Zed, Ann, MD",,Urology,036-9,IL,7/31/2027,B']), "utf-8"
    )
    page.resize(1114, 640)
    page.read(path)
    table = page.plan_step.table
    word = page.plan_step.listed.page([71], TODAY)[0].texts[1]
    assert word == "same person?" and table.columnWidth(1) >= table.cells.longest_width(table.model_.columns[1], False)


NAMELESS = """Last Name,First Name,NPI,License #,Lic State,Lic Exp,Pager
SURGERY
,Ann,1382810863,036-1,IL,7/31/2027,(312) 555-0101
Poe,Tim,1932102084,036-2,IL,7/31/2027,
Last Name,First Name,NPI,License #,Lic State,Lic Exp,Pager
Total: 2
"""


@pytest.fixture
def nameless(page, tmp_path, make):
    make(Provider, last="Ngo", first="Ann", npi="1382810863", provider_type="Physician")
    path = tmp_path / "roster.csv"
    path.write_text(NAMELESS, "utf-8")
    page.read(path)
    return page


def buttons(page):
    return {
        each.text().replace("&", ""): each
        for each in page.plan_step.card.findChildren(QPushButton)
        if not each.isHidden()
    }


def test_whose_row_without_a_name_it_is_probably_is_said_and_one_press_merges_it(nameless):
    row = choose(nameless, 3)
    assert row.happens == "Last name: There is no last name in this row. Probably Ngo, Ann, by NPI 1382810863."
    assert "Not in the file" not in " ".join(
        str(chip.text()) for chip in nameless.plan_step.chips.findChildren(QPushButton)
    )
    assert "Mend" in buttons(nameless)
    assert list(reading.twice_marked(nameless, reading.AROUND)) == []
    assert not {"Keep apart", "Bring in without this value"} & buttons(nameless).keys(), "they would do nothing"
    next(each for text, each in buttons(nameless).items() if text.startswith("Merge with Ngo, Ann")).click()
    assert happenings(nameless)[3] == ("changed", "Add 1 phone, 1 department, 1 license; without Last name")
    assert "Ask me again" in buttons(nameless)


def test_section_lines_headings_again_and_totals_are_told_where_else_is_told_of_the_sheet(nameless):
    told = "1 section line carries the department; 1 page heading and 1 total are skipped."
    assert told in nameless.plan_step.told.text()
    nameless.tabs.choose("columns")
    assert told in nameless.columns_step._notes.text()


def test_refused_rows_are_saved_as_they_were_mended(page, roster, tmp_path):
    page.read(roster)
    page._mend(choose(page, 3), {"provider.npi": "12345"})
    refusing.save(page.prepared.plan, tmp_path / "Refused.xlsx")
    refused = openpyxl.load_workbook(tmp_path / "Refused.xlsx").active
    assert refused["B2"].value == "12345" and refused["H2"].value == choose(page, 3).happens


def test_a_day_that_fits_two_licenses_is_asked_beside_its_row_and_given_to_the_chosen_one(page, tmp_path, make):
    person = make(Provider, last="Okafor", first="Adaeze", npi="1382810863")
    for number, state, day in (("036-1", "IL", date(2027, 7, 31)), ("44-20", "WI", date(2027, 10, 31))):
        make(
            Credential, provider=person, sort=CredentialSort.get(key="license"), number=number, state=state, expires=day
        )
    path = tmp_path / "Agape roster.csv"
    path.write_text('Name,NPI,Lic Exp,Office Phone\n"Okafor, Adaeze",1382810863,10/31/2030,312-555-0101\n', "utf-8")
    page.read(path)
    step = page.plan_step
    assert [chip.text() for chip in step.chips.findChildren(QAbstractButton) if "Which one?" in chip.text()]
    step.table.set_view("asks")
    assert list(step.table.ids()) == [1] and page.write.isEnabled()
    step.table.go_to(1)
    assert step.card.focus_first()
    page._reply_of_row(page.prepared.plan.rows[0], page.prepared.plan.rows[0].open_asks[0], "44-20 wi")
    assert not page.prepared.plan.rows[0].open_asks
    page._import()
    current = {each.number: each.expires for each in Credential.select().where(~Credential.past)}
    assert current == {"036-1": date(2027, 7, 31), "44-20": date(2030, 10, 31)}


def test_what_differs_is_no_same_to_the_eye_and_one_choice_takes_the_files(page, tmp_path):
    first = tmp_path / "a.csv"
    first.write_text(WORDS, "utf-8")
    page.read(first)
    page._import()
    later = tmp_path / "b.csv"
    later.write_text(WORDS.replace("7/31/2027", "6/30/2027"), "utf-8")
    page.read(later)
    plan = page.plan_step
    counts, _ = plan._counts(page.prepared.plan)
    assert {plan.listed.page([n], TODAY)[0].texts[1] for n in plan.listed.kept} == {"ours kept"}
    assert (counts["same"], counts["kept"], len(plan.listed.rows)) == (1, 2, 3)
    (question,) = [each for each in page.prepared.plan.questions if each.key.startswith("differs")]
    box = plan.marks.boxes["", question.key]
    assert box.combo.accessibleName() == "License expires: the file differs from ours"
    page._reply(question, "file")
    assert sorted(row.result for row in plan.listed.rows) == ["changed", "changed", "same"]
    page._import()
    assert date(2027, 7, 31) not in {each.expires for each in Credential.select()}


def test_from_a_roster_that_came_in_one_goes_to_what_expires(page, roster):
    page.read(roster)
    page._import()
    page.expiring.trigger()
    assert page.shell.went[-1] == ("credentials", {"view": "expiring"})
    assert any(each.text() == "Show what e&xpires" for each in page.done_step.findChildren(QPushButton))
