"""Two tables of people beside each other: nothing of the second goes to the people of the first, and that is said."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import asked, book
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

LEFT = [("Ngo, Ruth, MD", "1382810863"), ("Morris, Vikram, DO", "1683432102")]
RIGHT = [("Okafor, Pieter, PA-C", "2347597421"), ("Smith, Ann, NP", "2143696229"), ("Lee, Amy, NP", "2266886383")]
ONE, TWO = date(2027, 1, 1), date(2027, 2, 2)


def table(apart, *, titles=False):
    gap = [None] if apart else []
    head = ["Name", "NPI", "Lic Exp"]
    rows = [[*(LEFT[i] if i < 2 else (None, None)), ONE if i < 2 else None, *gap, *RIGHT[i], TWO] for i in range(3)]
    above = [["PHYSICIANS", None, None, *gap, "ALLIED HEALTH"]] if titles else []
    return [*above, [*head, *gap, *head], *rows]


@pytest.mark.parametrize("apart", [True, False])
@pytest.mark.parametrize("titles", [True, False])
def test_the_second_table_is_left_out_and_asked(apart, titles):
    workbook = book(table(apart, titles=titles))
    (reading,) = recognize(workbook)
    rows = [row.values for row in understand(reading) if row.values]
    assert [row["license.expires"] for row in rows] == [ONE, ONE]
    assert not any(target.startswith("license2") for row in rows for target in row)
    assert any("second table" in question.about and question.rows == 3 for question in asked(workbook))


def test_numbers_and_addresses_of_the_right_hand_person_are_not_written_to_the_left_hand_one():
    head = ["Last Name", "First Name", "License #"], ["Last Name", "First Name", "License #", "Email", "DEA"]
    rows = [["Ngo", "Ruth", "036-1", "Roe", "Al", "036-2", "al@example.org", "BR1234563"]] * 1
    rows += [["Poe", "Jo", "036-3", "Lee", "Amy", "036-4", "amy@example.org", "BL1234563"]]
    (reading,) = recognize(book([[*head[0], *head[1]], *rows]))
    assert [sorted(row.values) for row in understand(reading)] == [
        ["license.number", "provider.first", "provider.last"]
    ] * 2


@pytest.mark.parametrize(
    "head",
    [
        ["Name", "NPI", "License #", "Lic Exp", "License #", "Lic Exp"],
        ["Name", "NPI", "License #", "Lic Exp", "Malpractice Carrier", "Name"],
        ["Name", "Last Name", "First Name", "NPI", "License #", "Lic Exp"],
    ],
)
def test_what_comes_again_of_one_person_is_no_second_table(head):
    row = {
        "Name": "Ngo, Ruth, MD",
        "NPI": "1382810863",
        "License #": "036-1",
        "Lic Exp": ONE,
        "Last Name": "Ngo",
        "First Name": "Ruth",
    }
    workbook = book([head, [row.get(text, "x") for text in head]])
    assert not any("second table" in question.about for question in asked(workbook))
