"""Grouping: which columns have groups, how they are called and ordered, and what a search and an order make of them."""

from datetime import date, timedelta
from typing import Any

from tests.conftest import TODAY
from workbench.lists.applications import IN_PROCESS
from workbench.lists.expirables import EXPIRABLES
from workbench.lists.staff import STAFF
from workbench.lists.then import ListThen
from workbench.records.application import Application
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Department
from workbench.records.provider import Provider
from workbench.store.asof import Past


def _titles(found: Any) -> list[tuple[str, int]]:
    return [(each.title, each.count) for each in found.groups]


def test_people_are_grouped_by_what_several_of_them_have(office: Any) -> None:
    keys = {each.key for each in STAFF.groupable}
    assert keys >= {"status", "department", "specialty", "category", "provider_type"}
    assert not keys & {"provider", "npi", "email", "phone"}


def test_groups_stand_as_the_column_orders_them_and_the_empty_one_last(office: Any, make: Any) -> None:
    surgery, medicine = (make(Department, name=name) for name in ("Wound care", "Aviation"))
    people = [make(Provider, last=last, department=where) for last, where in (
        ("Chen", surgery), ("Adams", surgery), ("Baker", None), ("Diaz", medicine))]  # fmt: skip
    found = STAFF.grouped("department", today=TODAY)
    assert _titles(found) == [("Aviation", 1), ("Wound care", 2), ("(empty)", 1)]
    assert found.ids.tolist() == [people[3].id, people[1].id, people[0].id, people[2].id]
    falling = STAFF.grouped("department", today=TODAY, order=(("department", True),))
    assert _titles(falling) == [("Wound care", 2), ("Aviation", 1), ("(empty)", 1)]
    inside = STAFF.grouped("department", today=TODAY, order=(("provider", True),))
    assert inside.ids.tolist() == [people[3].id, people[0].id, people[1].id, people[2].id]


def test_a_search_and_a_filter_leave_the_groups_that_have_rows(office: Any, make: Any) -> None:
    surgery = make(Department, name="Wound care")
    make(Provider, last="Chen", department=surgery, status="Active")
    make(Provider, last="Adams", department=None, status="Active")
    assert _titles(STAFF.grouped("department", today=TODAY, search="chen")) == [("Wound care", 1)]
    assert _titles(STAFF.grouped("department", today=TODAY, filters={"department": "empty"})) == [("(empty)", 1)]
    assert STAFF.grouped("department", today=TODAY, search="nobodyiscalledthis").groups == ()


def test_days_are_grouped_by_month_and_stand_in_the_lists_order_within(office: Any, make: Any) -> None:
    sort = CredentialSort.get()
    days = [date(2026, 12, 30), date(2026, 12, 2), None, date(2026, 11, 5), date(2027, 12, 2)]
    made = [make(Credential, sort=sort, expires=each) for each in days]
    found = EXPIRABLES.grouped("expires_in", today=TODAY)
    assert _titles(found) == [("Nov 2026", 1), ("Dec 2026", 2), ("Dec 2027", 1), ("No date", 1)]
    assert found.ids.tolist() == [made[3].id, made[1].id, made[0].id, made[4].id, made[2].id]
    falling = EXPIRABLES.grouped("expires_in", today=TODAY, order=(("expires_in", True),))
    assert falling.ids.tolist() == [made[4].id, made[0].id, made[1].id, made[3].id, made[2].id]


def test_two_people_who_are_called_alike_are_two_groups(office: Any, make: Any) -> None:
    for npi in ("1", "2"):
        person = make(Provider, last="Okafor", first="Ada", npi="")
        make(Credential, provider=person, sort=CredentialSort.get(), number=npi)
    found = EXPIRABLES.grouped("provider", today=TODAY)
    assert len(found.groups) == 2 and len({each.title for each in found.groups}) == 1


def test_a_list_as_of_a_day_is_grouped_as_it_was(office: Any, make: Any) -> None:
    make(Provider, last="Chen", status="Active")
    with_past = ListThen(STAFF, Past(date(2026, 11, 24)))
    assert _titles(with_past.grouped("status", today=TODAY)) == [("Active", 1)]
    assert [each.key for each in with_past.groupable] == [each.key for each in STAFF.groupable]
    with_past.past.close()


def test_applications_are_grouped_by_what_the_rules_say_of_them(office: Any, make: Any) -> None:
    for last, days in (("Chen", 5), ("Adams", 40), ("Baker", 45), ("Diaz", 300)):
        received = TODAY - timedelta(days=days)
        make(
            Application, provider=make(Provider, last=last), stage="Verification", received=received, requested=received
        )
    make(Application, provider=make(Provider, last="Gone"), stage="Closed")
    assert {"days", "missing", "meeting", "review"} <= {each.key for each in IN_PROCESS.groupable}
    found = IN_PROCESS.grouped("days", today=TODAY)
    assert _titles(found) == [("Up to 30 days", 1), ("31 to 60 days", 2), ("Over 120 days", 1)]
    falling = IN_PROCESS.grouped("days", today=TODAY, order=(("days", True),))
    assert [each.title for each in falling.groups] == ["Over 120 days", "31 to 60 days", "Up to 30 days"]
    closed = IN_PROCESS.grouped("missing", today=TODAY, view="closed")
    assert _titles(closed) == [("(empty)", 1)]
    for key in ("missing", "meeting", "review"):
        assert sum(each.count for each in IN_PROCESS.grouped(key, today=TODAY).groups) == 4
