"""What stands in cells besides what their heading says: words for numbers, numbers of another kind, offices, carriers with a day."""

from datetime import date

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tests.sheets.sheet_tables import book, read_here, told
from workbench.sheets.cell import board_cells, name_columns, standings
from workbench.sheets.cell.letter_case import proper
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

HEADINGS = ["Last Name", "First Name", "MI", "NPI", "License #", "Lic Exp", "DEA #", "Phone", "Email"]
DAY = date(2027, 7, 31)


def row(n, **said):
    plain = {
        "last": "Murphy",
        "first": "Ruth",
        "mi": "A",
        "npi": ["1382810863", "1683432102", "2347597421"][n],
        "license": f"036-{n}",
        "exp": DAY,
        "dea": None,
        "phone": "312-555-0101",
        "email": f"m{n}@example.org",
    }
    return list({**plain, **said}.values())


def understood(*rows):
    return list(understand(recognize(book([HEADINGS, *rows]))[0]))


@pytest.mark.parametrize("text", ["see file", "on file", "compact"])
def test_words_among_licenses_are_told_and_the_row_comes_in(text):
    _, odd = understood(row(0), row(1, license=text))
    assert not odd.problems and "license.number" not in odd.values
    assert odd.notes == [f"License number: “{text}” is no number."]


def test_a_dea_number_among_licenses_is_told_by_the_surname_or_the_other_column():
    _, theirs, again = understood(row(0), row(1, license="BM4797366"), row(2, license="BX4797366", last="Xu"))
    assert theirs.notes == ["License number: “BM4797366” is a DEA number, no license number."]
    assert not theirs.problems and "license.number" not in again.values


def test_a_license_that_passes_by_chance_stays_one():
    _, odd = understood(row(0), row(1, license="RN4797366"))
    assert odd.values["license.number"] == "RN4797366"


@pytest.mark.parametrize("text", ["NMN", "nmi", "None", "N/A", "-"])
def test_no_middle_name_is_none(text):
    assert "provider.middle" not in understood(row(0, mi=text))[0].values


@pytest.mark.parametrize("text", ["expired", "MOC", "see attached", "Renewal pending"])
def test_words_in_the_place_of_a_day_are_told(text):
    _, odd = understood(row(0), row(1, exp=text))
    assert not odd.problems and odd.notes == [f"License expires: “{text}” is no date."]


@pytest.mark.parametrize("column,text", [("dea", "exempt"), ("phone", "ask Pat"), ("email", "a@x.org; b@x.org")])
def test_what_is_no_number_and_what_is_two_addresses_leaves_the_row(column, text):
    _, _, odd = understood(row(0, dea="BM4797366"), row(1, dea="BM5960655"), row(2, **{column: text}))
    assert not odd.problems and len(odd.notes) == 1


def test_a_ditto_beside_another_name_stands_for_no_license():
    first, second = understood(row(0), row(1, last="Xu", license='"'))
    assert "license.number" not in second.values and first.values["license.number"] == "036-0"


@pytest.mark.parametrize(
    "first,given,degree",
    [
        ("John MD", "John", "MD"),
        ("Vikram APRN", "Vikram", "APRN"),
        ("Thi Do", "Thi Do", ""),
        ("Mary Ann", "Mary Ann", ""),
    ],
)
def test_a_degree_behind_given_names(first, given, degree):
    found = name_columns.given(first)
    assert (found.name, found.degree) == (given, degree)


def test_somebody_whose_name_is_total_is_a_person():
    total = row(1, last="Total", first="Maria")
    assert [one.values["provider.last"] for one in understood(row(0), total)] == ["Murphy", "Total"]


@pytest.mark.parametrize(
    "text,name,word",
    [
        ("RESIGNED - Ple, Al, MD", "Ple, Al, MD", "RESIGNED"),
        ("LOA: Poe, Ed, DO", "Poe, Ed, DO", "LOA"),
        ("RETIRED Coe, Ann, MD", "Coe, Ann, MD", "RETIRED"),
        ("Loa, Malia, MD", "Loa, Malia, MD", ""),
    ],
)
def test_a_status_before_a_name(text, name, word):
    found = standings.beside_name(text)
    assert (found.name, found.standing.word) == (name, word)


