"""The history of a person's records: when, who, which record, which field, from what to what; masked values never."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from workbench.lists.file_parts import PARTS, Line
from workbench.records import texts
from workbench.records.credential import CREDENTIALS
from workbench.records.fields import Day
from workbench.records.kind import Kind
from workbench.records.provider import PROVIDERS, MergedPerson
from workbench.store import trail

HEADINGS = ("When", "Who", "What was done", "Record", "Field", "Change")
FOLDED = timedelta(minutes=10)
"""One person's edits to one record within this time are one entry."""
MASKED = "not shown"
FEW = 4
"""Records added in one step that are told one by one."""
_KINDS = (CREDENTIALS, *(part.kind for part in PARTS))


@dataclass(eq=False)
class _Entry:
    kind: Kind
    row: int
    step: Any
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    since: datetime
    whose: str


def lines(provider: int, until: date) -> tuple[Line, ...]:
    """The history up to the end of a day, newest first, one line a field."""
    entries = sorted(_entries(provider), key=lambda each: (each.step.at, each.step.id), reverse=True)
    kept = [each for each in _folded(entries) if each.step.at.date() <= until]
    titles = _titles(kept)
    many = _many(kept)
    told = [line for each in kept for line in _lines_of(each, many, titles)]
    return tuple(Line(place, line) for place, line in enumerate(told, 1))


def _many(entries: list[_Entry]) -> dict[int, list[_Entry]]:
    """By step, what it added, where that is more than a reader wants one by one: an import."""
    added: dict[int, list[_Entry]] = {}
    for each in entries:
        if each.before is None:
            added.setdefault(each.step.id, []).append(each)
    return {step: found for step, found in added.items() if len(found) > FEW}


def _lines_of(
    entry: _Entry, many: dict[int, list[_Entry]], titles: dict[tuple[type, int], str]
) -> Iterator[tuple[str, ...]]:
    added = many.get(entry.step.id, [])
    if entry not in added:
        yield from _told(entry, titles)
    elif entry is added[0]:
        others = len(added) - 1
        what = (
            f"Person and {others} records" if any(each.kind is PROVIDERS for each in added) else f"{others + 1} records"
        )
        yield *_head(entry), what, "", "Added"


def _head(entry: _Entry) -> tuple[str, str, str]:
    """When, who, and the step's name without the name of the person whose file this is."""
    name = entry.step.name.removesuffix(f" of {entry.whose}").removesuffix(f" on {entry.whose}")
    return f"{texts.day(entry.step.at.date())} {entry.step.at:%H:%M}", entry.step.seat, name


def _entries(provider: int) -> Iterator[_Entry]:
    person = PROVIDERS.model.get_or_none(PROVIDERS.model.id == provider)
    whose = person.title if person else ""
    yield from _of(PROVIDERS, provider, whose)
    for merged in MergedPerson.select().where(MergedPerson.provider == provider):
        yield from _of(PROVIDERS, merged.gone, whose)
    for kind in _KINDS:
        link = kind.model.field("provider")
        standing = {row for (row,) in kind.model.select(kind.model.id).where(link == provider).tuples()}
        for row in sorted(standing.union(trail.ended(kind.table, link.column_name, provider))):
            yield from _of(kind, row, whose)


def _of(kind: Kind, row: int, whose: str) -> Iterator[_Entry]:
    for each in trail.of(kind.table, row):
        yield _Entry(kind, row, each.step, each.before, each.after, each.step.at, whose)


def _folded(entries: list[_Entry]) -> list[_Entry]:
    """Newest first in, newest first out."""
    kept: dict[tuple[str, int], _Entry] = {}
    out: list[_Entry] = []
    for each in entries:
        later = kept.get((each.kind.table, each.row))
        if later and each.before is not None and _belong(later, each):
            later.before, later.since = each.before, each.step.at
        else:
            kept[each.kind.table, each.row] = each
            out.append(each)
    return out


def _belong(later: _Entry, earlier: _Entry) -> bool:
    plain = later.step.kind == earlier.step.kind == "do" and later.step.seat == earlier.step.seat
    return plain and later.after is not None and later.since - earlier.step.at <= FOLDED


def _changed(entry: _Entry) -> Iterator[tuple[Any, Any, Any]]:
    before, after = entry.before or {}, entry.after or {}
    for field in entry.kind.model._meta.sorted_fields:
        was, now = before.get(field.column_name), after.get(field.column_name)
        if not field.primary_key and field.name != "provider" and was != now:
            yield field, was, now


def _told(entry: _Entry, titles: dict[tuple[type, int], str]) -> Iterator[tuple[str, ...]]:
    stood = entry.after or entry.before or {}
    record = "Person" if entry.kind is PROVIDERS else _title(entry.kind, stood, titles)
    head = (*_head(entry), record)
    if entry.before is None or entry.after is None:
        yield *head, "", "Added" if entry.before is None else "Deleted"
        return
    for field, was, now in _changed(entry):
        if field.name in entry.kind.masked:
            yield *head, field.verbose_name, MASKED
        elif field.name == "sha256":
            yield *head, "Content", "replaced"
        else:
            yield *head, field.verbose_name, f"{_text(field, was, titles)} ⇒ {_text(field, now, titles)}"


def _title(kind: Kind, values: dict[str, Any], titles: dict[tuple[type, int], str]) -> str:
    model = kind.model
    shown = [_text(model.field(name), values.get(model.field(name).column_name), titles) for name in model.titled_by]
    title = model.title_of(*shown)
    return f"{kind.title}: {title}" if title else kind.title


def _text(field: Any, value: Any, titles: dict[tuple[type, int], str]) -> str:
    if value in (None, ""):
        return ""
    target = getattr(field, "rel_model", None)
    if target is not None:
        return titles.get((target, value), "another record")
    if isinstance(field, Day) and isinstance(value, str):
        value = date.fromisoformat(value[:10])
    return texts.text(field, value) or "No"


def _titles(entries: list[_Entry]) -> dict[tuple[type, int], str]:
    """The titles of all records that the entries point at, a query a model."""
    wanted: dict[type, set[int]] = {}
    for each in entries:
        for field in each.kind.model._meta.sorted_fields:
            if target := getattr(field, "rel_model", None):
                both = ((each.before or {}).get(field.column_name), (each.after or {}).get(field.column_name))
                wanted.setdefault(target, set()).update(value for value in both if value)
    found: dict[tuple[type, int], str] = {}
    for target, ids in wanted.items():
        found |= {(target, each.id): each.title for each in target.select().where(target.id.in_(list(ids)))}  # type: ignore[attr-defined]
    return found
