"""Columns headed by a staff category each with an X, marks that may be privileges, and a payer's invented example."""

import pytest

from tests.sheets.sheet_tables import book, saved
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

NAMES = ["Ngo, Ruth, MD", "Morris, Vikram, DO", "Okafor, Pieter, MD", "Xu, Li, MD"]
NPIS = ["1382810863", "1683432102", "2347597421", "1234567893"]


def reading(heads, *rows):
    return recognize(book([["Name", "NPI", *heads], *[[n, p, *r] for n, p, r in zip(NAMES, NPIS, rows, strict=True)]]))[
        0
    ]


def test_a_mark_under_a_category_is_the_category():
    found = reading(["Active", "Courtesy", "Consulting"], ["X", "", ""], ["", "x", ""], ["", "", "✓"], ["", "", ""])
    rows = list(understand(found))
    assert [row.values.get("provider.category") for row in rows] == ["Active", "Courtesy", "Consulting", None]
    assert not any(row.problems or row.notes for row in rows)
    assert any("C: Active is read as a staff category" in note for note in found.notes)


def test_marks_under_two_categories_are_a_problem_of_the_row():
    rows = list(understand(reading(["Active", "Courtesy"], ["X", "X"], ["", "X"], ["X", ""], ["X", ""])))
    assert [bool(row.problems) for row in rows] == [True, False, False, False]
    assert "Active and Courtesy are both marked" in rows[0].problems[0].message


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (["Active"], ["X"]),
        (["Active", "Call Panel"], ["X", "X"]),
        (["A", "C"], ["X", ""]),
        (["Active", "Courtesy"], ["1/1/2020", "2/1/2020"]),
        (["Active", "Courtesy", "Staff Category"], ["X", "", "Active"]),
        (["Moderate Sedation", "Fluoroscopy"], ["X", "X"]),
    ],
)
def test_what_may_be_something_else_is_left_out(heads, row):
    found = reading(heads, *[row] * 4)
    assert [found.columns[2 + at] for at in range(2 if len(heads) > 1 else 1)] == [None] * min(2, len(heads))


def test_a_mark_under_a_permit_says_that_somebody_has_it():
    assert reading(["Fluoroscopy Permit"], *[["X"]] * 4).columns[2] == "fluoroscopy.held"


@pytest.mark.parametrize(
    ("example", "left"),
    [
        (["Doe, Jane", "1234567893"], True),
        (["Doe, John Q", "1234567890"], True),
        (["EXAMPLE ROW", "1382810863"], True),
        (["Poe, Ann", "1234567893"], False),
        (["Doe, Jane", "1982810869"], False),
        (["Example, Ann", "1982810869"], True),
    ],
)
def test_an_invented_example_is_nobody(example, left):
    table = [
        ["Name", "NPI", "License"],
        [*example, "X-9"],
        *[[n, p, "036-1"] for n, p in zip(NAMES, NPIS, strict=True)],
    ]
    found = recognize(book(table))[0]
    assert len(found.rows) == (4 if left else 5)
    assert any(row.reason == "An invented example." for row in found.skipped) is left


def test_further_down_a_doe_is_somebody():
    table = [["Name", "NPI", "License"], *[[n, p, "036-1"] for n, p in zip(NAMES, NPIS, strict=True)]]
    found = recognize(book([*table, ["Doe, Jane", "1234567893", "X-9"]]))[0]
    assert len(found.rows) == 5


def departments(path, heads, *rows):
    people = [[name, npi, *row] for name, npi, row in zip(NAMES, NPIS, rows, strict=True)]
    return recognize(saved(path / "r.xlsx", [["Name", "NPI", *heads], *people]))[0]


def test_a_mark_under_a_department_is_the_department(tmp_path):
    found = departments(
        tmp_path, ["Medicine", "Surgery", "Pediatrics"], ["X", "", ""], ["", "x", ""], ["", "", "✓"], [""] * 3
    )
    rows = list(understand(found))
    assert [row.values.get("provider.department") for row in rows] == ["Medicine", "Surgery", "Pediatrics", None]
    assert not any(row.problems or row.notes for row in rows)


def test_of_two_marked_departments_neither_is_taken(tmp_path):
    people = [
        [f"Ngo, {name}, MD", "(217) 555-4072", "X", ""]
        for name in ("Ruth", "Pia", "Lee", "Ida", "Ann", "Eva", "Mia", "Zoe", "Joy", "Kim")
    ]
    table = [["Name", "Phone", "Medicine", "Surgery"], *people, [NAMES[1], "(217) 555-4073", "X", "X"]]
    rows = list(understand(recognize(saved(tmp_path / "r.xlsx", table))[0]))
    assert "provider.department" not in rows[-1].values and "both marked" in str(rows[-1].notes)
    assert rows[0].values["provider.department"] == "Medicine"


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (["Medicine", "Surgery"], ["X", "X"]),
        (["Medicine"], ["X"]),
        (["Medicine", "Surgery"], ["Active", "Courtesy"]),
        (["Medicine", "Surgery", "Department"], ["X", "", "Medicine"]),
        (["Wards", "Clinics"], ["X", ""]),
    ],
)
def test_marks_under_departments_that_may_mean_something_else_are_left_out(tmp_path, heads, row):
    found = departments(tmp_path, heads, *[row] * 4)
    assert "provider.department_mark" not in found.columns.values()
