"""Cells that hold several values, as offices type them: each becomes what it is, and what is unclear is said."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import asked, saved, told
from workbench.sheets.asking import Replies
from workbench.sheets.cell import board_cells, packed_cells, specialties
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import LIFETIME, understand

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229", "2266886383", "1155211448"]
NAMES = [
    "Ngo, Ruth, MD",
    "Morris, Vikram, DO",
    "Okafor, Pieter, MD",
    "Smith, Ann, MD",
    "Johnson, Arjun, MD",
    "Yu, Li, DO",
]


@pytest.fixture
def packed(tmp_path):
    """A real workbook with these columns beside name and NPI, from their headings and cells."""

    def make(**columns):
        heads = [head.replace("_", " ") for head in columns]
        rows = zip(NAMES, NPIS, *columns.values(), strict=False)
        return saved(tmp_path / "roster.xlsx", [["Name", "NPI", *heads], *map(list, rows)])

    return make


LONE = ["036120771", "036120772", "036120773", "036120774", "036120775"]


def licenses(values, sort="license"):
    found = []
    for n in range(1, 9):
        group = sort + (str(n) if n > 1 else "")
        one = {k.partition(".")[2]: v for k, v in values.items() if k.startswith(f"{group}.")}
        found += [one] if one else []
    return found


def test_licenses_of_two_states_in_one_cell(packed):
    book = packed(License=["CA A12345 exp 6/30/26; NV 9876", "CA G 66535", "036-1234"])
    first, second, third = map(licenses, told(book))
    assert first == [
        {"number": "A12345", "state": "CA", "expires": date(2026, 6, 30)},
        {"number": "9876", "state": "NV"},
    ]
    assert second == [{"number": "CA G 66535"}] or second == [{"number": "G 66535", "state": "CA"}]
    assert third == [{"number": "036-1234"}]
    assert [q.rows for q in asked(book)] == [1]


@pytest.mark.parametrize(
    "cell,expected",
    [
        ("CA A12345\nNV 9876", [("A12345", "CA", ""), ("9876", "NV", "")]),
        ("A12345 (CA); 9876 (NV)", [("A12345", "CA", ""), ("9876", "NV", "")]),
        ("CA: A12345, exp. 6/30/26\nNV: 9876, exp. 7/31/27", [("A12345", "CA", "6/30/26"), ("9876", "NV", "7/31/27")]),
        ("CA A12345 (6/30/2026), NV 9876 (7/31/2027)", [("A12345", "CA", "6/30/2026"), ("9876", "NV", "7/31/2027")]),
        ("A12345 exp 6/30/26", [("A12345", "", "6/30/26")]),
        ("California #A12345 / Nevada #9876", [("A12345", "California", ""), ("9876", "Nevada", "")]),
        ("CA G 66535; AZ 1234", [("G 66535", "CA", ""), ("1234", "AZ", "")]),
        ("CA A12345 and NV 9876 exp 6/30/26", [("A12345", "CA", ""), ("9876", "NV", "6/30/26")]),
    ],
)
def test_licenses_as_they_are_typed(cell, expected):
    assert [(p.number, p.state, p.expires) for p in packed_cells.numbers(cell)] == expected


@pytest.mark.parametrize("cell", ["see attached; CA", "CA A12345; pending", "A12345 6/30/26 7/31/27", "exp 6/30/26"])
def test_licenses_that_are_not_understood_whole_are_not_taken(packed, cell):
    (reading,) = recognize(packed(License=[cell, "B1234", "C77777"]))
    first = next(understand(reading))
    assert "license.number" not in first.values and "cannot be told apart" in first.notes[0] and not first.problems


def test_columns_side_by_side_line_by_line(packed):
    book = packed(
        License=["A12345\nC998", "B77777"], State=["CA\nNV", "CA"], Expires=["6/30/2026\n7/31/2027", date(2027, 1, 31)]
    )
    first, second = map(licenses, told(book))
    assert first == [
        {"number": "A12345", "state": "CA", "expires": date(2026, 6, 30)},
        {"number": "C998", "state": "NV", "expires": date(2027, 7, 31)},
    ]
    assert second == [{"number": "B77777", "state": "CA", "expires": date(2027, 1, 31)}]


def test_one_day_beside_two_licenses_belongs_to_neither_surely(packed):
    (reading,) = recognize(
        packed(License=["CA A1; NV 98", "B77", "C8"], Expires=["6/30/2026", "6/30/2027", "7/30/2027"])
    )
    first = next(understand(reading))
    assert not any(key.endswith("expires") for key in first.values) and len(first.notes) == 1


def test_numbers_written_with_their_state(packed):
    book = packed(License=["IL 036-1", "WI 7720", "IL 036-2", "MD D1234"])
    assert [licenses(values) for values in told(book)] == [
        [{"number": "036-1", "state": "IL"}],
        [{"number": "7720", "state": "WI"}],
        [{"number": "036-2", "state": "IL"}],
        [{"number": "D1234", "state": "MD"}],
    ]


def test_letters_before_a_number_are_no_state_where_they_may_be_a_profession(packed):
    assert [v["license.number"] for v in told(packed(License=["MD 1234", "PA 777", "MD 888"]))] == [
        "MD 1234",
        "PA 777",
        "MD 888",
    ]


def test_two_licenses_in_a_cell_and_one_in_a_second_column(packed):
    book = packed(License_1=["CA A12345; NV 98765", "CA B7777"], License_2=["TX Q1234", "TX Q4321"])
    assert [one["number"] for one in licenses(told(book)[0])] == ["A12345", "Q1234", "98765"]


@pytest.mark.parametrize(
    "cell,expected",
    [
        ("ABIM (IM 2031, Cards 2029)", [("ABIM", "IM", "2031"), ("ABIM", "Cards", "2029")]),
        ("ABIM - Internal Medicine 12/31/2031", [("ABIM", "Internal Medicine", "12/31/2031")]),
        ("ABIM; ABEM", [("ABIM", "", ""), ("ABEM", "", "")]),
        ("ABS 2030", [("ABS", "", "2030")]),
        ("ABFM Lifetime", [("ABFM", "", "Lifetime")]),
        ("ABMS Family Medicine (lifetime)", [("ABMS", "Family Medicine", "lifetime")]),
        (
            "American Board of Surgery - General Surgery exp 6/30/2030\nAmerican Board of Thoracic Surgery",
            [
                ("American Board of Surgery", "General Surgery", "6/30/2030"),
                ("American Board of Thoracic Surgery", "", ""),
            ],
        ),
    ],
)
def test_certifications_as_they_are_typed(cell, expected):
    assert [(p.issuer, p.title, p.expires) for p in board_cells.boards(cell)] == expected


def test_two_certifications_of_one_board_whose_years_name_no_day(packed):
    book = packed(Board=["ABIM (IM 2031, Cards 2029)", "ABS", "ABEM"])
    first, second, _ = (licenses(values, "board") for values in told(book))
    assert first == [{"issuer": "ABIM", "title": "IM"}, {"issuer": "ABIM", "title": "Cards"}] and second == [
        {"issuer": "ABS"}
    ]
    question = next(q for q in asked(book) if q.key)
    answered = licenses(told(book, answers=Replies({question.key: "last"}))[0], "board")
    assert [one["expires"] for one in answered] == [date(2031, 12, 31), date(2029, 12, 31)]


def test_a_lifetime_certification_beside_its_board(packed):
    assert licenses(told(packed(Board=["ABFM Lifetime", "ABS 6/30/2030"]))[0], "board") == [
        {"issuer": "ABFM", "expires": LIFETIME}
    ]


def test_two_registrations_of_a_dea_column(packed):
    book = packed(DEA=["BS5960655 exp 6/30/26; FS1234563", "AB1234563"])
    assert licenses(told(book)[0], "dea") == [
        {"number": "BS5960655", "expires": date(2026, 6, 30)},
        {"number": "FS1234563"},
    ]


def test_two_specialties_in_a_cell(packed):
    cells = ["IM / Cardiology", "Hematology / Oncology", "Urology\nSurgery", "OB/GYN", "Zebra / Yak"]
    book = packed(Specialty=cells)
    said = [(v["provider.specialty"], v.get("provider.subspecialty", "")) for v in told(book)]
    assert said == [
        ("IM", "Cardiology"),
        ("Hematology / Oncology", ""),
        ("Urology", "Surgery"),
        ("OB/GYN", ""),
        ("Zebra / Yak", ""),
    ]
    (question,) = asked(book)
    written = told(book, answers=Replies({question.key: "written"}))
    assert question.rows == 2 and written[0]["provider.specialty"] == "IM / Cardiology"


def test_an_npi_that_stands_beside_several_names_is_a_groups(tmp_path):
    rows = [[name, NPIS[0] if n < 4 else NPIS[n], f"036-{n}"] for n, name in enumerate(NAMES)]
    book = saved(tmp_path / "roster.xlsx", [["Name", "NPI", "License #"], *rows])
    assert [v.get("provider.npi") for v in told(book)] == [None] * 4 + NPIS[4:]
    (question,) = asked(book)
    assert question.rows == 4 and NPIS[0] in question.about
    assert told(book, answers=Replies({question.key: "theirs"}))[0]["provider.npi"] == NPIS[0]


def test_an_npi_on_every_row_of_one_person_is_theirs(tmp_path):
    rows = [[NAMES[0], NPIS[0], f"036-{n}"] for n in range(4)] + [[NAMES[1], NPIS[1], "77"]]
    book = saved(tmp_path / "roster.xlsx", [["Name", "NPI", "License #"], *rows])
    assert [v["provider.npi"] for v in told(book)] == [NPIS[0]] * 4 + [NPIS[1]]


@pytest.mark.parametrize(
    "cells,first,others",
    [
        (["IL 036-111", "WI 55555-20", "036-113"], ("036-111", "IL"), [("55555-20", "WI"), ("036-113", None)]),
        (["036-111 IL", "55555-20, WI", "036114 (IL)"], ("036-111", "IL"), [("55555-20", "WI"), ("036114", "IL")]),
        (["CA: A12345", "IL036111113", "IN01012345A"], ("A12345", "CA"), [("036111113", "IL"), ("01012345A", "IN")]),
        (["ME123456", "ME123457", "ME123458"], ("ME123456", None), [("ME123457", None), ("ME123458", None)]),
        (["MD12345", "PA9101234", "OR-1234"], ("MD12345", None), [("PA9101234", None), ("OR-1234", None)]),
    ],
)
def test_a_number_with_its_state_in_one_cell(packed, cells, first, others):
    found = [licenses(row)[0] for row in told(packed(License=cells))]
    assert [(each["number"], each.get("state")) for each in found] == [first, *others]


def test_a_number_with_its_state_beside_a_column_of_states(packed):
    book = packed(License=["IL 036-1", "MO-3", "CA 77"], State=["IL", "MO", "NV"])
    found = [licenses(row)[0] for row in told(book)]
    assert [each["number"] for each in found] == ["036-1", "MO-3", "CA 77"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("IL 036120779, WI 12077920", [("036120779", "IL"), ("12077920", "WI")]),
        ("036120779 (IL), 12077920 (WI)", [("036120779", "IL"), ("12077920", "WI")]),
        ("036120779-IL & 12077920-WI", [("036120779", "IL"), ("12077920", "WI")]),
        ("036120779 / 12077920", [("036120779", ""), ("12077920", "")]),
        ("IL 036120779 + WI 12077920", [("036120779", "IL"), ("12077920", "WI")]),
        ("IL 036120779   WI 12077920", [("036120779", "IL"), ("12077920", "WI")]),
        ("Illinois - 036120779, Wisconsin - 12077920", [("036120779", "Illinois"), ("12077920", "Wisconsin")]),
        ("IL#036120779, WI#12077920", [("036120779", "IL"), ("12077920", "WI")]),
        ("IL036120779, WI12077920", [("036120779", "IL"), ("12077920", "WI")]),
        ("036120779, IL, 12077920, WI", [("036120779", "IL"), ("12077920", "WI")]),
        ("036-123456 & 125-99999", [("036-123456", ""), ("125-99999", "")]),
        ("CA: A123, NV: 45", [("A123", "CA"), ("45", "NV")]),
    ],
)
def test_numbers_with_any_sign_between_them_are_several(cell, expected):
    assert [(part.number, part.state) for part in packed_cells.numbers(cell)] == expected


@pytest.mark.parametrize("sort", ["License", "CDS"])
@pytest.mark.parametrize(
    "cell",
    [
        "036120779/12077920",
        "036120779 12077920",
        "MD 036120779, DEA FO6840385",
        "036120779, FO6840385",
        "IL 036120779, WI 12077920, MO pending",
    ],
)
def test_numbers_that_are_not_told_apart_are_never_one(packed, sort, cell):
    (reading,) = recognize(packed(**{sort: [cell, "036120778", "036120777"]}))
    first = next(understand(reading))
    assert not any(key.endswith(".number") for key in first.values) and "cannot be told apart" in first.notes[0]


def test_two_numbers_in_a_cell_for_one(packed):
    (reading,) = recognize(packed(CAQH_ID=["12345670, 12345671", "12345672", "12345673"]))
    first = next(understand(reading))
    assert "identifier.caqh" not in first.values and "cannot be told apart" in first.notes[0]


def test_a_state_beside_a_number_that_names_another_one_is_left_out(packed):
    (reading,) = recognize(packed(License=["IL 036120779, WI 12077920", *LONE], State=["IL, NV", *["IL"] * 5]))
    first = next(understand(reading))
    assert (first.values["license.state"], first.values["license2.number"]) == ("IL", "12077920")
    assert "license2.state" not in first.values and "“WI / NV” holds several" in first.notes[0]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("FK7424699 (IL)", [("FK7424699", "IL")]),
        ("FN7417643, BN7417643", [("FN7417643", ""), ("BN7417643", "")]),
        ("FN7417643/BN7417643", [("FN7417643", ""), ("BN7417643", "")]),
        ("FN7417643 (IL) and BN7417643 (WI)", [("FN7417643", "IL"), ("BN7417643", "WI")]),
        ("FN7417643, XN7417643", None),
        ("FN7417643 2,2N,3", None),
        ("FN7417643-NP1", None),
        ("FN7417643", None),
    ],
)
def test_registrations_as_they_are_typed(cell, expected):
    found = packed_cells.registrations(cell)
    assert found == expected or [(part.number, part.state) for part in found] == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("American Board of Internal Medicine, American Board of Pediatrics", 2),
        ("ABP, ABIM", 2),
        ("ABIM exp 12/31/2031 / ABP exp 12/31/2029", 2),
        ("American Board of Pediatrics, ABP", 1),
        ("American Board of Psychiatry and Neurology", 1),
    ],
)
def test_boards_with_a_comma_between_them(cell, expected):
    assert len(board_cells.boards(cell)) == expected


@pytest.mark.parametrize(
    ("cell", "two"),
    [
        ("Internal Medicine, Cardiovascular Disease", ("Internal Medicine", "Cardiovascular Disease")),
        ("Neurology and Psychiatry", ("Neurology", "Psychiatry")),
        ("Hematology and Oncology", None),
        ("Obstetrics & Gynecology", None),
        ("Surgery, General", None),
    ],
)
def test_two_specialties_with_any_sign_between_them(cell, two):
    assert specialties.told_apart([cell]).get(cell) == two


@pytest.mark.parametrize("between", [" - ", "-", ": ", " – ", ":"])
def test_a_board_and_its_specialty_with_a_sign_between_them(packed, between):
    said = [("ABIM", "Cardiovascular Disease"), ("ABA", "Anesthesiology"), ("American Board of Surgery", "Urology")]
    found = told(packed(Board=[between.join(each) for each in said]))
    for values, (issuer, title) in zip(found, said, strict=False):
        assert [(one["issuer"], one["title"]) for one in licenses(values, "board")] == [(issuer, title)]


def test_a_word_behind_a_board_that_is_no_specialty_is_told(packed):
    values = told(packed(Board=["ABIM - Certified", "ABIM", "ABS"]))
    assert [one.get("title") for one in licenses(values[0], "board")] in ([], [None])
