"""A dossier holds what the records say, for one and for many, in a number of queries that does not grow with them."""

from typing import Any

from workbench.records.application import Application, Disclosure, Reference
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Specialty
from workbench.records.privilege import Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.rules import dossier


def test_a_dossier_holds_what_the_records_say(office: Any, make: Any) -> None:
    surgery = Specialty.get(name="General Surgery")
    boss = make(Provider, last="Boss", first="Ann", degree="MD")
    person = make(Provider, last="Okafor", first="Adaeze", middle="N", degree="MD", specialty=surgery, supervisor=boss)
    make(Credential, provider=person, sort=CredentialSort.get(key="license"), number="036-1", state="IL")
    make(Credential, provider=person, sort=CredentialSort.get(key="license"), number="old", past=True)
    asked = make(Application, provider=person, sort="Initial appointment")
    make(Disclosure, application=asked, question="Ever?", answer=False)
    make(Reference, application=asked, name="Lang")
    line = make(
        Privilege, form=make(PrivilegeForm, name="Surgery"), name="Core surgery", cases=50, counted="Cases", months=24
    )
    make(PrivilegeRequest, application=asked, privilege=line, chair_view="Recommend")

    found = dossier.of_application(asked.id)

    assert found is not None
    assert found.title == "Okafor, Adaeze N., MD"
    assert (found.person.specialty_name, found.person.supervisor_last) == ("General Surgery", "Boss")
    assert [(each.number, each.sort_key) for each in found.credentials] == [("036-1", "license")]
    assert [each.question for each in found.disclosures] == ["Ever?"]
    assert [each.name for each in found.references] == ["Lang"]
    assert [(each.name, each.cases, each.form_name, each.chair_view) for each in found.requests] == [
        ("Core surgery", 50, "Surgery", "Recommend")
    ]


def test_many_dossiers_take_no_more_queries_than_one(office: Any, make: Any, queries: Any) -> None:
    asked = [make(Application, provider=make(Provider), sort="Reappointment").id for _ in range(30)]
    assert set(dossier.of_applications(asked)) == set(asked)
    one, all_ = (queries(lambda ids=ids: dossier.of_applications(ids)) for ids in (asked[:1], asked))
    assert one == all_ > 0


def test_a_dossier_of_nobody_is_none(office: Any) -> None:
    assert dossier.of_application(1) is None
