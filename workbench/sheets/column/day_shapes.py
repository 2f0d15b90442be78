"""Which cells of a column can be days: written as one, packed into digits, or counted as Excel counts them."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from workbench.sheets.cell import cells, words

DAY_FIRST = re.compile(r"(?:1[3-9]|2\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:\d{4}|\d{2})$")
"""A day before its month: a day of another country, which asks."""


def reads(reader: Callable[[Any], Any], cell: Any) -> bool:
    """Whether a reader takes a cell without complaint."""
    try:
        reader(cell)
    except ValueError:
        return False
    return True


def is_written(cell: Any) -> bool:
    """A true date, a text with the signs of one, or a word for never."""
    if isinstance(cell, date):
        return True
    if not isinstance(cell, str):
        return False
    text = cells.typed(cell)
    if text.lower() in words.words().lifetime:
        return True
    if not any(c.isdigit() for c in text) or text.strip("' ").isdigit():
        return False
    return reads(cells.expires, text) or DAY_FIRST.match(text) is not None


def is_packed(cell: Any) -> bool:
    """20260630, which hardly any number that is no date looks like."""
    text = digits(cell)
    return len(text) == 8 and reads(cells.expires, text)


def is_serial(cell: Any) -> bool:
    """A whole number that Excel would show as a day of 1954 to 2119."""
    return isinstance(cell, (float, int)) and len(text := digits(cell)) == 5 and 20_000 <= int(text) <= 80_000


def is_number_of_day(cell: Any) -> bool:
    """A number that can be a day where the heading names one: 46203, 63026, 063026, 20260630."""
    text = digits(cell)
    return len(text) == 5 and int(text) < 80_000 or len(text) in (6, 7, 8) and reads(cells.expires, text)


def digits(cell: Any) -> str:
    """The digits of a whole number, also of one kept as text; "" for anything else."""
    if isinstance(cell, (date, bool)):
        return ""
    text = cells.without_fraction(cells.typed(cell).strip("' "))
    return text if text.isascii() and text.isdigit() else ""
