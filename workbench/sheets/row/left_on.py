"""People who left as a column of days says, "Term Date", or a remark: "resigned 6/30/2026". Left alone they would come in as
active.

Where a heading says how they left, that is their status; where it says only that they did, and where a remark says it, that is
asked (settling.py).
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any

from workbench.sheets.cell import cells, standings, words
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


def remarked(rows: Sequence[DataRow], columns: Mapping[int, str | None], headings: Mapping[int, str]) -> list[DataRow]:
    """The rows with what a remark says that begins with a status, alone or with its day, where no cell of theirs has one."""
    found = list(rows)
    status_at = next((at for at, target in columns.items() if target == STATUS), None)
    for at in (at for at, target in columns.items() if target in REMARKS):
        heading = " ".join(headings.get(at, "").split()) or "Remarks"
        for index, row in enumerate(found):
            stated = status_at is not None and row.cells[status_at] is not None
            if not stated and GONE not in row.carried and STATUS not in row.carried and (said := _away(row.cells[at])):
                found[index] = row._replace(carried={**row.carried, GONE: f"{heading}: {said.lower()}"})
    return found


REMARKS = frozenset(["provider.notes", "provider.remarks"])


@lru_cache(maxsize=1 << 13)
def _away(cell: Any) -> str:
    """The status that a remark begins with, if it says that somebody is away or gone."""
    if not isinstance(cell, str):
        return ""
    if match := _leaves().match(cell.strip()):
        return match[0]
    told = standings.told(cell.strip())
    status = words.status(told.word if told else cell) or ""
    return "" if status in ("Active", "Pending") else status


@cache
def _leaves() -> re.Pattern[str]:
    said = "|".join(map(re.escape, sorted(words.words().departures.remarks)))
    return re.compile(rf"(?:{said})\b|left(?=\W*\d)", re.IGNORECASE)


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
