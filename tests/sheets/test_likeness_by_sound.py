"""Names that are only spelled or sound alike ask where something else agrees; nobody is made twice unasked."""

import pytest

from tests.sheets.test_comparing import plan, told
from workbench.records.provider import Provider
from workbench.sheets import likeness


@pytest.mark.parametrize(
    "mine,other,alike",
    [
        ("Kathryn", "Katherine", True),
        ("Stephen", "Steven", True),
        ("Geoffrey", "Jeffrey", True),
        ("Dan", "Diane", False),
        ("Maria", "Mario", False),
        ("Robert", "Rupert", False),
    ],
)
def test_first_names_that_sound_alike(mine, other, alike):
    assert likeness.sounds_like(mine, other) is alike


HEADINGS = ["Name", "NPI", "City", "Office Phone"]


@pytest.fixture
def bookman(office, make):
    reached = {"city": "Joliet", "phone": "(312) 555-0102", "email": "kb@mercy.org"}
    return make(Provider, last="Bookman", first="Katherine", degree="DO", npi="1382810863", **reached)


@pytest.mark.parametrize("name", ["Bookmann, Kathryn, DO", "Bookman, Kathryn, DO", "Bookmann, Katherine, DO"])
def test_a_name_alike_with_the_same_phone_asks(bookman, name):
    (said,) = told(plan([name, "", "Joliet", "312-555-0102"], headings=HEADINGS))
    assert said.startswith("doubtful:") and "Bookman, Katherine, DO" in said


@pytest.mark.parametrize(
    "cells",
    [
        ["Bookmann, Kathryn, DO", "", "Peoria", "312-555-0199"],
        ["Bookmann, Thomas, DO", "", "Joliet", "312-555-0102"],
        ["Castillo, Kathryn, DO", "", "Joliet", "312-555-0102"],
    ],
)
def test_where_nothing_else_or_too_little_of_the_name_agrees_they_are_two(bookman, cells):
    (said,) = told(plan(cells, headings=HEADINGS))
    assert said.startswith("new:")


def test_the_name_of_somebody_of_ours_with_another_npi_asks_and_in_one_file_they_are_two(bookman):
    (asked,) = told(plan(["Bookman, Katherine, DO", "1234567893", "Peoria", "312-555-0199"], headings=HEADINGS))
    assert asked.startswith("doubtful:") and asked.endswith("by name, but the NPI differs")
    rows = ["Adams, Bo, MD", "1245319599", "", ""], ["Adams, Bo, MD", "1234567893", "", ""]
    assert [each.partition(":")[0] for each in told(plan(*rows, headings=HEADINGS))] == ["new", "new"]
