"""What a credential is worth as evidence on a day: stated, verified or stale; and whether the source was one that counts."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from workbench.records.verification import NOT_FOUND
from workbench.rules.standards import Line

STATED, VERIFIED, STALE = "stated", "verified", "stale"


def seen(term: Any, on: date, line: Line | None = None) -> str:
    """Whether a term of a credential is stated, verified or stale on a day.

    term has verified and expires, days or None. line says how long a verification is good for; without one as long as the
    term lasts. One that is dated after the day was not there yet. A term that is over says nothing of the day after it."""
    if term.verified is None or term.verified > on:
        return STATED
    ended = term.expires is not None and term.expires < on
    return STALE if ended or (line is not None and on > line.good_until(term.verified)) else VERIFIED


def found_ends(looks: Iterable[Any], on: date) -> dict[int, date]:
    """By credential, the end that the newest look at its source showed by a day; looks stand the newest first. What the source does
    not know has none."""
    newest: dict[int, Any] = {}
    for row in looks:
        if row.credential and row.done <= on and row.result != NOT_FOUND:
            newest.setdefault(row.credential, row)
    return {id: row.expires for id, row in newest.items() if row.expires}


def end_of(each: Any, ends: Mapping[int, date]) -> date | None:
    """Until when a credential is good: as the file says, but no longer than its source showed; None where neither knows."""
    found = ends.get(each.id)
    if found is None or each.lifetime:
        return each.expires  # type: ignore[no-any-return]
    return found if each.expires is None else min(each.expires, found)
