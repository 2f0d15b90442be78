"""Labels and values in the cells of a block, and what stands there without a label."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from workbench.sheets.cell import cells, standings, words
from workbench.sheets.column.headings import Synonyms, meaning
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


def placed(row: tuple[Cell, ...], synonyms: Synonyms) -> Iterator[Placed]:
    """Labels with their values; a value is the rest of the cell or the next cell that is filled. What has no label has "" for one."""
    waiting, at = "", 0
    for column, cell in enumerate(row):
        found = list(labels((cell,)))
        value = _value_in(cell, synonyms) if found and waiting and isinstance(cell, str) else ""
        if value:  # "License:" beside "036-112233   Exp: 7/31/2029"
            yield Placed(waiting, value, column)
            waiting = ""
        if cell is None or isinstance(cell, str) and value == cell.strip() != "":
            continue
        if not found or len(found[0][0].split()) > _LABEL:
            yield Placed(waiting, cell, column)
            waiting = ""
            continue
        if waiting:
            yield Placed(waiting, None, at)
        for label, text in found[:-1]:
            yield Placed(label, text or None, column)
        (waiting, text), at = found[-1], column
        if text:
            yield Placed(waiting, text, column)
            waiting = ""
    if waiting:
        yield Placed(waiting, None, at)


_LABEL = 5
"""Words that a label has at most."""


def _value_in(cell: str, synonyms: Synonyms) -> str:
    """What stands before the labels of a cell that begins with a value: "036-112233   Exp: 7/31/2029" -> 036-112233; the whole
    of "FP1234563 Exp: 6/30/2028", whose label has no more than a blank before it; "" of a cell that begins with a label."""
    first, *_ = INLINE.split(cell)
    match = LABEL.match(first)
    if match is None:
        return first.strip()
    value, *rest = match[1].split()
    is_code = any(map(str.isdigit, value)) or not value.islower() and not value.istitle()
    if not rest or not is_code or _is_heading(match[1], synonyms):
        return ""
    return cell.strip() if any(_is_heading(" ".join(rest[at:]), synonyms) for at in range(len(rest))) else ""


def _is_heading(text: str, synonyms: Synonyms) -> bool:
    found = meaning(text, synonyms)
    return found.known or bool(found.attributes)


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
