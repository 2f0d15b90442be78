"""Locking: nothing readable stays, the file cannot be read meanwhile, and the passphrase leads back to the same place."""

import threading
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QClipboard, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from tests.conftest import PASSPHRASE
from workbench.actions import editing, offices
from workbench.records.provider import PROVIDERS, Provider
from workbench.store import database, history
from workbench.ui.cover_screen import CoverScreen
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.cell_line import CellLine
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.jobs import Jobs
from workbench.ui.kit.link_box import LinkBox
from workbench.ui.kit.waiting import Waiting
from workbench.ui.passphrases import AskPassphrase
from workbench.ui.starting import Program
from workbench.ui.window import Window

TODAY = date(2026, 11, 24)


@pytest.fixture
def sealed(program: Program, sealed_path: Path, seat: Any, make: Any) -> Window:
    """An encrypted office with one person, at that person's file."""
    office = offices.open_office(sealed_path, seat, PASSPHRASE)
    with history.step("Add"):
        person = Provider.create(last="Okafor", first="Adaeze")
    office.close()
    program.open(sealed_path)
    assert program.shown is not None
    asked = program.shown.findChild(AskPassphrase)
    assert asked is not None
    asked.lines.set_text("passphrase", PASSPHRASE)
    asked._open()
    assert isinstance(program.shown, Window)
    program.shown.go("file", provider=person.id, tab="desk")
    return program.shown


def readable() -> str:
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return " ".join(label.text() for each in shown for label in each.findChildren(QLabel) if label.isVisible())


def test_locked_nothing_is_readable_and_the_connection_is_closed(
    program: Program, sealed: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)  # no screen, no owner
    QApplication.clipboard().setText("Okafor, Adaeze")
    assert "Okafor" in readable()
    program.locking.ask()
    assert "Okafor" not in readable() and "is locked" in readable()
    assert database.is_closed() and database.key is None and database.seal_key is None
    assert QApplication.clipboard().text() == ""
    assert not sealed.isVisible()


def test_the_passphrase_leads_back_to_the_same_place_with_what_was_typed(program: Program, sealed: Window) -> None:
    sheet = Sheet("A dialog", "with words", sealed)
    sheet.open()
    program.locking.lock()
    assert not sheet.isVisible() and program.locking.screen is not None
    program.locking.screen.lines.set_text("passphrase", "not this one")
    program.locking.screen.go()
    assert program.locking.screen is not None and database.is_closed()
    (line,) = program.locking.screen.lines.boxes()
    assert line.selectedText(), "what is typed next takes its place"
    line.insert(PASSPHRASE)
    program.locking.screen.go()
    assert program.locking.screen is None
    assert sealed.isVisible() and sheet.isVisible() and sealed.key == "file"
    assert sealed.page("file").tabs.current() == "desk"  # type: ignore[attr-defined]
    assert Provider.select().count() == 1
    sheet.close()


def test_over_a_form_the_keys_lock_too_and_the_next_key_does_not_replace_what_was_typed(
    program: Program, sealed: Window, qtbot: Any
) -> None:
    sheet = Sheet("A form", "", sealed)
    sheet.body.addWidget(box := QLineEdit())
    sheet.open()
    box.setFocus()
    qtbot.keyClicks(box, "036-1192")
    box.setCursorPosition(3)
    program.locking._watch(sheet.windowHandle())
    qtbot.keyClick(sheet.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.locking.screen is not None)
    assert not sheet.isVisible() and "036" not in readable()
    program.locking.unlock(PASSPHRASE)
    assert box.text() == "036-1192" and not box.hasSelectedText() and box.cursorPosition() == 3
    assert sheet.focusWidget() is box
    qtbot.keyClicks(box, "9")
    assert box.text() == "0369-1192"
    sheet.close()


def opened_combo(box: Any, qtbot: Any) -> Any:
    """The choices of a combo box, with another one marked than it has."""
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    qtbot.keyClick(box.view(), Qt.Key.Key_Down)
    assert box.view().currentIndex().row() != box.currentIndex()
    return QApplication.activePopupWidget()


def lock_over(program: Program, popup: Any, qtbot: Any) -> None:
    program.locking._watch(popup.windowHandle())
    qtbot.keyClick(popup.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.locking.screen is not None)


