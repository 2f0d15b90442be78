"""A person's training and work in the order of time, and the times of which the file says nothing.

Dates may be a day, a month or a year. A gap counts only what is certain: from the last day on which something may have ended
to the first day on which the next may have begun."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.records.background import SCHOOLS
from workbench.records.days import last_day_of, months_on
from workbench.records.policy import Policy
from workbench.records.words import of
from workbench.rules import standards, times_off
from workbench.rules.dossier import Dossier, Row
from workbench.rules.standards import Line

SCHOOL, TRAINING, WORK, WITHOUT = "school", "training", "work", "without"
BEGINS = frozenset({"Medical school", "Professional school"})
"""Where a history begins; before it nobody asks."""
HEALTH = "Health"
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """A time of which the file says what it was."""

    kind: str
    title: str
    start: date
    end: date
    """The last day; today for what lasts."""
    detail: str = ""
    """The degree, the specialty, the position; of a time without work, its explanation."""
    reason: str = ""
    """Of a time without work, what the office says it was for."""


@dataclass(frozen=True)
class Gap:
    """A time without training or work."""

    start: date
    end: date
    days: int
    explained: str
    """What the file says about it; empty for a gap nobody explained. It may speak of health: paper says told instead."""
    reasons: tuple[str, ...] = ()
    """What it was for, one of TIMES_OFF or empty for each line that explains it."""
    written: bool = False
    """Whether the file has words about it, and not the name of a reason alone."""
    line: Line | None = None
    """Who asks about it."""

    @property
    def told(self) -> str:
        """What may be printed: what it was for, if the office says so of all of it and none of it is health."""
        if not self.explained:
            return ""
        if not self.reasons or any(each in ("", HEALTH) for each in self.reasons):
            return "explained; the explanation is in the file"
        return f"explained: {', '.join(dict.fromkeys(each.lower() for each in self.reasons))}."

    @property
    def length(self) -> str:
        """“7 months”, “40 days”, “2 years”."""
        months = round(self.days / 30.44)
        if self.days < 60:
            return of(self.days, "day")
        if months < 24:
            return f"{months} months"
        return f"{months // 12} years" + (f" {months % 12} months" if months % 12 else "")


def spans(dossier: Dossier, today: date) -> tuple[Span, ...]:
    """Schools, training and work in the order of their beginnings; lines without a beginning are left out."""
    found = [*_schooling(dossier, today), *_working(dossier, today)]
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.title)))


class Asked:
    """How long a time without training or work may last before it is asked about, by those who look back that far."""

    def __init__(self, policy: Policy, on: date, rule: str = "GAP6") -> None:
        self._lines, self._on = standards.each_of(rule, policy, on), on

    @property
    def days(self) -> int:
        """About how many days that is, in a word to a reader; 0 where nobody asks."""
        return int(min((each.row.length for each in self._lines), default=0))

    def line(self, start: date, end: date) -> Line | None:
        """Who asks about a time from its first to its last day; of what lies further back than somebody looks, that one asks nothing."""
        return standards.strictest(each for each in self._lines if self._asks(each, start, end))

    def _asks(self, line: Line, start: date, end: date) -> bool:
        back = line.row.back
        seen = max(start, months_on(self._on, -back)) if back else start
        return seen <= end and line.outlasted(seen, end)


def gaps(dossier: Dossier, today: date, policy: Policy) -> tuple[Gap, ...]:
    """The times without training or work that last as long as is asked about or longer, in order, up to today.

    A line of work history that explains a time off is a gap with its explanation."""
    all_spans = spans(dossier, today)
    busy = [each for each in all_spans if each.kind != WITHOUT]
    first = next((each.start for each in busy if each.kind != SCHOOL or each.detail in BEGINS), None)
    if first is None:
        return ()
    found, asked = [], Asked(policy, today)
    for start, end in _holes([each for each in busy if each.end >= first], today):
        days = (end - start).days + 1
        if line := asked.line(start, end):
            off = [each for each in all_spans if each.kind == WITHOUT and each.start <= end and each.end >= start]
            written = any(each.detail.strip() for each in off)
            found.append(Gap(start, end, days, _explanation(off), tuple(each.reason for each in off), written, line))
    return tuple(found)


def _holes(busy: list[Span], today: date) -> Iterator[tuple[date, date]]:
    covered = busy[0].end
    for each in busy[1:]:
        if each.start > covered + DAY:
            yield covered + DAY, min(each.start - DAY, today)
        covered = max(covered, each.end)
    if covered < today:
        yield covered + DAY, today


def _explanation(said: list[Span]) -> str:
    return "; ".join(f"{each.title}: {each.detail}" if each.detail else each.title for each in said)


def _schooling(dossier: Dossier, today: date) -> Iterator[Span]:
    for row in dossier.education:
        if times := _times(row, today):
            kind = SCHOOL if row.sort in SCHOOLS else TRAINING
            yield Span(kind, row.institution, *times, detail=row.sort if kind == SCHOOL else row.program or row.sort)


def _working(dossier: Dossier, today: date) -> Iterator[Span]:
    for row in dossier.work:
        if times := _times(row, today):
            off = is_off(row)
            said = row.remarks if off else row.position
            yield Span(WITHOUT if off else WORK, row.employer, *times, detail=said, reason=row.time_off)


def is_off(row: Row) -> bool:
    """Whether a line of work tells of a time without it."""
    return times_off.is_time_off(row.employer, row.position, row.time_off)


def _times(row: Row, today: date) -> tuple[date, date] | None:
    start, end = _first_day_of(row.started), last_day_of(row.ended) if row.ended else today
    if start is None or end is None or start > today:
        return None
    return start, min(max(start, end), today)


def _first_day_of(fuzzy: str) -> date | None:
    try:
        year, month, day = ([int(part) for part in fuzzy.split("-")] + [1, 1])[:3]
        return date(year, month, day)
    except ValueError:
        return None
