"""Whose the numbers behind a supervising physician are, and that the columns behind them are no second table."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import asked, book
from tests.sheets.test_whose_column import THEIRS, columns_of

DAY = date(2028, 1, 27)
BOSS, NPI = "Collaborating Physician", "NPI"
OWN = {
    "License #": "license.number", "State License #": "license.number", "License State": "license.state",
    "Exp Date": "license.expires", "DEA Number": "dea.number", "DEA Exp": "dea.expires",
}  # fmt: skip
SAID = {"License State": "IL", "Exp Date": DAY, "DEA Exp": DAY, "Department": "Surgery", "Carrier": "ISMIE"}


def cells_of(heads, n):
    said = {**SAID, BOSS: f"Hill{n}, Al, MD", NPI: THEIRS[n], "DEA": f"FH705383{n}", "DEA Number": f"BA123456{n}"}
    return tuple(said.get(head, f"0{heads.index(head)}6-{n}") for head in heads)


@pytest.mark.parametrize(
    ("theirs", "own"),
    [
        ((NPI,), ("State License #", "License State", "Exp Date")),
        ((NPI,), ("License State", "License #", "Exp Date")),
        ((NPI, "License #"), ("State License #", "License State", "Exp Date")),
        ((NPI, "License #", "DEA"), ("State License #", "Exp Date", "DEA Number", "DEA Exp")),
        (("License #",), ("State License #", "License State", "Exp Date")),
        (("License #",), ("State License #",)),
        ((NPI, "License #", "DEA"), ("DEA Number", "DEA Exp")),
        ((NPI, "License #"), ()),
    ],
)
def test_a_second_number_or_one_with_its_term_is_the_members(theirs, own):
    heads = (BOSS, *theirs, *own)
    found = columns_of(*heads, cells=[cells_of(heads, n) for n in range(6)])
    assert found == ["provider.supervisor", *[None] * len(theirs), *[OWN[head] for head in own]]


def test_a_license_that_every_row_of_one_physician_repeats_is_the_physicians():
    cells = [(f"Hill{n % 2}, Al, MD", THEIRS[n % 2], f"036-{n % 2}", DAY) for n in range(6)]
    assert columns_of(BOSS, NPI, "License #", "Exp Date", cells=cells)[1:3] == [None, None]


@pytest.mark.parametrize("theirs", [(NPI, "License #"), (NPI, "License #", "DEA"), ("License #", NPI)])
def test_the_numbers_of_a_supervisor_begin_no_second_table(theirs):
    heads = ("State License #", "Exp Date", BOSS, *theirs, "Department", "Carrier")
    cells = [cells_of(heads, n) for n in range(6)]
    found = columns_of(*heads, cells=cells)
    assert found[:2] == ["license.number", "license.expires"]
    assert found[-2:] == ["provider.department", "liability.issuer"]
    assert found[3:-2] == [None] * len(theirs)


def test_a_second_table_that_begins_behind_a_supervisor_is_one():
    head = ["NPI", "Name", "Supervising Physician"]
    rows = [[p, f"Ngo{n}, Ruth, NP", "Hill, Al, MD"] * 2 for n, p in enumerate(THEIRS)]
    assert any("second table" in question.about for question in asked(book([[*head, *head], *rows])))
