"""Tables below each other on one sheet: each is read by its own headings, and what is no table of people is left out."""

from datetime import date

from tests.sheets.sheet_tables import book, told
from workbench.sheets.recognizing import left_out, recognize
from workbench.sheets.row import stacked

EXP = date(2027, 7, 31)
PHYSICIANS = [
    ["Name", "NPI", "Department", "License #", "Lic Exp", "DEA"],
    ["NGO, Ruth, MD", "1382810863", "Surgery", "036-1", EXP, "BN5960655"],
    ["OKAFOR, Lars, DO", "1683432102", "Medicine", "036-2", EXP, "BO5960655"],
]
APPS = [
    ["ADVANCED PRACTICE PROVIDERS"],
    ["Last Name", "First Name", "Credentials", "NPI", "License", "Expires"],
    ["Reyes", "Ann", "APRN", "2347597421", "209-1", EXP],
    ["Silva", "Li", "PA-C", "2143696229", "085-1", EXP],
]


def parts(*rows):
    return stacked.apart(book([*rows]))


def test_a_second_table_with_other_headings_is_read_by_those():
    made = parts(*PHYSICIANS, [], *APPS)
    assert [sheet.name for sheet in made.sheets] == ["Sheet", "Sheet, from row 5"]
    ngo, _, reyes, silva = told(made)
    assert ngo["license.number"] == "036-1" and "provider.category" not in ngo
    assert (reyes["provider.last"], reyes["provider.degree"], reyes["license.number"]) == ("Reyes", "APRN", "209-1")
    assert reyes["provider.category"] == silva["provider.category"] == "APP"


def test_the_numbers_of_its_rows_stay_those_of_the_sheet_and_it_says_where_its_headings_stand():
    _, second = recognize(parts(*PHYSICIANS, [], *APPS))
    assert [row.number for row in second.rows] == [7, 8] and second.heading_row == 6
    assert second.notes[0] == "A table of its own on “Sheet”, read by the headings in row 6."


def test_what_stands_above_the_first_table_holds_for_the_second_too():
    made = parts(["Resigned 2025"], ["As of 11/1/2026"], *PHYSICIANS, [], *APPS)
    assert {row["provider.status"] for row in told(made)} == {"Resigned"}
    assert {reading.as_of for reading in recognize(made)} == {date(2026, 11, 1)}


def test_a_table_that_names_no_people_ends_the_first_and_is_left_out():
    chairs = [["Department", "Chair", "Phone"], ["Surgery", "Dr. Xavier Poe", "312-555-0101"]]
    made = parts(*PHYSICIANS, [], *chairs)
    readings = recognize(made)
    assert [len(reading.rows) for reading in readings] == [2]
    assert left_out(made, readings) == ["Sheet, from row 5"]


def test_the_same_headings_again_begin_no_other_table():
    made = parts(*PHYSICIANS, [], ["SURGERY"], *PHYSICIANS[:2])
    assert len(made.sheets) == 1 and len(told(made)) == 3


def test_headings_of_which_one_means_something_else_do():
    other = [["Name", "NPI", "Department", "License #", "Lic Exp", "CDS"], [*PHYSICIANS[1][:5], "336-1"]]
    made = parts(*PHYSICIANS, [], *other)
    assert len(made.sheets) == 2
    assert told(made)[2]["cds.number"] == "336-1"


def test_rows_of_words_alone_are_no_headings():
    people = [["Last", "First", "Category", "Dept"], *(["Smith", "Ann", "Active", "Medical Staff"] for _ in range(5))]
    assert len(parts(*people).sheets) == 1


def test_the_sheet_that_somebody_names_has_all_its_tables():
    made = parts(*PHYSICIANS, [], *APPS)
    assert [reading.name for reading in recognize(made, only=["Sheet"])] == ["Sheet", "Sheet, from row 5"]


def test_two_headings_again_beside_others_are_headings():
    gone = [["RESIGNED 2025"], ["Name", "NPI", "Date", "Reason"], ["REYES, Ann, MD", "2347597421", EXP, "Moved"]]
    made = parts(["Name", "NPI", "Category"], ["NGO, Ruth, MD", "1382810863", "Courtesy"], [], *gone)
    _, reyes = told(made)
    assert reyes["provider.status"] == "Resigned" and "provider.category" not in reyes


def test_a_first_table_with_fewer_headings_than_the_second_is_read_too():
    first = [["Name", "NPI", "Phone"], ["NGO, Ruth, MD", "1382810863", "(312) 555-0101"]]
    made = parts(*first, [], *APPS)
    assert [len(reading.rows) for reading in recognize(made)] == [1, 2]


def test_a_table_of_licenses_that_names_nobody_is_one_of_its_own():
    licenses = [["NPI", "License #", "State", "Exp"], ["1382810863", "036-1", "IL", EXP]]
    made = parts(*PHYSICIANS, [], *licenses)
    assert [sheet.name for sheet in made.sheets] == ["Sheet", "Sheet, from row 5"]
    assert recognize(made)[1].columns == {
        0: "provider.npi",
        1: "license.number",
        2: "license.state",
        3: "license.expires",
    }
