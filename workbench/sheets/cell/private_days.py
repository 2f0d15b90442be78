"""Days of birth in the middle of a text, as days; and nine digits that stand alone in a cell."""

import re
from collections.abc import Iterable
from datetime import date

from workbench.records.private_texts import BARE, DATE, DOTS, OF_BIRTH_HERE, birth_patterns, plain, tidy
from workbench.sheets.cell import dates
from workbench.sheets.cell.texts import typed

_DAY = re.compile(rf"(?<![\w/.-])(?=[\djfmasond]){OF_BIRTH_HERE}{DATE}", re.IGNORECASE)


def births_in(text: str, *, name: bool = False) -> set[date]:
    """The days of birth that a text, or a name, holds."""
    matches = (match[0] for pattern in birth_patterns(name) for match in pattern.finditer(plain(text)))
    return {day for match in matches for _, day in days_in(match)}


def days_in(text: str) -> list[tuple[str, date]]:
    """Every day of a birth's year in a text, as it is written and which day it is."""
    found = []
    for match in _DAY.finditer(plain(text)):
        try:
            day = dates.day_of(match[0].strip(), "birth")
        except ValueError:
            continue
        if day is not None and day.year in dates.BIRTH_YEARS:
            found.append((match[0], day))
    return found


def any_days(texts: Iterable[str]) -> bool:
    """Whether any of many texts may hold a day of a birth's year: a quick look."""
    return _DAY.search(plain("\0".join(texts))) is not None


def without_days(text: str, days: set[date], *, mask: bool) -> str:
    """The text with dots for these days, or without them."""
    found = plain(text)
    for written, day in days_in(text):
        if day in days:
            found = found.replace(written, DOTS if mask else " ")
    return text if found == plain(text) else found if mask else tidy(found)


def is_bare(cell: object) -> bool:
    """Whether a cell holds nine digits that stand alone, as a number or in a text."""
    return BARE.search(typed(cell)) is not None if isinstance(cell, (str, int, float)) else False
