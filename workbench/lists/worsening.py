"""What becomes worse by the planned meetings: by requirement, which files are short then that are not short today, or no
longer ready for it. Only files whose findings do not stand until then are judged again."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.records.finding import KeptFinding
from workbench.records.meeting import Meeting
from workbench.records.meeting_words import OVER
from workbench.records.policy import Policy
from workbench.rules.findings import Judge
from workbench.rules.pack_rows import SEVERITIES
from workbench.store import asking, database, derived, settings

AHEAD = timedelta(days=60)
MOST = 3
"""Days of meetings that are looked at."""
NAMED = 200
"""Files that are named of one requirement and one day; the others are counted."""


@dataclass(frozen=True)
class Later:
    """A file that is short of a requirement on a day to come, and today is not, or is less grave."""

    provider: int
    person: str
    message: str
    credential: int | None


@dataclass(frozen=True)
class Worse:
    """A day on which more files are short."""

    more: int
    on: date
    who: tuple[Later, ...] = ()


class Foreseen:
    """What becomes worse by a day, by rule: how many files, and the first of them by name."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.who: dict[str, list[Later]] = {}

    def take(self, rule: str, file: Later) -> None:
        """One more file."""
        self.counts[rule] += 1
        if len(named := self.who.setdefault(rule, [])) < NAMED:
            named.append(file)

    def add(self, other: "Foreseen") -> None:
        """What was foreseen of other files."""
        self.counts += other.counts
        for rule, named in other.who.items():
            mine = self.who.setdefault(rule, [])
            mine += named[: NAMED - len(mine)]


def days(today: date) -> tuple[date, ...]:
    """The next days on which a committee is planned to meet."""
    query = Meeting.select(Meeting.held).where((Meeting.held > today) & (Meeting.held <= today + AHEAD))
    query = query.where(Meeting.state.not_in(OVER)).distinct().order_by(Meeting.held)
    return tuple(row[0] for row in query.limit(MOST).tuples())


def waiting(on: date) -> list[int]:
    """The files that may be judged otherwise on a day than now; none while something is left out, which nobody can judge."""
    return [] if database.veil is not None else sorted(derived.overdue(on) - {0})


def by_rule(ids: Iterable[int], on: date) -> Foreseen:
    """Of some files, which become worse until a day, by rule."""
    wanted = list(ids)
    now = _now(wanted)
    worse = Foreseen()
    for file in Judge(on, settings.load(Policy)).people(wanted):
        told: set[str] = set()
        for each in file.findings:  # the gravest first
            graver = SEVERITIES.index(each.severity) < now.get((file.provider, each.rule), len(SEVERITIES))
            if each.rule not in told and graver:
                worse.take(each.rule, Later(file.provider, file.title, each.message, each.credential))
            told.add(each.rule)
    return worse


def first(found: Iterable[tuple[date, Foreseen]]) -> dict[str, Worse]:
    """By rule the first day on which it is worse; found is by day, in their order."""
    made: dict[str, Worse] = {}
    for on, foreseen in found:
        for rule, more in foreseen.counts.items():
            made.setdefault(rule, Worse(more, on, tuple(foreseen.who[rule])))
    return made


def _now(ids: list[int]) -> dict[tuple[int, str], int]:
    """How grave what is found now is, by file and rule: the lower the graver."""
    query = KeptFinding.select(KeptFinding.provider, KeptFinding.rule, KeptFinding.severity)
    grave: dict[tuple[int, str], int] = {}
    for provider, rule, severity in query.where(KeptFinding.provider.in_(asking.among(ids))).tuples():
        place = SEVERITIES.index(severity)
        grave[provider, rule] = min(place, grave.get((provider, rule), len(SEVERITIES)))
    return grave
