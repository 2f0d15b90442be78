"""Adding, changing and deleting records: one step each, refused with its problems and nothing written."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from workbench.actions.in_use import in_use
from workbench.errors import Problem, WorkbenchError
from workbench.records.kind import Kind
from workbench.records.reading import read_text
from workbench.records.record import Record
from workbench.records.words import within
from workbench.store import history, lasting


def save(record: Record, kind: Kind) -> list[Problem]:
    """Write a record as one step; what is wrong with it is returned instead, and nothing is written."""
    problems = [*record.problems(), *taken(record, kind)]
    if not problems:
        new = record.get_id() is None
        with history.step(f"{'Add' if new else 'Change'} {one(kind)} {record.title}".strip()):
            record.save()
    return problems


def delete(kind: Kind, ids: Sequence[int]) -> int:
    """Delete records, and what hangs on them, as one step; how many."""
    found = list(kind.model.select().where(kind.model.id.in_(list(ids))))
    if kind.table in lasting.recalled_tables():
        raise WorkbenchError("What went out on paper stays in the log. Nothing was deleted. Recall it, or log it in.")
    if held := in_use(kind, [record.get_id() for record in found]):
        one_alone = held.startswith("1 ") and "," not in held
        points, them = ("points", "it") if one_alone else ("point", "them")
        raise WorkbenchError(
            f"{held} still {points} at what you want to delete. Nothing was deleted. Point {them} at another first."
        )
    name = f"{one(kind)} {found[0].title}" if len(found) == 1 else f"{len(found)} {within(kind.title)}"
    with history.step(f"Delete {name}"):
        for record in found:
            record.delete_instance()
    return len(found)


def hanging(model: type[Record], ids: Sequence[int]) -> int:
    """How many records hang on these, and on what hangs on them: they go when these are deleted."""
    count = 0
    for link, other in model._meta.backrefs.items():
        if link.on_delete == "CASCADE":
            theirs = [row[0] for row in other.select(other.id).where(link.in_(list(ids))).tuples()]
            count += len(theirs) + (hanging(other, theirs) if theirs else 0)
    return count


def set_text(kind: Kind, ids: Sequence[int], field: str, text: str, today: date) -> list[Problem]:
    """Set one field of some records to what was typed, as one step; all or none."""
    value = read_text(kind.model.field(field), text, today)
    if isinstance(value, Problem):
        return [value]
    records = list(kind.model.select().where(kind.model.id.in_(list(ids))))
    problems: list[Problem] = []
    if not records:
        return []
    what = records[0].title if len(records) == 1 else f"{len(records)} {within(kind.title)}"
    for record in records:
        had = set(record.problems())  # what was wrong before does not keep anybody from mending something else
        setattr(record, kind.model.field(field).object_id_name if hasattr(record, f"{field}_id") else field, value)
        problems += [problem for problem in (*record.problems(), *taken(record, kind)) if problem not in had]
    if len(records) > 1 and value not in (None, "") and (field,) in kind.alone:
        problems.append(Problem(field, f"Only one of {what} can have it."))
    if not problems:
        with history.step(f"Change {within(kind.model.field(field).verbose_name)} of {what}"):
            for record in records:
                record.save()
    return problems


def one(kind: Kind) -> str:
    """What one record of a kind is called: “practice” of Practices, “practice address” of Practice addresses."""
    words = within(kind.title)
    if " and " in words:  # “bylaw or policy” of Bylaws and policies
        return " or ".join(_one(each) for each in words.split(" and "))
    return _one(words)


def _one(words: str) -> str:
    if words.endswith("ies"):
        return words[:-3] + "y"
    if words.endswith("sses"):
        return words[:-2]
    return words[:-1] if words.endswith("s") else words


def taken(record: Record, kind: Kind) -> list[Problem]:
    """A value that only one record may have, and another has; it is told whose it is.

    The office's numbers of people (a natural key of one field) may be doubled from before: only a new value is refused.
    """
    model = type(record)
    problems = []
    for names in kind.alone:
        values = [record.__data__.get(name) for name in names]
        if any(value in (None, "") for value in values):
            continue
        same = [model.field(name) == value for name, value in zip(names, values, strict=True)]
        other = _others(record).where(*same).first()
        field = model.field(names[-1])
        if other is None or names == kind.natural_key and not field.unique and _stands(record, same):
            continue
        called = within(field.verbose_name)
        if "provider" in names:
            problems.append(Problem(names[-1], f"This {called} is on the file already."))
        elif names == kind.natural_key and not field.unique:
            problems.append(Problem(names[-1], f"This {called} is that of {other.title}."))
        else:
            said = f" “{values[0]}”" if len(names) == 1 else ""
            problems.append(Problem(names[-1], f"There is a {called}{said} already."))
    return problems


def _stands(record: Record, same: Sequence[Any]) -> bool:
    """Whether the record itself has this value already."""
    model = type(record)
    return bool(record.get_id()) and model.select().where(model.id == record.get_id(), *same).exists()


def _others(record: Record) -> Any:
    model = type(record)
    return model.select().where(model.id != (record.get_id() or 0))
