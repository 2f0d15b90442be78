"""Cells of a column of days: the day, the words beside it, and what is left out because it can be read in two ways."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple

from workbench.sheets.cell import cells, dates, day_words, words
from workbench.sheets.cell.day_manners import PLAIN, DayManner
from workbench.sheets.cell.day_words import NAMES, NUMBERS
from workbench.sheets.cell.days_seen import NUMERIC
from workbench.sheets.column.headings import load_synonyms, normal
from workbench.store.database import database

_DAY = re.compile(rf"^(?:{NUMBERS}|{NAMES})(?![\d/.:])", re.IGNORECASE)
_ANY_DAY = re.compile(rf"{NUMBERS}|{NAMES}|\d{{5,}}", re.IGNORECASE)
_FOUND = re.compile(rf"(?<![\d/.-])(?:{NUMBERS}|{NAMES})(?![\d/:])", re.IGNORECASE)
_COUNTED = re.compile(r"(\d{5})(?:\.\d+)?$", re.ASCII)
"""A day that Excel counts, and the time of it."""
_SPLIT = re.compile(r"\s*(?:[-–—,;:(*/]|\s)\s*")
_LONGEST = 300


class Told(NamedTuple):
    """What a cell says: its value, the words beside it, and why nothing is taken of it."""

    value: Any = None
    words: str = ""
    left: str = ""
    """In words; OPEN where the column itself is asked about."""


OPEN = "left open until it is said how the column is written."


def read(cell: Any, kind: str, manner: DayManner = PLAIN) -> Told:
    """One cell that is not empty, as its column is written. Raises ValueError with a sentence."""
    told = _read(cell, kind, manner)
    if kind != "expires" or not isinstance(told.value, date):
        return told
    if told.value.year < dates.FIRST_END and manner.long_ago == "later":
        return told._replace(value=told.value.replace(year=told.value.year + 100))
    why = _makes_no_sense(told.value)
    return Told(left=why) if why else told


def _makes_no_sense(end: date) -> str:
    """Why a last day can be none, in a sentence; "" where it can."""
    if end.year < dates.FIRST_END:
        return f"“{end:%m/%d/%Y}” lies before {dates.FIRST_END}: nothing that runs now ended then."
    ahead = end.year - database.clock().year
    return f"“{end:%m/%d/%Y}” lies {ahead} years ahead." if ahead > dates.FARTHEST and end.year < dates.NEVER else ""


def _read(cell: Any, kind: str, manner: DayManner) -> Told:
    if isinstance(cell, date):
        return _typed(cell, kind, manner)
    text = cells.typed(cell)
    bare = cells.without_fraction(text.strip("' "))
    if bare.isascii() and bare.isdigit() and len(bare) == 5 and manner.five != "serial":
        if manner.five == "out":
            return Told(left=OPEN)
        return Told(_value("0" + bare, kind))
    if manner.later and (counted := _COUNTED.match(bare)):
        return Told(_value(dates.serial(counted[1], manner.later), kind))
    if span := dates.whole(bare) or dates.whole(day_words.after_until(bare)):
        if manner.whole == "out":
            return Told(left=OPEN)
        return Told(span[manner.whole == "last"])
    if manner.texts != "month" and (match := NUMERIC.match(bare)):
        if manner.texts == "out":
            return Told(left=OPEN)
        if int(match[2]) <= 12:
            return _text(f"{bare[match.start(2) : match.end(2)]}/{match[1]}{bare[match.end(2) :]}", kind, text)
    return _text(bare if bare.isdigit() else cell, kind, text)


def _typed(cell: date, kind: str, manner: DayManner) -> Told:
    if manner.typed == "stand" or cell.day > 12:
        return Told(_value(cell, kind))
    if manner.typed == "out":
        return Told(left=OPEN)
    if isinstance(cell, datetime):
        cell = cell.date()
    return Told(_value(cell.replace(month=cell.day, day=cell.month), kind))


def _value(cell: Any, kind: str) -> Any:
    reader: Callable[[Any], Any] = cells.READERS[kind]
    return reader(cell)


def _text(cell: Any, kind: str, text: str) -> Told:
    """A text as it stands; where it is no day, the day that it begins with and the words after it."""
    try:
        return Told(_value(cell, kind))
    except ValueError:
        if kind == "birth" or (found := _beside(text, kind)) is None:
            raise
        return found


def _beside(text: str, kind: str) -> Told | None:
    """ "7/31/26 renewed, waiting on copy", "exp 7/31/26", "Lifetime (grandfathered)", "Pending - sent to board"."""
    if _DAY.search(after := day_words.after_until(text)) or _FOUND.search(text):
        return _among_words(text, after, kind)
    low, lists = text.lower(), words.words()
    if kind == "expires" and low in ("continuous", "until cancelled", "until canceled"):
        return Told(left=f"“{text}” names no last day.")
    if _ANY_DAY.search(text) or "?" in text:
        return None
    for word in sorted(lists.lifetime, key=len, reverse=True) if kind == "expires" else ():
        if len(word) > 3 and low.startswith(word) and (rest := _after(text, word)):
            return Told(cells.LIFETIME, rest)
    if says_none(text):
        return Told(left=f"“{text}” names no day.")
    for word in lists.waiting | {"n/a", "none"}:
        if low.startswith(word) and _after(text, word):
            return Told(left=f"“{text}” names no day.")
    return None


def says_none(text: str) -> bool:
    """Whether a text says that there is none of a sort of credential: "No DEA", "no malpractice insurance"."""
    begins, _, rest = text.strip(" .").partition(" ")
    synonyms = load_synonyms()
    return begins.lower() in ("no", "without") and normal(rest, synonyms.words) in {
        phrase for _, phrase in synonyms.sorts
    }


def _among_words(text: str, after: str, kind: str) -> Told | None:
    """A day with words beside it; where another day stands there too, what the words say of the two."""
    if day_words.is_doubted(text):
        return Told(left=f"“{text}” is not sure.")
    if len(text) > _LONGEST:
        return None
    if found := day_words.told_apart(text, kind, database.clock().date()):
        return Told(_value(found.day, kind), found.words)
    if len(_FOUND.findall(text)) > 1:
        return Told(left=f"“{text}” holds several days that cannot be told apart.")
    if not (match := _DAY.match(after)):
        return Told(left=f"“{text}” does not say what its day means.") if after[:1].isalpha() else None
    rest = after[match.end() :].strip(" -–—,;:*")
    if _ANY_DAY.search(rest) or rest and not any(c.isalpha() for c in rest):
        return None
    return Told(_value(match[0], kind), rest.removeprefix("(").removesuffix(")") if rest[:1] == "(" else rest)


def _after(text: str, word: str) -> str:
    """The words that follow a word, where it ends there."""
    rest = text[len(word) :]
    match = _SPLIT.match(rest)
    return rest[match.end() :].strip(" )") if match and rest else ""
