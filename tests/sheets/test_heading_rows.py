"""Headings on three rows, a name merged over two columns, and headings as payers and agencies write them."""

from dataclasses import replace

import pytest

from tests.sheets.sheet_tables import book, saved
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

PEOPLE = [["Ngo", "Ruth"], ["Morris", "Vikram"], ["Okafor", "Peter"], ["Weiss", "Nadia"]]
NPIS = ["1382810863", "1683432102", "2347597421", "1234567893"]
DEA = "BA7283740"


def merged(table, *places):
    made = book(table)
    return replace(made, sheets=[replace(made.sheets[0], merged=list(places))])


@pytest.mark.parametrize("places", [(), ((1, 2, 1, 4), (2, 5, 2, 6), (1, 5, 1, 6))])
def test_headings_on_three_rows(places):
    table = [
        ["", "", "State License", "", "", "Federal", ""],
        ["", "", "", "", "", "DEA", ""],
        ["Name", "NPI", "No.", "State", "Expires", "No.", "Expires"],
        *[
            [f"{a}, {b}", n, "036120779", "IL", "1/14/2027", DEA, "1/13/2028"]
            for (a, b), n in zip(PEOPLE, NPIS, strict=True)
        ],
    ]
    (reading,) = recognize(merged(table, *places))
    row = next(iter(understand(reading)))
    assert (row.values["license.number"], row.values["license.state"], row.values["dea.number"]) == (
        "036120779",
        "IL",
        DEA,
    )
    assert [str(row.values[f"{sort}.expires"]) for sort in ("license", "dea")] == ["2027-01-14", "2028-01-13"]
    assert len(reading.rows) == 4


def test_a_title_above_two_rows_is_no_group():
    table = [
        ["Riverbend Hospital", "Medical Staff"],
        ["", "", "License", ""],
        ["Name", "NPI", "Number", "Expires"],
        *[[f"{a}, {b}", n, "036120779", "1/14/2027"] for (a, b), n in zip(PEOPLE, NPIS, strict=True)],
    ]
    (reading,) = recognize(merged(table, (2, 2, 2, 3)))
    assert reading.columns == {0: "provider.full_name", 1: "provider.npi", 2: "license.number", 3: "license.expires"}


@pytest.mark.parametrize("turned", [False, True])
def test_a_name_merged_over_two_columns(turned):
    names = [pair[::-1] if turned else pair for pair in PEOPLE]
    table = [["Name", "", "NPI"], *[[*pair, n] for pair, n in zip(names, NPIS, strict=True)]]
    rows = list(understand(recognize(merged(table, (1, 0, 1, 1)))[0]))
    assert [[row.values["provider.last"], row.values["provider.first"]] for row in rows] == PEOPLE


def columns(*heads, cells):
    table = [["Last Name", "First Name", "NPI", *heads]]
    table += [[*pair, n, *cells] for pair, n in zip(PEOPLE, NPIS, strict=True)]
    return [recognize(book(table))[0].columns[3 + at] for at in range(len(heads))]


@pytest.mark.parametrize(
    ("heads", "cells", "targets"),
    [
        (["St Lic #", "Exp"], ["036-1", "1/1/2030"], ["license.number", "license.expires"]),
        (
            ["Lic", "Lic2", "Lic2 Exp", "Lic2 St"],
            ["036-1", "125-2", "1/1/2030", "WI"],
            ["license.number", "license2.number", "license2.expires", "license2.state"],
        ),
        (["Lic1 St", "Lic1"], ["IL", "036-1"], ["license.state", "license.number"]),
        (["1st License", "2nd License"], ["036-1", "125-2"], ["license.number", "license2.number"]),
        (["Provider Name Suffix Text"], ["Jr"], ["provider.suffix"]),
        (
            ["Provider License Number_1", "Provider License Number_6", "Provider License Number State Code_6"],
            ["036-1", "125-2", "WI"],
            ["license.number", "license6.number", "license6.state"],
        ),
    ],
)
def test_headings_as_payers_write_them(heads, cells, targets):
    assert columns(*heads, cells=cells) == targets


def test_label_tables_of_an_agency():
    table = []
    for last, first in PEOPLE[:3]:
        table += [
            ["Candidate:", f"{first} {last}, MD"],
            ["NPI:", NPIS[0]],
            ["IL License:", "036120779"],
            ["Cell:", "217-555-0100"],
            ["", ""],
        ]
    for at, row in enumerate([row for row in table if row[0] == "NPI:"]):
        row[1] = NPIS[at]
    rows = list(understand(recognize(book(table))[0]))
    assert [row.values["provider.last"] for row in rows] == ["Ngo", "Morris", "Okafor"]
    assert rows[0].values["license.state"] == "IL"


