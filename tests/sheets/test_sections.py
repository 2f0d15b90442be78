"""Lines between and above the rows: which department they carry, which end one, which are legends, remarks and totals."""

from datetime import date

import pytest

from workbench.sheets.cell.names import parse

HEADINGS = ["Name", "NPI", "License", "Expires"]
CARRIED = ("provider.department", "provider.section", "provider.category", "provider.status")
ANN = ["NGO, Ann, MD", "1683432102", "036-1", date(2027, 11, 15)]
RUTH = ["SMITH, Ruth, DO", "2143696229", "036-2", date(2027, 11, 15)]
LARS = ["FISCHER, Lars, MD", "1382810863", "036-3", date(2027, 11, 15)]


def carried(row):
    return {target: row.values[target] for target in CARRIED if target in row.values}


@pytest.mark.parametrize(
    "line,department",
    [
        ("Orthopaedic Surgery", "Orthopaedic Surgery"),
        ("MEDICINE / HOSPITALISTS", "Medicine / Hospitalists"),
        ("SURGERY - GENERAL", "Surgery - General"),
        ("THE DEPARTMENT OF SURGERY", "Surgery"),
        ("OB-GYN", "OB-GYN"),
        ("Anesthesiology Dept.", "Anesthesiology"),
        ("--- Anesthesiology ---", "Anesthesiology"),
        ("== Medicine ==", "Medicine"),
        ("*** PATHOLOGY ***", "Pathology"),
        ("[ Radiology ]", "Radiology"),
        ("SURGERY, DEPARTMENT OF", "Surgery"),
        ("A. SURGERY", "Surgery"),
        ("2) Pediatrics", "Pediatrics"),
        ("DEPARTMENT: SURGERY     CHIEF: DR. SMITH", "Surgery"),
        ("Department of Surgery - Chair: John Smith, MD", "Surgery"),
        ("PEDIATRICS (Chair: Ann Lee, MD)", "Pediatrics"),
        ("Medicine: 2", "Medicine"),
        ("Head and Neck Surgery Department", "Head and Neck Surgery"),
        ("WOMEN'S HEALTH", "Women's Health"),
    ],
)
def test_a_line_that_surely_names_a_department_carries_it_and_asks_nothing(one, said, line, department):
    table = [HEADINGS, ["DEPARTMENT OF DENTISTRY"], LARS, [line], ANN, RUTH]
    assert [carried(row).get("provider.department") for row in said(table)] == ["Dentistry", department, department]
    assert one(table).asked == []


@pytest.mark.parametrize(
    "line,department",
    [
        ("WOUND CARE CENTER", "Wound Care Center"),
        ("PEDIATRIC SERVICES", "Pediatric Services"),
        ("Cardiothoracic Program", "Cardiothoracic Program"),
    ],
)
def test_a_line_that_reads_like_a_group_becomes_the_department_as_written_and_is_said(one, said, line, department):
    table = [HEADINGS, ["Surgery"], LARS, [line], ANN, RUTH]
    assert [carried(row) for row in said(table)][1:] == [{"provider.department": department}] * 2
    (asked,) = one(table).asked
    assert asked.rows == 2 and line in asked.about and department in asked.chosen


def test_a_line_in_the_manner_of_the_others_that_names_nothing_known_ends_the_department(one, said):
    table = [HEADINGS, ["SURGERY"], LARS, ["ZEBRA"], ANN, ["MEDICINE"], RUTH]
    assert [carried(row) for row in said(table)] == [
        {"provider.department": "Surgery"},
        {},
        {"provider.department": "Medicine"},
    ]
    (asked,) = one(table).asked
    assert asked.rows == 1 and "ZEBRA" in asked.about


def test_an_unknown_category_line_ends_the_category_before_it(said):
    rows = said([HEADINGS, ["ACTIVE STAFF"], LARS, ["VISITING STAFF"], ANN, ["COURTESY STAFF"], RUTH])
    assert [carried(row).get("provider.category") for row in rows] == ["Active", None, "Courtesy"]


def test_what_is_printed_on_every_page_ends_nothing(said):
    page = [["Riverbend Medical Center"], ["Page 2"], HEADINGS]
    table = [
        ["Riverbend Medical Center"],
        HEADINGS,
        ["SURGERY"],
        LARS,
        *page,
        ANN,
        ["ST. MARY HOSPITAL"],
        HEADINGS,
        RUTH,
    ]
    assert [carried(row) for row in said(table)] == [{"provider.department": "Surgery"}] * 3


def test_a_department_and_a_section_in_one_line(said):
    (row,) = said([HEADINGS, ["DEPARTMENT: MEDICINE   SECTION: CARDIOLOGY"], LARS])
    assert carried(row) == {"provider.department": "Medicine", "provider.section": "Cardiology"}


def test_a_specialty_alone_in_its_column_is_no_section(said):
    headings = ["Name", "NPI", "Specialty", "License"]
    rows = said(
        [headings, ["SURGERY"], [*LARS[:2], "Urology", "1"], ["", "", "Cardiology"], [*ANN[:2], "Urology", "2"]]
    )
    assert [carried(row) for row in rows] == [{"provider.department": "Surgery"}] * 2


