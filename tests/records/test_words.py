"""Names within a sentence keep the case of what is an abbreviation."""

import pytest

from workbench.records.words import within


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("SSN", "SSN"),
        ("Birth date", "birth date"),
        ("DEA registration", "DEA registration"),
        ("NPDB queries", "NPDB queries"),
        ("BLS", "BLS"),
        ("Hepatitis B", "hepatitis B"),
        ("COVID-19", "COVID-19"),
        ("E-mail", "e-mail"),
        ("Medicare number", "Medicare number"),
        ("Office phone", "office phone"),
    ],
)
def test_an_abbreviation_keeps_its_case(name, said):
    assert within(name) == said
