"""Blocks of labels and values side by side, several people abreast: each column of blocks is a sheet of its own. Where they do not
stand below each other the first column is read, and the others are said."""

from dataclasses import replace

from workbench.sheets.asking import Question
from workbench.sheets.column import side_by_side
from workbench.sheets.column.headings import Synonyms, normal
from workbench.sheets.reading import Cell, Sheet
from workbench.sheets.row.labels import labels
from workbench.sheets.sheet_reading import SheetReading

_LEAST = 2
"""Rows in which the label that begins a block stands twice."""


def apart(sheet: Sheet, begins: str, synonyms: Synonyms) -> list[Sheet]:
    """The columns of blocks, each as a sheet with nothing beside it; empty where there is one alone, or they are not aligned."""
    rows = [at for row in sheet.rows if (at := _begin_at(row, begins, synonyms))]
    columns = max(rows, key=len, default=[])
    if len(columns) < 2 or any(at != columns[: len(at)] for at in rows):
        return []
    parts = []
    for start, end in zip(columns, [*columns[1:], len(sheet.rows[0])], strict=True):
        cut = [(*(None,) * start, *row[start:end], *(None,) * (len(row) - end)) for row in sheet.rows]
        name = f"{sheet.name}, from column {SheetReading.letter(start)}"
        parts.append(replace(sheet, name=name, rows=cut, of=sheet.name, abreast=True))
    return parts


def first_alone(sheet: Sheet, begins: str, synonyms: Synonyms) -> tuple[Sheet, list[Question]]:
    """The sheet without the blocks on the right, and what is said of these."""
    found = [at for row in sheet.rows if len(at := _begin_at(row, begins, synonyms)) > 1]
    if len(found) < _LEAST:
        return sheet, []
    second = min(each[1] for each in found)
    rows = [(*row[:second], *(None,) * len(row[second:])) for row in sheet.rows]
    return replace(sheet, rows=rows), [
        side_by_side.left_out(sheet.name, SheetReading.letter(second), second, sheet.rows)
    ]


def _begin_at(row: tuple[Cell, ...], begins: str, synonyms: Synonyms) -> list[int]:
    """The columns of a row in which a block begins."""
    return [
        at
        for at, cell in enumerate(row)
        if any(normal(label, synonyms.words) == begins for label, _ in labels((cell,)))
    ]
