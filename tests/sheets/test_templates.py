"""A payer's own workbook, filled: merged cells below its headings, and formulas of its own."""

from io import BytesIO

import openpyxl
import pytest

from workbench.sheets import templates

HEADINGS = ["Last Name", "First Name", "NPI", "License Number", "Days Left"]
ROWS = [
    {"A: Last Name": last, "B: First Name": "Ann", "C: NPI": npi}
    for last, npi in (("Ngo", "1382810863"), ("Roe", "1683432102"), ("Zoe", "2347597421"))
]


def made(change):
    book = openpyxl.Workbook()
    book.active.append(HEADINGS)
    change(book.active)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def filled(content, rows=ROWS):
    found = templates.understand(content, "Blue.xlsx")
    return openpyxl.load_workbook(BytesIO(templates.fill(content, "Blue.xlsx", found, rows))).active


@pytest.mark.parametrize("merged", ["A2:D2", "A3:B3", "A2:A4", "C3:E9"])
def test_cells_merged_below_the_headings_are_rows_again(merged):
    def change(sheet):
        sheet["A2"] = "Complete every row"
        sheet.merge_cells(merged)

    sheet = filled(made(change))
    assert [[cell.value for cell in row[:3]] for row in sheet["A2:E4"]] == [list(each.values()) for each in ROWS]


def test_headings_that_are_merged_into_the_rows_stay_merged_above_them():
    def change(sheet):
        sheet.insert_rows(1)
        sheet["E1"] = "Office use"
        sheet.merge_cells("E1:E3")

    sheet = filled(made(change))
    assert sheet["A3"].value == "Ngo" and [str(each) for each in sheet.merged_cells.ranges] == ["E1:E2"]


def test_a_formula_in_a_column_that_is_not_known_stays_and_goes_down_the_rows():
    def change(sheet):
        sheet["A2"], sheet["D2"], sheet["E2"] = "Sample", "036-1", "=TODAY()-D2"

    sheet = filled(made(change))
    assert [sheet[f"E{row}"].value for row in (2, 3, 4, 5)] == ["=TODAY()-D2", "=TODAY()-D3", "=TODAY()-D4", None]
    assert sheet["A2"].value == "Ngo" and sheet["D2"].value is None


def test_a_sample_in_a_column_that_is_not_known_is_replaced():
    def change(sheet):
        sheet["E2"] = "sample"

    assert filled(made(change))["E2"].value is None


def test_what_a_person_has_several_of_is_written_once():
    book = openpyxl.Workbook()
    book.active.append(["Last Name", "First Name", "NPI", "Language 1", "Language 2"])
    stream = BytesIO()
    book.save(stream)
    found = templates.understand(stream.getvalue(), "Blue.xlsx")
    assert [each.target for each in found.columns[3:]] == ["provider.languages", None]
