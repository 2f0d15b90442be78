"""The standards as their page shows them: each requirement with who asks it, its limit and the files that are short; readiness
of the whole and by department."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.lists import judging
from workbench.records.finding import BLOCKS, KeptFinding
from workbench.records.office_lists import Department
from workbench.records.policy import Policy
from workbench.records.provider import GONE, Provider
from workbench.rules import standards
from workbench.rules.catalog import RULES
from workbench.rules.packs import BEFORE
from workbench.store import settings

NOWHERE = "No department"


@dataclass(frozen=True)
class Short:
    """A file that is short of a requirement, or the office itself (provider 0)."""

    provider: int
    person: str
    message: str
    tone: str
    credential: int | None = None


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
    short: tuple[Short, ...]


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

    @property
    def percent(self) -> str:
        """“92.0 %”; nothing of an office without files. Never rounded up to 100."""
        return f"{int(1000 * self.ready / self.files) / 10:.1f} %" if self.files else "—"


def read(today: date) -> Board:
    """The findings brought up to date, and counted."""
    judging.bring_up_to_date(today)
    policy = settings.load(Policy)
    found: dict[str, list[Any]] = defaultdict(list)
    blocked = set()
    query = KeptFinding.select().order_by(KeptFinding.person, KeptFinding.id)
    for row in query.namedtuples():
        found[row.rule].append(row)
        if row.severity == BLOCKS and row.provider:
            blocked.add(row.provider)
    people = _people()
    return Board(
        today,
        tuple(pack.name for pack in standards.enabled(policy)),
        len(people),
        len(people.keys() - blocked),
        _departments(people, blocked),
        tuple(_requirement(rule, found[rule], policy, today) for rule in RULES if standards.lines(rule, policy, today)),
    )


def _people() -> dict[int, str]:
    query = Provider.select(Provider.id, Department.name).left_outer_join(Department, on=Provider.department)
    return {id: name or NOWHERE for id, name in query.where(Provider.status.not_in(tuple(GONE))).tuples()}


def _departments(people: dict[int, str], blocked: set[int]) -> tuple[OfDepartment, ...]:
    files = Counter(people.values())
    ready = Counter(name for id, name in people.items() if id not in blocked)
    return tuple(
        OfDepartment(name, files[name], ready[name]) for name in sorted(files, key=lambda each: (each == NOWHERE, each))
    )


_TONES = {BLOCKS: "bad", "warn": "warn"}


def _requirement(rule: str, rows: list[Any], policy: Policy, today: date) -> Requirement:
    lines = standards.lines(rule, policy, today)
    before = " before its end" if rule in BEFORE else ""
    worst: dict[int, str] = {}
    for row in rows:
        if worst.get(row.provider) != BLOCKS:
            worst[row.provider] = row.severity
    return Requirement(
        rule,
        RULES[rule].title,
        " · ".join(dict.fromkeys(part for line in lines for part in line.citation.split(" · "))),
        ", ".join(dict.fromkeys(f"{line.row.said}{before}" for line in lines if line.row.said)),
        sum(severity == BLOCKS for severity in worst.values()),
        sum(severity != BLOCKS for severity in worst.values()),
        tuple(
            Short(row.provider, row.person, row.message, _TONES.get(row.severity, "info"), row.credential)
            for row in rows
        ),
    )
