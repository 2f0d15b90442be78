"""Places that are counted, Location 1 and Location 2: the first is the person's, and the others are left out whole."""

import pytest

from tests.sheets.sheet_tables import book, told

PARTS = ["Name", "Address", "City", "State", "Zip", "Phone"]
HERE = ["Riverbend Cardiology", "411 N Main St", "Bloomington", "IL", "61701", "(217) 555-4072"]
THERE = ["North Clinic", "99 North Ln", "St. Louis", "MO", "63101", "(217) 555-9224"]
TARGETS = ["practice.name", *(f"provider.{name}" for name in ("street", "city", "state", "zip", "phone"))]


def values(heads, cells):
    table = [["Last Name", "First Name", "NPI", *heads]]
    npis = ("1382810863", "1683432102", "2347597421")
    return told(book([*table, *[["Ngo", "Ruth", npi, *cells] for npi in npis]]))[0]


@pytest.mark.parametrize("first", ["Location 1 {}", "Office 1 {}", "Practice #1 {}", "Site 1 {}", "1st Office {}"])
def test_the_first_of_two_places_is_the_person_s(first):
    heads = [*map(first.format, PARTS), *map(first.replace("1st", "2nd").replace("1", "2").format, PARTS)]
    said = values(heads, [*HERE, *THERE])
    assert [said[target] for target in TARGETS] == HERE
    assert not set(THERE) & set(map(str, said.values()))


def test_parts_of_two_places_make_no_address():
    said = values(["Address", *(f"Location 1 {part}" for part in PARTS)], ["5 Elm St", *HERE])
    assert said["provider.street"] == "5 Elm St" and said["provider.phone"] == HERE[-1]
    assert "provider.city" not in said and "provider.zip" not in said
