"""Few questions of a file stand above its rows; many have a card of their own, that comes first and leads on to the rows."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.benchmarks.import_bench import npi
from tests.ui.pages.over_office import page_of, session_over
from workbench.records.provider import Provider
from workbench.ui.pages.import_asked import ASKED
from workbench.ui.pages.import_notes import NotesSheet
from workbench.ui.pages.import_review import Import

TODAY = date(2026, 11, 24)
LAST = [
    *("Adams", "Brookfield", "Castellanos", "Drummond", "Eisenberg", "Fox", "Guttmann", "Hargrove"),
    *("Ito", "Jarvis", "Kowalczyk", "Lund", "Mbeki", "Nakamura", "Osei", "Petrosyan"),
]
UNREAD = [f"What nobody reads {n}" for n in range(9)]
COLORS = ("FFFF00", "F4B084", "92D050", "00B0F0", "FFC000", "D9D9D9", "FF99CC", "B4C6E7")


@pytest.fixture
def page(office, qtbot, tmp_path):
    return page_of(Import, session_over(office, TODAY, tmp_path), qtbot)


@pytest.fixture
def asking(page, tmp_path):
    """A roster that asks of eight colors and of what is struck through, under review at the size of a small laptop."""
    book = openpyxl.Workbook()
    book.active.append(["Last Name", "First Name", "NPI", "Shoe size", *UNREAD])
    for n in range(2 * len(COLORS)):
        book.active.append([LAST[n], "Ann", npi(n), "9"])
        for cell in book.active[n + 2]:
            cell.fill = PatternFill("solid", fgColor=COLORS[n // 2])
    book.active.append(["Zoe", "Flo", None, "9"])
    book.active["A18"].font = book.active["B18"].font = Font(strike=True)
    book.save(tmp_path / "r 2026-11-02.xlsx")
    page.resize(1114, 480)
    page.read(tmp_path / "r 2026-11-02.xlsx")
    settle()
    return page


def settle():
    for _ in range(3):
        QApplication.processEvents()


def words_of(page):
    return [each for each in page.plan_step.marks.findChildren(QLabel) if each.isVisible()]


def answer(page, key, value):
    box = page.plan_step.marks.boxes[key]
    box.combo.setCurrentIndex(box.combo.findData(value))
    box.combo.activated.emit(box.combo.currentIndex())


def test_many_questions_come_first_and_lead_on_to_the_rows(asking, qtbot):
    step = asking.plan_step
    assert step.chips.current() == ASKED and step.marks.isVisible() and not step.table.isVisible()
    assert step.marks.open == len(step.marks.boxes) > 5
    assert dict((key, count) for key, _, count, _ in step.chips.choices())[ASKED] == step.marks.open
    qtbot.mouseClick(step.asked.go_on, Qt.MouseButton.LeftButton)
    assert step.chips.current() == "" and step.table.isVisible() and not step.marks.isVisible()
    assert step.table.count() == len(asking.prepared.plan.rows)


def test_an_answer_is_counted_and_the_others_stay(asking):
    step = asking.plan_step
    first, *_ = step.marks.boxes
    before = step.marks.open
    answer(asking, first, "leave out")
    assert step.marks.open == before - 1 and step.chips.current() == ASKED and step.marks.isVisible()
    assert step.marks.boxes[first].value() == "leave out"


def test_no_question_is_cut_through_its_words(asking):
    marks = asking.plan_step.marks
    bottom = marks.viewport().height()
    tops = [(each.mapTo(marks.viewport(), each.rect().topLeft()).y(), each.height()) for each in words_of(asking)]
    assert any(top >= bottom for top, _ in tops), "the test is about more than there is room for"
    assert [top for top, high in tops if top < bottom < top + high] == []


def test_the_rows_of_a_color_are_shown_from_there(asking):
    step = asking.plan_step
    step._show_marked(asking.prepared.plan.marks[1].mark)
    assert step.table.isVisible() and step.table.count() == 2 and step.chips.current() == ""


def test_few_questions_stand_above_the_rows(page, tmp_path):
    (tmp_path / "r.csv").write_text("Last Name,First Name,NPI\nNgo,Ann,1234567893\n", "utf-8")
    page.read(tmp_path / "r.csv")
    step = page.plan_step
    assert step.marks.isVisible() and step.table.isVisible()
    assert ASKED not in [key for key, *_ in step.chips.choices()]


def test_a_low_window_keeps_most_of_its_room_for_the_rows(asking):
    step = asking.plan_step
    step.asked.go_on.click()
    asking.resize(811, 372)
    settle()
    assert step.table.height() * 2 > step.height() and step.table.horizontalScrollBar().maximum() == 0
    assert not step.search_box.isHidden() and "Same" not in [title for _, title, *_ in step.chips.choices()]


def test_what_has_no_room_above_the_rows_is_told_with_the_notes(asking):
    asking.resize(620, 372)
    settle()
    step = asking.plan_step
    assert step.told.is_cut() and step.notes.isVisible()
    step.notes.click()
    sheet = asking.window().findChild(NotesSheet)
    assert sheet.table.count() >= len(step.told.said)
    sheet.accept()


def test_with_the_answers_remembered_the_rows_come_first(asking, tmp_path):
    for key, box in list(asking.plan_step.marks.boxes.items()):
        answer(asking, key, box.value())  # the careful one, as it shows
    assert asking.plan_step.marks.open == 0
    asking._import()
    assert Provider.select().count() == 16
    asking.open(tmp_path / "r 2026-11-02.xlsx")
    assert asking.plan_step.marks.open == 0 and asking.plan_step.chips.current() == ""


WORDS = """Name,NPI,Specialty,License #,Lic State,Lic Exp,Department
"Okafor, Adaeze N., MD",1477552867,Nephrology,036-1,IL,7/31/2027,Emerg Med
"Adams, Bo, MD",1932102084,Urology,036-2,IL,2/30/2027,Surgery
"Young, Cy, DO",12345,Urology,036-3,IL,2/28/2027,Surgery
"Novak, Eva, MD",99999,Urology,036-4,IL,2/28/2027,Surgery
"""


def test_questions_stay_where_they_were_while_they_are_answered(page, tmp_path):
    (tmp_path / "r.csv").write_text(WORDS, "utf-8")
    page.read(tmp_path / "r.csv")
    strip, plan = page.plan_step.marks, page.prepared.plan
    before = list(strip.boxes)
    assert len(before) > 1
    strip.show_plan(replace(plan, questions=plan.questions[::-1]))
    assert list(strip.boxes) == before


def test_a_row_that_asks_something_else_once_it_is_mended_hands_the_keyboard_to_the_next(page, make, tmp_path, qtbot):
    make(Provider, last="Adams", first="Bo", degree="MD")
    (tmp_path / "r.csv").write_text(WORDS, "utf-8")
    page.read(tmp_path / "r.csv")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    step = page.plan_step
    step.chips.choose("rejected")
    step._show_result("rejected")
    assert [step.listed.at(place).number for place in step.table.ids()] == [3, 4, 5]
    page._mend(step.listed.at(step.table.ids()[0]), {"license.expires": "2/28/2027"})
    assert [step.listed.at(place).number for place in step.table.ids()] == [4, 5]
    assert (
        QApplication.focusWidget() is step.card._boxes["provider.npi"] and step.table.current() == step.table.ids()[0]
    )
