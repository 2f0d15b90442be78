"""A file traced element by element as a surveyor does: what is asked, what was seen, where, when, by whom, how old that is, what
is found, by which citation; and the chain of decisions. Tracer sheets and audit worksheets are made of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from workbench.lists import kept_findings, traced_decisions
from workbench.lists.traced_decisions import Decision
from workbench.records.elements import ELEMENTS
from workbench.records.evidence import Check
from workbench.records.policy import Policy
from workbench.records.verification import Verification
from workbench.rules import standards, standing, survey
from workbench.rules.catalog import RULES
from workbench.rules.findings import Judge, Judged
from workbench.rules.judging import BLOCK, Finding
from workbench.rules.standing import File
from workbench.store import asking, database, settings

TONES = {BLOCK: "bad", "warn": "warn"}
STATED, MET = "Stated, not verified", "Met"
READY, NOT_READY = "Ready", "Not ready"
FIRST_RULE = {
    "license": "LIC_PSV",
    "dea": "DEA_EXP",
    "cds": "CDS_EXP",
    "board": "BOARD_EXP",
    "liability": "INS_EXP",
    "life_support": "LIFE_EXP",
    "health": "HEALTH_EXP",
    "npdb": "NPDB_2Y",
    "exclusions": "LEIE_MONTH",
    "identity": "IDENTITY",
    "work_history": "GAP6",
    "appointment": "APPT_MAX",
    "privileges": "PRIV_MAX",
    "fppe": "FPPE_OPEN",
    "oppe": "OPPE_INT",
}
"""By element, the rule whose limit and citation are told where nothing is found."""
_OF_CHECKS = {
    "Identity": ("identity", "IDENTITY"),
    "Background check": ("background", ""),
    "Health attestation": ("health", ""),
    "OIG exclusion list (LEIE)": ("exclusions", "LEIE_MONTH"),
    "SAM exclusions": ("exclusions", "SAM_MONTH"),
    "State Medicaid exclusions": ("exclusions", "MEDICAID_MONTH"),
}
"""By sort, the element that a check is of and its rule."""


@dataclass(frozen=True)
class Traced:
    """One element of a file, as far as one thing of it is concerned."""

    element: str
    """Its key."""
    what: str
    """“State license IL 036-119204”."""
    asked: str = ""
    """The requirement with its limit: “License verified at the source”."""
    source: str = ""
    done: date | None = None
    """The day on which it was seen at the source, or done."""
    by: str = ""
    ends: date | None = None
    found: str = ""
    """What is found, in words; else that it is met, or only stated."""
    tone: str = ""
    citation: str = ""
    credential: int | None = None
    rule: str = ""
    """The rule that asks it, if not the element's first."""

    def age(self, on: date) -> int | None:
        """How many days ago it was seen; None if never."""
        return (on - self.done).days if self.done and self.done <= on else None


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
    seen, decisions = _seen(files), traced_decisions.of_people(files, for_survey)
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
                    _line(file),
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
    """Whether it is ready is never told otherwise than it is: what is left out counts too."""
    if judged.is_ready:
        return READY
    told = any(each.severity == BLOCK for each in _shown(judged.findings, file, for_survey))
    return NOT_READY if told else f"{NOT_READY}, for reasons that are left out here"


class _Asked:
    """What is asked of each element, with its limit and its citation."""

    def __init__(self, policy: Policy, on: date) -> None:
        self._policy, self._on = policy, on
        self.element_of = {row.id: row.element for row in standards.asked(policy, on)}

    def dress(self, line: Traced) -> Traced:
        rule = line.rule or FIRST_RULE.get(line.element, "")
        found = standards.lines(rule, self._policy, self._on) if rule else ()
        if not found:
            return line
        limit = found[0].row.said
        title = f"{RULES[rule].title} ({limit})" if limit else RULES[rule].title
        return replace(line, asked=title, citation=found[0].citation)


def _lines(
    file: File, judged: Judged, seen: Mapping[Any, Any], asked: _Asked, on: date, for_survey: bool
) -> Iterator[Traced]:
    """Every element in the order of the elements; what is found of none of them stands at the end of its element."""
    lines = [asked.dress(each) for each in _held(file, seen, on)]
    if for_survey:
        lines = [each for each in lines if each.element not in survey.HIDDEN_ELEMENTS]
    left: dict[str, Traced] = {}

    def element_of(found: Finding) -> str:
        return asked.element_of.get(found.rule, "application")

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
    told = [each for each in findings if each.rule and not (each.credential and each.credential in health)]
    if not for_survey:
        return told
    return [each for each in told if each.rule not in survey.HIDDEN_RULES and survey.OF_HEALTH not in each.message]


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


def _held(file: File, seen: Mapping[Any, Any], on: date) -> Iterator[Traced]:
    """What the file holds, element by element."""
    for each in file.credentials:
        look = seen.get(("credential", each.id))
        what = " ".join(part for part in (each.sort_name, each.state, each.number or each.title) if part)
        element = each.sort_key if each.sort_key in ELEMENTS else "other"
        done = look.done if look else each.verified
        source, by = (look.source_name, look.by) if look else ("", "")
        yield _stated(Traced(element, what, "", source, done, by, each.expires, credential=each.id))
    yield from _background(file, seen)
    yield from _looks(file, seen, on)
    yield from _standing(file)


