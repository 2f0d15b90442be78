"""The columns step: the first rows beside what each column means, and the words that nobody knows."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.pages.over_office import page_of, session_over
from workbench.ui.pages.import_columns import COLUMNS, NOT_READ, ROWS, WORDS
from workbench.ui.pages.import_review import Import

TODAY = date(2026, 11, 24)
HEADS = "Last Name,First Name,NPI,Specialty,Blood type"
ROSTER = f"{HEADS}\nNgo,Ann,1234567893,Hart surg,A\nPoe,Bo,1003000126,Hart surg,B\n"


@pytest.fixture
def step(office, qtbot, tmp_path):
    page = page_of(Import, session_over(office, TODAY, tmp_path), qtbot)
    path = tmp_path / "r 2026-11-02.csv"
    path.write_text(ROSTER, "utf-8")
    page.read(path)
    page.go("columns")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page.columns_step


def settle():
    for _ in range(3):
        QApplication.processEvents()


def letters(step):
    return [step.raw.horizontalHeaderItem(n).text() for n in range(step.raw.columnCount())]


def test_the_column_whose_meaning_has_the_keyboard_is_marked_in_the_first_rows(step):
    step.boxes[3].setFocus()
    assert letters(step) == ["A", "B", "C", "▸ D", "E"]
    step.boxes[0].setFocus()
    assert letters(step) == ["▸ A", "B", "C", "D", "E"]


def test_a_press_on_a_letter_leads_to_what_its_column_means(step):
    step.raw.horizontalHeader().sectionClicked.emit(4)
    assert step.boxes[4].combo.hasFocus()


def test_a_column_that_is_not_read_says_so(step):
    assert step.boxes[4].combo.currentText() == NOT_READ and not step.boxes[4].value()


def test_where_they_would_be_cut_the_columns_and_the_words_take_turns_below_the_first_rows(step):
    assert step.raw.isVisible() and step._card.isVisible() and not step.values.isVisible()
    assert [(key, tone) for key, _, _, tone in step.parts.choices()] == [(COLUMNS, ""), (WORDS, "warn")]
    step.parts.choose(WORDS)
    step._show_parts()
    assert step.raw.isVisible() and not step._card.isVisible() and step.values.isVisible()


def test_in_a_low_window_the_parts_take_turns(step):
    page = step.parentWidget().parentWidget()
    page.resize(1400, 700)
    settle()
    assert step.raw.isVisible() and step.values.isVisible() and not step.parts.isVisible()
    page.resize(811, 400)
    settle()
    assert [key for key, *_ in step.parts.choices()] == [COLUMNS, WORDS, ROWS]
    seen = {}
    for key in (ROWS, WORDS, COLUMNS):
        step.parts.choose(key)
        step._show_parts()
        seen[key] = step.raw.isVisible(), step.values.isVisible(), step._card.isVisible()
    assert seen == {ROWS: (True, False, False), WORDS: (False, True, False), COLUMNS: (False, False, True)}
    step.parts.choose(ROWS)
    step._show_parts()
    step.raw.horizontalHeader().sectionClicked.emit(2)
    assert step.boxes[2].combo.hasFocus()