@pytest.mark.parametrize(
    "text,name,office",
    [
        ("Brandt, Li, MD (Chair)", "Brandt, Li, MD", "Chair"),
        ("Brandt, Li, MD - Chief of Surgery", "Brandt, Li, MD", "Chief of Surgery"),
        ("12. Brandt, Li, MD", "Brandt, Li, MD", ""),
    ],
)
def test_an_office_and_a_number_beside_a_name(text, name, office):
    found = standings.beside_name(text)
    assert (found.name, found.training) == (name, office)


def test_a_status_and_a_category_in_one_cell():
    rows = [["Name", "NPI", "Staff Status"]]
    rows += [["Ngo, Ann, MD", "1382810863", "Active/Courtesy"], ["Poe, Ed, MD", "1683432102", "Provisional - LOA"]]
    rows += [["Roe, Jo, MD", "2347597421", "Resigned"]]
    assert [(one.get("provider.category"), one["provider.status"]) for one in told(book(rows))] == [
        ("Courtesy", "Active"),
        ("Provisional", "Leave of absence"),
        (None, "Resigned"),
    ]


def test_a_board_with_its_day_on_a_line_of_its_own():
    (part,) = board_cells.boards("ABEM\nexp Lifetime") or ()
    assert (part.issuer, part.title, part.expires) == ("ABEM", "", "Lifetime")


@pytest.mark.parametrize(
    "text,name", [("McDONALD", "McDonald"), ("DeLEON", "DeLeon"), ("LaROSA", "LaRosa"), ("McCoy", "McCoy")]
)
def test_capitals_behind_what_a_name_begins_with(text, name):
    assert proper(text) == name


@pytest.mark.parametrize(
    "text,number,remark",
    [
        ("Lic# 29517", "29517", None),
        ("#ME29858", "ME29858", None),
        ("29517 (active)", "29517", "License number: active"),
        ("ME66502 - temp", "ME66502", "License number: temp"),
        ("036-132617 Active", "036-132617", "License number: Active"),
        ("036-132617 pending renewal", "036-132617", "License number: pending renewal"),
        ("Active 036-132617", "036-132617", "License number: Active"),
        ("A 105195", "A 105195", None),
        ("036-119204", "036-119204", None),
        ("L-12345", "L-12345", None),
    ],
)
def test_a_label_before_a_license_and_a_word_behind_it(text, number, remark):
    values = understood(row(0), row(1, license=text))[1].values
    assert (values["license.number"], values.get("provider.notes")) == (number, remark)


@pytest.mark.parametrize(
    "text,phone,fax",
    [
        ("312-555-0101 / 312-555-0102", "(312) 555-0101", None),
        ("O: (312) 555-0101 F: (312) 555-0102", "(312) 555-0101", "(312) 555-0102"),
        ("Fax (312) 555-0102, Ph (312) 555-0101", "(312) 555-0101", "(312) 555-0102"),
        ("312-555-0101 x22", "(312) 555-0101 x22", None),
    ],
)
def test_several_phones_in_a_cell(text, phone, fax):
    odd = understood(row(0), row(1, phone=text))[1]
    assert (odd.values.get("provider.phone"), odd.values.get("provider.fax")) == (phone, fax)
    assert len(odd.notes) == ("/" in text)


def test_labels_behind_a_semicolon_begin_another_value():
    lines = []
    for name in ("Ngoa, Ruth, MD", "Ngob, Ruth, MD"):
        lines += [[f"Name: {name}"], ["NPI: 1382810863"], ["Phone: 312-555-0101; Fax: 312-555-0102"], []]
    (first, *_) = told(book(lines))
    assert (first["provider.phone"], first["provider.fax"]) == ("(312) 555-0101", "(312) 555-0102")


@pytest.mark.parametrize(
    "text", ["Expired 7/31/2027", "current thru 7/31/27", "due 7/31/27", "exp. 7/31/27", "valid to 7/31/27"]
)
def test_words_before_a_day_are_passed_over(text):
    assert understood(row(0), row(1, exp=text))[1].values["license.expires"] == DAY


def test_numbers_that_are_none_are_problems_and_a_day_that_stands_for_none_is_told():
    _, odd, day = understood(row(0), row(1, license=True, phone=3125550101.5), row(2, exp="1/1/1900"))
    assert [problem.field for problem in odd.problems] == ["license.number"]
    assert odd.notes == ["Office phone: “3125550101.5” lost digits and is no phone number."]
    assert not {"license.number", "provider.phone"} & odd.values.keys()
    assert day.notes and "“1/1/1900” stands for no day." in day.notes[0] and "license.expires" not in day.values


