"""What ends a mail or a page below its people: closings, who signs, towns, sums. None of them is a provider, no column is lost."""

import pytest

from tests.sheets.sheet_tables import book, told
from workbench.sheets.recognizing import recognize

HEADS = ["Name", "NPI", "License #", "Lic State", "Phone"]
PEOPLE = [
    ["Abbott, Ana, MD", "1234500001", "036111000", "IL", "312-555-0100"],
    ["Barlow, Bo, DO", "1234500373", "036111001", "IL", "312-555-0101"],
]


def lasts(*lines):
    return [row["provider.last"] for row in told(book([HEADS, *PEOPLE, *([line] for line in lines)]))]


@pytest.mark.parametrize(
    "lines",
    [
        ["Best regards,"],
        ["Kind regards, Sue"],
        ["Thanks, Mary"],
        ["Thanks,", "Mary Jones, MD", "Riverbend Hospital"],
        ["Best,", "Jones, Mary, MD"],
        ["Mary Jones, CPCS"],
        ["Mary Jones, RN"],
        ["Sue Miller, Coordinator"],
        ["Confidential, do not copy"],
        ["Note, see below"],
        ["Riverbend, IL"],
        ["Total providers: 20"],
        ["Providers listed: 20"],
        ["Active 12, Courtesy 8"],
    ],
)
def test_lines_below_the_people_are_nobody(lines):
    assert lasts(*lines) == ["Abbott", "Barlow"]


@pytest.mark.parametrize(
    "line", ["Smith, John, MD", "Mary Jones, RN, MSN, CPHQ, VP Quality", "Robert Lee, MD, Chief of Staff"]
)
def test_a_name_below_a_table_of_several_columns_is_asked(line):
    (reading,) = recognize(book([HEADS, *PEOPLE, [], [line]]))
    assert [asked.about for asked in reading.asked] == [f"Row 5 “{line}” stands alone"]


@pytest.mark.parametrize("line", ["Smith, John, MD", "Smith, Ann, PA-C", "Best, Charles, MD"])
def test_where_others_have_nothing_but_a_name_the_last_is_listed_too(line):
    rows = told(book([HEADS, PEOPLE[0], ["Coe, Cy, MD"], PEOPLE[1], [line]]))
    assert [row["provider.last"] for row in rows] == ["Abbott", "Coe", "Barlow", line.partition(",")[0]]


NAMES = ["Abbott, Ana, MD", "Barlow, Bo, DO", "Coe, Cy, NP", "Dow, Di, MD"]


@pytest.mark.parametrize(
    "line",
    ["Riverbend, IL", "Note, see below", "Do not distribute, PHI", "cc, Sue", "Sue Miller, MSS Director", "Lee, Bo"],
)
def test_below_names_alone_one_unlike_them_is_nobody(line):
    rows = told(book([["Provider"], *([name] for name in NAMES), [], [line]]))
    assert [row["provider.last"] for row in rows] == ["Abbott", "Barlow", "Coe", "Dow"]


@pytest.mark.parametrize("line", ["Lee, Bo, MD", "de la Cruz, Ana, DO"])
def test_below_names_alone_one_like_them_is_listed(line):
    rows = told(book([["Provider"], *([name] for name in NAMES), [line]]))
    assert len(rows) == len(NAMES) + 1


def test_names_without_degrees_end_with_words_that_are_no_name():
    bare = [["Provider"], *([name.rpartition(",")[0]] for name in NAMES)]
    rows = told(book([*bare, ["Lee, Bo"], ["Riverbend, IL"], ["Note, see below"]]))
    assert [row["provider.last"] for row in rows][3:] == ["Dow", "Lee"]


def test_people_under_a_line_that_names_a_group_need_nothing_else():
    (reading,) = recognize(book([HEADS, *PEOPLE, ["Resigned"], ["Smith, John"], ["Jones, Mary, MD"]]))
    assert [row.cells[0] for row in reading.rows][2:] == ["Smith, John", "Jones, Mary, MD"]


def test_what_is_not_sure_is_asked():
    (reading,) = recognize(book([HEADS, *PEOPLE, ["Jones, Mary"]]))
    assert [asked.about for asked in reading.asked] == ["Row 4 “Jones, Mary” stands alone"]


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize(
    "lines",
    [
        ["Thanks, Mary 312-555-0000"],
        ["Thanks,", "Mary", "312-555-0000"],
        ["x" * 5000],
        ["Questions? Call 312-555-0000"],
    ],
)
def test_a_line_below_a_narrow_table_takes_no_column(count, lines):
    table = [["Name", "NPI", "License Exp"], *([*person[:2], "7/31/2028"] for person in PEOPLE[:count])]
    rows = told(book([*table, *([line] for line in lines)]))
    assert [row["provider.last"] for row in rows] == ["Abbott", "Barlow"][:count]


def test_one_odd_name_beside_one_person_takes_no_column():
    (reading,) = recognize(book([["Name", "NPI"], PEOPLE[0][:2], ["x" * 5000, "1234500373"]]))
    assert reading.columns == {0: "provider.full_name", 1: "provider.npi"}
