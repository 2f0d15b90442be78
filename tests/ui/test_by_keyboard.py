"""Every list by the keyboard alone: what its menu offers for the row that the arrows are on."""

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from workbench.ui.kit.bulk import BulkBar

BULK = ("providers", "credentials", "meetings", "privileges", "practices", "tasks", "departments")

OF_SEVERAL = {"&Join…"}
"""What is about several rows at once, and so about no single one."""


def list_of(window, key):
    """The page of a list with a bulk bar, and its table, with nothing selected and the first row current."""
    window.go(key)
    page = window.page(key)
    bar = page.findChild(BulkBar)
    table = bar._table
    table.clearSelection()
    table.selectionModel().setCurrentIndex(table.model_.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    return page, table


@pytest.mark.parametrize("key", BULK)
def test_without_ticks_the_menu_is_about_the_current_row(morning, key):
    _, table = list_of(morning, key)
    assert table.selected() == [] and table.chosen() == [table.current()]
    greyed = [each.text() for each in table.actions() if not each.isEnabled()]
    assert set(greyed) <= OF_SEVERAL


@pytest.mark.parametrize("key", BULK)
def test_with_ticks_the_menu_is_about_them(morning, key):
    _, table = list_of(morning, key)
    ids = list(table.ids())[:2]
    table.select(ids)
    assert table.chosen() == ids


def test_the_menu_key_opens_the_menu_at_the_current_row(morning, qtbot):
    _, table = list_of(morning, "providers")
    table.go_to(table.ids()[3])
    middle = table.rect().center()
    table.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, table.mapToGlobal(middle)))
    menu = table.findChildren(QMenu)[-1]
    row = table.visualRect(table.currentIndex())
    assert table.viewport().mapFromGlobal(menu.pos()).y() == row.center().y()
    menu.close()


def test_export_selection_takes_the_current_row_where_nothing_is_ticked(morning, monkeypatch):
    page, table = list_of(morning, "providers")
    asked = []
    monkeypatch.setattr(page, "_export", lambda ids: asked.append(list(ids)))
    page.export_chosen.trigger()
    assert asked == [[table.current()]]
