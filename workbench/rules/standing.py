"""Files as the standards see them: what stands of a person on the staff, read in bulk, with the applications under way."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from peewee import JOIN, ModelSelect

from workbench.records.application import Application
from workbench.records.appointment import Appointment
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.conduct import AdverseAction, Fppe
from workbench.records.credential import Credential
from workbench.records.evidence import Check, NpdbQuery, Oppe
from workbench.records.office_lists import Category, CredentialSort, Department, Facility
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm
from workbench.records.provider import GONE, ON_STAFF, OtherName, Provider
from workbench.records.requirement import RequirementException
from workbench.records.short_term import DisasterPrivilege, TemporaryPrivilege
from workbench.records.verification import Verification, VerificationSource
from workbench.rules import dossier
from workbench.rules.chain import APPROVED
from workbench.rules.dossier import Dossier, Row, Rows
from workbench.store import asking
from workbench.store.asking import Prepared

PERSON = "person"


@dataclass(frozen=True, slots=True)
class File:
    """All that is judged of one person. Rows stand in the order in which one reads them."""

    person: Row
    """id, title parts, provider_type, degree, status, status_since, department, category, with their names."""
    appointments: Rows = ()
    """The newest term first, with facility_state."""
    credentials: Rows = ()
    """Current terms, with sort_key, sort_name."""
    former: Rows = ()
    """Earlier terms of licenses, the newest end first."""
    queries: Rows = ()
    """NPDB queries without what they answered, the newest first."""
    checks: Rows = ()
    names: Rows = ()
    """Former names and aliases."""
    oppe: Rows = ()
    held: Rows = ()
    """With name of the line and form_name."""
    temporary: Rows = ()
    disaster: Rows = ()
    fppe: Rows = ()
    adverse: Rows = ()
    verifications: Rows = ()
    """Those that stand, the newest first, with source_name, primary, equivalent."""
    exceptions: Rows = ()
    education: Rows = ()
    work: Rows = ()
    affiliations: Rows = ()
    decided: Rows = ()
    """Applications that were decided and whose applicant was not told on that day."""
    decisions: Rows = ()
    """Applications that were approved, by which a term began."""
    applications: tuple[Dossier, ...] = ()
    """Those under way, whole."""

    @property
    def id(self) -> int:
        """Of the person."""
        return int(self.person.id)

    @property
    def title(self) -> str:
        """“Okafor, Adaeze N., MD”."""
        return Provider.title_of(*(getattr(self.person, name) for name in Provider.titled_by))

    @property
    def is_staff(self) -> bool:
        """Whether the person is a member now."""
        return self.person.status in ON_STAFF

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing but the person and what is not asked of them: there is nothing to judge."""
        none = (PERSON, "names", "exceptions")
        return not any(getattr(self, each.name) for each in fields(self) if each.name not in none)

    def of_sort(self, sort_key: str) -> list[Row]:
        """The current credentials of one sort."""
        return [each for each in self.credentials if each.sort_key == sort_key]


def of_people(ids: Iterable[int]) -> dict[int, File]:
    """The files of people, by id; ids that are not there are left out."""
    people = {row.id: row for row in _prepared()[PERSON].rows(ids)}
    if not people:
        return {}
    parts = {name: _grouped(query, people) for name, query in _prepared().items() if name != PERSON}
    files = {
        id: File(row, **{name: tuple(rows) for name, part in parts.items() if (rows := part.get(id))})
        for id, row in people.items()
    }
    return _with_applications(files)


def everybody() -> list[int]:
    """The ids of those whose files are judged: who is on the staff or applies, and who left with an action to report."""
    gone = AdverseAction.select(AdverseAction.provider)
    query = Provider.select(Provider.id).where(Provider.status.not_in(tuple(GONE)) | Provider.id.in_(gone))
    return [row[0] for row in query.order_by(Provider.id).tuples()]


def _with_applications(files: dict[int, File]) -> dict[int, File]:
    query = Application.select(Application.id, Application.provider).where(Application.stage != "Closed")
    query = query.where(Application.provider.in_(asking.among(files))).order_by(Application.id)
    whose: dict[int, int] = dict(query.tuples())
    mine: dict[int, list[Dossier]] = defaultdict(list)
    for id, found in dossier.of_applications(whose).items():
        mine[whose[id]].append(found)
    return files | {id: replace(files[id], applications=tuple(found)) for id, found in mine.items() if id in files}


@cache
def _prepared() -> dict[str, Prepared]:
    parts = {name: Prepared(query, key) for name, (query, key) in _parts().items()}
    return {PERSON: Prepared(_people(), Provider.id), **parts}


def _grouped(query: Prepared, people: Iterable[int]) -> dict[int, list[Row]]:
    groups: dict[int, list[Row]] = defaultdict(list)
    for row in query.rows(people):
        groups[row.provider].append(row)
    return groups


def _some(model: Any, *names: str) -> list[Any]:
    return [getattr(model, name).alias(name) for name in ("id", "provider", *names)]


