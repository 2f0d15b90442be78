"""Cells of a list, set to what was typed or pasted: all that can be set as one step, and every other one with its reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from workbench.actions import renewing
from workbench.actions.editing import taken
from workbench.errors import Problem, Progress, quiet
from workbench.lists.writable import may_set
from workbench.records import texts
from workbench.records.kind import Kind
from workbench.records.reading import read_text
from workbench.records.record import Record
from workbench.records.words import within
from workbench.store import asking, history, undoing

TOLD = "The program keeps this itself; it is not set by hand."


@dataclass(frozen=True)
class Cell:
    """A field of a record, and the text it is to have."""

    id: int
    field: str
    text: str


@dataclass(frozen=True)
class Refused:
    """A cell that stays as it was, and why."""

    cell: Cell
    title: str
    """Of the record."""
    message: str


@dataclass(frozen=True)
class Written:
    """What became of some cells; set + same + refused are all of them."""

    set: int = 0
    same: int = 0
    refused: tuple[Refused, ...] = ()
    unseen: int = 0
    """Records whose verification does not hold any longer, since what was seen at the source is another now."""
    renewed: Mapping[int, int] = field(default_factory=dict)
    """By the id of a term that was renewed, the new term's."""
    mended: tuple[int, ...] = ()
    """Terms whose end is later now and which stay the same ones: a slip was mended."""


@dataclass(frozen=True)
class Weighed:
    """What becomes of a record by a cell of a weighty field: “leave the staff”, or nothing more than another value."""

    id: int
    meaning: str
    before: str
    after: str
    """Both as a list shows them."""


class _NothingSet(Exception):
    """Leaves the step without a trace."""


def write(
    kind: Kind,
    cells: Sequence[Cell],
    today: date,
    name: str,
    progress: Progress = quiet,
    *,
    renews: bool | None = None,
) -> Written:
    """Set cells of a kind's records as one step of this name; nothing set is no step. Raises WorkbenchError, Cancelled.

    A later end of a term opens a new one, and the old one stays, or mends the one that there is: renews says which, else how far
    on it lies."""
    work = _Work(kind, today, renews)
    try:
        with history.step(name):
            work.whole(cells, progress)
            if not work.count:
                raise _NothingSet
    except _NothingSet:
        pass
    return Written(work.count, work.same, tuple(work.refused), work.unseen, work.renewed, tuple(work.mended))


def begins_term(kind: Kind, id: int, name: str, value: date) -> bool | None:
    """Whether a day in a cell would begin a new term; False where it would mend the one that there is, None where it ends no later."""
    model: Any = kind.model
    held = model.get_or_none(model.id == id)
    if held is None or not _ends_later(model, held.__data__, {name: value}):
        return None
    return renewing.begins(held.__data__, {name: value})


def otherwise(kind: Kind, cells: Sequence[Cell], today: date, name: str, renews: bool) -> Written:
    """Take back the newest step, which set these cells, and set them again with the later end meant the other way."""
    undoing.undo()
    return write(kind, cells, today, name, renews=renews)


def weighed(kind: Kind, cells: Sequence[Cell], today: date) -> list[Weighed]:
    """What becomes of each record whose weighty fields these cells change, in their order: it is asked before they are set."""
    model, found = kind.model, list[Weighed]()
    for name in model.weighty.intersection(cell.field for cell in cells):
        field, some = model.field(name), [cell for cell in cells if cell.field == name]
        had = dict(model.select(model.id, field).where(model.id.in_(asking.among(cell.id for cell in some))).tuples())
        read = {text: read_text(field, text, today) for text in {cell.text for cell in some}}
        for cell in some:
            value = read[cell.text]
            if cell.id in had and value and not isinstance(value, Problem) and value != had[cell.id]:
                shown = texts.text(field, had[cell.id]), texts.text(field, value)
                found.append(Weighed(cell.id, model.weighs(name, had[cell.id], value), *shown))
    return found


def named(kind: Kind, ids: Iterable[int]) -> dict[int, str]:
    """What records of a kind are called, by their ids."""
    model = kind.model
    return {each.get_id(): each.title for each in model.select().where(model.id.in_(list(ids)))}


def lacking_in(kind: Kind, name: str, text: str) -> Problem | None:
    """What is wrong where nothing is chosen of choices of which one always holds."""
    field = kind.model.field(name)
    if text.strip() or not field.choices or field.default in ("", None):
        return None
    return Problem(name, f"It cannot be empty: {', '.join(label for _, label in field.choices)}.")


