"""Layouts that offices send, beyond the four given: headings, sections, repeated headings, sheets by status, statuses and categories."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book
from workbench.errors import WorkbenchError
from workbench.sheets.recognizing import Correction, left_out, recognize
from workbench.sheets.values import LIFETIME, understand

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229", "2266886383", "1155211448", "2489118788"]
NAMES = [
    "FISCHER III, Lars A., MD, PhD",
    "NGO Jr, Ruth N., DO",
    "AHMED-KHAN, Vikram, APRN",
    "SMITH Jr, Ruth T., DO",
    "JOHNSON, Arjun, MD",
    "MORRIS, Vikram R., MD",
    "OKAFOR, Pieter Lee, MD",
]
D1, D2, D3 = date(2027, 11, 15), date(2026, 12, 16), date(2030, 10, 16)


def people(*columns, count=5):
    return [[column(i) if callable(column) else column for column in columns] for i in range(count)]


def name(i):
    return NAMES[i]


def npi(i):
    return NPIS[i]


def targets_of(reading):
    return [reading.columns[column] for column in sorted(reading.columns)]


def test_repeated_headings_mean_what_their_left_neighbor_says(one):
    table = [
        [
            "Individual NPI",
            "Last Name",
            "First Name",
            "Middle Initial",
            "Title",
            "Gender",
            "SSN",
            "DOB",
            "State License",
            "Expiration Date",
            "DEA License",
            "Expiration Date",
            "CDS License",
            "Expiration Date",
            "Practicing Specialty",
            "Taxonomy",
            "Board Certification 1",
            "From Date",
            "To Date",
            "Last Reappointment Date",
            "Next Reappointment Date",
            "Education",
            "From Date",
            "To Date",
            "Tax ID",
        ],
        *people(
            npi,
            "Ngo",
            "Ruth",
            "N",
            "MD",
            "F",
            "123-45-6789",
            date(1960, 1, 2),
            "036-1234",
            D1,
            "BS5960655",
            D2,
            "336-12",
            D3,
            "Urology",
            "208800000X",
            "ABU",
            D2,
            D1,
            D2,
            D1,
            "Rush",
            D1,
            D2,
            "12-3456789",
        ),
    ]
    assert targets_of(one(table)) == [
        "provider.npi",
        "provider.last",
        "provider.first",
        "provider.middle",
        "provider.degree",
        None,
        "provider.ssn",
        "provider.birth_date",
        "license.number",
        "license.expires",
        "dea.number",
        "dea.expires",
        "cds.number",
        "cds.expires",
        "provider.specialty",
        None,
        "board.issuer",
        "board.issued",
        "board.expires",
        "appointment.last_reappointed",
        "appointment.ends",
        "education.issuer",
        "education.issued",
        "education.expires",
        "practice.tin",
    ]


def test_a_title_and_a_heading_on_row_12(one):
    table = [
        ["Riverbend Medical Center"],
        [""],
        ["Roster as of November 2, 2026"],
        *[[""]] * 8,
        ["Provider Name", "NPI", "Lic #", "Lic Exp"],
        *people(name, npi, "036-1", D1),
    ]
    reading = one(table)
    assert reading.heading_row == 12 and len(reading.rows) == 5 and reading.as_of == date(2026, 11, 2)


def test_group_headings_without_merged_cells(one):
    table = [
        ["Practitioner", "", "", "License", "", "", "DEA", ""],
        ["Last Name", "First Name", "NPI", "Number", "State", "Exp", "Number", "Exp"],
        *people("Ngo", "Ruth", npi, "036-1", "IL", D1, "BS5960655", D2),
    ]
    assert targets_of(one(table)) == [
        "provider.last",
        "provider.first",
        "provider.npi",
        "license.number",
        "license.state",
        "license.expires",
        "dea.number",
        "dea.expires",
    ]


def test_two_licenses_of_states_named_in_the_headings(said):
    table = [
        ["Name", "NPI", "IL License #", "IL Exp", "WI License #", "WI Exp"],
        *people(name, npi, "036-1", D1, "77-20", D2),
    ]
    values = said(table)[0].values
    assert values["license.number"] == "036-1" and values["license.state"] == "IL" and values["license.expires"] == D1
    assert (
        values["license2.number"] == "77-20" and values["license2.state"] == "WI" and values["license2.expires"] == D2
    )


def test_numbered_licenses(one):
    table = [
        [
            "Name",
            "NPI",
            "License Number 1",
            "License State 1",
            "License Expiration 1",
            "License Number 2",
            "License State 2",
            "License Expiration 2",
        ],
        *people(name, npi, "036-1", "IL", D1, "77", "WI", D2),
    ]
    assert targets_of(one(table))[2:] == [
        "license.number",
        "license.state",
        "license.expires",
        "license2.number",
        "license2.state",
        "license2.expires",
    ]


@pytest.mark.parametrize(
    "line,target,value",
    [
        ("DEPARTMENT OF OBSTETRICS AND GYNECOLOGY", "provider.department", "Obstetrics and Gynecology"),
        ("Department: Surgery", "provider.department", "Surgery"),
        ("SURGERY", "provider.department", "Surgery"),
        ("Surgery (12)", "provider.department", "Surgery"),
        ("Dept. of Medicine", "provider.department", "Medicine"),
        ("Section: Cardiology", "provider.section", "Cardiology"),
        ("EMERGENCY MEDICINE DEPARTMENT", "provider.department", "Emergency Medicine"),
        ("Cardiology Section", "provider.section", "Cardiology"),
        ("COURTESY STAFF", "provider.category", "Courtesy"),
        ("Department of Surgery (continued)", "provider.department", "Surgery"),
        ("Allied Health Professionals", "provider.category", "APP"),
        ("Resigned", "provider.status", "Resigned"),
        ("Division of Urology - 3 members", "provider.department", "Urology"),
    ],
)
def test_a_line_carries_what_it_says_to_the_rows_after_it(said, line, target, value):
    rows = said([["Name", "NPI", "License", "Expires"], [line], *people(name, npi, "036-1", D1, count=3)])
    assert [row.values[target] for row in rows] == [value] * 3


def test_lines_that_are_no_data(one):
    table = [
        ["Name", "NPI", "License", "Expires"],
        *people(name, npi, "036-1", D1, count=2),
        ["Subtotal Medicine", 12.0],
        ["Page 3 of 5"],
        ["Name", "NPI", "License", "Expires"],
        [NAMES[2], NPIS[2], "1", D1],
        ["Total: 214"],
        ["Confidential peer review document"],
        ["Grand Total", "", 214.0],
        ["Printed 11/2/2026"],
        ["Total Providers: 3"],
        ["* = leave of absence"],
    ]
    reading = one(table)
    assert [row.number for row in reading.rows] == [2, 3, 7]
    assert [row.number for row in reading.skipped] == [4, 5, 6, 8, 9, 10, 11, 12, 13]


def test_a_person_without_other_values_is_still_data_unless_below_all_others(one):
    heads, first, second = ["Name", "NPI", "License", "Expires"], *people(name, npi, "036-1", D1, count=2)
    assert len(one([heads, first, ["OKAFOR, Pieter, MD"], second]).rows) == 3
    last = one([heads, first, second, ["OKAFOR, Pieter, MD"]])
    assert len(last.rows) == 2 and "OKAFOR" in last.asked[0].about


def test_a_line_not_understood_is_shown_and_not_guessed(one):
    reading = one([["Name", "NPI", "License", "Expires"], ["Zebra"], *people(name, npi, "036-1", D1, count=2)])
    assert len(reading.rows) == 2 and "Zebra" in reading.notes[0]


@pytest.mark.parametrize(
    "values,target,first",
    [
        (["ACT", "PROV", "CONS", "AHP", "CRT"], "provider.category", "Active"),
        (["Active", "Resigned", "LOA", "Active", "Active"], "provider.status", "Active"),
        (["Active"] * 5, "provider.status", "Active"),
        (["Active", "Courtesy", "Active", "Affiliate", "LOA"], "provider.category", "Active"),
    ],
)
def test_what_a_status_column_holds(said, one, values, target, first):
    table = [["Name", "NPI", "Status"], *[[NAMES[i], NPIS[i], values[i]] for i in range(5)]]
    assert one(table).columns[2] == target
    assert said(table)[0].values[target] == first


def test_a_status_among_the_categories_goes_where_it_belongs(said):
    rows = said(
        [["Name", "NPI", "Status"], *[[NAMES[i], NPIS[i], s] for i, s in enumerate(["ACT", "CRT", "PROV", "LOA"])]]
    )
    assert rows[3].values["provider.status"] == "Leave of absence" and "provider.category" not in rows[3].values


def test_suffix_that_holds_degrees(one):
    assert (
        one([["Last Name", "First Name", "Suffix", "NPI"], *people("Ngo", "Ruth", "MD", npi)]).columns[2]
        == "provider.degree"
    )
    assert (
        one([["Last Name", "First Name", "Suffix", "NPI"], *people("Ngo", "Ruth", "Jr", npi)]).columns[2]
        == "provider.suffix"
    )
    assert one([["Last Name", "First Name", "Title", "NPI"], *people("Ngo", "Ruth", "Chief", npi)]).columns[2] is None


def test_name_beside_first_name_is_the_surname(one):
    assert one([["Name", "First Name", "NPI"], *people("Ngo", "Ruth", npi)]).columns[0] == "provider.last"


def test_a_state_beside_the_city_is_the_address(one):
    table = [
        ["Name", "License", "State", "Expires", "Address", "City", "State", "Zip"],
        *people(name, "036-1", "IL", D1, "1 Main", "Chicago", "WI", "60601"),
    ]
    assert targets_of(one(table)) == [
        "provider.full_name",
        "license.number",
        "license.state",
        "license.expires",
        "provider.street",
        "provider.city",
        "provider.state",
        "provider.zip",
    ]


def test_a_heading_whose_cells_say_otherwise_is_left_out(one):
    reading = one([["Name", "NPI", "License Exp", "E-mail"], *people(name, npi, "yes", "no mail")])
    assert targets_of(reading) == ["provider.full_name", "provider.npi", None, None] and len(reading.notes) == 2


def test_an_unknown_heading_over_npis_is_the_npi(one):
    assert (
        one([["Name", "Individual Ident", "License", "Expires"], *people(name, npi, "036-1", D1)]).columns[1]
        == "provider.npi"
    )


def test_one_npi_in_every_row_is_not_theirs(one):
    reading = one([["Name", "NPI", "License"], *people(name, NPIS[0], "036-1")])
    assert "provider.npi" not in next(understand(reading)).values and reading.questions[0].rows == 5


@pytest.mark.parametrize(
    "values,target",
    [
        (["ABIM"], "board.issuer"),
        (["Internal Medicine"], "board.title"),
        (["Yes"], None),
        ([D3], "board.expires"),
        (["American Board of Surgery"], "board.issuer"),
    ],
)
def test_what_a_board_column_holds(one, values, target):
    assert one([["Name", "NPI", "Board"], *people(name, npi, values[0])]).columns[2] == target


def test_dates_under_a_bare_card_are_its_expiration(one):
    table = [
        ["Name", "NPI", "ACLS", "BLS", "DEA", "DEA #", "TB", "Flu Date"],
        *people(name, npi, D1, D1, D1, "BS5960655", D1, D1),
    ]
    assert targets_of(one(table))[2:] == [
        "acls.expires",
        "bls.expires",
        "dea.expires",
        "dea.number",
        "tb.expires",
        "flu.issued",
    ]


def test_sheets_by_status_and_category():
    head = ["Name", "NPI", "License"]
    sheets = book(
        [head, *people(name, npi, "1")], [head, *people(name, npi, "1")], [["x"]], names=("Active", "Resigned", "Notes")
    )
    readings = recognize(sheets)
    assert left_out(sheets, readings) == ["Notes"]
    assert [next(understand(r)).values["provider.status"] for r in readings] == ["Active", "Resigned"]
    both = recognize(book([head, *people(name, npi, "1")], [head, *people(name, npi, "1")], names=("Active", "AHP")))
    assert [next(understand(r)).values["provider.category"] for r in both] == ["Active", "APP"]


def test_a_hidden_sheet_is_taken_only_by_name():
    sheets = book([["Name", "NPI"], *people(name, npi)], [["Name", "NPI"], *people(name, npi)], names=("A", "B"))
    sheets.sheets[1].visible = False
    assert [r.name for r in recognize(sheets)] == ["A"]
    assert [r.name for r in recognize(sheets, only=["B"])] == ["B"]
    with pytest.raises(WorkbenchError, match="has no sheet “C”"):
        recognize(sheets, only=["C"])


def test_no_known_heading_and_no_row_are_each_one_sentence():
    with pytest.raises(
        WorkbenchError, match=r"No heading in the first 20 rows of “roster.xlsx” is known: nothing was changed;"
    ):
        recognize(book([["a", "b"], [1.0, 2.0]]))
    with pytest.raises(WorkbenchError, match="0 rows under them: nothing was changed;"):
        recognize(book([["Name", "NPI"]]))


def test_what_the_person_corrects_is_computed_again(one):
    table = [["Some title"], ["Name", "NPI", "Blah", "Expires"], *people(name, npi, "036-1", D1)]
    plain = one(table)
    assert plain.columns[2] is None and plain.columns[3] is None
    (reading,) = recognize(book(table), corrected={"Sheet": Correction(columns={2: "license.number"})})
    assert reading.columns[2] == "license.number" and reading.columns[3] == "license.expires"
    (moved,) = recognize(
        book(table),
        corrected={"Sheet": Correction(heading_row=1, columns={0: "provider.full_name", 1: "provider.npi"})},
    )
    assert moved.heading_row == 1 and moved.columns[1] == "provider.npi"
    (out,) = recognize(book(table), corrected={"Sheet": Correction(columns={1: None})})
    assert out.columns[1] is None


def test_letters_and_labels_of_columns(one):
    reading = one([["Name", "NPI"], *people(name, npi)])
    assert (
        reading.label(1) == "B: NPI"
        and reading.letter(26) == "AA"
        and reading.letter(701) == "ZZ"
        and reading.column_of("provider.npi") == 1
    )


def test_lifetime_and_fillers(said):
    rows = said(
        [
            ["Name", "NPI", "Board Cert", "Board Cert Exp", "Phone"],
            [NAMES[0], NPIS[0], "ABIM", "Does not expire", "N/A"],
            [NAMES[1], NPIS[1], "TBD", D1, "3125553859"],
            [NAMES[2], NPIS[2], "ABS", "N/A", "312.555.3859 x12"],
        ]
    )
    assert rows[0].values["board.expires"] is LIFETIME and "provider.phone" not in rows[0].values
    assert rows[1].values["provider.phone"] == "(312) 555-3859" and "board.issuer" not in rows[1].values
    assert rows[2].values["provider.phone"] == "(312) 555-3859 x12" and not rows[2].problems


def test_a_bare_date_is_the_licenses_on_its_left_whatever_stands_further_to_the_right(one):
    """Two boards' files with the same headings: one ends with a column of certifications, one does not."""
    headings = ["license_number", "first_name", "last_name", "status", "issue_date", "expiration_date"]
    cells = ["A21395", "Rajesh", "Davis", "Expired", "2020-07-28", "2025-05-14"]
    beside = one([[*headings, "board_certification", "renewal_date"], [*cells, "Pulmonology", "2024-12-20"]])
    assert (beside.columns[4], beside.columns[5]) == ("license.issued", "license.expires")
    alone = one([headings, cells])
    assert {at: beside.columns[at] for at in alone.columns} == alone.columns
    after = one([[*headings[:4], "DEA #", "Phone", "Expires"], [*cells[:4], "FF8909066", "312-555-0100", "2025-05-14"]])
    assert after.columns[6] is None  # a license or the DEA: nothing says which


@pytest.mark.parametrize("departments", [["Anesthesiology", "Medicine", "", "Pediatrics", "Surgery", "", "Urology"]])
def test_departments_in_order_only_in_their_first_rows_are_asked_about(departments):
    table = [["Dept", "Name", "NPI"], *[[each, *people(name, npi, "")[0][:2]] for each in departments]]
    (question,) = [each for each in recognize(book(table))[0].questions if "first row of each group" in each.about]
    assert (question.rows, question.chosen) == (2, "a blank cell stays blank")
