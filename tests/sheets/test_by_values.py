"""Columns known by what their values look like, and numbers that lost a zero, from real workbooks."""

import pytest

from tests.sheets.sheet_tables import asked, read_here, saved, told
from workbench.errors import WorkbenchError
from workbench.sheets.asking import Replies
from workbench.sheets.recognizing import recognize

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229", "2266886383", "1155211448"]
NAMES = [
    "Ngo, Ruth, MD",
    "Morris, Vikram, DO",
    "Okafor, Pieter, MD",
    "Smith, Ann, MD",
    "Johnson, Arjun, MD",
    "Yu, Li, DO",
]
MAILS = [f"{name.partition(',')[0].lower()}@example.org" for name in NAMES]


def test_a_sheet_without_headings_is_read_by_its_values(tmp_path):
    table = [[NAMES[i], "Surgery", NPIS[i], MAILS[i]] for i in range(6)]
    book = saved(tmp_path / "r.xlsx", table)
    rows = told(book)
    assert [(row["provider.last"], row["provider.npi"], row["provider.email"]) for row in rows][0] == (
        "Ngo",
        NPIS[0],
        MAILS[0],
    )
    (reading,) = recognize(book)
    assert len(rows) == 6 and [row.number for row in reading.rows] == [1, 2, 3, 4, 5, 6] and reading.columns[1] is None


def test_a_sheet_without_headings_and_without_npis_is_not_guessed(tmp_path):
    with pytest.raises(WorkbenchError, match="No heading"):
        recognize(saved(tmp_path / "r.xlsx", [[NAMES[i], "Surgery", f"{i}"] for i in range(6)]))


def test_a_column_without_a_heading_beside_others(tmp_path):
    table = [["", "NPI", "", "Dept"], *[[NAMES[i], NPIS[i], MAILS[i], "Surgery"] for i in range(6)]]
    rows = told(saved(tmp_path / "r.xlsx", table))
    assert (rows[5]["provider.first"], rows[5]["provider.email"]) == ("Li", MAILS[5])


def test_a_second_column_of_names_without_a_heading_is_nobody(tmp_path):
    table = [["Name", "NPI", ""], *[[NAMES[i], NPIS[i], NAMES[5 - i]] for i in range(6)]]
    (reading,) = recognize(saved(tmp_path / "r.xlsx", table))
    assert reading.columns[2] is None


def test_licenses_that_lost_their_zero_get_it_back_where_the_others_show_it(tmp_path):
    numbers = ["036119204", "036120777", 36119333, "036888111", 36999000, "77-20"]
    table = [["Name", "NPI", "License #"], *[[NAMES[i], NPIS[i], numbers[i]] for i in range(6)]]
    book = saved(tmp_path / "r.xlsx", table)
    assert [row["license.number"] for row in told(book)][2:5] == ["036119333", "036888111", "036999000"]
    (question,) = asked(book)
    assert question.rows == 2
    assert told(book, answers=Replies({question.key: "written"}))[2]["license.number"] == "36119333"


@pytest.mark.parametrize(
    "numbers", [["036119204", "136120777", 36119333], ["77201", "77202", 7720], [36119204, 36119205, 1]]
)
def test_licenses_whose_others_show_no_zero_stay_as_they_are(tmp_path, numbers):
    table = [["Name", "NPI", "License #"], *[[NAMES[i], NPIS[i], numbers[i]] for i in range(3)]]
    assert [row["license.number"] for row in told(saved(tmp_path / "r.xlsx", table))] == [str(n) for n in numbers]


def test_zips_and_tax_numbers_get_their_zeros_back(tmp_path):
    table = [
        ["Name", "NPI", "Zip", "Practice", "TIN"],
        [NAMES[0], NPIS[0], 2139, "Mercy", 12345678],
        [NAMES[1], NPIS[1], "02140", "Oak", "98-7654321"],
    ]
    rows = told(saved(tmp_path / "r.xlsx", table))
    assert [(row["provider.zip"], row["practice.tin"]) for row in rows] == [
        ("02139", "01-2345678"),
        ("02140", "98-7654321"),
    ]


@pytest.mark.parametrize(
    ("state", "cell", "license"),
    [
        ("VA", 101243979, "0101243979"),
        ("VA", 24170001.0, "0024170001"),
        ("GA", 60606, "060606"),
        ("GA", 4021, "4021"),
        ("IL", 36119333, "036119333"),
        ("IL", 36.87729, "036.877290"),
        ("OH", 35.51266, "35.512660"),
        ("OH", 35.520759, "35.520759"),
        ("VT", 42.0012, "042.0012000"),
        ("VT", 420012345, "0420012345"),
        ("IL", 41123456, "041123456"),
        ("IL", 16004321, "016004321"),
        ("IL", 125.08258, "125.082580"),
        ("IL", 277.140838, "277.140838"),
        ("MN", 60606, "60606"),
        ("GA", "60606", "60606"),
        ("VA", 901243979, "901243979"),
    ],
)
def test_a_license_has_the_zeros_that_those_of_its_state_have(tmp_path, state, cell, license):
    table = [["Name", "NPI", "License #", "License State", "Zip"], [NAMES[0], NPIS[0], cell, state, 60601]]
    book = saved(tmp_path / "r.xlsx", [*table, [NAMES[1], NPIS[1], 77809, "MN", 55801]])
    assert [row["license.number"] for row in told(book)] == [license, "77809"]
    is_asked = [question for question in asked(book) if "License #" in question.about]
    assert len(is_asked) == (str(cell).removesuffix(".0") != license)


def test_places_that_a_file_of_texts_lost_come_back(tmp_path):
    path = tmp_path / "r.csv"
    numbers = ["35.520759", "35.51266", "35.647477", "35.9", "35.112233", "35.445566"]
    lines = [f'"{NAMES[i]}",{NPIS[i]},{numbers[i]}' for i in range(6)]
    path.write_text("\n".join(["Name,NPI,License #", *lines]))
    found = [row["license.number"] for row in told(read_here(path))]
    assert found == [number.ljust(9, "0") for number in numbers]
    path.write_text("\n".join(["Name,NPI,GA License #", f'"{NAMES[0]}",{NPIS[0]},60606']))
    assert told(read_here(path))[0]["license.number"] == "060606"


def test_zeros_that_texts_of_the_same_state_have_come_back_however_many(tmp_path):
    cells = ["00012345", "00044519", 97773, 123456, "00097774", 97775]
    states = ["AL", "AL", "AL", "AL", "AL", "MN"]
    rows = [[NAMES[i], NPIS[i], cells[i], states[i]] for i in range(6)]
    book = saved(tmp_path / "r.xlsx", [["Name", "NPI", "License #", "License State"], *rows])
    found = [row["license.number"] for row in told(book)]
    assert found == ["00012345", "00044519", "00097773", "00123456", "00097774", "97775"]
    assert any("shorter than texts as 00012345" in question.about for question in asked(book))
