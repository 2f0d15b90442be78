"""Dossiers: all that a rule, a page or a paper looks at of a person and an application, read in bulk and then only looked at."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from peewee import JOIN, ModelSelect

from workbench.records.application import Application, Claim, Disclosure, RedFlag, Reference
from workbench.records.appointment import Appointment
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.conduct import AdverseAction, Fppe
from workbench.records.credential import Credential
from workbench.records.desk import Document
from workbench.records.evidence import Activity, Check, NpdbQuery, Oppe
from workbench.records.office_lists import Category, CredentialSort, Department, Facility, Specialty
from workbench.records.practice import Practice, PracticeMember
from workbench.records.privilege import CriterionShown, HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import OtherName, Provider
from workbench.records.record import Record
from workbench.records.verification import Verification, VerificationSource
from workbench.rules import sealed
from workbench.store import alphabet
from workbench.store.asking import Prepared

Row = Any
"""A record's values by its field names, and by the names that its query adds; it cannot be written to."""
Rows = tuple[Row, ...]


@dataclass(frozen=True)
class Dossier:
    """One person, and the application that is looked at, if any. Rows stand in the order in which one reads them."""

    person: Row
    """A Provider, with specialty_name, subspecialty_name, department_name, category_name, supervisor_title."""
    application: Row | None = None
    """An Application, with category_name, department_name, facility_name, facility_state."""
    names: Rows = ()
    practices: Rows = ()
    """PracticeMembers, with name, tin of the practice."""
    appointments: Rows = ()
    """Appointments, the newest term first, with category_name, facility_name."""
    credentials: Rows = ()
    """Current terms, with sort_key, sort_name."""
    former: Rows = ()
    """Earlier terms of which a source said how they stood, or what discipline there was, and of coverage; the newest end first."""
    education: Rows = ()
    work: Rows = ()
    affiliations: Rows = ()
    claims: Rows = ()
    queries: Rows = ()
    """NpdbQueries, the newest first."""
    checks: Rows = ()
    """Checks, the newest first."""
    oppe: Rows = ()
    fppe: Rows = ()
    """Fppes, the newest first."""
    adverse: Rows = ()
    """AdverseActions of this hospital, the newest first."""
    activity: Rows = ()
    verifications: Rows = ()
    """Verifications that were not struck, the newest first, with source_name."""
    documents: Rows = ()
    """Documents that are not under seal, with sha256 and file_name; the bytes are fetched by whoever prints them."""
    disclosures: Rows = ()
    references: Rows = ()
    flags: Rows = ()
    requests: Rows = ()
    """PrivilegeRequests, with the fields of their Privilege under their own names and form_name."""
    shown: Rows = ()
    """CriterionShowns of those requests."""
    held: Rows = ()
    """HeldPrivileges, also of the past, with name of the line and form_name."""

    @property
    def title(self) -> str:
        """“Okafor, Adaeze N., MD”."""
        return Provider.title_of(*(getattr(self.person, name) for name in Provider.titled_by))

    def credentials_of(self, sort_key: str) -> Rows:
        """The current credentials of one sort."""
        return tuple(each for each in self.credentials if each.sort_key == sort_key)


def of_applications(ids: Iterable[int]) -> dict[int, Dossier]:
    """The dossiers of applications, by application id; ids that are not there are left out."""
    rows = {row.id: row for row in _whole()[0].rows(ids)}
    people = _people({row.provider for row in rows.values()})
    parts = {name: _grouped(query, list(rows), "application") for name, query in _application_parts().items()}
    return {
        each: Dossier(
            application=row, **people[row.provider], **{name: tuple(part[each]) for name, part in parts.items()}
        )
        for each, row in rows.items()
    }


def of_application(id: int) -> Dossier | None:
    """The dossier of one application."""
    return of_applications([id]).get(id)


