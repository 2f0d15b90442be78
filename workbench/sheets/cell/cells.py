"""What one cell means for one type of value.

Each reader takes a cell that is not empty and returns the value, or None where the cell says only that nothing is known;
it raises ValueError with a sentence where the value is wrong.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from workbench.records import checks, places
from workbench.sheets.cell import dates, letters, words

ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#GETTING_DATA", "#SPILL!", "#CALC!"}
SCIENTIFIC = re.compile(r"^\d(?:[.,]\d+)?E\+?\d+$", re.IGNORECASE)
EXTENSION = re.compile(r"[\s,;]*(?:ext\.?|x|extension)\s*\.?(\d{1,6})$", re.IGNORECASE)
FORMATTED = re.compile(r"^\(\d{3}\) \d{3}-\d{4}$")
EMAIL = re.compile(r"^[^@\s,;<>()]+@[^@\s,;<>()]+\.[^@\s,;<>().]{2,}$")
PLUS_FOUR = re.compile(r"^\d+(?:\s?[-–.]\s?(?:\d{4})?)?$|^\d{5}\s\d{4}$")
"""A ZIP and its four further digits, or none: 60601-12 is neither."""
MONEY = re.compile(r"^\$?\s*([\d,]+(?:\.\d+)?)\s*(k|m|mm|mil|million|thousand)?$", re.IGNORECASE)
INVISIBLE = {ord(c): None for c in "\u200b\u200c\u200d\ufeff\u00ad\u200e\u200f"} | {0xA0: " ", 0x2007: " ", 0x202F: " "}


class Lifetime:
    """Stands where others have a day: it never expires."""

    def __repr__(self) -> str:
        return "LIFETIME"

    def __str__(self) -> str:
        return "Lifetime"


LIFETIME = Lifetime()


def typed(cell: Any) -> str:
    """The cell as a person would read it, blanks made single: 1234567893.0 -> "1234567893"."""
    if isinstance(cell, str):
        if not cell.isascii():
            cell = cell.translate(INVISIBLE)
        return " ".join(cell.split())
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, datetime) and (cell.hour or cell.minute or cell.second):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()[:10]
    return str(cell)


def text(cell: Any) -> str | None:
    found = typed(cell)
    return None if not found or words.is_filler(found) else found


def name(cell: Any) -> str | None:
    """Names: "No" and "Na" are surnames, so only what cannot be one counts as unknown."""
    found = typed(cell)
    if wrong := letters.lost_letter(found):
        raise ValueError(wrong)
    if not any(c.isalpha() for c in found) or found.lower() in ("n/a", "tbd", "null", "(blank)", "#n/d"):
        return None
    return found


def code(cell: Any) -> str | None:
    """A number that is a name: digits lost to 1.23457E+09 cannot be brought back."""
    found = text(cell)
    if found and SCIENTIFIC.match(found):
        raise ValueError(f"“{found}” has lost digits: Excel turned the number into a scientific one.")
    return without_fraction(found).lstrip("'") or None if found else None


def without_fraction(number: str) -> str:
    """ "688472168.0" was a number once: 688472168."""
    head, dot, tail = number.partition(".")
    return head if dot and tail.strip("0") == "" and head.isdigit() else number


def npi(cell: Any) -> str | None:
    found = code(cell)
    if found is None:
        return None
    digits = found if found.isdigit() else re.sub(r"[\s\-.'’]", "", found)
    if not digits.isdigit():
        raise ValueError(f"NPI “{found}” is not a number of 10 digits.")
    if len(digits) != 10:
        raise ValueError(f"NPI has {len(digits)} digits, not 10.")
    if fault := checks.npi_fault(digits):
        raise ValueError(fault)
    return digits


def dea(cell: Any) -> str | None:
    found = code(cell)
    if found is None:
        return None
    number = re.sub(r"[\s\-]", "", found).upper()
    if fault := checks.dea_fault(number):
        raise ValueError(fault.replace(f"“{number}”", f"“{found}”"))
    return number


def day(cell: Any, kind: str = "day") -> date | None:
    if isinstance(cell, str):
        cell = typed(cell)
        if not cell or words.is_filler(cell):
            return None
    return dates.day_of(cell, kind)


def birth(cell: Any) -> date | None:
    return day(cell, "birth")


def expires(cell: Any) -> date | Lifetime | None:
    if isinstance(cell, str) and typed(cell).lower().rstrip(".") in words.words().lifetime:
        return LIFETIME
    found = day(cell, "expires")
    return LIFETIME if found and found.year >= 2200 else found


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


def phone(cell: Any) -> str | None:
    """Ten digits, however written, become (312) 555-3859 and keep an extension; a pager's few stay as typed."""
    found = text(cell)
    if found is None or FORMATTED.match(found):
        return found
    found = without_fraction(found)
    extension = EXTENSION.search(found)
    main = found[: extension.start()] if extension else found
    digits = re.sub(r"\D", "", main or found)
    if len(digits) == 11 and digits[0] == "1":
        digits = digits[1:]
    abroad = main.startswith("+") and not main.startswith("+1")
    if len(digits) == 10 and not abroad and not re.search(r"[A-Za-z]", main):
        return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}" + (f" x{extension[1]}" if extension else "")
    if not digits:
        raise ValueError(f"“{found}” is not a phone number.")
    return found


