"""The menu of a row, by the mouse where it was asked for, by the Menu key or Shift+F10 at the current row."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QTableView, QWidget

BY_KEY = "Shift+F10"


TAKES_AWAY = frozenset({"trash-2"})
"""Icons of what takes a row away: it stands last, where no hand lands by chance."""


def divider(parent: QWidget) -> QAction:
    """A line between two groups of a menu."""
    made = QAction(parent)
    made.setSeparator(True)
    return made


def parted(actions: Sequence[QAction], own: Collection[QAction]) -> list[list[QAction]]:
    """The groups of a row's menu: as the page divides them, then the table's own, and last what takes the row away."""
    groups, last = list[list[QAction]]([[]]), [each for each in actions if each.property("kit_icon") in TAKES_AWAY]
    for each in actions:
        if each.isSeparator() or (each in own and not any(other in own for other in groups[-1])):
            groups.append([])
        if not each.isSeparator() and each not in last:
            groups[-1].append(each)
    return [each for each in (*groups, last) if any(one.isVisible() for one in each)]


def open_menu(
    view: QTableView, actions: Sequence[QAction], event: QContextMenuEvent, own: Collection[QAction] = ()
) -> None:
    """Open a menu of these actions, those of the table itself in a group of their own; without any, none."""
    if not actions:
        return
    menu = QMenu(view)
    for place, group in enumerate(parted(actions, own)):
        if place:
            menu.addSeparator()
        menu.addActions(group)
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
