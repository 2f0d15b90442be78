"""Headings of licenses by the board that gives them, and states under the name of an authority."""

import pytest

from workbench.sheets.column.headings import load_synonyms, meaning


@pytest.mark.parametrize(
    ("heading", "sort", "attributes", "state"),
    [
        ("Medical Board License", "license", (), ""),
        ("Texas Medical Board License", "license", (), "TX"),
        ("State Board License #", "license", ("number",), ""),
        ("Medical Board of California License", "license", (), "CA"),
        ("State Board of Medicine License Number", "license", ("number",), ""),
        ("Dental Board License Exp", "license", ("expires",), ""),
        ("Medical Board #", "license", ("number",), ""),
        ("License Board", "license", ("issuer",), ""),
        ("State Medical Board", "board", (), ""),
        ("Board #", "board", ("number",), ""),
        ("ABMS Board License", "board", (), ""),
        ("Board Certification License", "board", (), ""),
    ],
)
def test_a_board_beside_a_license_gives_it(heading, sort, attributes, state):
    found = meaning(heading, load_synonyms())
    assert (found.sort, found.attributes, found.state) == (sort, attributes, state)


STATES = ["Illinois", "Wisconsin"]


@pytest.mark.parametrize(
    ("heads", "cells", "target"),
    [
        (["License #", "License Authority"], STATES, "license.state"),
        (["License #", "Authority"], STATES, "license.state"),
        (["License #", "License Authority"], ["IDFPR", "WI DSPS"], "license.issuer"),
        (["License State", "License Authority"], STATES, "license.issuer"),
        (["License #", "License Type"], ["Medical License", "Full"], None),
        (["License #", "License Type"], ["Physician", "Physician Assistant"], "provider.provider_type"),
    ],
)
def test_what_stands_beside_a_license(one, heads, cells, target):
    first = ["IL", "WI"] if heads[0] == "License State" else ["036-1", "77-20"]
    rows = [[name, a, b] for name, a, b in zip(["Ngo, Ruth", "Poe, Al"], first, cells, strict=True)]
    assert one([["Name", *heads], *rows]).columns[2] == target
