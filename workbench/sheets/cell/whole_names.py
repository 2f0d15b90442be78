"""Whole names in a column of last names, beside a first name that is empty: "Nakamura, Kenneth, MD"."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.errors import Problem
from workbench.sheets import likeness
from workbench.sheets.cell import cells, conserving, names
from workbench.sheets.cell.naming import NAME_PARTS, Column, Wrongs
from workbench.sheets.reading import Cell

LAST, FIRST = "provider.last", "provider.first"
_PARTS = len(NAME_PARTS)


def taken_apart(
    column: Sequence[Cell], columns: Mapping[int, str | None], rows: Iterable[Sequence[Cell]], wrong: Wrongs
) -> tuple[list[Cell], list[Column]] | None:
    """The last names alone and what stood behind them, as columns; None where none is a whole name. Of two words without a comma
    that may be a whole name nothing is sure: the row waits."""
    at = next((each for each, target in columns.items() if target == FIRST), None)
    if at is None:
        return None
    alone = [not _says(row[at]) for row in rows]
    texts = {cell for cell, is_alone in zip(column, alone, strict=True) if is_alone and isinstance(cell, str)}
    read = {cell: parts for cell in texts if (parts := _whole(cells.typed(cell)))}
    found = [
        read.get(cell) if is_alone and isinstance(cell, str) else None
        for cell, is_alone in zip(column, alone, strict=True)
    ]
    for index, cell in enumerate(column):
        if alone[index] and found[index] is None and isinstance(cell, str) and _may_be_whole(cells.typed(cell)):
            said = f"“{cells.typed(cell)}” may be a last name or a whole name, and the first name is empty: write it as Last, First."
            wrong.setdefault(index, []).append(Problem(LAST, said))
    if not read:
        return None
    more: list[Column] = [
        (f"provider.{part}", [parts[n] or None if parts else None for parts in found])
        for n, part in enumerate(NAME_PARTS)
        if part != "last"
    ]
    return [parts[0] if parts else cell for cell, parts in zip(column, found, strict=True)], more


def _says(cell: Any) -> bool:
    return cell is not None and not conserving.says_nothing("given", cell)


def _whole(text: str) -> tuple[str, ...] | None:
    """The parts of a text that has a comma between a last and a first name; None of any other."""
    found = names.parse(text) if "," in text else None
    if not found or not (found.last and found.first) or found.several or found.unclear or names.is_company(text):
        return None
    return tuple(found[:_PARTS]) if text.casefold().startswith(found.last.casefold()) else None


def _may_be_whole(text: str) -> bool:
    """Whether one of several words is a given name."""
    tokens = text.replace(",", " ").split()
    return len(tokens) > 1 and any(map(likeness.is_given, tokens)) and not names.is_company(text)
