"""People on two lines each under two rows of headings, "Name, NPI, License" above "Address, Phone, Email": both lines are one row.

So they are under one row of headings, where what stands on the second line can be nothing of what the headings say: there it is
read only where it leaves no doubt what it is, as an e-mail.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.records.checks import npi_is_valid
from workbench.sheets import limits, targets
from workbench.sheets.cell import cells
from workbench.sheets.column.groups import one_line
from workbench.sheets.column.headings import Meaning, Synonyms, meaning
from workbench.sheets.column.layout import IDENTITY
from workbench.sheets.reading import Cell, Sheet
from workbench.sheets.row.group_names import is_known

_NPI = "provider.npi"
_LEAST = 2
"""Headings that are known in either row, and people on two lines."""
_PHONE = re.compile(r"\(\d{3}\)\s*\d{3}-\d{4}|(?<![\d-])\d{3}[-.]\d{3}[-.]\d{4}(?![\d-])")
_ADDRESS = re.compile(r"^\s*\d+\s+\w|\b[A-Z]{2}\s+\d{5}\b|\bP\.?\s?O\.? Box\b", re.IGNORECASE)
_MOST = 0.8
"""The share of people on two lines, and of lines that are theirs."""
Row = tuple[Cell, ...]


def under_two_rows(sheet: Sheet, synonyms: Synonyms) -> Sheet:
    """The sheet with the lines of each person side by side in the row of the first, and a blank row for the second; as it is where
    people do not stand so under two rows of headings."""
    for index in range(min(limits.HEADING_ROWS, len(sheet.rows) - 2)):
        npi = _column_of_npis(sheet.rows[index], sheet.rows[index + 1], synonyms)
        if npi is not None and (firsts := _firsts(sheet.rows, index + 2, npi)):
            return replace(sheet, rows=_side_by_side(sheet.rows, {index, *firsts}))
    return sheet


def under_one_row(sheet: Sheet, synonyms: Synonyms) -> Sheet:
    """The same under one row of headings: no heading stands over the second lines."""
    for index in range(min(limits.HEADING_ROWS, len(sheet.rows) - 2)):
        if firsts := _above_others(sheet.rows, index, synonyms):
            return replace(sheet, rows=_side_by_side(sheet.rows, firsts))
    return sheet


def _above_others(rows: Sequence[Row], index: int, synonyms: Synonyms) -> set[int]:
    """The first lines of people under one row of headings, each above a line that is nothing of what these say; mostly empty."""
    means = {at: found for at, cell in enumerate(rows[index]) if (found := _known(cell, synonyms))}
    npi = next((at for at, found in means.items() if _NPI in found.targets), None)
    if npi is None or len(means) < _LEAST:
        return set()
    begins = next((n for n in range(index + 1, len(rows) - 1) if any(cell is not None for cell in rows[n])), None)
    if begins is None or not _is_number(rows[begins][npi]) or rows[begins + 1][npi] is not None:
        return set()  # nearly every roster ends here
    firsts = _firsts(rows, index + 1, npi)
    odd = {n for n in firsts if any(_is_odd(cell, means.get(at)) for at, cell in enumerate(rows[n + 1]))}
    if not firsts or len(odd) < _MOST * len(firsts):
        return set()
    numbered = [n for n in range(index + 1, len(rows)) if _is_number(rows[n][npi])]
    return firsts if begins in firsts and numbered[-1] in odd else set()  # lines of sections stand above their people


def _is_odd(cell: Cell, found: Meaning | None) -> bool:
    """Whether a cell can be nothing of what its heading says: a phone or an e-mail elsewhere, an address or a department for a name."""
    if not isinstance(cell, str) or found is None:
        return False
    kinds = {targets.kind(target) for target in found.targets}
    if kinds & {"email", "phone", "lines"}:
        return False
    is_name = bool(kinds & {"person", "surname"})
    return "@" in cell or bool(_PHONE.search(cell)) or is_name and (_ADDRESS.search(cell) is not None or is_known(cell))


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
    numbered = {n for n in range(start, len(rows)) if _is_number(rows[n][npi])}
    found = {n for n in numbered if n + 1 < len(rows) and n + 1 not in numbered and any(rows[n + 1])}
    filled = sum(1 for row in rows[start:] if any(cell is not None for cell in row))
    is_so = len(found) >= max(_LEAST, _MOST * len(numbered)) and len(found) + len(numbered) >= _MOST * filled
    return found if is_so else set()


def _is_number(cell: Cell) -> bool:
    return cell is not None and npi_is_valid(cells.typed(cell))


def _side_by_side(rows: Sequence[Row], firsts: set[int]) -> list[Row]:
    blank = (None,) * len(rows[0])
    made: list[Row] = []
    for n, row in enumerate(rows):
        if n - 1 in firsts:
            made.append((*blank, *blank))
        else:
            made.append((*row, *(rows[n + 1] if n in firsts else blank)))
    return made
