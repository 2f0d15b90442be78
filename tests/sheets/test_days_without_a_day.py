"""Months and years that Excel keeps as their first day, told by a format that shows no day; and days that a board gave."""

from datetime import date

import openpyxl
import pytest

from tests.sheets.sheet_tables import asked, book, read_here, told
from workbench.sheets.files.number_shapes import MONTH, YEAR, shape_of

HEADINGS = ["Name", "NPI", "License #", "Lic Exp"]
NPIS = ["1382810863", "1683432102", "2347597421"]


@pytest.mark.parametrize(
    "format,shape",
    [
        *((format, MONTH) for format in ("mmm-yy", "mm/yyyy", "mmmm\\ yyyy", "[$-409]mmm\\-yy;@", "m/yy")),
        *((format, YEAR) for format in ("yyyy", "yy")),
        *((format, "") for format in ("m/d/yyyy", "mm-dd-yy", "d-mmm", "General", "h:mm", "mm:ss", "mmm", "@")),
        ("00000", "00000"),
    ],
)
def test_a_format_shows_a_month_a_year_or_a_day(format, shape):
    assert shape_of(format) == shape


def saved(path, *cells):
    made = openpyxl.Workbook()
    made.active.append(HEADINGS)
    for n, (day, format) in enumerate(cells):
        made.active.append([f"Ngo{'abc'[n]}, Ruth, MD", NPIS[n], f"036-{n}", day])
        made.active.cell(n + 2, 4).number_format = format
    made.save(path)
    return read_here(path)


def test_a_day_that_was_typed_as_a_month_asks_which_day_is_meant(tmp_path):
    made = saved(tmp_path / "a.xlsx", (date(2027, 7, 1), "mmm-yy"), (date(2027, 7, 31), "m/d/yyyy"))
    assert [row.get("license.expires") for row in told(made)] == [None, date(2027, 7, 31)]
    (question,) = asked(made)
    assert "cells as 7/2027 name a month and no day" in question.about


def test_a_day_within_the_month_was_typed_whole(tmp_path):
    made = saved(tmp_path / "a.xlsx", (date(2027, 7, 31), "mmm-yy"), (date(2027, 7, 1), "m/d/yyyy"))
    assert [row["license.expires"] for row in told(made)] == [date(2027, 7, 31), date(2027, 7, 1)]


def test_a_month_and_two_digits_of_a_year_ask_too():
    table = [HEADINGS, *([f"Ngo{'abc'[n]}, Ruth, MD", NPIS[n], f"036-{n}", f"0{n + 1}/28"] for n in range(3))]
    assert not any("license.expires" in row for row in told(book(table)))
    assert asked(book(table))[0].options


def test_the_day_on_which_a_board_certified_is_no_expiration():
    row = ["ABIM", date(2010, 7, 1), date(2030, 12, 31)]
    table = [["Name", "NPI", "Board", "Certified", "Expires"], *(["Ngo, Ruth, MD", npi, *row] for npi in NPIS)]
    (first, *_) = told(book(table))
    assert (first["board.issued"], first["board.expires"]) == (date(2010, 7, 1), date(2030, 12, 31))


def test_rows_that_show_how_to_fill_in_are_no_people():
    table = [
        ["Last Name", "First Name", "NPI", "License Number"],
        ["Text (50)", "Text (50)", "Number (10)", "Text (20)"],
        ["Example: Smith", "John", "1234567893", "036-000000"],
        ["Ngo", "Ruth", NPIS[0], "036-1"],
    ]
    assert [row["provider.last"] for row in told(book(table))] == ["Ngo"]


def test_number_state_and_day_between_slashes():
    table = [["Name", "NPI", "License/State/Exp"]]
    table += [["Ngo, Ruth, MD", npi, f"{n}6480 / NV / 12/6/2027"] for n, npi in enumerate(NPIS)]
    (first, *_) = told(book(table))
    assert (first["license.number"], first["license.state"]) == ("06480", "NV")
    assert first["license.expires"] == date(2027, 12, 6)
