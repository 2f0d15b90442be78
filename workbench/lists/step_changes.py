"""What one step changed, and the history of any one record: rows of pages, from the log."""

import json
from dataclasses import fields
from datetime import date
from typing import Any

from workbench.lists.file_parts import Line
from workbench.lists.history_lines import MASKED, Entry, Titles, changes, head_of, title_of, titles_of
from workbench.records import KINDS
from workbench.records.desk import DOCUMENTS
from workbench.records.kind import Kind
from workbench.records.policy import Policy
from workbench.records.provider import PROVIDERS, Provider
from workbench.records.words import within
from workbench.rules import sealed
from workbench.store import history, trail

HEADINGS = ("Record", "Field", "Change")
RECORD_HEADINGS = ("When", "Who", "What was done", "Field", "Change")
MOST = 300
"""Records of a step that are shown; an import has 50,000."""
UNDER_SEAL = "Document under seal"
_BY_TABLE = {kind.table: kind for kind in KINDS}
_SHOWN_SETTINGS = {field.name: field for field in fields(Policy)}


def of_step(step: int) -> tuple[tuple[Line, ...], int]:
    """What a step changed, a line a field, in the order in which it was done; and how many records it touched in all."""
    found, count = trail.in_step(step, MOST)
    at = history.one(step)
    entries = [_entry(at, tbl, row, before, after) for tbl, row, before, after in found if tbl in _BY_TABLE]
    titles, hidden = titles_of(entries) | _people(entries), _sealed(_documents(entries))
    said = [line for each in entries for line in _lines(each, titles, hidden)]
    said += [_setting(before, after) for tbl, _, before, after in found if tbl == "setting"]
    return tuple(Line(place, line) for place, line in enumerate(said, 1)), count


def of_record(kind: Kind, row: int, until: date) -> tuple[Line, ...]:
    """The history of a record up to the end of a day, newest first, a line a field; the line's keys begin with the step."""
    entries = [_entry(each.step, kind.table, row, each.before, each.after) for each in trail.of(kind.table, row)]
    kept = [each for each in entries if each.step.at.date() <= until]
    titles, hidden = titles_of(kept), _sealed(_documents(kept))
    said = [
        (each.step.id, (*head_of(each), *change))
        for each in kept
        for change in ([("", MASKED)] if each.kind is DOCUMENTS and each.row in hidden else changes(each, titles))
    ]
    return tuple(Line(place, line, keys=(step,)) for place, (step, line) in enumerate(said, 1))


def record_called(tbl: str, row: int) -> str:
    """What a record is called, as it is now or as the log last knew it: “Okafor, Adaeze, MD”."""
    kind = _BY_TABLE.get(tbl)
    if kind is None:
        return "the settings" if tbl == "setting" else "another record"
    record: Any = kind.model.get_or_none(kind.model.id == row)
    if kind is DOCUMENTS and record is not None and row in _sealed([row]):
        return UNDER_SEAL.lower()
    return (record.title if record is not None else "") or f"a record of {within(kind.title)}"


def _entry(step: Any, tbl: str, row: int, before: dict[str, Any] | None, after: dict[str, Any] | None) -> Entry:
    return Entry(_BY_TABLE[tbl], row, step, before, after, step.at, "")


def _lines(entry: Entry, titles: Titles, hidden: set[int]) -> list[tuple[str, str, str]]:
    stood = entry.after or entry.before or {}
    if entry.kind is DOCUMENTS and entry.row in hidden:
        return [(UNDER_SEAL, "", MASKED)]
    whose = titles.get((Provider, stood.get("provider_id") or 0), "")
    record = title_of(entry.kind, stood, titles)
    record = record.removeprefix(f"{PROVIDERS.title}: ") if entry.kind is PROVIDERS else record
    return [(" · ".join(filter(None, (record, whose))), field, change) for field, change in changes(entry, titles)]


def _people(entries: list[Entry]) -> Titles:
    """Whose the records are that hang on a person."""
    ids = {(each.after or each.before or {}).get("provider_id") for each in entries} - {None}
    return {(Provider, each.id): each.title for each in Provider.select().where(Provider.id.in_(list(ids)))}


def _documents(entries: list[Entry]) -> list[int]:
    return [each.row for each in entries if each.kind is DOCUMENTS]


def _sealed(documents: list[int]) -> set[int]:
    """Those under seal: nothing of them is told, not even their names."""
    if not documents:
        return set()
    model = DOCUMENTS.model
    found = model.select(model.id).where(model.id.in_(documents) & model.id.in_(sealed.documents())).tuples()
    return {row for (row,) in found}


def _setting(before: dict[str, Any] | None, after: dict[str, Any] | None) -> tuple[str, str, str]:
    name = str((after or before or {}).get("name", ""))
    if name not in _SHOWN_SETTINGS:
        return "Settings", name.replace("_", " "), MASKED
    field = _SHOWN_SETTINGS[name]
    was, now = (_plain(json.loads(values["value"]) if values else field.default) for values in (before, after))
    return "Settings", field.metadata.get("label", name.replace("_", " ")), f"{was} ⇒ {now}"


def _plain(said: Any) -> str:
    return ", ".join(map(str, said)) if isinstance(said, list) else "" if said is None else str(said)
