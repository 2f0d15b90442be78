"""Whoever types on before a list of choices has let go of the keyboard writes into the next box, as the keys were meant."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout

from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.link_box import LinkBox

FOUND = ((1, "State license"), (2, "Staff identification"))


@pytest.fixture
def shown(qtbot: Any) -> Any:
    """Boxes one below the other, the last of them a line."""

    def show(box: Any) -> tuple[QDialog, QLineEdit]:
        whole, line = QDialog(), QLineEdit()
        column = QVBoxLayout(whole)
        column.addWidget(box)
        column.addWidget(line)
        qtbot.addWidget(whole)
        whole.open()
        box.setFocus()
        qtbot.waitUntil(box.combo.hasFocus)
        return whole, line

    return show


def test_keys_for_what_was_offered_go_to_the_next_box_once_it_is_taken(shown: Any) -> None:
    box = LinkBox(lambda text: [each for each in FOUND if text.casefold() in each[1].casefold()])
    whole, line = shown(box)
    QTest.keyClicks(box.combo.lineEdit(), "state")
    popup = box.combo.completer().popup()
    window = popup.windowHandle()
    assert popup.isVisible()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_7):
        QTest.keyClick(window, key)
    assert (box.text(), box.value(), line.text()) == ("State license", 1, "7")
    assert whole.focusWidget() is line


def test_so_do_keys_for_a_list_of_choices(shown: Any, qtbot: Any) -> None:
    box = ChoiceBox([("a", "Active"), ("c", "Courtesy")], empty=False)
    _whole, line = shown(box)
    box.combo.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    window = box.combo.view().window().windowHandle()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_7):
        QTest.keyClick(window, key)
    assert (box.value(), line.text()) == ("c", "7")
