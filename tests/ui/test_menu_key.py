"""Shift+F10: the menu that a right click opens, at what the keyboard is on, in every window."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from workbench.ui.kit.filtering import Filters
from workbench.ui.kit.table import Table


@pytest.fixture
def menu(qapp: Any) -> Iterator[Any]:
    """Press Shift+F10 in a widget; the menu that opens, or None."""

    def press(widget: QWidget) -> QMenu | None:
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        opened = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
        return opened[0] if opened else None

    yield press
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QMenu):
            each.close()


@pytest.mark.parametrize("key", ["today", "providers", "credentials", "meetings", "tasks", "history"])
def test_a_list_opens_the_menu_of_its_row(key: str, morning: Any, menu: Any) -> None:
    morning.go(key)
    morning.activateWindow()
    QApplication.processEvents()
    table = next(each for each in morning.page(key).findChildren(Table) if each.isVisible() and each.count())
    table.go_to(table.ids()[0])
    opened = menu(table)
    assert opened is not None
    offered, there = ({id(each) for each in of.actions() if not each.isSeparator()} for of in (opened, table))
    assert offered == there
    assert table.rect().contains(table.mapFromGlobal(opened.pos()))


def test_a_box_and_a_sheet_answer_too(morning: Any, menu: Any, qtbot: Any) -> None:
    morning.go("providers")
    morning.activateWindow()
    assert menu(morning.page("providers").search_box) is not None
    sheet = Filters(morning.page("providers").table, morning)
    qtbot.addWidget(sheet)
    sheet.open()
    QApplication.processEvents()
    opened = menu(next(iter(sheet.lines.values())))
    assert opened is not None and "Paste" in " ".join(each.text() for each in opened.actions())
