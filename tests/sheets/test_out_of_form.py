"""Values that are not in the form of their field: taken apart where that is sure, else left out and said, and the row comes in."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book
from tests.sheets.test_by_values import NAMES, NPIS
from workbench.sheets.asking import Replies
from workbench.sheets.cell import stated_numbers
from workbench.sheets.cell.cells import LIFETIME
from workbench.sheets.files import number_shapes
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand


def rows(heads, *cells, **options):
    """What rows say besides name, degree and NPI, which all have."""
    table = [["Name", "NPI", *heads], *[[n, p, *row] for n, p, row in zip(NAMES, NPIS, cells, strict=False)]]
    (reading,) = recognize(book(table), **options)
    found = list(understand(reading))
    assert [row.problems for row in found if row.problems] == []
    own = ("last", "first", "middle", "degree", "npi", "suffix")
    said = [{t: v for t, v in row.values.items() if t not in {f"provider.{name}" for name in own}} for row in found]
    return said, [row.notes for row in found], reading.questions


def numbers(*cells):
    said, _, _ = rows(["License"], *[(cell,) for cell in cells])
    return [(each.get("license.state", ""), each["license.number"]) for each in said]


def test_a_license_is_written_with_its_state_before_it():
    found = numbers("IL 036-111112", "WI 55555-20", "IL036111113", "036111114 (IL)", "CA: A12345")
    assert found == [
        ("IL", "036-111112"), ("WI", "55555-20"), ("IL", "036111113"), ("IL", "036111114"), ("CA", "A12345"),
    ]  # fmt: skip


def test_a_license_is_written_with_its_state_behind_it():
    found = numbers("036-111112 IL", "55555-20, WI", "IN-01012345A", "MD - D0012345")
    assert found == [("IL", "036-111112"), ("WI", "55555-20"), ("IN", "01012345A"), ("MD", "D0012345")]


def test_a_column_of_states_and_numbers_in_one_word():
    assert numbers("IL036-1111", "IN01055555A") == [("IL", "036-1111"), ("IN", "01055555A")]


@pytest.mark.parametrize(
    "column", [["MD12345", "MD12346"], ["PA 12345", "A12345"], ["A 105195", "036-1"], ["ME1", None]]
)
def test_letters_that_a_number_begins_with_are_no_state(column):
    assert stated_numbers.parts(column) == {}


def test_days_that_excel_made_of_two_digits_ask_and_are_not_kept():
    heads, cells = ["Lic", "Lic Exp"], [("A1", date(1931, 7, 31)), ("A2", date(2027, 7, 31)), ("A3", "7/31/1927")]
    said, notes, questions = rows(heads, *cells)
    assert [each.get("license.expires") for each in said] == [None, date(2027, 7, 31), None]
    assert notes[0] == ["License expires: “07/31/1931” lies before 1990: nothing that runs now ended then."]
    (asked,) = questions
    assert asked.rows == 2 and [option.key for option in asked.options] == ["later", "out"]
    said, _, _ = rows(heads, *cells, answers=Replies({asked.key: "later"}))
    assert [each.get("license.expires") for each in said] == [date(2031, 7, 31), date(2027, 7, 31), date(2027, 7, 31)]


def test_the_first_day_of_1900_stands_for_none_and_asks_nothing():
    _, _, questions = rows(["Lic", "Lic Exp"], ("A1", date(1900, 1, 1)), ("A2", "1/1/1900"), ("A3", "7/31/2027"))
    assert questions == []


def test_a_last_day_too_far_ahead_is_said():
    said, notes, _ = rows(
        ["Lic", "Lic Exp"], ("A1", date(2088, 7, 31)), ("A2", date(2099, 12, 31)), ("A3", "7/31/2027")
    )
    assert [each.get("license.expires") for each in said] == [None, date(2099, 12, 31), date(2027, 7, 31)]
    assert "years ahead" in notes[0][0]


def test_nobody_was_appointed_in_2049():
    said, _, _ = rows(["Initial Appt"], ("7/1/49",), ("7/1/99",))
    assert [each["appointment.initial"].year for each in said] == [1949, 1999]


def test_several_days_beside_one_board_are_said():
    said, notes, _ = rows(["Board", "Board Exp"], ("ABIM", "12/31/2029; 12/31/2033"), ("ABS", "8/1/2031"))
    assert said == [{"board.issuer": "ABIM"}, {"board.issuer": "ABS", "board.expires": date(2031, 8, 1)}]
    assert "several days" in notes[0][0]


def test_a_coverage_without_an_end():
    said, notes, _ = rows(["Carrier", "Coverage Exp"], ("ISMIE", "Continuous"), ("MedPro", "7/1/2027"))
    assert "liability.expires" not in said[0] and "names no last day" in notes[0][0]


# Heading, cell, what the row says besides
CELLS = {
    "an address as a mail program copies it": ("Email", "Cy <cy@example.org>", {"provider.email": "cy@example.org"}),
    "schedules behind a DEA number": (
        "DEA", "BA1111119 2,2N,3", {"dea.number": "BA1111119", "provider.notes": "DEA number: 2,2N,3"},
    ),
    "the second number of a DEA registration": (
        "DEA", "BA1111119/XA1111119", {"dea.number": "BA1111119", "provider.notes": "DEA number: XA1111119"},
    ),
    "words before a phone": (
        "Cell", "do not give out 312-555-0106",
        {"provider.cell": "(312) 555-0106", "provider.notes": "Cell phone: do not give out"},
    ),
    "a phone as numbers are shortened": ("Phone", "2.12689E+12", {}),
    "a phone of a number with a fraction": ("Phone", 3125550101.5, {}),
    "a whole address behind commas": (
        "Address", "12 Oak St, Ste 3, Oak Park, IL 60301",
        {
            "provider.street": "12 Oak St, Ste 3", "provider.city": "Oak Park", "provider.state": "IL",
            "provider.zip": "60301",
        },
    ),
    "a whole address without commas": (
        "Address", "14 Elm St. Gary IN 46402-1234",
        {
            "provider.street": "14 Elm St.", "provider.city": "Gary", "provider.state": "IN",
            "provider.zip": "46402-1234",
        },
    ),
    "a whole address on two lines": (
        "Address", "12 Oak St\nChicago, IL 60601",
        {
            "provider.street": "12 Oak St", "provider.city": "Chicago", "provider.state": "IL",
            "provider.zip": "60601",
        },
    ),
    "an address whose street ends nowhere": ("Address", "14 Broadway Gary IN 46402", {}),
    "a saint behind a street": ("Address", "100 Broadway St Louis MO 63101", {}),
    "a street alone": ("Address", "14 County Road 12 N", {"provider.street": "14 County Road 12 N"}),
    "a board that never ends": ("Boards", "Surgery - Lifetime", {"board.title": "Surgery", "board.expires": LIFETIME}),
    "hospitals on two lines": (
        "Hospitals", "Mercy (Active)\nLakeside (Courtesy)", {"appointment.facilities": "Mercy: Active; Lakeside: Courtesy"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_out_of_form(name):
    heading, cell, truth = CELLS[name]
    plain = {"Boards": "ABIM", "Hospitals": "Mercy"}.get(heading)
    usual = {"Email": "a@example.org", "DEA": "FB1234563", "Phone": "312-555-0101", "Cell": "312-555-0101"}
    usual |= {"Address": "1 Main St"}
    said, _, _ = rows([heading], (cell,), *[(plain or usual[heading],)] * 3)
    assert said[0] == truth


def person(text, **others):
    table = [["Name", "NPI"], [text, NPIS[0]], *[[n, p] for n, p in zip(NAMES[1:], NPIS[1:], strict=True)]]
    row = next(iter(understand(recognize(book(table))[0])))
    assert not row.problems
    return {t.removeprefix("provider."): v for t, v in row.values.items()}


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("Lee, Sung NMN, MD", {"last": "Lee", "first": "Sung", "degree": "MD"}),
        ("Lt Col Smith, Ann MD", {"last": "Smith", "first": "Ann", "degree": "MD"}),
        ("Lt Smith, Ann MD", {"last": "Smith", "first": "Ann", "degree": "MD"}),
        ('Kim, Min-Ji "MJ" MD', {"last": "Kim", "first": "Min-Ji", "preferred": "MJ", "degree": "MD"}),
        ("Lane, Sue f/k/a Pond, MD", {"last": "Lane", "first": "Sue", "former_names": "Pond", "degree": "MD"}),
        (
            "Sr. Walsh, Mary Ann, MD",
            {"last": "Walsh", "first": "Mary", "middle": "Ann", "degree": "MD", "notes": "Sr."},
        ),
    ],
)
def test_a_name_with_more_than_a_name(text, truth):
    assert person(text) == truth | {"npi": NPIS[0]}


def test_a_name_and_its_npi_in_one_cell():
    table = [["Provider", "Licenses"], *[[f"{n}\nNPI {p}", f"036-{p}"] for n, p in zip(NAMES, NPIS, strict=True)]]
    (reading,) = recognize(book(table))
    found = list(understand(reading))
    assert [row.values["provider.npi"] for row in found] == list(NPIS)
    assert not any(row.problems for row in found)


def test_a_heading_that_says_how_names_are_written():
    table = [['Practitioner (Last, First "Nickname")', "NPI"], *map(list, zip(NAMES, NPIS, strict=True))]
    (reading,) = recognize(book(table))
    assert reading.columns[0] == "provider.full_name"


def test_a_mark_behind_a_surname_and_a_degree_in_place_of_a_generation():
    heads = ["Last", "First", "Degree", "NPI", "Suffix"]
    table = [
        heads,
        ["Park *", "Bo", "MD", NPIS[0], "Jr"],
        ["Low", "Al", "DO", NPIS[1], "MD"],
        ["Hu", "Li", "", NPIS[2], "III"],
    ]
    park, low, hu = understand(recognize(book(table))[0])
    assert park.values["provider.last"] == "Park" and park.notes == ["Name: the mark in “Park *” is no part of it."]
    assert low.values["provider.degree"] == "DO" and "provider.suffix" not in low.values
    assert hu.values["provider.suffix"] == "III"


def test_number_state_and_day_in_one_cell():
    heads = ["Lic # / ST / Exp"]
    said, _, _ = rows(heads, ("036-123456 / IL / 7/31/2026",), ("125-067890 / IL / 07-31-26",))
    assert said[0] == {"license.number": "036-123456", "license.state": "IL", "license.expires": date(2026, 7, 31)}
    assert said[1] == {"license.number": "125-067890", "license.state": "IL", "license.expires": date(2026, 7, 31)}


def test_a_license_of_a_profession_is_a_kind():
    heads = ["Credential", "Number", "State", "Expiration"]
    said, _, _ = rows(heads, ("IL PA License", "085001234", "IL", "3/1/2028"), ("DEA", "BA1111119", "IL", "3/1/2028"))
    assert said[0]["credential.kind"] == "IL PA License" and said[0]["credential.number"] == "085001234"


def test_the_last_two_of_four_names_may_be_one_surname():
    for text, asks in (
        ("Dr. Maria Elena Santos Cruz", True),
        ("Cruz, Maria Elena Santos", False),
        ("Mary Elena Ann Smith, MD", False),
        ("Ann Mary Smith", False),
    ):
        (reading,) = recognize(book([["Name", "NPI"], [text, NPIS[0]], ["Ann Lee", NPIS[1]], ["Mary Hill", NPIS[2]]]))
        assert [question.rows for question in reading.questions] == [1] * asks, text


@pytest.mark.parametrize(
    ("heading", "text", "truth"),
    [
        ("Phone", "312-555-0106 (home)", {}),
        ("Phone", "fax 312-555-0106", {"provider.fax": "(312) 555-0106"}),
        ("Cell", "cell 312-555-0106", {"provider.cell": "(312) 555-0106"}),
        ("Phone", "office 312-555-0106", {"provider.phone": "(312) 555-0106"}),
    ],
)
def test_a_word_beside_a_phone_may_say_of_which_sort_it_is(heading, text, truth):
    said, notes, _ = rows([heading], (text,), *[("312-555-0101",)] * 3)
    assert said[0] == truth and bool(notes[0]) is not bool(truth)


@pytest.mark.parametrize(
    ("heading", "text", "truth", "note"),
    [
        ("Phone", "312-555-0105/0106", {"provider.phone": "(312) 555-0105"}, "holds several numbers"),
        ("Phone", "312.555.0101-0104", {"provider.phone": "(312) 555-0101"}, "holds several numbers"),
        ("Phone", "1-800-FLOWERS", {"provider.phone": "1-800-FLOWERS"}, "is kept as written"),
        ("Cell", "(800) 555-CARE", {"provider.cell": "(800) 555-CARE"}, "is kept as written"),
        ("Cell", "(312) 555-0105 or -06", {"provider.cell": "(312) 555-0105"}, "holds several numbers"),
        ("Cell", "ext 4455", {}, "is a line within a house"),
        ("Fax", "x123", {}, "is a line within a house"),
        ("Phone", "x4512", {"provider.phone": "x4512"}, ""),
    ],
)
def test_a_phone_that_is_more_or_less_than_one_is_said(heading, text, truth, note):
    said, notes, _ = rows([heading], (text,), *[("312-555-0101",)] * 3)
    assert said[0] == truth and [note in each for each in notes[0]] == [True] * bool(note)


def test_nothing_was_issued_in_a_year_to_come():
    heads = ["Lic", "Lic Issued", "Lic Exp", "Initial Appt"]
    said, notes, _ = rows(
        heads,
        ("A1", date(2088, 7, 31), date(2027, 7, 31), date(2088, 7, 1)),
        ("A2", date(2020, 7, 31), date(2027, 7, 31), date(2020, 7, 1)),
    )
    assert said[0] == {"license.number": "A1", "license.expires": date(2027, 7, 31)} and len(notes[0]) == 2
    assert said[1]["license.issued"] == date(2020, 7, 31) and said[1]["appointment.initial"] == date(2020, 7, 1)


@pytest.mark.parametrize(
    ("number_format", "cell", "seen"),
    [
        ('"A"0000', 12.0, "A0012"),
        ("\\A0000", 12.0, "A0012"),
        ('"036"000000', 120779.0, "036120779"),
        ('"036-"000000', 779.0, "036-000779"),
        ('0"-20"', 12345.0, "12345-20"),
        ('00000000"A"', 1055555.0, "01055555A"),
        ('"036-"@', "123456", "036-123456"),
        ('"036-"@', 123456.0, "036-123456"),
        ('00000;-00000;;"X"@', 2139.0, "02139"),
        ('"MD-"#', 45000.0, "MD-45000"),
        ('"MD-"General', 45000.0, "MD-45000"),
        ('#"/"000', 12345.0, 12345.0),
        ('"A";"B"0', 12.0, 12.0),
        ('"$"0', 12.0, 12.0),
        ('"Lic# "0', 12.0, 12.0),
        ('0" years"', 12.0, 12.0),
        ("0.00E+00", 12.0, 12.0),
        ("#,##0", 12345.0, 12345.0),
        ('"036"000000', 1.5, 1.5),
        ('"036"000000', "pending", "pending"),
    ],
)
def test_what_only_the_format_shows_is_of_the_number(number_format, cell, seen):
    shape = number_shapes.shape_of(number_format)
    assert (number_shapes.shown(cell, shape) if shape else cell) == seen
