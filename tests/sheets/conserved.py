"""Whether every filled cell of a column that means something is in what an import writes, is ours already, or is told."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from workbench.sheets.cell import cells
from workbench.sheets.cell.conserving import says_nothing
from workbench.sheets.comparison import choosing
from workbench.sheets.comparison.effects import KEPT
from workbench.sheets.comparison.persons import Person, squeezed
from workbench.sheets.known import AT, COLUMNS
from workbench.sheets.likeness import fold
from workbench.sheets.plan import Plan
from workbench.sheets.plan_row import PlanRow
from workbench.sheets.targets import BACKGROUNDS, kind, plain, title

LINKED = {
    "department_id": "department",
    "specialty_id": "specialty",
    "subspecialty_id": "specialty",
    "category_id": "category",
}
LINKED |= {"facility_id": "facility", "practice_id": "practice"}
NO_RECORD = {"provider.full_name", "credential.kind", "provider.id", "credential.id"}
HUNG = {
    "credential": "credentials",
    "identifier": "identifiers",
    "appointment": "appointments",
    "affiliation": "affiliations",
    "other_name": "others",
    "practice_member": "practices",
    "education": "education",
    "work_history": "work",
}


def unaccounted(plan: Plan) -> list[str]:
    """Every value of every row that comes in that is neither written nor told, and every filled cell without a value or a word."""
    found = []
    for row in plan.rows:
        if row.person is not None and row.result in ("new", "changed", "same"):
            held = set(_held(row.person, plan))
            lost = [f"{t} = {v}" for t, v in row.values.items() if t not in NO_RECORD and not _is_kept(t, v, held, row)]
            lost += [f"{t}: “{cell}”" for t, cell in _cells(row) if not _is_read(t, cell, row, plan)]
            found += [f"row {row.number}: {each}" for each in lost]
    return found


def _held(person: Person, plan: Plan) -> Iterator[str]:
    """Everything that the office will have of a person, folded."""
    for tbl, rows in [("provider", [person.row]), *((tbl, getattr(person, name, [])) for tbl, name in HUNG.items())]:
        for row in rows:
            for column, value in zip(COLUMNS[tbl], row, strict=True):
                yield _folded(plan.drafts.name(LINKED[column], value) if column in LINKED else value)
    for row in [*plan.drafts.added["practice"], *plan.drafts.changed["practice"].values()]:
        yield from map(_folded, row)


def _folded(value: Any) -> str:
    return fold(value.isoformat() if isinstance(value, date) else str(value))


def _is_kept(target: str, value: Any, held: Iterable[str], row: PlanRow) -> bool:
    said = {_folded(e.new) for e in row.effects if e.verb == KEPT}
    words = " ".join([*row.notes, *row.told])
    name = target.partition(".")[2]
    value = choosing.choice(name, value) or value if name in choosing.CHOICES else value
    if value is cells.LIFETIME or value is True:
        return True
    pieces = str(value).replace("\n", ";").split(";") if isinstance(value, str) else [value]
    if plain(target).partition(".")[0] in BACKGROUNDS:  # years behind a name have fields of their own
        everything = " ".join((*held, *said))
        return (
            all(fold(word) in everything or word in words for word in re.findall(r"\w+", str(value)))
            or title(target) in words
        )
    for piece in pieces:
        text = _folded(piece)
        parts = [text] if target != "appointment.facilities" else [fold(each) for each in str(piece).split(":")]
        if target == "provider.ssn":
            parts = [squeezed(str(value))[-4:]]
        if not all(any(part in each for each in (*held, *said)) or str(piece) in words for part in parts):
            return (
                title(target) in words
                or target == "provider.supervisor"
                and row.person.row[AT["provider"]["supervisor_id"]]
            )
    return True


def _cells(row: PlanRow) -> Iterator[tuple[str, Any]]:
    for at, target in row.reading.columns.items():
        cell = row.cells[at]
        if target and cell is not None and not says_nothing(kind(target), cell):
            yield target, cell


def _is_read(target: str, cell: Any, row: PlanRow, plan: Plan) -> bool:
    """Whether a cell gave a value, or whether its row or a question says why not; of texts every word."""
    told = " ".join([*row.notes, *row.told, *(p.message for p in row.problems), *(q.about for q in plan.questions)])
    if not isinstance(cell, str) or kind(target) not in ("person", "degree", "suffix", "text"):
        return any(each.partition(".")[0] == target.partition(".")[0] for each in row.values) or title(target) in told
    said = fold(" ".join(map(str, row.values.values())) + told)
    words = [fold(word) for word in cell.replace("/", " ").replace(",", " ").split()]
    return all(word in said or word in _SAID_OTHERWISE or not word for word in words) or title(target) in told


_SAID_OTHERWISE = frozenset({"dr", "doctor", "mr", "mrs", "ms", "col", "2nd", "3rd", "junior", "senior"})
