"""Columns that hold what an office without encryption does not take, whether their headings are known or not.

A roster calls them SSN/TIN, SSN4, Soc or B-Day; what is not read would still be kept as the file had it.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from operator import itemgetter
from typing import Any

from workbench.records import private_texts
from workbench.sheets.cell import cells, private_days
from workbench.sheets.cell.dates import BIRTH_YEARS
from workbench.sheets.column.headings import load_synonyms, meaning, normal
from workbench.sheets.reading import Cell
from workbench.sheets.recognizing import SheetReading

SSN, BIRTH, IDENTITY, MAYBE = "provider.ssn", "provider.birth_date", "identity", "maybe"
TIN, PRACTICE, EMPLOYEE = "practice.tin", "practice.name", "identifier.employee"
PRIVATE = {
    SSN: "Social security numbers",
    BIRTH: "Birth dates",
    IDENTITY: "Numbers of driver's licenses or passports",
    MAYBE: "Nine digits that may be social security numbers",
}
"""What an office that is not encrypted does not take."""
_BIRTHDAYS = {"dob", "bday", "birthday", "birthdate", "bdate", "brthday", "bthday", "yob"}
_BIRTHS = {"birth", "born", "bd", "naissance", "nac", "geburtsdatum", "geboren", "nascimento"}
_TAXES = {"tax", "taxpayer", "itin", "ssan", "personal", "national"}
"""Words of headings over which nine bare digits are somebody's own, where the column is not read as a practice's number."""
_OWN_IDS = {"id", "ids", "employee", "emp", "ein", "fein", "federal", "fid", "payroll", "badge"}
"""Words of headings over which nine bare digits may be: a number that somebody else gave, or the person's own."""
_PARTED_BIRTH = re.compile(r"(?<![^\W_])[dy][\W_]*o[\W_]*b(?![^\W_])", re.IGNORECASE)
_PARTED_SSN = re.compile(r"(?<![^\W_])s[\W_]*s[\W_]*n(?![^\W_])", re.IGNORECASE)
"""However the letters are parted."""
_SAYS_NOTHING = {
    "column",
    "unnamed",
    "field",
    "date",
    "day",
    "number",
    "other",
    "misc",
    "info",
    "data",
    "personal",
    "private",
}
"""Words of a heading under which anything may stand."""
_IDENTITIES = {"driver", "drivers", "dl", "passport"}
_LEAST_OF_IDENTITY = 5
"""Digits that the number of such a document has at least; its state and its last day have fewer, or are no number."""


def private_columns(reading: SheetReading) -> dict[int, str]:
    """The columns that hold social security numbers or birth dates, and which of the two; tax numbers that are no practice's."""
    found = {}
    of_practices, rows = reading.column_of(PRACTICE) is not None, [row.cells for row in reading.rows]
    for at, target in reading.columns.items():
        if target in PRIVATE:
            found[at] = target
        elif target is None and (what := _unread(reading.headings.get(at, ""), _cells(rows, at))):
            found[at] = what
    for at, target in reading.columns.items():
        theirs = target == TIN and not of_practices and SSN in found.values()
        asked = target == TIN and not of_practices or target == EMPLOYEE
        if theirs or asked and _share(_cells(rows, at), private_days.is_bare):
            found[at] = MAYBE
    return found


def _cells(rows: Sequence[tuple[Cell, ...]], at: int) -> set[Cell]:
    return set(map(itemgetter(at), rows)) - {None}


def withheld(columns: Mapping[int, str], reading: SheetReading, hidden: Iterable[str]) -> dict[int, bool]:
    """The columns that are not kept as the file has them: of a True one nothing is kept, of the others, which are read as
    social security numbers, the last four digits.

    What else is private and not read is kept nowhere: nobody could see which of the kept cells are to be masked.
    """
    return {
        at: what in hidden or reading.columns[at] != SSN
        for at, what in columns.items()
        if what in hidden or what in (SSN, MAYBE) or reading.columns[at] != BIRTH
    }


def kept(cell: Cell, nothing: bool) -> str | None:
    """What is kept of a cell that is not kept as it is: of a number the last four digits, of words the words."""
    if nothing or cell is None:
        return None
    typed = cells.typed(cell)
    digits = _digits(typed)
    if len(digits) >= 4 and not re.search(r"[^\W\d_]", typed):
        return f"…{digits[-4:]}"
    return private_texts.masked(typed)


def _holds_ssn(texts: list[str]) -> bool:
    """Whether one of many texts holds a number; most columns hold nothing, which one look tells."""
    return private_texts.any_held(texts) and any(private_texts.held(text)[0] for text in texts)


def _unread(heading: str, values: set[Cell]) -> str:
    phrase = normal(heading, load_synonyms().words)
    words, found = set(phrase.split()), meaning(heading, load_synonyms())
    if known := PRIVATE.keys() & set(found.targets):  # left out by hand, or another column holds it already
        return known.pop()
    if _holds_ssn([cell for cell in values if isinstance(cell, str)]) or _says_ssn(words, heading):
        return SSN
    if words & _IDENTITIES and _share(values, lambda cell: len(_digits(cell)) >= _LEAST_OF_IDENTITY):
        return IDENTITY
    if words & {"soc", "social", "ss"} and _share(values, lambda cell: len(_digits(cell)) in (4, 7, 8, 9)):
        return SSN
    if "last" in words and words & {"4", "four"} and _share(values, lambda cell: len(_digits(cell)) <= 4):
        return SSN
    if words & _BIRTHDAYS or "b day" in phrase or "birth date" in phrase or _PARTED_BIRTH.search(heading):
        return BIRTH
    says_nothing = all(word in _SAYS_NOTHING or len(word) == 1 or word.isdigit() for word in words)
    if (says_nothing or words & _TAXES) and _share(values, private_days.is_bare):
        return SSN
    if words & _OWN_IDS and _share(values, private_days.is_bare):
        return MAYBE
    if words & _BIRTHS or says_nothing or found.sort == "board":
        return BIRTH if _share(values, partial(_is_birth, alone=bool(words & _BIRTHS))) else ""
    return ""


def _says_ssn(words: set[str], heading: str) -> bool:
    named = any(word.startswith("ssn") or word in ("socsec", "socialsecurity") for word in words)
    return named or {"social", "security"} <= words or _PARTED_SSN.search(heading) is not None


def _share(values: set[Cell], test: Callable[[Cell], Any]) -> bool:
    """Whether at least half of the different cells pass; none do where there are none."""
    return bool(values) and 2 * sum(1 for cell in values if test(cell)) >= len(values)


def _digits(cell: Cell) -> str:
    if isinstance(cell, date):
        return ""
    return re.sub(r"\D", "", cells.without_fraction(cells.typed(cell)))


def _is_birth(cell: Cell, *, alone: bool = True) -> bool:
    """Whether a cell can be a day of birth; alone also a year."""
    digits = _digits(cell)
    if alone and len(digits) == 4 and int(digits) in BIRTH_YEARS:
        return True
    try:
        day = cells.birth(cell)
    except ValueError:
        return False
    return isinstance(day, date) and day.year in BIRTH_YEARS
