"""Two last days of one credential side by side, of which the headings say which is the newer."""

from datetime import date, datetime

import pytest

from tests.sheets.sheet_tables import saved, told

PEOPLE = [["Ngo", "Ruth", "1382810863"], ["Lindgren", "Stefan", "1683432102"], ["Haddad", "Simone", "2347597421"]]
OLD, NEW = [datetime(2024, 7, n) for n in (1, 2, 3)], [datetime(2027, 7, n) for n in (1, 2, 3)]
NUMBERS = ["036-119204", "036-119205", "036-119206"]


def first(path, heads, *columns):
    rows = [[*who, *[column[n] for column in columns]] for n, who in enumerate(PEOPLE)]
    return told(saved(path / "r.xlsx", [["Last", "First", "NPI", *heads], *rows]))[0]


@pytest.mark.parametrize(
    "heads",
    [["Prev Exp", "New Exp"], ["2024 Exp", "2027 Exp"], ["Previous Exp", "Exp"], ["Old Lic Exp", "New Lic Exp"]],
)
def test_the_newer_day_is_when_it_ends(tmp_path, heads):
    said = first(tmp_path, ["IL License", *heads, "Phone"], NUMBERS, OLD, NEW, ["(217) 555-4072"] * 3)
    assert said["license.expires"] == date(2027, 7, 1) and said["provider.phone"] == "(217) 555-4072"


def test_their_order_says_nothing(tmp_path):
    said = first(tmp_path, ["License", "2027 Exp", "2024 Exp"], NUMBERS, NEW, OLD)
    assert said["license.expires"] == date(2027, 7, 1)


def test_days_that_contradict_the_headings_are_left_out(tmp_path):
    said = first(tmp_path, ["License", "Prev Exp", "New Exp"], NUMBERS, NEW, OLD)
    assert "license.expires" not in said and "license.issued" not in said


def test_whoever_did_not_renew_has_no_day(tmp_path):
    said = first(tmp_path, ["License", "2024 Exp", "2027 Exp"], NUMBERS, OLD, ["", *NEW[1:]])
    assert said["license.number"] == NUMBERS[0] and "license.expires" not in said
