"""Social security numbers of a file that stand there once more: as a tax number, an ID, among other words.

Written 321456700 under Tax ID a number looks like a practice's; that it is somebody's own tells the column of SSNs.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from workbench.records import private_texts
from workbench.records.words import of
from workbench.sheets.asking import Question
from workbench.sheets.cell import cells, private_days
from workbench.sheets.private import MAYBE, SSN, TIN
from workbench.sheets.reading import Cell
from workbench.sheets.recognizing import DataRow, SheetReading

_NINE = re.compile(r"(?<!\d)\d(?:[-. ]?\d){7,8}(?!\d)")
LAST = 4
OUT = "left out, and not kept"


def numbers_in(readings: Sequence[SheetReading], private: Sequence[Mapping[int, str]]) -> frozenset[str]:
    """The nine digits of every social security number in columns that hold them."""
    held = {
        row.cells[at]
        for reading, columns in zip(readings, private, strict=True)
        for at, what in columns.items()
        if what == SSN
        for row in reading.rows
    }
    return frozenset(full for cell in held if (full := _full(cell)))


def columns_repeating(reading: SheetReading, private: Mapping[int, str]) -> dict[int, str]:
    """The columns that nobody reads of which most cells are their own rows' social security numbers."""
    ssns, found = [at for at, what in private.items() if what == SSN], {}
    for at, target in reading.columns.items():
        if target is None and at not in private and ssns:
            rows = (row.cells for row in reading.rows)
            both = [
                (full, own)
                for row in rows
                if (own := {_full(row[n]) for n in ssns} - {""}) and (full := _full(row[at]))
            ]
            if both and 2 * sum(full in own for full, own in both) >= len(both):
                found[at] = SSN
    return found


def repeating(different: Collection[Cell], numbers: Collection[str], words: bool) -> dict[Cell, Cell]:
    """The cells of a column that hold one of these numbers, and what is left of each: in words dots."""
    if not numbers:
        return {}

    def left(match: re.Match[str]) -> str:
        digits = _digits(match[0]).zfill(9)
        return match[0] if digits not in numbers else private_texts.DOTS if words else ""

    texts = [cell for cell in different if isinstance(cell, str)]
    found: dict[Cell, Cell] = {}
    if any(_digits(match[0]).zfill(9) in numbers for match in _NINE.finditer("\0".join(texts))):
        found = {text: new.strip() or None for text in texts if (new := _NINE.sub(left, text)) != text}
    for cell in different:
        if isinstance(cell, (int, float)) and _full(cell) in numbers:
            found[cell] = None
    return found


def without_own(reading: SheetReading, private: Mapping[int, str]) -> list[Question]:
    """Take out of the columns of tax numbers what is the person's own, row by row: nine bare digits where the row names no
    practice, and a number that ends as the row's social security number does. Tells what was taken."""
    ssns = [at for at, what in private.items() if what == SSN]
    practice, told = reading.column_of("practice.name"), []
    for at in (at for at, target in reading.columns.items() if target == TIN and private.get(at) != MAYBE):
        counted = _take(reading, at, lambda row: _is_own(row, at, practice, ssns))  # noqa: B023
        if counted:
            about = f"Column {reading.label(at)}: {of(counted, 'cell')} that may be a person's own number"
            told.append(Question(reading.name, about, counted, OUT))
    return told


def _take(reading: SheetReading, at: int, test: Callable[[DataRow], bool]) -> int:
    own = [test(row) for row in reading.rows]
    if any(own):
        pairs = zip(reading.rows, own, strict=True)
        reading.rows = [_blanked(row, at) if is_own else row for row, is_own in pairs]
    return sum(own)


def _is_own(row: DataRow, at: int, practice: int | None, ssns: Iterable[int]) -> bool:
    cell = row.cells[at]
    if cell is None:
        return False
    if private_days.is_bare(cell) and (practice is None or row.cells[practice] is None):
        return True
    ends = {
        _digits(cells.without_fraction(cells.typed(ssn)))[-LAST:] for at in ssns if (ssn := row.cells[at]) is not None
    }
    return len(digits := _digits(cells.without_fraction(cells.typed(cell)))) in (8, 9) and digits[-LAST:] in ends


def _blanked(row: DataRow, at: int) -> DataRow:
    def blank(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return (*cells[:at], None, *cells[at + 1 :])

    return row._replace(cells=blank(row.cells), filed=blank(row.filed) if row.filed else row.filed)


def _full(cell: Cell) -> str:
    """The nine digits of a number written in any way, with the zeros that a spreadsheet took; "" for the last four alone."""
    digits = _digits(cells.without_fraction(cells.typed(cell))) if isinstance(cell, (str, int, float)) else ""
    return digits.zfill(9) if 7 <= len(digits) <= 9 else ""


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
