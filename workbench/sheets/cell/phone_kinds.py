"""Cells that hold several phones of different sorts, told by the words beside them or by the heading: "P: .. F: ..", "Phone/Fax"."""

import re
from collections.abc import Sequence
from typing import Any

from workbench.sheets.cell import cells, contact_cells
from workbench.sheets.cell.naming import Column, Notes

KINDS = {
    "provider": ("phone", "fax", "cell", "pager"),
    "practice": ("phone", "fax"),
}
"""By the record what is kept of its phones."""
_BETWEEN = re.compile(r"\s*(?:[/&+,;|]|\band\b|\bor\b)\s*", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")


def is_one(target: str) -> bool:
    """Whether a target is a phone of some sort."""
    record, _, kind = target.partition(".")
    return kind in KINDS.get(record, ())


def of_heading(heading: str) -> list[str]:
    """The sorts that a heading names in turn with a sign between them, "Phone / Fax"; one alone for any other heading."""
    parts = [_WORD.findall(part.lower()) for part in _BETWEEN.split(heading)]
    found = [[kind for word in part if (kind := contact_cells.KINDS.get(word))] for part in parts]
    return [kinds[-1] for kinds in found if kinds]


def taken_apart(
    target: str, heading: str, column: Sequence[Any], notes: Notes
) -> tuple[list[Any], list[Column]] | None:
    """The phones of the target alone, and those of other sorts as columns of their own; None where no cell holds several sorts.

    Under "Phone/Fax" a number alone may be either: it is left out, said."""
    record, _, own = target.partition(".")
    named = of_heading(heading)
    read = {cell: found for cell in set(column) if (found := _read(cell, own, named)) is not None}
    read = {cell: found for cell, found in read.items() if set(found) <= {*KINDS[record]}}
    if not read:
        return None
    for index, cell in enumerate(column):
        if cell in read and not read[cell]:
            said = f"“{cells.typed(cell)}” may be of either sort that its heading names"
            notes.setdefault(index, []).append(f"{' '.join(heading.split())}: {said}; left out.")
    kinds = dict.fromkeys(kind for found in read.values() for kind in found if kind != own)
    others: list[Column] = [
        (f"{record}.{kind}", [read[cell].get(kind) if cell in read else None for cell in column]) for kind in kinds
    ]
    return [read[cell].get(own) if cell in read else cell for cell in column], others


def _read(cell: Any, own: str, named: Sequence[str]) -> dict[str, str] | None:
    """The phones of a cell by their sorts, {} where it is not sure of which it is; None where it is read as any cell."""
    said = contact_cells.numbered(cells.typed(cell) if cell is not None else "")
    if not said or None in (kind for kind, _ in said):
        return None
    kinds = [str(kind) for kind, _ in said]
    if not any(kinds) and len(set(named)) > 1:
        if len(said) != len(named) or len(set(named)) != len(named):
            return {}
        kinds = list(named)
    elif "" in kinds:
        first = named[0] if named else own
        if kinds.count("") > 1 or first in kinds or kinds[0]:
            return None
        kinds[0] = first
    is_plain = len(said) == 1 and not said[0][0]
    return (
        None if len(set(kinds)) < len(kinds) or is_plain else dict(zip(kinds, (text for _, text in said), strict=True))
    )
