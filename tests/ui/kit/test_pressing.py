"""Enter presses the button that has the keyboard, wherever it stands."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workbench.ui.kit.action import action
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.buttons import ActionButton, bare_button, button, icon_button
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


def row_read_again(pressed):
    doing, row = action("Import roster", "", "", pressed), ButtonRow()
    again = lambda: row.set([(doing, "primary")])  # noqa: E731
    again()
    return row, row.findChildren(ActionButton)[0], again


def chips_read_again(pressed):
    chips, counts = Chips(), iter((3, 4))
    again = lambda: chips.set([("a", "A", 2), ("b", "B", next(counts))])  # noqa: E731
    again()
    chips.chosen.connect(lambda _: pressed())
    return chips, chips.findChildren(Chip)[1], again


def bars_read_again(pressed):
    chart = Chart("By week", lambda place: pressed(), upright=True)
    again = lambda: chart.show_bars([Bar("expired", 3, "bad", "3 credentials expired")])  # noqa: E731
    again()
    return chart, next(each for each in chart.findChildren(QWidget) if hasattr(each, "bar")), again


@pytest.mark.parametrize("made_by", [row_read_again, chips_read_again, bars_read_again])
def test_a_press_is_not_lost_when_the_page_is_read_again_in_the_middle_of_it(qtbot, made_by):
    calls = []
    whole, each, again = made_by(lambda: calls.append(1))
    qtbot.addWidget(whole)
    whole.show()
    qtbot.mousePress(each, Qt.MouseButton.LeftButton)
    again()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.mouseRelease(each, Qt.MouseButton.LeftButton)
    assert calls == [1] and each.isVisible()


def test_a_chip_that_stays_says_its_new_count(qtbot):
    chips, chip, again = chips_read_again(lambda: None)
    qtbot.addWidget(chips)
    again()
    assert chip.text() == "B 4"
