"""What is wrong with a record as a file leaves it: by the same rules as a form, and against all others as they will be."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from workbench.errors import Problem
from workbench.records import texts
from workbench.records.kind import Kind
from workbench.records.record import Record
from workbench.records.words import within
from workbench.sheets.entered import Proposed
from workbench.sheets.returned import BackRow, Decided, Edit
from workbench.store import bulk, trail


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as a rule can judge them: a name that is proposed for a list stands for a record."""
    return {name: 1 if isinstance(value, Proposed) else value for name, value in values.items()}


def problems_after(model: type[Record], before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Problem]:
    """What is wrong now and was not before: what was wrong keeps nobody from mending something else."""
    had = set(model.problems_in(before)) if before else set()
    return [problem for problem in model.problems_in(plain(after)) if problem not in had]


def follower(model: type[Record], before: Mapping[str, Any], step: int) -> Record | None:
    """The term that followed a record here since a step; None where none did."""
    if not model.renewed_by or not before.get("past"):
        return None
    stood = trail.at_step(model._meta.table_name, before["id"], step)
    if stood is None or stood.get("past"):
        return None
    alike = [model.field(name) == before[name] for name in ("provider", "sort", "title", "state")]
    found = model.select().where(*alike, ~model.field("past")).order_by(model.id.desc())
    return found.first()


def like(record: Record, values: Mapping[str, Any]) -> bool:
    """Whether a record has these values."""
    return all(record.__data__.get(name) == value for name, value in values.items())


def guard(model: type[Record], row: BackRow, raw: Mapping[str, Any], decided: Decided) -> None:
    """A last day older than ours, and what is unlike a value that was verified, asks; not in a new term, nor where it was typed here."""
    if row.renews:
        return
    typed, sides = decided.choices.corrections, decided.sides
    for n, edit in enumerate(row.edits):
        said = (*row.place, edit.key) in typed or row.corrects and edit.name == model.renewed_by
        if not edit.clash and not said and (why := _kept_back(model, edit, raw)):
            row.edits[n] = edit._replace(clash=True, side=sides.get((*row.place, edit.key), ""), why=why)


def _kept_back(model: type[Record], edit: Edit, raw: Mapping[str, Any]) -> str:
    """Why a value of ours is not given up to the file without a word; "" where it is."""
    seen = model.witnessed_by
    on = raw.get(seen[0]) if seen and edit.name not in model.not_witnessed else None
    if on and edit.old not in (None, ""):
        return f"ours was verified on {texts.text(model.field(seen[0]), on)}"
    both = edit.name == model.renewed_by and isinstance(edit.old, date) and isinstance(edit.new, date)
    return "ours is later" if both and edit.new < edit.old else ""


class Alone:
    """Values that only one record may have, looked at once every row of the file is known."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self._changed: dict[tuple[str, ...], list[tuple[Any, int | None, tuple]]] = {names: [] for names in kind.alone}

    def note(self, row: Any, id: int | None, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """A row (which is handed back with its problem) gives a record, or a new one, these values."""
        for names, rows in self._changed.items():
            values = tuple(after.get(name) for name in names)
            if any(value in (None, "") or isinstance(value, Proposed) for value in values):
                continue
            if id is None or values != tuple(before.get(name) for name in names):
                rows.append((row, id, values))

    def problems(self) -> Iterator[tuple[Any, Problem]]:
        """Each row that would give a second record what only one may have."""
        for names, rows in self._changed.items():
            if rows:
                yield from self._of(names, rows)

    def _of(self, names: tuple[str, ...], rows: list[tuple[Any, int | None, tuple]]) -> Iterator[tuple[Any, Problem]]:
        model = self._kind.model
        columns = [model.field(name).column_name for name in names]
        now = {id: tuple(values) for id, *values in bulk.fetch(self._kind.table, ("id", *columns))}
        leaving = {id for _, id, _ in rows if id is not None}
        holders: dict[tuple, list[Any]] = {}
        for id, held in now.items():
            holders.setdefault(_folded(held), []).append(id)
        counted: dict[tuple, int] = {}
        for _, _, values in rows:
            counted[_folded(values)] = counted.get(_folded(values), 0) + 1
        strict = names != self._kind.natural_key or model.field(names[-1]).unique
        for row, id, values in rows:
            others = [h for h in holders.get(_folded(values), []) if h != id and (strict or h not in leaving)]
            if others or counted[_folded(values)] > 1:
                yield row, Problem(names[-1], self._said(names, others))

    def _said(self, names: tuple[str, ...], others: list[int]) -> str:
        field = self._kind.model.field(names[-1])
        called = within(field.verbose_name)
        if not others:
            return f"Another row of the file has this {called} too."
        other = self._kind.model.get_by_id(others[0])
        return f"This {called} is that of {other.title}."


def _folded(values: tuple) -> tuple:
    return tuple(
        value.casefold() if isinstance(value, str) else value.isoformat() if isinstance(value, date) else value
        for value in values
    )


def sorted_away(rows: Sequence[BackRow]) -> list[BackRow]:
    """Of changed rows those that took their last names from each other: a column that was sorted without the others."""
    edits = [(row, edit) for row in rows for edit in row.taken if edit.name == "last"]
    before = {str(edit.old).casefold() for _, edit in edits}
    found = [row for row, edit in edits if str(edit.new).casefold() in before]
    return found if len(found) > 1 else []
