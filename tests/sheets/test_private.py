"""Birth dates and social security numbers under headings that are not known: told, and nothing of them kept."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import asked, book
from workbench.sheets.private import BIRTH, SSN, private_columns
from workbench.sheets.recognizing import recognize

BORN, SERIAL, DASHED, BARE = [date(1970, 1, 2), date(2004, 5, 6)], [25570.0, 30000.0], "123-45-6789", 123456789.0


def found(heading, *values):
    """What a column with this heading and these values is found to hold."""
    rows = [["Ngo", "Ann", value] for value in values]
    (reading,) = recognize(book([["Last Name", "First Name", heading], *rows]))
    return private_columns(reading).get(2)


@pytest.mark.parametrize("heading", ["SSN/TIN", "SSN4", "SSN (last 4)", "TIN or SSN", "Provider SSNs", "SocSec"])
def test_a_heading_that_names_the_ssn_is_enough(heading):
    assert found(heading, "anything", "") == SSN


@pytest.mark.parametrize("heading", ["Soc", "SS", "Soc. No. (full)", "Social no"])
def test_a_heading_that_may_mean_the_ssn_needs_digits_of_one(heading):
    assert found(heading, BARE, "987654321") == SSN and found(heading, "6789", "0123") == SSN
    assert found(heading, "Elks", "Rotary") is None


def test_numbers_that_look_like_an_ssn_are_one_under_any_heading():
    assert found("Ident", DASHED, "x") == SSN and found("", "a", "her SSN is 123 45 6789") == SSN
    assert found("Ident", BARE) is None and found("Ident", "312-555-0101", "12345-6789", "1-123-45-6789") is None


@pytest.mark.parametrize("heading", ["", "Column1", "Date", "Unnamed: 2", "X"])
def test_under_a_heading_that_says_nothing_the_cells_tell(heading):
    assert found(heading, *BORN) == BIRTH and found(heading, "3/14/61", "03/14/1961") == BIRTH
    assert found(heading, BARE, 219099999.0) == SSN and found(heading, "219099999", "219-09-9999") == SSN
    assert found(heading, date(2026, 1, 1), date(2027, 1, 1)) is None and found(heading, "M", "XL") is None
    assert found(heading, "3125550101", 1234567893.0) is None


@pytest.mark.parametrize("heading", ["ITIN", "SSAN", "Taxpayer ID (own)", "Personal ID"])
def test_nine_digits_under_what_may_be_somebodys_own_number_are_one(heading):
    assert found(heading, BARE, 219099999.0) == SSN and found(heading, "A12", "B13") is None


@pytest.mark.parametrize(
    "heading", ["Brthday", "Date de naissance", "Fecha Nac.", "F. Nacimiento", "DOB/Age", "DOBirth"]
)
def test_a_birthday_in_other_words_is_one(heading):
    assert found(heading, *BORN) == BIRTH


@pytest.mark.parametrize("heading", ["BD", "B.D.", "Bd"])
def test_bd_over_days_of_birth_is_no_board(heading):
    assert found(heading, *BORN) == BIRTH and found(heading, "3/14/61", "5/6/54") == BIRTH
    assert found(heading, "ABIM", "ABFM") is None


@pytest.mark.parametrize("heading", ["Brth Dt", "BrthDt", "Bth Date", "BIRTHDT", "Brth Date"])
def test_an_abbreviation_of_birth_date_is_read_as_one(heading):
    assert found(heading, *BORN) == BIRTH


@pytest.mark.parametrize("heading", ["B-Day", "Bday", "DOB2", "Dr. Birthday", "Birth Dt (m/d/y)", "D.O.B. of MD"])
def test_a_heading_that_names_the_birthday_is_enough(heading):
    assert found(heading, "ask her") == BIRTH


@pytest.mark.parametrize("values", [BORN, SERIAL, ["1/2/70", "5/6/1954"], ["1970", 1988.0]])
def test_dates_of_a_lifetime_under_birth_are_birth_dates(values):
    assert found("Birth", *values) == BIRTH and found("Yr of birth", *values) == BIRTH
    assert found("Birthplace of mother", "Peoria", "Joliet") is None and found("Birth", date(2026, 1, 1)) is None
    assert found("Hired", *values) is None


def test_two_columns_of_birth_dates_are_both_found_though_one_is_read():
    rows = [["Ngo", "Ann", BORN[0], BORN[1]]]
    (reading,) = recognize(book([["Last Name", "First Name", "DOB", "Date of Birth"], *rows]))
    assert private_columns(reading) == {2: BIRTH, 3: BIRTH}


@pytest.mark.parametrize(
    "days",
    [
        ("14/03/1961", "21/07/1975", "05/12/1988"),
        ("Jun-61", "Mar-75", "6/14/1988", "7/14/1988"),
        ("1961", "1975", "6/14/1988", "7/14/1988"),
        (22354.0, 27596.0, 32482.0),
        ("61588", "71588", "28012"),
        (date(1961, 3, 4), date(1975, 7, 2), "21/07/1975", "31/12/1980", "13/3/1961"),
    ],
)
def test_what_is_asked_of_birth_dates_shows_none(days):
    table = [["Last Name", "First Name", "DOB"], *[[f"Ngo{'abcde'[n]}", "Ann", day] for n, day in enumerate(days)]]
    told = " ".join(f"{each.about} {each.chosen}" for each in asked(book(table)))
    assert "••••" in told
    assert not any(str(day).removesuffix(".0") in told for day in days) and "19" not in told
