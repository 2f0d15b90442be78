"""Orders: by whom rows are about dealt out as one query would have them, first screens the beginning of the whole, ties by the list."""

from datetime import date
from typing import Any

import pytest

from tests.conftest import TODAY
from workbench.lists import ordering
from workbench.lists.expirables import EXPIRABLES
from workbench.lists.staff import STAFF
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Department
from workbench.records.provider import Provider
from workbench.store import database

NAMES = ("Müller", "Muller", "Okafor", "Ødegård", "Muller", "Abel", "Zhao", "de León", "Ó Súilleabháin", "Chen")


@pytest.fixture
def crowd(office: Any, make: Any) -> None:
    """People with one, two or no credentials of three sorts, the same day for some."""
    sorts = list(CredentialSort.select().limit(3))
    for n, last in enumerate(NAMES):
        person = make(Provider, last=last, first="Ann" if n % 2 else "Éva", status="Active")
        for m in range(n % 3):
            day = date(2027, 1, 1 + (n * m) % 3)
            make(Credential, provider=person, sort=sorts[(n + m) % 3], title=f"T{m}", number=f"{n}-{m}", expires=day)


@pytest.mark.parametrize("falls", [False, True])
@pytest.mark.parametrize("key", ["provider", "credential", "department", "number"])
def test_many_rows_are_dealt_out_as_few_are_ordered(
    crowd: None, monkeypatch: pytest.MonkeyPatch, key: str, falls: bool
) -> None:
    order = ((key, falls),)
    wanted = EXPIRABLES.ids(today=TODAY, order=order).tolist()
    monkeypatch.setattr(ordering, "FEW", 3)
    database.connection().kept.clear()
    assert EXPIRABLES.ids(today=TODAY, order=order).tolist() == wanted
    for limit in (1, 4, 7, 30):
        database.connection().kept.clear()
        assert EXPIRABLES.ids(today=TODAY, order=order, limit=limit).tolist() == wanted[:limit]
    database.connection().kept.clear()
    assert EXPIRABLES.ids(today=TODAY, order=order, filters={"number": "nothing has it"}, limit=5).tolist() == []


def test_what_is_equal_in_a_column_stands_as_the_list_has_it(office: Any, make: Any) -> None:
    surgery = Department.get(Department.name == "Surgery")
    for last in ("Zhao", "Abel", "Müller"):
        make(Provider, last=last, first="Ann", department=surgery)
    for falls in (False, True):
        ids = STAFF.ids(today=TODAY, order=(("department", falls),))
        assert [Provider.get_by_id(each).last for each in ids] == ["Abel", "Müller", "Zhao"]


def test_two_people_who_are_called_alike_each_keep_their_rows_together(office: Any, make: Any) -> None:
    one, other = (make(Provider, last="Okafor", first="Ada") for _ in range(2))
    for person in (one, other, one, other):
        make(Credential, provider=person, sort=CredentialSort.get())
    ids = EXPIRABLES.ids(today=TODAY, order=(("provider", False),))
    assert [Credential.get_by_id(each).provider_id for each in ids] == [one.id, one.id, other.id, other.id]
