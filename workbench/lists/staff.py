"""The list of people: everyone the office keeps, one row a person."""

from datetime import date
from typing import Any

from workbench.lists import found_where
from workbench.lists.columns import Column, column
from workbench.lists.listing import ListOf, Telling, View
from workbench.records.policy import Policy
from workbench.records.provider import GONE, ON_STAFF, PROVIDERS, Provider
from workbench.rules import sealed

_STATUS_TONES = {"Active": "good", "Suspended": "bad", "Leave of absence": "warn", "Applicant": "info"}


def status_tone(values: Any, today: date, policy: Policy) -> str:
    """The tone of a person's standing."""
    return _STATUS_TONES.get(values[0], "quiet")


def person(path: str = "") -> Column:
    """The column that names a person; path leads to the person, and ends in a dot."""
    paths = tuple(f"{path}{name}" for name in Provider.titled_by)
    sort = (f"{path}last", f"{path}first")
    reads = lambda values, _: Provider.title_of(*values)  # noqa: E731
    return Column("provider", "Provider", paths, Provider.field("last"), reads=reads, bold=True, sort=sort)


def _is(*statuses: str) -> Any:
    return lambda joined, today, policy: joined.model.status.in_(statuses)


_PHONE = Column(
    "phone",
    "Phone",
    ("phone", "cell"),
    Provider.field("phone"),
    reads=lambda values, _: values[0] or values[1],
    in_files=column(Provider, "phone"),
)
"""The number to call: the office's, else the cell; many rosters give a cell alone."""

STAFF = ListOf(
    kind=PROVIDERS,
    columns=(
        person(),
        column(Provider, "npi"),
        column(Provider, "specialty"),
        column(Provider, "department"),
        column(Provider, "category"),
        column(Provider, "status", tone=status_tone, pill=True),
        _PHONE,
        column(Provider, "email"),
        column(Provider, "provider_type"),
        column(Provider, "cell"),
        column(Provider, "pager"),
    ),
    sheet=tuple(_PHONE if name == "phone" else column(Provider, name) for name in PROVIDERS.columns),
    order=(("provider", False),),
    views=(
        View("current", "Current staff", _is(*sorted(ON_STAFF))),
        View("applicants", "Applicants", _is("Applicant")),
        View(
            "app",
            "Advanced practice",
            lambda joined, today, policy: joined.model.provider_type.in_(
                (
                    "Physician assistant",
                    "Nurse practitioner",
                    "Nurse anesthetist",
                    "Nurse midwife",
                    "Clinical nurse specialist",
                )
            ),
        ),
        View("leave", "On leave or suspended", _is("Leave of absence", "Suspended")),
        View("gone", "Left", _is(*sorted(GONE))),
        View("no_npi", "Without NPI", lambda joined, today, policy: joined.model.npi == ""),
    ),
    found_by=("specialty", "subspecialty", "department", "category", "supervisor"),
    found_with=(
        Telling("other_name"),
        Telling("identifier"),
        Telling("practice_member", "practice_id", "practice"),
        Telling("appointment"),
        Telling("appointment", "facility_id", "facility"),
        Telling("education"),
        Telling("work_history"),
        Telling("affiliation"),
        Telling("note"),
        Telling("task"),
        Telling("document", hidden=sealed.documents),
    ),
    found_by_number=(Telling("credential"),),
    found_else=(Telling("credential"),),
    found_where=found_where.told,
)
