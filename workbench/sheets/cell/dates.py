"""Days as people type them. Month before day, as in the United States; what is no day is said, never bent into one."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from workbench.records.texts import MONTH_NAMES
from workbench.store.database import database

NUMERIC = re.compile(r"^(\d{1,2})\s*[-/.\\\s]\s*(\d{1,2})\s*[-/.\\\s]\s*(\d{4}|\d{2})$")
YEAR_FIRST = r"(?:19|20|21)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
"""2029-08-19, 2029/8/19, 2029.08.19: the year before the month, whatever stands between."""
ISO = re.compile(r"^(\d{4})\s*[-/.\\\s]\s*(\d{1,2})\s*[-/.\\\s]\s*(\d{1,2})$")
DAY_NAME = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?[-\s./,]*([A-Za-z]{3,9})[-\s.,/]*(\d{4}|\d{2})$")
NAME_DAY = re.compile(r"^([A-Za-z]{3,9})[-\s.,/]*(\d{1,2})(?:st|nd|rd|th)?[-\s,./]+(\d{4}|\d{2})$")
MONTH_ONLY = re.compile(r"^(?:\d{1,2}[-/.]\d{4}|[A-Za-z]{3,9}[-\s.,]*\d{2,4}|(?:19|20)\d{2}[-/]\d{1,2})$")
SLASHED_MONTH = re.compile(r"^(\d{1,2})[-/.](\d{4})$")
ISO_MONTH = re.compile(r"^(\d{4})[-/](\d{1,2})$")
SHORT_MONTH = re.compile(r"^(0?[1-9]|1[0-2])[-/](\d{2})$")
"""11/31: a month and a year, or a month and a day; whoever is asked sees which."""
NAMED_MONTH = re.compile(r"^([A-Za-z]{3,9})[-\s.,'’]*(\d{4}|\d{2})$")
YEARS = (1920, 2099)
"""Numbers that are a year where a day is expected: no roster knows a day that Excel counts as 2031."""
BIRTH_YEARS = range(1920, 2009)
"""Years in which whoever is on a medical staff, or soon will be, was born; nothing that a roster says expires, ends in them."""
TIME = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?Z?$")
WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+", re.IGNORECASE)
MONTHS = {name[:length].lower(): month for month, name in enumerate(MONTH_NAMES, 1) for length in (3, 9)} | {"sept": 9}
PLACEHOLDERS = {date(1900, 1, 1), date(1899, 12, 30), date(1899, 12, 31)}
EXCEL_ZERO = date(1899, 12, 30)
LAST_TWO_DIGITS = {"birth": 10, "expires": 79}
"""Two digits up to these are this century's: 30 is 2030 for an expiration, 55 is 1955 for a birth."""
AHEAD = 10
"""Years from now up to which two digits of any other day are this century's: nobody was appointed in 2049."""
FIRST_END = 1990
"""The year before which nothing ended that a roster still says the end of."""
FARTHEST, NEVER = 40, 2090
"""Years from now beyond which nothing ends, and the year from which a last day means that there is none: 12/31/2099."""


def day_of(cell: object, kind: str) -> date | None:
    """The day in a cell; None for a placeholder as 1/1/1900. Raises ValueError with a sentence.

    Kind is birth, day or expires.
    """
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return _sane(cell)
    if isinstance(cell, bool):
        raise ValueError(f"“{cell}” is not a date.")
    if isinstance(cell, (int, float)):
        return _from_number(cell, kind)
    return _from_text(str(cell), kind)


def serial(text: str, later: int = 0) -> date:
    """The day of Excel's count, from 1899-12-30 on, or so many days later."""
    return EXCEL_ZERO + timedelta(days=int(text) + later)


def is_year(text: str) -> bool:
    """Whether four digits can be a year of a roster."""
    return len(text) == 4 and text.isascii() and text.isdigit() and YEARS[0] <= int(text) <= YEARS[1]


