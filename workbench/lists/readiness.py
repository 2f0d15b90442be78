"""Readiness over time: of each month the figure of the last day on which everybody was judged. It is kept when that is done,
by the standards of that day, and never made up afterwards: a month in which nobody asked has no figure."""

from dataclasses import dataclass
from datetime import date

from workbench.records import texts
from workbench.records.days import months_on
from workbench.store import derived

MONTHS = 12


@dataclass(frozen=True)
class Point:
    """One month."""

    month: date
    """Its first day."""
    judged: date | None = None
    """The day of the figure; None where nobody judged the files in that month."""
    files: int = 0
    ready: int = 0

    @property
    def percent(self) -> float | None:
        """Of 100; None without a figure."""
        return 100 * self.ready / self.files if self.files else None


def trend(on: date, months: int = MONTHS) -> tuple[Point, ...]:
    """The months that end with the one of a day, the oldest first."""
    first = months_on(on.replace(day=1), 1 - months)
    found = {day.replace(day=1): (day, files, ready) for day, files, ready in derived.readiness(first, on)}
    wanted = (months_on(first, each) for each in range(months))
    return tuple(Point(month, *found[month]) if month in found else Point(month) for month in wanted)


def said(points: tuple[Point, ...]) -> str:
    """What a chart of it says, as a sentence."""
    known = [each for each in points if each.judged and each.percent is not None]
    if not known or known[0] is points[-1]:
        return "No earlier figures yet: each month in which files are judged keeps one."
    first, last = known[0], known[-1]
    before, now = (f"{int(10 * (each.percent or 0)) / 10:.1f} %" for each in (first, last))
    when = "now" if last is points[-1] else f"on {texts.day(last.judged)}"
    return f"{before} on {texts.day(first.judged)}, {when} {now}; dashed: 100 %"
