"""Focused evaluation of practice (FPPE), and actions against privileges with their notices, hearings and reports."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from peewee import Expression, ModelSelect

from workbench.errors import Problem
from workbench.records.fields import Day, Flag, Link, LongText, Text
from workbench.records.kind import Kind
from workbench.records.privilege import HeldPrivilege
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.words import choices
from workbench.store import veil

FOR_CAUSE = "For cause"
FPPE_SORTS = ("New privileges", FOR_CAUSE)
FPPE_RESULTS = ("Met", "Extended", "Not met")
SURRENDER = "Surrender under investigation"
ACTIONS = ("Suspension", "Restriction", "Reduction", "Denial", "Revocation", SURRENDER)

STOPS = ("Suspension", "Revocation")
"""Actions under which nobody does anything here while they are in effect, whatever the days of their privileges say."""


class Fppe(Record):
    """A focused evaluation: planned, begun, concluded."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="fppe")
    sort = Text(verbose_name="Sort", choices=choices(FPPE_SORTS), default=FPPE_SORTS[0])
    held = Link(
        HeldPrivilege,
        verbose_name="Privilege",
        null=True,
        on_delete="SET NULL",
        backref="fppe",
        help_text="Empty: all privileges that were granted on the day it starts.",
    )
    method = LongText(verbose_name="How", default="", help_text="Criteria, monitoring, and what ends it.")
    starts = Day(verbose_name="Starts")
    ends = Day(verbose_name="Planned end", null=True, help_text="Empty where cases end it, and not a day.")
    concluded = Day(verbose_name="Concluded", null=True)
    result = Text(verbose_name="Conclusion", choices=choices(FPPE_RESULTS), default="")
    reviewer = Text(verbose_name="Reviewer", default="")
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("sort", "starts")

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: an end before the beginning, a conclusion that says nothing."""
        if cls.runs_backward(values):
            yield Problem("ends", "It ends before it starts.")
        if values.get("concluded") and not values.get("result"):
            yield Problem("result", "Say what was concluded.")


class AdverseAction(Record):
    """Something done to a person's privileges against their will, or given up while it was looked into."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="adverse_actions")
    sort = Text(verbose_name="Action", choices=choices(ACTIONS), default=ACTIONS[0])
    summary = Flag(verbose_name="Summary suspension", default=False, help_text="At once, before any hearing.")
    professional = Flag(
        verbose_name="Of competence or conduct", default=True, help_text="The result of professional review."
    )
    imposed = Day(verbose_name="In effect since")
    lifted = Day(verbose_name="In effect until", null=True, help_text="The last day; empty while it lasts.")
    noticed = Day(verbose_name="Notice of the action", null=True)
    request_by = Day(verbose_name="Hearing can be asked for until", null=True)
    requested = Day(verbose_name="Hearing asked for", null=True)
    hearing_noticed = Day(verbose_name="Notice of the hearing", null=True)
    hearing = Day(verbose_name="Hearing", null=True)
    reported = Day(verbose_name="Reported to the NPDB", null=True)
    copied = Day(verbose_name="Copy to the state board", null=True)
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("sort", "imposed")

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: days in an order in which they cannot have come."""
        for early, late in (("imposed", "lifted"), ("noticed", "request_by"), ("hearing_noticed", "hearing")):
            if cls.runs_backward(values, early, late):
                yield Problem(late, "It is before what it follows.")


def stopped(on: date) -> ModelSelect:
    """The people whose privileges an action stops on a day."""
    return AdverseAction.select(AdverseAction.provider).where(_stops(on))


def stopped_whoever_looks(on: date) -> list[int]:
    """The same, in survey mode too: for what tells of nobody why."""
    actions = veil.beneath(AdverseAction)
    return [who for (who,) in actions.select(actions.provider_id).where(_stops(on, actions)).tuples()]


def stopping(provider: int, on: date) -> str:
    """The action that stops somebody's privileges on a day, of several the gravest; nothing where none does."""
    query = AdverseAction.select(AdverseAction.sort).where(_stops(on) & (AdverseAction.provider == provider))
    return max((row[0] for row in query.tuples()), key=STOPS.index, default="")


def _stops(on: date, actions: Any = AdverseAction) -> Expression:
    in_effect = (actions.imposed <= on) & (actions.lifted.is_null() | (actions.lifted >= on))
    return actions.sort.in_(STOPS) & in_effect  # type: ignore[no-any-return]


FPPES = Kind(
    Fppe,
    "FPPE",
    ("provider", "sort", "held", "method", "starts", "ends", "concluded", "result", "reviewer"),
    natural_key=("provider", "starts"),
)
ADVERSE_ACTIONS = Kind(
    AdverseAction,
    "Adverse actions",
    tuple(
        ["provider", "sort", "summary", "professional", "imposed", "lifted", "noticed", "request_by", "requested"]
        + ["hearing_noticed", "hearing", "reported", "copied"]
    ),
    natural_key=("provider", "imposed"),
)
