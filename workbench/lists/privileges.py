"""Who holds what on a day: every privilege that was ever granted, with its days, by person."""

from datetime import date, timedelta
from typing import Any

from peewee import Expression

from workbench.lists.columns import column
from workbench.lists.expirables import expiry_tone
from workbench.lists.joining import Joined
from workbench.lists.listing import ListOf, View
from workbench.lists.staff import person, status_tone
from workbench.records.conduct import stopped
from workbench.records.policy import Policy
from workbench.records.privilege import HELD_PRIVILEGES, HeldPrivilege
from workbench.records.provider import WITHOUT_PRIVILEGES

ENDING = 90
"""Days ahead: time enough to bring a file to the next meetings."""


def _in_force(joined: Joined, today: date, policy: Policy) -> Expression:
    model = joined.model
    return (model.starts <= today) & (model.ends.is_null() | (model.ends >= today))


def _held(joined: Joined, today: date, policy: Policy) -> Expression:
    """In force by the days, by somebody whom nothing keeps from it."""
    return _in_force(joined, today, policy) & ~_without_standing(joined, today, policy)


def _ending(joined: Joined, today: date, policy: Policy) -> Expression:
    return _in_force(joined, today, policy) & (joined.model.ends <= today + timedelta(days=ENDING))


def _conditional(joined: Joined, today: date, policy: Policy) -> Expression:
    return _in_force(joined, today, policy) & (joined.model.conditions != "")


def _without_standing(joined: Joined, today: date, policy: Policy) -> Expression:
    """Held by the days, by somebody who left or is suspended, as staff or by an action: to be ended, or to be looked at."""
    gone = joined.value("provider.status").in_(WITHOUT_PRIVILEGES)
    return _in_force(joined, today, policy) & (gone | joined.model.provider.in_(stopped(today)))


def _end_tone(values: Any, today: date, policy: Policy) -> str:
    tone = expiry_tone(values[0], today, policy) if values[0] else ""
    return "" if tone == "good" else tone


HELD = ListOf(
    kind=HELD_PRIVILEGES,
    columns=(
        person("provider."),
        column(HeldPrivilege, "privilege.name", "Privilege", "privilege"),
        column(HeldPrivilege, "privilege.sort", "Sort", "sort"),
        column(HeldPrivilege, "ends", tone=_end_tone),
        column(HeldPrivilege, "conditions"),
        column(HeldPrivilege, "starts"),
        column(HeldPrivilege, "privilege.form.name", "Form", "form"),
        column(HeldPrivilege, "facility"),
        column(HeldPrivilege, "provider.specialty.name", "Specialty", "specialty"),
        column(HeldPrivilege, "provider.status", "Standing", "status", tone=status_tone, pill=True),
    ),
    sheet=(
        *(column(HeldPrivilege, f"provider.{name}") for name in ("last", "first", "middle", "suffix", "degree")),
        column(HeldPrivilege, "provider.npi"),
        column(HeldPrivilege, "provider.specialty.name", "Specialty"),
        column(HeldPrivilege, "privilege.form.name", "Form"),
        column(HeldPrivilege, "privilege.name", "Privilege"),
        column(HeldPrivilege, "privilege.sort", "Core or special"),
        column(HeldPrivilege, "facility.name", "Facility"),
        *(column(HeldPrivilege, name) for name in ("starts", "ends", "conditions")),
        column(HeldPrivilege, "provider.status"),
    ),
    order=(("provider", False), ("form", False), ("sort", False), ("privilege", False)),
    views=(
        View("in_force", "In force", _held),
        View("ending", f"Ending within {ENDING} days", _ending, (("ends", False),)),
        View("conditional", "With conditions", _conditional),
        View("standing", "Left or suspended", _without_standing),
        View("upcoming", "To come", lambda joined, today, policy: joined.model.starts > today),
        View("ended", "Ended", lambda joined, today, policy: joined.model.ends < today, (("ends", True),)),
    ),
    found_by=("provider", "privilege", "facility"),
)
