"""Whose the phone, e-mail and fax of a “contact” are: all of them the practice's, the person's, or somebody else's."""

import pytest

from tests.sheets.sheet_tables import book
from workbench.sheets.recognizing import recognize

RAY = ["Ray, Al", "1234567893"]
CELLS = {
    "phone": "312-555-0101",
    "mail": "j@x.org",
    "fax": "312-555-0102",
    "tel": "312-555-0103",
    "number": "312-555-0104",
}


def read(*headings):
    """The reading of a sheet with these headings behind name and NPI."""
    cells = [next((CELLS[word] for word in CELLS if word in each.lower()), "Hill, Jo") for each in headings]
    (reading,) = recognize(book([["Name", "NPI", *headings], [*RAY, *cells]]))
    return reading


def targets_of(*headings):
    reading = read(*headings)
    return [reading.columns[at] for at in range(2, 2 + len(headings))]


@pytest.mark.parametrize(
    "headings",
    [
        ("Contact Phone", "Contact E-mail"),
        ("Contact E-mail", "Contact Phone"),
        ("Contact Number", "Contact Email Address"),
        ("Contact Phone", "Contact E-mail", "Contact Fax"),
        ("Contact Fax #",),
        ("Contact E-mail",),
    ],
)
def test_a_contact_is_the_persons_without_a_practice_and_the_practices_with_one(headings):
    found = targets_of(*headings)
    assert all(target and target.startswith("provider.") for target in found)
    with_practice = targets_of("Group", *headings)
    assert with_practice == ["practice.name", *(target.replace("provider.", "practice.") for target in found)]


@pytest.mark.parametrize("name", ["Contact", "Contact Name", "Contact Person"])
def test_a_contact_with_a_name_is_not_the_person(name):
    assert targets_of(name, "Contact Phone", "Contact E-mail") == [None, None, None]


@pytest.mark.parametrize("own", [("Phone",), ("Email",), ("Email", "Phone")])
def test_beside_the_persons_own_a_contact_is_somebody_else_and_said(own):
    reading = read(*own, "Contact Phone", "Contact E-mail")
    at = 2 + len(own)
    assert [reading.columns[at], reading.columns[at + 1]] == [None, None]
    assert sum("Contact" in note and "is left out" in note for note in reading.notes) == 2


def test_one_way_that_the_person_has_not_is_the_persons():
    assert targets_of("Phone", "Contact E-mail") == ["provider.phone", "provider.email"]


def test_under_a_group_of_contact_it_is_the_same():
    table = [["", "", "Contact", ""], ["Name", "NPI", "Phone", "E-mail"], [*RAY, "312-555-0101", "j@x.org"]]
    (reading,) = recognize(book(table, merged=[(0, 2, 0, 3)]))
    assert [reading.columns[2], reading.columns[3]] == ["provider.phone", "provider.email"]
