"""The names of the people told by their cells, whatever their heading says, unless it speaks of somebody else."""

import pytest

from tests.sheets.sheet_tables import book, told
from workbench.sheets.recognizing import recognize

NPIS = ["1382810863", "1683432102", "2347597421", "1852557705", "1057703617"]
NAMES = ["Ngo, Ruth T, MD", "de la Torre III, Vikram, DO", "Okafor, Pieter, NP", "Xiong, Wen, PA-C", "Ple, Al, CRNA"]
DEPTS = ["Surgery"] * 5


def table(*columns):
    return [list(row) for row in zip(*columns, strict=True)]


def lasts(rows):
    return [each["provider.last"] for each in told(book(rows))]


@pytest.mark.parametrize(
    "heading",
    ["APP Name", "AHP Name", "Surgeon", "NP/PA", "Members", "Employee Name", "Hospitalist", "CRNA", "Attending", "Dr.",
     "Physician/APP", "Anesthesiologist", "MD Name", "Nurse Practitioner", "Allied Health Professional"],
)  # fmt: skip
def test_names_in_full_are_the_names_whatever_they_are_called(heading):
    first = told(book(table([heading, *NAMES], ["NPI", *NPIS], ["Phone", *["(217) 555-0101"] * 5])))[1]
    assert (first["provider.last"], first["provider.suffix"], first["provider.degree"]) == ("de la Torre", "III", "DO")
    assert first["provider.phone"] == "(217) 555-0101"


def test_names_without_degrees_are_told_by_given_names():
    names = ["Ngo, Ruth", "Ple, Alan", "Coe, Ann", "Poe, Edward", "Hill, Mary"]
    assert lasts(table(["Surgeon", *names], ["NPI", *NPIS])) == ["Ngo", "Ple", "Coe", "Poe", "Hill"]


def test_a_sheet_without_numbers_is_one_of_people_by_its_names():
    assert lasts(table(["Surgeon", *NAMES], ["Dept", *DEPTS], ["Phone", *["(217) 555-0101"] * 5]))[0] == "Ngo"


@pytest.mark.parametrize(
    "heading", ["Supervising MD", "Reviewer", "Reviewed by", "Credentialing Contact", "Office Manager", "Proctor"]
)
def test_names_of_somebody_else_are_not_the_names(heading):
    (reading,) = recognize(book(table(["NPI", *NPIS], [heading, *NAMES], ["Dept", *DEPTS])))
    assert "provider.full_name" not in reading.columns.values()


def test_of_two_columns_that_may_be_the_name_none_is():
    (reading,) = recognize(
        book(table(["Surgeon", *NAMES], ["Assistant at surgery", *NAMES], ["NPI", *NPIS], ["Dept", *DEPTS]))
    )
    assert set(reading.columns.values()) == {"provider.full_name", None, "provider.npi", "provider.department"}
    (reading,) = recognize(book(table(["Surgeon", *NAMES], ["Buddy", *NAMES], ["NPI", *NPIS], ["Dept", *DEPTS])))
    assert set(reading.columns.values()) == {None, "provider.npi", "provider.department"}


def test_the_same_few_names_again_and_again_are_nobody_s():
    (reading,) = recognize(book(table(["Pod", NAMES[0], *[NAMES[1]] * 4], ["NPI", *NPIS], ["Dept", *DEPTS])))
    assert "provider.full_name" not in reading.columns.values()


PEOPLE_HEADINGS = [
    "Appointee",
    "Physician/APP",
    "Provider/Physician",
    "Physicians & APPs",
    "Doctor/NP/PA",
    "Rendering Provider",
]


@pytest.mark.parametrize("heading", [*PEOPLE_HEADINGS, "Credentialed Provider", "Person"])
def test_a_heading_of_words_for_people_is_over_their_names(one, heading):
    names = ["Zimmerman, Harriet", "O'Brien, Marcus", "Kowalczyk, Kwame", "de la Cruz, Ngozi Lee"]
    assert (
        one([[heading, "NPI"], *([name, NPIS[n]] for n, name in enumerate(names))]).columns[0] == "provider.full_name"
    )


@pytest.mark.parametrize("cells", [["Peoria, IL", "Gary, IN"], ["Surgery, General", "Medicine, Family"], ["MD", "DO"]])
def test_words_for_people_over_something_else_name_nobody(one, cells):
    rows = [[cell, NPIS[n], "7/31/2027"] for n, cell in enumerate(cells)]
    assert one([["Physician/APP", "NPI", "License Exp"], *rows]).columns.get(0) != "provider.full_name"


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Resident", ["Ngo, Ruth, MD PGY-2", "Coe, Ann, DO PGY-1", "Poe, Edgar, MD PGY-3", "Dow, Diane, MD PGY-3"]),
        (
            "Resident Name",
            ["Ngo, Ruth (PGY-3)", "Núñez, Olivia (PGY-3)", "van der Berg, Ziv (PGY-1)", "Dow, Di (PGY-2)"],
        ),
        ("House Staff", ["Ngo, Ruth, MD, PGY3", "Coe, Ann, DO, PGY1", "Poe, Edgar, MD, PGY2", "Dow, Diane, MD, PGY2"]),
        ("Staff", ["Ngo, Ruth, MD", "Coe, Ann, DO", "Poe, Edgar, MD", "Dow, Diane, MD"]),
        ("Provider / Credentials", ["Ngo, Ruth, MD", "Coe, Ann, DO", "Poe, Edgar, MD", "Dow, Diane, MD"]),
    ],
)
def test_people_under_headings_of_those_in_training_and_of_the_staff(heading, names):
    rows = [[name, f"123450{at:04}"] for at, name in enumerate(names)]
    (reading,) = recognize(book([[heading, "NPI"], *rows]))
    assert reading.columns[0] == "provider.full_name"


@pytest.mark.parametrize("cells", [["Active", "Courtesy", "Active, Provisional", "Emeritus"], ["MD", "DO", "MD", "NP"]])
def test_standings_and_degrees_are_nobody(cells):
    rows = [[f"Ngo{at}, Ruth", cell] for at, cell in enumerate(cells)]
    (reading,) = recognize(book([["Name", "Staff"], *rows]))
    assert reading.columns[0] == "provider.full_name" and reading.columns[1] != "provider.full_name"
