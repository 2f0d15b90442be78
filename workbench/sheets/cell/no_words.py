"""What Excel made of a cell that should hold words or a code: a date, a time, TRUE, a fraction, or the 0 of a lookup.

A lookup that finds a blank cell gives 0, as text or as a number: it says that nothing is known.
"""

import re
from datetime import date
from typing import Any

from workbench.sheets.cell import dates
from workbench.sheets.cell.dates import YEAR_FIRST
from workbench.sheets.cell.texts import typed

OTHER_TYPES = frozenset(
    ["day", "birth", "expires", "fuzzy", "flag", "lifetime", "own", "money", "facilities", "has_status"]
)
"""Types of value for which a date, a number or a yes means something."""
CODES = frozenset(["license", "code", "npi", "group_npi", "dea", "phone", "zip", "ssn", "tin"])
WORDS = frozenset(["text", "degree", "suffix", "category", "place", "pair"])
_MUST_BE_MENDED = frozenset([*CODES - {"group_npi"}, "status"])
"""Types of value for which the row waits until the cell is mended; elsewhere it comes in without the value."""
_AS_TYPED = frozenset(["provider.notes"])
_OF_ZEROS = "0.() /-"
"""What stands in a text of zeros alone."""
_DAY = re.compile(rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})|{YEAR_FIRST}(?:[T ][\d:.]+Z?)?")
_SURELY_DAY = re.compile(
    rf"\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}})|\d{{1,2}}[-.]\d{{1,2}}[-.](?:19|20)\d{{2}}|{YEAR_FIRST}(?:[T ][\d:.]+Z?)?"
)
"""A day and no number: 12-31-26 may be either."""
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[AP]M)?", re.IGNORECASE)
_CHECKS = frozenset(["x", "✓", "✔", "yes", "no", "y", "n", "true", "false"])


def is_zero(cell: Any) -> bool:
    """Whether a cell is 0, or zeros alone: 0, "0", "00000", "(000) 000-0000", "0000-00-00"."""
    if isinstance(cell, str):
        return "0" in cell and not cell.strip().strip(_OF_ZEROS)
    return isinstance(cell, (int, float)) and not isinstance(cell, bool) and cell == 0


def means_blank(kind: str, cell: Any) -> bool:
    """Whether a zero stands for a blank in a column of this type of value."""
    return kind not in ("flag", "lifetime", "money", "facilities") and is_zero(cell)


def fault(kind: str, target: str, cell: Any) -> tuple[str, bool]:
    """Why a cell is neither words nor a code, in a sentence, and whether the row waits for that; "" where it may be one."""
    if kind in OTHER_TYPES or target in _AS_TYPED:
        return "", False
    what = _what(kind, cell)
    return (f"“{typed(cell)}” {what}" if what else "", kind in _MUST_BE_MENDED)


def _reads_as_day(text: str) -> bool:
    if not _SURELY_DAY.fullmatch(text):
        return False
    try:
        return dates.day_of(text, "day") is not None
    except ValueError:
        return False


def _what(kind: str, cell: Any) -> str:
    if isinstance(cell, str):
        text = cell.strip()
        if kind in (CODES | WORDS) and _TIME.fullmatch(text):
            return "is a time of day: Excel turned this into one." if kind in CODES else "is a time of day."
        if kind in CODES and _reads_as_day(text):
            return "is a date where a number should stand."
        if kind in WORDS and _DAY.fullmatch(text):
            return "is a date where words should stand."
        return "names none." if kind in WORDS and text.casefold() in _CHECKS else ""
    if isinstance(cell, bool):
        return "is no number." if kind in CODES else "says only yes or no."
    if isinstance(cell, date):
        return "is a date: Excel turned this into one." if kind in CODES else "is a date where words should stand."
    if isinstance(cell, float) and not cell.is_integer() and kind != "phone":
        return "is a fraction." if kind in CODES else "is a number where words should stand."
    return "is below zero." if isinstance(cell, (int, float)) and cell < 0 else ""
