"""What becomes worse by the planned meetings: by requirement, how many files are short then that are not short today, or no
longer ready for it. Only files whose findings do not stand until then are judged again."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.records.finding import KeptFinding
from workbench.records.meeting import Meeting
from workbench.records.policy import Policy
from workbench.rules.findings import Judge
from workbench.rules.pack_rows import SEVERITIES
from workbench.store import asking, database, derived, settings

AHEAD = timedelta(days=60)
MOST = 3
"""Days of meetings that are looked at."""


@dataclass(frozen=True)
class Worse:
    """A day on which more files are short."""

    more: int
    on: date


def days(today: date) -> tuple[date, ...]:
    """The next days on which a committee is planned to meet."""
    query = Meeting.select(Meeting.held).where((Meeting.held > today) & (Meeting.held <= today + AHEAD))
    query = query.where(Meeting.state.not_in(("Held", "Cancelled"))).distinct().order_by(Meeting.held)
    return tuple(row[0] for row in query.limit(MOST).tuples())


def waiting(on: date) -> list[int]:
    """The files that may be judged otherwise on a day than now; none while something is left out, which nobody can judge."""
    return [] if database.veil is not None else sorted(derived.overdue(on) - {0})


def by_rule(ids: Iterable[int], on: date) -> Counter[str]:
    """Of some files, how many become worse until a day, by rule."""
    wanted = list(ids)
    now = _now(wanted)
    worse: Counter[str] = Counter()
    for file in Judge(on, settings.load(Policy)).people(wanted):
        then: dict[str, int] = {}
        for each in file.findings:
            then[each.rule] = min(SEVERITIES.index(each.severity), then.get(each.rule, len(SEVERITIES)))
        for rule, place in then.items():
            worse[rule] += place < now.get((file.provider, rule), len(SEVERITIES))
    return +worse


def first(found: Iterable[tuple[date, Counter[str]]]) -> dict[str, Worse]:
    """By rule the first day on which it is worse; found is by day, in their order."""
    made: dict[str, Worse] = {}
    for on, counts in found:
        for rule, more in counts.items():
            made.setdefault(rule, Worse(more, on))
    return made


def _now(ids: list[int]) -> dict[tuple[int, str], int]:
    """How grave what is found now is, by file and rule: the lower the graver."""
    query = KeptFinding.select(KeptFinding.provider, KeptFinding.rule, KeptFinding.severity)
    grave: dict[tuple[int, str], int] = {}
    for provider, rule, severity in query.where(KeptFinding.provider.in_(asking.among(ids))).tuples():
        place = SEVERITIES.index(severity)
        grave[provider, rule] = min(place, grave.get((provider, rule), len(SEVERITIES)))
    return grave
