"""F1: the keys of this page, made from its actions, so that they are never wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.ui.kit.action import keys_of, plain
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.labels import Words, small

TABLE_KEYS = (
    ("Enter", "Open the row"),
    ("Space, Shift+arrows, Ctrl+A", "Choose rows"),
    ("Ctrl+C", "Copy the chosen rows, with headings, for Excel"),
    ("Home, End, Page Up, Page Down", "Move through the list"),
)


def key_help(title: str, actions: Sequence[QAction], everywhere: Sequence[QAction], parent: QWidget) -> Sheet:
    """A dialog with the keys of a page, of its lists, and of everywhere."""
    sheet = Sheet(f"Keys on {title}", parent=parent)
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    parts = (
        ("This page", [(keys_of(each), plain(each.text())) for each in actions if each.shortcuts()]),
        ("Lists", list(TABLE_KEYS)),
        ("Everywhere", [(keys_of(each), plain(each.text())) for each in everywhere if each.shortcuts()]),
    )
    row = 0
    for heading, lines in parts:
        if lines:
            grid.addWidget(small(heading), row, 0, 1, 2)
        for keys, text in lines:
            row += 1
            grid.addWidget(Words(keys, bold=True), row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Words(text), row, 1)
        row += 1
    sheet.body.addLayout(grid)
    sheet.add_button("Close", "primary", sheet.accept, default=True)
    return sheet
