"""What the tests of the kit share: the theme as it is worn, and a list of a few people in memory."""

import os
from datetime import date

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from workbench.ui.kit import theme
from workbench.ui.kit.plain import Column, PlainList, Row, View

TODAY = date(2026, 11, 24)
COLUMNS = (
    Column("name", "Provider", bold=True),
    Column("expires", "Expires", pill=True),
    Column("fee", "Fee", align="right"),
)


@pytest.fixture(autouse=True)
def worn(qapp):
    """Every test begins in the light palette."""
    return theme.wear(qapp, "light")


@pytest.fixture
def people():
    """Three people and what lapses."""
    rows = [
        Row(7, ("Okafor, Adaeze N., MD", "3 days ago", "$10"), ("", "bad", "")),
        Row(3, ("Chen, Wei, MD", "in 8 days", "$200"), ("", "warn", "")),
        Row(5, ("Ito, Naomi, MD", "in 241 days", ""), ("", "good", "")),
    ]
    lapsed = View("lapsed", "Lapsed", lambda row: row.tones[1] == "bad")
    return PlainList("people", "Providers", COLUMNS, rows, (lapsed,))


@pytest.fixture
def crowd():
    """A hundred thousand rows."""
    return PlainList(
        "crowd",
        "Crowd",
        COLUMNS,
        [Row(n, (f"Person {n:06}", "in 8 days", f"${n}"), ("", "warn", "")) for n in range(1, 100_001)],
    )