@pytest.mark.parametrize("by_keys", [True, False])
@pytest.mark.parametrize("over", ["page", "sheet"])
def test_what_is_marked_in_an_open_list_of_choices_is_not_taken_by_locking(
    program: Program, sealed: Window, qtbot: Any, over: str, by_keys: bool
) -> None:
    sheet = Sheet("A form", "", sealed)
    box, other = ChoiceBox([("a", "Active"), ("b", "Courtesy"), ("c", "Resigned")], empty=False), QLineEdit()
    for each in (other, box):
        (sheet.body if over == "sheet" else sealed.page("file").body).addWidget(each)
    if over == "sheet":
        sheet.open()
    kept: list[Any] = []
    box.left.connect(lambda: kept.append(box.value()))
    popup = opened_combo(box.combo, qtbot)
    if by_keys:
        lock_over(program, popup, qtbot)
    else:
        program.locking.lock()
    assert not popup.isVisible() and (box.value(), kept) == ("a", [])
    program.locking.unlock(PASSPHRASE)
    assert not popup.isVisible() and (box.value(), kept) == ("a", [])
    assert (sheet if over == "sheet" else sealed).focusWidget() is box.combo
    sheet.close()


@pytest.mark.parametrize("by_keys", [True, False])
def test_nor_is_what_is_marked_of_what_a_record_is_looked_for_by(
    program: Program, sealed: Window, qtbot: Any, by_keys: bool
) -> None:
    box = LinkBox(
        lambda text: [(n, each) for n, each in enumerate(("Surgery", "Surgical oncology"), 1) if text in each]
    )
    sealed.page("file").body.addWidget(box)
    box.combo.setFocus()
    qtbot.waitUntil(box.combo.hasFocus)
    qtbot.keyClicks(box.combo.lineEdit(), "Sur")
    popup = box.combo.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    if by_keys:
        lock_over(program, popup, qtbot)
    else:
        program.locking.lock()
    assert not popup.isVisible()
    program.locking.unlock(PASSPHRASE)
    assert not popup.isVisible() and box.text() == "Sur" and box.value() is None
    assert sealed.focusWidget() is box.combo


@pytest.mark.parametrize("by_keys", [True, False])
def test_a_cell_whose_choices_are_open_stays_as_it_was_and_the_keyboard_comes_back_to_it(
    program: Program, sealed: Window, qtbot: Any, by_keys: bool
) -> None:
    sealed.go("providers")
    table = sealed.page("providers").table
    table.setFocus()
    column = [each.key for each in table.model_.columns].index("department")
    table.setCurrentIndex(table.model_.index(0, column))
    sealed.page("providers").cells.edit.trigger()
    line = table.findChild(CellLine)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    popup = line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    assert line.text()
    before = history.newest().id
    if by_keys:
        lock_over(program, popup, qtbot)
    else:
        program.locking.lock()
    assert QApplication.activePopupWidget() is None
    program.locking.unlock(PASSPHRASE)
    assert history.newest().id == before and Provider.get().department is None
    assert sealed.focusWidget() is table and table.currentIndex().column() == column


def test_what_was_typed_into_a_cell_is_kept_and_the_keyboard_comes_back_to_its_list(
    program: Program, sealed: Window, qtbot: Any
) -> None:
    sealed.go("providers")
    table = sealed.page("providers").table
    table.setFocus()
    column = [each.key for each in table.model_.columns].index("phone")
    table.setCurrentIndex(table.model_.index(0, column))
    sealed.page("providers").cells.edit.trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), CellLine))
    qtbot.keyClicks(QApplication.focusWidget(), "312 555 0100")
    program.locking.lock()
    program.locking.unlock(PASSPHRASE)
    assert Provider.get().phone == "(312) 555-0100" and sealed.focusWidget() is table


