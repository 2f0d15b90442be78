"""The import page opened again: another file after Done, what an undo says there, and Tab on the review."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui import reading
from tests.ui.pages.over_office import page_of, session_over
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider
from workbench.ui.pages.import_raw import stands
from workbench.ui.pages.import_review import Import

TODAY = date(2026, 11, 24)
ROSTER = """Name,NPI,License #,Lic State,Lic Exp
"Okafor, Adaeze N., MD",1477552867,036-1,IL,7/31/2027
"Adams, Bo, MD",1234567890,036-2,IL,7/31/2027
"""


@pytest.fixture
def page(office, qtbot, tmp_path):
    return page_of(Import, session_over(office, TODAY, tmp_path), qtbot)


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, "utf-8")
    return path


@pytest.fixture
def done(page, roster):
    page.read(roster)
    page._import()
    assert page.tabs.current() == "done"
    return page


def test_opened_again_after_done_it_begins_at_the_file(done):
    done.shown()
    assert done.tabs.current() == "file" and done.prepared is None
    assert not done.tabs.isTabEnabled(3)


def test_a_plan_that_waits_is_there_when_it_is_opened_again(page, roster):
    page.read(roster)
    page.shown()
    assert page.tabs.current() == "review" and page.prepared is not None


def test_no_letter_leads_to_two_places_once_it_is_done(done):
    assert list(reading.twice_marked(done, reading.AROUND)) == []


def test_done_offers_another_file(done, qtbot):
    another = next(each for each in done.findChildren(QPushButton) if "another" in each.text().replace("&", ""))
    assert another.isVisible()
    qtbot.mouseClick(another, Qt.MouseButton.LeftButton)
    assert done.tabs.current() == "file"


def test_done_says_when_it_was_taken_back_and_brought_again(done):
    assert done.done_step.title.text() == "Imported"
    done.session.undo()
    assert done.done_step.title.text() == "Taken back"
    assert "Nothing of it is in the office" in done.done_step.said()
    done.session.redo()
    assert done.done_step.title.text() == "Imported" and "Ctrl+Z" in done.done_step.said()


def test_from_a_refused_row_the_first_tab_is_in_the_box_to_mend(page, roster, qtbot):
    page.read(roster)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    table = page.plan_step.table
    place = next(n for n, row in enumerate(page.plan_step.listed.rows, 1) if row.result == "rejected")
    table.setFocus()
    table.go_to(place)
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.plan_step.card._boxes["provider.npi"]


def test_of_one_word_it_is_asked_what_it_means(page, tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text('Name,NPI,Staff Category\n"Okafor, Adaeze, MD",1477552867,Zed\n', "utf-8")
    page.read(path)
    assert "1 word is not known to the office; say what it means in 2 Columns." in page.plan_step.told.text()


def test_the_first_rows_show_numbers_as_excel_does():
    assert (stands(1382810863.0), stands(2139.0)) == ("1382810863", "2139")


def test_a_day_that_changes_stands_in_two_lines_where_what_happens_has_too_little_room(page, roster, make):
    sort = CredentialSort.get(key="license")
    person = make(Provider, last="Okafor", first="Adaeze", middle="N", degree="MD", npi="1477552867")
    make(Credential, provider=person, sort=sort, number="036-1", state="IL", expires=date(2026, 7, 31))
    page.resize(940, 640)
    page.read(roster)
    table = page.plan_step.table
    assert table.cells.stacked == page.plan_step.whole
    narrow = table.columnWidth(3)
    page.resize(1900, 900)
    assert not table.cells.stacked and table.columnWidth(3) > narrow
    page.resize(940, 640)
    assert table.cells.stacked and table.columnWidth(3) == narrow


def test_a_row_that_is_not_left_out_by_choice_has_no_button_that_would_do_nothing(page, tmp_path):
    path = tmp_path / "people 2026-11-02.csv"
    path.write_text("Last Name,First Name\nOkafor,Adaeze\nAdams,Bo\n", "utf-8")
    page.read(path)
    [(key, box)] = page.plan_step.marks.boxes.items()
    assert page.plan_step.card.skip.isHidden() and not page.write.isEnabled()
    page._reply(next(q for q in page.prepared.plan.questions if q.key == key[1]), "in")
    assert page.write.text() == "&Import 2 rows" and not page.plan_step.card.skip.isHidden()
