"""What Excel made of a cell: the 0 of a lookup, dates, times, TRUE and fractions where words or codes should stand."""

from datetime import date, datetime

import pytest

from tests.sheets.sheet_tables import book
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand, understand_value

HEADINGS = [
    "Last Name",
    "First Name",
    "NPI",
    "IL License",
    "Department",
    "Category",
    "Specialty",
    "Board",
    "City",
    "CAQH ID",
]
TARGETS = [
    *("provider.last", "provider.first", "provider.npi", "license.number", "provider.department", "provider.category"),
    *("provider.specialty", "board.issuer", "provider.city", "identifier.caqh"),
]
NPIS = ["1382810863", "1683432102", "2347597421", "2143696229", "2266886383", "1155211448"]
ROW = ["036120779", "Medicine", "Active", "Internal Medicine", "ABIM", "Boston", "12345670"]


def read(cell):
    """The first of several people, each of whose values is the cell; and the sheet."""
    rows = [
        ["Ngo", "Ruth", NPIS[0], *[cell] * len(ROW)],
        *(["Ma", f"Jun{n}", npi, *ROW] for n, npi in enumerate(NPIS[1:])),
    ]
    (reading,) = recognize(book([HEADINGS, *rows]))
    assert list(reading.columns.values()) == TARGETS
    return next(understand(reading)), reading


@pytest.mark.parametrize("cell", [0, 0.0, "0", "00000", "0.0"])
def test_the_zero_of_a_lookup_is_a_blank_and_said_once_a_column(cell):
    first, reading = read(cell)
    assert set(first.values) <= {"provider.last", "provider.first", "provider.npi", "license.state"}
    assert not first.problems and not first.notes
    assert sum("as Excel's lookups leave it" in question.about for question in reading.questions) == len(ROW)


@pytest.mark.parametrize("cell", [date(2036, 3, 1), datetime(2036, 3, 1, 12), True, False, 1.5, -1, "10:30:00"])
def test_what_is_no_words_and_no_code_is_left_out_beside_the_value(cell):
    first, _ = read(cell)
    assert set(first.values) <= {"provider.last", "provider.first", "provider.npi", "license.state"}
    assert {problem.field for problem in first.problems} == {"license.number", "identifier.caqh"}
    assert len(first.notes) == len(ROW) - 2


def test_a_date_among_numbers_says_who_made_it():
    _, said = understand_value("license.number", date(2036, 3, 1))
    assert said == "“2036-03-01” is a date: Excel turned this into one."


@pytest.mark.parametrize("target", ["provider.city", "provider.street", "provider.specialty", "provider.department"])
@pytest.mark.parametrize("cell", ["x", "X", "yes", "3/1/2036"])
def test_a_check_or_a_day_is_no_word(target, cell):
    value, said = understand_value(target, cell)
    assert value is None and said


@pytest.mark.parametrize(
    ("target", "cell", "value"),
    [
        ("provider.middle", "X", "X"),
        ("provider.notes", "3/1/2036", "3/1/2036"),
        ("provider.department", "101", "101"),
        ("provider.specialty", "207R00000X", "207R00000X"),
        ("provider.phone", 555.0101, "555.0101"),
        ("credential.per_claim", 0, 0),
    ],
)
def test_what_may_be_a_value_stays_one(target, cell, value):
    assert understand_value(target, cell) == (value, None)


@pytest.mark.parametrize("cell", ["2029/08/19", "2029-8-19", "2029.08.19", "08/19/2029", "8/19/29", "8-19-2029"])
def test_a_text_that_reads_as_a_day_is_no_number(cell):
    value, why = understand_value("license.number", cell)
    assert value is None and "a date" in why


@pytest.mark.parametrize("cell", ["12-31-26", "2029-13-01", "29/99/2029", "2029-08-191"])
def test_what_is_no_day_or_may_be_a_number_stays_one(cell):
    assert understand_value("liability.number", cell) == (cell, None)
