"""F1: the keys of this page, made from its actions, so that they are never wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QTableView, QWidget

from workbench.ui.kit.action import keys_of, plain
from workbench.ui.kit.card import scrolled
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.labels import Words, note, small
from workbench.ui.kit.parting import empty
from workbench.ui.kit.searchbox import SearchBox

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
BESIDE, AROUND, GAP, MARGIN, MOST = 120, 240, 36, 12, 3
"""Logical pixels that the screen keeps beside and around the dialog, between two columns and around them; and the most columns."""
Part = tuple[str, Sequence[tuple[str, str]]]
"""A heading, and (keys, what they do)."""


def key_help(title: str, actions: Sequence[QAction], everywhere: Sequence[QAction], parent: QWidget) -> Sheet:
    """A dialog with the keys of a page, of its lists and of everywhere, which are searched by what they do; it scrolls if need be."""
    sheet = Sheet(f"Keys on {title}", parent=parent)
    lists = parent.findChildren(QTableView)
    grouped = any("Group by…" in [each.text() for each in part.actions()] for part in lists)
    parts = (
        ("This page", _keyed(actions)),
        ("Lists", _of_lists(actions, grouped) if lists else []),
        ("Everywhere", _keyed(everywhere)),
    )
    search = SearchBox("Search the keys…")
    room = parent.screen().availableGeometry()
    keys = Keys(parts, room.width() - BESIDE)
    area = scrolled(keys)
    area.setAccessibleName("Keys")
    hint = keys.sizeHint()
    area.setMinimumSize(hint.width() + 16, min(hint.height() + 4, room.height() - AROUND))
    sheet.body.addWidget(search)
    sheet.body.addWidget(area)
    sheet.add_button("Close", "primary", sheet.accept, default=True)
    search.asked.connect(keys.narrow)
    search.went_down.connect(area.setFocus)
    search.setFocus()
    return sheet


class Keys(QWidget):
    """The keys in as many columns as the room has, one after the other."""

    def __init__(self, parts: Sequence[Part], room: int) -> None:
        """room is in logical pixels."""
        super().__init__()
        self._parts = parts
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._row.setSpacing(GAP)
        self._many = 1
        self.narrow("")
        self._many = max(1, min((room - 2 * MARGIN) // (self.sizeHint().width() + GAP), MOST))
        self.narrow("")

    def narrow(self, text: str) -> None:
        """Show those whose keys or words hold all of these."""
        words = text.casefold().split()
        found = [
            (heading, keys, does)
            for heading, lines in self._parts
            for keys, does in lines
            if all(word in f"{keys} {does}".casefold() for word in words)
        ]
        empty(self._row)
        deep = -(-len(found) // self._many) or 1
        for start in range(0, len(found), deep):
            self._row.addWidget(_column(found[start : start + deep]), 0, Qt.AlignmentFlag.AlignTop)
        if not found:
            self._row.addWidget(note(f"No key here does “{text.strip()}”."), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addStretch(1)


def _of_lists(actions: Sequence[QAction], grouped: bool) -> list[tuple[str, str]]:
    """A page may have given the space bar another meaning."""
    taken = any(keys.toString() == "Space" for each in actions for keys in each.shortcuts())
    groups = GROUP_KEYS if grouped else ()
    return [*TABLE_KEYS, *groups, (f"{'Ctrl+Space' if taken else 'Space'}, Shift+arrows, Ctrl+A", "Choose rows")]


def _keyed(actions: Sequence[QAction]) -> list[tuple[str, str]]:
    return [(keys_of(each), plain(each.text())) for each in actions if each.shortcuts() and each.isVisible()]


def _column(lines: Sequence[tuple[str, str, str]]) -> QWidget:
    """(heading, keys, what they do): a heading stands where another begins, and at the top."""
    column = QWidget()
    grid = QGridLayout(column)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    row, before = 0, ""
    for heading, keys, does in lines:
        if heading != before:
            grid.addWidget(small(heading), row, 0, 1, 2)
            row, before = row + 1, heading
        grid.addWidget(Words(keys, bold=True), row, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(Words(does), row, 1)
        row += 1
    grid.setColumnStretch(1, 1)
    for part in column.findChildren(QWidget):
        part.ensurePolished()  # else they are smaller than they will be
    return column
