"""The standards as their page shows them: each requirement with who asks it, its limit and the files that are short; readiness
of the whole and by department."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from peewee import fn

from workbench.lists import judging
from workbench.lists.joining import rows_of
from workbench.lists.readiness import Point, trend
from workbench.lists.worsening import Worse
from workbench.records import texts
from workbench.records.finding import BLOCKS, KeptFinding
from workbench.records.office_lists import Department
from workbench.records.policy import Policy
from workbench.records.provider import GONE, Provider
from workbench.rules import standards, survey
from workbench.rules.catalog import RULES
from workbench.rules.packs import BEFORE
from workbench.store import database, derived, settings, veil

NOWHERE = "No department"
MOST = 500
"""Files that are named of one requirement; the list of findings has all."""
CITED = 5
"""Citations of one requirement that stand in its row; each finding has its own whole."""
AT_ONCE = 2_000
"""Files that are judged while others wait for an answer."""


@dataclass(frozen=True)
class Short:
    """A file that is short of a requirement, or the office itself (provider 0)."""

    provider: int
    person: str
    message: str
    """What is wrong, of several findings the first."""
    credential: int | None = None
    """The first that it is about."""
    more: int = 0
    """Further findings of this requirement."""
    credentials: tuple[int, ...] = ()
    """All that they are about."""
    then: str = ""
    """What is worse by a planned meeting: “By Dec 14 2026: License 036-119204 ended Dec 4 2026.”"""


@dataclass(frozen=True)
class Requirement:
    """One rule that is in force."""

    rule: str
    title: str
    asked_by: str
    limit: str
    """“24 months”; of several lines the worst first."""
    blocked: int
    """Files that it keeps from being ready."""
    warned: int


@dataclass(frozen=True)
class OfDepartment:
    """How many files of a department are ready."""

    name: str
    files: int
    ready: int


@dataclass(frozen=True)
class Board:
    """All of it, on a day."""

    on: date
    bodies: tuple[str, ...]
    files: int
    ready: int
    departments: tuple[OfDepartment, ...]
    requirements: tuple[Requirement, ...]
    left: int = 0
    """Files that are still to be judged."""
    trend: tuple[Point, ...] = ()
    """Readiness by month, up to the day."""
    by_what_shows: bool = False
    """Whether the departments count what is shown alone, and the whole counts what is left out too."""

    @property
    def percent(self) -> str:
        """“92.0 %”; nothing of an office without files. Never rounded up to 100."""
        return f"{int(1000 * self.ready / self.files) / 10:.1f} %" if self.files else "—"


def read(today: date) -> Board:
    """The findings brought up to date, and counted; of very many files at once only as many as nobody notices: who asks
    again, as long as some are left, leaves room for other questions."""
    judging.bring_up_to_date(today, most=AT_ONCE)
    today = judging.judged_on(today)
    policy = settings.load(Policy)
    counts = _counts()
    veiled = database.veil is not None
    people, left, blocked = _people(), judging.left(today), _blocked()
    ready = len(people.keys() - (_blocked_of_all() if veiled else blocked))
    if people and not left and not veiled:
        derived.note_readiness(today, len(people), ready)
    return Board(
        today,
        tuple(pack.name for pack in standards.enabled(policy)),
        len(people),
        ready,
        _departments(people, blocked),
        tuple(
            _requirement(rule, counts[rule], policy, today)
            for rule in RULES
            if standards.lines(rule, policy, today) and not (veiled and rule in survey.HIDDEN_RULES)
        ),
        left,
        trend(today),
        veiled,
    )


def _blocked() -> set[int]:
    blocking = (KeptFinding.severity == BLOCKS) & (KeptFinding.provider > 0)
    return {row[0] for row in rows_of(KeptFinding.select(KeptFinding.provider).where(blocking).distinct())}


def _blocked_of_all() -> set[int]:
    """In survey mode too the whole counts what is left out. Of a department it would tell who: the one who is left over when those
    whose findings show are counted off."""
    kept = veil.beneath(KeptFinding)
    blocking = (kept.severity == BLOCKS) & (kept.provider > 0)
    return {who for (who,) in kept.select(kept.provider).where(blocking).distinct().tuples()}


def at_hand(today: date) -> Board | None:
    """The same for whoever does not wait: None while very many files are still to be judged, which their own page does."""
    state = derived.state()
    if (state is None or state.day != today) and Provider.select().count() > AT_ONCE:
        return None
    return read(today)


def furthest(on: date) -> tuple[int, str, int, int] | None:
    """Of those judged for a day, the file that most keeps from being ready: provider, person, by how many findings, and how many
    files are not ready. None where all are, or nobody judged them yet: this asks for no judging, since Today does not wait."""
    state = derived.state()
    if state is None or state.day != on:
        return None
    blocking = (KeptFinding.severity == BLOCKS) & (KeptFinding.provider > 0)
    count = fn.COUNT(KeptFinding.id)
    query = KeptFinding.select(KeptFinding.provider, KeptFinding.person, count).where(blocking)
    rows = list(rows_of(query.group_by(KeptFinding.provider).order_by(count.desc(), KeptFinding.person)))
    return (*rows[0], len(rows)) if rows else None


def short_of(rule: str) -> tuple[Short, ...]:
    """The files that are short of a requirement, by name; the first of very many."""
    query = (
        KeptFinding.select().where(KeptFinding.rule == rule).order_by(KeptFinding.person, KeptFinding.id).limit(MOST)
    )
    found: dict[int, list[Any]] = {}
    for row in query.namedtuples():
        found.setdefault(row.provider, []).append(row)
    return tuple(_short(rows) for rows in found.values())


def _short(rows: Sequence[Any]) -> Short:
    first = rows[0]
    about = tuple(dict.fromkeys(each.credential for each in rows if each.credential))
    return Short(first.provider, first.person, first.message, first.credential, len(rows) - 1, about)


def foreseen(found: Sequence[Short], worse: Worse | None) -> tuple[Short, ...]:
    """Each file once: those that are short, with what is worse of them by a planned meeting; after them those that are short only
    then."""
    later = {each.provider: each for each in worse.who} if worse else {}
    said = {id: f"By {texts.day(worse.on)}: {each.message}" for id, each in later.items()} if worse else {}
    known = {each.provider for each in found}
    only_then = [Short(id, each.person, said[id], each.credential) for id, each in later.items() if id not in known]
    return (*(replace(each, then=said.get(each.provider, "")) for each in found), *only_then)


def _counts() -> dict[str, tuple[int, int]]:
    """By rule, how many files it blocks, and of how many others it says something. A block is the first of the words."""
    worst = KeptFinding.select(KeptFinding.rule, fn.MIN(KeptFinding.severity)).group_by(
        KeptFinding.rule, KeptFinding.provider
    )
    counted = Counter((rule, severity == BLOCKS) for rule, severity in rows_of(worst))
    return {rule: (counted[rule, True], counted[rule, False]) for rule in RULES}


def _people() -> dict[int, str]:
    query = Provider.select(Provider.id, Department.name).left_outer_join(Department, on=Provider.department)
    return {id: name or NOWHERE for id, name in query.where(Provider.status.not_in(tuple(GONE))).tuples()}


def _departments(people: dict[int, str], blocked: set[int]) -> tuple[OfDepartment, ...]:
    files = Counter(people.values())
    ready = Counter(name for id, name in people.items() if id not in blocked)
    return tuple(
        OfDepartment(name, files[name], ready[name]) for name in sorted(files, key=lambda each: (each == NOWHERE, each))
    )


def _requirement(rule: str, counts: tuple[int, int], policy: Policy, today: date) -> Requirement:
    lines = standards.lines(rule, policy, today)
    before = " before its end" if rule in BEFORE else ""
    return Requirement(
        rule,
        RULES[rule].title,
        _cited(dict.fromkeys(part for line in lines for part in line.citation.split(" · "))),
        ", ".join(dict.fromkeys(f"{line.row.said}{before}" for line in lines if line.row.said)),
        *counts,
    )


def _cited(citations: Iterable[str]) -> str:
    """“42 CFR 482.22(c) · Bylaws”; of very many the first, and how many more there are."""
    said = list(citations)
    return " · ".join([*said[:CITED], *([f"and {len(said) - CITED} more"] if len(said) > CITED else [])])
