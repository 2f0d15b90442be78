"""The standing of people of whom a sheet says only that they are gone, or says it against their own cells: asked.

Until it is answered nobody new comes in: left alone they would be active.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.records.provider import STATUSES
from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.cell import standings, two_standings, words
from workbench.sheets.reading import Cell
from workbench.sheets.row.departing import GONE, STATUS
from workbench.sheets.row.sorting import DataRow
from workbench.sheets.sheet_reading import folded

OUT = Option("out", "the status is left as it is, and whoever is new is left out")
CELLS = Option("cells", "as the column says")


@dataclass
class Settled:
    """The rows of a sheet without what was open, and the statuses that hold whatever the rows say, "" while it is open."""

    rows: list[DataRow]
    held: dict[int, str] = field(default_factory=dict)
    """By the row's number."""
    questions: list[Question] = field(default_factory=list)


class _About(NamedTuple):
    """What rows of one group are asked about."""

    what: str
    """How the key begins: “standing” where a text says only that they are gone, “against” where it speaks against their cells,
    “both” where their cells say two things."""
    text: str
    statuses: tuple[str, ...] = STATUSES


def settle(
    sheet: str, rows: list[DataRow], standing_at: Sequence[int], answers: Replies, meant: Collection[str] = ()
) -> Settled:
    """Ask what is open of the standing of the rows, or take the answer; `standing_at` are the columns of statuses and categories,
    `meant` the words, folded, of which somebody said what they mean."""
    done = Settled(rows)
    groups: dict[_About, list[int]] = {}
    read: dict[Cell, tuple[str, _About | None]] = {None: ("", None)}
    for index, row in enumerate(rows):
        for at in standing_at:
            if (cell := row.cells[at]) not in read:
                is_meant = isinstance(cell, str) and folded(cell) in meant
                read[cell] = _status_in(cell), None if is_meant else _of_both(cell)
        own = [read[row.cells[at]] for at in standing_at]
        if about := next((both for _, both in own if both), None) or _open(row, [status for status, _ in own]):
            groups.setdefault(about, []).append(index)
    for about, found in groups.items():
        shown = next((cell for at in standing_at if isinstance(cell := rows[found[0]].cells[at], str)), "")
        question, status = _asked(sheet, about, (" ".join(shown.split()), len(found)), answers)
        done.questions.append(question)
        if status is not None:
            done.held |= {rows[index].number: status for index in found}
    done.rows = list(_without_open(rows, done.held)) if any(GONE in row.carried for row in rows) else rows
    return done


def _of_both(cell: Cell) -> _About | None:
    """A cell that says two standings; one whose second is a staff category says both."""
    both = two_standings.told(cell) if isinstance(cell, str) and not standings.pair(cell) else None
    if both is None or not isinstance(cell, str):
        return None
    if not both.statuses:
        return _About("standing", " ".join(word for word in cell.split() if not any(map(str.isdigit, word))))
    return _About("both", both.named, STATUSES if both.gone else both.statuses)


def _open(row: DataRow, own: Sequence[str]) -> _About | None:
    """What a row is asked about: the text that says gone, or a status that its own cells speak against."""
    above = row.carried.get(STATUS, "")
    if any(map(_is_departed, own)):
        return None
    if gone := row.carried.get(GONE):
        return None if _is_departed(above) else _About("against" if "Active" in own else "standing", gone)
    return _About("against", above, (above,)) if "Active" in own and _is_departed(above) else None


def _status_in(cell: Cell) -> str:
    if not isinstance(cell, str):
        return ""
    found = standings.told(cell.strip())
    return words.status(found.word if found else cell) or ""


def _is_departed(status: str) -> bool:
    return status not in ("", "Active", "Pending")


_SAYS = {
    "standing": "“{}” does not say which status these people have",
    "against": "“{}” is said of people whom the column of statuses calls active",
    "both": "The status says {} of these people, as “{}”: which holds?",
}


def _asked(sheet: str, about: _About, cells: tuple[str, int], answers: Replies) -> tuple[Question, str | None]:
    """The question, and the status that holds by its answer; None where the cells hold. Cells: one of them, and how many."""
    by_cells = (CELLS,) if about.what == "against" else ()
    options = (*(Option(status, f"the status is {status}") for status in about.statuses), *by_cells, OUT)
    key = key_of(about.what, sheet, about.text)
    chosen = answers.to(key, options, OUT.key)
    status = {OUT.key: "", CELLS.key: None}.get(chosen.key, chosen.key)
    says = _SAYS[about.what].format(about.text, cells[0])
    return Question(sheet, says, cells[1], chosen.says, key, options), status


def _without_open(rows: Sequence[DataRow], held: dict[int, str]) -> Iterator[DataRow]:
    made: dict[tuple[int, str], dict[str, str]] = {}
    for row in rows:
        status = held.get(row.number, "")
        key = id(row.carried), status
        if key not in made:
            kept = {target: text for target, text in row.carried.items() if target != GONE}
            made[key] = kept | ({STATUS: status} if status else {})
        yield row._replace(carried=made[key])