def test_what_is_kept_because_its_box_is_left_lets_nobody_read_while_it_is_locked(
    program: Program, sealed: Window, qtbot: Any
) -> None:
    page, session = sealed.page("file"), sealed.session
    box = QLineEdit(page)
    box.show()
    box.editingFinished.connect(
        lambda: session.do(editing.set_text, PROVIDERS, [page.file.id], "pager", box.text(), TODAY)
    )
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "312 555 0100")
    program.locking.ask()
    answers: list[int] = []
    session.reader.ask("late", lambda: Provider.select().count(), answers.append)
    qtbot.wait(50)
    assert answers == [] and not any(
        isinstance(each, Sheet) and each.isVisible() for each in QApplication.topLevelWidgets()
    )
    program.locking.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: answers == [1])
    assert Provider.get().pager == "(312) 555-0100"


def test_what_is_said_of_a_box_that_is_left_is_hidden_too(program: Program, sealed: Window, qtbot: Any) -> None:
    box = QLineEdit(sealed)
    box.show()
    box.editingFinished.connect(lambda: sealed.session.messages.error("That NPI is Okafor's. Nothing was changed."))
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "1")
    program.locking.ask()
    assert "Okafor" not in readable()
    program.locking.unlock(PASSPHRASE)
    assert "That NPI is Okafor's" in readable()


def test_while_locked_nobody_else_can_open_it_for_writing(program: Program, sealed: Window) -> None:
    program.locking.lock()
    assert program.office is not None and program.office.hold is not None


@pytest.mark.parametrize(("minutes", "locked"), [(9, False), (10, True)])
def test_it_locks_after_ten_idle_minutes_of_the_wall_clock(
    program: Program, sealed: Window, minutes: int, locked: bool
) -> None:
    clock: Any = program.chair.clock
    clock.now += timedelta(minutes=minutes)
    program.locking.look()
    assert (program.locking.screen is not None) is locked


def test_a_clock_that_is_set_back_an_hour_costs_ten_minutes_at_most(program: Program, sealed: Window) -> None:
    clock: Any = program.chair.clock
    clock.now += timedelta(minutes=9)
    program.locking.look()
    clock.now -= timedelta(hours=1)
    program.locking.look()
    assert program.locking.screen is None
    clock.now += timedelta(minutes=10)
    program.locking.look()
    assert program.locking.screen is not None


def test_a_key_begins_the_ten_minutes_anew(program: Program, sealed: Window) -> None:
    clock: Any = program.chair.clock
    clock.now += timedelta(minutes=9)
    handle = sealed.windowHandle()
    program.locking._watch(handle)
    QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier))
    clock.now += timedelta(minutes=9)
    program.locking.look()
    assert program.locking.screen is None


def test_the_policy_may_say_never(program: Program, sealed: Window) -> None:
    offices.set_policy(lock_minutes=0)
    clock: Any = program.chair.clock
    clock.now += timedelta(hours=9)
    program.locking.look()
    assert program.locking.screen is None


def test_a_plain_office_is_covered_until_a_key_and_it_is_said_that_nothing_is_locked(
    program: Program, plain_path: Path, make: Any, qtbot: Any
) -> None:
    program.open(plain_path)
    shown: Any = program.shown
    with history.step("Add"):
        person = Provider.create(last="Okafor", first="Adaeze")
    shown.go("file", provider=person.id, tab="summary")
    assert "Okafor" in readable()
    program.locking.ask()
    cover: Any = program.locking.screen
    assert isinstance(cover, CoverScreen) and not shown.isVisible()
    assert "Okafor" not in readable() and "Nothing is locked" in readable() and "not encrypted" in readable()
    assert Provider.select().count() == 1, "nothing was closed"
    program.locking.ask()
    assert program.locking.screen is cover
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, "", True)
    QApplication.sendEvent(cover, held)
    qtbot.keyClick(cover, Qt.Key.Key_Control)
    assert program.locking.screen is cover, "the keys that covered it are still held"
    qtbot.keyClick(cover, Qt.Key.Key_Space)
    assert program.locking.screen is None and shown.isVisible() and "Okafor" in readable()


def test_a_cover_that_is_closed_is_taken_away_and_ends_nothing(program: Program, plain_path: Path) -> None:
    program.open(plain_path)
    program.locking.ask()
    cover: Any = program.locking.screen
    cover.close()
    assert program.locking.screen is None and program.shown is not None and program.shown.isVisible()


