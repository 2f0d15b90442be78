"""A column's filter: what its cells must hold, as people type it. “empty”, yes and no, days as “before 1/1/27” or “Nov 2026”."""

import re
from datetime import date, timedelta
from typing import Any

from peewee import Expression, Field

from workbench.lists.columns import Column, field_at
from workbench.lists.joining import Joined
from workbench.records.days import NotADay, read_day
from workbench.records.fields import Day, Flag
from workbench.records.texts import MONTHS

EMPTY = "empty"
HINT = "“empty” finds what is not filled in; days are found by “Nov 2026”, “before 1/1/27” or “after today”."
_MONTH = re.compile(r"(?:([a-z]{3,9})\.?,?|(\d{1,2})\s*/)?\s*(\d{4})|(\d{4})-(\d{2})", re.IGNORECASE)
_SIDE = re.compile(r"(before|after|<=?|>=?)\s*(.+)", re.IGNORECASE)


def holds(joined: Joined, column: Column, wanted: str, today: date) -> Expression:
    """Whether a cell of this column holds what is wanted."""
    wanted, paths = wanted.strip(), column.sorts_by
    field = field_at(joined.model, paths[0])
    if wanted.casefold() == EMPTY:
        found = _empty(joined.value(paths[0]), field)
        for path in paths[1:]:
            found &= _empty(joined.value(path), field_at(joined.model, path))
        return found
    if isinstance(field, Flag):
        said = wanted.casefold() in ("yes", "y", "true", "x", "1")
        return joined.value(paths[0]) == said
    days = _days(wanted, today) if isinstance(field, Day) else None
    if days is not None:
        value = joined.value(paths[0])
        first, last = days
        return value.between(first, last)
    return joined.any_contains(paths, wanted)


def _empty(value: Any, field: Field) -> Expression:
    none: Expression = value.is_null()
    return none if isinstance(field, Day) else none | (value == "")


def _days(wanted: str, today: date) -> tuple[date, date] | None:
    """The first and the last day that are meant; None where no day is."""
    if side := _SIDE.fullmatch(wanted):
        day = _day(side[2], today)
        if day is None:
            return None
        sign = {"before": "<", "after": ">"}.get(side[1].lower(), side[1])
        one = timedelta(days=0 if "=" in sign else 1)
        return (date.min, day - one) if "<" in sign else (day + one, date.max)
    if found := _MONTH.fullmatch(wanted):
        return _month(found)
    day = _day(wanted, today)
    return None if day is None else (day, day)


def _month(found: re.Match[str]) -> tuple[date, date] | None:
    """A month of a year, or all of it."""
    year = int(found[3] or found[4])
    names = [each.casefold() for each in MONTHS]
    name = (found[1] or "").casefold()[:3]
    month = names.index(name) + 1 if name in names else int(found[2] or found[5] or 0)
    if year < 1 or month > 12 or (found[1] and name not in names):
        return None
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    after = date(year + month // 12, month % 12 + 1, 1) if year < date.max.year else date.max
    return date(year, month, 1), after - timedelta(days=1)


def _day(text: str, today: date) -> date | None:
    try:
        return read_day(text, today)
    except NotADay:
        return None
