"""Single cells for their targets: what is understood, and what is said of a wrong one."""

from datetime import date, datetime

import pytest

from workbench.sheets.cell.dates import day_of
from workbench.sheets.reading import Wrong
from workbench.sheets.values import LIFETIME, understand_value

D = date(2026, 6, 30)


@pytest.mark.parametrize(
    "cell",
    [
        D,
        datetime(2026, 6, 30, 8),
        "6/30/26",
        "06-30-2026",
        "30-Jun-26",
        "Jun-30-2026",
        "20260630",
        20260630.0,
        "2026-06-30",
        46203.0,
        "46203",
        "June 30, 2026",
        "30 June 2026",
        "6.30.2026",
        "2026-06-30T00:00:00",
        "6/30/2026 12:00:00 AM",
        "Tuesday, June 30, 2026",
        "Jun 30th, 2026",
        "6302026",
        "\u00a06/30/2026 ",
    ],
)
def test_a_day_in_every_way_of_writing_it(cell):
    assert understand_value("license.expires", cell) == (D, None)


@pytest.mark.parametrize(
    "target,cell,value",
    [
        ("license.expires", "1/2/30", date(2030, 1, 2)),
        ("provider.birth_date", "1/2/55", date(1955, 1, 2)),
        ("license.issued", "8/8/88", date(1988, 8, 8)),
        ("board.expires", "Lifetime", LIFETIME),
        ("board.expires", "Does not expire", LIFETIME),
        ("board.expires", "Indefinite", LIFETIME),
        ("board.expires", date(9999, 12, 31), LIFETIME),
        ("board.expires", "12/31/9999", LIFETIME),
        ("license.expires", "N/A", None),
        ("license.expires", "01/01/1900", None),
        ("license.expires", "Pending", None),
        ("license.expires", None, None),
        ("provider.npi", 1234567893.0, "1234567893"),
        ("provider.npi", "'1234567893", "1234567893"),
        ("provider.npi", "1234-567-893", "1234567893"),
        ("provider.npi", "1234567893.0", "1234567893"),
        ("provider.npi", "0000000000", None),
        ("dea.number", "bs5960655", "BS5960655"),
        ("dea.number", "B9 5960655", "B95960655"),
        ("license.number", 26115.0, "26115"),
        ("license.number", " A 105195\u00a0", "A 105195"),
        ("license.number", "0012", "0012"),
        ("provider.zip", 2139.0, "02139"),
        ("provider.zip", 21391234.0, "02139-1234"),
        ("provider.zip", "60118 - 1529", "60118-1529"),
        ("provider.zip", "688472168.0", "68847-2168"),
        ("provider.phone", "(312) 555-3859", "(312) 555-3859"),
        ("provider.phone", 3125553859.0, "(312) 555-3859"),
        ("provider.phone", "312-555-3859", "(312) 555-3859"),
        ("provider.phone", "(312)555-3859", "(312) 555-3859"),
        ("provider.phone", "+1 (312) 555-3859", "(312) 555-3859"),
        ("provider.pager", "3859", "3859"),
        ("provider.phone", "312.555.3859 ext. 12", "(312) 555-3859 x12"),
        ("provider.phone", "1-312-555-3859", "(312) 555-3859"),
        ("provider.pager", "4471", "4471"),
        ("license.state", "Calif.", "CA"),
        ("license.state", "Illinois", "IL"),
        ("license.state", "il", "IL"),
        ("provider.degree", "M.D.", "MD"),
        ("provider.degree", "MD PhD", "MD, PhD"),
        ("provider.degree", "M.D., Ph.D.", "MD, PhD"),
        ("provider.degree", "P.A.-C", "PA-C"),
        ("provider.suffix", "JR.", "Jr"),
        ("provider.middle", "A.", "A"),
        ("provider.middle", "Lee", "Lee"),
        ("provider.category", "CONS", "Consulting"),
        ("provider.category", "House", "House"),
        ("provider.status", "LOA", "Leave of absence"),
        ("liability.aggregate", "$3,000,000", 3_000_000),
        ("liability.per_claim", "1M", 1_000_000),
        ("liability.per_claim", 1000000.0, 1_000_000),
        ("provider.zip", "2139", "02139"),
        ("provider.zip", 601.0, "00601"),
        ("provider.zip", "21391234", "02139-1234"),
        ("provider.ssn", 12345678.0, "012-34-5678"),
        ("provider.ssn", "12345678", "012-34-5678"),
        ("provider.ssn", "512 44 7391", "512-44-7391"),
        ("provider.ssn", "xxx-xx-0473", "0473"),
        ("provider.ssn", 473.0, "0473"),
        ("practice.tin", 12345678.0, "01-2345678"),
        ("practice.tin", "12345678", "01-2345678"),
        ("practice.tin", "361234567", "36-1234567"),
        ("practice.tin", "36 1234567", "36-1234567"),
        ("practice.tin", "SSN on file", "SSN on file"),
        ("practice.tin", "36-1234567", "36-1234567"),
        ("provider.last", "No", "No"),
        ("provider.specialty", "none", None),
        ("identifier.caqh", 12345678.0, "12345678"),
        ("license2.expires", "6/30/26", D),
    ],
)
def test_a_value_is_understood(target, cell, value):
    assert understand_value(target, cell) == (value, None)


