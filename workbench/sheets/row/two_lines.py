"""People on two lines each under two rows of headings, "Name, NPI, License" above "Address, Phone, Email": both lines are one row."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.records.checks import npi_is_valid
from workbench.sheets import limits
from workbench.sheets.cell import cells
from workbench.sheets.column.groups import one_line
from workbench.sheets.column.headings import Meaning, Synonyms, meaning
from workbench.sheets.column.layout import IDENTITY
from workbench.sheets.reading import Cell, Sheet

_NPI = "provider.npi"
_LEAST = 2
"""Headings that are known in either row, and people on two lines."""
_MOST = 0.8
"""The share of people on two lines, and of lines that are theirs."""
Row = tuple[Cell, ...]


def in_one(sheet: Sheet, synonyms: Synonyms) -> Sheet:
    """The sheet with the lines of each person side by side in the row of the first, and a blank row for the second; as it is where
    people do not stand so."""
    for index in range(min(limits.HEADING_ROWS, len(sheet.rows) - 2)):
        npi = _column_of_npis(sheet.rows[index], sheet.rows[index + 1], synonyms)
        if npi is not None and (firsts := _firsts(sheet.rows, index + 2, npi)):
            return replace(sheet, rows=_side_by_side(sheet.rows, {index, *firsts}))
    return sheet


def _column_of_npis(upper: Row, lower: Row, synonyms: Synonyms) -> int | None:
    """The column of the NPIs where both rows are headings, the second of which says nothing of who is meant."""
    means = [{at: found for at, cell in enumerate(row) if (found := _known(cell, synonyms))} for row in (upper, lower)]
    if min(map(len, means)) < _LEAST or any(IDENTITY.intersection(found.targets) for found in means[1].values()):
        return None
    if set(means[0].values()) & set(means[1].values()):
        return None
    return next((at for at, found in means[0].items() if _NPI in found.targets), None)


def _known(cell: Cell, synonyms: Synonyms) -> Meaning | None:
    found = meaning(one_line(cell), synonyms) if isinstance(cell, str) else None
    return found if found and (found.known or found.attributes) else None


def _firsts(rows: Sequence[Row], start: int, npi: int) -> set[int]:
    """The rows with an NPI and a line without one below; empty where too few people have two lines."""
    numbered = {
        n for n in range(start, len(rows)) if rows[n][npi] is not None and npi_is_valid(cells.typed(rows[n][npi]))
    }
    found = {n for n in numbered if n + 1 < len(rows) and n + 1 not in numbered and any(rows[n + 1])}
    filled = sum(1 for row in rows[start:] if any(cell is not None for cell in row))
    is_so = len(found) >= max(_LEAST, _MOST * len(numbered)) and len(found) + len(numbered) >= _MOST * filled
    return found if is_so else set()


def _side_by_side(rows: Sequence[Row], firsts: set[int]) -> list[Row]:
    blank = (None,) * len(rows[0])
    made: list[Row] = []
    for n, row in enumerate(rows):
        if n - 1 in firsts:
            made.append((*blank, *blank))
        else:
            made.append((*row, *(rows[n + 1] if n in firsts else blank)))
    return made
