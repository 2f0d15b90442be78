"""The history of a person's records: when, who, which record, which field, from what to what; masked values never."""

from collections.abc import Iterator
from datetime import date, timedelta

from workbench.lists.file_parts import Line
from workbench.lists.file_quality import ALL_PARTS
from workbench.lists.history_lines import Entry, Titles, head_of, titles_of, told
from workbench.records.credential import CREDENTIALS
from workbench.records.kind import Kind
from workbench.records.provider import PROVIDERS, MergedPerson
from workbench.store import trail

HEADINGS = ("When", "Who", "What was done", "Record", "Field", "Change")
FOLDED = timedelta(minutes=10)
"""One person's edits to one record within this time are one entry."""
FEW = 4
"""Records added in one step that are told one by one."""
_KINDS = (CREDENTIALS, *(part.kind for part in ALL_PARTS))


def lines(provider: int, until: date) -> tuple[Line, ...]:
    """The history up to the end of a day, newest first, one line a field."""
    entries = sorted(_entries(provider), key=lambda each: (each.step.at, each.step.id), reverse=True)
    kept = [each for each in _folded(entries) if each.step.at.date() <= until]
    titles = titles_of(kept)
    many = _many(kept)
    said = [line for each in kept for line in _lines_of(each, many, titles)]
    return tuple(Line(place, line) for place, line in enumerate(said, 1))


def _many(entries: list[Entry]) -> dict[int, list[Entry]]:
    """By step, what it added, where that is more than a reader wants one by one: an import."""
    added: dict[int, list[Entry]] = {}
    for each in entries:
        if each.before is None:
            added.setdefault(each.step.id, []).append(each)
    return {step: found for step, found in added.items() if len(found) > FEW}


def _lines_of(entry: Entry, many: dict[int, list[Entry]], titles: Titles) -> Iterator[tuple[str, ...]]:
    added = many.get(entry.step.id, [])
    if entry not in added:
        yield from told(entry, titles)
    elif entry is added[0]:
        others = len(added) - 1
        what = (
            f"Person and {others} records" if any(each.kind is PROVIDERS for each in added) else f"{others + 1} records"
        )
        yield *head_of(entry), what, "", "Added"


def _entries(provider: int) -> Iterator[Entry]:
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


def _of(kind: Kind, row: int, whose: str) -> Iterator[Entry]:
    for each in trail.of(kind.table, row):
        yield Entry(kind, row, each.step, each.before, each.after, each.step.at, whose)


def _folded(entries: list[Entry]) -> list[Entry]:
    """Newest first in, newest first out."""
    kept: dict[tuple[str, int], Entry] = {}
    out: list[Entry] = []
    for each in entries:
        later = kept.get((each.kind.table, each.row))
        if later and each.before is not None and _belong(later, each):
            later.before, later.since = each.before, each.step.at
        else:
            kept[each.kind.table, each.row] = each
            out.append(each)
    return out


def _belong(later: Entry, earlier: Entry) -> bool:
    plain = later.step.kind == earlier.step.kind == "do" and later.step.seat == earlier.step.seat
    return plain and later.after is not None and later.since - earlier.step.at <= FOLDED
