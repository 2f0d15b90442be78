"""How many numbers a text holds: a cell for one number that holds two is never kept as one.

"036120779 & 12077920" are two; "036 119204" is one, written in groups.
"""

import re
from functools import lru_cache

from workbench.sheets.cell.dates import YEAR_FIRST

DAY = rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})|{YEAR_FIRST}|\d{{1,2}}/\d{{4}}|[A-Z][a-z]{{2,8}}\.? \d{{1,2}},? \d{{4}}"
_DAYS = re.compile(rf"(?<![\w-])(?:{DAY})(?![\w/-])")
_PARTED = re.compile(r"\d[^\d\s,;&+/|]*(?:[\s,;&+/|(].*)\d", re.DOTALL)
"""Without which a text holds no two numbers."""
_SIGNS = re.compile(r"[,;&+|\n]|\band\b|\s/\s", re.IGNORECASE)
_BLANKS = re.compile(r"[\s/()]+")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+$")
LEAST, LEAST_OF_WORDS = 1, 5
"""Digits of each number where a sign stands between them, and where only a blank or a stroke does."""


@lru_cache(maxsize=1 << 14)
def are_several(text: str, *, signs_only: bool = False) -> bool:
    """Whether a text holds more than one number; days count for none. `signs_only`: blanks may stand within the number."""
    if not _PARTED.search(text) or _THOUSANDS.match(text.strip()):
        return False
    text = _DAYS.sub(" ", text)
    if _count(_SIGNS.split(text), LEAST) > 1:
        return True
    return not signs_only and _count(_BLANKS.split(text), LEAST_OF_WORDS) > 1


def _count(pieces: list[str], least: int) -> int:
    return sum(1 for piece in pieces if sum(map(str.isdigit, piece)) >= least)
