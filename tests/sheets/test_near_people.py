"""People one slip of the pen apart ask as the same person; two of whom something else differs do not."""

from datetime import date

import pytest

from tests.sheets.test_comparing import plan

HEADINGS = ["Last", "First", "MI", "NPI", "DOB", "License #", "Lic State"]
LEN = ["Okafor", "Len", "", "", date(1970, 5, 4), "036-119204", "IL"]


def second(**other):
    names = ("last", "first", "mi", "npi", "born", "license", "state")
    row = [other.get(name, value) for name, value in zip(names, LEN, strict=True)]
    return plan(LEN, row, headings=HEADINGS).rows[1]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"first": "Lena", "license": "036-119205"}, "last name and birth date"),
        ({"first": "Lena", "license": "036-555555"}, "last name and birth date"),
        ({"first": "Lena", "born": None, "license": "036-119304"}, "license 036-119204 one character apart"),
        ({"first": "Victor", "license": "036-119304"}, "license 036-119204 one character apart"),
        ({"first": "L.", "born": None, "license": "036-222222"}, "last name and initial"),
        ({"last": "Len", "first": "Okafor", "born": None, "license": ""}, "the other way round"),
    ],
)
def test_one_slip_apart_asks(office, other, why):
    row = second(**other)
    assert row.result == "doubtful" and why in row.matches[0].why


@pytest.mark.parametrize(
    "other",
    [
        {"first": "Victor", "license": "036-555555"},  # a twin, or a namesake born that day
        {"first": "Lena", "born": None, "license": "036-555555"},
        {"first": "Lena", "born": date(1980, 1, 1), "license": "036-119205"},
        {"first": "Victor", "born": None, "license": "036-119205"},
        {"first": "M.", "born": None, "license": "036-222222"},
        {"last": "Okafo", "first": "Lenard", "born": None, "license": "036-119205", "state": "WI"},
    ],
)
def test_two_people_stay_two(office, other):
    assert second(**other).result == "new"


def test_two_npis_are_two_people(office):
    one = ["Okafor", "Len", "", "1234567893", date(1970, 5, 4), "036-119204", "IL"]
    other = ["Okafor", "Lena", "", "1382810863", date(1970, 5, 4), "036-119205", "IL"]
    assert [row.result for row in plan(one, other, headings=HEADINGS).rows] == ["new", "new"]
