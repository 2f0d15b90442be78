"""What goes into one cell of a payer's template where its heading wants less than the office keeps, or what the office keeps not."""

import re
from typing import Any

from workbench.sheets.column.layout import one_line

SSN = "provider.ssn"
_INITIAL = re.compile(r"^(?:m\.?\s?i\.?|m|(?:middle|mid)\.? init(?:ial)?\.?|initial)\*?$", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d)\s*\*?$")
_LAST_FOUR = re.compile(r"last\s*(?:4|four)|\b4\b|four digits", re.IGNORECASE)


def cell(heading: str, target: str, value: Any) -> Any:
    """A value as a column takes it: an initial, one of several hospitals by its number; of a social security number the last
    four alone are kept, which fill no column that wants all of it."""
    plain = one_line(heading)
    if target == "provider.middle" and isinstance(value, str) and _INITIAL.match(plain):
        return value[:1]
    if isinstance(value, list):
        number = _NUMBERED.search(plain)
        if number is None:
            return "; ".join(value)
        return value[int(number[1]) - 1] if 0 < int(number[1]) <= len(value) else None
    if target == SSN:
        return value if is_last_four(heading) else None
    return value


def is_last_four(heading: str) -> bool:
    """Whether a column wants the last four digits of a social security number."""
    return _LAST_FOUR.search(one_line(heading)) is not None
