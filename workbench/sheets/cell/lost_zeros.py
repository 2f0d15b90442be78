"""Licenses that lost the zero they begin with: told from texts beside them, or from the state whose numbers begin so."""

from collections.abc import Iterator
from typing import Any

from workbench.sheets import targets
from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.cell import cells
from workbench.sheets.cell.written import Written
from workbench.sheets.column.headings import load_synonyms
from workbench.sheets.reading import Cell

ZEROS, AS_WRITTEN = Option("zeros", "the zero that Excel dropped is put back"), Option("written", "kept as written")
LONG = 6
"""Digits from which numbers of one length are of one manner."""


def told(written: Written, answers: Replies) -> tuple[dict[int, int], list[Question]]:
    """By column of licenses whose numbers lost a zero how many digits they have, and what is asked of it."""
    found: dict[int, int] = {}
    asked: list[Question] = []
    for at, target in written.columns.items():
        if target is None or targets.plain(target) != "license.number":
            continue
        column = [row[at] for row in written.rows]
        numbers = [cell for cell in column if isinstance(cell, (int, float)) and not isinstance(cell, bool)]
        if numbers and (lost := _beside_texts(column, numbers) or _of_a_state(written, at, target)):
            digits, count, why = lost
            key = key_of("zeros", written.sheet, written.labels[at])
            chosen = answers.to(key, (ZEROS, AS_WRITTEN), ZEROS.key)
            about = f"Column {written.labels[at]}: numbers as {why}"
            asked.append(Question(written.sheet, about, count, chosen.says, key, (ZEROS, AS_WRITTEN)))
            found |= {at: digits} if chosen is ZEROS else {}
    return found, asked


def _beside_texts(column: list[Cell], numbers: list[Any]) -> tuple[int, int, str] | None:
    """Numbers one digit short of texts that all begin with a zero."""
    texts = {cell for cell in column if isinstance(cell, str) and cell.isdigit() and len(cell) >= LONG}
    lengths = {len(text) for text in texts}
    short = [cell for cell in numbers if len(cells.typed(cell)) + 1 in lengths]
    if len(lengths) != 1 or len(texts) < 2 or not short or not all(text[0] == "0" for text in texts):
        return None
    return lengths.pop(), len(short), f"{cells.typed(short[0])} are a digit short of texts as {min(texts)}"


def _of_a_state(written: Written, at: int, target: str) -> tuple[int, int, str] | None:
    """Numbers of a state whose licenses begin with a zero, where every number of that length in the column is one."""
    for state, said in load_synonyms().zeros.items():
        begins = tuple(each[1:] for each in said["begins"])
        short = [
            (cell, of) for cell, of in _with_states(written, at, target) if len(cells.typed(cell)) == said["digits"] - 1
        ]
        if short and all(of == state and cells.typed(cell).startswith(begins) for cell, of in short):
            return said["digits"], len(short), f"{cells.typed(short[0][0])} are a digit short of a license of {state}"
    return None


def _with_states(written: Written, at: int, target: str) -> Iterator[tuple[Any, str]]:
    """The numbers of a column, each with the state that its row or the heading says."""
    said = f"{target.partition('.')[0]}.state"
    beside = written.column_of(said)
    for row in written.rows:
        if isinstance(row[at], (int, float)) and not isinstance(row[at], bool):
            yield row[at], _state(row[beside]) if beside is not None else written.constants.get(said, "")


def _state(cell: Cell) -> str:
    try:
        return cells.state(cell) or "" if cell is not None else ""
    except ValueError:
        return ""
