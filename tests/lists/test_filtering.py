"""A column's filter, as people type it."""

from datetime import date

import pytest

from workbench.lists.expirables import EXPIRABLES
from workbench.lists.named import list_named
from workbench.lists.staff import STAFF
from workbench.records.credential import Credential
from workbench.records.office_lists import Category, Department
from workbench.records.provider import Provider

DAYS = {"old": date(2025, 12, 31), "nov": date(2026, 11, 24), "late": date(2026, 11, 30), "new": date(2027, 1, 1)}


@pytest.fixture
def held(office, make):
    """Credentials by their number, with the days on which they expire, and one without."""
    who = make(Provider, last="Chen")
    made = [make(Credential, provider=who, number=number, expires=day) for number, day in DAYS.items()]
    return [*made, make(Credential, provider=who, number="never", expires=None)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Nov 2026", "nov late"),
        ("november 2026", "nov late"),
        ("11/2026", "nov late"),
        ("2026-11", "nov late"),
        ("2026", "nov late"),
        ("dec 2025", "old"),
        ("11/24/26", "nov"),
        ("before 11/30/26", "old nov"),
        ("<= 11/30/26", "old nov late"),
        ("after today", "late new"),
        ("empty", "never"),
        ("Empty ", "never"),
    ],
)
def test_days_are_found_as_they_are_said(held, TODAY, wanted, found):
    ids = EXPIRABLES.ids(today=TODAY, filters={"expires": wanted})
    assert [Credential.get_by_id(each).number for each in ids] == found.split()


def test_what_is_no_day_finds_nobody_and_breaks_nothing(held, TODAY):
    for wanted in ("Foo 2026", "13/2026", "before never", "%"):
        assert list(EXPIRABLES.ids(today=TODAY, filters={"expires": wanted})) == []


def test_empty_finds_the_link_that_points_nowhere(office, make, TODAY):
    surgery = Department.get(Department.name == "Surgery")
    make(Provider, last="Chen", department=surgery)
    without = make(Provider, last="Ito", department=None, phone="", cell="")
    assert list(STAFF.ids(today=TODAY, filters={"department": "empty"})) == [without.id]
    make(Provider, last="Voss", department=None, phone="", cell="815 555 0100")
    assert list(STAFF.ids(today=TODAY, filters={"department": "empty", "phone": "empty"})) == [without.id]


def test_yes_and_no_are_words(office, make, TODAY):
    listed = list_named("categories")
    for wanted, votes in (("yes", True), ("No", False)):
        ids = listed.ids(today=TODAY, filters={"votes": wanted})
        assert len(ids) == Category.select().where(Category.votes == votes).count()
