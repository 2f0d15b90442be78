"""A day in several columns: Exp Month, Exp Day, Exp Year."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import asked, saved, told
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

PEOPLE = [["Ngo", "Ruth", "1382810863"], ["Lindgren", "Stefan", "1683432102"]]
NUMBERS = ["036-119204", "036-119205"]


def made(path, heads, *columns):
    rows = [[*who, *[column[n] for column in columns]] for n, who in enumerate(PEOPLE)]
    return saved(path / "r.xlsx", [["Last", "First", "NPI", *heads], *rows])


def test_three_columns_are_one_day(tmp_path):
    heads = ["License", "Lic Exp Month", "Lic Exp Day", "Lic Exp Year", "DEA", "DEA Exp"]
    rows = told(made(tmp_path, heads, NUMBERS, [7, "Mar"], [31, 5], [2027, "2028"], ["", ""], ["", ""]))
    assert [row["license.expires"] for row in rows] == [date(2027, 7, 31), date(2028, 3, 5)]


def test_the_year_may_stand_first(tmp_path):
    rows = told(made(tmp_path, ["License", "Exp Year", "Exp Month", "Exp Day"], NUMBERS, [2027] * 2, [7] * 2, [1, 2]))
    assert [row["license.expires"].day for row in rows] == [1, 2]


def test_a_month_without_a_day_is_asked(tmp_path):
    workbook = made(tmp_path, ["License", "Exp Mo", "Exp Yr"], NUMBERS, [7, 8], [2027, 2027])
    assert any("name a month and no day" in question.about for question in asked(workbook))


@pytest.mark.parametrize(("month", "day", "year"), [("", 31, 2027), (7, 31, ""), ("", "", 2027)])
def test_what_is_blank_makes_no_other_day(tmp_path, month, day, year):
    heads = ["License", "Exp Month", "Exp Day", "Exp Year"]
    (reading,) = recognize(made(tmp_path, heads, NUMBERS, [month, 7], [day, 31], [year, 2027]))
    assert "license.expires" not in next(iter(understand(reading))).values
