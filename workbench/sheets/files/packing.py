"""The rows of a sheet as the child process sends them: blocks of columns, without what is blank at their ends.

Marshal knows no dates: a date travels as complex(ordinal, -1), a moment as complex(ordinal, seconds of the day), an error
cell as bytes. No cell of a sheet is complex or bytes, so nothing can be mistaken for them.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from workbench.sheets import limits

BLOCK = 2000
PLAIN = {str, float, int, bool, type(None)}


class Fault(Exception):
    """The file cannot be read; the only argument is the code that the parent turns into a sentence."""


def blocks_of(
    rows: Iterable[list[Any]], left: int, amend: Callable[[int, list], list] | None = None
) -> Iterator[tuple]:
    """Blocks of columns, with `left` empty ones before. Blank rows between are counted, those at the end dropped."""
    blank = cells = count = 0
    block: list[list] = []
    for index, row in enumerate(rows):
        if amend:
            row = amend(index, row)
        block.append(row)
        if len(block) < BLOCK:
            continue
        count += BLOCK
        if count > limits.ROWS:
            raise Fault("too big")
        blank, cells = yield from _packed(block, left, blank, cells)
        block = []
    if block:
        yield from _packed(block, left, blank, cells)


def _packed(block: list[list], left: int, blank: int, cells: int) -> Generator[tuple, None, tuple[int, int]]:
    """Send one block without the blank rows at its end. Returns the blank rows still owed and the cells sent so far."""
    before = len(block)
    while block and not any(cell not in ("", None) for cell in block[-1]):
        block.pop()
    trailing = before - len(block)
    if not block:
        return blank + trailing, cells
    if blank:
        yield "blank", blank
    if max(map(len, block)) > limits.COLUMNS and sum(map(any, _transposed(block))) > limits.COLUMNS:
        raise Fault("too wide")
    columns = [_column(values) for values in _transposed(block)]
    while columns and columns[-1] is None:
        columns.pop()
    cells += sum(len(block) for column in columns if column is not None)
    if cells > limits.CELLS:
        raise Fault("too big")
    yield "rows", len(block), [None] * left + columns
    return trailing, cells


def _transposed(block: list[list]) -> Iterable[tuple]:
    width = len(block[0])
    if any(len(row) != width for row in block):
        width = max(map(len, block))
        block = [row + [""] * (width - len(row)) for row in block]
    return zip(*block, strict=True)


def _column(values: tuple) -> list | tuple[list] | None:
    """The values of a column: None if all are empty, a list if plain, a list in a tuple if it holds dates or errors."""
    try:  # nearly every column holds texts alone, none of them too long: this tells at once
        together = len("".join(values))
        texts, are_texts = values, True
    except TypeError:
        texts, are_texts = tuple(value for value in values if type(value) is str), False
        together = sum(map(len, texts))
    if are_texts and not together:
        return None
    if together > limits.LONGEST and max(map(len, texts)) > limits.LONGEST:
        raise Fault("long cell")
    packed: list[Any] = [None if value == "" else value for value in values] if "" in values else list(values)
    if are_texts or set(map(type, values)) <= PLAIN:
        return packed
    return ([value if type(value) in PLAIN else _marked(value) for value in packed],)


def _marked(value: Any) -> complex | bytes | str:
    if type(value) is date:
        return complex(value.toordinal(), -1)
    if isinstance(value, datetime):
        return complex(
            value.toordinal(), value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6
        )
    return value if isinstance(value, bytes) else str(value)
