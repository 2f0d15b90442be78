"""The second line of an address in a row of its own, in the column of streets: "Peoria, IL 60631" below "12 Elm St"."""

import re
from collections.abc import Mapping, Sequence

from workbench.records import places
from workbench.sheets.cell import cells, towns
from workbench.sheets.reading import Cell
from workbench.sheets.row.lines import Line, Lines

GOES_ON = Line("It goes on with the address of the row above.")
_STREETS = ("provider.street", "practice.street")
_UNIT = re.compile(r"(?:ste|suite|unit|apt|bldg|building|floor|fl|rm|room|p\.?\s?o\.? box)\b|#\s*\w", re.IGNORECASE)
_TOWN = re.compile(r"[^\W\d_][^\d,;/\n]{1,40},?\s+([A-Z]{2})\.?,?\s+\d{5}(?:-\d{4})?")


def told(rows: Sequence[tuple[Cell, ...]], start: int, found: Mapping[int, Line], lines: Lines) -> dict[int, Line]:
    """By index the lines of one cell that go on with the street above them."""
    columns = {lines.columns[target] for target in _STREETS if target in lines.columns} - {lines.first}
    goes_on: dict[int, Line] = {}
    for index in range(start + 1, len(rows)):
        if index not in found or not found[index].doubtful:
            continue
        at = next(column for column, cell in enumerate(rows[index]) if cell is not None)
        is_below = index - 1 in goes_on or index - 1 not in found
        if (
            at in columns
            and is_below
            and rows[index - 1][at] is not None
            and _is_second_line(cells.typed(rows[index][at]))
        ):
            goes_on[index] = GOES_ON
    return goes_on


def joined(row: tuple[Cell, ...], below: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The row with the one cell of the line below it behind its own."""
    pairs = zip(row, below, strict=True)
    return tuple(cell if more is None else f"{cells.typed(cell)}, {cells.typed(more)}" for cell, more in pairs)


def _is_second_line(text: str) -> bool:
    town = _TOWN.fullmatch(text)
    return bool(_UNIT.match(text)) or town is not None and bool(places.code(town[1])) or len(towns.towns(text)) == 1