def test_a_credential_alone_over_a_name_says_whose_it_is():
    heads = ["Last Name", "First Name", "NPI", "NAME", "POLICY", "EXP"]
    rows = [[*who, npi, "MedPro", "PL844321", "10/2/2027"] for who, npi in zip(PEOPLE, NPIS, strict=True)]
    (reading,) = recognize(book([["", "", "", "PROFESSIONAL LIABILITY"], heads, *rows]))
    said = next(iter(understand(reading))).values
    assert (said["provider.last"], said["liability.issuer"], said["liability.number"]) == ("Ngo", "MedPro", "PL844321")
    (reading,) = recognize(book([["", "", "", "Spring report"], heads, *rows]))
    assert "liability.issuer" not in reading.columns.values()


@pytest.mark.parametrize("title", [[], [["Medical Staff Directory"]]])
def test_people_on_two_lines_under_two_rows_of_headings_are_one_row_each(title):
    table = [*title, ["Name", "NPI", "License", "Exp Date"], ["Address", "City/State/Zip", "Phone", "Email"]]
    table += [
        ["Poe, Ed, MD", "1382810863", "036-1111", "3/11/2028"],
        ["55 Oak St", "Chicago, IL 60611", "312-555-0101", "p@x.org"],
    ]
    table += [
        ["Coe, Cy, DO", "1683432102", "036-2222", "2/10/2028"],
        ["7 Elm St", "Peoria, IL 61602", "312-555-0102", "c@x.org"],
    ]
    (reading,) = recognize(book(table))
    poe, coe = understand(reading)
    assert [poe.number, coe.number] == [len(title) + 3, len(title) + 5] and not (poe.problems or coe.problems)
    said = ("provider.street", "provider.city", "provider.phone", "provider.email", "license.number")
    assert [coe.values[each] for each in said] == ["7 Elm St", "Peoria", "(312) 555-0102", "c@x.org", "036-2222"]
    assert poe.values["license.expires"].year == 2028


def on_two_lines(path, *seconds, more=()):
    """People with a line below each under one row of headings."""
    rows = [["Name", "NPI", "License", "Exp Date"]]
    for who, npi, second in zip(PEOPLE[:3], NPIS[:3], seconds, strict=True):
        rows += [[f"{who[0]}, {who[1]}, MD", npi, f"036-{npi[:6]}", "3/11/2028"], second]
    return recognize(saved(path / "r.xlsx", [*rows, *more]))[0]


SECONDS = {
    "an address": ["12 Elm St, Peoria, IL 61602", "", "(312) 555-0101", "p@x.org"],
    "a phone and an e-mail": ["", "", "(312) 555-0101", "p@x.org"],
    "a phone alone": ["", "", "(312) 555-0101", ""],
    "a department": ["Surgery", "", "", ""],
}


@pytest.mark.parametrize("second", SECONDS.values(), ids=SECONDS)
@pytest.mark.parametrize("more", [(), [["Total: 3"]]])
def test_a_second_line_that_no_heading_is_over_is_nobody_and_nothing_of_the_next_one(tmp_path, second, more):
    reading = on_two_lines(tmp_path, *[second] * 3, more=more)
    rows = list(understand(reading))
    assert [row.values["provider.npi"] for row in rows] == NPIS[:3] and not any(row.problems for row in rows)
    assert all("provider.department" not in row.values for row in rows)
    assert [row.values["license.number"] for row in rows] == [f"036-{npi[:6]}" for npi in NPIS[:3]]
    assert any("two lines" in question.about for question in reading.questions)


def test_a_second_line_with_another_license_is_one(tmp_path):
    rows = list(understand(on_two_lines(tmp_path, *[["", "", f"52{n}13-20", "5/1/2027"] for n in range(3)])))
    assert len(rows) == 6 and rows[1].values["license.number"] == "52013-20"


def test_lines_of_sections_stand_above_their_people(tmp_path):
    people = [[f"{who[0]}, {who[1]}, MD", npi] for who, npi in zip(PEOPLE[:3], NPIS[:3], strict=True)]
    table = [["Name", "NPI"], ["Surgery"], people[0], ["Medicine"], people[1], ["Pediatrics"], people[2]]
    rows = list(understand(recognize(saved(tmp_path / "r.xlsx", table))[0]))
    assert [row.values["provider.department"] for row in rows] == ["Surgery", "Medicine", "Pediatrics"]
