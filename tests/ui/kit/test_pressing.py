"""Enter presses the button that has the keyboard, wherever it stands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workbench.ui.kit.action import action
from workbench.ui.kit.buttons import bare_button, button, icon_button
from workbench.ui.kit.charts import Bar, Chart
from workbench.ui.kit.chips import Chip, Chips
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.table import Table

from .conftest import TODAY


def of_action(pressed):
    return button(action("Show providers", "", "", pressed))


def of_icon(pressed):
    return icon_button(action("Next person", "chevron-down", "", pressed))


def of_chip(pressed):
    chips = Chips()
    chips.set([("a", "A"), ("b", "B")])
    chips.chosen.connect(lambda _: pressed())
    return chips.findChildren(Chip)[1], chips


def of_bar(pressed):
    chart = Chart("By week", lambda place: pressed(), upright=True)
    chart.show_bars([Bar("expired", 3, "bad", "3 credentials expired")])
    return next(each for each in chart.findChildren(QWidget) if hasattr(each, "bar")), chart


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("made_by", [of_action, lambda call: bare_button("Back", "", call), of_icon, of_chip, of_bar])
def test_enter_presses_a_button_of_a_page_once(qtbot, made_by, key):
    count: list[int] = []
    made = made_by(lambda: count.append(1))
    part, whole = made if isinstance(made, tuple) else (made, made)
    page = QWidget()
    QVBoxLayout(page).addWidget(whole)
    qtbot.addWidget(page)
    page.show()
    qtbot.keyClick(part, key)
    assert count == [1]
    qtbot.keyClick(part, key, Qt.KeyboardModifier.ControlModifier)
    assert count == [1], "Ctrl+Return is somebody else's"


def test_enter_presses_what_an_empty_list_offers(qtbot, people):
    count: list[int] = []
    people.replace([])
    table = Table(people, TODAY)
    qtbot.addWidget(table)
    table.set_empty("Nobody here yet.", "Import roster…", lambda: count.append(1))
    table.show()
    [offered] = [each for each in table.findChildren(QPushButton) if each.text() == "Import roster…"]
    qtbot.keyClick(offered, Qt.Key.Key_Return)
    assert count == [1]


def test_in_a_sheet_the_button_that_has_the_keyboard_is_pressed_once_and_the_default_one_is_not(qtbot):
    pressed: list[str] = []
    sheet = Sheet("Delete 3 references?")
    qtbot.addWidget(sheet)
    cancel = sheet.add_button("Cancel", "", lambda: pressed.append("cancel"))
    sheet.add_button("Keep", "primary", lambda: pressed.append("keep"), default=True)
    sheet.show()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert pressed == ["cancel"]
