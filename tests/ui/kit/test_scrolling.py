"""A scrolled part is a stop of the Tab key only where nothing in it is one, and there is something to scroll."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.ui.kit.card import scrolled


def area_of(qtbot, *parts):
    inner = QWidget()
    column = QVBoxLayout(inner)
    for part in parts:
        column.addWidget(part)
    area = scrolled(inner)
    qtbot.addWidget(area)
    area.resize(200, 100)
    area.show()
    return area


def is_stop(area):
    return bool(area.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_words_that_have_room_are_no_stop(qtbot):
    assert not is_stop(area_of(qtbot, QLabel("One line")))


def test_words_without_room_are_a_stop_so_that_the_arrows_scroll_them(qtbot):
    area = area_of(qtbot, *(QLabel(f"Line {number}") for number in range(30)))
    qtbot.waitUntil(lambda: is_stop(area))
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    area.resize(200, 2000)
    qtbot.waitUntil(lambda: not is_stop(area))


def test_where_a_button_stands_in_it_the_button_is_the_stop(qtbot):
    button = QPushButton("Show")
    area = area_of(qtbot, *(QLabel(f"Line {number}") for number in range(30)), button)
    assert not is_stop(area)
    button.hide()
    qtbot.waitUntil(lambda: is_stop(area))
