"""What is doubted before it is kept: a number of somebody else, a person who is there."""

from datetime import date
from typing import Any

import pytest

from workbench.actions import doubting
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import OtherName, Provider


def sort_of(key: str) -> CredentialSort:
    found: CredentialSort = CredentialSort.get(CredentialSort.key == key)
    return found


def test_a_number_that_somebody_else_has_is_doubted(office: Any, make: Any) -> None:
    okafor, beck = make(Provider, last="Okafor", first="Adaeze"), make(Provider, last="Beck")
    make(Credential, provider=okafor, sort=sort_of("license"), number="036-119204", state="IL")

    def said(**values: Any) -> list[str]:
        record = Credential(
            **{"provider": beck, "sort": sort_of("license"), "number": "036119204", "state": "IL"} | values
        )
        return [each.message for each in doubting.of_credential(record)]

    assert said() == ["036119204 is the number of Okafor, Adaeze too."]
    assert said(state="") == said()  # a blank state says nothing
    assert said(state="WI") == said(provider=okafor) == said(number="036-119205") == said(sort=sort_of("cds")) == []


def test_the_policy_of_a_group_is_not_doubted(office: Any, make: Any) -> None:
    okafor, beck = make(Provider, last="Okafor"), make(Provider, last="Beck")
    make(Credential, provider=okafor, sort=sort_of("liability"), number="MPL-44-90127", state="")
    record = Credential(provider=beck, sort=sort_of("liability"), number="MPL-44-90127")
    assert doubting.of_credential(record) == []


@pytest.mark.parametrize(
    ("last", "first", "why"),
    [
        ("Fitzgerald", "William", "same name"),
        ("FITZGERALD", "Bill", "like name"),
        ("Fitzgerald-Osei", "William", "like name"),
        ("Lane", "William", "former name"),
        ("Fitzgerald", "Naomi", ""),
        ("Okafor", "William", ""),
    ],
)
def test_a_person_of_a_like_name_is_found_by_the_imports_own_likeness(
    office: Any, make: Any, last: str, first: str, why: str
) -> None:
    there = make(Provider, last="Fitzgerald", first="William", degree="MD", npi="")
    make(OtherName, provider=there, last="Lane", first="William")
    make(Provider, last="Chen", first="Wei", birth_date=date(1970, 1, 2))
    found = doubting.of_person(Provider(last=last, first=first))
    assert [(each.title, each.why) for each in found] == ([("Fitzgerald, William, MD", why)] if why else [])


def test_another_npi_tells_two_of_one_name_apart(office: Any, make: Any) -> None:
    make(Provider, last="Fitzgerald", first="William", npi="1477552867")
    assert doubting.of_person(Provider(last="Fitzgerald", first="William", npi="1093004871")) == []
    assert len(doubting.of_person(Provider(last="Fitzgerald", first="William", npi=""))) == 1
