"""The other hospitals that a cell names: "Mercy; St. Luke's", "Mercy, Lakeside (Courtesy)", "Mercy Hospital, Springfield"."""

import re

from workbench.sheets.cell import words
from workbench.sheets.column.headings import load_synonyms

_SURE, _COMMA = re.compile(r"\s*[;\n]\s*"), re.compile(r"\s*,\s*")
_STANDING = re.compile(r"\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]\s*$")


def named(text: str) -> dict[str, str]:
    """The hospitals by name, each with its staff category, "" where none is said; a place behind a comma stays a part."""
    found: dict[str, str] = {}
    for piece in _SURE.split(text):
        for name in parted(piece):
            match = _STANDING.search(name)
            category = words.category(match[1]) if match else None
            found.setdefault(name[: match.start()] if match and category else name, category or "")
    return found


def parted(text: str) -> list[str]:
    """Hospitals with a comma between them: each is called one, or stands with its category in brackets."""
    pieces = [piece for piece in _COMMA.split(text.strip()) if piece]
    if len(pieces) < 2:
        return pieces
    if any(_has_category(piece) for piece in pieces) or all(map(_is_called_one, pieces)):
        return pieces
    return [text.strip()]


def _has_category(piece: str) -> bool:
    match = _STANDING.search(piece)
    return match is not None and words.category(match[1]) is not None


def _is_called_one(piece: str) -> bool:
    low = {word.strip(".()").casefold() for word in piece.split()}
    return bool(low & {"hospital", "hosp", "medical", "health", "clinic", *load_synonyms().lines["facility_words"]})
