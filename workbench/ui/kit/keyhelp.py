"""F1: the keys of this page, made from its actions, so that they are never wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QTableView, QWidget

from workbench.ui.kit.action import keys_of, plain
from workbench.ui.kit.card import scrolled
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.folding import Folding
from workbench.ui.kit.labels import Words, small

TABLE_KEYS = (
    ("Enter", "Open the row"),
    ("Menu key, Shift+F10", "What can be done with the row"),
    ("F9", "Columns and order"),
    ("Shift+F9", "Filter columns"),
    ("Ctrl+C", "Copy the chosen rows, with headings, for Excel"),
    ("Home, End, Page Up, Page Down", "Move through the list"),
)

GROUP_KEYS = (
    ("F12, Shift+F12", "Group the rows by a column, or no more"),
    ("Left, Right", "On the head of a group: close it, open it"),
)


def key_help(title: str, actions: Sequence[QAction], everywhere: Sequence[QAction], parent: QWidget) -> Sheet:
    """A dialog with the keys of a page and of its lists at the left, and of everywhere at the right; it scrolls if need be."""
    sheet = Sheet(f"Keys on {title}", parent=parent)
    lists = parent.findChildren(QTableView)
    grouped = any("Group by…" in [each.text() for each in part.actions()] for part in lists)
    here = (("This page", _keyed(actions)), ("Lists", _of_lists(actions, grouped) if lists else []))
    columns = [_column(parts) for parts in (here, (("Everywhere", _keyed(everywhere)),))]
    for part in (each for column in columns for each in column.findChildren(QWidget)):
        part.ensurePolished()  # else they are smaller than they will be, and stand below each other
    inner = Folding(columns, max(each.sizeHint().width() for each in columns), 36)
    area = scrolled(inner)
    area.setAccessibleName("Keys")
    inner.ensurePolished()
    hint, room = inner.sizeHint(), parent.screen().availableGeometry()
    area.setMinimumSize(min(hint.width() + 28, room.width() - 120), min(hint.height() + 4, room.height() - 220))
    sheet.body.addWidget(area)
    sheet.add_button("Close", "primary", sheet.accept, default=True)
    area.setFocus()  # read by Page Down and the arrows; Enter closes it all the same
    return sheet


def _of_lists(actions: Sequence[QAction], grouped: bool) -> list[tuple[str, str]]:
    """A page may have given the space bar another meaning."""
    taken = any(keys.toString() == "Space" for each in actions for keys in each.shortcuts())
    groups = GROUP_KEYS if grouped else ()
    return [*TABLE_KEYS, *groups, (f"{'Ctrl+Space' if taken else 'Space'}, Shift+arrows, Ctrl+A", "Choose rows")]


def _keyed(actions: Sequence[QAction]) -> list[tuple[str, str]]:
    return [(keys_of(each), plain(each.text())) for each in actions if each.shortcuts() and each.isVisible()]


def _column(parts: Sequence[tuple[str, list[tuple[str, str]]]]) -> QWidget:
    column = QWidget()
    grid = QGridLayout(column)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    row = 0
    for heading, lines in parts:
        if lines:
            grid.addWidget(small(heading), row, 0, 1, 2)
        for keys, text in lines:
            row += 1
            grid.addWidget(Words(keys, bold=True), row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Words(text), row, 1)
        row += 1
    grid.setRowStretch(row, 1)
    grid.setColumnStretch(1, 1)
    return column