def _people() -> ModelSelect:
    named = [
        getattr(Provider, name).alias(name)
        for name in ("id", *Provider.titled_by, "provider_type", "status", "status_since", "department", "category")
    ]
    query = Provider.select(*named, Department.name.alias("department_name"), Category.name.alias("category_name"))
    query = query.join(Department, JOIN.LEFT_OUTER, on=Provider.department)
    return query.join_from(Provider, Category, JOIN.LEFT_OUTER, on=Provider.category)


def _parts() -> dict[str, tuple[ModelSelect, Any]]:
    return {**_watched(), **_happened()}


def _watched() -> dict[str, tuple[ModelSelect, Any]]:
    """What every file has, and what is looked at of it again and again."""
    checks = Check.select(*_some(Check, "sort", "done", "result", "names")).order_by(Check.done.desc(), Check.id.desc())
    queries = NpdbQuery.select(*_some(NpdbQuery, "queried", "enrolled_until", "reviewed"))
    oppe = Oppe.select(*_some(Oppe, "starts", "ends", "reviewed", "result")).order_by(Oppe.ends.desc())
    # joined to "", or SQLite would begin at the licenses of everybody
    current, former = ~Credential.past, Credential.past & (CredentialSort.key.concat("") == "license")
    return {
        "appointments": (_appointments(), Appointment.provider),
        "credentials": (_terms().where(current).order_by(Credential.expires, Credential.id), Credential.provider),
        "former": (_terms().where(former).order_by(Credential.expires.desc()), Credential.provider),
        "queries": (queries.order_by(NpdbQuery.queried.desc(), NpdbQuery.id.desc()), NpdbQuery.provider),
        "checks": (checks, Check.provider),
        "names": (OtherName.select(*_some(OtherName, "last", "first")).order_by(OtherName.id), OtherName.provider),
        "oppe": (oppe, Oppe.provider),
        "held": (_held(), HeldPrivilege.provider),
        "verifications": (_verifications(), Verification.provider),
        "education": (Education.select(*_some(Education, "sort", "program", "institution")), Education.provider),
        "work": (WorkHistory.select(*_some(WorkHistory)), WorkHistory.provider),
        "affiliations": (Affiliation.select(*_some(Affiliation)), Affiliation.provider),
    }


def _happened() -> dict[str, tuple[ModelSelect, Any]]:
    """What few files have."""
    later = Application.told.is_null() | (Application.told > Application.decided)
    untold = (Application.stage == "Closed") & Application.decided.is_null(False) & later
    decided = Application.select(*_some(Application, "sort", "outcome", "decided", "told")).where(untold)
    return {
        "temporary": (_whole(TemporaryPrivilege).order_by(TemporaryPrivilege.starts), TemporaryPrivilege.provider),
        "disaster": (_whole(DisasterPrivilege), DisasterPrivilege.provider),
        "fppe": (Fppe.select(*_some(Fppe, "sort", "held", "method", "starts", "ends", "concluded")), Fppe.provider),
        "adverse": (_whole(AdverseAction), AdverseAction.provider),
        "exceptions": (_whole(RequirementException), RequirementException.provider),
        "decided": (decided, Application.provider),
        "decisions": (_decisions(), Application.provider),
    }


def _decisions() -> ModelSelect:
    approved = Application.outcome.in_(list(APPROVED)) & Application.decided.is_null(False)
    whole = Application.sort != "Added privileges"
    return Application.select(*_some(Application, "facility", "decided")).where(approved & whole)


def _appointments() -> ModelSelect:
    query = Appointment.select(
        *_some(Appointment, "facility", "initial", "starts", "ends"),
        Facility.name.alias("facility_name"),
        Facility.state.alias("facility_state"),
    )
    query = query.join(Facility, JOIN.LEFT_OUTER)
    return query.order_by(Appointment.ends.desc(), Appointment.id.desc())


def _terms() -> ModelSelect:
    named = _some(
        Credential,
        "title",
        "number",
        "state",
        "issued",
        "expires",
        "lifetime",
        "continuing",
        "verified",
        "standing",
        "discipline",
    )
    return Credential.select(*named, CredentialSort.key.alias("sort_key"), CredentialSort.name.alias("sort_name")).join(
        CredentialSort
    )


def _held() -> ModelSelect:
    named = _some(HeldPrivilege, "facility", "application", "starts", "ends")
    query = HeldPrivilege.select(*named, Privilege.name.alias("name"), PrivilegeForm.name.alias("form_name"))
    return query.join(Privilege).join(PrivilegeForm).order_by(HeldPrivilege.starts, HeldPrivilege.id)


def _verifications() -> ModelSelect:
    named = _some(Verification, "element", "credential", "done", "by", "reason", "result", "expires")
    source = (VerificationSource.name.alias("source_name"), VerificationSource.primary.alias("primary"))
    query = Verification.select(*named, *source, VerificationSource.equivalent.alias("equivalent"))
    query = query.join(VerificationSource).where(Verification.struck.is_null())
    return query.order_by(Verification.done.desc(), Verification.id.desc())


def _whole(model: Any) -> ModelSelect:
    return model.select(*(field.alias(field.name) for field in model._meta.sorted_fields))
