"""Counting cases in a period: what is certain, and what might be, when counted periods overlap or reach beyond it."""

import calendar
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Count:
    """How many cases the last months hold. The truth lies between certain and most."""

    certain: int
    """The cases of periods that lie wholly inside and do not overlap: no case is counted twice."""
    most: int
    """As many as there could be: every period that touches, each with all its cases."""
    starts: date
    ends: date
    covered: int
    """So many days of the months are spoken of by any period."""
    reaches: bool
    """A period reaches beyond the months, so that nobody knows which of its cases fall inside."""
    overlaps: bool
    """Periods inside overlap, so that a case may be in two of them."""

    @property
    def days(self) -> int:
        """How long the months are."""
        return (self.ends - self.starts).days + 1


def named(activity: Iterable[Any], counted: str) -> tuple[Any, ...]:
    """The rows of activity that count what a form calls so; case and spaces do not matter."""
    wanted = _plain(counted)
    return tuple(row for row in activity if wanted and _plain(row.name) == wanted)


def count(activity: Sequence[Any], months: int, on: date, fresh_days: int) -> Count:
    """The cases in the last months on a day. A count may be up to fresh_days old: its months then end where it ends,
    since nobody counts on the day of the meeting itself."""
    rows = [row for row in activity if row.starts <= on]
    ends = {on} | {row.ends for row in rows if on - fresh_days * DAY <= row.ends <= on}
    return max((_within(rows, months, end) for end in ends), key=lambda each: (each.certain, each.most, each.ends))


def first_day(months: int, ends: date) -> date:
    """The first day of some months that end on a day: Nov 1 2024 of 24 months to Oct 31 2026."""
    year, month = divmod(ends.year * 12 + ends.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    whole = ends.day == calendar.monthrange(ends.year, ends.month)[1]
    return date(year, month + 1, last if whole else min(ends.day, last)) + DAY


def _within(rows: Sequence[Any], months: int, ends: date) -> Count:
    starts = first_day(months, ends)
    touching = [row for row in rows if row.starts <= ends and row.ends >= starts]
    inside = sorted((row for row in touching if starts <= row.starts and row.ends <= ends), key=lambda row: row.ends)
    return Count(
        certain=_apart(inside),
        most=sum(row.number for row in touching),
        starts=starts,
        ends=ends,
        covered=_covered(touching, starts, ends),
        reaches=len(inside) < len(touching),
        overlaps=any(row.starts <= before.ends for before, row in _neighbors(inside)),
    )


def _apart(inside: Sequence[Any]) -> int:
    """The most cases that periods have of which no two overlap (weighted interval scheduling); inside by their ends."""
    ends = [row.ends for row in inside]
    best = [0]
    for row in inside:
        before = bisect_right(ends, row.starts - DAY)
        best.append(max(best[-1], row.number + best[min(before, len(best) - 1)]))
    return best[-1]


def _covered(rows: Iterable[Any], starts: date, ends: date) -> int:
    days, after = 0, starts
    for row in sorted(rows, key=lambda row: row.starts):
        begins, stops = max(row.starts, after), min(row.ends, ends)
        if stops >= begins:
            days += (stops - begins).days + 1
            after = stops + DAY
    return days


def _neighbors(inside: Sequence[Any]) -> Iterable[tuple[Any, Any]]:
    """Each period with the latest one to end before it in the order of starts."""
    ordered = sorted(inside, key=lambda row: row.starts)
    latest = None
    for row in ordered:
        if latest is not None:
            yield latest, row
        latest = row if latest is None or row.ends > latest.ends else latest


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
