"""The standing of people of whom a sheet says only that they are gone, or says it against their own cells: asked.

Until it is answered nobody new comes in: left alone they would be active.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workbench.records.provider import STATUSES
from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.cell import standings, words
from workbench.sheets.reading import Cell
from workbench.sheets.row.departing import GONE, STATUS
from workbench.sheets.row.sorting import DataRow

OUT = Option("out", "the status is left as it is, and whoever is new is left out")
CELLS = Option("cells", "as the column says")


@dataclass
class Settled:
    """The rows of a sheet without what was open, and the statuses that hold whatever the rows say, "" while it is open."""

    rows: list[DataRow]
    held: dict[int, str] = field(default_factory=dict)
    """By the row's number."""
    questions: list[Question] = field(default_factory=list)


def settle(sheet: str, rows: list[DataRow], status_at: int | None, answers: Replies) -> Settled:
    """Ask what is open of the standing of the rows, or take the answer."""
    done = Settled(rows)
    groups: dict[tuple[str, bool], list[int]] = {}
    for index, row in enumerate(rows):
        cell = None if status_at is None else row.cells[status_at]
        if about := _open(row, cell):
            groups.setdefault(about, []).append(index)
    for (text, is_gone), found in groups.items():
        question, status = _asked(sheet, text, is_gone, len(found), answers)
        done.questions.append(question)
        if status is not None:
            done.held |= {rows[index].number: status for index in found}
    done.rows = list(_without_open(rows, done.held)) if any(GONE in row.carried for row in rows) else rows
    return done


def _open(row: DataRow, cell: Cell) -> tuple[str, bool] | None:
    """What a row is asked about: the text that says gone, or a status that its own cell speaks against."""
    own, above = _status_in(cell), row.carried.get(STATUS, "")
    if _is_departed(own):
        return None
    if gone := row.carried.get(GONE):
        return None if _is_departed(above) else (gone, True)
    return (above, False) if own == "Active" and _is_departed(above) else None


def _status_in(cell: Cell) -> str:
    if not isinstance(cell, str):
        return ""
    found = standings.told(cell.strip())
    return words.status(found.word if found else cell) or ""


def _is_departed(status: str) -> bool:
    return status not in ("", "Active", "Pending")


def _asked(sheet: str, text: str, is_gone: bool, rows: int, answers: Replies) -> tuple[Question, str | None]:
    """The question, and the status that holds by its answer; None where the cells hold."""
    options = (*(Option(status, f"the status is {status}") for status in STATUSES), OUT)
    about = f"“{text}” does not say which status these people have"
    if not is_gone:
        options = (Option(text, f"the status is {text}"), CELLS, OUT)
        about = f"“{text}” stands above people whom the column of statuses calls active"
    key = key_of("standing" if is_gone else "against", sheet, text)
    chosen = answers.to(key, options, OUT.key)
    status = {OUT.key: "", CELLS.key: None}.get(chosen.key, chosen.key)
    return Question(sheet, about, rows, chosen.says, key, options), status


def _without_open(rows: Sequence[DataRow], held: dict[int, str]) -> Iterator[DataRow]:
    made: dict[tuple[int, str], dict[str, str]] = {}
    for row in rows:
        status = held.get(row.number, "")
        key = id(row.carried), status
        if key not in made:
            kept = {target: text for target, text in row.carried.items() if target != GONE}
            made[key] = kept | ({STATUS: status} if status else {})
        yield row._replace(carried=made[key])
