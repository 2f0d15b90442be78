"""A file that lacks nothing for a meeting, to be spoiled in one place by each test."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from workbench.records.application import COMPETENCIES, Application, Disclosure, Reference
from workbench.records.background import Education, WorkHistory
from workbench.records.credential import Credential
from workbench.records.evidence import Activity, Check, NpdbQuery
from workbench.records.office_lists import Category, CredentialSort, Facility
from workbench.records.policy import Policy
from workbench.records.privilege import Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.records.verification import Verification, VerificationSource
from workbench.rules import dossier, readiness

POLICY = Policy(state="IL")
MEETING = date(2026, 12, 1)


def days(back: int) -> date:
    """So many days before the meeting."""
    return MEETING - timedelta(days=back)


def a_ready_file(make: Callable[..., Any], sort: str = "Initial appointment") -> Application:
    """An application with everything that a committee asks for."""
    person = make(
        Provider,
        last="Ready",
        first="Ann",
        degree="MD",
        provider_type="Physician",
        npi="1003000126",
        status="Applicant",
    )
    see_everything(make, person, MEETING)
    asked = make(
        Application,
        provider=person,
        sort=sort,
        stage="Credentials committee",
        facility=Facility.get_or_none(Facility.name == "Riverbend") or make(Facility, name="Riverbend", state="IL"),
        category=Category.get(Category.name == "Active"),
        term_starts=date(2027, 1, 1),
        term_ends=date(2028, 12, 31),
        requested=days(60),
        received=days(55),
        complete=days(50),
        attested=days(56),
        chair_view="Recommend",
        chair_on=days(10),
    )
    make(Disclosure, application=asked, question="Ever?", answer=False)
    refer(make, asked, MEETING)
    form = PrivilegeForm.get_or_none(PrivilegeForm.name == "Surgery") or make(
        PrivilegeForm, name="Surgery", state="In force"
    )
    make(PrivilegeRequest, application=asked, privilege=make(Privilege, form=form, name="Core"), chair_view="Recommend")
    return asked


def see_everything(make: Callable[..., Any], person: Provider, meeting: date) -> None:
    """Seen at their sources before a meeting: license, registration, coverage, identity, lists, the NPDB."""
    seen = meeting - timedelta(20)
    for school in ("Medical school", "Residency"):
        make(Education, provider=person, sort=school, institution="State University")
    worked = make(WorkHistory, provider=person, employer="Prairie Clinic", position="Physician")
    source = VerificationSource.get(VerificationSource.name == "Employer")
    make(Verification, provider=person, element="work_history", work=worked, source=source, done=seen, by="Bo")
    sorts = {each.key: each for each in CredentialSort.select()}
    expires = date(meeting.year + 2, 7, 31)
    common = {"provider": person, "state": "IL", "expires": expires, "source": "Board"}
    for key in ("license", "dea", "liability"):
        make(Credential, sort=sorts[key], number=key, verified=meeting - timedelta(30), **common)
    lists = ("OIG exclusion list (LEIE)", "SAM exclusions", "State Medicaid exclusions")
    for name in ("Identity", "Background check", *lists, "Health attestation"):
        make(Check, provider=person, sort=name, done=meeting - timedelta(20))
    span = {"starts": meeting - timedelta(700), "ends": meeting - timedelta(40)}
    make(Activity, provider=person, sort="CME credits", name="CME credits", number=60, **span)
    queried, reviewed = meeting - timedelta(40), meeting - timedelta(38)
    make(NpdbQuery, provider=person, queried=queried, result="No reports", reviewed=reviewed, reviewed_by="Marsh")


def refer(make: Callable[..., Any], asked: Application, meeting: date) -> None:
    """Three peers, whose references came a month before a meeting."""
    for name in ("Ruiz", "Lang", "Oda"):
        make(Reference, application=asked, name=name, **answered(meeting=meeting))


def answered(meeting: date = MEETING, **changed: Any) -> dict[str, Any]:
    """A peer's reference that came and says all."""
    grades = dict.fromkeys(COMPETENCIES, 4)
    came, asked = meeting - timedelta(30), meeting - timedelta(54)
    known = {"relationship": "Peer", "degree": "MD", "observed_from": "2020", "requested": asked, "received": came}
    return grades | known | {"recommends": "Recommend"} | changed


WEEK_BEFORE = days(7)


def lacking(asked: Application, on: date = MEETING, today: date = WEEK_BEFORE, policy: Policy = POLICY) -> list[str]:
    """What keeps the file from the meeting, in the words of its cards."""
    found = dossier.of_application(asked.id)
    assert found is not None
    lacks = readiness.lacks(found, on, today, policy)
    assert readiness.is_ready(found, on, today, policy) == (not any(each.tone == "bad" for each in lacks))
    assert all(each.remedy for each in lacks)
    return [each.what for each in lacks if each.tone == "bad"]


def told(asked: Application, on: date = MEETING) -> list[str]:
    """What a reviewer is told and keeps nothing."""
    found = dossier.of_application(asked.id)
    assert found is not None
    return [each.what for each in readiness.lacks(found, on, days(7), POLICY) if each.tone == "warn"]
