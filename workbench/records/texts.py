"""How a value reads: one function serves screen, sheet and paper."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from peewee import Field

from workbench.records.fields import Flag, FuzzyDay, Money, Several

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTHS = tuple(name[:3] for name in MONTH_NAMES)
HALF_A_YEAR = 183
_UNSEEN = (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xAD, 0x061C, 0x180E, 0xFEFF)
INVISIBLE: dict[int, str | None] = {
    **dict.fromkeys(_UNSEEN),
    **dict.fromkeys((0xA0, 0x2007, 0x202F), " "),
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2212), "-"),
}
"""Signs that nobody sees, blanks, and hyphens of several lengths."""


def day(value: date | None) -> str:
    """“Nov 20 2026”."""
    return f"{MONTHS[value.month - 1]} {value.day} {value.year}" if value else ""


def in_box(value: date | None) -> str:
    """“11/20/2026”: as a day is written where it is typed."""
    return f"{value:%m/%d/%Y}" if value else ""


def understood(value: date, today: date) -> str:
    """“Nov 20 2026 · in 8 days”: what was made of a day that somebody types."""
    return f"{day(value)} · {distance(value, today)}"


def near_day(value: date, today: date) -> str:
    """“Nov 12” of a day within half a year of today, which tells its year; else “Nov 12 2024”."""
    said = day(value)
    return said.rpartition(" ")[0] if abs((value - today).days) < HALF_A_YEAR else said


def fuzzy(value: str) -> str:
    """“Jul 15 2014”, “Jul 2014” or “2014” of 2014-07-15, 2014-07 or 2014."""
    parts = value.split("-")
    if len(parts) == 1:
        return value
    month = MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{month} {int(parts[2])} {parts[0]}"


def distance(value: date, today: date) -> str:
    """How far a day is: “3 days ago”, “yesterday”, “today”, “in 8 days”."""
    days = (value - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return near[days]
    if abs(days) >= 730:
        return f"in {days // 365} years" if days > 0 else f"{-days // 365} years ago"
    return f"in {days:,} days" if days > 0 else f"{-days:,} days ago"


def text(field: Field, value: Any) -> str:
    """A field's value as it reads; a link reads as its record's title, which the caller has fetched."""
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return day(value)
    if isinstance(field, Several):
        return field.words(value)
    return _labels(field).get(value) or _BY_TYPE.get(type(field), str)(value)


@cache
def _labels(field: Field) -> dict[Any, str]:
    """By value how a choice is called, where it is kept by another word than people read."""
    return {value: label for value, label in field.choices or () if label and label != value}


_BY_TYPE = {Flag: lambda v: "Yes" if v else "", Money: lambda v: f"${v:,}", FuzzyDay: fuzzy}


_TIME = re.compile(r"(\d{1,2}):?([0-5]\d)?\s*(?:([ap])\.?(?:m\.?)?)?", re.IGNORECASE)


def listed(words: Sequence[str]) -> str:
    """“a”, “a and b”, “a, b and c”."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def clock(text: str) -> str:
    """“7:30 am” of 07:30; what is no time of day stays."""
    if len(text) != 5 or text[2] != ":":
        return text
    hour = int(text[:2])
    return f"{hour % 12 or 12}:{text[3:]} {'am' if hour < 12 else 'pm'}"


def clock_of(text: str) -> str:
    """07:30 of a time as people write it: 7:30 am, 7:30a, 7 am, 0730, 13:00. "" for what is none, as a bare 7."""
    found = _TIME.fullmatch(text.strip())
    if found is None or not (found[2] or found[3]):
        return ""
    hour, minute, half = int(found[1]), found[2] or "00", (found[3] or "").lower()
    if hour > 23 or half and not 1 <= hour <= 12:
        return ""
    return f"{hour % 12 + (12 if half == 'p' else 0) if half else hour:02}:{minute}"
