"""A carrier with its policy and its last day in one cell: each in its place, and what is not sure is told."""

from datetime import date

import pytest

from workbench.sheets.cell import coverages

DAY = date(2027, 7, 1)
READ = {
    "ISMIE exp 7/1/2027": ("ISMIE", None, DAY),
    "The Doctors Company": ("The Doctors Company", None, None),
    "ISMIE #P1234 exp 7/1/2027": ("ISMIE", "P1234", DAY),
    "ISMIE Policy #P-1234, expires 7/1/2027": ("ISMIE", "P-1234", DAY),
    "ISMIE Pol. No. 1234567 (7/1/2027)": ("ISMIE", "1234567", DAY),
    "The Doctors Company #DC77": ("The Doctors Company", "DC77", None),
    "MedPro, HN555, 7/1/2027": ("MedPro", "HN555", DAY),
    "The Doctors Company / DC77 / exp. 7/1/2027": ("The Doctors Company", "DC77", DAY),
    "ISMIE\nP1234\n7/1/2027": ("ISMIE", "P1234", DAY),
    "21st Century": ("21st Century", None, None),
    "MedPro, MP 171728": ("MedPro", "MP 171728", None),
}
TOLD = ("ISMIE #12345 1M/3M", "ISMIE 1M/3M", "ISMIE, 1M", "MedPro HN555 7/1/2027", "ISMIE, 2027", "ISMIE 2026-27")


def coverage(said, cell, *more):
    heads = ["Name", "NPI", "Malpractice Carrier", *(head for head, _ in more)]
    (row,) = said([heads, ["Poe, Ed, MD", "1679576722", cell, *(text for _, text in more)]])
    return tuple(row.values.get(f"liability.{part}") for part in ("issuer", "number", "expires")), row.notes


@pytest.mark.parametrize("cell", READ)
def test_a_carrier_with_its_policy_is_read(said, cell):
    assert coverage(said, cell) == (READ[cell], ())


@pytest.mark.parametrize("cell", TOLD)
def test_what_may_be_of_the_name_or_not_is_told(said, cell):
    found, notes = coverage(said, cell)
    assert found[:2] == (None, None) and "holds more than a name; left out" in notes[0]


def test_a_policy_beside_a_column_of_policies_is_told(said):
    found, notes = coverage(said, "ISMIE #P1234", ("Policy #", "P1299"))
    assert found == (None, "P1299", None) and "holds more than a name" in notes[0]


@pytest.mark.parametrize("text", ["", " , ", "#"])
def test_nothing_is_no_carrier(text):
    assert coverages.coverage(text) is None


def test_a_carrier_beside_a_number_is_no_number(said):
    heads = ["Name", "NPI", "Malpractice", "Exp"]
    (row,) = said([heads, ["Poe, Ed, MD", "1679576722", "ISMIE P1234", "7/1/2027"]])
    assert "liability.number" not in row.values and "holds more than a name" in row.notes[0]
