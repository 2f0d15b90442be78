"""Dialogs: the keys that save from anywhere, their titles, and where they open."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication

from workbench.errors import Problem
from workbench.records.desk import Note
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.placing import FRAME, placed
from workbench.ui.lines import Lines


def note_form(qtbot: Any, save: Any) -> FormDialog:
    """A form of a day and some lines of text."""
    dialog = FormDialog("Add note of Okafor", Form(Note, ("said", "text"), today=lambda: date(2026, 11, 28)), save)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    return dialog


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_S])
def test_ctrl_enter_and_ctrl_s_save_from_several_lines(qtbot: Any, key: Qt.Key) -> None:
    saved: list[Any] = []
    dialog = note_form(qtbot, lambda: saved.append(dialog.form.values()["text"]) or [])
    text = dialog.form.box("text").inner
    text.setFocus()
    qtbot.keyClicks(text, "Called twice.")
    qtbot.keyClick(text, key, Qt.KeyboardModifier.ControlModifier)
    assert saved == ["Called twice."] and not dialog.isVisible()


def test_what_is_not_saved_leaves_the_keyboard_where_it_is_wrong(qtbot: Any) -> None:
    dialog = note_form(qtbot, list)
    day = dialog.form.box("said").inner
    qtbot.keyClicks(day, "no day")
    text = dialog.form.box("text").inner
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible() and dialog.focusWidget() is day


def test_keys_that_save_never_press_what_destroys(qtbot: Any) -> None:
    pressed: list[str] = []
    sheet = Sheet("Delete it?")
    qtbot.addWidget(sheet)
    sheet.add_button("Cancel", "", sheet.reject, default=True)
    sheet.add_button("Delete 1 note", "danger", lambda: pressed.append("deleted"))
    sheet.show()
    sheet._press_primary()
    assert pressed == [] and sheet.isVisible()


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Add credential", "Add credential"),
        ("History of Okafor, Adaeze", "History"),
        ("Delete 3 notes?", "Delete 3 notes"),
        ("Arrived and left: Okafor", "Arrived and left"),
    ],
)
def test_a_title_says_what_is_done_and_names_nobody(qtbot: Any, headline: str, title: str) -> None:
    sheet = Sheet(headline)
    qtbot.addWidget(sheet)
    assert sheet.windowTitle() == f"{title} – Medical Staff Workbench"


@pytest.mark.parametrize("middle", [QPoint(0, 0), QPoint(683, 384), QPoint(1366, 768)])
def test_a_window_opens_whole_on_the_screen(middle: QPoint) -> None:
    screen, size = QRect(0, 0, 1366, 768), QSize(500, 300)
    assert screen.contains(QRect(placed(size, middle, screen), size + FRAME))


def test_a_window_that_is_larger_than_the_screen_begins_at_its_corner() -> None:
    assert placed(QSize(3000, 3000), QPoint(500, 300), QRect(0, 20, 1366, 748)) == QPoint(0, 20)


LONG = "It stands at “Requested”, and it is not the governing board's turn. Say why it is granted all the same, and who asked for it."


def test_a_sheet_grows_by_what_it_says_and_presses_no_box_flat(qtbot: Any) -> None:
    sheet, lines = Sheet("Grant"), Lines()
    sheet.resize(sheet.minimumWidth(), 100)
    for name in ("where", "why"):
        lines.add(name, name.capitalize())
    sheet.body.addWidget(lines)
    sheet.add_button("Grant", "primary", lambda: None, default=True)
    qtbot.addWidget(sheet)
    sheet.open()
    qtbot.waitExposed(sheet)
    before, tall = sheet.height(), [box.height() for box in lines.boxes()]
    lines.show_problems([Problem("where", LONG), Problem("why", LONG)])
    said = list(lines._wrong.values())
    qtbot.waitUntil(lambda: all(each.height() >= each.heightForWidth(each.width()) > 0 for each in said))
    assert sheet.height() > before
    assert [box.height() for box in lines.boxes()] == tall
