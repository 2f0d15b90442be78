"""Days: as people type them (1/2/26, 2026-01-02, Jan 2 2026, today, +30d), some months on, and the last that a month or a year has."""

import calendar
import re
from datetime import date, timedelta

from workbench.records.texts import MONTH_NAMES, MONTHS

_SLASHED = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDED = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[ \-]([a-z]{3,9})[ \-](\d{4}|\d{2})")
_AHEAD = re.compile(r"([+-]\d{1,4})\s*([dwmy]?)")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})")


class NotADay(ValueError):
    """The text is no day; the message says why, for the user."""


def read_day(text: str, today: date) -> date | None:
    """The day a text means, None for an empty one; raises NotADay. Month first, as in the US; two-digit years to 2069."""
    text = text.strip().lower()
    if not text:
        return None
    if text in ("today", "t"):
        return today
    if ahead := _AHEAD.fullmatch(text):
        return _ahead(today, int(ahead[1]), ahead[2] or "d")
    year, month, day = _parts(text)
    try:
        return date(year, month, day)
    except ValueError as error:
        if 1 <= month <= 12 and day > 28:
            raise NotADay(f"There is no {MONTH_NAMES[month - 1]} {day} in {year}.") from error
        raise NotADay(f"“{text}” is not a date; write it like 1/31/2027.") from error


def day_meant(text: str, today: date) -> date | None:
    """The same while somebody types: None also as long as the text is no day."""
    try:
        return read_day(text, today)
    except NotADay:
        return None


def _parts(text: str) -> tuple[int, int, int]:
    if found := _SLASHED.fullmatch(text):
        return _year(found[3]), int(found[1]), int(found[2])
    if found := _ISO.fullmatch(text) or _PACKED.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _WORDED.fullmatch(text):
        return _year(found[3]), _month(found[1]), int(found[2])
    if found := _DAY_FIRST.fullmatch(text):
        return _year(found[3]), _month(found[2]), int(found[1])
    raise NotADay(f"“{text}” is not a date; write it like 1/31/2027.")


def _month(word: str) -> int:
    names = [name.lower() for name in MONTHS]
    if word[:3] not in names or not MONTH_NAMES[names.index(word[:3])].lower().startswith(word):
        raise NotADay(f"“{word}” is not a month.")
    return names.index(word[:3]) + 1


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else int(text) + (2000 if int(text) < 70 else 1900)


def _ahead(today: date, count: int, unit: str) -> date:
    if unit in "dw":
        return today + timedelta(days=count * (7 if unit == "w" else 1))
    try:
        return months_on(today, count * (12 if unit == "y" else 1))
    except ValueError as error:
        raise NotADay("That is too far away.") from error


def months_on(day: date, months: int) -> date:
    """The same day some months later (or earlier), or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_day_of(fuzzy: str) -> date | None:
    """The last day that a fuzzy date may mean: of 2014-07, July 31; None for an empty one or one that is none."""
    try:
        parts = [int(part) for part in fuzzy.split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else 12
        return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])
    except (ValueError, IndexError):
        return None
