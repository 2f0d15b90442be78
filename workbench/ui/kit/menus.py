"""The menu of a row, by the mouse where it was asked for, by the Menu key or Shift+F10 at the current row."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QTableView, QWidget

BY_KEY = "Shift+F10"


def open_menu(view: QTableView, actions: Sequence[QAction], event: QContextMenuEvent) -> None:
    """Open a menu of these actions; without any, none."""
    if not actions:
        return
    menu = QMenu(view)
    menu.addActions(actions)
    row = view.visualRect(view.currentIndex())
    by_key = event.reason() == QContextMenuEvent.Reason.Keyboard and row.isValid()
    menu.popup(view.viewport().mapToGlobal(row.center()) if by_key else event.globalPos())


def answer_menu_key(window: QWidget) -> None:
    """Let Shift+F10 ask whatever has the keyboard in this window for its menu, as the Menu key does; only Windows does so itself."""
    QShortcut(QKeySequence(BY_KEY), window, lambda: _ask(QApplication.focusWidget()))


def _ask(focus: QWidget | None) -> None:
    if focus is not None:
        cursor = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        at = (cursor if isinstance(cursor, QRect) else focus.rect()).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, focus.mapToGlobal(at))
        QApplication.sendEvent(focus, event)
