"""Headings of two rows that a later page says again: nobody below them loses what the upper row says."""

from datetime import date
from itertools import product

import openpyxl
import pytest

from tests.sheets.sheet_tables import asked, book, read_here, shared, told
from workbench.sheets.recognizing import recognize
from workbench.sheets.row import stacked

TOP = ["Provider", "", "", "License", "", "", "DEA", "", "Office", "", ""]
SPREAD = ["Provider"] * 3 + ["License"] * 3 + ["DEA"] * 2 + ["Office"] * 3
LOWER = ["Name", "NPI", "Dept", "State", "Number", "Exp", "Number", "Exp", "City", "Zip", "Phone"]
NPIS = ("1382810863", "1382810871", "1382810889", "1382810897", "1382810905", "1382810913")
DEAS = ("BM5000005", "BM5000017", "BM5000029", "BM5000031", "BM5000043", "BM5000055")
MERGED = ((0, 2), (3, 5), (6, 7), (8, 10))


def person(n):
    license = ["IL", f"036-11{n}", date(2029, 7, 31), DEAS[n], date(2027, 6, 30)]
    return [f"MARSH{'ABCDEF'[n]}, Ann, MD", NPIS[n], "Surgery", *license, "Chicago", "60601", "(312) 555-0101"]


def people(*numbers):
    return [person(n) for n in numbers]


def merged_at(*rows):
    return [(row, left, row, right) for row in rows for left, right in MERGED]


def is_right(made):
    """Whether the six come in as one table, every one with all that the sheet holds."""
    values = told(made)
    assert len(made.sheets) == 1 and [row["provider.npi"] for row in values] == list(NPIS)
    for n, row in enumerate(values):
        assert (row["license.state"], row["license.number"], row["license.expires"]) == (
            "IL",
            f"036-11{n}",
            date(2029, 7, 31),
        )
        assert (row["dea.expires"], row["provider.department"]) == (date(2027, 6, 30), "Surgery")
        assert (row["provider.zip"], "provider.state" in row) == ("60601", False)
    return True


PAGES = {
    "alone": [],
    "pages": [["Page 1 of 3"], [], ["Medical Staff Roster as of 12/01/2026"]],
    "in two cells": [["Total: 2"], ["Confidential"], ["Medical Staff Roster", "", "", "", "Page 2 of 3"]],
    "dated": [["Subtotal", 2.0], [], ["Riverbend Medical Center", "", "", "Printed 12/1/2026 at 3:15"], []],
}


@pytest.mark.parametrize("between", PAGES)
@pytest.mark.parametrize("again", ([TOP, LOWER], [LOWER], [SPREAD, LOWER]), ids=("both", "lower", "spread"))
def test_headings_of_two_rows_that_come_again_on_every_page_are_those_in_force(again, between):
    cover = [
        ["Riverbend Medical Center", "", "", "Printed 11/1/2026 at 2:10"],
        ["Medical Staff Roster as of 11/01/2026"],
    ]
    page = [*PAGES[between], *again]
    table = [*cover, TOP, LOWER, *people(0, 1), *page, *people(2, 3), *page, *people(4, 5)]
    for merged in (merged_at(3), [], merged_at(3, *(n + 1 for n, row in enumerate(table) if row is TOP and n > 2))):
        assert is_right(stacked.apart(book(table, merged=merged)))


def test_both_rows_again_are_one_page_heading():
    table = [TOP, LOWER, *people(0, 1), TOP, LOWER, *people(2, 3), ["Page 2"], TOP, LOWER, *people(4, 5)]
    (reading,) = recognize(stacked.apart(book(table, merged=merged_at(1))))
    assert reading.passed == "2 page headings and 1 page number are skipped."


def test_a_group_in_every_column_comes_again_in_the_first_of_them_alone():
    assert is_right(stacked.apart(book([SPREAD, LOWER, *people(0, 1), TOP, LOWER, *people(2, 3, 4, 5)])))


