"""A column that mixes staff categories and statuses: each word goes where it belongs, cell by cell."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book, told
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

SAID = ["Active", "Courtesy", "Emeritus", "LOA 1/5-4/1", "Resigned 6/30/26", "Term 5/1/26", "Suspended", "Prov"]
CATEGORIES = [None, "Courtesy", "Emeritus", None, None, None, None, "Provisional"]
STATUSES = [None, None, None, "Leave of absence", "Resigned", "Terminated", "Suspended", None]
NPIS = ["1382810863", "1683432102", "2347597421", "2143696229", "2266886383", "1245319599", "1427051473", "1356348585"]
NAMES = [
    "Ngo, Ruth",
    "Morris, Vikram",
    "Okafor, Pieter",
    "Smith, Ann",
    "Johnson, Arjun",
    "Lee, Amy",
    "Roe, Al",
    "Poe, Jo",
]


def rows(texts, beside=None):
    return [
        ["Name", "Dept", "Status"],
        *[[f"{NAMES[i]}, MD{' (LOA)' if i == beside else ''}", "Surgery", text] for i, text in enumerate(texts)],
    ]


@pytest.mark.parametrize("heading", ["Status", "Staff Category", "Staff Status", "Member Status", "Category/Status"])
@pytest.mark.parametrize("beside", [None, 1, 3])
def test_status_words_become_the_status_and_category_words_the_category(heading, beside):
    table = rows(SAID, beside)
    table[0][2] = heading
    values = told(book(table))
    wanted = [*STATUSES]
    if beside is not None:
        wanted[beside] = "Leave of absence"
    assert [row.get("provider.category") for row in values][1:] == CATEGORIES[1:]
    emeritus = values[2].pop("provider.status", None)
    assert emeritus in (None, "Emeritus")  # which the office's words take for retired, in a column of statuses
    assert [row.get("provider.status") for row in values][1:] == wanted[1:]
    assert values[0].get("provider.status", "Active") == "Active"
    assert values[4]["provider.status_since"] == date(2026, 6, 30)


def test_mostly_statuses_with_some_categories():
    texts = ["Active", "Active", "Resigned", "Courtesy", "LOA", "Terminated", "Emeritus", "Resigned"]
    values = told(book(rows(texts)))
    assert [row.get("provider.category") for row in values][3] == "Courtesy" and values[6][
        "provider.category"
    ] == "Emeritus"
    assert [row.get("provider.status") for row in values][2:] == [
        "Resigned",
        None,
        "Leave of absence",
        "Terminated",
        None,
        "Resigned",
    ]


@pytest.mark.parametrize(
    "text,status",
    [
        ("On LOA", "Leave of absence"),
        ("Term'd", "Terminated"),
        ("Resigned in good standing", "Resigned"),
        ("Med. Leave", "Leave of absence"),
        ("Resigned - in good standing", "Resigned"),
        ("Resigned in good standing 6/30/26", "Resigned"),
        ("TERMED 5/1/26", "Terminated"),
        ("Vol. Resigned", "Resigned"),
    ],
)
@pytest.mark.parametrize("usual", ["Active", "Courtesy"])
def test_statuses_as_offices_write_them(text, status, usual):
    values = told(book(rows([usual] * 7 + [text])))
    assert values[7]["provider.status"] == status and "provider.category" not in values[7]


def test_a_status_and_a_category_column_of_their_own_stay_so():
    table = [
        ["Name", "Category", "Status"],
        ["Ngo, Ruth, MD", "Courtesy", "Resigned"],
        ["Roe, Al, MD", "LOA", "Active"],
    ]
    values = told(book(table))
    assert (values[0]["provider.category"], values[0]["provider.status"]) == ("Courtesy", "Resigned")
    assert values[1]["provider.status"] == "Leave of absence" and "provider.category" not in values[1]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("heading", ["Status", "Membership Status", "Appt Status"])
def test_a_column_of_categories_holds_wherever_the_column_of_statuses_stands(heading, first):
    said = ["Active", "Active Staff", "A", "LOA", "Resigned", "Provisional", "Active", "Active"]
    own = ["Courtesy", "Consulting", "Active", "Courtesy", "Active", "Active", "Emeritus", ""]
    heads = [heading, "Staff Category"] if first else ["Staff Category", heading]
    both = [(a, b) if first else (b, a) for a, b in zip(said, own, strict=True)]
    values = told(book([["Name", "NPI", *heads], *[[NAMES[i], NPIS[i], *both[i]] for i in range(len(NAMES))]]))
    assert [row.get("provider.category") for row in values] == [text or None for text in own]
    statuses = ["Active", "Active", "Active", "Leave of absence", "Resigned", None, "Active", "Active"]
    assert [row.get("provider.status") for row in values] == statuses


@pytest.mark.parametrize("heading", ["Provider Status", "Status Code", "Staff Status"])
@pytest.mark.parametrize(
    "active, others", [("A", "T"), ("A", "I"), ("A", "ITIT"), ("Active", ["Non-renewed"]), ("Active", ["Expired"])]
)
def test_words_that_are_not_understood_beside_active_ones_wait_for_an_answer(heading, active, others):
    said = [active if n % 2 else others[n // 2 % len(others)] for n in range(len(NAMES))]
    table = [["Name", "NPI", heading, "Dept"], *[[*each, "Surgery"] for each in zip(NAMES, NPIS, said, strict=True)]]
    (reading,) = recognize(book(table))
    for n, row in enumerate(understand(reading)):
        is_asked = bool(row.problems) or reading.held.get(reading.rows[n].number) == ""
        assert is_asked == (said[n] != active) and row.values.get("provider.status") in (None, "Active")
