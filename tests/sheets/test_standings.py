"""Statuses written with more than a word, in a column of their own, in the name, from real workbooks."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book, saved, told
from workbench.sheets.cell import words
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229", "2266886383"]
NAMES = ["Ngo, Ruth, MD", "Morris, Vikram, DO", "Okafor, Pieter, MD", "Smith, Ann, MD", "Johnson, Arjun, MD"]


@pytest.fixture
def first(tmp_path):
    """The values of the first of five rows, whose status, name or degree is this; the others are as usual."""

    def make(status="Active", name=NAMES[0], degree=None):
        rows = [[NAMES[i], NPIS[i], "Active", *(["MD"] if degree else [])] for i in range(5)]
        rows[0] = [name, NPIS[0], status, *([degree] if degree else [])]
        head = ["Name", "NPI", "Status", *(["Degree"] if degree else [])]
        return told(saved(tmp_path / "roster.xlsx", [head, *rows]))[0]

    return make


@pytest.mark.parametrize(
    "text,status,since",
    [
        ("LOA 1/5-4/1", "Leave of absence", None),
        ("LOA 1/5/26-4/1/26", "Leave of absence", date(2026, 1, 5)),
        ("LOA until 4/1/26", "Leave of absence", None),
        ("Resigned 6/30/2025", "Resigned", date(2025, 6, 30)),
        ("Resigned eff. 6/30/25", "Resigned", date(2025, 6, 30)),
        ("Suspended - medical records", "Suspended", None),
        ("Leave of absence (maternity)", "Leave of absence", None),
    ],
)
def test_a_status_with_its_days(first, text, status, since):
    values = first(status=text)
    assert values["provider.status"] == status and values.get("provider.status_since") == since
    assert values["provider.notes"] == f"Status: {text}" and "provider.category" not in values


@pytest.mark.parametrize(
    "name,status",
    [
        ("NGO, Ruth, MD (LOA 1/5-4/1)", "Leave of absence"),
        ("NGO, Ruth (LOA), MD", "Leave of absence"),
        ("NGO, Ruth, MD - LOA", "Leave of absence"),
        ("NGO, Ruth, MD LOA 1/5-4/1", "Leave of absence"),
        ("NGO, Ruth, MD **RESIGNED**", "Resigned"),
        ("NGO, Ruth, MD - retired", "Retired"),
    ],
)
def test_a_status_beside_a_name(tmp_path, name, status):
    rows = [[NAMES[i], NPIS[i], "Surgery"] for i in range(5)]
    rows[0][0] = name
    values = told(saved(tmp_path / "roster.xlsx", [["Name", "NPI", "Dept"], *rows]))[0]
    assert values["provider.status"] == status
    assert (values["provider.last"], values["provider.first"], values["provider.degree"]) == ("Ngo", "Ruth", "MD")


@pytest.mark.parametrize(
    "name",
    [
        "NGO, Ruth, MD, PGY-3", "NGO, Ruth, MD (PGY 3)", "Ruth Ngo, MD PGY3", "NGO, Ruth, MD [PGY-3]",
        "NGO, Ruth, MD ([PGY-3])", "NGO, Ruth [PGY 3], MD",
    ],
)  # fmt: skip
def test_a_year_of_training_is_no_name_and_no_degree(first, name):
    values = first(name=name)
    assert (values["provider.last"], values["provider.first"], values["provider.degree"]) == ("Ngo", "Ruth", "MD")
    assert values["provider.notes"] == "PGY-3"


@pytest.mark.parametrize("degree,expected", [("PGY-3", "MD"), ("MD, PGY-3", "MD")])
def test_a_year_of_training_among_the_degrees(first, degree, expected):
    values = first(degree=degree, name="NGO, Ruth, MD")
    assert values["provider.degree"] == expected and "PGY-3" in values["provider.notes"]


def test_a_year_of_training_as_a_status_is_none(first):
    values = first(status="PGY-3")
    assert "provider.status" not in values and "provider.category" not in values and values["provider.notes"] == "PGY-3"


@pytest.mark.parametrize("name", ["LEAVE, Ruth, MD", "Retired, Ruth, MD", "ACTIVE, Ann, DO", "Terman, Resa, MD"])
def test_surnames_that_look_like_a_status_stay_names(first, name):
    assert first(name=name)["provider.last"].lower() == name.partition(",")[0].lower()


@pytest.mark.parametrize("last,given", [("NGO (LOA)", "Ruth"), ("NGO", "Ruth (LOA 1/5-4/1)")])
def test_a_status_in_brackets_in_columns_of_names(tmp_path, last, given):
    rows = [[last, given, NPIS[0]], ["Morris", "Vikram", NPIS[1]]]
    values = told(saved(tmp_path / "roster.xlsx", [["Last Name", "First Name", "NPI"], *rows]))[0]
    assert [values[f"provider.{name}"] for name in ("last", "first", "status")] == ["Ngo", "Ruth", "Leave of absence"]


@pytest.mark.parametrize(
    "last,status",
    [("Poe - LOA", "Leave of absence"), ("Poe RESIGNED 5/1/26", "Resigned"), ("POE - Loa 1/5-4/1", "Leave of absence")],
)
def test_a_status_beside_a_surname_is_no_part_of_it(tmp_path, last, status):
    rows = [[last, "Ruth", NPIS[0]], ["Retired", "Vikram", NPIS[1]], ["Smith-Loa", "Ann", NPIS[2]]]
    values = told(saved(tmp_path / "roster.xlsx", [["Last Name", "First Name", "NPI"], *rows]))
    assert [row["provider.last"] for row in values] == ["Poe", "Retired", "Smith-Loa"]
    assert [row.get("provider.status") for row in values] == [status, None, None]


def test_statuses_with_marks_of_a_legend(tmp_path):
    rows = [[NAMES[i], NPIS[i], said] for i, said in enumerate(["Active†", "LOA*", "Active²", "Resigned ‡"])]
    found = told(saved(tmp_path / "r.xlsx", [["Name", "NPI", "Status"], *rows]))
    assert [row["provider.status"] for row in found] == ["Active", "Leave of absence", "Active", "Resigned"]


def test_a_column_of_which_some_say_that_they_left_is_read_and_the_rest_is_asked_for(tmp_path):
    rows = [[NAMES[i], NPIS[i], said] for i, said in enumerate(["Good", "On Leave", "Resigned", "T"])]
    (reading,) = recognize(saved(tmp_path / "r.xlsx", [["Name", "NPI", "Current Standing"], *rows]))
    assert reading.columns[2] == "provider.status"


def test_a_short_word_in_brackets_behind_a_name_is_asked_about(tmp_path):
    rows = [["Ngo, Ruth, MD (Dec)", NPIS[0]], *[[NAMES[i], NPIS[i]] for i in (1, 2, 3)]]
    (reading,) = recognize(saved(tmp_path / "r.xlsx", [["Name", "NPI"], *rows]))
    (first, *_) = understand(reading)
    assert "provider.status" not in first.values and first.problems


@pytest.mark.parametrize(
    "text,status,category",
    [("Active Member", "Active", "Active"), ("Member", "Active", None), ("Resigned Member", "Resigned", None),
     ("Courtesy Member", None, "Courtesy"), ("Non-member", None, None), ("Former member", None, None)],
)  # fmt: skip
def test_a_member_of_a_sort_is_of_that_sort(text, status, category):
    assert (words.status(text), words.category(text)) == (status, category)


def test_members_alone_say_nothing_beside_a_status():
    rows = [[NAMES[i], NPIS[i], "Member", "Courtesy", "Active" if i else "Resigned"] for i in range(5)]
    said = told(book([["Name", "NPI", "Membership", "Category", "Status"], *rows]))
    assert [each["provider.status"] for each in said] == ["Resigned", *["Active"] * 4]
    rows = [[NAMES[i], NPIS[i], "Member" if i else "Resigned"] for i in range(5)]
    said = told(book([["Name", "NPI", "Membership"], *rows]))
    assert [each["provider.status"] for each in said] == ["Resigned", *["Active"] * 4]
