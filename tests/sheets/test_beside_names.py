"""What stands beside a name and is no part of it: titles, roles, words behind the degree, a second person."""

import pytest

from tests.sheets.made_people import npi
from tests.sheets.sheet_tables import book
from workbench.sheets.cell.names import is_company, parse
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

BEHIND = {
    "Abe, Al MD/PhD": ("Abe", "Al", "MD, PhD", ""),
    "Coe, Cy MD & PhD": ("Coe", "Cy", "MD, PhD", ""),
    "Eve, Ed MDPhD": ("Eve", "Ed", "MD, PhD", ""),
    "Goo, Gi PA-C/MPAS": ("Goo", "Gi", "PA-C, MPAS", ""),
    "Hoo, Hi M.D./ M.P.H.": ("Hoo", "Hi", "MD, MPH", ""),
    "Hill, Ann, M. D.": ("Hill", "Ann", "MD", ""),
    "Ann Hill, Ph. D., M. D.": ("Hill", "Ann", "PhD, MD", ""),
    "Wu, Li MD, MS, Chief Medical Officer": ("Wu", "Li", "MD, MS", "Chief Medical Officer"),
    "Jo, Al, MD+": ("Jo", "Al", "MD", ""),
    "Koo, Ka MD NEW": ("Koo", "Ka", "MD", "NEW"),
    "Loo, Lu, MD - NEW": ("Loo", "Lu", "MD", "NEW"),
    "Goo, Gi, MD **NEW**": ("Goo", "Gi", "MD", "NEW"),
    "Soo, Si MD TEMP": ("Soo", "Si", "MD", "TEMP"),
    "Roo, Ri, MD, deferred": ("Roo", "Ri", "MD", "deferred"),
    "Too, Ti MD hospitalist": ("Too", "Ti", "MD", "hospitalist"),
    "Koo, Ka MD #2": ("Koo", "Ka", "MD", "#2"),
    "Abara, Jo MD USC": ("Abara", "Jo", "MD", "USC"),
    "Smith, Al, MD, Ph.D. pending": ("Smith", "Al", "MD, PhD", "pending"),
    "Kim, Dan MD / Medical Director": ("Kim", "Dan", "MD", "Medical Director"),
    "Uoo, Ul per diem MD": ("Uoo", "Ul", "MD", "per diem"),
    "Noo, Ni, Chief Resident": ("Noo", "Ni", "", "Chief Resident"),
    "Noo, Ni, Fellow": ("Noo", "Ni", "", "Fellow"),
    "Ni Noo Chief Fellow": ("Noo", "Ni", "", "Chief Fellow"),
    "Loo, Lu, MD (Cardiology)": ("Loo", "Lu", "MD", "Cardiology"),
    "Foo, Fi, MD [Locum]": ("Foo", "Fi", "MD", "Locum"),
    "Ann Hill, MD, Cardiology": ("Hill", "Ann", "MD", "Cardiology"),
    "Kaufman, Tariq, DO (Telehealth only)": ("Kaufman", "Tariq", "DO", "Telehealth only"),
    "van der Berg, Deborah, MD (Urgent Care)": ("van der Berg", "Deborah", "MD", "Urgent Care"),
    "Tariq Kaufman, DO [Hospital employed]": ("Kaufman", "Tariq", "DO", "Hospital employed"),
    "Kaufman, Tariq, DO - Telehealth only": ("Kaufman", "Tariq", "DO", "Telehealth only"),
    "Kaufman, Tariq, DO (Night float)": ("Kaufman", "Tariq", "DO", "Night float"),
    "Col. Eleanor Hill (Ret.), MD": ("Hill", "Eleanor", "MD", "Ret."),
    "Russell Harms, Podiatrist": ("Harms", "Russell", "", "Podiatrist"),
}


@pytest.mark.parametrize("text", BEHIND)
def test_a_word_behind_the_degree_and_a_role_are_remarks(text):
    found = parse(text)
    assert (found.last, found.first, found.degree, found.remark) == BEHIND[text]
    assert not (found.middle or found.suffix or found.unclear or found.alias or is_company(text))