@pytest.mark.parametrize(
    "target,cell,message",
    [
        ("provider.npi", "1234567890", "NPI fails its check digit."),
        ("provider.npi", "12345", "NPI has 5 digits, not 10."),
        ("provider.npi", "abc", "NPI “abc” is not a number of 10 digits."),
        (
            "provider.npi",
            "1.23457E+09",
            "“1.23457E+09” has lost digits: Excel turned the number into a scientific one.",
        ),
        ("dea.number", "BS5960656", "DEA number fails its check digit."),
        ("dea.number", "12", "DEA number “12” is not two letters and seven digits."),
        ("license.expires", "02/30/2027", "There is no February 30."),
        ("license.expires", "2/29/2027", "There is no February 29 in 2027."),
        ("license.expires", "13/05/2026", "“13/05/2026” is not a date: there is no month 13."),
        ("license.expires", "6/2026", "“6/2026” has no day of the month."),
        ("license.expires", "soon", "“soon” is not a date."),
        ("license.expires", True, "“True” is not a date."),
        ("license.expires", "1/1/0026", "“1/1/0026” is not a date: the year 26 cannot be right."),
        ("provider.email", "no mail", "“no mail” is not an e-mail address."),
        ("provider.email", "di@@example.org", "“di@@example.org” is not an e-mail address."),
        ("license.state", "Ilinois", "“Ilinois” is not a state."),
        ("provider.zip", "12", "ZIP “12” has 2 digits, not 5 or 9."),
        ("liability.aggregate", "lots", "“lots” is not an amount."),
        ("provider.specialty", Wrong("#N/A"), "The cell holds the error #N/A."),
        ("provider.npi", "#REF!", "The cell holds the error #REF!."),
        ("provider.ssn", "12345", "SSN is not nine digits."),
        ("provider.ssn", "512-44-73", "SSN is not nine digits."),
        ("provider.ssn", "12-44-7391", "SSN is not nine digits."),
        ("provider.ssn", "01234567", "SSN is not nine digits."),
        ("provider.ssn", "012", "SSN is not nine digits."),
        ("provider.ssn", "xxx-xx-473", "SSN is not nine digits."),
        ("provider.ssn", "36-1234567", "SSN is written as a tax number."),
        ("provider.zip", "0213", "ZIP “0213” has 4 digits, not 5 or 9."),
        ("provider.zip", "2139-1234", "ZIP “2139-1234” has 8 digits, not 5 or 9."),
        ("provider.zip", "213", "ZIP “213” has 3 digits, not 5 or 9."),
        ("provider.zip", 213.0, "ZIP “213” has 3 digits, not 5 or 9."),
        ("provider.zip", "02139123", "ZIP “02139123” has 8 digits, not 5 or 9."),
        ("practice.tin", "12-345678", "Tax ID “12-345678” has 8 digits, not 9."),
        ("practice.tin", "1-2345678", "Tax ID “1-2345678” has 8 digits, not 9."),
        ("practice.tin", "01234567", "Tax ID “01234567” has 8 digits, not 9."),
        ("practice.tin", "1234567", "Tax ID “1234567” has 7 digits, not 9."),
        ("practice.tin", "36-12345678", "Tax ID “36-12345678” has 10 digits, not 9."),
        ("provider.phone", "call me", "“call me” is not a phone number."),
        ("provider.npi", "6159514846", "An NPI begins with 1 or 2."),
    ],
)
def test_a_wrong_value_is_said_in_a_sentence(target, cell, message):
    assert understand_value(target, cell) == (None, message)


AHEAD = date.today().year + 10
"""Nobody was appointed later than that."""


@pytest.mark.parametrize(
    ("kind", "last", "first"),
    [
        ("birth", ("1/2/10", 2010), ("1/2/11", 1911)),
        ("day", (f"1/2/{AHEAD % 100:02}", AHEAD), (f"1/2/{AHEAD % 100 + 1:02}", AHEAD - 99)),
        ("expires", ("1/2/79", 2079), ("1/2/80", 1980)),
    ],
)
def test_two_digits_of_a_year_are_of_the_century_that_can_be_meant(kind, last, first):
    for text, year in (last, first):
        assert day_of(text, kind) == date(year, 1, 2)


def test_a_last_day_so_far_away_that_it_means_never_is_lifetime():
    assert understand_value("license.expires", date(2199, 12, 31)) == (date(2199, 12, 31), None)
    assert understand_value("license.expires", date(2101, 1, 1)) == (date(2101, 1, 1), None)
    for never in (date(2200, 1, 1), date(9999, 12, 31), "1/1/2200"):
        assert understand_value("license.expires", never) == (LIFETIME, None)


def test_a_line_within_the_house_may_be_the_office_phone():
    assert understand_value("provider.phone", "x4512") == ("x4512", None)


def test_a_sign_that_nobody_sees_is_no_part_of_a_name():
    assert understand_value("provider.last", "Oko\0ye") == ("Okoye", None)
