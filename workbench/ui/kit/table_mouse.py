"""The mouse in a table: a row's check box, a group's head, a row's button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QMouseEvent

from workbench.ui.kit import grouping

if TYPE_CHECKING:
    from workbench.ui.kit.table import Table

_FLAG = QItemSelectionModel.SelectionFlag


def pressed(table: Table, event: QMouseEvent) -> bool:
    """A click on a row's check box adds it to the selection or takes it out, on a group's head turns it; False leaves it to Qt."""
    index = table.indexAt(event.position().toPoint())
    if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
        return False
    if grouping.clicked(table, index):
        return True
    if table.cells.checks and index.column() == table.cells.first:
        box = table.cells.check_box(table.visualRect(index)).adjusted(-6, -6, 6, 6)
        if box.contains(event.position().toPoint()):
            table.selectionModel().setCurrentIndex(index, _FLAG.Toggle | _FLAG.Rows)
            return True
    return False


def released(table: Table, event: QMouseEvent) -> None:
    """A press on a row's button opens the row."""
    index = table.indexAt(event.position().toPoint())
    plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
    if plain and index.isValid() and getattr(table.model_.columns[index.column()], "button", False):
        open_at(table, index)


def open_at(table: Table, index: QModelIndex) -> None:
    """Open the row of a cell; a head is none."""
    if table.model_.heads.at(index.row()) is None:
        table.opened.emit(table.model_.id_at(index.row()))