def email(cell: Any) -> str | None:
    found = text(cell)
    if found is None:
        return None
    address = found.removeprefix("mailto:")
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


def zip_code(cell: Any) -> str | None:
    """Five or nine digits; zeros that Excel dropped come back: 2139 -> 02139."""
    found = code(cell)
    if found is None:
        return None
    digits = re.sub(r"[\s\-–.]", "", found)
    if not digits.isdigit() or PLUS_FOUR.match(found) is None:
        return found
    if 3 <= len(digits) <= 5:
        return digits.zfill(5)
    if 7 <= len(digits) <= 9:
        digits = digits.zfill(9)
        return digits[:5] if digits.endswith("0000") else f"{digits[:5]}-{digits[5:]}"
    raise ValueError(f"ZIP “{found}” has {len(digits)} digits, not 5 or 9.")


def ssn(cell: Any) -> str | None:
    found = code(cell)
    if found is None:
        return None
    digits = re.sub(r"\D", "", found)
    if len(digits) in (7, 8):
        digits = digits.zfill(9)
    if len(digits) <= 4 and digits:
        return digits.zfill(4)
    if len(digits) != 9:
        raise ValueError("SSN is not nine digits.")
    return f"{digits[:3]}-{digits[3:5]}-{digits[5:]}"


def tin(cell: Any) -> str | None:
    found = code(cell)
    digits = re.sub(r"\D", "", found or "")
    return f"{digits.zfill(9)[:2]}-{digits.zfill(9)[2:]}" if len(digits) in (8, 9) else found


def degree(cell: Any) -> str | None:
    found = text(cell)
    return found and (words.degree(found) or found)


def suffix(cell: Any) -> str | None:
    found = text(cell)
    return found and (words.words().suffixes.get(found.strip(" .,").lower(), found) or None)


def middle(cell: Any) -> str | None:
    found = name(cell)
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


def money(cell: Any) -> int | None:
    """Whole dollars: 1000000.0, "$1,000,000", "1M"."""
    found = text(cell)
    if found is None:
        return None
    match = MONEY.match(found)
    if not match:
        raise ValueError(f"“{found}” is not an amount.")
    unit = (match[2] or "").lower()
    factor = 1_000_000 if unit.startswith("m") else 1000 if unit else 1
    return round(float(match[1].replace(",", "")) * factor)


READERS: dict[str, Callable[[Any], Any]] = {
    "text": text,
    "flag": flag,
    "lifetime": lifetime,
    "own": own,
    "license": code,
    "code": code,
    "npi": npi,
    "dea": dea,
    "day": day,
    "birth": birth,
    "expires": expires,
    "phone": phone,
    "email": email,
    "state": state,
    "zip": zip_code,
    "ssn": ssn,
    "tin": tin,
    "degree": degree,
    "suffix": suffix,
    "middle": middle,
    "category": category,
    "status": status,
    "money": money,
    "limits": text,
    "facilities": text,
    "place": text,
    "person": name,
    "surname": name,
    "given": name,
}
