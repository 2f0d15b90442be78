"""A number and its day in one cell, whatever of the two the heading names."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book, told

NAMES = ["Ngo, Ruth, MD", "Morris, Vikram, DO", "Okafor, Pieter, MD", "Smith, Ann, MD", "Johnson, Arjun, MD"]
DEAS = ["BN1234563", "FM1234563", "MO1234563", "BS1234563", "FJ1234563"]


@pytest.mark.parametrize("heading", ["DEA / Exp", "DEA/EXP", "DEA # / Exp Date", "DEA & Expiration", "DEA Exp"])
@pytest.mark.parametrize(
    "cell",
    ["{} / 05-31-2028", "{} 05/31/2028", "{} exp 5/31/28", "{}\n5/31/2028", "{} (exp. 05/31/2028)"]
    + ["{} 2028-05-31", "{} / 2028/5/31", "{} exp 2028.05.31", "{} (2028/05/31)"],
)
def test_a_dea_number_with_its_day(heading, cell):
    values = told(book([["Name", heading], *[[name, cell.format(dea)] for name, dea in zip(NAMES, DEAS, strict=True)]]))
    assert [row["dea.number"] for row in values] == DEAS
    assert {row["dea.expires"] for row in values} == {date(2028, 5, 31)}


@pytest.mark.parametrize("heading", ["LICENSE/EXP", "License # / Exp", "Lic/Exp Date", "License and Expiration"])
@pytest.mark.parametrize(
    "cell", ["MD-4500{} 06/30/2027", "MD-4500{} / 06-30-2027", "MD-4500{} exp 6/30/27", "MD-4500{} 2027/6/30"]
)
def test_a_license_with_its_day(heading, cell):
    values = told(book([["Name", heading], *[[name, cell.format(n)] for n, name in enumerate(NAMES)]]))
    assert [row["license.number"] for row in values] == [f"MD-4500{n}" for n in range(5)]
    assert {row["license.expires"] for row in values} == {date(2027, 6, 30)}


def test_days_alone_under_such_a_heading_stay_days():
    values = told(
        book([["Name", "License #", "Lic Exp"], *[[name, f"A-{n}", "06/30/2027"] for n, name in enumerate(NAMES)]])
    )
    assert {row["license.expires"] for row in values} == {date(2027, 6, 30)}


@pytest.mark.parametrize("cell", ["PL592731 exp 3/27/2027", "PL592731 (expires 03/27/2027)", "PL592731 exp. 3/27/27"])
def test_a_policy_with_its_day(cell):
    (row,) = told(book([["Name", "Policy #"], [NAMES[0], cell]]))
    assert (row["liability.number"], row["liability.expires"]) == ("PL592731", date(2027, 3, 27))


@pytest.mark.parametrize(
    ("heading", "cell", "target", "number"),
    [
        ("Policy #", "PL592731 (occurrence)", "liability.number", "PL592731"),
        ("CSR", "336744165 active", "cds.number", "336744165"),
    ],
)
def test_a_word_beside_any_number_is_a_remark(heading, cell, target, number):
    (row,) = told(book([["Name", heading], [NAMES[0], cell]]))
    assert row[target] == number and cell.split()[-1].strip("()") in row["provider.notes"]


def test_limits_beside_a_carrier_are_no_name():
    (row,) = told(book([["Name", "Malpractice Carrier"], [NAMES[0], "CNA 1M/3M"]]))
    assert row.get("liability.issuer") in (None, "CNA")
