"""What could not be set in a list: marked beside its cell, and told in one sheet with the reason for each."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from workbench.actions.cells import Refused
from workbench.records.words import of
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.plain import Column, PlainList, Row
from workbench.ui.kit.table import Table

COLUMNS = (
    Column("whose", "Row", bold=True),
    Column("field", "Column"),
    Column("text", "Was to be"),
    Column("why", "Why not"),
)
WIDE, AROUND = 940, 80
"""Logical pixels of the table, and what the screen has around it: the reason is read whole."""


def mark(table: Table, wanted: Sequence[tuple[int, str]], refused: Sequence[Refused], keys: Mapping[str, str]) -> None:
    """Mark the cells of (id, column) that were refused; those that were asked for and set are marked no longer."""
    marks = table.model_.refused
    for each in wanted:
        marks.pop(each, None)
    for one in refused:
        if one.cell.id:
            marks[one.cell.id, keys.get(one.cell.field, one.cell.field)] = one.cell.text, one.message
    table.viewport().update()


class NotSetSheet(Sheet):
    """One line a cell; Ctrl+C copies them for Excel."""

    def __init__(self, refused: Sequence[Refused], headings: Mapping[str, str], parent: QWidget) -> None:
        """headings are by field."""
        super().__init__(
            f"{of(len(refused), 'cell')} not set", "They stay as they were. Everything else is set.", parent
        )
        rows = [
            Row(n, (one.title or "—", headings.get(one.cell.field, one.cell.field) or "—", one.cell.text, one.message))
            for n, one in enumerate(refused, 1)
        ]
        listed = PlainList("not_set", "Cells not set", COLUMNS, rows)
        self.table = Table(listed, date.max)
        self.table.columns.whole = frozenset({len(COLUMNS) - 1})
        room = self.screen().availableGeometry().width() - AROUND
        self.table.setMinimumSize(min(WIDE, room), min(360, 60 + 36 * len(rows)))
        self.body.addWidget(self.table)
        self.add_button("Close", "primary", self.accept, default=True)