def _people(ids: set[int]) -> dict[int, dict[str, Any]]:
    rows = {row.id: row for row in _whole()[1].rows(sorted(ids))}
    parts = {name: _grouped(query, list(rows), "provider") for name, query in _person_parts().items()}
    return {
        each: {"person": row, **{name: tuple(part[each]) for name, part in parts.items()}} for each, row in rows.items()
    }


@cache
def _whole() -> tuple[Prepared, Prepared]:
    return Prepared(_applications(), Application.id), Prepared(_persons(), Provider.id)


@cache
def _person_parts() -> dict[str, Prepared]:
    return {name: Prepared(query, key) for name, (query, key) in _of_person().items()}


@cache
def _application_parts() -> dict[str, Prepared]:
    return {name: Prepared(query, key) for name, (query, key) in _of_application().items()}


def _grouped(query: Prepared, ids: Sequence[int], link: str) -> dict[int, list[Row]]:
    groups: dict[int, list[Row]] = defaultdict(list)
    for row in query.rows(ids) if ids else ():
        groups[getattr(row, link)].append(row)
    return groups


def _all(model: type[Record], *more: Any) -> ModelSelect:
    """A query for all of a model's own fields under their own names, and more."""
    return model.select(*(field.alias(field.name) for field in model._meta.sorted_fields), *more)


def _persons() -> ModelSelect:
    second, boss = Specialty.alias(), Provider.alias()
    boss_named = [getattr(boss, name).alias(f"supervisor_{name}") for name in Provider.titled_by]
    query = _all(
        Provider,
        Specialty.name.alias("specialty_name"),
        second.name.alias("subspecialty_name"),
        Department.name.alias("department_name"),
        Department.chair.alias("department_chair"),
        Category.name.alias("category_name"),
        *boss_named,
    )
    query = query.join(Specialty, JOIN.LEFT_OUTER, on=Provider.specialty)
    query = query.join_from(Provider, second, JOIN.LEFT_OUTER, on=(Provider.subspecialty == second.id))
    query = query.join_from(Provider, Department, JOIN.LEFT_OUTER, on=Provider.department)
    query = query.join_from(Provider, Category, JOIN.LEFT_OUTER, on=Provider.category)
    return query.join_from(Provider, boss, JOIN.LEFT_OUTER, on=(Provider.supervisor == boss.id))


def _applications() -> ModelSelect:
    query = _all(
        Application,
        Category.name.alias("category_name"),
        Department.name.alias("department_name"),
        Department.chair.alias("department_chair"),
        Facility.name.alias("facility_name"),
        Facility.state.alias("facility_state"),
    )
    query = query.join(Category, JOIN.LEFT_OUTER, on=Application.category)
    query = query.join_from(Application, Department, JOIN.LEFT_OUTER, on=Application.department)
    return query.join_from(Application, Facility, JOIN.LEFT_OUTER, on=Application.facility)


def _of_person() -> dict[str, tuple[ModelSelect, Any]]:
    appointments = _all(Appointment, Category.name.alias("category_name"), Facility.name.alias("facility_name"))
    appointments = appointments.join(Category, JOIN.LEFT_OUTER).join_from(Appointment, Facility, JOIN.LEFT_OUTER)
    practices = _all(PracticeMember, Practice.name.alias("name"), Practice.tin.alias("tin")).join(Practice)
    held = _all(HeldPrivilege, Privilege.name.alias("name"), PrivilegeForm.name.alias("form_name"))
    held = held.join(Privilege).join(PrivilegeForm)
    return {
        "names": (_all(OtherName).order_by(alphabet.by(OtherName.last)), OtherName.provider),
        "practices": (
            practices.order_by(PracticeMember.preferred.desc(), alphabet.by(Practice.name)),
            PracticeMember.provider,
        ),
        "appointments": (appointments.order_by(Appointment.ends.desc(), Appointment.id.desc()), Appointment.provider),
        **_licensed(),
        "education": (_all(Education).order_by(Education.started, Education.ended, Education.id), Education.provider),
        "work": (_all(WorkHistory).order_by(WorkHistory.started, WorkHistory.id), WorkHistory.provider),
        "affiliations": (_all(Affiliation).order_by(Affiliation.started.desc(), Affiliation.id), Affiliation.provider),
        "claims": (_all(Claim).order_by(Claim.occurred, Claim.id), Claim.provider),
        "queries": (_all(NpdbQuery).order_by(NpdbQuery.queried.desc(), NpdbQuery.id.desc()), NpdbQuery.provider),
        "checks": (_all(Check).order_by(Check.done.desc(), Check.id.desc()), Check.provider),
        "oppe": (_all(Oppe).order_by(Oppe.ends.desc()), Oppe.provider),
        **_conduct(),
        "activity": (_all(Activity).order_by(Activity.sort, Activity.name, Activity.starts), Activity.provider),
        "held": (held.order_by(PrivilegeForm.name, Privilege.position, HeldPrivilege.id), HeldPrivilege.provider),
        "verifications": (_verifications(), Verification.provider),
        "documents": (_documents().order_by(Document.title, Document.id), Document.provider),
    }


