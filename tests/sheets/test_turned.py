"""People in columns: headings down the first column and one person a column, alone on a sheet or below another table."""

from datetime import date

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from tests.sheets.sheet_tables import book, read_here, told
from workbench.sheets.recognizing import recognize
from workbench.sheets.row import stacked
from workbench.sheets.values import understand

DAY = date(2031, 7, 31)
COLUMNS = [
    ["Last Name", "Ngo", "Okafor", "Reyes"],
    ["First Name", "Ruth", "Lars", "Ann"],
    ["Degree", "MD", "DO", "MD"],
    ["NPI", "1382810863", "1683432102", "2347597421"],
    ["License #", "036-1", "036-2", ""],
    ["Exp", DAY, DAY, ""],
    ["DEA", "BN5960655", "", "BR5960655"],
    ["Exp", "", "", DAY],
]
PHONES = ["Phone", "312-555-0101", "312-555-0102"]
PEOPLE = [
    ["Name", "NPI", "Department"],
    ["Silva, Li, MD", "2143696229", "Surgery"],
    ["Poe, Ed, MD", "1679576722", "Medicine"],
]


def parts(*rows):
    return stacked.apart(book([*rows]))


def test_each_column_is_a_person():
    ngo, okafor, reyes = told(parts(*COLUMNS))
    assert (ngo["provider.last"], ngo["provider.first"], ngo["provider.npi"]) == ("Ngo", "Ruth", "1382810863")
    assert (ngo["license.number"], ngo["license.expires"]) == ("036-1", DAY) and "dea.expires" not in ngo
    assert okafor["provider.degree"] == "DO" and okafor["license.number"] == "036-2"
    assert (reyes["dea.number"], reyes["dea.expires"]) == ("BR5960655", DAY) and "license.number" not in reyes


def test_it_is_said_and_the_numbers_of_the_rows_are_those_of_the_columns():
    made = parts(["Medical Staff Roster"], [], *COLUMNS)
    (reading,) = recognize(made)
    assert reading.name == "Sheet, turned" and [row.number for row in reading.rows] == [2, 3, 4]
    assert "row 2 is column B" in reading.notes[0]
    assert [(each.rows, each.chosen) for each in reading.questions if "in columns" in each.about] == [
        (3, "read as if it were turned: row 2 is column B")
    ]


@pytest.mark.parametrize(
    "who", [["Provider", "Ngo, Ruth, MD", "Okafor, Lars, DO"], ["Name", "Ruth Ngo, MD", "Lars Okafor, DO"]]
)
def test_names_in_full_without_an_npi(who):
    rows = told(parts(who, ["License #", "036-1", "036-2"], ["License Exp", DAY, DAY], ["Dept", "Surgery", "Medicine"]))
    assert [row["provider.last"] for row in rows] == ["Ngo", "Okafor"] and rows[1]["license.number"] == "036-2"


def test_a_heading_over_the_columns_is_left_out():
    rows = told(parts(["Field", "Provider 1", "Provider 2", "Provider 3"], *COLUMNS))
    assert [row["provider.last"] for row in rows] == ["Ngo", "Okafor", "Reyes"]


def test_a_line_over_the_people_alone_is_left_out_as_well():
    made = parts(["", "Dr. A", "Dr. B", "Dr. C"], *COLUMNS)
    assert [sheet.name for sheet in made.sheets] == ["Sheet", "Sheet, turned from row 2"]
    assert [row["provider.last"] for row in told(made)] == ["Ngo", "Okafor", "Reyes"]


def test_one_wrong_number_of_several_does_not_hide_the_others():
    wrong = [["NPI", "1382810863", "1683432102", "2347597422"], *COLUMNS[:2]]
    (reading,) = recognize(parts(*wrong))
    assert [len(row.problems) for row in understand(reading)] == [0, 0, 1]


def test_it_stands_below_another_table():
    made = parts(*PEOPLE, [], ["New applicants"], *COLUMNS)
    assert [sheet.name for sheet in made.sheets] == ["Sheet", "Sheet, turned from row 5"]
    assert [row["provider.last"] for row in told(made)] == ["Silva", "Poe", "Ngo", "Okafor", "Reyes"]


def test_it_stands_above_another_table():
    made = parts(*COLUMNS, [], *PEOPLE)
    assert [sheet.name for sheet in made.sheets] == ["Sheet, turned", "Sheet, from row 10"]
    assert [row["provider.last"] for row in told(made)] == ["Ngo", "Okafor", "Reyes", "Silva", "Poe"]