def month_of(text: str) -> tuple[int, int] | None:
    """Year and month of "6/2026", "06/26", "Jun-26", "2026-06"; None if it is none."""
    if match := SLASHED_MONTH.match(text):
        year, month = int(match[2]), int(match[1])
    elif match := SHORT_MONTH.match(text):
        year, month = _year(match[2], "expires"), int(match[1])
    elif match := ISO_MONTH.match(text):
        year, month = int(match[1]), int(match[2])
    elif (match := NAMED_MONTH.match(text)) and match[1].lower() in MONTHS:
        year, month = _year(match[2], "expires"), MONTHS[match[1].lower()]
    else:
        return None
    return (year, month) if 1 <= month <= 12 and YEARS[0] <= year <= YEARS[1] else None


def whole(text: str) -> tuple[date, date] | None:
    """First and last day of a month or a year that stands alone; None if the text is neither."""
    if is_year(text):
        return date(int(text), 1, 1), date(int(text), 12, 31)
    found = month_of(text)
    return found and (date(*found, 1), date(*found, monthrange(*found)[1]))


def _from_number(number: float, kind: str) -> date | None:
    whole = int(number)
    if is_year(str(whole)):
        raise ValueError(f"“{whole}” has no month and no day.")
    if 1 < whole < 100_000:  # days since 1899-12-30, as Excel counts
        return _sane(EXCEL_ZERO + timedelta(days=whole))
    if whole == 1:
        return None
    return _from_text(str(whole), kind)


def _from_text(text: str, kind: str) -> date | None:
    shown, text = text, " ".join(text.split()).strip(" '*,;")
    if match := NUMERIC.match(text):
        return _made(shown, _year(match[3], kind), int(match[1]), int(match[2]))
    text = WEEKDAY.sub("", TIME.sub("", text))
    if match := NUMERIC.match(text):
        return _made(shown, _year(match[3], kind), int(match[1]), int(match[2]))
    if match := ISO.match(text):
        return _made(shown, int(match[1]), int(match[2]), int(match[3]))
    if match := DAY_NAME.match(text):
        return _made(shown, _year(match[3], kind), _month(match[2], shown), int(match[1]))
    if match := NAME_DAY.match(text):
        return _made(shown, _year(match[3], kind), _month(match[1], shown), int(match[2]))
    if text.isdigit() and text.isascii():
        return _from_digits(text, shown, kind)
    if MONTH_ONLY.match(text):
        raise ValueError(f"“{shown}” has no day of the month.")
    raise ValueError(f"“{shown}” is not a date.")


def _from_digits(text: str, shown: str, kind: str) -> date | None:
    if len(text) == 7:
        text = "0" + text
    if len(text) == 8:
        if 1900 <= int(text[:4]) <= 2100 and 1 <= int(text[4:6]) <= 12:
            return _made(shown, int(text[:4]), int(text[4:6]), int(text[6:]))
        return _made(shown, int(text[4:]), int(text[:2]), int(text[2:4]))
    if len(text) == 6 and 1 <= int(text[:2]) <= 12:  # 063026
        return _made(shown, _year(text[4:], kind), int(text[:2]), int(text[2:4]))
    if len(text) == 5:
        return _from_number(int(text), kind)
    raise ValueError(f"“{shown}” is not a date.")


def _month(word: str, shown: str) -> int:
    month = MONTHS.get(word.lower())
    if month is None:
        raise ValueError(f"“{shown}” is not a date.")
    return month


def _year(text: str, kind: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    last = LAST_TWO_DIGITS.get(kind, database.clock().year % 100 + AHEAD)
    return year + (2000 if year <= last else 1900)


def _made(shown: str, year: int, month: int, day: int) -> date | None:
    if not 1 <= month <= 12:
        raise ValueError(f"“{shown}” is not a date: there is no month {month}.")
    if not 1900 <= year <= 2200 and year != 9999:
        raise ValueError(f"“{shown}” is not a date: the year {year} cannot be right.")
    if not 1 <= day <= monthrange(year, month)[1]:
        where = f" in {year}" if (month, day) == (2, 29) else ""
        raise ValueError(f"There is no {MONTH_NAMES[month - 1]} {day}{where}.")
    return _sane(date(year, month, day))


def _sane(day: date) -> date | None:
    if day in PLACEHOLDERS:
        return None
    if not 1900 <= day.year <= 2200 and day.year != 9999:
        raise ValueError(f"The year {day.year} cannot be right.")
    return day
