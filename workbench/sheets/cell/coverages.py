"""A cell of carriers that holds more: when the coverage ends, and the number of the policy where a sign or a word sets it off."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from workbench.sheets import targets
from workbench.sheets.cell import packed_cells
from workbench.sheets.cell.naming import Notes
from workbench.sheets.reading import Cell

_POLICY = re.compile(
    r"(?P<name>[^\d#/,]*?[^\W\d_][.)]?)"
    r"(?:\s*[,/]\s*(?:(?:policy|pol)\b\.?\s*)?(?:(?:no|num|number)\b\.?\s*|#\s*)?:?\s*"
    r"|\s+(?:(?:policy|pol)\b\.?\s*(?:(?:no|num|number)\b\.?\s*|#\s*)?|#\s*):?\s*)"
    r"(?P<number>(?:[A-Z]{1,4} )?(?=[\w-]*\d)\w[\w-]{2,})",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\b", re.IGNORECASE)
_NO_NUMBER = re.compile(r"\d+(?:M|MM|K|mil)|(?:19|20)\d\d(?:-\d\d)?", re.IGNORECASE)
"""Limits and years."""


class Coverage(NamedTuple):
    """What a cell says of a coverage, as written; "" where it does not."""

    carrier: str = ""
    number: str = ""
    expires: str = ""


def coverage(text: str) -> Coverage | None:
    """ "ISMIE #P1234 exp 3/22/2029", "MedPro, HN555": a carrier with its policy and when that ends; None if it is not sure."""
    rest, expires = packed_cells.without_end(" / ".join(packed_cells.pieces(text)).strip(" ,"), years=False)
    found = _POLICY.fullmatch(rest)
    if found and not _NO_NUMBER.fullmatch(found["number"]):
        return Coverage(found["name"].strip(), found["number"], expires)
    plain = _ORDINAL.sub("", rest)  # 21st Century
    is_name = any(map(str.isalpha, plain)) and not any(map(str.isdigit, plain)) and not set("#$").intersection(plain)
    return Coverage(rest, "", expires) if is_name else None


def taken_apart(
    target: str, column: Sequence[Any], cells: Sequence[Cell], columns: Mapping[int, str | None], notes: Notes
) -> dict[str, list[Any]]:
    """By target the carriers, and what stands beside them; what is not sure, or has a column of its own, is told. Cells: as they
    were typed, where line breaks part them."""
    lines = {text: cell for text, cell in zip(column, cells, strict=True) if isinstance(cell, str) and "\n" in cell}
    read = {text: coverage(lines.get(text, text)) for text in set(column) if text and any(map(str.isdigit, text))}
    if not read:
        return {}
    number, expires = (target.replace("issuer", part) for part in ("number", "expires"))
    if number in columns.values():
        read = {text: None if found and found.number else found for text, found in read.items()}
    for index, text in enumerate(column):
        if text in read and read[text] is None:
            said = f"{targets.title(target)}: “{text}” holds more than a name; left out."
            notes.setdefault(index, []).append(said)
    found = [(read[text] or Coverage()) if text in read else Coverage(text or "") for text in column]
    by_part = zip((target, number, expires), zip(*found, strict=True), strict=True)
    return {name: [text or None for text in texts] for name, texts in by_part}
