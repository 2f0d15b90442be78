"""The other hospitals that one cell names."""

import pytest

from workbench.sheets.cell import hospitals


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", {}),
        ("Mercy", {"Mercy": ""}),
        ("Mercy; St. Luke's\nMercy", {"Mercy": "", "St. Luke's": ""}),
        ("Mercy (Courtesy)", {"Mercy": "Courtesy"}),
        ("Mercy (North)", {"Mercy (North)": ""}),
        ("Mercy, Lakeside (Courtesy)", {"Mercy": "", "Lakeside": "Courtesy"}),
        (
            "Mercy (Active), Lakeside (Courtesy); St. Luke's",
            {"Mercy": "Active", "Lakeside": "Courtesy", "St. Luke's": ""},
        ),
        ("Mercy Hospital, Lakeside Medical Center", {"Mercy Hospital": "", "Lakeside Medical Center": ""}),
        ("Mercy Hospital, Springfield", {"Mercy Hospital, Springfield": ""}),
    ],
)
def test_hospitals_are_told_apart(text, named):
    assert hospitals.named(text) == named
