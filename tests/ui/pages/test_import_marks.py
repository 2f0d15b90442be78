"""The review asks what the file's formatting means, and reads what is pasted."""

from datetime import date

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.pages.over_office import page_of, session_over
from workbench.records.provider import Provider
from workbench.records.roster import RosterImport
from workbench.ui.kit.chips import Chip
from workbench.ui.pages import import_notes
from workbench.ui.pages.import_notes import NotesSheet
from workbench.ui.pages.import_review import Import

TODAY = date(2026, 11, 24)
PEOPLE = [["Ngo", "Ann"], ["Poe", "Bo"], ["Roe", "Cy"], ["Soe", "Di"], ["Toe", "Ed"], ["Zoe", "Flo"]]
STRUCK, YELLOW = ("Staff", "struck"), ("Staff", "fill FFFF00")
STANDS_FOR = ("", "as of|")


@pytest.fixture
def page(office, qtbot, tmp_path):
    return page_of(Import, session_over(office, TODAY, tmp_path), qtbot)


@pytest.fixture
def roster(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Staff"
    for row in (["Last Name", "First Name"], *PEOPLE):
        sheet.append([*row, "NPI" if row[0] == "Last Name" else None])
    for at in ("A2", "B2", "A3", "B3"):
        sheet[at].font = Font(strike=True)
    for at in ("A5", "B5"):
        sheet[at].fill = PatternFill("solid", fgColor="FFFF00")
    sheet.row_dimensions[7].hidden = True
    book.save(tmp_path / "r.xlsx")
    return tmp_path / "r.xlsx"


def results(page):
    return [row.result for row in page.plan_step.listed.rows]


def choose(page, key, answer):
    box = page.plan_step.marks.boxes[key]
    box.combo.setCurrentIndex(box.combo.findData(answer))
    box.combo.activated.emit(box.combo.currentIndex())


def test_each_group_is_asked_about_above_the_rows(page, roster):
    page.read(roster)
    strip = page.plan_step.marks
    assert strip.isVisible() and list(strip.boxes) == [STRUCK, YELLOW, STANDS_FOR]
    words = [label.text() for label in strip.findChildren(QLabel)]
    assert "2 rows are struck through" in words and "1 row is filled yellow" in words
    assert strip.boxes[STRUCK].combo.accessibleName() == "2 rows are struck through"
    assert results(page) == ["skipped", "skipped", "new", "new", "new", "new"]
    assert "1 row is hidden: read like the others." in page.plan_step.told.text()


def test_the_plan_follows_an_answer_at_once(page, roster):
    page.read(roster)
    choose(page, STRUCK, "Resigned")
    choose(page, YELLOW, "leave out")
    assert results(page) == ["new", "new", "new", "skipped", "new", "new"]
    page._import()
    assert {p.last for p in Provider.select() if p.status == "Resigned"} == {"Ngo", "Poe"}
    assert Provider.select().count() == 5


def test_the_keyboard_stays_on_the_question_that_was_answered(page, roster, qtbot):
    page.read(roster)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.plan_step.marks.boxes[YELLOW].combo.setFocus()
    choose(page, YELLOW, "leave out")
    assert page.plan_step.marks.boxes[YELLOW].combo.hasFocus()


def test_the_rows_of_a_group_can_be_seen_alone(page, roster):
    page.read(roster)
    page.plan_step._show_marked(page.prepared.plan.marks[0].mark)
    assert [page.plan_step.listed.at(n).number for n in page.plan_step.table.ids()] == [2, 3]


def test_one_row_of_a_group_comes_in_after_all_and_goes_out_again(page, roster):
    page.read(roster)
    for result in ("new", "skipped", "new"):
        page._skip(page.plan_step.listed.at(1))
        assert results(page)[:2] == [result, "skipped"]


def test_a_file_without_marks_asks_nothing(page, tmp_path):
    (tmp_path / "r 2026-11-02.csv").write_text("Last Name,First Name,NPI\nNgo,Ann,1234567893\n", "utf-8")
    page.read(tmp_path / "r 2026-11-02.csv")
    assert not page.plan_step.marks.isVisible()


def copied(text="", html="", url=""):
    block = QMimeData()
    if text:
        block.setText(text)
    if html:
        block.setHtml(html)
    if url:
        block.setUrls([QUrl.fromLocalFile(url)])
    QGuiApplication.clipboard().setMimeData(block)


def test_a_block_is_pasted_by_its_key(page, qtbot):
    copied("Last Name\tFirst Name\tNPI\r\nNgo\tAnn\t1234567893\r\n")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.file_step.choose.setFocus()
    qtbot.keyClick(page.file_step.choose, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.tabs.current() == "review" and results(page) == ["new"]
    page._import()
    assert page.session.undo_name == "Import of 1 provider from Pasted block"


def test_the_table_of_a_copied_page_goes_before_its_text(page):
    html = "<html><body><table><tr><td>Last Name<td>First Name<td>NPI<tr><td>Ngo<td>Ann<td>1234567893</table></body></html>"
    copied("Last Name First Name NPI Ngo Ann 1234567893", html)
    page.paste.trigger()
    assert [row.provider for row in page.plan_step.listed.rows] == ["Ngo, Ann"]


def test_a_copied_file_is_read_as_that_file(page, roster):
    copied(url=str(roster))
    page.paste.trigger()
    assert page.prepared.workbook.name == "r.xlsx"


def test_nothing_copied_is_said(page):
    QGuiApplication.clipboard().clear()
    page.paste.trigger()
    assert len(page.session.messages.errors) == 1 and "no text" in page.session.messages.errors[0]
    assert page.tabs.current() == "file"


def test_pasting_replaces_no_plan_that_is_open(page, roster):
    page.read(roster)
    assert not page.paste.isEnabled()
    page.go("file")
    assert page.paste.isEnabled()


GROUPS = """Name,NPI,License #,Lic State
"Okafor, Adaeze N., MD",1477552867,036-1,IL
"Adams, Bo, MD",1477552867,036-2,IL
"Young, Cy, DO",1477552867,036-3,IL
"Xu, Li, MD",1477552867,036-4,IL
"""


def test_a_question_about_a_column_is_asked_answered_and_remembered(page, tmp_path):
    path = tmp_path / "Agape 2026-10.csv"
    path.write_text(GROUPS, "utf-8")
    page.read(path)
    [(key, box)] = page.plan_step.marks.boxes.items()
    assert "group" in box.combo.accessibleName().lower() or "NPI" in box.combo.accessibleName()
    before = [row.values.get("provider.npi") for row in page.prepared.plan.rows]
    other = next(n for n in range(box.combo.count()) if n != box.combo.currentIndex())
    option = box.combo.itemData(other)
    box.combo.setCurrentIndex(other)
    box.combo.activated.emit(other)
    assert page.prepared.choices.answers.replies.chosen == {key[1]: option}
    assert [row.values.get("provider.npi") for row in page.prepared.plan.rows] != before
    page._import()
    later = tmp_path / "Agape 2026-11.csv"
    later.write_text(GROUPS, "utf-8")
    page.read(later)
    assert list(page.prepared.choices.answers.replies.chosen.values()) == [option]


def test_the_first_rows_look_as_they_do_in_the_file(page, roster):
    page.read(roster)
    raw = page.columns_step.raw
    assert [raw.item(line, 0).font().strikeOut() for line in range(4)] == [False, True, True, False]
    assert raw.item(4, 0).background().color().name() == "#ffff00"
    assert raw.item(0, 0).font().bold() or raw.item(0, 0).font().weight() > raw.item(1, 0).font().weight()


def test_tab_goes_as_one_reads(page, roster, qtbot):
    page.resize(1600, 1400)  # there is room for what the file asks above its rows, in whatever font
    page.read(roster)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    rows = page.plan_step.listed.rows
    page.plan_step.table.go_to(next(n for n, row in enumerate(rows, 1) if row.result != "skipped"))
    page.plan_step.chips.findChildren(Chip)[0].setFocus()
    met = []
    for _ in range(30):
        at = QApplication.focusWidget()
        met.append(at)
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    step = page.plan_step
    order = [
        step.search_box,
        step.marks.boxes[STRUCK].combo,
        step.marks.boxes[YELLOW].combo,
        step.table,
        step.card.skip,
    ]
    places = [met.index(each) for each in order]
    assert places == sorted(places)


def test_no_part_of_the_page_shows_as_a_window_of_its_own_while_it_is_made(office, qtbot, tmp_path, roster, qapp):
    class Watch(QObject):
        def eventFilter(self, watched, event):  # noqa: N802
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    shown, watch = [], Watch()
    qapp.installEventFilter(watch)
    page_of(Import, session_over(office, TODAY, tmp_path), qtbot).read(roster)
    qapp.removeEventFilter(watch)
    assert shown == ["Import"]


def test_the_day_a_roster_stands_for_is_today_until_somebody_says_another_and_none_to_come(page, roster):
    page.read(roster)
    box = page.plan_step.marks.boxes[STANDS_FOR]
    assert box.value() == TODAY and any(
        label.text().endswith("as of Nov 24 2026") for label in page.header.findChildren(QLabel)
    )
    box.line.setText("12/24/2026")
    box.leave()
    assert page.prepared.plan.as_of == TODAY and "still to come" in box.understood.text()
    box.line.setText("9/30/2026")
    box.leave()
    assert page.prepared.plan.as_of == date(2026, 9, 30)
    page.go("file")
    assert page.file_step.stands_for.value() == date(2026, 9, 30)
    page.file_step.stands_for.line.setText("10/1/2026")
    page.file_step.stands_for.leave()
    page._import()
    assert RosterImport.get().as_of == date(2026, 10, 1)
    facts = [label.text() for label in page.done_step.findChildren(QLabel)]
    assert "Oct 1 2026, as you said" in facts


def test_a_roster_that_says_its_day_asks_for_none_and_can_be_said_otherwise(page, roster, tmp_path):
    dated = roster.rename(tmp_path / "Staff 2026-09-30.xlsx")
    page.read(dated)
    assert STANDS_FOR not in page.plan_step.marks.boxes and page.prepared.plan.as_of == date(2026, 9, 30)
    page.file_step.stands_for.line.setText("")
    page.file_step.stands_for.leave()
    assert page.file_step.stands_for.value() == date(2026, 9, 30)


def test_what_was_only_taken_note_of_is_told_in_full(page, tmp_path):
    path = tmp_path / "r 2026-11-02.csv"
    path.write_text("Last Name,First Name,NPI,Lic Exp,License #\nNgo,Ann,1234567893,46965,036-1\n", "utf-8")
    page.read(path)
    notes = import_notes.notes_of(page.prepared.plan)
    assert page.plan_step.notes.isVisible() and any("46965" in each.about for each in notes)
    page.plan_step.notes.click()
    sheet = page.window().findChild(NotesSheet)
    assert sheet.isVisible() and sheet.table.count() == len(notes)
    sheet.accept()
