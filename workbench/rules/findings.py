"""All rules over files and over the office, on a day: what is found, and until when it stands if nothing is entered."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from workbench.records.application import APPLICATION_SORTS
from workbench.records.committee import Committee
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import HELD, OVER
from workbench.records.office_lists import Category, Facility
from workbench.records.policy import Policy
from workbench.records.privilege import Privilege, PrivilegeForm
from workbench.records.provider import Provider
from workbench.records.upkeep import GoverningDocument, StaffCertification
from workbench.rules import (
    acting,
    evaluating,
    holding,
    in_force,
    looks,
    of_application,
    of_office,
    quorum,
    short_terms,
    standards,
    standing,
    terms,
)
from workbench.rules.judging import BLOCK, Finding, Judging
from workbench.rules.matrix import NOT_ASKED, Matrix
from workbench.rules.of_application import Sitting, Sittings
from workbench.rules.of_office import Body, OfficeFile
from workbench.rules.pack_rows import SEVERITIES
from workbench.rules.standing import File
from workbench.rules.then import Then

RULES = (
    *in_force.RULES,
    *terms.RULES,
    *looks.RULES,
    *evaluating.RULES,
    *short_terms.RULES,
    *acting.RULES,
)
"""Rules over a person's file; those over applications and the matrix take more, and are asked beside them."""
AT_ONCE = 2_000
"""Files that are read together."""
REQUIRED_RULE = "REQUIRED"
"""What the office asks by its own matrix, whichever pack stands behind it: that alone is always the office's to except."""
AT_A_DISTANCE = "Telemedicine"
"""The category of members whom another hospital credentials."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found in one file."""

    provider: int
    """0 for the office itself."""
    findings: tuple[Finding, ...]
    until: date
    """The last day on which the same would be found, if nothing is entered."""
    title: str = ""
    department: str = ""
    empty: bool = False
    """Whether there was nothing to judge: what is not found there is not met either."""

    @property
    def is_ready(self) -> bool:
        """Whether nothing blocks."""
        return not any(each.severity == BLOCK for each in self.findings)


class Judge:
    """All rules with what they need besides a file, read once for a day."""

    def __init__(self, on: date, policy: Policy) -> None:
        self.day = Judging(on, policy, Then(policy).of, acting.letters_since(policy))
        self.matrix = Matrix()
        self.sittings = _sittings(on)
        asked = standards.asked(policy, on)
        firm = {row.id for row in asked if not row.editable} - {REQUIRED_RULE}
        self.never = holding.never_excepted(self.day)
        """Elements of which nobody is excepted."""
        self._elements = {row.id: row.element for row in asked if row.id not in firm}
        """By rule, the element whose exception silences it; what an office may not change knows none."""

    def file(self, file: File) -> Judged:
        """Everything about one person."""
        self.day.begin()
        excepted = self._excepted(file) - self.never
        needs = self._needs(file, "") | dict.fromkeys(excepted, NOT_ASKED)
        found = [each for rule in RULES for each in rule(file, self.day)]
        if file.is_staff:
            found += holding.required(file, self.day, needs)
        for asked in _asked_for(file, self.day):
            found += holding.required(file, self.day, self._more(file, asked, needs, excepted), asked)
        if file.applications:
            found += of_application.applications(file, self.day, self.sittings)
        silent = {element for element, need in needs.items() if need == NOT_ASKED}
        kept = [each for each in of_application.once(found) if not silent or self._element(each) not in silent]
        kept.sort(key=lambda each: SEVERITIES.index(each.severity))
        until = date.max if self.day.next == date.max else date.fromordinal(self.day.next.toordinal() - 1)
        return Judged(file.id, tuple(kept), until, file.title, file.person.department_name or "", file.is_empty)

    def _more(self, file: File, asked: str, needs: dict[str, str], excepted: set[str]) -> dict[str, str]:
        """What is needed for what somebody asks for, besides what is asked of them anyway: of a member the matrix of members, of an
        applicant what readiness asks of every application."""
        applies = not file.is_staff and asked in APPLICATION_SORTS
        anyway = {each: need for each, need in needs.items() if not applies or each in holding.ASKED_ANYWAY}
        wanted = self._needs(file, asked).items()
        return {each: need for each, need in wanted if anyway.get(each) != need and each not in excepted}

    def _element(self, found: Finding) -> str | None:
        """What an exception must be of to silence a finding; None for what the office may not change."""
        known = self._elements.get(found.rule)
        return found.element or known if known is not None else None

    def people(self, ids: Iterable[int]) -> Iterator[Judged]:
        """Everything about some people, in the order of their ids; a block at a time, so that not all lie in memory."""
        wanted = sorted(ids)
        for start in range(0, len(wanted), AT_ONCE):
            files = standing.of_people(wanted[start : start + AT_ONCE])
            for id in sorted(files):
                yield self.file(files[id])

    def office(self) -> Judged:
        """What is asked of the office itself; judged again every day, since it is little."""
        file = _office_file(self.day.on)
        self.day.begin()
        found = tuple(chain.from_iterable(rule(file, self.day) for rule in of_office.RULES))
        return Judged(0, found, self.day.on)

    def _needs(self, file: File, asked_for: str) -> dict[str, str]:
        """The matrix for this person."""
        person = file.person
        return self.matrix.needs(person.provider_type, person.department, person.category, asked_for)

    def _excepted(self, file: File) -> set[str]:
        """The elements of which this person is excepted on the day."""
        return {
            each.element
            for each in file.exceptions
            if self.day.come(each.since) and not (each.until and self.day.over(each.until))
        }


