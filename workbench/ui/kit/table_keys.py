"""The keys of a table: Enter opens, Home and End go to the ends, Ctrl+C copies as a sheet does; letters are the window's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from workbench.ui.kit import copying, grouping

if TYPE_CHECKING:
    from workbench.ui.kit.table import Table

_Key = Qt.Key


def pressed(table: Table, event: QKeyEvent) -> bool:
    """Do what a key means in a list; False leaves it to Qt."""
    key, plain = event.key(), not event.modifiers() & Qt.KeyboardModifier.ControlModifier
    if grouping.pressed(table, event):
        return True
    if event.matches(QKeySequence.StandardKey.Copy):
        table.copy()
    elif key in (_Key.Key_Return, _Key.Key_Enter) and table.state() != QAbstractItemView.State.EditingState:
        if (record := table.current()) is not None:
            table.opened.emit(record)
    elif key in (_Key.Key_Home, _Key.Key_End) and plain and table.count():
        _go_to_end(table, event, key == _Key.Key_End)
    elif event.text().isprintable() and event.text() and key != _Key.Key_Space and plain:
        event.ignore()
    else:
        return False
    return True


def _go_to_end(table: Table, event: QKeyEvent, last: bool) -> None:
    table.model_.settle()
    index = table.model_.index(table.model_.rowCount() - 1 if last else 0, table.cells.first)
    table.selectionModel().setCurrentIndex(index, table.selectionCommand(index, event))
    table.scrollTo(index)


def shown_columns(table: Table) -> list[int]:
    """The numbers of the columns that show, from left to right."""
    heading = table.heading
    places = [heading.logicalIndex(n) for n in range(heading.count())]
    return [n for n in places if not heading.isSectionHidden(n)]


def copy(table: Table, rows: list[int]) -> None:
    """Put these rows on the clipboard, with their headings, as a sheet expects them."""
    copying.copy(table.model_, rows, shown_columns(table))
