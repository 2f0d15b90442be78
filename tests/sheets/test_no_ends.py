"""Days that end nothing: birth dates under BD or Exp are no expirations; the column is left out and asked about."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import asked, book
from workbench.sheets.recognizing import Correction, recognize

NAMES = [["Ngo", "Ann"], ["Poe", "Tim"], ["Xu", "Li"]]
BORN = (date(1961, 3, 14), date(1975, 7, 1), date(1988, 12, 31))
TYPED = ("3/14/61", "07/01/75", "12/31/1988")
SERIALS = (22354.0, 27576.0, 32508.0)


def table(heading, cells, *before):
    return book(
        [
            ["Last Name", "First Name", *before, heading],
            *[[*n, *("x1" for _ in before), c] for n, c in zip(NAMES, cells, strict=True)],
        ]
    )


@pytest.mark.parametrize("cells", [BORN, TYPED])
@pytest.mark.parametrize("heading", ["Board Exp", "DEA Exp", "Appt Expires"])
def test_a_column_of_days_of_birth_ends_nothing_and_asks(heading, cells):
    (reading,) = recognize(table(heading, cells))
    assert reading.columns[2] is None
    (question,) = [each for each in asked(table(heading, cells)) if "nothing expires" in each.about]
    assert question.about.startswith(f"Column C: {heading}: ") and (question.rows, question.chosen) == (3, "left out")
    assert any(f"C: {heading} is left out" in note for note in reading.notes)


@pytest.mark.parametrize("heading", ["BD", "Board"])
def test_nor_do_days_past_under_a_bare_board(heading):
    (reading,) = recognize(table(heading, BORN))
    assert reading.columns[2] is None
    assert any("the day on which the governing board decided" in note for note in reading.notes)


def test_nor_does_one_beside_a_license():
    (reading,) = recognize(table("Exp", BORN, "License #"))
    assert reading.columns[3] is None


@pytest.mark.parametrize(
    "cells",
    [
        (date(1961, 3, 14), date(2027, 7, 1), date(2028, 12, 31)),
        ("12/31/26", "6/30/27", "Lifetime"),
        (date(2019, 1, 31), date(2020, 1, 31), date(2021, 1, 31)),
        ("12/31/2049", "12/31/2099", "12/31/2099"),
        ("", "", ""),
    ],
)
def test_a_slip_among_others_what_lapsed_and_what_lies_far_ahead_are_read(cells):
    (reading,) = recognize(table("Board Exp", cells))
    assert reading.columns[2] == "board.expires"


def test_what_somebody_says_of_the_column_holds():
    said = {"Sheet": Correction(None, {2: "board.expires"})}
    (reading,) = recognize(table("BD", BORN), corrected=said)
    assert reading.columns[2] == "board.expires"
    assert ["before 1990" in question.about for question in reading.questions] == [True]
