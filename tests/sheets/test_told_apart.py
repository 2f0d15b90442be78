"""What stands behind something that is not the person's, and what is no last day, is written nowhere; from files as offices send them."""

from datetime import datetime

import pytest

from tests.sheets.sheet_tables import asked, saved
from workbench.sheets.recognizing import recognize

PEOPLE = [["Ngo", "Ruth", "1382810863"], ["Lindgren", "Stefan", "1683432102"], ["Haddad", "Simone", "2347597421"]]
TOWN = ["City", "State", "Zip", "Phone", "Fax", "Email"]
THERE = ["Reno", "NV", "89501", "775-555-0101", "775-555-0111", "desk@there.example"]
THEN, LATER = datetime(2019, 1, 1), datetime(2029, 1, 1)


def columns(path, heads, *rows):
    """What the columns behind the NPI mean; rows are those of each person, or one that all have."""
    table = [[*who, *rows[min(n, len(rows) - 1)]] for n, who in enumerate(PEOPLE)]
    return list(recognize(saved(path / "r.xlsx", [["Last", "First", "NPI", *heads], *table]))[0].columns.values())[3:]


@pytest.mark.parametrize(
    "lead", ["Other Hospital", "Residency", "Surgery Center", "Nursing Home", "Remit Address", "Payer"]
)
def test_a_town_and_an_e_mail_behind_a_place_that_is_not_the_office(tmp_path, lead):
    assert columns(tmp_path, [lead, *TOWN], ["Mercy Hall", *THERE])[1:] == [None] * 6


def test_an_agency_that_sends_people_and_one_that_licenses(tmp_path):
    sent = columns(tmp_path, ["Agency", "Phone", "Email"], ["CompHealth", *THERE[3:4], THERE[5]])
    assert sent == [None, None, None]
    given = columns(tmp_path, ["License #", "Agency", "Phone"], ["036-119204", "IL Department of Regulation", THERE[3]])
    assert given[0] == "license.number" and given[2] == "provider.phone"


def test_a_referee_has_no_dea_number(tmp_path):
    heads = ["Reference 1", "Reference 1 Phone", "Reference 1 Email", "DEA", "Exp", "Specialty"]
    found = columns(tmp_path, heads, ["Hill, Al, MD", THERE[3], THERE[5], "BN1234563", LATER, "Nephrology"])
    assert found == [None, None, None, "dea.number", "dea.expires", "provider.specialty"]


@pytest.mark.parametrize(
    ("heads", "cells", "expected"),
    [
        (["Health Plan", "ID Number", "Effective Date", "Status"], ["Aetna", "AE1", THEN, "Inactive"], [None] * 4),
        (["Payer", "Provider ID"], ["Aetna", "AE1"], [None] * 2),
        (["Committee", "Appointed", "Expires"], ["MEC", THEN, LATER], [None] * 3),
        (["Role", "Term Start", "Term End", "Voting"], ["Chair", THEN, LATER, "Y"], [None] * 4),
        (["Medical School", "School State"], ["Rush", "IL"], ["medical_school.issuer", None]),
        (["Malpractice Carrier", "Malpractice State"], ["ISMIE", "IL"], ["liability.issuer", None]),
        (["License ID", "License No.", "License State"], ["LIC17", "036-1192", "IL"], [None, "license.number", "license.state"]),
        (["DEA", "Effective Date", "Exp"], ["BN1234563", datetime(2012, 1, 1), LATER], ["dea.number", None, "dea.expires"]),
        (["LICENSENUMBER", "STATE", "EXPIRES"], ["036-1192", "IL", LATER], ["license.number", "license.state", "license.expires"]),
        (["Credential Key", "STATE"], ["036-1192", "IL"], [None, None]),
        (["Address 1", "City 1", "Address 2", "City 2"], ["1 Elm St", "Reno", "2 Oak St", "Elko"],
         ["provider.street", "provider.city", None, None]),
        (["Address 1", "Address 2", "City"], ["1 Elm St", "Ste 4", "Reno"], ["provider.street", "provider.street2", "provider.city"]),
        (["Residency", "Specialty", "Completed"] * 2, ["Mayo", "Surgery", THEN] * 2,
         ["residency.issuer", "residency.title", "residency.expires", "residency2.issuer", "residency2.title", "residency2.expires"]),
        (["Hospital Affiliation 1", "Status", "Effective Date"], ["Mercy", "Courtesy", THEN],
         ["affiliation.hospital", None, "affiliation.started"]),
        (["First Name & MI"], ["Ann B."], [None]),
    ],
)  # fmt: skip
def test_bare_headings_are_of_what_stands_before_them(tmp_path, heads, cells, expected):
    assert columns(tmp_path, heads, cells) == expected


@pytest.mark.parametrize("words", [["Inactive", "Active", "Active"], ["Suspended", "Active", "Active"]])
def test_a_status_behind_a_license_is_not_the_person_s_and_asks(tmp_path, words):
    heads = ["License #", "State", "Exp", "Status"]
    assert columns(tmp_path, heads, *[["036-1192", "IL", LATER, word] for word in words])[3] is None
    table = [[*who, "036-1192", "IL", LATER, word] for who, word in zip(PEOPLE, words, strict=True)]
    questions = asked(saved(tmp_path / "q.xlsx", [["Last", "First", "NPI", *heads], *table]))
    assert any(question.rows == 1 and "which status" in question.about for question in questions)


def test_days_that_are_all_over_are_no_ends_and_ask(tmp_path):
    heads, days = ["License", "DEA", "OIG"], [datetime(2020, 9, n) for n in (9, 10, 11)]
    assert columns(tmp_path, heads, days) == [None] * 3
    rows = [[*who, *days] for who in PEOPLE]
    told = [question.about for question in asked(saved(tmp_path / "q.xlsx", [["Last", "First", "NPI", *heads], *rows]))]
    assert sum("all its days are over" in about for about in told) == 2


def test_a_month_under_the_end_of_a_board_is_none_of_its_names(tmp_path):
    found = columns(tmp_path, ["Certifying Body", "Board Exp"], ["ABIM", "November 2029"])
    assert found == ["board.issuer", "board.expires"]


def test_states_alone_part_a_day_from_the_number_before_them(tmp_path):
    found = columns(tmp_path, ["DEA", "Other State Licenses", "Exp"], ["BN1234563", "IN, WI", LATER])
    assert found[0] == "dea.number" and found[2] is None


def test_headings_with_a_colon_are_no_labels(tmp_path):
    heads = ["Provider: Last Name", "Provider: First Name", "Provider: NPI", "Primary Office: City"]
    workbook = saved(tmp_path / "r.xlsx", [heads, *[[*who, "Reno"] for who in PEOPLE]])
    found = list(recognize(workbook)[0].columns.values())
    assert found == ["provider.last", "provider.first", "provider.npi", "provider.city"]


def test_lines_of_months_are_no_names(tmp_path):
    people = [[f"{last}, {first}, MD", npi, "Surgery"] for last, first, npi in PEOPLE]
    table = [["Name", "NPI", "Dept"], ["JANUARY 2027"], *people[:2], ["FEBRUARY 2027"], people[2]]
    assert recognize(saved(tmp_path / "r.xlsx", table))[0].columns[0] == "provider.full_name"
