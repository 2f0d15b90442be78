"""How values read, and what is read from what people write."""

from datetime import date

import pytest

from workbench.records.reading import read_text
from workbench.records.texts import clock, clock_of, text
from workbench.records.verification import VerificationSource


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("7:30 am", "07:30"),
        ("7:30a", "07:30"),
        ("7 AM", "07:00"),
        ("12:05 a.m.", "00:05"),
        ("12 pm", "12:00"),
        ("1:15 p.m.", "13:15"),
        ("0730", "07:30"),
        ("13:00", "13:00"),
        ("7", ""),
        ("13 pm", ""),
        ("24:00", ""),
        ("7:75", ""),
        ("noonish", ""),
    ],
)
def test_a_time_as_people_write_it(written, meant):
    assert clock_of(written) == meant


def test_a_time_reads_as_it_can_be_written():
    for hour in range(24):
        assert clock_of(clock(f"{hour:02}:05")) == f"{hour:02}:05"
    assert (clock("00:00"), clock("12:00"), clock(""), clock("soon")) == ("12:00 am", "12:00 pm", "", "soon")


def test_several_keys_read_as_words_and_words_or_keys_are_read():
    primary = VerificationSource.field("primary")
    assert text(primary, "license, cds") == "State license, Controlled substance registration"
    for typed in ("State license,controlled substance Registration", "license, CDS,"):
        assert read_text(primary, typed, date(2026, 11, 24)) == "license, cds"
    assert read_text(primary, "license, Licence", date(2026, 11, 24)) == "license, Licence"
