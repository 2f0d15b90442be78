"""A window that asks: it never loses what was typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.lines import Lines


def asking(qtbot):
    """A sheet with a line, a long text, what is searched for and a secret, and the sheet that stands over it, if any."""
    sheet = Sheet("Log a call")
    qtbot.addWidget(sheet)
    lines = Lines()
    lines.add("caller", "&Caller", value="Jo")
    lines.add("secret", "&Passphrase", secret=True)
    lines.add_long("text", "&What was said")
    found = SearchBox("Search")
    sheet.body.addWidget(lines)
    sheet.body.addWidget(found)
    sheet.add_button("Cancel", "", sheet.reject)
    sheet.open()
    return sheet, lines, found


def question(sheet):
    return next((each for each in sheet.findChildren(Sheet) if each.isVisible()), None)


def press(sheet, words):
    next(each for each in sheet.findChildren(QPushButton) if each.text() == words).click()


def test_esc_asks_before_what_was_typed_is_gone(qtbot):
    sheet, lines, _ = asking(qtbot)
    lines.focus("caller")
    qtbot.keyClicks(sheet.focusWidget(), "Lorraine")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    asked = question(sheet)
    assert sheet.isVisible() and asked is not None
    press(asked, "Keep editing")
    assert sheet.isVisible() and "Lorraine" in lines.text("caller")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    press(question(sheet), "Discard")
    assert not sheet.isVisible() and sheet.result() == Sheet.DialogCode.Rejected


def test_its_frame_asks_as_esc_does_and_a_long_text_counts(qtbot):
    sheet, lines, _ = asking(qtbot)
    lines.focus("text")
    qtbot.keyClicks(sheet.focusWidget(), "Asked for the letter")
    sheet.close()
    assert sheet.isVisible() and question(sheet) is not None


def test_nothing_is_asked_where_nothing_would_be_lost(qtbot):
    sheet, lines, found = asking(qtbot)
    qtbot.keyClicks(found, "Okafor")
    lines.focus("secret")
    qtbot.keyClicks(sheet.focusWidget(), "hunter2")
    lines.set_text("caller", "filled in by the program")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
