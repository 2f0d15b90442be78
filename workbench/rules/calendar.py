"""The calendar of a committee: its usual days in a year, and where those go that fall on a day on which nobody meets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from workbench.records.committee import ORDINALS, WEEKDAYS
from workbench.records.texts import day

Closed = Mapping[date, str]
"""Days on which no committee meets, and why."""
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Planned:
    """One day of a calendar."""

    held: date
    usual: date
    """The committee's usual day; another than held where it was moved."""
    said: str = ""
    """Why it was moved, and where to; empty where it was not."""


def usual_day(year: int, month: int, ordinal: str, weekday: str) -> date:
    """The first, second, third, fourth or last Monday ... Sunday of a month."""
    first = date(year, month, 1)
    found = first + timedelta(days=(WEEKDAYS.index(weekday) - first.weekday()) % 7)
    weeks = ORDINALS.index(ordinal)
    while weeks and (found + WEEK).month == month:
        found, weeks = found + WEEK, weeks - 1
    return found


def months(first_month: int, every: int) -> tuple[int, ...]:
    """The months of a year in which a committee meets: every so many, counted from one of them."""
    return tuple(month for month in range(1, 13) if (month - first_month) % max(every, 1) == 0)


def planned(committee: Any, year: int, closed: Closed) -> tuple[Planned, ...]:
    """The meetings of a committee in a year, by the fields of its record."""
    usual = [
        usual_day(year, month, committee.ordinal, committee.weekday)
        for month in months(committee.first_month, committee.every)
    ]
    return tuple(moved(each, closed) for each in usual)


def moved(usual: date, closed: Closed) -> Planned:
    """A usual day, or where it goes if nobody meets on it."""
    if usual not in closed:
        return Planned(usual, usual)
    held = _open_day(usual, closed)
    return Planned(held, usual, f"Moved from {day(usual)}, {closed[usual]}, to {day(held)}.")


def _open_day(usual: date, closed: Closed) -> date:
    """The same weekday a week later, else a week earlier, in the same month; else the first working day that is open."""
    for other in (usual + WEEK, usual - WEEK):
        if other.month == usual.month and other not in closed:
            return other
    other = usual + timedelta(days=1)
    while other in closed or other.weekday() >= 5:
        other += timedelta(days=1)
    return other


def federal_holidays(year: int) -> dict[date, str]:
    """The holidays of the US government in a year, on the days on which its offices are closed: a proposal to an office."""
    found = {}
    for each in (year, year + 1):  # the next New Year's Day may be kept on December 31
        for holiday, name in _holidays(each).items():
            shift = {5: -1, 6: 1}.get(holiday.weekday(), 0)
            kept = holiday + timedelta(days=shift)
            if kept.year == year:
                found[kept] = f"{name} (observed)" if shift else name
    return dict(sorted(found.items()))


def _holidays(year: int) -> dict[date, str]:
    return {
        date(year, 1, 1): "New Year's Day",
        usual_day(year, 1, "Third", "Monday"): "Birthday of Martin Luther King, Jr.",
        usual_day(year, 2, "Third", "Monday"): "Washington's Birthday",
        usual_day(year, 5, "Last", "Monday"): "Memorial Day",
        date(year, 6, 19): "Juneteenth",
        date(year, 7, 4): "Independence Day",
        usual_day(year, 9, "First", "Monday"): "Labor Day",
        usual_day(year, 10, "Second", "Monday"): "Columbus Day",
        date(year, 11, 11): "Veterans Day",
        usual_day(year, 11, "Fourth", "Thursday"): "Thanksgiving Day",
        date(year, 12, 25): "Christmas Day",
    }
