"""How a value reads: one function serves screen, sheet and paper."""

from datetime import date
from typing import Any

from peewee import Field

from workbench.records.fields import Flag, FuzzyDay, Money

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: date | None) -> str:
    """“Nov 20 2026”."""
    return f"{MONTHS[value.month - 1]} {value.day} {value.year}" if value else ""


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
    return _BY_TYPE.get(type(field), str)(value)


_BY_TYPE = {Flag: lambda v: "Yes" if v else "", Money: lambda v: f"${v:,}", FuzzyDay: fuzzy}
