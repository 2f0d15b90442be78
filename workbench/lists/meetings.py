"""The list of meetings: what is coming, what still needs its packet or its minutes, what was; and the list of committees."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from peewee import SQL, Expression

from workbench.lists.columns import Column, column
from workbench.lists.joining import Joined
from workbench.lists.listing import ListOf, View
from workbench.records import texts
from workbench.records.committee import COMMITTEES, Committee
from workbench.records.meeting import MEETINGS, Meeting
from workbench.records.meeting_words import CANCELLED, HELD, ISSUED, OPEN, PLANNED
from workbench.records.policy import Policy

"""States of a meeting that was not held."""
_TONES = {HELD: "good", ISSUED: "info", CANCELLED: "gone", PLANNED: "quiet"}


def state_tone(state: str, held: date, today: date) -> str:
    """How a meeting's state looks on a day: one that is past and was never closed is bad."""
    return "bad" if state in OPEN and held < today else _TONES.get(state, "quiet")


def state_text(state: str, held: date, today: date) -> str:
    """How a meeting stands in a word: “To close” for one that is past and was never closed."""
    return "To close" if state in OPEN and held < today else state


def usual(values: Sequence[Any], _: date = date.min) -> str:
    """“First Tuesday, every 3 months” of ordinal, weekday and every."""
    ordinal, weekday, every = values
    return f"{ordinal} {weekday}" + ("" if every == 1 else f", every {every} months")


def _upcoming(joined: Joined, today: date, policy: Policy) -> Expression:
    return (joined.model.held >= today) & joined.model.state.in_(OPEN)


def _due(joined: Joined, today: date, policy: Policy) -> Expression:
    """Meetings whose packet should be out by now: so many days before, as their committee wants it."""
    wanted = SQL("0")
    for (days,) in Committee.select(Committee.lead_days).distinct().tuples():
        wanted |= (joined.value("committee.lead_days") == days) & (joined.model.held <= today + timedelta(days=days))
    return (joined.model.state == PLANNED) & (joined.model.held >= today) & wanted


def _unclosed(joined: Joined, today: date, policy: Policy) -> Expression:
    return (joined.model.held < today) & joined.model.state.in_(OPEN)


def _past(joined: Joined, today: date, policy: Policy) -> Expression:
    return (joined.model.held < today) | (joined.model.state == HELD)


_STATE = ("state", "held")

MEETINGS_LIST = ListOf(
    kind=MEETINGS,
    columns=(
        column(Meeting, "committee.name", "Committee", "committee", bold=True),
        column(Meeting, "held"),
        Column(
            "far",
            "When",
            ("held",),
            Meeting.field("held"),
            reads=lambda values, today: texts.distance(values[0], today),
        ),
        column(Meeting, "starts", reads=lambda values, _: texts.clock(values[0])),
        column(Meeting, "place"),
        Column(
            "state",
            "Status",
            _STATE,
            Meeting.field("state"),
            reads=lambda values, today: state_text(values[0], values[1], today),
            tone=lambda values, today, _: state_tone(values[0], values[1], today),
            pill=True,
            sort=("state",),
        ),
    ),
    sheet=(
        column(Meeting, "committee.name", "Committee", "committee"),
        column(Meeting, "held"),
        *(column(Meeting, name) for name in ("starts", "place", "state", "length", "opened", "adjourned", "remarks")),
    ),
    order=(("held", False),),
    views=(
        View("upcoming", "Upcoming", _upcoming),
        View("without_packet", "Packet due", _due),
        View("unclosed", "To close", _unclosed, (("held", True),)),
        View("past", "Past", _past, (("held", True),)),
        View("cancelled", CANCELLED, lambda joined, today, policy: joined.model.state == CANCELLED),
    ),
    found_by=("committee",),
)

_USUAL = Column(
    "usual",
    "Usual day",
    ("ordinal", "weekday", "every"),
    Committee.field("ordinal"),
    reads=usual,
)

COMMITTEES_LIST = ListOf(
    kind=COMMITTEES,
    columns=(
        column(Committee, "name", bold=True),
        column(Committee, "level"),
        _USUAL,
        column(Committee, "starts", reads=lambda values, _: texts.clock(values[0])),
        column(Committee, "place"),
        column(Committee, "section"),
        Column("active", "Meets", ("active",), Committee.field("active")),
    ),
    sheet=tuple(column(Committee, name) for name in COMMITTEES.columns),
    order=(("name", False),),
    views=(
        View("active", "Meets", lambda joined, today, policy: joined.model.active),
        View("chain", "In the chain", lambda joined, today, policy: joined.model.level != "Other"),
    ),
)