def test_what_is_asked_while_it_is_locked_waits_for_the_passphrase(
    program: Program, sealed: Window, qtbot: Any
) -> None:
    answers: list[int] = []
    program.locking.lock()
    sealed.session.reader.ask("late", lambda: Provider.select().count(), answers.append)
    qtbot.wait(50)
    assert answers == []
    program.locking.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: answers == [1])


def test_an_office_that_is_left_while_it_is_locked_answers_nobody(program: Program, sealed: Window, qtbot: Any) -> None:
    answers: list[int] = []
    program.locking.lock()
    sealed.session.reader.ask("late", lambda: Provider.select().count(), answers.append)
    program.locking.leave()
    qtbot.wait(50)
    assert answers == []


def _running(sealed: Window) -> tuple[threading.Event, list[str]]:
    """A job that runs until the event is set, and tells how it ended."""
    go_on, ended = threading.Event(), list[str]()

    def work(progress: Any) -> None:
        while not go_on.wait(0.01):
            progress(1, 2)

    sealed.session.jobs = Jobs(sealed, close=database.close)
    sealed.session.jobs.start(
        "Importing Okafor.xlsx",
        work,
        lambda _: (ended.append("done"), sealed.session.messages.tell("Imported", "Okafor, Adaeze")),
        cancelled=lambda _: ended.append("cancelled"),
        patience=0,
    )
    return go_on, ended


def test_while_a_job_runs_nothing_is_readable_at_once_and_it_locks_when_the_job_ends(
    program: Program, sealed: Window, qtbot: Any
) -> None:
    go_on, ended = _running(sealed)
    assert "Okafor" in readable()
    program.locking.ask()
    assert "Okafor" not in readable() and "when it ends" in readable() and not database.is_closed()
    program.locking.ask()
    program.locking.look()
    assert program.locking.screen is not None
    qtbot.keyClicks(program.locking.screen, "the old key")  # typed too early
    go_on.set()
    qtbot.waitUntil(database.is_closed)
    assert ended == ["done"] and "Okafor" not in readable() and "leads back" in readable() and database.key is None
    program.locking.unlock(PASSPHRASE)
    assert sealed.isVisible() and "Okafor" in readable()
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, Waiting) and each.isVisible()]
    assert any(isinstance(each, Sheet) and each.isVisible() for each in QApplication.topLevelWidgets()), "what it said"
    sealed.session.jobs.stop()


def test_a_job_can_be_cancelled_where_the_office_is_about_to_be_locked(
    program: Program, sealed: Window, qtbot: Any
) -> None:
    _, ended = _running(sealed)
    program.locking.ask()
    screen = program.locking.screen
    assert screen is not None
    screen.stop.click()
    qtbot.waitUntil(database.is_closed)
    assert ended == ["cancelled"] and screen.lines.isVisible() and not screen.stop.isVisible()
    program.locking.unlock(PASSPHRASE)
    assert sealed.isVisible()
    sealed.session.jobs.stop()


def test_the_office_can_be_closed_without_the_passphrase(program: Program, sealed: Window) -> None:
    program.locking.lock()
    program.locking.leave()
    assert program.office is None and program.locking.screen is None
    assert not isinstance(program.shown, Window) and isinstance(program.shown, QWidget)
    assert _gone(sealed)


def _gone(window: Window) -> bool:
    """Whether nothing of it is in memory, once the events of its end are over."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return not isValid(window)


def test_nothing_of_an_office_that_was_left_stays_in_memory(program: Program, sealed: Window) -> None:
    assert not _gone(sealed)
    assert program.leave()
    assert _gone(sealed)


def test_a_list_of_the_past_is_let_go_of_and_comes_back(
    program: Program, sealed: Window, seat: Any, qtbot: Any
) -> None:
    day = date(2026, 11, 23)
    sealed.go("providers")
    page: Any = sealed.page("providers")
    page.then.show(day)
    qtbot.waitUntil(lambda: page.past == day)
    past = sealed.session.past(day)
    assert past._conn is not None
    program.locking.lock()
    assert past._conn is None and "Okafor" not in readable()
    program.locking.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: not page.table.model_.awaited)
    assert page.past == day and page.table.count() == 0, "at the same place: that day had nobody"
