"""Cells that list as many values as the ones beside them: numbers, states and days of several licenses."""

import pytest

from tests.sheets.sheet_tables import book
from workbench.sheets.cell import parallel
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

NAMES = ["Ngo, Ruth, MD", "Morris, Vikram, DO", "Okafor, Pieter, MD"]
NPIS = ["1382810863", "1683432102", "2347597421"]
HEADS = ("License #", "License State", "License Exp")


def rows(heads, *cells):
    """What is understood of rows of these cells; the last stand in every further row."""
    table = [["Name", "NPI", *heads]]
    table += [[n, p, *cells[min(at, len(cells) - 1)]] for at, (n, p) in enumerate(zip(NAMES, NPIS, strict=True))]
    return list(understand(recognize(book(table))[0]))


def licenses(row):
    said = row.values
    return [
        tuple(str(said.get(f"{name}.{part}", "")) for part in ("number", "state", "expires"))
        for name in ("license", "license2", "license3")
        if f"{name}.number" in said
    ]


@pytest.mark.parametrize(
    ("numbers", "states", "days"),
    [
        ("036120779, 12077920", "IL, WI", "1/14/2027, 10/31/2027"),
        ("036120779/12077920", "IL/WI", "1/14/2027 / 10/31/2027"),
        ("036120779 & 12077920", "IL & WI", "1/14/2027 & 10/31/2027"),
        ("036120779 and 12077920", "Illinois and Wisconsin", "1/14/27 and 10/31/27"),
        ("036120779\n12077920", "IL, WI", "1/14/2027 / 10/31/2027"),
        ("036120779; 12077920", "IL; WI", "1/14/2027; 10/31/2027"),
    ],
)
def test_lists_of_one_length_are_read_side_by_side(numbers, states, days):
    row = rows(HEADS, (numbers, states, days), ("036-5", "IL", "6/30/2027"))[0]
    expected = [("036120779", "IL", "2027-01-14"), ("12077920", "WI", "2027-10-31")]
    assert licenses(row) == expected and not row.problems
    assert licenses(rows(HEADS, (numbers, states, days))[2]) == expected


def test_three_licenses_side_by_side():
    row = rows(HEADS, ("A-1, B-2, C-3", "IL, WI, IN", "1/1/2027, 2/1/2027, 3/1/2027"))[0]
    assert [state for _, state, _ in licenses(row)] == ["IL", "WI", "IN"]


@pytest.mark.parametrize(
    "cells",
    [
        ("036120779, 12077920", "IL", "1/14/2027, 10/31/2027"),
        ("036120779", "IL, WI", "1/14/2027"),
        ("036120779", "IL", "1/14/2027, 10/31/2027"),
        ("036120779, 12077920", "IL, WI", "1/14/2027"),
        ("036120779, 12077920", "IL, WI, IN", "1/14/2027, 10/31/2027"),
    ],
)
def test_what_does_not_fall_into_as_many_parts_is_told_and_belongs_to_nothing(cells):
    row = rows(HEADS, cells, ("036-5", "IL", "6/30/2027"))[0]
    said = {text for each in licenses(row) for text in each}
    assert row.notes or row.problems
    assert not {"IL, WI", "IL, WI, IN"} & said
    if cells[1] == "IL, WI":
        assert ("036120779", "IL", "2027-01-14") not in licenses(row)


def test_a_slash_within_a_number_parts_nothing():
    row = rows(HEADS, ("MD12345/DO", "IL", "1/14/2027"))[0]
    assert licenses(row) == [("MD12345/DO", "IL", "2027-01-14")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("IL, WI", ("IL", "WI")),
        ("IL", ()),
        ("IL, see file", ()),
        ("1/14/27, 10/31/27", ("1/14/27", "10/31/27")),
        ("1/14/27 or 10/31/27", ()),
        ("renewed 1/14/27, 10/31/27", ()),
        ("1/14/2027 -> 1/14/2029", ()),
        ("1/14/2027 - 1/14/2029", ()),
        ("1/14/2027", ()),
    ],
)
def test_what_is_a_list(text, parts):
    assert parallel.listed(text) == parts
