"""Joining entries of the office's own lists that mean the same: whatever named the one names the other, in one step."""

from collections.abc import Sequence
from typing import Any

from peewee import fn

from workbench.actions.editing import one
from workbench.errors import WorkbenchError
from workbench.records.kind import Kind
from workbench.records.office_lists import CATEGORIES, DEPARTMENTS, FACILITIES, SPECIALTIES, EntryAlias
from workbench.records.practice import PRACTICES
from workbench.store import history

JOINABLE = (DEPARTMENTS, CATEGORIES, SPECIALTIES, FACILITIES, PRACTICES)
"""Lists whose entries are known by their name alone."""


def uses(kind: Kind, ids: Sequence[int]) -> dict[int, int]:
    """How many records name each of these entries."""
    counts = dict.fromkeys(ids, 0)
    for link, model in kind.model._meta.backrefs.items():
        query = model.select(link, fn.COUNT(model.id)).where(link.in_(list(ids))).group_by(link)
        for entry, count in query.tuples():
            counts[entry] += count
    return counts


def join(kind: Kind, ids: Sequence[int], kept: int) -> int:
    """Let one entry stand for all of these: how many records name it that named another before.

    The names that go are remembered: a file that comes later with one of them means the entry that stayed. What that one
    leaves blank (a chair, an address) is filled from the others. Raises WorkbenchError."""
    gone = [each for each in ids if each != kept]
    entries = {each.id: each for each in kind.model.select().where(kind.model.id.in_([*gone, kept]))}
    if kept not in entries or not gone or len(entries) != len(gone) + 1:
        raise WorkbenchError("Some of these are not there any longer. Nothing was changed. Choose them again.")
    names = ", ".join(entries[each].name for each in gone)
    with history.step(f"Join {one(kind)} {names} with {entries[kept].name}"):
        moved = sum(_move(link, model, gone, kept) for link, model in kind.model._meta.backrefs.items())
        _fill(entries[kept], [entries[each] for each in gone])
        EntryAlias.update(entry=kept).where((EntryAlias.tbl == kind.table) & EntryAlias.entry.in_(gone)).execute()
        for each in gone:
            EntryAlias.delete().where(
                (EntryAlias.tbl == kind.table) & (EntryAlias.said == entries[each].name)
            ).execute()
            EntryAlias.create(tbl=kind.table, said=entries[each].name, entry=kept)
            entries[each].delete_instance()
    return moved


def _fill(kept: Any, gone: Sequence[Any]) -> None:
    """What the entry that stays leaves blank, as the first of the others has it."""
    for field in kept._meta.sorted_fields:
        if not field.primary_key and getattr(kept, field.name) in (None, ""):
            said = (getattr(each, field.name) for each in gone)
            setattr(kept, field.name, next((value for value in said if value not in (None, "")), field.default))
    kept.save()


def _move(link: Any, model: Any, gone: Sequence[int], kept: int) -> int:
    """Point the records of one link at the entry that stays; one that would be there twice goes."""
    alone = [names for names, unique in model._meta.indexes if unique and link.name in names]
    moved = 0
    for record in model.select().where(link.in_(list(gone))):
        setattr(record, link.object_id_name, kept)
        moved += 1
        if any(_is_there(record, names) for names in alone):
            record.delete_instance()
        else:
            record.save(only=[link])
    return moved


def _is_there(record: Any, names: Sequence[str]) -> bool:
    model = type(record)
    same = [model._meta.fields[name] == record.__data__[name] for name in names]
    return model.select().where(model.id != record.id, *same).exists()
