"""People who left on a day that a column of its own says: "Term Date", "Resigned". Left alone they would come in as active.

Where the heading says how they left, that is their status; where it says only that they did, that is asked (settling.py).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from workbench.sheets.cell import cells
from workbench.sheets.row.departing import GONE, STATUS
from workbench.sheets.row.sorting import DataRow
from workbench.store.database import database

TARGET = "provider.left_on"
_SURELY = {"resign": "Resigned", "retire": "Retired", "deceas": "Deceased", "death": "Deceased"}
"""What a heading says by itself; a term ends in several ways."""


def carried(rows: Sequence[DataRow], columns: Mapping[int, str | None], headings: Mapping[int, str]) -> list[DataRow]:
    """The rows with what such a column says of whoever has left by now."""
    found = list(rows)
    for at in (at for at, target in columns.items() if target == TARGET):
        heading = " ".join(headings.get(at, "").split()) or "Left on"
        status = next((status for stem, status in _SURELY.items() if stem in heading.casefold()), "")
        says = {STATUS: status} if status else {GONE: heading}
        for index, row in enumerate(found):
            if GONE not in row.carried and STATUS not in row.carried and has_left(row.cells[at]):
                found[index] = row._replace(carried={**row.carried, **says})
    return found


def has_left(cell: Any) -> bool:
    """Whether a cell names a day that has come."""
    try:
        day = cells.day(cell)
    except ValueError:
        return False
    return is_past(day)


def is_past(day: date | None) -> bool:
    """Whether a day has come."""
    return day is not None and day <= database.clock().date()
