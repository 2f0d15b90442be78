"""What the log says of a record, as a reader wants it: which field, from what to what; masked values never."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from workbench.records import texts
from workbench.records.fields import Day
from workbench.records.kind import Kind
from workbench.records.provider import PROVIDERS

MASKED = "not shown"
Titles = dict[tuple[type, int], str]
"""By model and id, what a record is called."""


@dataclass(eq=False)
class Entry:
    """What one step, or several that belong together, did to one record; before is None where it began, after where it ended."""

    kind: Kind
    row: int
    step: Any
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    since: datetime
    whose: str


def head_of(entry: Entry) -> tuple[str, str, str]:
    """When, who, and the step's name without the name of the person whose file this is."""
    name = entry.step.name.removesuffix(f" of {entry.whose}").removesuffix(f" on {entry.whose}")
    return f"{texts.day(entry.step.at.date())} {entry.step.at:%H:%M}", entry.step.seat, name


def changed(entry: Entry) -> Iterator[tuple[Any, Any, Any]]:
    """The fields that differ, with what they were and what they became as the log has it."""
    before, after = entry.before or {}, entry.after or {}
    for field in entry.kind.model._meta.sorted_fields:
        was, now = before.get(field.column_name), after.get(field.column_name)
        if not field.primary_key and field.name != "provider" and was != now:
            yield field, was, now


def told(entry: Entry, titles: Titles) -> Iterator[tuple[str, ...]]:
    """When, who, what was done, on which record of the person's file, and each field with its change."""
    stood = entry.after or entry.before or {}
    record = "Person" if entry.kind is PROVIDERS else title_of(entry.kind, stood, titles)
    for change in changes(entry, titles):
        yield *head_of(entry), record, *change


def changes(entry: Entry, titles: Titles) -> Iterator[tuple[str, str]]:
    """Each field and “was ⇒ is”; no field, and Added or Deleted with what it says, for a record that began or ended."""
    if entry.before is None or entry.after is None:
        said = " · ".join(_worth(entry.kind, entry.after or entry.before or {}, titles))
        yield "", ("Added" if entry.before is None else "Deleted") + (f": {said}" if said else "")
        return
    for field, was, now in changed(entry):
        if field.name in entry.kind.masked:
            yield field.verbose_name, MASKED
        elif field.name == "sha256":
            yield "Content", "replaced"
        else:
            yield field.verbose_name, f"{_text(field, was, titles)} ⇒ {_text(field, now, titles)}"


def _worth(kind: Kind, values: dict[str, Any], titles: Titles) -> Iterator[str]:
    """What a list of its kind shows of a record, besides what it is called and whose it is: “Expires Dec 31 2028”."""
    names = {field.name for field in kind.model._meta.sorted_fields}
    for name in kind.columns:
        if name in names and name not in (*kind.model.titled_by, *kind.masked, "provider", "sha256"):
            field = kind.model.field(name)
            if text := _text(field, values.get(field.column_name), titles):
                yield f"{field.verbose_name} {text}"


def title_of(kind: Kind, values: dict[str, Any], titles: Titles) -> str:
    """“Work history: Mercy West”: what sort of record it is, and what the log calls it."""
    model = kind.model
    shown = [_text(model.field(name), values.get(model.field(name).column_name), titles) for name in model.titled_by]
    title = model.title_of(*shown)
    return f"{kind.title}: {title}" if title else kind.title


def _text(field: Any, value: Any, titles: Titles) -> str:
    if value in (None, ""):
        return ""
    target = getattr(field, "rel_model", None)
    if target is not None:
        return titles.get((target, value), "another record")
    if isinstance(field, Day) and isinstance(value, str):
        value = date.fromisoformat(value[:10])
    return texts.text(field, value) or "No"


def titles_of(entries: list[Entry]) -> Titles:
    """The titles of all records that the entries point at, a query a model."""
    wanted: dict[type, set[int]] = {}
    for each in entries:
        for field in each.kind.model._meta.sorted_fields:
            if target := getattr(field, "rel_model", None):
                both = ((each.before or {}).get(field.column_name), (each.after or {}).get(field.column_name))
                wanted.setdefault(target, set()).update(value for value in both if value)
    found: Titles = {}
    for target, ids in wanted.items():
        found |= {(target, each.id): each.title for each in target.select().where(target.id.in_(list(ids)))}  # type: ignore[attr-defined]
    return found
