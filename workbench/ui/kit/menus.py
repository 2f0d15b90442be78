"""The menu of a row, by the mouse where it was asked for, by the Menu key at the current row."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QTableView


def open_menu(view: QTableView, actions: Sequence[QAction], event: QContextMenuEvent) -> None:
    """Open a menu of these actions; without any, none."""
    if not actions:
        return
    menu = QMenu(view)
    menu.addActions(actions)
    row = view.visualRect(view.currentIndex())
    by_key = event.reason() == QContextMenuEvent.Reason.Keyboard and row.isValid()
    menu.popup(view.viewport().mapToGlobal(row.center()) if by_key else event.globalPos())
