"""Whether a person is licensed, registered and covered on the day of a meeting, and whether anybody saw it at the source."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from workbench.records import texts
from workbench.records.policy import Policy
from workbench.rules.dossier import Dossier, Row
from workbench.rules.lack import APPLICANT, Lack, bad, warn

_UNDERLYING = ("registered nurse", "registered professional nurse")
"""A nurse's own license beneath that of advanced practice: it is not the one by which the person practices."""


def state_of(dossier: Dossier, policy: Policy) -> str:
    """The state in which the hospital is: the facility's, else the office's."""
    asked = dossier.application
    return (asked.facility_state if asked is not None else "") or policy.state


def license_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """The license in the hospital's state: there, current on the day, and verified at the source not too long before."""
    state = state_of(dossier, policy)
    licenses = [each for each in dossier.credentials_of("license") if not state or each.state == state]
    licenses = [each for each in licenses if each.title.lower() not in _UNDERLYING] or licenses
    if not licenses:
        yield bad(
            f"No {state} license".replace("  ", " "), "Add the license and verify it at the board.", "credentials"
        )
        return
    best = max(licenses, key=lambda each: (each.lifetime, each.expires or date.min))
    yield from _term(best, "License", on, today)
    yield from _seen(best, on, policy)


def coverage_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """Professional liability coverage that is in force on the day."""
    policies = dossier.credentials_of("liability")
    if not policies:
        remedy = "Ask for the certificate of insurance and add it."
        yield bad("No liability coverage", remedy, "credentials", APPLICANT)
        return
    best = max(policies, key=lambda each: (each.lifetime, each.expires or date.min))
    yield from _term(best, "Coverage", on, today)


def dea_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """A DEA registration, if one is held: current on the day. One of another state is worth a look."""
    registrations = dossier.credentials_of("dea")
    if not registrations:
        return
    yield from _term(max(registrations, key=lambda each: each.expires or date.min), "DEA", on, today)
    state = state_of(dossier, policy)
    if state and not any(each.state in ("", state) for each in registrations):
        remedy = f"Ask whether controlled substances will be prescribed in {state}; that takes a registration there."
        yield warn(f"DEA is not of {state}", remedy, "credentials", APPLICANT, registrations[0].id)


def board_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """Board certification that lapsed is told: no appointment may hang on it alone (42 CFR 482.12(a)(7))."""
    for each in dossier.credentials_of("board"):
        if each.expires and each.expires < on and not each.lifetime:
            remedy = "Ask the board, and the applicant; certification alone does not decide."
            yield warn(f"Board lapses {texts.day(each.expires)}", remedy, "credentials", record=each.id)


def _term(each: Row, called: str, on: date, today: date) -> Iterator[Lack]:
    if each.lifetime:
        return
    if each.expires is None:
        yield bad(f"{called}: no end date", "Enter until when it is good.", "credentials", record=each.id)
    elif each.expires < today:
        remedy = f"It expired {texts.day(each.expires)}; renew it here once the source shows the new date."
        yield bad(f"{called} expired", remedy, "credentials", APPLICANT, each.id)
    elif each.expires < on:
        remedy = f"It lapses before the meeting of {texts.day(on)}; ask for the renewal."
        yield bad(f"{called} ends {texts.day(each.expires)}", remedy, "credentials", APPLICANT, each.id)


def _seen(each: Any, on: date, policy: Policy) -> Iterator[Lack]:
    if each.verified is None:
        yield bad("License not verified", "Look it up at the board and record it.", "credentials", record=each.id)
        return
    age = (on - each.verified).days
    if age > policy.verification_days:
        remedy = f"It is good for {policy.verification_days} days; look it up at the board again."
        yield bad(f"License verified {age} days before", remedy, "credentials", record=each.id)