def _asked_for(file: File, day: Judging) -> list[str]:
    """What the person asks for or holds besides membership, as the matrix calls it."""
    found = {each.application.sort for each in file.applications if each.application is not None}
    for name, rows in (("Temporary privileges", file.temporary), ("Disaster privileges", file.disaster)):
        ends = [each.ends if name.startswith("T") else each.ended for each in rows]
        if any(end is None or not day.over(end) for end in ends):
            found.add(name)
    return sorted(found | ({"Telemedicine by proxy"} if file.person.category_name == AT_A_DISTANCE else set()))


def _sittings(on: date) -> Sittings:
    query = Meeting.select(Meeting.id, Meeting.held, Committee.name, Committee.level).join(Committee)
    query = query.where(Meeting.state.not_in(OVER) & (Meeting.held >= on))
    known = {id: Sitting(held, name, level) for id, held, name, level in query.tuples()}
    listed: dict[int, list[Sitting]] = defaultdict(list)
    items = AgendaItem.select(AgendaItem.meeting, AgendaItem.application)
    items = items.where(AgendaItem.application.is_null(False) & (AgendaItem.outcome == "") & ~AgendaItem.information)
    for meeting, application in items.tuples():
        if meeting in known:
            listed[application].append(known[meeting])
    return Sittings(known.values(), listed)


def _office_file(on: date) -> OfficeFile:
    watched = ("Governing board", "Expedited board committee", "Medical executive committee")
    bodies = tuple(
        Body(each.id, each.name, each.level, quorum.members_of(each.id), _planned(each.id, on), _met(each.id, on))
        for each in Committee.select().where(Committee.active & Committee.level.in_(watched)).order_by(Committee.id)
    )
    forms = PrivilegeForm.select().where(PrivilegeForm.state != "Retired").order_by(PrivilegeForm.name)
    return OfficeFile(
        bodies,
        tuple(GoverningDocument.select().order_by(GoverningDocument.name)),
        tuple(StaffCertification.select().order_by(StaffCertification.person, StaffCertification.sort)),
        tuple((str(form.name), tuple(form.privileges.order_by(Privilege.position))) for form in forms),
        states=tuple(state for (state,) in Facility.select(Facility.state).distinct().tuples() if state),
        at_a_distance=_at_a_distance(),
    )


def _at_a_distance() -> int:
    query = Provider.select().join(Category, on=Provider.category).where(Category.name == AT_A_DISTANCE)
    return int(query.where(Provider.status.in_(tuple(standing.ON_STAFF))).count())


def _met(committee: int, on: date) -> date | None:
    query = Meeting.select(Meeting.held).where((Meeting.committee == committee) & (Meeting.state == HELD))
    last = query.where(Meeting.held <= on).order_by(Meeting.held.desc()).first()
    return last.held if last is not None else None


def _planned(committee: int, on: date) -> tuple[date, ...]:
    query = Meeting.select(Meeting.held).where((Meeting.committee == committee) & Meeting.state.not_in(OVER))
    return tuple(row[0] for row in query.where(Meeting.held >= on).order_by(Meeting.held).tuples())