def test_both_rows_joined_into_one_are_those_headings_too():
    joined = [f"{group} {text}" for group, text in zip(SPREAD, LOWER, strict=True)]
    made = stacked.apart(book([TOP, LOWER, *people(0, 1), joined, *people(2, 3, 4, 5)], merged=merged_at(1)))
    assert len(made.sheets) == 1


def test_a_heading_that_is_called_otherwise_on_the_next_page_is_the_same():
    heads, again = ["Provider Name", "NPI", "License #", "Lic Exp"], ["Name", "NPI", "License #", "Lic Exp"]
    rows = [[each[0], each[1], each[4], each[5]] for each in people(0, 1, 2)]
    made = stacked.apart(book([heads, *rows[:2], again, rows[2]]))
    assert len(made.sheets) == 1 and [row["provider.npi"] for row in told(made)] == list(NPIS[:3])


def test_other_groups_over_the_same_lower_row_begin_another_table():
    other = ["Provider", "", "", "License", "", "", "CDS", "", "Office", "", ""]
    made = stacked.apart(
        book([TOP, LOWER, *people(0, 1), other, LOWER, *people(2), LOWER, *people(3)], merged=merged_at(1))
    )
    first, _, third, fourth = told(made)
    assert len(made.sheets) == 2 and first["dea.number"] == DEAS[0]
    assert (third["cds.number"], fourth["cds.number"]) == (DEAS[2], DEAS[3])
    assert "dea.number" not in third and "dea.number" not in fourth
    assert recognize(made)[1].heading_rows == (5, 6)


def test_where_the_lower_row_comes_again_in_part_the_groups_hold_and_it_asks():
    other = [*LOWER[:-1], "Pager"]
    table = [TOP, LOWER, *people(0, 1), other, *people(2, 3), other, *people(4, 5)]
    made = stacked.apart(book(table, merged=merged_at(1)))
    values = told(made)
    assert [row["license.number"] for row in values] == [f"036-11{n}" for n in range(6)]
    assert not any("provider.state" in row for row in values)
    assert ["provider.pager" in row for row in values] == [False, False, True, True, True, True]
    (question,) = asked(made)
    assert question.about == "Row 5 says the headings of row 2 again in part, without the row above them"


def test_a_table_with_two_rows_of_headings_of_its_own_has_both():
    apps = [["Person", "", "License", "", "DEA", ""], ["Last", "First", "Number", "Exp", "Number", "Exp"]]
    reyes = ["Reyes", "Ann", "209-1", date(2027, 1, 1), DEAS[5], date(2028, 1, 1)]
    made = stacked.apart(book([TOP, LOWER, *people(0, 1), ["Other staff"], *apps, reyes]))
    assert recognize(made)[1].heading_rows == (6, 7)
    values = told(made)[2]
    assert (values["license.number"], values["dea.expires"]) == ("209-1", date(2028, 1, 1))


@pytest.mark.parametrize(("pages", "both"), list(product((1, 2), (True, False))))
def test_the_sample_roster_with_pages_says_what_its_truth_says(tmp_path, pages, both):
    path = tmp_path / "pages.xlsx"
    made = openpyxl.load_workbook(shared("rosters", "grouped.xlsx"))
    sheet = made.active
    table = [[cell.value for cell in row] for row in sheet]
    heads = table[:2] if both else table[1:2]
    for place in (50, 32)[-pages:]:
        table[place:place] = heads
    sheet.delete_rows(1, sheet.max_row)
    for row in table:
        sheet.append(row)
    made.save(path)
    plain, paged = (told(stacked.apart(read_here(each))) for each in (shared("rosters", "grouped.xlsx"), path))
    assert len(plain) == 60 and paged == plain


def test_a_person_beside_whom_a_page_is_named_is_a_person(one):
    table = [
        ["Name", "Phone", "Remarks"],
        ["Marsh, Ann, MD", "", "Page 2"],
        ["Ngo, Lee, DO", "(312) 555-0101", ""],
        ["Staff List", "", "Page 2"],
    ]
    assert len(one(table).rows) == 2
