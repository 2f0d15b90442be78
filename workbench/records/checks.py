"""What can be wrong with one value, by the type of its field; and the check digits of NPI and DEA numbers."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from peewee import Field

from workbench.errors import Problem
from workbench.records.fields import Clock, Day, Email, FuzzyDay, Money, Phone, State, Whole, Zip
from workbench.records.words import of

STATES = frozenset(
    [
        "AL",
        "AK",
        "AZ",
        "AR",
        "CA",
        "CO",
        "CT",
        "DE",
        "DC",
        "FL",
        "GA",
        "HI",
        "ID",
        "IL",
        "IN",
        "IA",
        "KS",
        "KY",
        "LA",
        "ME",
        "MD",
        "MA",
        "MI",
        "MN",
        "MS",
        "MO",
        "MT",
        "NE",
        "NV",
        "NH",
        "NJ",
        "NM",
        "NY",
        "NC",
        "ND",
        "OH",
        "OK",
        "OR",
        "PA",
        "RI",
        "SC",
        "SD",
        "TN",
        "TX",
        "UT",
        "VT",
        "VA",
        "WA",
        "WV",
        "WI",
        "WY",
        "AS",
        "GU",
        "MP",
        "PR",
        "VI",
        "FM",
        "MH",
        "PW",
        "AA",
        "AE",
        "AP",
    ]
)
MOST = 10**12
"""No count and no limit of coverage is larger; SQLite would take no number past 9 * 10**18."""
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_EXTENSION = re.compile(r"[\s,;]*(?:ext\.?|x|extension)\s*\.?\d{1,6}$", re.IGNORECASE)
_ZIP = re.compile(r"\d{5}(-\d{4})?")
_FUZZY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")


def npi_is_valid(npi: str) -> bool:
    """Ten digits that begin with 1 or 2 and pass the Luhn check with the prefix 80840 (CMS, NPI check digit)."""
    if len(npi) != 10 or not (npi.isascii() and npi.isdigit()) or npi[0] not in "12":
        return False
    digits = npi.encode()  # a roster of 50,000 asks several times: bytes are summed in one go
    return (24 + sum(digits[1::2]) - 5 * _ZERO + sum(digits[0::2].translate(_DOUBLED))) % 10 == 0


_ZERO = ord("0")
_DOUBLED = bytes.maketrans(b"0123456789", bytes(n * 2 - 9 if n > 4 else n * 2 for n in range(10)))


def tin_fault(tin: str) -> str:
    """What is wrong with a tax number, or nothing: a group has one of nine digits. Words beside it stay as they were typed."""
    digits = re.sub(r"\D", "", tin)
    if len(digits) == 9 or any(map(str.isalpha, tin)):
        return ""
    return f"Tax ID has {of(len(digits), 'digit')}, not 9."


def npi_fault(npi: str) -> str:
    """Which rule an NPI breaks, in a sentence; empty where it is valid. One rule for the form and for every import."""
    if len(npi) != 10 or not (npi.isascii() and npi.isdigit()):
        return "An NPI has ten digits."
    if npi[0] not in "12":
        return "An NPI begins with 1 or 2."
    return "" if npi_is_valid(npi) else "NPI fails its check digit."


def dea_is_valid(dea: str) -> bool:
    """Two letters (the second may be 9) and seven digits whose last is the check digit (DEA)."""
    if (
        len(dea) != 9
        or not dea.isascii()
        or not dea[0].isalpha()
        or not (dea[1].isalpha() or dea[1] == "9")
        or not dea[2:].isdigit()
    ):
        return False
    digits = dea[2:].encode()
    return (sum(digits[0:6:2]) + 2 * sum(digits[1:6:2]) - 9 * _ZERO) % 10 == digits[6] - _ZERO


def dea_fault(dea: str) -> str:
    """Which rule a DEA number breaks, in a sentence; empty where it is valid. One rule for the form and for every import."""
    if len(dea) != 9 or not dea[0].isalpha() or not (dea[1].isalpha() or dea[1] == "9") or not dea[2:].isdigit():
        return f"DEA number “{dea}” is not two letters and seven digits."
    return "" if dea_is_valid(dea) else "DEA number fails its check digit."


def bare(number: str) -> str:
    """A number without blanks, dashes and dots, in capitals: so two of them are compared."""
    return number.upper() if number.isalnum() else "".join(filter(str.isalnum, number)).upper()


def problems_of(field: Field, value: Any) -> Iterator[Problem]:
    """What is wrong with one value of a field."""
    if value is None or value == "":
        if is_needed(field):
            yield Problem(field.name, f"{field.verbose_name} is needed.")
        return
    if field.choices and value not in {choice[0] for choice in field.choices}:
        yield Problem(field.name, f"{field.verbose_name} “{value}” is not one of the choices.")
    wrong = _BY_TYPE.get(type(field))
    if wrong and (message := wrong(value)):
        yield Problem(field.name, message)


def is_needed(field: Field) -> bool:
    """Whether a record cannot do without the field."""
    return not field.null and field.default is None


def is_email(value: str) -> bool:
    """Whether it has the form of an e-mail address."""
    return _EMAIL.fullmatch(value) is not None


def _email(value: str) -> str:
    return "" if is_email(value) else f"“{value}” is not an e-mail address."


def _phone(value: str) -> str:
    """Inside lines (also x4512 alone) have from three digits on, others seven or ten; what is abroad has as many as it likes."""
    digits = sum(1 for char in _EXTENSION.sub("", value) or value if char.isdigit())
    if digits < 3:
        return f"“{value}” is not a phone number."
    cut = digits in (8, 9) and not value.startswith("+")
    return f"“{value}” has {digits} digits, not 7 or 10." if cut else ""


def _state(value: str) -> str:
    return "" if value in STATES else f"“{value}” is not a state: two letters, like IL."


def _zip(value: str) -> str:
    return "" if _ZIP.fullmatch(value) else f"“{value}” is not a ZIP code: five digits, or nine with a dash."


def _day(value: date) -> str:
    return (
        ""
        if isinstance(value, date) and 1900 <= value.year <= 2200
        else f"“{value}” is not a date between 1900 and 2200."
    )


def _fuzzy(value: str) -> str:
    return (
        ""
        if _FUZZY.fullmatch(value) and _is_day(value)
        else f"“{value}” is not a year, a month or a day, like 2014, 2014-07 or 2014-07-15."
    )


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value + "2000-01-01"[len(value) :])
    except ValueError:
        return False
    return True


def _amount(value: int) -> str:
    return "" if 0 <= value < MOST else f"{value:,} is out of range."


def _clock(value: str) -> str:
    return "" if _CLOCK.fullmatch(value) else f"“{value}” is not a time of day, like 07:30 or 13:00."


_BY_TYPE: dict[type, Callable[[Any], str]] = {
    Clock: _clock,
    Email: _email,
    Phone: _phone,
    State: _state,
    Zip: _zip,
    Day: _day,
    FuzzyDay: _fuzzy,
    Money: _amount,
    Whole: _amount,
}
