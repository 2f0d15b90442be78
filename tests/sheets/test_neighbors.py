"""What stands right of somebody else's heading is not taken for the person's own."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book, told
from tests.sheets.test_by_values import NAMES, NPIS
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand


def columns(*heads: str, cells: tuple[object, ...]) -> list[str | None]:
    """What the columns right of the name and the NPI are taken for, with the same cells in each row."""
    table = [["Name", "NPI", *heads], *[[name, npi, *cells] for name, npi in zip(NAMES, NPIS, strict=True)]]
    (reading,) = recognize(book(table))
    return [reading.columns[at] for at in range(2, 2 + len(heads))]


HOME = ("12 Elm St", "Salem", "OR", "97301", "503-555-0100")
OFFICE = ("900 Main St", "Boise", "ID", "83702", "208-555-0199")
OWN = ["provider.street", "provider.city", "provider.state", "provider.zip", "provider.phone"]


@pytest.mark.parametrize("whose", ["Home", "Mailing", "Billing", "Permanent"])
def test_another_address_before_the_office(whose):
    found = columns(
        f"{whose} Address", "City", "State", "Zip", "Phone", "Office Address", "City", "State", "Zip", "Phone",
        cells=(*HOME, *OFFICE),
    )  # fmt: skip
    assert found == [None] * 5 + OWN


def test_a_mailing_address_alone_is_the_office():
    found = columns("Mailing Address", "City", "State", "Zip", "Phone", cells=OFFICE)
    assert found == OWN


@pytest.mark.parametrize("who", ["Spouse", "Office Manager", "Emergency Contact", "Contact Name"])
def test_how_to_reach_somebody_else(who):
    found = columns(who, "Phone", "Email", "Cell", cells=("Pat Doe", "503-555-0100", "pat@example.org", "503-555-0101"))
    assert found == [None] * 4


def test_a_reference_and_then_the_office():
    found = columns(
        "Reference Name", "Address", "City", "Phone", "Office Phone",
        cells=("Pat Doe", "12 Elm St", "Salem", "503-555-0100", "208-555-0199"),
    )  # fmt: skip
    assert found == [None, None, None, None, "provider.phone"]


def test_the_town_of_a_school_is_not_the_office_but_the_email_is_theirs():
    found = columns("Medical School", "City", "State", "Email", cells=("OHSU", "Portland", "OR", "a@example.org"))
    assert found == ["medical_school.issuer", None, None, "provider.email"]


def test_the_date_of_a_licenses_status_is_not_the_persons():
    assert columns("License Status", "Status Date", cells=("Active", "6/1/2025")) == [None, None]
    assert columns("Status", "Status Date", cells=("On leave", "6/1/2025")) == [
        "provider.status",
        "provider.status_since",
    ]


def test_the_boards_day_beside_the_committees():
    assert columns("MEC Date", "Board Date", cells=("6/1/2025", "6/20/2025")) == [None, None]


def test_insurance_alone_may_be_health_insurance():
    assert columns("Insurance", cells=("Aetna",)) == [None]
    assert columns("Insurance", "Policy #", cells=("Aetna", "P-12345")) == ["liability.issuer", "liability.number"]


def test_why_it_is_left_out_is_said():
    table = [
        ["Name", "NPI", "Spouse", "Phone"],
        *[[n, p, "Pat", "503-555-0100"] for n, p in zip(NAMES, NPIS, strict=True)],
    ]
    (reading,) = recognize(book(table))
    assert any("about “Spouse”" in str(note) for note in reading.notes)
    assert "provider.phone" not in told(book(table))[0]


def test_a_date_to_come_is_no_day_of_issue():
    heads = ("License #", "Date")
    assert columns(*heads, cells=("036-119204", "6/30/2099")) == ["license.number", "license.expires"]
    assert columns(*heads, cells=("036-119204", "6/30/2019")) == ["license.number", "license.issued"]
    assert columns("License #", "Date Issued", cells=("036-119204", "6/30/2099"))[1] == "license.issued"


@pytest.mark.parametrize("last", ["Jovanovi?", "?uk", "Nguy\ufffdn", "GarcÃ\xada", "MÃ¼ller"])
def test_a_name_that_lost_a_letter_is_a_problem(last):
    table = [
        ["Last Name", "First Name", "NPI"],
        *[[last if not i else "Lee", "Ana", npi] for i, npi in enumerate(NPIS)],
    ]
    rows = list(understand(recognize(book(table))[0]))
    assert ["lost a letter" in str(row.problems) for row in rows] == [True] + [False] * 5


def test_days_that_stand_before_their_numbers_are_nobodys():
    row = ["Ngo, Ruth, MD", "1382810863", date(2028, 1, 1), "036-1", date(2027, 1, 1), "BN5960653"]
    (reading,) = recognize(book([["Name", "NPI", "Exp", "License", "Exp", "DEA"], row]))
    assert [reading.columns[at] for at in (2, 3, 4, 5)] == [None, "license.number", None, "dea.number"]
    assert "may belong to the column on its left or on its right" in reading.notes[0]


def test_the_day_on_which_somebody_started_is_no_licenses():
    row = [
        "Ngo, Ruth, MD",
        "1382810863",
        "Poe, Ann, MD",
        date(2019, 1, 1),
        date(2027, 5, 31),
        "036-1",
        date(2028, 1, 1),
    ]
    heads = ["Name", "NPI", "Replaced by", "Start", "End", "License", "Expires"]
    (reading,) = recognize(book([heads, row]))
    assert [reading.columns[at] for at in (3, 4, 5, 6)] == [None, None, "license.number", "license.expires"]
