"""What one cell means for one type of value.

Each reader takes a cell that is not empty and returns the value, or None where the cell says only that nothing is known;
it raises ValueError with a sentence where the value is wrong.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from workbench.records import places
from workbench.sheets.cell import dates, numbers, words
from workbench.sheets.cell.texts import code, lines, name, text, typed, without_fraction

__all__ = [
    "ERRORS",
    "LIFETIME",
    "READERS",
    "Lifetime",
    "birth",
    "code",
    "day",
    "expires",
    "flag",
    "name",
    "text",
    "typed",
    "without_fraction",
]

ERRORS = {
    "#N/A",
    "#REF!",
    "#VALUE!",
    "#NAME?",
    "#DIV/0!",
    "#NULL!",
    "#NUM!",
    "#GETTING_DATA",
    "#SPILL!",
    "#CALC!",
    "#NOT CALCULATED",
}
EMAIL = re.compile(r"^[^@\s,;<>()]+@(?:[^@\s,;<>().]+\.)+[^@\s,;<>().]{2,}$")
NAMED_EMAIL = re.compile(r"^[^<>@]*<\s*([^<>\s]+)\s*>$")
"""Cy Clark <cy@x.org>, as a mail program copies it."""

FOREVER = 2200
"""A year from which on a last day says that there is none."""


class Lifetime:
    """Stands where others have a day: it never expires."""

    def __repr__(self) -> str:
        return "LIFETIME"

    def __str__(self) -> str:
        return "Lifetime"


LIFETIME = Lifetime()


def day(cell: Any, kind: str = "day") -> date | None:
    if isinstance(cell, str):
        cell = typed(cell)
        if not cell or words.is_filler(cell) or words.is_waiting(cell):
            return None
    return dates.day_of(cell, kind)


def birth(cell: Any) -> date | None:
    return day(cell, "birth")


def expires(cell: Any) -> date | Lifetime | None:
    if isinstance(cell, str) and typed(cell).lower().rstrip(".") in words.words().lifetime:
        return LIFETIME
    found = day(cell, "expires")
    return LIFETIME if found and found.year >= FOREVER else found


def fuzzy(cell: Any) -> str | None:
    """A day, a month or a year as ISO text: "2014-06-30", "2014-06", "2014"; None for what is none of them."""
    if isinstance(cell, str):
        cell = without_fraction(typed(cell))
    text = typed(cell)
    if dates.is_year(text.removesuffix(".0")):
        return text.removesuffix(".0")
    if isinstance(cell, str) and (month := dates.month_of(cell)):
        return f"{month[0]}-{month[1]:02}"
    try:
        found = day(cell)
    except ValueError:
        return None
    return found.isoformat() if found else None


def group_npi(cell: Any) -> str | None:
    """The NPI of a practice; None for one that is wrong: it keeps none of the practice's people out."""
    try:
        return numbers.npi(cell)
    except ValueError:
        return None


def flag(cell: Any) -> bool | None:
    """True where the cell says yes in any way; no and blank say the same."""
    return typed(cell).lower() in ("yes", "y", "x", "true", "1", "✓") or None


def lifetime(cell: Any) -> Lifetime | None:
    """A column that only says whether something never expires."""
    return LIFETIME if flag(cell) or typed(cell).lower() in words.words().lifetime else None


def own(cell: Any) -> int | None:
    """The ID that this office gave a record."""
    found = without_fraction(typed(cell))
    return int(found) if found.isascii() and found.isdigit() and len(found) < 18 else None


def email(cell: Any) -> str | None:
    found = text(cell)
    if found is None:
        return None
    found = found.rstrip(" ,;")
    address = (NAMED_EMAIL.sub(r"\1", found) if "<" in found else found).removeprefix("mailto:")
    if not EMAIL.match(address):
        raise ValueError(f"“{found}” is not an e-mail address.")
    return address


def state(cell: Any) -> str | None:
    found = typed(cell)
    if not found or found.lower() in ("n/a", "na", "none", "tbd", "-"):
        return None
    short = places.code(found)
    if short is None:
        raise ValueError(f"“{found}” is not a state.")
    return short


def degree(cell: Any) -> str | None:
    found = text(cell)
    return found and (words.degree(found) or found)


def suffix(cell: Any) -> str | None:
    found = text(cell)
    return found and (words.words().suffixes.get(found.strip(" .,").lower(), found) or None)


def middle(cell: Any) -> str | None:
    found = name(cell)
    if found and found.lower().strip(".()") in words.words().no_middle:
        return None
    return found and " ".join(part[:-1] if len(part) == 2 and part[1] == "." else part for part in found.split())


def category(cell: Any) -> str | None:
    found = typed(cell)
    if found.lower() in ("n/a", "tbd", "none", "-", "null"):
        return None
    return words.category(found) or words.status(found) or found or None


def status(cell: Any) -> str | None:
    found = typed(cell)
    if found.lower() in ("n/a", "tbd", "none", "-", "null"):
        return None
    return words.status(found) or found or None


def standing(cell: Any) -> str | None:
    """What a cell says of somebody at a facility; "pending" says something too."""
    found = typed(cell)
    return found if words.is_waiting(found) else text(cell)


def as_it_is(cell: Any) -> Any:
    """A cell whose column is read as a whole, by its heading."""
    return cell


READERS: dict[str, Callable[[Any], Any]] = {
    "text": text,
    "lines": lines,
    "flag": flag,
    "lifetime": lifetime,
    "own": own,
    "license": code,
    "code": code,
    "npi": numbers.npi,
    "group_npi": group_npi,
    "fuzzy": fuzzy,
    "dea": numbers.dea,
    "day": day,
    "birth": birth,
    "expires": expires,
    "phone": numbers.phone,
    "email": email,
    "state": state,
    "zip": numbers.zip_code,
    "ssn": numbers.ssn,
    "tin": numbers.tin,
    "degree": degree,
    "suffix": suffix,
    "middle": middle,
    "category": category,
    "status": status,
    "has_status": as_it_is,
    "money": numbers.money,
    "limits": text,
    "facilities": standing,
    "place": text,
    "pair": text,
    "person": name,
    "surname": name,
    "given": name,
}
