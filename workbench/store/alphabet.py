"""The alphabet of every list and paper: Ó stands with O, as whoever looks a name up expects."""

import unicodedata
from functools import lru_cache
from typing import Any

from peewee import Expression, fn

FOLDED = "folded"
"""SQL's name for what leaves accents out of a text; every connection knows it, and no index or table does."""
_APART = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H", "ı": "i"}
    | {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "’": "'"}
)
"""Letters that are no other with an accent."""


@lru_cache(50_000)
def folded(text: Any) -> Any:
    """A text without its accents; what is none stays."""
    if not isinstance(text, str) or text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text.translate(_APART))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def place(text: str) -> str:
    """Where a text stands, for a sort in Python: without regard to accents and case."""
    return str(folded(text)).casefold()


def by(value: Any) -> Expression:
    """Where a text stands, for a query. Only texts that hold more than ASCII are folded: SQLite itself sees which, fast enough for
    400,000 rows."""
    plain = fn.length(value) == fn.octet_length(value)
    return fn.iif(plain, value, getattr(fn, FOLDED)(value)).collate("NOCASE")
