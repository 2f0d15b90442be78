"""Two specialties in one cell: "IM / Cardiology", or one below the other; "Hematology / Oncology" is one."""

import re
from collections.abc import Iterable
from functools import cache

from workbench.sheets.cell import cells, packed_cells
from workbench.sheets.column.headings import load_synonyms
from workbench.sheets.reading import Cell
from workbench.sheets.row.group_names import key

Two = tuple[str, str]
_JOINED = re.compile(r"[/;\n,&+]|\band\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[/,&+]|\band\b)\s*", re.IGNORECASE)


def told_apart(column: Iterable[Cell]) -> dict[Cell, Two]:
    """By cell the two specialties it surely holds."""
    texts = {cell for cell in column if isinstance(cell, str) and _JOINED.search(cell)}
    return {text: found for text in texts if (found := _two(text))}


def _two(text: str) -> Two | None:
    lines = [cells.typed(piece) for piece in packed_cells.pieces(text)]
    if len(lines) == 2:
        return (lines[0], lines[1]) if all(any(map(str.isalpha, line)) for line in lines) else None
    return both_known(text) if len(lines) == 1 else None


def both_known(text: str) -> Two | None:
    """The two specialties of one line, where both are known by name and do not name one together."""
    halves = [half.strip() for half in _BETWEEN.split(text)]
    if len(halves) != 2 or _names_one(text) or _names_one(" and ".join(halves)):
        return None
    return (halves[0], halves[1]) if all(key(half) in _known() for half in halves) else None


def is_known(text: str) -> bool:
    """Whether a text is a specialty or a department that is known by name, or two that are one."""
    return _names_one(text)


def _names_one(text: str) -> bool:
    return key(text) in _one() or key(text) in _known()


@cache
def _known() -> frozenset[str]:
    lines = load_synonyms().lines
    return frozenset(key(name) for name in (*lines["specialties"], *lines["departments"]))


@cache
def _one() -> frozenset[str]:
    lines = load_synonyms().lines
    return frozenset(key(name) for name in (*lines["one_specialty"], *lines["departments"]))
