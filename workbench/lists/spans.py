"""Days as a filter asks for them: “this month”, “next 30 days”, “overdue”, “Nov 2026”, “before 1/1/27”, “+31d to +90d”.

What is said relative to today is kept as it was said, so a saved view of “this month” is of this month in every month."""

import calendar
import re
from datetime import date, timedelta

from workbench.records.days import NotADay, read_day
from workbench.records.texts import MONTHS

Span = tuple[date, date]
"""The first and the last day that are meant."""
DAY = timedelta(days=1)
_PAST = frozenset({"overdue", "expired", "lapsed", "past", "over", "past due"})
_AHEAD = frozenset({"future", "upcoming", "to come", "not expired"})
_ONE = {"yesterday": -1, "today": 0, "tomorrow": 1}
_PERIOD = re.compile(r"(this|current|next|last|previous) (week|month|quarter|year)")
_PERIODS = re.compile(r"(?:in |within )?(?:the )?(next|last|past|previous|coming) (\d{1,4}) (day|week|month|year)s?")
_WITHIN = re.compile(r"(?:in|within) (\d{1,4}) (day|week|month|year)s?")
_BETWEEN = re.compile(r"(?:between |from )?(.+?) (?:to|and|through|until) (.+)")
_SIDE = re.compile(r"(before|after|until|by|since|from|<=?|>=?)\s*(.+)")
_MONTH = re.compile(r"(?:([a-z]{3,9})\.?,?|(\d{1,2})\s*/)?\s*(\d{4})|(\d{4})-(\d{1,2})")
_SIGNS = {"before": "<", "after": ">", "until": "<=", "by": "<=", "since": ">=", "from": ">="}
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


def span(text: str, today: date) -> Span | None:
    """What days a text means; None where it means none. A week is from Sunday to Saturday, as a US calendar has it."""
    said = " ".join(text.casefold().split())
    try:
        return _relative(said, today) or _side(said, today) or _absolute(said, today) or _between(said, today)
    except (OverflowError, ValueError):  # a year beyond all calendars
        return None


def _relative(said: str, today: date) -> Span | None:
    if said in _PAST:
        return date.min, today - DAY
    if said in _AHEAD:
        return today, date.max
    if said in _ONE:
        day = today + _ONE[said] * DAY
        return day, day
    if found := _PERIOD.fullmatch(said):
        return _period(found[2], {"this": 0, "current": 0, "next": 1}.get(found[1], -1), today)
    if found := _PERIODS.fullmatch(said):
        return _run(int(found[2]), found[3], found[1] in ("next", "coming"), today)
    if found := _WITHIN.fullmatch(said):
        return _run(int(found[1]), found[2], True, today)
    return None


def _period(unit: str, which: int, today: date) -> Span:
    """This week, month, quarter or year, or the one before or after."""
    if unit == "week":
        sunday = today - timedelta(days=(today.weekday() + 1) % 7) + timedelta(weeks=which)
        return sunday, sunday + 6 * DAY
    months = _MONTHS_OF[unit]
    first = (today.year * 12 + today.month - 1) // months * months + which * months
    return _first_of(first), _first_of(first + months) - DAY


def _first_of(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)


def _run(count: int, unit: str, ahead: bool, today: date) -> Span:
    """So many days from today on, or up to today; today is one of them."""
    far = read_day(f"{'+' if ahead else '-'}{count}{unit[0]}", today)
    assert far is not None
    return (today, far) if ahead else (far, today)


def _side(said: str, today: date) -> Span | None:
    """All days before or after one, or before or after a span: “after 2026”, “by this month”."""
    if not (found := _SIDE.fullmatch(said)) or (there := _whole(found[2], today)) is None:
        return None
    sign, (first, last) = _SIGNS.get(found[1], found[1]), there
    if "<" in sign:
        return date.min, last if "=" in sign else first - DAY
    return (first if "=" in sign else last + DAY), date.max


def _between(said: str, today: date) -> Span | None:
    if not (found := _BETWEEN.fullmatch(said)):
        return None
    one, other = _whole(found[1], today), _whole(found[2], today)
    return (one[0], other[1]) if one and other and one[0] <= other[1] else None


def _whole(said: str, today: date) -> Span | None:
    return _relative(said, today) or _absolute(said, today)


def _absolute(said: str, today: date) -> Span | None:
    """A day, a month of a year, or all of a year."""
    if found := _MONTH.fullmatch(said):
        return _month(found)
    try:
        day = read_day(said, today)
    except NotADay:
        return None
    return None if day is None else (day, day)


def _month(found: re.Match[str]) -> Span | None:
    year = int(found[3] or found[4])
    names = [each.casefold() for each in MONTHS]
    name = (found[1] or "")[:3]
    month = names.index(name) + 1 if name in names else int(found[2] or found[5] or 0)
    if year < 1 or month > 12 or (found[1] and name not in names):
        return None
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
