"""People beside whose names stands that they may be gone, "OLD Poe, Ed", "Poe, Ed, MD - DO NOT USE": asked (settling.py)."""

from collections.abc import Mapping, Sequence

from workbench.sheets.cell import name_marks
from workbench.sheets.row.departing import GONE, STATUS
from workbench.sheets.row.sorting import DataRow

_NAMES = ("provider.full_name", "provider.last")


def carried(rows: list[DataRow], columns: Mapping[int, str | None]) -> list[DataRow]:
    """The rows with what is said so beside their names."""
    at = [column for column, target in columns.items() if target in _NAMES]
    texts = {cell for row in rows for each in at if isinstance(cell := row.cells[each], str)}
    gone = {text: said for text in texts if (said := name_marks.read(" ".join(text.split())).gone)}
    return (
        [_carried(row, [gone[str(cell)] for each in at if (cell := row.cells[each]) in gone]) for row in rows]
        if gone
        else rows
    )


def _carried(row: DataRow, said: Sequence[str]) -> DataRow:
    if not said or GONE in row.carried or STATUS in row.carried:
        return row
    return row._replace(carried={**row.carried, GONE: said[0].upper()})