@pytest.mark.parametrize(
    "text,expected",
    {
        "Sr. Mary Agnes Doyle, RN": ("Doyle", "Mary", "Agnes", ""),
        "Col. James Hart, MD": ("Hart", "James", "", ""),
        "Hart, Col. James, MD": ("Hart", "James", "", ""),
        "Hart, James Dr.": ("Hart", "James", "", ""),
        "Doyle, Sr. Mary": ("Doyle", "Mary", "", ""),
        "Smith, Jr. John": ("Smith", "John", "", "Jr"),
        "Prof. Dr. Hans Klein": ("Klein", "Hans", "", ""),
        "Nissa Mc Connell, DDS": ("Mc Connell", "Nissa", "", ""),
        "Smith, M. D.": ("Smith", "M", "D", ""),
        "Kim, Gen": ("Kim", "Gen", "", ""),
        "Ann Fellow": ("Fellow", "Ann", "", ""),
        "John A Fellow": ("Fellow", "John", "A", ""),
        "Brooke Elaine Proctor, OT-A": ("Proctor", "Brooke", "Elaine", ""),
        "Mary Ann Surgeon": ("Surgeon", "Mary", "Ann", ""),
        "Resident, Ann, MD": ("Resident", "Ann", "", ""),
    }.items(),
)
def test_titles_before_and_behind_a_name_are_none(text, expected):
    assert parse(text)[:4] == expected


def understood(*names):
    table = [["Name", "NPI", "Dept"], *[[name, npi(f"1234567{n:02}"), "Medicine"] for n, name in enumerate(names)]]
    (reading,) = recognize(book(table))
    return list(understand(reading))


@pytest.mark.parametrize(
    "text",
    [
        "Joo, Jo MD / Koo, Ka MD",
        "Loo, Lu & Loo, La",
        "Smith, John & Mary",
        "Bob and Jane Smith",
        "Hill, Ann, MD; Baker, Robert, MD",
        "Abe, Al, MD Boo, Bo, MD",
        "Okafor Eze, MD, Chukwu",
    ],
)
def test_two_people_in_a_cell_and_words_that_may_be_names_are_refused(text):
    row, other = understood(text, "Poe, Ed, MD")
    assert [problem.field for problem in row.problems] == ["provider.full_name"] and not other.problems
    assert "provider.last" not in row.values or "no part of a name" in row.problems[0].message


def test_what_stood_behind_a_name_is_kept_as_a_remark_and_said():
    row, *_ = understood("Koo, Ka MD eff 1/1/26", "Poe, Ed, MD", "Roe, Al, MD", "Soe, Al, MD")
    assert row.values["provider.notes"] == "eff 1/1/26" and not row.problems
    assert any("eff 1/1/26" in note for note in row.notes)


def test_a_name_with_a_comma_and_a_degree_is_a_persons_whatever_follows():
    rows = understood("Loo, Lu, MD (Cardiology)", "Ooo, Oz, MD, Medical Director", "Poe, Ed, MD")
    assert not any(row.company or row.problems for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        "Neurohealth-Ruby Recovery",
        "CHICAGO MEDICAL EQUIPMENT CO",
        "INSPIRE SENIOR CARE",
        "PERRY RUDICH MD SC",
        "Smith, John, MD Medicine Associates",
        "Van Buren, Ruth MD, Inc",
    ],
)
def test_a_company_of_the_lists_of_the_states(text):
    assert is_company(text)


def test_a_generation_in_the_column_of_middle_names_is_a_suffix():
    names = [
        ("ABE", "AL", "M"),
        ("BOO", "BO", ""),
        ("COE", "CY", "JR"),
        ("DOE", "DI", "Clarence, Sr."),
        ("EVE", "ED", "V"),
    ]
    table = [
        ["Last Name", "First Name", "Middle Name", "NPI"],
        *[[*name, npi(f"1234567{n:02}")] for n, name in enumerate(names)],
    ]
    (reading,) = recognize(book(table))
    said = [
        (row.values.get("provider.middle", ""), row.values.get("provider.suffix", "")) for row in understand(reading)
    ]
    assert said == [("M", ""), ("", ""), ("", "Jr"), ("Clarence", "Sr"), ("V", "")]


