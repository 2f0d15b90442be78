"""Names within a sentence keep the case of what is an abbreviation; one is one, and none or several are many."""

import pytest

from workbench.records.words import of, within


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


def test_one_is_said_otherwise_than_several():
    said = [of(count, "credential") for count in (0, 1, 1298)]
    assert said == ["0 credentials", "1 credential", "1,298 credentials"]
    assert [of(count, "row has", "rows have") for count in (1, 2)] == ["1 row has", "2 rows have"]
