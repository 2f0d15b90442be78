"""A column whose heading says surely what it holds is read although some of its cells are wrong; these are said beside their value."""

import pytest

from tests.sheets.test_comparing import plan

PEOPLE = [["Reyes", "Ana", "MD", "1234567893"], ["Ngo", "Ann", "MD", "1477552867"], ["Poe", "Ed", "MD", "1932102084"]]
HEADINGS = ["Last Name", "First Name", "Degree", "NPI"]


def planned(heading, *cells):
    rows = [[*person, cell] for person, cell in zip(PEOPLE, cells, strict=False)]
    return plan(*rows, headings=[*HEADINGS, heading])


@pytest.mark.parametrize(
    "heading,right,wrong,target",
    [
        ("Office Phone", "312.555.0100", "55", "provider.phone"),
        ("Email", "ana@mercy.org", "ann at mercy", "provider.email"),
        ("Zip", "60601", "Il", "provider.zip"),
        ("DEA #", "BR1234563", "on file 12", "dea.number"),
    ],
)
def test_one_wrong_cell_of_two_is_refused_beside_its_value(office, heading, right, wrong, target):
    made = planned(heading, right, wrong)
    assert made.readings[0].columns[4] == target
    assert [row.result for row in made.rows] == ["new", "rejected"]
    (problem,) = made.rows[1].problems
    assert (problem.column, problem.typed) == (f"E: {heading}", wrong)


def test_a_column_of_yes_and_no_is_still_none_of_numbers(office):
    made = planned("DEA #", "Y", "N", "Y")
    assert made.readings[0].columns[4] is None


def test_all_of_few_cells_that_are_wrong_are_refused_too(office):
    made = planned("Office Phone", "55", "56")
    assert made.readings[0].columns[4] == "provider.phone" and [row.result for row in made.rows] == ["rejected"] * 2


def test_an_inside_line_of_few_digits_is_a_phone_as_in_the_form(office):
    made = planned("Office Phone", "312.555.0100", "555")
    assert [row.values["provider.phone"] for row in made.rows] == ["(312) 555-0100", "555"]
