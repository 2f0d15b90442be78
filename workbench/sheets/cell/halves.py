"""Columns whose cells hold two values each, a license and a DEA or the two days of a span, as two columns."""

from collections.abc import Callable, Mapping, Sequence

from workbench.sheets import targets
from workbench.sheets.cell import cells, parallel, words
from workbench.sheets.reading import Cell


class NotBoth(str):
    """A cell of a column of two values that does not fall into two."""

    __slots__ = ()


class NoSpan(str):
    """A cell of a column of spans that is none."""

    __slots__ = ()


Table = list[Sequence[Cell]]


def in_halves(
    columns: Mapping[int, str | None], table: Table
) -> tuple[Mapping[int, str | None], Table, dict[int, int]]:
    """Columns whose cells hold two values each as two behind the others; by these the column that they came from."""
    if not table or not any(targets.BOTH in target for target in columns.values() if target):
        return columns, table, {}
    apart, own = dict(columns), {}
    for at, target in columns.items():
        if not target or targets.BOTH not in target:
            continue
        apart[at] = None
        odd: Callable[[str], str] = NotBoth
        apart_by: Callable[[Cell], tuple[Cell, Cell] | None] = parallel.halves
        if targets.is_span(target):
            apart_by, odd = parallel.span, NoSpan
        elif targets.is_of_cards(target):
            apart_by = _of_each
        split = {cell: apart_by(cell) for cell in set(table[at]) - {None}}
        for half, name in enumerate(target.split(targets.BOTH)):
            own[len(table)] = at
            apart[len(table)] = name
            table.append([None if cell is None else _half(cell, split[cell], half, odd) for cell in table[at]])
    return apart, table, own


def _of_each(cell: Cell) -> tuple[Cell, Cell]:
    """The two halves of a cell, or the whole of it for each: one day of two cards."""
    return parallel.halves(cell) or (cell, cell)


def _half(cell: Cell, split: tuple[Cell, Cell] | None, half: int, odd: Callable[[str], str]) -> Cell:
    if split:
        return split[half]
    text = cells.typed(cell)
    return None if words.is_filler(text) else odd(text) if half else None
