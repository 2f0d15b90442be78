"""A file traced element by element as a surveyor does: what is asked, what was seen, where, when, by whom, how old that is, what
is found, by which citation; and the chain of decisions. Tracer sheets and audit worksheets are made of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from workbench.lists import kept_findings, traced_decisions, traced_lines
from workbench.lists.traced_decisions import Decision
from workbench.lists.traced_lines import Traced
from workbench.records.elements import ELEMENTS
from workbench.records.policy import Policy
from workbench.rules import standards, standing, survey
from workbench.rules.catalog import EXPIRES, RULES
from workbench.rules.findings import Judge, Judged
from workbench.rules.judging import BLOCK, Finding
from workbench.rules.standing import File
from workbench.store import database, settings

TONES = {BLOCK: "bad", "warn": "warn"}
READY, NOT_READY = "Ready", "Not ready"
READY_AS_SHOWN = "Ready by what is shown here"
"""Of a survey edition, which says the same of a file that is ready and of one that is not for what is left out."""
ONCE = "PSV_ONCE"
"""The rule that asks each element by itself."""
FIRST_RULE = EXPIRES | {
    "license": "LIC_PSV",
    "npdb": "NPDB_2Y",
    "exclusions": "LEIE_MONTH",
    "identity": "IDENTITY",
    "work_history": "GAP6",
    "education": ONCE,
    "training": ONCE,
    "affiliation": ONCE,
    "appointment": "APPT_MAX",
    "privileges": "PRIV_MAX",
    "fppe": "FPPE_OPEN",
    "oppe": "OPPE_INT",
}
"""By element, the rule whose limit and citation are told where nothing is found."""


@dataclass(frozen=True)
class Tracer:
    """A file on a day."""

    provider: int
    person: str
    line: str
    """Type, department, category, status."""
    on: date
    standing: str
    """Ready, Not ready; where all that keeps it from being ready is left out, that is said."""
    lines: tuple[Traced, ...]
    decisions: tuple[Decision, ...]
    bodies: tuple[str, ...]
    """By which standards."""
    survey: bool


def of_people(ids: Iterable[int], on: date, for_survey: bool = True) -> list[Tracer]:
    """The files of people, in the order of the ids; for a survey without NPDB results, peer review and health."""
    wanted = list(ids)
    policy, veiled = settings.load(Policy), database.veil is not None
    for_survey = for_survey or veiled
    judge, files = Judge(on, policy), standing.of_people(wanted)
    kept = kept_findings.of_people(wanted) if veiled else {}
    seen, decisions = traced_lines.seen(files), traced_decisions.of_people(files, for_survey)
    bodies = tuple(pack.name for pack in standards.enabled(policy))
    asked = _Asked(policy, on)
    made = []
    for id in wanted:
        if (file := files.get(id)) is not None:
            judged = kept.get(id) or judge.file(file)
            lines = tuple(_lines(file, judged, seen[id], asked, on, for_survey))
            told = tuple(decisions.get(id, ()))
            made.append(
                Tracer(
                    id,
                    file.title,
                    _line(file, for_survey),
                    on,
                    _standing_of(file, judged, for_survey),
                    lines,
                    told,
                    bodies,
                    for_survey,
                )
            )
    return made


def _standing_of(file: File, judged: Judged, for_survey: bool) -> str:
    """A surveyor is told by what is shown: that something else keeps a file would tell whom to ask about."""
    if any(each.severity == BLOCK for each in _shown(judged.findings, file, for_survey)):
        return NOT_READY
    return READY_AS_SHOWN if for_survey else READY


class _Asked:
    """What is asked of each element, with its limit and its citation."""

    def __init__(self, policy: Policy, on: date) -> None:
        self._policy, self._on = policy, on
        self.element_of = {row.id: row.element for row in standards.asked(policy, on)}

    def dress(self, line: Traced) -> Traced:
        rule = line.rule or FIRST_RULE.get(line.element, "")
        of = line.element if rule == ONCE else ""
        found = standards.lines(rule, self._policy, self._on, of) if rule else ()
        if not found:
            return line
        limit = found[0].row.said
        if limit and found[0].row.is_filled_in:
            limit = f"{limit}, the office's limit"
        title = f"{RULES[rule].title} ({limit})" if limit else RULES[rule].title
        return replace(line, asked=title, citation=found[0].citation)


def _lines(
    file: File, judged: Judged, seen: Mapping[Any, Any], asked: _Asked, on: date, for_survey: bool
) -> Iterator[Traced]:
    """Every element in the order of the elements; what is found of none of them stands at the end of its element."""
    lines = [asked.dress(each) for each in traced_lines.held(file, seen, on)]
    if for_survey:
        lines = [each for each in lines if each.element not in survey.HIDDEN_ELEMENTS]
    left: dict[str, Traced] = {}

    def element_of(found: Finding) -> str:
        own = found.element if found.rule == ONCE else ""
        return own or asked.element_of.get(found.rule, "application")

    for each in _shown(judged.findings, file, for_survey):
        place = _place(lines, each, element_of(each))
        if place is None:
            left[each.rule] = _with(left.get(each.rule) or Traced(element_of(each), each.title), each)
        else:
            lines[place] = _with(lines[place], each)
    lines += left.values()
    order = list(ELEMENTS)
    yield from sorted(lines, key=lambda each: order.index(each.element))


def _shown(findings: Iterable[Finding], file: File, for_survey: bool) -> list[Finding]:
    """What is told of what is found; what tells of health or peer review is not told to a surveyor."""
    health = {each.id for each in file.credentials if each.sort_key in survey.HIDDEN_ELEMENTS} if for_survey else set()
    told = [each for each in findings if not (each.credential and each.credential in health)]
    return [each for each in told if not (for_survey and survey.tells_of(each.rule, each.message))]


def _place(lines: list[Traced], found: Finding, element: str) -> int | None:
    """The line that a finding is about: its credential's, else the one of its rule, else the only one of its element."""
    if found.credential is not None:
        return next((n for n, each in enumerate(lines) if each.credential == found.credential), None)
    if (same := next((n for n, each in enumerate(lines) if each.rule == found.rule), None)) is not None:
        return same
    mine = [n for n, each in enumerate(lines) if each.element == element]
    return mine[0] if len(mine) == 1 else None


def _with(line: Traced, found: Finding) -> Traced:
    """A line with what is found of it: several findings one after the other, in the worst tone."""
    before = line.tone in ("bad", "warn")
    said = f"{line.found} {found.message}" if before else found.message
    tone = "bad" if line.tone == "bad" else TONES.get(found.severity, line.tone or "info")
    cited = " · ".join(dict.fromkeys([*(line.citation.split(" · ") if before else ()), *found.citation.split(" · ")]))
    return replace(line, found=said, tone=tone, citation=cited, asked=line.asked if before else found.title)


def _line(file: File, for_survey: bool) -> str:
    person = file.person
    status = survey.status_shown(person.status) if for_survey else person.status
    parts = (person.provider_type, person.department_name, person.category_name, status)
    return " · ".join(dict.fromkeys(part for part in parts if part))
