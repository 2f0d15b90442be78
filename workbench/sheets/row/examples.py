"""A row that a payer's form fills in to show how: "Doe, Jane 1234567893". It is nobody, and is left out with that reason."""

import re
from collections.abc import Mapping, Sequence

from workbench.sheets.cell import cells, names
from workbench.sheets.column.headings import load_synonyms
from workbench.sheets.reading import Cell
from workbench.sheets.row.lines import Line

EXAMPLE = Line("An invented example.")
LOOKED_AT = 3
"""Rows under the headings: further down a Doe is somebody."""
_SAYS_SO = re.compile(
    r"\W*(?:(?:this is an? )?examples?|e\.g\.|for example|sample (?:row|data|entry|record|provider|only))\b",
    re.IGNORECASE,
)
_COUNTED = "12345678901234567890"


def is_one(row: Sequence[Cell], columns: Mapping[str, int]) -> bool:
    """Whether a row says that it is an example, or has an invented name beside an invented number."""
    texts = [cells.typed(cell) for cell in row if isinstance(cell, str)]
    if any(map(_SAYS_SO.match, texts)):
        return True
    return _name(row, columns) in load_synonyms().lines["invented_names"] and any(map(_is_invented, row))


def _name(row: Sequence[Cell], columns: Mapping[str, int]) -> str:
    """The name of the row in small letters, first name first."""
    said = {target: cells.typed(row[at]) for target, at in columns.items() if at < len(row) and row[at] is not None}
    first, last = said.get("provider.first", ""), said.get("provider.last", "")
    if not last and (whole := said.get("provider.full_name")):
        found = names.parse(whole)
        first, last = found.first, found.last
    return f"{first} {last}".casefold().strip()


def _is_invented(cell: Cell) -> bool:
    """Whether a number counts up, or is one digit again and again; 1234567893 passes the check digit of an NPI."""
    digits = "".join(filter(str.isdigit, cells.typed(cell)))
    return len(digits) > 6 and (digits[:-1] in _COUNTED or len(set(digits)) == 1)
