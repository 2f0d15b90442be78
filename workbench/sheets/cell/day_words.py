"""Words beside a day that tell which of two is meant, and whether it is sure: "2/15/2028 (was 7/31/2024)", "exp 7/27"."""

import re
import tomllib
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from workbench.sheets.cell import dates
from workbench.sheets.cell.texts import typed, without_fraction
from workbench.sheets.column.heading_words import resources

NUMBERS = rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})|{dates.YEAR_FIRST}"
NAMES = r"[A-Za-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}[- ][A-Za-z]{3,9}[- ](?:\d{4}|\d{2})"
_DAY = rf"(?<![\d/.])(?:{NUMBERS}|{NAMES})(?![\d/:])"
_NAMED = re.compile(_DAY, re.IGNORECASE)
_EDGES = " -–—,;:*()[]"


class Beside(NamedTuple):
    """The day that a text names, as written, and the other words of it."""

    day: str
    words: str


def after_until(text: str) -> str:
    """A text without the word that says that it is a last day: "exp 7/27" -> "7/27"."""
    found = _patterns().until.match(text)
    return text[found.end() :] if found else text


def names_day(cell: Any) -> bool:
    """Whether a cell names a day, with words beside it or none: "7/31/2027 ok"."""
    return isinstance(cell, str) and _NAMED.search(cell) is not None


def is_whole(cell: Any) -> bool:
    """Whether a cell is a month or a year without a day."""
    return dates.whole(after_until(without_fraction(typed(cell)))) is not None


def is_doubted(text: str) -> bool:
    """Whether a text says that it is not sure."""
    return _patterns().doubt.search(text) is not None


def told_apart(text: str, kind: str, today: date) -> Beside | None:
    """Which day of a text is the one that holds, where its words tell; None where they do not.

    Kind is day or expires: only a last day is renewed, and a day that is over may be the one on which that was done."""
    found = _patterns()
    if match := found.aside.match(text):
        return Beside(match["day"], _words(match["rest"]))
    if kind != "expires":
        return None
    if match := found.replaced.match(text):
        old, new = (_value(match[name], kind) for name in ("old", "day"))
        return (
            Beside(match["day"], _words(f"was {match['old']} {match['rest']}")) if old and new and old < new else None
        )
    if match := found.renewed.match(text):
        day = _value(match["day"], kind)
        return Beside(match["day"], _words(f"{match['word']} {match['rest']}")) if day and day > today else None
    return None


def _value(text: str, kind: str) -> date | None:
    try:
        return dates.day_of(text, kind)
    except ValueError:
        return None


def _words(text: str) -> str:
    return " ".join(text.strip(_EDGES).split())


class _Patterns(NamedTuple):
    until: re.Pattern[str]
    aside: re.Pattern[str]
    replaced: re.Pattern[str]
    renewed: re.Pattern[str]
    doubt: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    with (resources() / "names.toml").open("rb") as file:
        data = tomllib.load(file)["beside_days"]
    one = {name: "|".join(map(re.escape, sorted(said, key=len, reverse=True))) for name, said in data.items()}
    until, gap = rf"(?:(?:{one['until']})[:.\s]+(?:on\s+)?)?", r"[\s\-–—,;:*(\[]*"
    rest = rf"(?P<rest>(?:(?!{_DAY}).)*)$"
    return _Patterns(
        *(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                rf"^(?:{one['until']})(?:[:.\s]+(?:on\s+)?|(?=\d))",
                rf"^{until}(?P<day>{_DAY}){gap}(?P<rest>(?:{one['aside']})(?!\w).*)$",
                rf"^(?P<old>{_DAY}){gap}(?:{one['replaced']})[\s:]*{until}(?P<day>{_DAY}){rest}",
                rf"^(?P<word>{one['renewed']})[:.\s]+{until}(?P<day>{_DAY}){rest}",
                rf"(?<!\w)(?:{one['doubt']})(?!\w)|\?",
            )
        )
    )