def _licensed() -> dict[str, tuple[ModelSelect, Any]]:
    """Terms that run, and of those that are over coverage and what something was said of."""
    query = _all(Credential, CredentialSort.key.alias("sort_key"), CredentialSort.name.alias("sort_name"))
    query = query.join(CredentialSort)
    current = query.where(~Credential.past).order_by(CredentialSort.position, Credential.expires, Credential.id)
    cover = CredentialSort.key.concat("") == "liability"  # joined to "", or SQLite would begin at that of everybody
    told = (Credential.standing != "") | (Credential.discipline != "") | cover
    former = query.where(Credential.past & told).order_by(Credential.expires.desc(), Credential.id.desc())
    return {"credentials": (current, Credential.provider), "former": (former, Credential.provider)}


def _conduct() -> dict[str, tuple[ModelSelect, Any]]:
    fppe = _all(Fppe).order_by(Fppe.starts.desc(), Fppe.id.desc())
    adverse = _all(AdverseAction).order_by(AdverseAction.imposed.desc(), AdverseAction.id.desc())
    return {"fppe": (fppe, Fppe.provider), "adverse": (adverse, AdverseAction.provider)}


def _documents() -> ModelSelect:
    return _all(Document).where(Document.id.not_in(sealed.documents()))


def _verifications() -> ModelSelect:
    fields = (
        "provider",
        "element",
        "credential",
        "education",
        "work",
        "affiliation",
        "reference",
        "done",
        "result",
        "expires",
    )
    named = [Verification.field(name).alias(name) for name in fields]
    query = Verification.select(*named, VerificationSource.name.alias("source_name")).join(VerificationSource)
    return query.where(Verification.struck.is_null()).order_by(Verification.done.desc(), Verification.id.desc())


def _of_application() -> dict[str, tuple[ModelSelect, Any]]:
    lines = [field for field in Privilege._meta.sorted_fields if field.name not in ("id", "form")]
    requests = _all(
        PrivilegeRequest, *(field.alias(field.name) for field in lines), PrivilegeForm.name.alias("form_name")
    )
    requests = requests.join(Privilege).join(PrivilegeForm)
    shown = _all(CriterionShown, PrivilegeRequest.application.alias("application")).join(PrivilegeRequest)
    return {
        "disclosures": (_all(Disclosure).order_by(Disclosure.position, Disclosure.id), Disclosure.application),
        "references": (_all(Reference).order_by(Reference.id), Reference.application),
        "flags": (_all(RedFlag).order_by(RedFlag.id), RedFlag.application),
        "requests": (
            requests.order_by(PrivilegeForm.name, Privilege.sort, Privilege.position, Privilege.id),
            PrivilegeRequest.application,
        ),
        "shown": (shown.order_by(CriterionShown.id), PrivilegeRequest.application),
    }
