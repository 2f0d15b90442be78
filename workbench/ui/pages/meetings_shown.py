"""The list of meetings as the window shows it: a packet that went out and would print otherwise now says so."""

from dataclasses import replace
from datetime import date
from typing import Any

from workbench.lists.columns import Column, Values
from workbench.lists.meetings import MEETINGS_LIST, state_text, state_tone
from workbench.papers import changed
from workbench.records.meeting_words import ISSUED
from workbench.records.policy import Policy

TOLD_BY = frozenset(
    {
        "application",
        "provider",
        "agenda_item",
        "document",
        "seat",
        "action_item",
        "credential",
        "reference",
        "disclosure",
    }
    | {"red_flag", "claim", "npdb_query", "check", "privilege_request", "criterion_shown", "issued_packet", "setting"}
    | {"education", "work_history", "affiliation", "activity", "oppe", "attendance", "other_name"}
)
"""Tables of which something stands in a packet."""


def state_of(meeting: int, state: str, held: date, today: date) -> tuple[str, str]:
    """How a meeting stands, and its tone; “Changed since issued: 2 items” where its packet would print otherwise."""
    said = state_text(state, held, today)
    changes = changed.of_all(changed.open_meetings()).get(meeting) if said == ISSUED else None
    if changes is not None and changes.any:
        return changes.brief, "warn"
    return said, state_tone(state, held, today)


def _text(values: Values, today: date) -> str:
    return state_of(values[0], values[1], values[2], today)[0]


def _tone(values: Values, today: date, _: Policy) -> str:
    return state_of(values[0], values[1], values[2], today)[1]


def _shown(column: Column) -> Column:
    if column.key != "state":
        return column
    return replace(column, paths=("id", "state", "held"), reads=_text, tone=_tone)


SHOWN: Any = replace(MEETINGS_LIST, columns=tuple(map(_shown, MEETINGS_LIST.columns)))
