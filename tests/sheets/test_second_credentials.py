"""A second license or registration that its heading calls the 2nd or the other one."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import saved, told

ROW = ["Ngo, Ruth, MD", "A1000", date(2027, 7, 31), "B2000", "NV", date(2027, 10, 31)]
WANTED = {
    "license.number": "A1000",
    "license.expires": ROW[2],
    "license2.number": "B2000",
    "license2.state": "NV",
    "license2.expires": ROW[5],
}


@pytest.mark.parametrize("word", ["2nd", "Other", "Second", "Secondary", "Additional", "OTHER"])
def test_a_second_license(tmp_path, word):
    head = ["Name", "License No", "License Exp", f"{word} License", f"{word} License State", f"{word} License Exp"]
    (row,) = told(saved(tmp_path / "r.xlsx", [head, ROW]))
    assert {target: row.get(target) for target in WANTED} == WANTED


def test_a_second_registration(tmp_path):
    head = ["Name", "DEA", "DEA Exp", "2nd DEA", "2nd DEA Exp"]
    row = ["Ngo, Ruth, MD", "BN1234563", ROW[2], "FN1234563", ROW[5]]
    (row,) = told(saved(tmp_path / "r.xlsx", [head, row]))
    assert (row["dea2.number"], row["dea2.expires"]) == ("FN1234563", ROW[5])


@pytest.mark.parametrize("word", ["2nd", "Other"])
@pytest.mark.parametrize("merged", [("B1:C1", "D1:F1"), ()])
def test_a_group_of_two_rows(tmp_path, word, merged):
    head = [["", "License", "", f"{word} License", "", ""], ["Name", "Number", "Exp", "Number", "State", "Exp"]]
    (row,) = told(saved(tmp_path / "r.xlsx", [*head, ROW], merged=merged))
    assert {target: row.get(target) for target in WANTED} == WANTED