def test_the_first_section_may_stand_above_the_headings(said):
    table = [["Riverbend"], ["WOUND CARE CENTER"], HEADINGS, LARS, ["MEDICINE"], HEADINGS, ANN]
    assert [carried(row) for row in said(table)] == [
        {"provider.department": "Wound Care Center"},
        {"provider.department": "Medicine"},
    ]


@pytest.mark.parametrize(
    "line",
    [
        "* Suspended",
        "** Provisional",
        "* leave of absence",
        "Sorted by department",
        "Medical Staff by Department",
        "Dept Report",
        "Department: All",
        "Service Excellence",
        "Report: Current Medical Staff",
        "Filter: Status = Active",
        "Includes: Active, Courtesy",
        "Department Chair: John Smith, MD",
        "All Departments",
    ],
)
def test_a_cover_line_that_is_not_the_subject_of_the_sheet_says_nothing_of_anyone(said, line):
    assert [carried(row) for row in said([["Riverbend"], [line], HEADINGS, LARS, ANN])] == [{}, {}]


@pytest.mark.parametrize(
    "line,what",
    [
        ("Department of Surgery", {"provider.department": "Surgery"}),
        ("Department of Surgery Roster", {"provider.department": "Surgery"}),
        ("Riverbend Hospital - Department of Surgery", {"provider.department": "Surgery"}),
        ("ACTIVE MEDICAL STAFF", {"provider.category": "Active"}),
        ("Active Medical Staff as of 11/2/2026", {"provider.category": "Active"}),
        ("Courtesy Staff Roster", {"provider.category": "Courtesy"}),
        ("Resigned Staff", {"provider.status": "Resigned"}),
    ],
)
def test_a_title_that_names_the_subject_of_the_sheet_says_it_of_everyone(said, line, what):
    assert [carried(row) for row in said([["Riverbend"], [line], [""], HEADINGS, LARS, ANN])] == [what, what]


@pytest.mark.parametrize(
    "line",
    [
        ["Dept total", 2.0],
        ["Staff Count", 2.0],
        ["Surgery total", 2.0],
        ["SURGERY TOTALS", "", 2.0],
        ["Average", 2.0],
        ["Total Active: 2"],
        ["Active: 2"],
        ["2 providers"],
        ["Members: 2"],
        ["Active", 2.0],
        ["SURGERY, DEPARTMENT OF"],
        ["Chief of Service: Smith, John, MD"],
        ["Medicine, General"],
        ["Prepared by: Jones, Mary, CPCS"],
        ["Prepared by Jones, Mary, CPCS"],
        ["* Chair, Department"],
        ["* Suspended"],
        ["Smith, John, MD - see Medicine"],
    ],
)
def test_totals_and_remarks_are_no_rows_and_say_nothing_of_a_category(one, said, line):
    table = [HEADINGS, LARS, RUTH, line, ANN]
    assert [row.number for row in one(table).rows] == [2, 3, 5]
    assert not {"provider.category", "provider.status"} & said(table)[2].values.keys()


def test_a_total_over_many_columns_is_no_row(one):
    table = [[*HEADINGS, "Phone", "Fax"], [*LARS, "1", "2"], [*ANN, "1", "2"], ["Grand total", 2.0, 2.0, 2.0, 1.0, 1.0]]
    assert len(one(table).rows) == 2


@pytest.mark.parametrize(
    "name",
    ["* Smith, Al, MD", "Head, John, MD", "Total, Ann, MD", "Chief, Ann, DO", "Burn, Ann, MD", "Services, Ann, RN"],
)
def test_people_called_as_words_of_remarks_are_called_are_rows(one, name):
    assert len(one([HEADINGS, LARS, [name], ANN]).rows) == 3


def test_a_total_that_names_another_department_than_the_one_above_stands_over_its_people(said):
    rows = said([HEADINGS, ["SURGERY"], LARS, ["PSYCHIATRY Total: 2"], ANN])
    assert carried(rows[1]) == {"provider.department": "Psychiatry"}


def test_a_degree_between_the_names_and_a_religious_title():
    assert parse("Chen, MD, Bradley A.")[:5] == ("Chen", "Bradley", "A", "", "MD")
    assert parse("Smith, MD, PhD, John")[:5] == ("Smith", "John", "", "", "MD, PhD")
    assert parse("Ma, Do, Ann")[:3] == ("Ma", "Do", "Ann")
    assert parse("Sister Mary Walsh, RN")[:5] == ("Walsh", "Mary", "", "", "RN")


def test_it_is_said_how_many_lines_were_no_people(one):
    people = [[f"Marsh{letter}, Ann, MD", npi] for letter, npi in zip("ab", ("1382810863", "1683432102"), strict=True)]
    table = [
        ["Name", "NPI"],
        ["SURGERY"],
        people[0],
        ["Total: 1"],
        ["Page 1 of 2"],
        ["Name", "NPI"],
        ["MEDICINE"],
        people[1],
    ]
    told = "2 section lines carry the department; 1 page heading, 1 total and 1 page number are skipped."
    assert one(table).notes[-1] == one(table).passed == told
    assert one([["Name", "NPI"], *people, ["Total: 2"]]).passed == "1 total is skipped."
    assert one([["Name", "NPI"], ["Resigned 2025"], *people]).passed == "1 section line carries the status."
    assert one([["Name", "NPI"], *people]).passed == "" and one([["Name", "NPI"], *people]).notes == []