@pytest.mark.parametrize("text", ["7 / 31 / 27", "7\\31\\27", "7-31-2027"])
def test_days_with_blanks_and_other_strokes(text):
    _, said = understood(row(0), row(1, exp=text))
    assert said.values["license.expires"] == DAY and not said.problems


def test_a_cell_of_which_a_part_is_struck_through_gives_no_day_and_says_what_stands_there(tmp_path):
    made = openpyxl.Workbook()
    made.active.append(["Name", "NPI", "Lic Exp"])
    half = CellRichText(TextBlock(InlineFont(strike=True), "7/31/2025"), TextBlock(InlineFont(), " 7/31/2028"))
    whole = CellRichText(TextBlock(InlineFont(), "7/31/"), TextBlock(InlineFont(b=True), "2027"))
    made.active.append(["Ngo, Ruth, MD", "1382810863", half])
    made.active.append(["Morris, Vikram, DO", "1683432102", whole])
    made.save(tmp_path / "r.xlsx")
    struck, plain = understand(recognize(read_here(tmp_path / "r.xlsx"))[0])
    (said,) = struck.notes
    assert "license.expires" not in struck.values and "“7/31/2025 7/31/2028” is struck through" in said
    assert not struck.problems
    assert plain.values["license.expires"] == date(2027, 7, 31) and not plain.problems


@pytest.mark.parametrize(
    ("heading", "cell", "target", "value"),
    [
        ("NPI", "NPI: 1895570251", "provider.npi", "1895570251"),
        ("NPI", "#1895570251", "provider.npi", "1895570251"),
        ("NPI", "1,895,570,251", "provider.npi", "1895570251"),
        ("NPI", "1895570251 (ind)", "provider.npi", "1895570251"),
        ("NPI", "1895570251 (Type 1)", "provider.npi", "1895570251"),
        ("DEA", "DEA: AE6547927", "dea.number", "AE6547927"),
        ("DEA", "AE6547927 active", "dea.number", "AE6547927"),
    ],
)
def test_a_number_with_its_label_or_a_word_beside_it(said, heading, cell, target, value):
    headings = ["Last Name", "First Name", "Dept", heading]
    row, _ = said([headings, ["Poe", "Ed", "Surgery", cell], ["Coe", "Cy", "Surgery", value]])
    assert row.values[target] == value and not row.problems


@pytest.mark.parametrize("cell", ["1895570251 (group)", "NPI 1895570251 / 1679576722", "1895570251 type 2"])
def test_an_npi_beside_other_words_is_not_taken(said, cell):
    row, _ = said([["Last Name", "First Name", "NPI"], ["Poe", "Ed", cell], ["Coe", "Cy", "1679576722"]])
    assert row.problems and "provider.npi" not in row.values


def test_several_states_in_a_cell_are_left_out_and_said(said):
    headings = ["Name", "NPI", "License", "State", "Other State Licenses"]
    (row,) = said([headings, ["Poe, Ed, MD", "1679576722", "036-125938", "IL", "IN, WI"]])
    assert not row.problems and any("several values" in note for note in row.notes)


def test_fillers_of_databases_do_not_hide_a_column(said):
    people = [["Poe", "Ed", "(null)"], ["Coe", "Cy", "."], ["Roe", "Al", "Jr"], ["Doe", "Bo", "NULL"]]
    rows = said([["LAST_NAME", "FIRST_NAME", "SUFFIX"], *people])
    assert [row.values.get("provider.suffix") for row in rows] == [None, None, "Jr", None]


def test_words_under_a_day_are_left_out_and_said(said):
    headings = ["Last Name", "First Name", "DEA", "DEA Exp"]
    rows = said([headings, ["Poe", "Ed", "AP1234563", "see IN license"], ["Coe", "Cy", "AC1234563", "6/1/2029"]])
    assert not rows[0].problems and any("is no date" in note for note in rows[0].notes)


def test_mal_ins_over_days_is_when_it_ends(said):
    (row,) = said([["Last Name", "First Name", "NPI", "Mal Ins"], ["Poe", "Ed", "1679576722", date(2029, 6, 1)]])
    assert row.values["liability.expires"] == date(2029, 6, 1)


def test_a_phone_is_no_license_number(said):
    (row,) = said([["Name", "License #"], ["Ngo, Ruth, MD", "(312) 555-0101"]])
    assert "license.number" not in row.values and any("is a phone number" in note for note in row.notes)
