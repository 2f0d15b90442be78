"""Tables out: what Excel shows is what was meant, and a failure leaves the old file."""

import errno
import os
from datetime import date, datetime

import openpyxl
import pytest

from tests.sheets.sheet_tables import read_here, shared
from workbench.errors import WorkbenchError
from workbench.sheets.writing import write_csv, write_table

ROWS = [
    ["1234567893", "Ngo, Ruth", date(2026, 1, 2), "02139", 5, True],
    ["0012345678", "=1+1", datetime(2026, 1, 2, 3, 4), "-3", None, False],
]
HEADINGS = ["NPI", "Name", "Expires", "ZIP", "Count", "Flag"]


def test_dates_are_dates_and_codes_are_text(tmp_path):
    assert write_table(tmp_path / "a.xlsx", "Providers", HEADINGS, iter(ROWS), texts=(0, 3)) == 2
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Providers"]
    assert [cell.value for cell in sheet[1]] == HEADINGS and sheet["A1"].font.bold
    assert (
        sheet["A2"].number_format == "@"
        and sheet["A2"].data_type == "s"
        and sheet["C2"].is_date
        and sheet["C2"].value == datetime(2026, 1, 2)
    )
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:F3" and sheet["F2"].value == "Yes"
    assert read_here(tmp_path / "a.xlsx").sheets[0].rows[1] == (
        "1234567893",
        "Ngo, Ruth",
        date(2026, 1, 2),
        "02139",
        5.0,
        "Yes",
    )


def test_a_code_typed_into_an_empty_cell_or_below_the_last_row_keeps_its_zeros(tmp_path):
    write_table(tmp_path / "a.xlsx", "Providers", HEADINGS, [["", "Ngo, Ruth", None, "", 5, True]], texts=(0, 3))
    columns = openpyxl.load_workbook(tmp_path / "a.xlsx").active.column_dimensions
    assert [columns[letter].number_format for letter in "ABCDEF"] == [
        "@",
        "General",
        "General",
        "@",
        "General",
        "General",
    ]
    assert columns["B"].width > columns["E"].width


def test_no_text_becomes_a_formula(tmp_path):
    hostile = ["=1+1", "+cmd|'/C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", '=HYPERLINK("x")']
    hostile += shared("real", "bad", "strings", "blns.txt").read_text("utf-8").splitlines()
    write_table(tmp_path / "a.xlsx", "x", ["=a"], [[text] for text in hostile])
    cells = [row[0] for row in openpyxl.load_workbook(tmp_path / "a.xlsx").active.iter_rows()]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert [cell.value for cell in cells][1:6] == hostile[:5]


def test_characters_that_xml_forbids_are_left_out(tmp_path):
    write_table(tmp_path / "a.xlsx", "a/b:c*[d]" * 9, ["x"], [["a\x00b\x0bc\ufffe\ud800d"]])
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active["A2"].value == "abcd"


def test_csv_has_iso_dates(tmp_path):
    assert write_csv(tmp_path / "a.csv", HEADINGS, ROWS) == 2
    lines = (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()
    assert lines[1] == '1234567893,"Ngo, Ruth",2026-01-02,02139,5,Yes' and lines[2].endswith(
        "'=1+1,2026-01-02 03:04,'-3,,No"
    )


def test_a_text_that_begins_like_a_formula_is_guarded_in_csv_and_comes_back_as_it_was(tmp_path):
    texts = ["=1+1", "+1 312 555 0101", "-2", "@SUM(A1)", "'=1", "''+1", "'tis", "O'Neil", "plain"]
    write_csv(tmp_path / "a.csv", ["Name", "=Heading"], [[text, "x"] for text in texts])
    lines = (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()
    assert lines[:6] == ["Name,'=Heading", "'=1+1,x", "'+1 312 555 0101,x", "'-2,x", "'@SUM(A1),x", "''=1,x"]
    rows = read_here(tmp_path / "a.csv").sheets[0].rows
    assert rows[0] == ("Name", "=Heading") and [row[0] for row in rows[1:]] == texts
    write_csv(tmp_path / "b.csv", ["Name"], [["\tx"], ["\rx"], [-3]])
    assert (tmp_path / "b.csv").read_bytes().decode("utf-8-sig").split("\n", 1)[1] == "'\tx\r\n\"'\rx\"\r\n-3\r\n"


@pytest.mark.parametrize(
    "write", [lambda path: write_table(path, "x", ["a"], [["b"]]), lambda path: write_csv(path, ["a"], [["b"]])]
)
@pytest.mark.parametrize(
    "error,says",
    [
        (PermissionError(13, "denied"), "open in Excel"),
        (OSError(errno.ENOSPC, "full"), "disk is full"),
        (OSError(5, "I/O error"), "I/O error"),
    ],
)
def test_a_failure_leaves_the_old_file(tmp_path, monkeypatch, write, error, says):
    path = tmp_path / "a.xlsx"
    path.write_text("old")

    def fail(*args):
        raise error

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(WorkbenchError, match=says):
        write(path)
    assert path.read_text() == "old" and list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(WorkbenchError, match="There is no folder"):
        write_csv(tmp_path / "no" / "a.csv", ["a"], [])


def test_more_rows_than_excel_holds(tmp_path, monkeypatch):
    monkeypatch.setattr("workbench.sheets.writing.MOST_ROWS", 1)
    with pytest.raises(WorkbenchError, match="more rows than Excel can hold"):
        write_table(tmp_path / "a.xlsx", "x", ["a"], [["b"], ["c"]])
    assert list(tmp_path.iterdir()) == []


def test_what_is_too_wide_for_one_page_takes_more_that_can_be_read(tmp_path):
    """Each repeats the first columns and the headings; a table that has room stands on one."""
    for count, across, repeated in ((4, 1, None), (30, 3, "A:C")):
        path = tmp_path / f"{count}.xlsx"
        write_table(path, "People", [f"Column {n}" for n in range(count)], [["x"] * count])
        sheet = openpyxl.load_workbook(path).active
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (across, 0)
        assert (sheet.print_title_cols or "").replace("$", "").rpartition("!")[2] == (repeated or "")
        assert sheet.print_title_rows == "$1:$1"


def test_a_long_text_wraps_and_has_its_lines(tmp_path):
    path = tmp_path / "long.xlsx"
    write_table(path, "People", ["Name", "Reason"], [["Ann", "Reads from home " * 8], ["Bo", "Short"]])
    sheet = openpyxl.load_workbook(path).active
    assert sheet["B2"].alignment.wrap_text and sheet["A2"].alignment.vertical == "top"
    assert sheet.row_dimensions[2].height == 45 and sheet.row_dimensions[3].height is None
    assert {cell.font.name for row in sheet["A1:B2"] for cell in row} == {"Calibri"}