def _background(file: File, seen: Mapping[Any, Any]) -> Iterator[Traced]:
    """Education, affiliations and what else was verified of the person."""
    stated = []
    for each in file.education:
        if look := seen.get(("education", each.id)):
            yield _stated(_looked(Traced("education", str(each.sort)), look))
        else:
            stated.append(str(each.sort))
    if stated:
        yield _stated(Traced("education", ", ".join(dict.fromkeys(stated))))
    for element, rows in (("work_history", file.work), ("affiliation", file.affiliations)):
        if rows:
            count = f"{ELEMENTS[element]}: {len(rows):,} on file"
            yield _stated(_looked(Traced(element, count), seen.get(("element", element))))
    for element in ("claims", "sanctions", "training"):
        if look := seen.get(("element", element)):
            yield _stated(_looked(Traced(element, ELEMENTS[element]), look))


def _looks(file: File, seen: Mapping[Any, Any], on: date) -> Iterator[Traced]:
    """The NPDB by its dates alone, lists, identity; the newest of each."""
    for each in [row for row in file.queries if row.queried <= on][:1]:
        until = next((row.enrolled_until for row in file.queries if row.enrolled_until), None)
        yield Traced("npdb", "NPDB query", "", "NPDB", each.queried, "", until, MET)
    met: set[str] = set()
    for each in file.checks:
        if each.done <= on and each.sort not in met:
            met.add(each.sort)
            element, rule = _OF_CHECKS[each.sort]
            row = seen["check", each.id]
            yield Traced(element, each.sort, "", row.source, each.done, row.by, None, MET, rule=rule)
    for each in file.oppe[:1]:
        done = each.reviewed or None
        yield Traced("oppe", "Ongoing evaluation (OPPE)", "", "", done, "", each.ends, MET if done else "Not reviewed")


def _standing(file: File) -> Iterator[Traced]:
    """The term, what is held, focused evaluations of new privileges; of an application under way what peers and applicant signed."""
    for asked in file.applications:
        came = [each.received for each in asked.references if each.received]
        if asked.references:
            said = f"{len(came):,} of {len(asked.references):,} received"
            yield Traced(
                "references", f"Peer references: {said}", "", "", max(came, default=None), "", None, "", rule="REF_MIN"
            )
        signed = asked.application.attested if asked.application is not None else None
        yield _stated(Traced("application", "Attestation", "", "Applicant", signed, "", rule="ATTEST_AGE"))
    for each in file.appointments[:1]:
        yield Traced(
            "appointment", f"Appointment {each.facility_name or ''}".strip(), "", "", each.starts, "", each.ends, MET
        )
    if file.held:
        ends = [each.ends for each in file.held if each.ends]
        first = min(each.starts for each in file.held) if all(each.starts for each in file.held) else None
        what = f"{len(file.held):,} privilege{'' if len(file.held) == 1 else 's'} held"
        yield Traced("privileges", what, "", "", first, "", min(ends) if ends else None, MET)
    for each in file.fppe:
        if each.sort != survey.FOR_CAUSE:
            said = MET if each.concluded else "Under way"
            yield Traced(
                "fppe", "Focused evaluation (FPPE)", "", "", each.concluded or each.starts, "", each.ends, said
            )


def _looked(line: Traced, look: Any) -> Traced:
    return replace(line, source=look.source_name, done=look.done, by=look.by) if look else line


def _stated(line: Traced) -> Traced:
    """Verified or only stated; that alone is no finding."""
    return replace(line, found=MET if line.done else STATED, tone="" if line.done else "info")


def _line(file: File) -> str:
    person = file.person
    parts = (person.provider_type, person.department_name, person.category_name, person.status)
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _seen(files: Mapping[int, File]) -> dict[int, dict[Any, Any]]:
    """By person, the newest verification that stands of each thing, with its source and who saw it."""
    query = Verification.select(
        *(getattr(Verification, name).alias(name) for name in ("provider", "element", "done", "by")),
        *(getattr(Verification, name).alias(name) for name in ("credential", "education")),
        Verification.source.rel_model.name.alias("source_name"),
    ).join(Verification.source.rel_model)
    query = query.where(Verification.provider.in_(asking.among(files)) & Verification.struck.is_null())
    found: dict[int, dict[Any, Any]] = defaultdict(dict)
    for row in query.order_by(Verification.done, Verification.id).namedtuples():
        key = ("credential", row.credential) if row.credential else ("education", row.education)
        found[row.provider][key if key[1] else ("element", row.element)] = row
    checks = Check.select(Check.id, Check.provider.alias("provider"), Check.source, Check.by)
    for row in checks.where(Check.provider.in_(asking.among(files))).namedtuples():
        found[row.provider]["check", row.id] = row
    return found
