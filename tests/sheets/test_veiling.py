"""Cells without what is private: by what their column holds; and everything that is said of a sheet."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book
from workbench.sheets.asking import Question
from workbench.sheets.private import BIRTH, SSN
from workbench.sheets.recognizing import recognize
from workbench.sheets.veiling import veil

NAMES = ["Last Name", "First Name", "NPI"]
ONE, FOUR, OUT, NONE = (
    "1 cell holds a social security number",
    " (not kept; dots stand for it)",
    " (left out)",
    " (not kept)",
)
MANY = " cells hold a social security number"
OWN = "1 cell that may be a person's own number (left out, and not kept)"
BORN = date(1961, 3, 14)
NGO, POE = ["Ngo", "Ann", "1234567893"], ["Poe", "Tim", "1477552867"]


def veiled(heading, *values, private=None):
    """The cells of a column afterwards, and what is said of it."""
    (reading,) = recognize(book([[*NAMES, heading], *[[*(NGO if n % 2 else POE), v] for n, v in enumerate(values)]]))
    told = [each.about.partition(": ")[2] + f" ({each.chosen})" for each in veil(reading, private or {})]
    return [row.cells[3] for row in reading.rows], told


@pytest.mark.parametrize(
    ("heading", "cells", "kept", "told"),
    [
        ("Notes", ("SSN 219-09-9999", "x", "219-09-9999"), ["SSN ••••", "x", "••••"], ["Notes: 2" + MANY + FOUR]),
        ("Notes", ("DOB 3/14/61", "x"), ["DOB ••••", "x"], ["Notes: 1 cell holds a birth date" + NONE]),
        ("Shirt", ("born 3/14/61", "XL"), ["born ••••", "XL"], ["Shirt: 1 cell holds a birth date" + NONE]),
        ("Dept", ("Surgery 219-09-9999", "Surgery"), ["Surgery", "Surgery"], ["Dept: " + ONE + OUT]),
        ("Tax ID", ("219-09-9999", "36-1234567", "36-1234568"), [None, "36-1234567", "36-1234568"], ["Tax ID: " + ONE + OUT]),
        ("Tax ID", (361234567, "36-1234567", "36-1234568"), [None, "36-1234567", "36-1234568"], ["Tax ID: " + OWN]),
        ("Tax ID", ("219-09-9999", 219099999), [None, None], ["Tax ID: 2 cells hold a social security number" + OUT]),
        ("Lic Exp", ("6/30/27 219-09-9999", "6/30/27"), ["6/30/27", "6/30/27"], ["Lic Exp: " + ONE + OUT]),
        ("DOB", ("3/14/61 SSN 219-09-9999", "3/14/61", BORN), ["3/14/61", "3/14/61", BORN], ["DOB: " + ONE + OUT]),
        ("SSN", ("219-09-9999", 219099999), ["219-09-9999", 219099999], []),
        ("Notes", ("nothing of the sort", None), ["nothing of the sort", None], []),
    ],
)  # fmt: skip
def test_what_is_private_is_masked_in_words_and_taken_out_of_the_rest(heading, cells, kept, told):
    assert veiled(heading, *cells) == (kept, told)


def test_of_a_column_that_is_told_anyway_nothing_more_is_said():
    assert veiled("Notes", "SSN 219-09-9999", private={3: SSN}) == (["SSN ••••"], [])
    assert BIRTH not in str(veiled("Notes", "DOB 3/14/61", private={3: BIRTH}))


def test_all_that_is_said_of_a_sheet_is_masked():
    (reading,) = recognize(book([[*NAMES, "Phone 219-09-9999"], [*NGO, None], ["Dr Poe 219-09-9999"], [*POE, None]]))
    said = {"provider.department": "Surgery 219-09-9999"}
    reading.rows = [row._replace(carried=said, filed=(*row.cells[:3], "born 1961")) for row in reading.rows]
    reading.notes.append("born 3/14/1961")
    reading.questions.append(Question("Sheet", "219-09-9999 asks", 1, "left out"))
    veil(reading, {})
    everything = (
        f"{reading.headings} {reading.skipped} {reading.asked} {reading.notes} {reading.questions} {reading.rows}"
    )
    assert "219-09" not in everything and "1961" not in everything
    assert reading.rows[0].carried == {"provider.department": "Surgery ••••"} != said
    assert reading.rows[0].filed[3] == "born ••••" and reading.rows[0].cells[3] is None
