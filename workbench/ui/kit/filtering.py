"""Shift+F9: what the cells of each column must hold; and the words that say what a list is narrowed to, with a way out."""

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QWidget

from workbench.ui.kit.action import action
from workbench.ui.kit.arranging import Arrange
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.inputs import LineEdit
from workbench.ui.kit.labels import giving_status
from workbench.ui.kit.scrolling import Scrolling

if TYPE_CHECKING:
    from workbench.ui.kit.table import Table

WORDS = "A row shows when every cell holds what is written here. "
WIDE = 300
"""Logical pixels of a line."""


def own_actions(table: "Table") -> list[QAction]:
    """What every table offers besides: its filters, its columns and its order."""
    return [
        action("Filter columns…", "filter", "Shift+F9", lambda: Filters(table, table.window()).open(), table),
        action("Columns and order…", "columns-3", "F9", lambda: Arrange(table, table.window()).open(), table),
    ]


class Filters(Sheet):
    """Asks what the cells of the columns must hold; those that are hidden are not asked about unless they are filtered."""

    def __init__(self, table: "Table", parent: QWidget, first: str = "") -> None:
        """first is the key of the column whose line has the keyboard."""
        super().__init__(f"Filter {table.accessibleName()}", WORDS + table.filter_hint, parent)
        self._table = table
        self.lines: dict[str, LineEdit] = {}
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setVerticalSpacing(6)
        for column in _asked(table):
            self._add(grid, column)
        self.body.addWidget(Scrolling(inner))
        self.add_button("Clear all", "quiet", self._clear)
        self.add_button("Cancel", "", self.reject)
        self.add_button("Show it so", "primary", self.accept, default=True)
        self.lines.get(first, next(iter(self.lines.values()))).setFocus()

    def _add(self, grid: QGridLayout, column: Any) -> None:
        line = self.lines[column.key] = LineEdit(self._table.filters.get(column.key, ""))
        line.setMinimumWidth(WIDE)
        line.setClearButtonEnabled(True)
        label = QLabel(column.heading.replace("&", "&&"))
        label.setBuddy(line)
        line.setAccessibleName(column.heading)
        row = grid.rowCount()
        grid.addWidget(label, row, 0)
        grid.addWidget(line, row, 1)

    def _clear(self) -> None:
        for line in self.lines.values():
            line.clear()

    def accept(self) -> None:
        """Show the rows whose cells hold it."""
        said = {key: " ".join(line.text().split()) for key, line in self.lines.items()}
        self._table.filter({key: text for key, text in said.items() if text})
        super().accept()


def _asked(table: "Table") -> list[Any]:
    heading, columns = table.heading, table.model_.columns
    places = [heading.logicalIndex(visual) for visual in range(heading.count())]
    return [columns[n] for n in places if not heading.isSectionHidden(n) or columns[n].key in table.filters]


def offer_filter(table: "Table", menu: QMenu, column: int) -> None:
    """Begin a heading's menu with the filter of its column."""
    each = table.model_.columns[column]
    named = each.heading.replace("&", "&&")
    menu.addAction(f"Filter “{named}”…", lambda: Filters(table, table.window(), each.key).open())
    if each.key in table.filters:
        others = {key: text for key, text in table.filters.items() if key != each.key}
        menu.addAction(f"Clear the filter of “{named}”", lambda: table.filter(others))
    menu.addSeparator()


class Filtered(QWidget):
    """Says what the columns of a table hold, and clears it; hidden while nothing is filtered."""

    def __init__(self, table: "Table") -> None:
        super().__init__()
        self._table = table
        self.said = giving_status("filtered")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.addWidget(self.said, 8)
        self.clear = bare_button("Clear filters", "link", lambda: table.filter({}))
        self.ask = bare_button("Filter columns…", "link", lambda: Filters(table, table.window()).open())
        self.ask.setToolTip("Filter columns (Shift+F9)")
        row.addStretch(1)
        row.addWidget(self.ask)
        row.addWidget(self.clear)
        table.model_.counted.connect(lambda _: self.tell())
        self.tell()

    def tell(self) -> None:
        """Say it anew."""
        names = {column.key: column.heading for column in self._table.model_.columns}
        said = [f"{names[key]} holds “{text}”" for key, text in self._table.filters.items() if key in names]
        self.said.setText(" · ".join(said))
        self.said.setVisible(bool(said))
        self.clear.setVisible(bool(said))
