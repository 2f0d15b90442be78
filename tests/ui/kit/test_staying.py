"""The keyboard stays in the page when what has it goes because it was pressed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tests.conftest import TODAY
from workbench.ui.kit.plain import Column, PlainList, Row
from workbench.ui.kit.staying import Staying
from workbench.ui.kit.table import Table
from workbench.ui.kit.toast import Toast


class Pages(Staying):
    """A search for anything, and one page with a list and a button."""

    def __init__(self):
        super().__init__()
        self.finder, self.page, self.press = QLineEdit(), QWidget(), QPushButton("Clear filters")
        rows = [Row(1, ("Okafor",)), Row(2, ("Chen",))]
        self.page.table = self.table = Table(PlainList("people", "People", (Column("name", "Name"),), rows), TODAY)
        column = QVBoxLayout(self.page)
        column.addWidget(self.table)
        column.addWidget(self.press)
        stack, whole = QStackedWidget(), QWidget()
        stack.addWidget(self.page)
        self.ground = stack
        column = QVBoxLayout(whole)
        column.addWidget(self.finder)
        column.addWidget(stack)
        self.setCentralWidget(whole)
        self.toast = Toast(self)


@pytest.fixture
def window(qtbot):
    made = Pages()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


@pytest.mark.parametrize("goes", [lambda button: button.hide(), lambda button: button.setEnabled(False)])
def test_a_button_that_goes_when_it_is_pressed_leaves_the_keyboard_to_the_list(window, qtbot, goes):
    window.press.clicked.connect(lambda: goes(window.press))
    window.press.setFocus()
    qtbot.mouseClick(window.press, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is window.table


def test_undo_of_what_was_just_done_leaves_the_keyboard_to_the_list(window, qtbot):
    window.toast.say("Change phone of Okafor", lambda: None)
    window.toast._undo.setFocus()
    qtbot.keyClick(window.toast._undo, Qt.Key.Key_Return)
    assert not window.toast.isVisible() and window.focusWidget() is window.table


def test_a_page_that_names_no_list_has_the_one_that_is_there(window):
    del window.page.table
    window.press.setFocus()
    window.press.hide()
    assert window.focusWidget() is window.table


def test_tab_goes_on_as_ever(window, qtbot):
    window.press.setFocus()
    qtbot.keyClick(window.press, Qt.Key.Key_Tab)
    assert window.focusWidget() is window.finder
    window.table.hide()
    window.press.setFocus()
    window.press.hide()
    assert window.focusWidget() is window.finder, "where there is no list, Qt knows best"
