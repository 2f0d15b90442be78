"""A cell that is surely one value is read as itself, as it is where everything is asked of it."""

import random
import re

import pytest

from workbench.records import checks
from workbench.sheets.cell import converting, surely_one
from workbench.sheets.cell.day_manners import PLAIN

TARGETS = {
    "npi": "provider.npi",
    "dea": "dea.number",
    "phone": "provider.phone",
    "license": "license.number",
    "email": "provider.email",
}


def npi(rng: random.Random) -> str:
    body = f"{rng.choice('12')}{rng.randrange(10**8):08d}"
    return next(f"{body}{n}" for n in range(10) if checks.npi_is_valid(f"{body}{n}"))


def dea(rng: random.Random) -> str:
    body = f"{rng.choice('ABFMXN')}{rng.choice('ABCDE9')}{rng.randrange(10**6):06d}"
    return next(f"{body}{n}" for n in range(10) if checks.dea_is_valid(f"{body}{n}"))


def any_number(rng: random.Random) -> str:
    digits = "".join(rng.choice(rng.choice(("0123456789", "01", "12"))) for _ in range(rng.randrange(4, 11)))
    at = rng.randrange(len(digits))
    return rng.choice(
        (digits, f"{digits[:3]}-{digits[3:]}", f"{digits[:at]}-{digits[at:]}", f"{rng.choice('AEGXZ')}{digits}")
    )


MADE = {
    "npi": npi,
    "dea": dea,
    "phone": lambda rng: f"({rng.randrange(1000):03d}) {rng.randrange(1000):03d}-{rng.randrange(10**4):04d}",
    "license": any_number,
    "email": lambda rng: (
        "".join(rng.choice("ab1._+-@") for _ in range(rng.randrange(9))) + rng.choice(("@x.org", "@a-b.co.uk", ""))
    ),
}


@pytest.mark.parametrize("kind", TARGETS)
def test_what_is_surely_one_value_is_what_it_says_and_leaves_nothing_to_be_told(kind):
    rng, met = random.Random(5), 0
    for _ in range(8000):
        cell = MADE[kind](rng)
        if surely_one.among(kind, [cell]):
            met += 1
            assert converting._read(kind, cell, PLAIN, TARGETS[kind]) == (cell, "", ""), cell
    assert met > 200


def test_what_is_wrong_or_more_than_a_value_is_not_sure():
    wrong = [
        ("npi", "1234567890"),
        ("npi", "1234567893 "),
        ("dea", "AB1234567"),
        ("license", "00000"),
        ("phone", "(000) 000-0000"),
    ]
    more = [
        ("email", "a@x.org; b@x.org"),
        ("license", "036-119204 IL"),
        ("phone", "(312) 555-0100 x5"),
        ("license", "20270131"),
    ]
    assert not any(surely_one.among(kind, [cell]) for kind, cell in (*wrong, *more))
    assert surely_one.among("text", ["Nephrology"]) == {}
    assert re.fullmatch(r"\w+", "٣"), "digits of other scripts are words too"
    assert surely_one.among("npi", ["١٢٣٤٥٦٧٨٩٠", 1234567893.0, None]) == {}
