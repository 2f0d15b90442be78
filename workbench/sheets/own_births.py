"""Birth dates of a file that stand there once more: in a column that nobody reads, under another heading, among other words.

A row's birth date tells its own repetition, however the day is written.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from workbench.sheets.cell import cells, private_days
from workbench.sheets.cell.dates import BIRTH_YEARS, is_year
from workbench.sheets.private import BIRTH, SSN
from workbench.sheets.reading import Cell, Wrong
from workbench.sheets.recognizing import DataRow, SheetReading

Births = frozenset[date | str]
"""The days of birth of a row; the year or the text where no day is said or it cannot be told which."""
NONE: Births = frozenset()
_LEAST_DIGITS = 4


def by_row(
    reading: SheetReading, private: Mapping[int, str], said: Mapping[int, Mapping[Cell, set[date]]]
) -> list[Births]:
    """Row by row the days of birth in its private columns, and those that its other cells say in words (by column and cell)."""
    columns = [at for at, what in private.items() if what == BIRTH]
    if not columns and not said:
        return [NONE] * len(reading.rows)
    known = {cell: _born(cell) for at in columns for cell in {row.cells[at] for row in reading.rows}}

    def of(row: DataRow) -> Births:
        days = [known[row.cells[at]] for at in columns]
        words = [told.get(row.cells[at], NONE) for at, told in said.items()]
        return NONE.union(*days, *words)

    return [of(row) for row in reading.rows]


def columns_repeating(reading: SheetReading, private: Mapping[int, str]) -> dict[int, str]:
    """The columns that nobody reads and that repeat their rows' birth dates, wherever both are filled, in most of them: what
    they say where the birth date is missing is one too."""
    births = by_row(reading, private, {})
    if not any(births):
        return {}
    found = {}
    for at, target in reading.columns.items():
        if target is None and at not in private:
            both = [
                (row.cells[at], days) for row, days in zip(reading.rows, births, strict=True) if days and row.cells[at]
            ]
            known = _known({cell for cell, _ in both}, unread=True)
            if both and 2 * sum(1 for cell, days in both if known.get(cell, NONE) & days) >= len(both):
                found[at] = BIRTH
    return found


def take_out(
    reading: SheetReading, private: Mapping[int, str], births: Sequence[Births], words: Collection[str | None]
) -> dict[int, int]:
    """Take out of all other columns what repeats the birth date of its row; how many cells, by column.

    In columns of words dots stand for it; a cell that holds nothing else is emptied."""
    left = {
        at: found
        for at, target in reading.columns.items()
        if any(births) and private.get(at) not in (BIRTH, SSN)
        for found in [_repeating(reading, at, births, target in words)]
        if found
    }
    if left:
        reading.rows = [_amended(row, n, left) for n, row in enumerate(reading.rows)]
    return {at: len(found) for at, found in left.items()}


def _repeating(reading: SheetReading, at: int, births: Sequence[Births], mask: bool) -> dict[int, Cell]:
    """The cells of a column that hold the birth date of their row, by the row's place, and what is left of each."""
    unread = reading.columns[at] is None
    column = [row.cells[at] for row in reading.rows]
    known = _known({cell for cell, days in zip(column, births, strict=True) if days and cell is not None}, unread)
    return {
        n: _without(cell, days, unread, mask)
        for n, (cell, days) in enumerate(zip(column, births, strict=True))
        if known and days & known.get(cell, NONE)
    }


def _amended(row: DataRow, n: int, left: Mapping[int, Mapping[int, Cell]]) -> DataRow:
    changed = {at: found[n] for at, found in left.items() if n in found}

    def without(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(changed[at] if at in changed and cell == row.cells[at] else cell for at, cell in enumerate(cells))

    return row._replace(cells=without(row.cells), filed=without(row.filed)) if changed else row


def _known(different: set[Cell], unread: bool) -> dict[Cell, Births]:
    """The different cells that hold days of birth's years, and which."""
    texts = [cell for cell in different if isinstance(cell, str)]
    others = different.difference(texts)
    if private_days.any_days(texts):
        others.update(cell for cell in texts if private_days.any_days([cell]))
    if unread:
        others.update(cell for cell in texts if cell.strip().isdecimal())
    found = {cell: _days(cell, unread) for cell in others}
    return {cell: days for cell, days in found.items() if days}


def _without(cell: Cell, births: Births, unread: bool, words: bool) -> Cell:
    if not isinstance(cell, str) or _whole(cell, unread) & births:
        return None
    days = {day for day in births if isinstance(day, date)}
    return private_days.without_days(cell, days, mask=words) or None


def _days(cell: Cell, unread: bool) -> Births:
    """The days of birth's years that a cell holds, alone or among words."""
    among = private_days.days_in(cell) if isinstance(cell, str) else []
    return _whole(cell, unread) | {day for _, day in among}


def _whole(cell: Cell, unread: bool) -> Births:
    """The day or year that a cell is. Numbers as Excel counts days, and years, are one where nothing else is expected."""
    if cell is None or isinstance(cell, (Wrong, bool)):
        return NONE
    if isinstance(cell, (date, datetime)):
        return _born(cell)
    digits = cells.without_fraction(cells.typed(cell))
    if digits.isdecimal() and not (unread or len(digits) == 8):
        return NONE
    return _born(cell)


def _born(cell: Cell) -> Births:
    if cell is None or isinstance(cell, Wrong):
        return NONE
    text = cells.without_fraction(cells.typed(cell))
    if is_year(text):
        return frozenset({text}) if int(text) in BIRTH_YEARS else NONE
    try:
        day = cells.birth(cell)
    except ValueError:
        return frozenset({text.casefold()}) if len(re.findall(r"\d", text)) >= _LEAST_DIGITS else NONE
    return frozenset({day}) if isinstance(day, date) and day.year in BIRTH_YEARS else NONE
