"""Where the keyboard goes in a table by place, and not by record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel

if TYPE_CHECKING:
    from workbench.ui.kit.table import Table

_Flag = QItemSelectionModel.SelectionFlag


def go_near(table: Table, place: int) -> None:
    """Make the row at a place the current one, or the last above it that is no head; none is selected."""
    model = table.model_
    rows = range(min(place, model.rowCount() - 1), -1, -1)
    row = next((each for each in rows if model.heads.at(each) is None), max(place, 0))
    table.selectionModel().setCurrentIndex(model.index(row, table.cells.first), _Flag.NoUpdate)


def go_back(table: Table, record: int, place: int) -> None:
    """Go to a record; where it is gone, to the one that came in its place."""
    ids = table.ids()
    if record in ids:
        table.go_to(record)
    elif ids:
        table.go_to(ids[min(max(place, 0), len(ids) - 1)])


def go_first(table: Table) -> None:
    """Make the first row the current one and select it; of groups it is the first head."""
    if table.model_.rowCount():
        index = table.model_.index(0, table.cells.first)
        table.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        table.scrollTo(index)
