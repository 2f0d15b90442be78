"""A key of codes in cells side by side below the people: "A | Active", "C | Courtesy", "CON | Consulting", mostly under "Key:"."""

import re
from collections.abc import Mapping, Sequence

from workbench.sheets.cell import cells, words
from workbench.sheets.reading import Cell
from workbench.sheets.row import group_names, legend_lines
from workbench.sheets.row.lines import REMARK, Line

LEGEND = Line("It says what a code means.")
_CODE = re.compile(r"[A-Za-z0-9]{1,5}[.:]?")
_LEAST = 2
"""Lines side by side that make a key."""
_MOST = 0.6
"""The share of them whose words are known."""
Row = tuple[Cell, ...]


def told(rows: Sequence[Row], start: int, found: Mapping[int, Line]) -> dict[int, Line]:
    """By index the lines of a key behind the last row with more than a code and its word."""
    last = max((n for n in range(start, len(rows)) if len(rows[n]) - rows[n].count(None) > 2), default=start)
    tail = [n for n in range(last + 1, len(rows)) if _pair(rows[n])]
    runs: list[list[int]] = []
    for n in tail:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    keys = [run for run in runs if _is_key(rows, run)]
    led = {
        run[0] - 1: REMARK
        for run in keys
        if legend_lines.leads(" ".join(map(cells.typed, filter(None, rows[run[0] - 1]))))
    }
    return led | {n: LEGEND for run in keys for n in run}


def told_as(line: Line, row: Row) -> str:
    """A line of a key as legends are written, "A = Active"; "" of any other line."""
    return " = ".join(_pair(row) or ()) if line is LEGEND else ""


def _is_key(rows: Sequence[Row], run: Sequence[int]) -> bool:
    said = [pair for n in run if (pair := _pair(rows[n]))]
    known = sum(1 for _, word in said if words.category(word) or words.status(word) or group_names.is_known(word))
    return len(run) >= _LEAST and known >= _MOST * len(run)


def _pair(row: Row) -> tuple[str, str] | None:
    """The code and the word of a line of two cells side by side; None of any other."""
    filled = [at for at, cell in enumerate(row) if cell is not None]
    if len(filled) != 2 or filled[1] != filled[0] + 1:
        return None
    code, word = (" ".join(cells.typed(row[at]).split()) for at in filled)
    is_code = _CODE.fullmatch(code) is not None and word.casefold() != code.casefold()
    return (code.rstrip(".:"), word) if is_code and legend_lines.pairs(f"{code.rstrip('.:')} = {word}") else None