@pytest.mark.parametrize("name", ["Hill, Ann, MD (Ret.)", "Hill, Ann (Ret'd), MD", "Ann Hill, MD (Ret)"])
def test_retired_in_brackets_is_the_status(name):
    (row,) = understand(recognize(book([["Name", "NPI"], [name, npi("123456789")]]))[0])
    assert (row.values["provider.status"], row.values["provider.last"], row.problems) == ("Retired", "Hill", [])


@pytest.mark.parametrize("name", ["Riverside Urgent Care (MD)", "Kaufman Tariq, MD PC (Urgent Care)"])
def test_a_company_with_brackets_is_one(name):
    assert is_company(name)


BEFORE = {
    "NEW - Thibodeaux, Rajesh, MD": ("Thibodeaux", "Rajesh", "NEW"),
    "NEW: Santangelo, Yuki, MD": ("Santangelo", "Yuki", "NEW"),
    "NEW! Poe, Ed": ("Poe", "Ed", "NEW"),
    "*NEW* Chen, Anjali": ("Chen", "Anjali", "NEW"),
    "(NEW) Nakamura, Anthony": ("Nakamura", "Anthony", "NEW"),
    "NEW Patel, Nadia": ("Patel", "Nadia", "NEW"),
    ">> Mbeki, Leah": ("Mbeki", "Leah", ">> Mbeki, Leah"),
    "• O'Donoghue, Ingrid": ("O'Donoghue", "Ingrid", "• O'Donoghue, Ingrid"),
    "# Guttmann, Samuel": ("Guttmann", "Samuel", "# Guttmann, Samuel"),
    "New, Ann": ("New", "Ann", None),
    "NEW, ANN": ("New", "Ann", None),
    "Add, Bo": ("Add", "Bo", None),
    "New-Smith, Ann": ("New-Smith", "Ann", None),
    "Olds, Ann": ("Olds", "Ann", None),
}


@pytest.mark.parametrize("text", BEFORE)
def test_a_sign_or_a_word_before_a_name_is_a_remark(text):
    table = [["Name", "NPI"], [text, npi("123456789")], ["Coe, Cy, MD", npi("123456788")]]
    row, _ = understand(recognize(book(table))[0])
    assert tuple(row.values.get(f"provider.{part}") for part in ("last", "first", "notes")) == BEFORE[text]


@pytest.mark.parametrize("text", ["OLD Hill, Ann, MD", "Hill, Ann, MD - DO NOT USE", "Hill, Ann, MD (DUPLICATE)"])
def test_who_may_be_gone_by_a_word_beside_the_name_is_asked(text):
    reading = recognize(book([["Name", "NPI"], [text, npi("123456789")], ["Coe, Cy, MD", npi("123456788")]]))[0]
    row, _ = understand(reading)
    assert (row.values["provider.last"], row.values["provider.degree"]) == ("Hill", "MD")
    (question,) = (each for each in reading.questions if each.key)
    assert question.rows == 1 and "which status" in question.about


@pytest.mark.parametrize(
    "text",
    ["Open position", "Per Diem", "Department Total", "VACANT", "To Be Hired", "On Call Physician", "New Grad (7/27)"],
)
def test_a_place_that_nobody_holds_is_no_person(text):
    row, _ = understand(
        recognize(book([["Name", "NPI", "Dept"], [text, "", "Surgery"], ["Coe, Cy, MD", npi("123456788"), ""]]))[0]
    )
    assert "is no person" in row.problems[0].message


@pytest.mark.parametrize("text", ["Grant, Will, MD", "Call, Ann", "Ed Pool, MD", "Day, Ann"])
def test_names_that_are_such_words_are_names(text):
    table = [["Name", "NPI", "Dept"], [text, npi("123456789"), "Surgery"], ["Coe, Cy, MD", npi("123456788"), ""]]
    assert not next(iter(understand(recognize(book(table))[0]))).problems
