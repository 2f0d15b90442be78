"""A text of which no alphabet is sure: which it is read in is asked, with the names that each would make of it.

Until somebody says so, letters beyond A to Z are lost, so that nobody comes in under a spoiled name.
"""

from collections.abc import Iterator
from dataclasses import replace

from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.files import code_pages
from workbench.sheets.reading import Cell, Sheet, Workbook

NONE = Option("none", "not known: rows whose names have letters beyond A to Z are refused")
SHOWN = 3
"""Cells that are shown in each reading."""
LONGEST = 24
GUESSED = "The text does not say its alphabet"
ABOUT = "The text does not say its alphabet, and letters beyond A to Z can be read in several ways"


def read_as(workbook: Workbook, answers: Replies) -> tuple[Workbook, Question | None]:
    """The workbook in the alphabet that was chosen, and what is asked; as it is where its alphabet is sure."""
    if not workbook.alphabets:
        return workbook, None
    key = key_of("alphabet", workbook.sheets[0].name)
    options = (*(_option(workbook, page) for page in workbook.alphabets), NONE)
    chosen = answers.to(key, options, NONE.key)
    sheets = [_read_again(sheet, chosen.key) for sheet in workbook.sheets]
    question = Question(sheets[0].name, ABOUT, sum(map(_rows_beyond, workbook.sheets)), chosen.says, key, options)
    return replace(workbook, sheets=sheets), question


def tell(workbook: Workbook, asked: Question | None, notes: list[str], questions: list[Question]) -> None:
    """Put first what is asked of the alphabet, or which was guessed."""
    if asked:
        notes.insert(0, f"{ABOUT}: {asked.chosen}.")
        questions.insert(0, asked)
    elif workbook.guessed:
        chosen = f"read as {workbook.guessed} writes"
        notes.insert(0, f"{GUESSED}; it is {chosen}: look at names with accents.")
        rows = sum(map(_rows_beyond, workbook.sheets))
        questions.insert(0, Question(workbook.sheets[0].name, GUESSED, rows, chosen))


def _option(workbook: Workbook, page: str) -> Option:
    shown = [_cell(cell, page) for cell in _shown(workbook)]
    return Option(page, f"{', '.join(map(str, shown))} (as {code_pages.CALLED[page]} writes)")


def _shown(workbook: Workbook) -> list[str]:
    """The first cells with letters beyond A to Z, short ones: names."""
    found = dict.fromkeys(cell for cell in _beyond(workbook) if len(cell) <= LONGEST)
    return list(found)[:SHOWN]


def _beyond(workbook: Workbook) -> Iterator[str]:
    for sheet in workbook.sheets:
        for row in sheet.rows:
            yield from (cell for cell in row if isinstance(cell, str) and not cell.isascii())


def _rows_beyond(sheet: Sheet) -> int:
    return sum(1 for row in sheet.rows if any(isinstance(cell, str) and not cell.isascii() for cell in row))


def _read_again(sheet: Sheet, page: str) -> Sheet:
    """The sheet with its texts in a code page, or without the letters that none is known for."""
    rows = [
        row
        if all(not isinstance(cell, str) or cell.isascii() for cell in row)
        else tuple(_cell(cell, page) for cell in row)
        for row in sheet.rows
    ]
    return replace(sheet, rows=rows)


def _cell(cell: Cell, page: str) -> Cell:
    if type(cell) is not str or cell.isascii():
        return cell
    if page == NONE.key:
        return "".join(sign if sign.isascii() else "\ufffd" for sign in cell)
    return code_pages.again(cell, page)
