"""The list of credentials: which license it is, whom to chase, and blanks last."""

from datetime import date
from typing import Any

import pytest

from tests.conftest import TODAY
from workbench.lists import expirables
from workbench.lists.expirables import EXPIRABLES
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.records.practice import Practice, PracticeMember
from workbench.records.provider import Provider
from workbench.store import database


@pytest.fixture
def three(office: Any, make: Any) -> dict[str, Credential]:
    """Okafor of a practice with a contact, preferred over another; Beck with a phone alone; Chen with nothing."""
    sort = CredentialSort.get(CredentialSort.key == "license")
    found = {}
    for last, phone in (("Okafor", "(708) 555-0132"), ("Beck", "(312) 555-0101"), ("Chen", "")):
        person = make(Provider, last=last, phone=phone)
        number = "" if last == "Beck" else f"036-{last}"
        found[last] = make(
            Credential, provider=person, sort=sort, title="Physician and Surgeon", state="IL", number=number,
            expires=date(2027, 1, 1),
        )  # fmt: skip
    heart = make(Practice, name="Prairie Heart", contact="Lorraine Pike", phone="(312) 555-0125", email="l@example.org")
    other = make(Practice, name="Elsewhere", contact="Ann Other", phone="", email="ann@example.org")
    make(PracticeMember, provider=found["Okafor"].provider, practice=other)
    make(PracticeMember, provider=found["Okafor"].provider, practice=heart, preferred=True)
    return found


def cells(credential: Credential) -> dict[str, str]:
    [row] = EXPIRABLES.page([credential.get_id()], TODAY)
    return dict(zip((column.key for column in EXPIRABLES.columns), row.texts, strict=True))


def test_the_state_stands_before_what_may_be_cut_short(three: dict[str, Credential]) -> None:
    assert cells(three["Okafor"])["credential"] == "State license · IL (Physician and Surgeon)"


def test_the_contact_to_chase_is_the_practices_with_its_phone_else_the_persons_own(
    three: dict[str, Credential],
) -> None:
    assert cells(three["Okafor"])["contact"] == "(312) 555-0125 · Lorraine Pike"
    assert cells(three["Beck"])["contact"] == "(312) 555-0101"
    assert cells(three["Chen"])["contact"] == ""


def names(**asked: Any) -> list[str]:
    ids = EXPIRABLES.ids(today=TODAY, **asked)
    return [str(Credential.get_by_id(each).provider.last) for each in ids]


def test_the_list_is_ordered_and_filtered_by_whom_to_chase(three: dict[str, Credential]) -> None:
    assert names(order=(("contact", False),)) == ["Beck", "Okafor", "Chen"]
    assert names(order=(("contact", True),)) == ["Okafor", "Beck", "Chen"]
    assert names(order=(("contact", False),), limit=1) == ["Beck"]
    assert names(filters={"contact": "lorraine"}) == ["Okafor"]
    assert names(filters={"contact": "555"}, order=(("provider", False),)) == ["Beck", "Okafor"]


def test_blanks_stand_last_in_either_order(three: dict[str, Credential]) -> None:
    assert names(order=(("number", False),)) == ["Chen", "Okafor", "Beck"]
    assert names(order=(("number", True),)) == ["Okafor", "Chen", "Beck"]


@pytest.mark.parametrize("most", [7, 30_000])
def test_a_first_screen_by_contact_is_the_beginning_of_the_whole(
    office: Any, make: Any, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(expirables, "MANY", 6)  # so that those whom nobody is called about are many, the others few
    monkeypatch.setattr(expirables, "MOST", most)
    sort = CredentialSort.get(CredentialSort.key == "license")
    for n in range(24):
        person = make(Provider, last=f"P{n:02d}", phone=("", f"(312) 555-01{n // 4:02d}")[n % 3 > 0])
        for year in (2028, 2027):
            make(Credential, provider=person, sort=sort, number=f"{n}-{year}", expires=date(year, 1, 1 + n % 5))
    for order in ((("contact", False),), (("contact", True),)):
        whole = list(EXPIRABLES.ids(today=TODAY, order=order))
        assert len(whole) == 48
        database.connection().kept.clear()
        for limit in (1, 7, 30, 47):
            assert list(EXPIRABLES.ids(today=TODAY, order=order, limit=limit)) == whole[:limit]
            database.connection().kept.clear()
    found = EXPIRABLES.ids(today=TODAY, order=(("contact", False),), search="P03")
    assert [Credential.get_by_id(each).number for each in found] == ["3-2027", "3-2028"]
