"""The yearly audit of changed verifications (NCQA, credentialing information integrity): who changed what, when and why, read
from the trail, which nobody edits; and a sample of them drawn by lot, so that anybody can draw the same again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from workbench.lists.history_lines import Entry, Titles, changes, titles_of
from workbench.records import texts
from workbench.records.elements import ELEMENTS
from workbench.records.provider import Provider
from workbench.records.verification import VERIFICATIONS
from workbench.rules import lots
from workbench.store import asking, trail

HEADINGS = ("Provider", "Verification", "Changed on", "By", "What was done", "What changed", "Why")
LEAST, MOST, PERCENT = 10, 50, 5
"""Of a yearly sample that nobody says otherwise: so many percent, at least and at most so many."""
STRUCK, TAKEN_BACK, CHANGED = "Struck", "Taken back", "Changed"


@dataclass(frozen=True)
class Changed:
    """One change of one verification."""

    id: int
    """Of the change, in the trail."""
    provider: int
    person: str
    what: str
    """“State license, performed Nov 3 2026 at State licensing board”."""
    at: datetime
    by: str
    done: str
    """Struck, taken back (an undo, or with its record), or changed."""
    changed: str
    """Field by field, from what to what."""
    why: str

    @property
    def texts(self) -> tuple[str, ...]:
        """In the order of HEADINGS."""
        when = f"{texts.day(self.at.date())} {self.at:%H:%M}"
        return self.person, self.what, when, self.by, self.done, self.changed, self.why


@dataclass(frozen=True)
class Sample:
    """What was drawn, and from how many."""

    changes: tuple[Changed, ...]
    count: int
    """Changes to draw from."""
    said: str
    """How it was drawn, in one sentence."""


def usual(count: int) -> int:
    """How many are looked at of so many changes."""
    return min(count, max(LEAST, min(MOST, -(-count * PERCENT // 100))))


def count(since: date, until: date) -> int:
    """How many changes there were from a day to a day."""
    return len(_found(since, until))


def sample(since: date, until: date, wanted: int, seed: str) -> Sample:
    """So many of the changes from a day to a day, by lot over their places in the trail; in the order of time."""
    found = _found(since, until)
    drawn = {id for id, _ in lots.draw({"": [each[0] for each in found]}, wanted, seed)}
    kept = [each for each in found if each[0] in drawn]
    span = f"{texts.day(since)} to {texts.day(until)}"
    said = f"{len(kept):,} of {len(found):,} changes of verifications, {span}, drawn by lot; seed {seed}."
    return Sample(tuple(_told(kept)), len(found), said)


def _found(since: date, until: date) -> list[Any]:
    """What was changed, but for the beginning of the office: the sample hospital is made, and not edited."""
    return [each for each in trail.changed(VERIFICATIONS.table, since, until) if each[2].kind != "found"]


def _told(found: Sequence[tuple[int, int, Any, dict[str, Any], dict[str, Any] | None]]) -> list[Changed]:
    whose = asking.among({int(each[3].get("provider_id") or 0) for each in found})
    people = {each.id: each.title for each in Provider.select().where(Provider.id.in_(whose))}
    entries = [Entry(VERIFICATIONS, row, step, before, after, step.at, "") for _, row, step, before, after in found]
    titles = titles_of(entries)
    return [_one(each[0], entry, people, titles) for each, entry in zip(found, entries, strict=True)]


def _one(id: int, entry: Entry, people: dict[int, str], titles: Titles) -> Changed:
    before, after = entry.before or {}, entry.after
    who = int(before.get("provider_id") or 0)
    done, why = _done(before, after, entry.step.name)
    source = titles.get((VERIFICATIONS.model.field("source").rel_model, before.get("source_id") or 0), "")
    performed = texts.day(date.fromisoformat(str(before["done"])[:10])) if before.get("done") else ""
    what = f"{ELEMENTS.get(before.get('element', ''), 'Verification')}, performed {performed}"
    lines = [] if after is None else [f"{name}: {_plain(change)}" for name, change in changes(entry, titles)]
    shown = "; ".join(lines) or "The whole record"
    person = people.get(who, "A file that is no longer there")
    return Changed(
        id, who, person, f"{what} at {source}" if source else what, entry.step.at, entry.step.seat, done, shown, why
    )


def _plain(change: str) -> str:
    """“nothing → Bo”: on paper and in Excel nothing is struck through."""
    was, _, now = change.partition(" ⇒ ")
    return f"{was or 'nothing'} → {now or 'nothing'}"


def _done(before: dict[str, Any], after: dict[str, Any] | None, step: str) -> tuple[str, str]:
    """What was done in a word, and why; where nobody wrote why, the step says what it was part of."""
    if after is None:
        return TAKEN_BACK, step
    if after.get("struck") and not before.get("struck"):
        return STRUCK, str(after.get("struck_why") or step)
    return CHANGED, str(after.get("reason") or step)
