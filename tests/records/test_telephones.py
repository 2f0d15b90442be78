"""A telephone number has one form, however it was typed."""

import pytest

from workbench.records import telephones


@pytest.mark.parametrize(
    "typed",
    ["3125550143", "312 555 0143", "312-555-0143", "312.555.0143", "(312)555-0143", " (312) 555 0143 ", "1-312-555-0143",
     "+1 (312) 555-0143", "13125550143", "312–555–0143"],
)  # fmt: skip
def test_ten_digits_are_written_in_one_form(typed: str) -> None:
    assert telephones.in_form(typed) == "(312) 555-0143"


@pytest.mark.parametrize(
    "typed",
    ["", "555-7781", "4512", "x4512", "(312) 555-0143 x12", "+44 20 7946 0018", "312-555-0143 or 0144", "0125550143"],
)
def test_what_is_no_such_number_stays_as_it_is(typed: str) -> None:
    assert telephones.in_form(typed) == typed
