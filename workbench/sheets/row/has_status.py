"""A column that is headed by a status, and whose cells say who has it: "Suspended" over Y, "Resigned?" over yes and no, "LOA" over days.

Where a cell says yes, or names a day that has come, that is the person's status. Where the heading says only that somebody is
gone, where "Active" says no, and where a cell says something else, it is asked (settling.py).
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from workbench.sheets.cell import cells, standings, words
from workbench.sheets.reading import Cell
from workbench.sheets.row import departing
from workbench.sheets.row.departing import GONE, STATUS
from workbench.sheets.row.left_on import is_past
from workbench.sheets.row.sorting import DataRow
from workbench.sheets.sheet_reading import SheetReading

TARGET = "provider.has_status"
ACTIVE, _WAITING = "Active", "Pending"


class Said(NamedTuple):
    """What a cell says under such a heading."""

    has: bool | None
    """None where it is asked."""
    since: date | None = None
    beside: str = ""
    """Words that are kept as a remark."""


NOTHING = Said(False)


@cache
def named(heading: str) -> str | None:
    """The status that a heading names; "" where it says only that somebody is gone, None where it is no such heading."""
    heading = _CAMEL.sub(" ", heading)
    lists, found = words.words().departures, departing.said(heading)
    letters = _LETTERS.findall(heading.casefold())
    if " ".join(letters) in lists.on_staff:
        return ACTIVE
    if (
        found.categories
        or found.unknown - lists.of_headings - lists.left_headings
        or not lists.other_headings.isdisjoint(letters)
    ):
        return None
    if len(found.statuses) == 1 and not found.gone:
        status = next(iter(found.statuses))
        return None if status == _WAITING else status
    left = any(phrase in lists.left_headings for phrase, *_ in departing.phrases(heading))
    return "" if left and not found.statuses else None


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LETTERS = re.compile(r"[^\W\d_]+")


def said(status: str, cell: Cell) -> Said:
    """What a cell says; days that are still to come say nothing yet."""
    if cell is None or isinstance(cell, bool):
        return Said(bool(cell))
    text = cells.typed(cell)
    if cells.flag(cell):
        return Said(True)
    if status == ACTIVE:
        return Said(None) if words.is_no(text) else NOTHING
    if not any(map(str.isalnum, text)) or words.is_no(text) or words.is_filler(text) or text.casefold() == "never":
        return NOTHING
    if words.status(text) == ACTIVE:
        return NOTHING
    day = _day(cell)
    if day:
        return Said(is_past(day), day)
    if words.status(text) == status:
        return Said(True)
    if told := standings.told(f"{status} {text}") if text[:1].isdigit() else None:
        return Said(told.since is None or is_past(told.since), told.since, text)
    return Said(None, None, text)


def _day(cell: Cell) -> date | None:
    try:
        return cells.day(cell)
    except ValueError:
        return None


def settle(reading: SheetReading) -> None:
    """Take the columns of a sheet that are headed so and that nothing else was made of."""
    for at, heading in reading.headings.items():
        status = named(" ".join(heading.split()))
        if reading.columns.get(at) is not None or at in reading.correction.columns or status is None:
            continue
        if _is_anothers(reading, at):
            continue
        held = [row.cells[at] for row in reading.rows if row.cells[at] is not None]
        if not held or status == ACTIVE and not any(said(status, cell).has is None for cell in held):
            continue
        reading.columns[at] = TARGET
        left_out = f"Column {reading.label(at)} is left out"
        reading.notes = [note for note in reading.notes if not note.startswith(left_out)]


def _is_anothers(reading: SheetReading, at: int) -> bool:
    """Whether a column was left out as that of the column on its left: "Network, Eff Date, Termed"."""
    said = f"Column {reading.label(at)} is left out: as it stands, it is about"
    return any(note.startswith(said) for note in reading.notes)


def carried(rows: Sequence[DataRow], columns: Mapping[int, str | None], headings: Mapping[int, str]) -> list[DataRow]:
    """The rows with what such columns say of them; the first that says something counts."""
    found = list(rows)
    returned = [at for at, heading in headings.items() if " ".join(_LETTERS.findall(heading.casefold())) in _returned()]
    for at in (at for at, target in columns.items() if target == TARGET):
        heading = " ".join(headings.get(at, "").split())
        status = named(heading)
        for index, row in enumerate(found if status is not None else ()):
            tells = said(status or "", row.cells[at])
            if tells.has is False or GONE in row.carried or row.carried.get(STATUS, ACTIVE) != ACTIVE:
                continue
            is_sure = tells.has and not any(_says_more(row.cells[each]) for each in returned)
            says = {STATUS: status} if is_sure and status else {GONE: _asked(heading, status or "")}
            kept = {target: text for target, text in row.carried.items() if target != STATUS}
            found[index] = row._replace(carried={**kept, **says})
    return found


def _returned() -> frozenset[str]:
    return words.words().departures.returned


def _says_more(cell: Cell) -> bool:
    text = cells.typed(cell) if cell is not None else ""
    return any(map(str.isalnum, text)) and not words.is_no(text) and not words.is_filler(text)


def _asked(heading: str, status: str) -> str:
    return f"{heading.rstrip('?')}: no" if status == ACTIVE else heading
