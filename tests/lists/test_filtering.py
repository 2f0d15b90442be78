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
        ("this month", "nov late"),
        ("This  Month", "nov late"),
        ("last month", ""),
        ("next month", ""),
        ("this year", "nov late"),
        ("last year", "old"),
        ("next year", "new"),
        ("this quarter", "nov late"),
        ("today", "nov"),
        ("this week", "nov"),
        ("next week", "late"),
        ("next 5 days", "nov"),
        ("next 6 days", "nov late"),
        ("within 90 days", "nov late new"),
        ("last 12 months", "old nov"),
        ("overdue", "old"),
        ("expired", "old"),
        ("past", "old"),
        ("+1d to +90d", "late new"),
        ("between 1 dec 2025 and nov 2026", "old nov late"),
        ("by 11/30/26", "old nov late"),
        ("after this month", "new"),
        ("empty", "never"),
        ("Empty ", "never"),
    ],
)
def test_days_are_found_as_they_are_said(held, TODAY, wanted, found):
    ids = EXPIRABLES.ids(today=TODAY, filters={"expires": wanted})
    assert [Credential.get_by_id(each).number for each in ids] == found.split()


def test_what_is_no_day_is_said_and_finds_nobody(held, TODAY):
    for wanted in ("Foo 2026", "13/2026", "before never", "%", "soonish", "next 9999 years", "1/1/27 to 1/1/26"):
        assert list(EXPIRABLES.ids(today=TODAY, filters={"expires": wanted})) == []
        assert "this month" in EXPIRABLES.misread("expires", wanted, TODAY)
    for wanted in ("", "empty", "this month", "2026"):
        assert EXPIRABLES.misread("expires", wanted, TODAY) == ""
    assert EXPIRABLES.misread("number", "soonish", TODAY) == "", "a text holds any words"
    assert list_named("categories").misread("votes", "maybe", TODAY)


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


def test_several_keys_are_found_by_what_they_are_called(office, TODAY):
    sources = list_named("verification_sources")
    for wanted in ("controlled substance", "cds"):
        ids = sources.ids(today=TODAY, filters={"primary": wanted})
        assert {row.texts[0] for row in sources.page(ids, TODAY)} >= {"State licensing board"}
    assert not sources.ids(today=TODAY, filters={"primary": "nothing so called"})
