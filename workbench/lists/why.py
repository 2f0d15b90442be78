"""Why a file is not ready: what the standards find in it today, on a day to come and at each planned meeting, as its page and its
papers say it."""

from dataclasses import dataclass
from datetime import date

from workbench.lists import kept_findings, worsening
from workbench.lists.tracing import READY_AS_SHOWN, TONES
from workbench.records.committee import Committee
from workbench.records.meeting import Meeting
from workbench.records.meeting_words import OVER
from workbench.records.policy import Policy
from workbench.records.provider import GONE, Provider
from workbench.records.texts import day as told
from workbench.rules import standing, survey
from workbench.rules.applying import applies
from workbench.rules.catalog import FILE, RULES
from workbench.rules.findings import Judge, Judged
from workbench.rules.judging import Finding
from workbench.rules.pack_rows import SEVERITIES
from workbench.store import database, settings

Graves = dict[tuple[str, int | None, str], int]
"""By rule, credential and element, how grave what is found is: the lower the graver."""


@dataclass(frozen=True)
class Point:
    """One finding in few words."""

    tone: str
    """bad where it keeps the file from being ready; warn; info for what is only told."""
    headline: str
    sentence: str
    """What is wrong, what would mend it, and when it becomes worse."""
    citation: str
    credential: int | None = None
    element: str = ""
    """What the office requires and the file lacks, of which this person may be excepted."""
    later: bool = False
    """Whether it is found on a day to come, and today is not, or is less grave."""


@dataclass(frozen=True)
class Why:
    """All points of a file, the worst first."""

    ready: bool
    points: tuple[Point, ...]
    others: int
    """How many other rules had something to judge, and found nothing."""
    on: date | None = None
    """The day to come that it is of; None of the day that is shown."""
    as_shown: bool = False
    """Whether something of the office is left out: then nobody says that a file is ready, but by what shows."""

    @property
    def title(self) -> str:
        """As a card is headed."""
        if self.ready and self.as_shown:
            return READY_AS_SHOWN
        if self.on is not None:
            return f"{'Ready' if self.ready else 'Not ready'} on {told(self.on)}"
        return "This file is ready" if self.ready else "Why this file is not ready"


@dataclass(frozen=True)
class Coming:
    """What a planned meeting finds in a file that today does not."""

    on: date
    meetings: str
    """The committees that meet, “Credentials Committee, Governing Board”."""
    ready: bool
    tone: str
    """That of the gravest of what is found then and not now; good of a file that is ready, else info."""
    more: tuple[str, ...]
    """The headlines of what is found then and not now, or is graver then."""

    @property
    def said(self) -> str:
        """“Dec 15 2026, Governing Board: License in force and 1 more”."""
        first = self.more[0] if self.more else ("ready" if self.ready else "nothing else")
        rest = f" and {len(self.more) - 1} more" if len(self.more) > 1 else ""
        return f"{told(self.on)}, {self.meetings}: {first}{rest}"


def of_person(provider: int, on: date, today: date | None = None) -> Why | None:
    """What is found in a person's file on a day; None of somebody who is not on the staff and has nothing to report. With today, on
    is a day to come: as the file stands now, and what is found then alone is marked. While something is left out a day to come
    cannot be judged: it is what is found now."""
    judge = Judge(on, settings.load(Policy))
    veiled = database.veil is not None
    ahead = today is not None and on > today and not veiled
    judged = _judged(judge, provider)
    if judged is None:
        return None
    if not judged.findings and Provider.get_by_id(provider).status in GONE:
        return None
    before = _graves(_judged(Judge(today, judge.day.policy), provider)) if ahead and today is not None else None
    found = [_point(each, before, judge.never) for each in judged.findings]
    points = tuple(sorted(found, key=lambda each: not each.later)) if ahead else tuple(found)
    return Why(judged.is_ready, points, _others(judged, judge), on if ahead else None, veiled)


def _others(judged: Judged, judge: Judge) -> int:
    """How many other rules had something to judge; of those that are not shown nobody says that they are met."""
    if judged.empty:
        return 0
    file, found = standing.of_people([judged.provider])[judged.provider], {each.rule for each in judged.findings}
    hidden = survey.HIDDEN_RULES if database.veil is not None else ()
    asked = [rule for rule, about in RULES.items() if about.judges == FILE and judge.day.lines(rule)]
    return sum(rule not in found and rule not in hidden and applies(rule, file) for rule in asked)


def coming(provider: int, today: date) -> tuple[Coming, ...]:
    """What each of the next days of planned meetings finds in a file that today does not; none while something is left out, which
    nobody can judge."""
    if database.veil is not None:
        return ()
    policy = settings.load(Policy)
    now = _judged(Judge(today, policy), provider)
    if now is None:
        return ()
    before = _graves(now)
    made = []
    for on in worsening.days(today):
        then = now if now.until >= on else _judged(Judge(on, policy), provider) or now
        later = [each for each in then.findings if _is_later(each, before)]  # the gravest first
        tone = TONES.get(later[0].severity, "info") if later else "good" if then.is_ready else "info"
        more = tuple(dict.fromkeys(map(kept_findings.title_of, later)))
        made.append(Coming(on, _meeting(on), then.is_ready, tone, more))
    return tuple(made)


def _judged(judge: Judge, provider: int) -> Judged | None:
    if database.veil is not None:
        return kept_findings.of_people([provider])[provider]
    return next(iter(judge.people([provider])), None)


def _meeting(on: date) -> str:
    over = Meeting.state.in_(OVER)
    query = Meeting.select(Committee.name).join(Committee).where((Meeting.held == on) & ~over)
    return ", ".join(name for (name,) in query.order_by(Meeting.id).tuples())


def _graves(judged: Judged | None) -> Graves:
    graves: Graves = {}
    for each in judged.findings if judged else ():
        key = (each.rule, each.credential, each.element)
        graves[key] = min(SEVERITIES.index(each.severity), graves.get(key, len(SEVERITIES)))
    return graves


def _is_later(each: Finding, before: Graves) -> bool:
    return SEVERITIES.index(each.severity) < before.get((each.rule, each.credential, each.element), len(SEVERITIES))


def _point(each: Finding, before: Graves | None, never: frozenset[str]) -> Point:
    worse = f"Becomes worse {told(each.worse_on)}." if each.worse_on else ""
    return Point(
        TONES.get(each.severity, "info"),
        kept_findings.title_of(each),
        _sentence(each.message, each.remedy, worse) if each.rule else "",
        each.citation,
        each.credential,
        each.element if each.rule == "REQUIRED" and each.element not in never else "",
        before is not None and _is_later(each, before),
    )


def _sentence(*parts: str) -> str:
    return " ".join(part for part in parts if part)
