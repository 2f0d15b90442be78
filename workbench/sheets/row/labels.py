"""Labels and values in the cells of a block, and what stands there without a label."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from workbench.sheets.cell import cells, standings, words
from workbench.sheets.reading import Cell

LABEL = re.compile(r"^\s*([A-Za-z#][^:\n]{0,39}?)\s*:\s*(.*)$", re.DOTALL)
INLINE = re.compile(r"(?:\s{2,}|\s*[;|]\s+)(?=[A-Za-z#][^:;|]{0,39}:)")
"""Blanks before a further label in one cell: "Name: NGO, Ruth     NPI: 1382810863"."""


class Placed(NamedTuple):
    """What a cell says, its label or "", and the column of the value."""

    label: str
    value: Cell
    column: int


class Pair(NamedTuple):
    """A label and what it says; several values stand in the order of the sheet."""

    label: str
    value: Cell


def labels(row: tuple[Cell, ...]) -> Iterator[tuple[str, str]]:
    """The labels of a row with what stands behind them in their cells."""
    for cell in row:
        if isinstance(cell, str) and ":" in cell:
            for part in INLINE.split(cell):
                if (match := LABEL.match(part)) and not match[2].startswith("//"):
                    yield match[1], match[2].strip()


def singular(label: str) -> str:
    """A label for one of its kind: Licenses -> License."""
    return label[:-1] if label.endswith("s") and not label.endswith("ss") and label.upper() != label else label


def says_standing(text: str) -> bool:
    """Whether a text without a label says that somebody is away or gone, and when: "RESIGNED 6/30/2026", "On leave"."""
    found = standings.told(text)
    return words.spelled_status(found.word if found else text) not in (None, "", "Active", "Pending")


def said(row: tuple[Cell, ...]) -> str:
    """A row below a label on one line; a day after other values is when they end."""
    parts: list[str] = []
    for cell in row:
        if isinstance(cell, date):
            parts.append(f"exp {cell:%m/%d/%Y}" if parts else f"{cell:%m/%d/%Y}")
        elif cell is not None and (text := cells.typed(cell)):
            parts.append(text)
    return " ".join(parts)


def text_of(row: tuple[Cell, ...]) -> str:
    """What a row says, for a person to see."""
    return " ".join(cells.typed(cell) for cell in row if cell is not None)[:200]
