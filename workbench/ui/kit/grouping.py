"""A table whose rows are grouped: by which column, opened and closed by mouse and keyboard, and what its menus offer of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton

from workbench.ui.kit.action import action

if TYPE_CHECKING:
    from workbench.ui.kit.table import Table

_Key, _Flag = Qt.Key, QItemSelectionModel.SelectionFlag
_CHOOSE = _Flag.ClearAndSelect | _Flag.Rows
NONE, NAMED = "Different in nearly every row", 6
"""Of columns that make no groups, and how many of them are named."""
_WORDS = "group by headings outline collapse expand fold"
"""What else the commands are looked for by."""


def group_actions(table: Table) -> list[QAction]:
    """What a table offers of groups; nothing where its list has none."""
    if not hasattr(table.model_.listed, "grouped"):
        return []
    made = [
        action("Group by…", "list", "F12", lambda: ask_group(table), table, "Group the rows by a column"),
        action("No grouping", "x", "Shift+F12", lambda: table.group_by(""), table),
        action("Close all groups", "chevron-right", "Ctrl+F12", lambda: close_all(table), table),
        action("Open all groups", "chevron-down", "Alt+F12", lambda: table.model_.close(()), table),
    ]
    headings = " ".join(each.heading for each in getattr(table.model_.listed, "filterable", ()))
    for each in made:
        each.setProperty("words", f"{_WORDS} {headings}" if each is made[0] else _WORDS)
    ask, *others = made

    def weigh() -> None:
        ask.setEnabled(table.heading.sectionsClickable())
        for each in others:
            each.setVisible(bool(table.group))  # else the menu of every row would have them for nothing

    table.model_.counted.connect(lambda _: weigh())
    weigh()
    return made


def ask_group(table: Table) -> None:
    """Offer the columns that the rows can be grouped by, below the button that was pressed, else below the headings."""
    menu = QMenu(table)
    menu.setAccessibleName("Group by")
    able = table.model_.listed.groupable  # type: ignore[attr-defined]
    offer(table, menu, able)
    _say_others(menu, [each.heading for each in table.model_.listed.filterable if each not in able])  # type: ignore[attr-defined]
    first = menu.actions()[0] if menu.actions() else None
    menu.popup(_below(table))
    if first is not None:
        menu.setActiveAction(next((each for each in menu.actions() if each.isChecked()), first))


def _say_others(menu: QMenu, headings: Sequence[str]) -> None:
    """Which columns make no groups, for whoever looks for one of them."""
    if headings:
        more = f" and {len(headings) - NAMED} more" if len(headings) > NAMED else ""
        menu.addSeparator()
        menu.addAction(f"{NONE}: {', '.join(headings[:NAMED])}{more}".replace("&", "&&")).setEnabled(False)


def _below(table: Table) -> QPoint:
    pressed = table.window().focusWidget()
    if isinstance(pressed, QPushButton):
        return pressed.mapToGlobal(pressed.rect().bottomLeft())
    return table.viewport().mapToGlobal(QPoint(8, 0))


def offer(table: Table, menu: QMenu, columns: Sequence[Any], words: str = "{}") -> None:
    """Fill a menu with columns to group by, the one that is being checked, and with the way out of it."""
    for each in columns:
        entry = menu.addAction(words.format(each.heading.replace("&", "&&")), partial(table.group_by, each.key))
        if each.key == table.group and len(columns) > 1:
            entry.setCheckable(True)  # the others have no box that nobody needs
            entry.setChecked(True)
    if table.group:
        menu.addAction("No grouping", partial(table.group_by, ""))


def offer_of_column(table: Table, menu: QMenu, column: int) -> None:
    """In the menu of a heading: group by its column, if it has groups."""
    key = table.model_.columns[column].key
    able = [each for each in getattr(table.model_.listed, "groupable", ()) if each.key == key and key != table.group]
    if able or table.group:
        offer(table, menu, able, "Group by “{}”")
        menu.addSeparator()


def close_all(table: Table) -> None:
    """Show the heads alone."""
    table.model_.close([each.key for each in table.model_.heads.groups])


def pressed(table: Table, event: QKeyEvent) -> bool:
    """Left and Right as in a tree: on a head they close and open it, from a row's first cell Left goes to its head; Enter turns
    it. False leaves the key to others."""
    heads, at = table.model_.heads, table.currentIndex()
    if not heads.groups or not at.isValid() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    key, head = event.key(), heads.at(at.row())
    if head is None:
        first = at.column() == table.cells.first
        return key == _Key.Key_Left and first and _go(table, heads.above(at.row()))
    closed = head.key in heads.closed
    if key in (_Key.Key_Return, _Key.Key_Enter) or key == (_Key.Key_Right if closed else _Key.Key_Left):
        return turn(table, at.row())
    if key == _Key.Key_Right:
        return _go(table, at.row() + 1)
    return key == _Key.Key_Left


def turn(table: Table, row: int) -> bool:
    """Close the group whose head stands in a row, or open it; False where none does."""
    head = table.model_.heads.at(row)
    if head is not None:
        table.model_.close(table.model_.heads.closed ^ {head.key})
    return head is not None


def clicked(table: Table, index: QModelIndex) -> bool:
    """A click on a head takes the keyboard there and turns it; False where it was on none."""
    head = table.model_.heads.at(index.row()) if index.isValid() else None
    return head is not None and _go(table, index.row()) and turn(table, index.row())


def _go(table: Table, row: int) -> bool:
    index = table.model_.index(row, table.cells.first)
    table.selectionModel().setCurrentIndex(index, _CHOOSE)
    table.scrollTo(index)
    return True