def test_blank_rows_and_titles_within_end_nothing():
    made = parts(*COLUMNS[:4], [], ["CREDENTIALS"], *COLUMNS[4:])
    assert [row.get("license.number") for row in told(made)] == ["036-1", "036-2", None]


def test_a_line_above_headings_says_what_they_are_of():
    licenses = [["LICENSE"], ["Number", "036-1", "036-2"], ["State", "IL", "IL"], ["Exp", DAY, DAY]]
    dea = [
        ["DEA"],
        ["Number", "BN5960655", "BO5960655"],
        ["Exp", DAY, ""],
        ["CONTACT"],
        ["E-mail", "a@b.org", "c@d.org"],
    ]
    first, second = told(parts(*[row[:3] for row in COLUMNS[:4]], *licenses, *dea))
    assert (first["license.number"], first["license.state"], first["license.expires"]) == ("036-1", "IL", DAY)
    assert (first["dea.number"], first["dea.expires"], first["provider.email"]) == ("BN5960655", DAY, "a@b.org")
    assert second["dea.number"] == "BO5960655" and "dea.expires" not in second


def test_a_heading_that_nobody_has_a_value_of_is_no_group():
    rows = [
        *(row[:3] for row in COLUMNS[:4]),
        ["DEA"],
        ["License #", "036-1", "036-2"],
        ["Middle Name"],
        ["Fax"],
        PHONES,
    ]
    first, _ = told(parts(*rows))
    assert first["license.number"] == "036-1" and "dea.number" not in first and "provider.middle" not in first


def test_two_of_them_below_each_other_are_two():
    more = [["Last Name", "Silva", "Poe"], ["First Name", "Li", "Ed"], ["NPI", "2143696229", "1679576722"]]
    made = parts(*COLUMNS, [], *more)
    assert [sheet.name for sheet in made.sheets] == ["Sheet, turned", "Sheet, turned from row 10"]
    assert [row["provider.last"] for row in told(made)] == ["Ngo", "Okafor", "Reyes", "Silva", "Poe"]


def test_what_is_struck_hidden_or_remarked_goes_along(tmp_path):
    made = openpyxl.Workbook()
    sheet = made.active
    for row in COLUMNS:
        sheet.append([None if cell == "" else cell for cell in row])
    for row in range(1, 9):
        sheet.cell(row, 3).font = Font(strike=True)
        sheet.cell(row, 4).fill = PatternFill("solid", fgColor="FFFF00")
    sheet["B5"].comment = Comment("renewed", "Pat")
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[7].hidden = True
    made.save(tmp_path / "roster.xlsx")
    (turned,) = stacked.apart(read_here(tmp_path / "roster.xlsx")).sheets
    look = turned.look
    assert look is not None and look.struck_in(3) == frozenset(range(8)) and not look.struck_in(2)
    assert {style.fill for style in look.styles_in(4).values()} == {"FFFF00"} and not look.struck_in(4)
    assert [(each.row, each.column, each.text) for each in look.comments] == [(2, 4, "renewed")]
    assert look.hidden_rows == {2} and look.hidden_columns == {6}


FIELDS = ["text", "required"]
NONE = {
    "headings over people": PEOPLE,
    "one person": [row[:2] for row in COLUMNS],
    "labels beside labels": [
        ["Name", "Ngo, Ruth", "NPI", "1382810863"],
        ["License", "036-1", "State", "IL"],
        ["Dept", "Surgery", "Phone", "1"],
    ],
    "a list of fields": [["Last Name", *FIELDS], ["First Name", *FIELDS], ["NPI", *FIELDS]],
    "few are known": [
        ["Name", "Ngo, Ruth, MD", "Poe, Ed, MD"],
        ["NPI", "1382810863", "1679576722"],
        ["Ward", "1", "2"],
        ["Bed", "3", "4"],
    ],
    "two sources of one person": [
        ["Field", "Ours", "CAQH"],
        ["Name", "Ngo, Ruth, MD", "Ngo, Ruth A., MD"],
        ["NPI", "1382810863", "1382810863"],
        ["Dept", "ENT", "ICU"],
    ],
    "nobody is named": [
        ["License", "036-1", "036-2"],
        ["State", "IL", "IL"],
        ["Exp", DAY, DAY],
        ["Dept", "ENT", "ICU"],
    ],
    "two columns of labels": [
        ["", "Name", "Ngo, Ruth, MD", "Poe, Ed, MD"],
        ["License", "Number", "1", "2"],
        ["", "Exp", "1/1/2030", "1/1/2030"],
    ],
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_none_stays_as_it_stands(name):
    made = parts(*NONE[name])
    assert not any(sheet.turned for sheet in made.sheets)
