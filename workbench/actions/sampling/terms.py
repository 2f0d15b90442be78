"""When terms end: the renewal dates of Illinois and its neighbors."""

import calendar
from datetime import date, timedelta

from workbench.records.days import months_on

ILLINOIS = {
    "036": (7, 31, 3, 2026),
    "336": (7, 31, 3, 2026),
    "085": (3, 1, 2, 2026),
    "385": (3, 1, 2, 2026),
    "209": (5, 31, 2, 2026),
    "309": (5, 31, 2, 2026),
    "041": (5, 31, 2, 2026),
    "016": (1, 31, 2, 2027),
    "316": (1, 31, 2, 2027),
    "019": (9, 30, 3, 2027),
    "319": (9, 30, 3, 2027),
    "071": (9, 30, 2, 2026),
}
"""By the license's prefix: month, day, every how many years, one such year (68 Ill. Adm. Code; IDFPR renewal schedule)."""
NEIGHBORS = {"WI": (10, 31, 2, 2027), "IN": (10, 31, 2, 2027), "MO": (1, 31, 1, 2027)}
"""The same for physicians in the neighboring states."""

Cycle = tuple[int, int, int, int]


def ending(cycle: Cycle, after: date) -> date:
    """The first renewal date of a cycle that lies after a day."""
    month, day, every, known = cycle
    year = after.year
    while (year - known) % every or date(year, month, day) <= after:
        year += 1
    return date(year, month, day)


def before(cycle: Cycle, end: date) -> date:
    """The renewal date before a renewal date."""
    return date(end.year - cycle[2], end.month, end.day)


def gone_by(cycle: Cycle, today: date) -> date:
    """The last renewal date of a cycle before today."""
    return before(cycle, ending(cycle, days_on(today, -1)))


def month_end(day: date, months: int = 0) -> date:
    """The last day of the month that lies some months on."""
    first = months_on(day.replace(day=1), months)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def month(day: date) -> str:
    """The month as education and work are kept: 2014-07."""
    return f"{day:%Y-%m}"


def days_on(day: date, days: int) -> date:
    """Some days later or earlier."""
    return day + timedelta(days=days)
