"""A file that lacks nothing for a meeting, to be spoiled in one place by each test."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from workbench.records.application import COMPETENCIES, Application, Disclosure, Reference
from workbench.records.credential import Credential
from workbench.records.evidence import Check, NpdbQuery
from workbench.records.office_lists import Category, CredentialSort, Facility
from workbench.records.policy import Policy
from workbench.records.privilege import Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import Provider
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
    sorts = {each.key: each for each in CredentialSort.select()}
    common = {"provider": person, "state": "IL", "expires": date(2028, 7, 31), "verified": days(30), "source": "Board"}
    for key in ("license", "dea", "liability"):
        make(Credential, sort=sorts[key], number=key, **common)
    for name in ("Identity", "Background check", "OIG exclusion list (LEIE)", "SAM exclusions", "Health attestation"):
        make(Check, provider=person, sort=name, done=days(20))
    make(NpdbQuery, provider=person, queried=days(40), result="No reports", reviewed=days(38), reviewed_by="Marsh")
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
    for name in ("Ruiz", "Lang", "Oda"):
        make(Reference, application=asked, name=name, **answered())
    form = PrivilegeForm.get_or_none(PrivilegeForm.name == "Surgery") or make(
        PrivilegeForm, name="Surgery", state="In force"
    )
    make(PrivilegeRequest, application=asked, privilege=make(Privilege, form=form, name="Core"), chair_view="Recommend")
    return asked


def answered(**changed: Any) -> dict[str, Any]:
    """A peer's reference that came and says all."""
    grades = dict.fromkeys(COMPETENCIES, 4)
    known = {"relationship": "Peer", "observed_from": "2020", "requested": days(54), "received": days(30)}
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
