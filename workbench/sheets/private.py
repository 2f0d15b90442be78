"""Columns that hold what an office without encryption does not take, whether their headings are known or not.

A roster calls them SSN/TIN, SSN4, Soc or B-Day; what is not read would still be kept as the file had it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from workbench.sheets import targets
from workbench.sheets.cell import cells
from workbench.sheets.column.headings import load_synonyms, meaning, normal
from workbench.sheets.reading import Cell
from workbench.sheets.recognizing import SheetReading

SSN, BIRTH = "provider.ssn", "provider.birth_date"
PRIVATE = {SSN: "Social security numbers", BIRTH: "Birth dates"}
"""What an office that is not encrypted does not take."""
_DASHED = re.compile(r"(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])")
_BIRTH_YEARS = range(1920, 2006)
_BIRTHDAYS = {"dob", "bday", "birthday", "birthdate", "bdate"}
_LOOKED_AT = {"tin", "code"}
"""Types of value in whose columns social security numbers stand by mistake: a doctor's own is the tax number of the practice."""


def private_columns(reading: SheetReading) -> dict[int, str]:
    """The columns that hold social security numbers or birth dates, and which of the two."""
    found = {}
    for at, target in reading.columns.items():
        if target in PRIVATE:
            found[at] = target
        elif target is None or targets.kind(target) in _LOOKED_AT:
            values: set[Cell] = {cell for row in reading.rows if (cell := row.cells[at]) is not None}
            if what := _unread(reading.headings.get(at, ""), values) if target is None else _mistaken(values):
                found[at] = what
    return found


def withheld(columns: Mapping[int, str], reading: SheetReading, hidden: Iterable[str]) -> dict[int, bool]:
    """The columns that are not kept as the file has them: of a True one nothing is kept, of the others the last four digits."""
    return {
        at: what in hidden
        for at, what in columns.items()
        if what in hidden or what == SSN and reading.columns[at] in (None, SSN)
    }


def kept(cell: Cell, nothing: bool) -> str | None:
    """What is kept of a cell that is not kept as it is."""
    return None if nothing or cell is None else f"…{cells.typed(cell)[-4:]}"


def _unread(heading: str, values: set[Cell]) -> str:
    phrase = normal(heading, load_synonyms().words)
    words, means = set(phrase.split()), meaning(heading, load_synonyms()).targets
    if known := PRIVATE.keys() & set(means):  # left out by hand, or another column holds it already
        return known.pop()
    if any(isinstance(cell, str) and _DASHED.search(cell) for cell in values) or _says_ssn(words):
        return SSN
    if words & {"soc", "social", "ss"} and _share(values, lambda cell: len(_digits(cell)) in (4, 7, 8, 9)):
        return SSN
    if "last" in words and words & {"4", "four"} and _share(values, lambda cell: len(_digits(cell)) <= 4):
        return SSN
    if words & _BIRTHDAYS or "b day" in phrase or "birth date" in phrase or "d o b" in phrase:
        return BIRTH
    return BIRTH if words & {"birth", "born"} and _share(values, _is_birth) else ""


def _says_ssn(words: set[str]) -> bool:
    return any(word.startswith("ssn") or word in ("socsec", "socialsecurity") for word in words) or (
        {"social", "security"} <= words
    )


def _mistaken(values: set[Cell]) -> str:
    return SSN if values and _share(values, lambda cell: isinstance(cell, str) and _DASHED.search(cell)) else ""


def _share(values: set[Cell], test: Callable[[Cell], Any]) -> bool:
    """Whether at least half of the different cells pass; none do where there are none."""
    return bool(values) and 2 * sum(1 for cell in values if test(cell)) >= len(values)


def _digits(cell: Cell) -> str:
    return re.sub(r"\D", "", cells.without_fraction(cells.typed(cell)))


def _is_birth(cell: Cell) -> bool:
    digits = _digits(cell)
    if len(digits) == 4 and int(digits) in _BIRTH_YEARS:
        return True
    try:
        day = cells.birth(cell)
    except ValueError:
        return False
    return isinstance(day, date) and day.year in _BIRTH_YEARS
