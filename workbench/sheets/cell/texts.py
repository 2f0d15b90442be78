"""Cells as texts: how a person would read one, whether it says anything, and numbers that are names."""

import re
from datetime import date, datetime
from typing import Any

from workbench.records.texts import INVISIBLE
from workbench.sheets.cell import letters, words
from workbench.sheets.cleaning import ILLEGAL

SCIENTIFIC = re.compile(r"^\d(?:[.,]\d+)?E\+?\d+$", re.IGNORECASE)
_DASH = re.compile(r"(?<=\d)[–—](?=\w)|(?<=\w)[–—](?=\d)")
_CODE = re.compile(r"(?<!\S)(?=(?:\S*\d){4})[\w/.]+(?:[–—-][\w/.]+){2,}(?!\S)|^(?=(?:\S*\d){4})\S+$")
"""A number, a phone or a day, where a dash is a hyphen; in words it is kept: "Schedules 2–5"."""


def typed(cell: Any) -> str:
    """The cell as a person would read it, blanks made single: 1234567893.0 -> "1234567893"."""
    if isinstance(cell, str):
        if not cell.isascii():
            cell = _CODE.sub(lambda code: _DASH.sub("-", code[0]), cell.translate(INVISIBLE))
        found = " ".join(cell.split())
        return found if found.isprintable() else ILLEGAL.sub("", found)
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
    if "\ufffd" in found:
        raise ValueError(letters.lost_letter(found))
    return None if not found or words.is_filler(found) else found


def lines(cell: Any) -> str | None:
    """A text whose line breaks say something: remarks."""
    if not isinstance(cell, str) or "\n" not in cell.strip():
        return text(cell)
    return "\n".join(found for line in cell.splitlines() if (found := text(line))) or None


def name(cell: Any) -> str | None:
    """Names: "No" and "Na" are surnames, so only what cannot be one counts as unknown."""
    found = typed(cell)
    if wrong := letters.lost_letter(found) or letters.strange_sign(found):
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
