"""The verification log: every look at a source, the newest first; those that were struck stay in it."""

from datetime import date
from typing import Any

from peewee import Expression

from workbench.lists.columns import Column, column
from workbench.lists.joining import Joined
from workbench.lists.listing import ListOf, View
from workbench.lists.staff import person
from workbench.records.credential import told_apart
from workbench.records.days import months_on
from workbench.records.policy import Policy
from workbench.records.verification import AS_STATED, DIFFERS, NOT_FOUND, VERIFICATIONS, Verification

_WHAT = ("credential.title", "credential.state", "credential.number", "education.institution", "affiliation.hospital")


def _what(values: Any, today: date) -> str:
    """“IL · 036-119204”, or the school or the hospital that it is of."""
    title, state, number, school, hospital = (each or "" for each in values)
    return school or hospital or " · ".join(part for part in (told_apart(state, title), number) if part)


def _stands(joined: Joined, today: date, policy: Policy) -> Expression:
    return joined.model.struck.is_null()


def _this_month(joined: Joined, today: date, policy: Policy) -> Expression:
    return joined.model.done >= today.replace(day=1)


def _this_year(joined: Joined, today: date, policy: Policy) -> Expression:
    return joined.model.done > months_on(today, -12)


def _unlike(joined: Joined, today: date, policy: Policy) -> Expression:
    return _stands(joined, today, policy) & joined.model.result.in_((DIFFERS, NOT_FOUND))


def _reasoned(joined: Joined, today: date, policy: Policy) -> Expression:
    return joined.model.reason != ""


def _tone(values: Any, today: date, policy: Policy) -> str:
    return "" if values[0] in (AS_STATED, "") else "warn"


WHAT = Column("what", "Of", _WHAT, Verification.field("element"), reads=_what)
VERIFICATION_LOG = ListOf(
    kind=VERIFICATIONS,
    columns=(
        person("provider."),
        column(Verification, "element"),
        WHAT,
        column(Verification, "done"),
        column(Verification, "source.name", "Source", "source"),
        column(Verification, "method"),
        column(Verification, "by"),
        column(Verification, "result", tone=_tone, pill=True),
        column(Verification, "expires"),
        column(Verification, "struck"),
        column(Verification, "reason"),
    ),
    sheet=(
        *(column(Verification, f"provider.{name}") for name in ("npi", "last", "first", "degree")),
        column(Verification, "element"),
        *(
            column(Verification, f"credential.{name}", key=f"credential_{name}")
            for name in ("title", "state", "number")
        ),
        column(Verification, "education.institution", "School or program"),
        column(Verification, "affiliation.hospital", "Affiliation"),
        column(Verification, "source.name", "Source"),
        *(
            column(Verification, name)
            for name in ("method", "done", "by", "result", "standing", "discipline", "expires")
        ),
        column(Verification, "document.title", "Evidence"),
        *(column(Verification, name) for name in ("remark", "reason", "struck", "struck_by", "struck_why")),
    ),
    order=(("done", True),),
    views=(
        View("month", "This month", _this_month),
        View("year", "Twelve months", _this_year),
        View("unlike", "Differs or not found", _unlike),
        View("reasoned", "With a reason", _reasoned),
        View("struck", "Struck", lambda joined, today, policy: joined.model.struck.is_null(False)),
    ),
    found_by=("provider", "credential"),
)
