"""License numbers that are written with their state, where nothing else says it: "IL 036-111112", "036111114 (IL)", "IN01055555A".

Told from the whole column: MD, PA and ME are states, professions and the letters that numbers begin with.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workbench.records import places
from workbench.sheets.cell import number_tokens
from workbench.sheets.cell.packed_cells import Part
from workbench.sheets.reading import Cell

UNSURE = frozenset(
    [
        "MD",
        "PA",
        "ND",
        "DC",
        "ID",
        "ME",
        "OR",
        "OK",
        "AL",
        "CO",
        "MA",
        "MS",
        "PR",
        "MT",
        "DE",
        "LA",
        "AP",
        "AS",
        "AA",
        "AE",
    ]
)
"""Codes that also stand for a profession or begin license numbers: alone they tell no state."""
MOST = 0.9
_FIRST = re.compile(r"([A-Z]{2})(\s*[:#]\s*|\s+(?:#\s*|[-–—]\s+)?|[-–—])(?=\S*\d)(.+)$")
_GLUED = re.compile(r"([A-Z]{2})()(\d[\w.\-]{3,})$")
_LAST = re.compile(r"(\S*\d\S*?)(\s*\(|\s*,\s*|\s+[-–—]\s+|\s+)([A-Z]{2})\)?$")


class _Found(NamedTuple):
    state: str
    number: str
    glued: bool


def parts(column: Sequence[Cell]) -> dict[str, Part]:
    """By text the number and its state, of those cells of a column that surely say both; empty for most columns."""
    texts = {cell for cell in column if isinstance(cell, str) and _may_say(cell)}
    found = {text: each for text in texts if (each := _read(text.strip()))}
    sure = {text for text, each in found.items() if each.state not in UNSURE and not each.glued}
    filled = sum(1 for cell in column if cell is not None)
    said = sum(1 for cell in column if isinstance(cell, str) and cell in found)
    states = {each.state for each in found.values()}
    spaced = len(states) > 2 and all(text[2:3] in " :" for text in found)
    is_all = said >= MOST * filled and (bool(states - UNSURE) or spaced)
    if not sure and not is_all:
        return {}
    taken: Mapping[str, _Found] = found
    if not is_all:
        known = {found[text].state for text in sure}
        taken = {
            text: each
            for text, each in found.items()
            if text in sure or each.state in known or len(sure) > 1 and not each.glued
        }
    return {text: Part(each.number, each.state) for text, each in taken.items()}


def _may_say(text: str) -> bool:
    return (text[:2].isalpha() and text[:2].isupper() and not text[2:3].isalpha()) or text.rstrip(")")[-2:].isupper()


def _read(text: str) -> _Found | None:
    if number_tokens.are_several(text):
        return None
    match = _FIRST.match(text) or _GLUED.match(text)
    if match and places.code(match[1]) and _is_number(match[3]):
        return _Found(match[1], match[3].strip(), not match[2])
    if (match := _LAST.match(text)) and places.code(match[3]) and _is_number(match[1]):
        return _Found(match[3], match[1].strip(" ,-"), False)
    return None


def _is_number(text: str) -> bool:
    return len(text.split()) < 3 and any(map(str.isdigit, text))
