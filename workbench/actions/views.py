"""Saved views: kept, changed, renamed, ordered and removed, each as a step. Built-in ones are not among them."""

from collections.abc import Sequence

from workbench.errors import Problem
from workbench.lists import saved
from workbench.lists.saved import Asked
from workbench.records.saved_view import SavedView
from workbench.store import history

MOST = 40
"""Letters of a name: it stands on a chip."""


def keep(listed: str, name: str, asked: Asked, built_in: Sequence[str] = ()) -> list[Problem] | int:
    """Keep a view of a list by a name, after those it has; its id, or what is wrong with the name.

    built_in are the titles of the list's own views: no other may be called so."""
    name = " ".join(name.split())
    if wrong := _wrong(listed, name, built_in):
        return wrong
    last = max((each.position for each in _of(listed)), default=-1)
    with history.step(f"Save the view “{name}” of {listed}"):
        made = SavedView.create(listed=listed, name=name, position=last + 1, **saved.written(asked))
    return int(made.get_id())


def change(view: int, asked: Asked) -> None:
    """Let a view show what is asked for now."""
    record = SavedView.get_by_id(view)
    with history.step(f"Change the view “{record.name}” of {record.listed}"):
        for name, value in saved.written(asked).items():
            setattr(record, name, value)
        record.save()


def rename(view: int, name: str, built_in: Sequence[str] = ()) -> list[Problem]:
    """Call a view otherwise."""
    record, name = SavedView.get_by_id(view), " ".join(name.split())
    if name == record.name:
        return []
    if wrong := _wrong(record.listed, name, built_in, view):
        return wrong
    with history.step(f"Rename the view “{record.name}” to “{name}”"):
        record.name = name
        record.save()
    return []


def remove(view: int) -> None:
    """Remove a view; the rows it showed stay as they are."""
    record = SavedView.get_by_id(view)
    with history.step(f"Remove the view “{record.name}” of {record.listed}"):
        record.delete_instance()


def move(view: int, by: int) -> bool:
    """Put a view so many places further among those of its list; False if it has nowhere to go."""
    record = SavedView.get_by_id(view)
    there = _of(record.listed)
    at = next(n for n, each in enumerate(there) if each.get_id() == view)
    to = min(max(at + by, 0), len(there) - 1)
    if to == at:
        return False
    there.insert(to, there.pop(at))
    with history.step(f"Move the view “{record.name}” of {record.listed}"):
        for place, each in enumerate(there):
            SavedView.update(position=place).where(SavedView.id == each.get_id()).execute()
    return True


def _of(listed: str) -> list[SavedView]:
    found = SavedView.select().where(SavedView.listed == listed)
    return list(found.order_by(SavedView.position, SavedView.id))


def _wrong(listed: str, name: str, built_in: Sequence[str], view: int = 0) -> list[Problem]:
    if not name:
        return [Problem("name", "Give the view a name.")]
    if len(name) > MOST:
        return [Problem("name", f"A chip has room for {MOST} letters.")]
    if name.casefold() in {each.casefold() for each in built_in}:
        return [Problem("name", f"“{name}” is a built-in view, which stays as it is. Give yours another name.")]
    if any(each.name.casefold() == name.casefold() and each.get_id() != view for each in _of(listed)):
        return [Problem("name", f"There is a view “{name}” already. Update that one, or give this another name.")]
    return []
