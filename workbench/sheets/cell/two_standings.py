"""A cell of statuses that says two: "Active - Resigned 1/1/26", "Active (expired 6/1/26)", "No longer active". Which holds is asked.

A day that is still to come says nothing yet: who resigns at the end of the year is active.
"""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from workbench.sheets.cell import dates, words
from workbench.sheets.row import departing
from workbench.store.database import database

ACTIVE = "Active"
_COMING = "Pending"
_WORD = re.compile(r"[^\w']+")
_DAY = re.compile(
    rf"\b(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})|{dates.YEAR_FIRST}|[A-Z][a-z]{{2,8}}\.? \d{{1,2}},? \d{{4}})\b"
)


class Both(NamedTuple):
    """What such a cell says."""

    statuses: tuple[str, ...]
    """In its order; one alone where besides it only that somebody is gone."""
    gone: bool
    """Whether it says that somebody left, and not how."""
    since: date | None
    """The last day of the text, which is that of the last status; none where it is still to come, as an end is."""

    @property
    def last(self) -> str:
        """The status that the day is of; Active where none is named."""
        return self.statuses[-1] if self.statuses else ACTIVE

    @property
    def named(self) -> str:
        """Both, as a question names them."""
        return " and ".join((*self.statuses, *(("gone",) if self.gone else ())))


def told(text: str) -> Both | None:
    """What a text says of two standings; None where it says one or none."""
    if words.status(text) or words.category(text) or words.bare(text) in words.words().departures.of_licenses:
        return None
    days, today = _days(text), database.clock().date()
    if days and min(days) > today:
        return None
    statuses, gone = _said(text, over=bool(days) and max(days) <= today)
    contradicts = len(statuses) > 1 or gone and set(statuses) <= {ACTIVE}
    return Both(statuses, gone, days[-1] if days and days[-1] <= today else None) if contradicts else None


@lru_cache(maxsize=1 << 12)
def _said(text: str, *, over: bool) -> tuple[tuple[str, ...], bool]:
    """The statuses that a text names, and whether it says besides that somebody left. `over`: its days have come."""
    lists, phrases = words.words().departures, list(departing.phrases(text))
    ours = lists.left | lists.leaving | lists.unsaying
    is_plain = all(sort != "unknown" or phrase in ours for phrase, sort, _ in phrases)
    statuses: dict[str, None] = {ACTIVE: None} if _begins_active(text) else {}
    gone = taken_back = is_to_come = False
    for place, (phrase, sort, means) in enumerate(phrases):
        next_to_it = place <= 1 and over
        if sort == "status" and means == ACTIVE:
            gone = gone or taken_back
            statuses |= {ACTIVE: None} if "active" in phrase and not taken_back else {}
        elif sort == "status" and means != _COMING and not is_to_come and (phrase not in lists.loose or next_to_it):
            statuses[means] = None
        leaves = phrase in lists.left or over and phrase in lists.leaving
        gone = gone or leaves and phrase not in lists.unsaying and (is_plain or next_to_it)
        taken_back, is_to_come = phrase in lists.unsaying, means == _COMING
    return tuple(statuses), gone


def _begins_active(text: str) -> bool:
    """Whether the first word is one for Active, also a short one: "A - resigned"."""
    return words.status(_WORD.split(text.strip(), maxsplit=1)[0]) == ACTIVE


def _days(text: str) -> list[date]:
    found = []
    for match in _DAY.finditer(text):
        try:
            day = dates.day_of(match[0], "day")
        except ValueError:
            continue
        found += [day] if day else []
    return found