def of_all(ids: Iterable[int], field: str, text: str) -> list[Cell]:
    """One text for a field of many records."""
    return [Cell(each, field, text) for each in ids]


class _Work:
    """Record by record, inside a step: what an earlier row took, a later one cannot have."""

    def __init__(self, kind: Kind, today: date, renews: bool | None) -> None:
        self._kind, self._model, self._today, self._renews = kind, kind.model, today, renews
        self.count = self.same = self.unseen = 0
        self.refused: list[Refused] = []
        self.renewed: dict[int, int] = {}
        self.mended: list[int] = []

    def whole(self, cells: Sequence[Cell], progress: Progress) -> None:
        """Every record once, in the order of its first cell."""
        asked: dict[int, dict[str, Cell]] = {}
        for cell in cells:
            asked.setdefault(cell.id, {})[cell.field] = cell
        for done, (id, theirs) in enumerate(asked.items()):
            progress(done, len(asked))
            record = self._model.get_or_none(self._model.id == id)
            if record is None:
                self._refuse(theirs.values(), "", "It is gone since.")
            else:
                self._record(record, theirs)

    def _record(self, record: Record, cells: Mapping[str, Cell]) -> None:
        values: dict[str, Any] = {}
        for name, cell in cells.items():
            value = self._read(name, cell.text)
            if isinstance(value, Problem):
                self._refuse([cell], record.title, value.message)
            elif value == record.__data__.get(name):
                self.same += 1
            else:
                values[name] = value
        before = dict(record.__data__)
        for name, message in self._without_wrong(record, before, values).items():
            self._refuse([cells[name]], record.title, message)
        if values:
            self.count += len(values)
            self._save(record, before, values)

    def _read(self, name: str, text: str) -> Any:
        field = self._model.field(name)
        if not may_set(self._kind, name):
            return Problem(name, TOLD)
        if (lacking := lacking_in(self._kind, name, text)) is not None:
            return lacking
        return read_text(field, text, self._today)

    def _without_wrong(self, record: Record, before: Mapping[str, Any], values: dict[str, Any]) -> dict[str, str]:
        """Take out of the values what makes the record wrong that was not wrong before; by field, why."""
        had, wrong = set(record.problems()), dict[str, str]()
        while values:
            _put(record, {**before, **values})
            new = [each for each in (*record.problems(), *taken(record, self._kind)) if each not in had]
            if not new:
                break
            blamed = {each.field if each.field in values else next(reversed(values)): each.message for each in new}
            wrong.update(blamed)
            for name in blamed:
                del values[name]
        _put(record, {**before, **values})
        return wrong

    def _save(self, record: Record, before: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        if _ends_later(self._model, before, values):
            if renewing.begins(before, values) if self._renews is None else self._renews:
                _put(record, before)
                new = renewing.open_term(record, {**renewing.carried(record), **values})  # type: ignore[arg-type]
                self.renewed[record.get_id()] = new.get_id()
                return
            self.mended.append(record.get_id())
        seen = self._model.witnessed_by
        if seen and before[seen[0]] and not set(values) <= self._model.not_witnessed:
            _put(record, {name: None if self._model.field(name).null else "" for name in seen})
            self.unseen += 1
        for name in values:
            if (since := f"{name}_since") in before and since not in values:
                _put(record, {since: self._today})  # a standing that is another now is so from today on
        record.save()

    def _refuse(self, cells: Iterable[Cell], title: str, message: str) -> None:
        self.refused += [Refused(cell, title, message) for cell in cells]


def _ends_later(model: type[Record], before: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    ends = model.renewed_by
    if ends not in values or before.get("past"):
        return False
    return bool(before[ends] and values[ends] and values[ends] > before[ends])


def _put(record: Record, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if not record.field(name).primary_key:
            setattr(
                record, record.field(name).object_id_name if hasattr(record.field(name), "rel_model") else name, value
            )


def model_of_person(kind: Kind) -> bool:
    """Whether the records of a kind lie on people's files."""
    return "provider" in kind.model._meta.fields


def called(kind: Kind, field: str, ids: Sequence[int]) -> str:
    """The name of a step that sets one field of some records: “Change department of 12 providers”."""
    what = within(kind.model.field(field).verbose_name)
    if len(ids) == 1 and (record := kind.model.get_or_none(kind.model.id == ids[0])) is not None:
        whose = getattr(record, "provider", None) if model_of_person(kind) else None
        return f"Change {what} of {record.which}{f' of {whose.title}' if whose is not None else ''}"
    return f"Change {what} of {len(ids):,} {within(kind.title)}"
