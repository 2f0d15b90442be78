"""One column a facility: who is on which staff, said by a category, a check or an X under the facility's name.

"North: Active; South: Courtesy" in one cell says the same.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from workbench.sheets.cell import cells, words
from workbench.sheets.column.headings import load_synonyms
from workbench.sheets.column.profile import Profile

TARGET = "appointment.facilities"
_LED = re.compile(
    r"^(?:facilit(?:y|ies)|hospital affiliations?|hospitals?|campus(?:es)?|locations?|sites?"
    r"|(?:staff )?(?:status|category|privileges|member(?:ship)?)(?: at)?)\s*[-–—:@/]?\s+(?=\S)",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\s*[-–—:/]?\s*\b(?:(?:staff|appt|appointment)\s+)?(?:status|category|cat|privileges)\.?$", re.IGNORECASE
)
_OTHER_TIMES = re.compile(
    r"\b(?:prior|previous|former|old|new|last|next|proposed|requested|current|type|class)\b|\d{4}", re.IGNORECASE
)
_ONE = re.compile(r"^(.+?)\s*(?:[:=(–—]|\s-\s)\s*([^()]+?)\)?$")
_PIECES = re.compile(r"\s*[;\n]+\s*")
MOSTLY = 0.9


def called(heading: str) -> str:
    """The facility that a heading names: "Status at North Campus" -> North Campus."""
    heading = " ".join(heading.split())
    return _ENDED.sub("", _LED.sub("", heading)).strip(" -–—:") or heading


def columns(texts: Mapping[int, str], looks: Mapping[int, Profile]) -> list[int]:
    """Of columns whose headings mean nothing else, those that hold standings at a facility each."""
    may = [
        at
        for at, look in looks.items()
        if look.count and texts.get(at) and not _OTHER_TIMES.search(texts[at]) and look.share(_says) >= MOSTLY
    ]
    named = [at for at in may if _names_facility(texts[at])]
    standing = [at for at in may if looks[at].share(_is_standing) >= MOSTLY and len(called(texts[at])) > 1]
    return sorted({*named, *(standing if len(standing) > 1 else [])})


def _names_facility(text: str) -> bool:
    found = set(re.findall(r"[a-z]+", text.casefold()))
    return not found.isdisjoint(load_synonyms().lines["facility_words"])


def _is_standing(text: str) -> bool:
    return bool(words.category(text) or words.status(text))


def _says(text: str) -> bool:
    return _is_standing(text) or cells.flag(text) is True or text.lower() in ("no", "n", "0", "false", "-")


def read(heading: str, column: Sequence[Any]) -> tuple[list[str | None], dict[Any, str]]:
    """The column of one facility: "North: Active", or "North" where only a check says it; and what could not be taken."""
    facility = called(heading)
    said: dict[Any, str | None] = {None: None}
    left: dict[Any, str] = {}
    for cell in set(column) - {None}:
        said[cell] = _standing(facility, cells.typed(cell))
        if said[cell] is None and not _says_no(cells.typed(cell)):
            left[cell] = f"{facility}: “{cells.typed(cell)}” is no staff category."
    return [said[cell] for cell in column], left


def _standing(facility: str, text: str) -> str | None:
    if category := words.category(text):
        return f"{facility}: {category}"
    return facility if cells.flag(text) else None


def _says_no(text: str) -> bool:
    return not text or words.is_filler(text) or text.lower() in ("n", "0", "false")


def several(text: str) -> str | None:
    """One cell that names facilities with a category each, or several; None where it names one alone."""
    pieces = [piece for piece in _PIECES.split(text) if piece]
    found = [(match[1], words.category(match[2])) if (match := _ONE.match(piece)) else (piece, "") for piece in pieces]
    if len(pieces) < 2 and not any(category for _, category in found):
        return None
    if any(category is None for _, category in found):
        return None
    return "; ".join(f"{name.strip()}: {category}" if category else name.strip() for name, category in found)


def parts(text: str) -> list[tuple[str, str]]:
    """The facilities of a value and the category at each; "" where none is said."""
    halves = (piece.partition(": ") for piece in text.split("; "))
    return [(name, category) for name, _, category in halves]
