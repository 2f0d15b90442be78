"""Whether a person is licensed, registered and covered on the day of a meeting, and whether anybody saw it at the source."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from workbench.records import texts
from workbench.records.credential import NOT_ENTITLING
from workbench.records.policy import Policy
from workbench.rules import seen, standards
from workbench.rules.dossier import Dossier, Row
from workbench.rules.lack import APPLICANT, Lack, bad, judged, warn

_UNDERLYING = ("registered nurse", "registered professional nurse")
"""A nurse's own license beneath that of advanced practice: it is not the one by which the person practices."""


def state_of(dossier: Dossier, policy: Policy) -> str:
    """The state in which the hospital is: the facility's, else the office's."""
    asked = dossier.application
    return (asked.facility_state if asked is not None else "") or policy.state


def license_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """The license in the hospital's state: there, one that entitles to practice, current on the day, and verified at the source
    not too long before."""
    state = state_of(dossier, policy)
    licenses = [each for each in dossier.credentials_of("license") if not state or each.state == state]
    licenses = [each for each in licenses if not is_underlying(each)] or licenses
    if not licenses:
        remedy = "Add the license and verify it at the board."
        what = f"No {state} license".replace("  ", " ")
        yield bad(what, remedy, "credentials", rule="REQUIRED", element="license")
        return
    best = _best(licenses)
    yield from _in_force(best, "License", on, today, "LIC_EXP", seen.found_ends(dossier.verifications, on))
    yield from _seen(best, on, policy)


def coverage_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """Professional liability coverage that is in force on the day."""
    policies = dossier.credentials_of("liability")
    if not policies:
        remedy = "Ask for the certificate of insurance and add it."
        yield bad("No liability coverage", remedy, "credentials", APPLICANT, rule="REQUIRED", element="liability")
        return
    best = max(policies, key=lambda each: (each.lifetime, each.expires or date.min))
    ends = seen.end_of(best, seen.found_ends(dossier.verifications, on))
    yield from _term(best, "Coverage", on, today, "INS_EXP", ends)


def attested_cover_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """Coverage that was in force on the day on which the application was attested, whatever came after, where a standard asks it
    (NCQA CR 3). Of a term whose days are not known nothing is said here."""
    asked = dossier.application
    signed = asked.attested if asked is not None else None
    if signed is None or signed > on or not standards.lines("COVER_ATTEST", policy, on):
        return
    held = [each for each in (*dossier.credentials, *dossier.former) if each.sort_key == "liability"]
    if held and not any(_covers(each, signed) for each in held):
        remedy = "Ask for the certificate of the policy that was in force then, or have the application attested again."
        what = f"No coverage on {texts.day(signed)}, when it was attested"
        yield bad(what, remedy, "credentials", APPLICANT, held[0].id, "COVER_ATTEST")


def _covers(each: Row, on: date) -> bool:
    begun = each.issued is None or each.issued <= on
    return begun and (each.lifetime or each.expires is None or each.expires >= on)


def dea_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """A DEA registration, if one is held: in force and current on the day. One of another state is worth a look."""
    registrations = dossier.credentials_of("dea")
    if not registrations:
        return
    ends = seen.found_ends(dossier.verifications, on)
    yield from _in_force(_best(registrations), "DEA", on, today, "DEA_EXP", ends)
    state = state_of(dossier, policy)
    if state and not any(each.state in ("", state) for each in registrations):
        remedy = f"Ask whether controlled substances will be prescribed in {state}; that takes a registration there."
        yield warn(f"DEA is not of {state}", remedy, "credentials", APPLICANT, registrations[0].id, "DEA_STATE")


def cds_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """A registration for controlled substances of the hospital's state, if one is held: in force and current on the day."""
    state = state_of(dossier, policy)
    registrations = [each for each in dossier.credentials_of("cds") if each.state in ("", state) or not state]
    if registrations:
        ends = seen.found_ends(dossier.verifications, on)
        yield from _in_force(_best(registrations), "Controlled substance", on, today, "CDS_EXP", ends)


def board_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """Board certification that lapsed is told: no appointment may hang on it alone (42 CFR 482.12(a)(7))."""
    for each in dossier.credentials_of("board"):
        if each.expires and each.expires < on and not each.lifetime:
            remedy = "Ask the board, and the applicant; certification alone does not decide."
            what = f"Board lapses {texts.day(each.expires)}"
            yield warn(what, remedy, "credentials", record=each.id, rule="BOARD_EXP")


def is_underlying(each: Row) -> bool:
    """Whether a license is a nurse's own, beneath that of advanced practice."""
    return each.title.lower() in _UNDERLYING


def _best(held: Sequence[Row]) -> Row:
    """The one that a person practices on: it entitles, and it lasts longest."""
    return max(held, key=lambda each: (entitles(each), each.lifetime, each.expires or date.min))


def entitles(each: Row) -> bool:
    """Whether its issuer lets somebody practice on it; nothing on record says nothing against it."""
    return each.standing not in NOT_ENTITLING


def _in_force(
    each: Row, called: str, on: date, today: date, rule: str, found_ends: Mapping[int, date]
) -> Iterator[Lack]:
    """How it stands comes before when it ends; that it expired is told with its day."""
    ends = seen.end_of(each, found_ends)
    ended = ends is not None and ends < on
    if entitles(each) or (each.standing == "Expired" and ended):
        yield from _term(each, called, on, today, rule, ends)
    else:
        remedy = "Nobody practices on it. Ask where it was issued how it stands now, and record what is found."
        yield bad(f"{called} {each.standing.lower()}", remedy, "credentials", APPLICANT, each.id, rule)


def _term(each: Row, called: str, on: date, today: date, rule: str, ends: date | None) -> Iterator[Lack]:
    if each.lifetime:
        return
    shown = "" if ends == each.expires else ", as its source showed"
    if ends is None:
        yield bad(f"{called}: no end date", "Enter until when it is good.", "credentials", record=each.id, rule=rule)
    elif ends < today:
        remedy = f"It expired {texts.day(ends)}{shown}; renew it here once the source shows the new date."
        yield bad(f"{called} expired", remedy, "credentials", APPLICANT, each.id, rule)
    elif ends < on:
        remedy = f"It lapses before the meeting of {texts.day(on)}; ask for the renewal."
        yield bad(f"{called} ends {texts.day(ends)}{shown}", remedy, "credentials", APPLICANT, each.id, rule)


def _seen(each: Any, on: date, policy: Policy) -> Iterator[Lack]:
    if seen.seen(each, on) == seen.STATED:
        remedy = "Look it up at the board and record it."
        yield bad("License not verified", remedy, "credentials", record=each.id, rule="LIC_PSV")
        return
    asked = standards.crossed("PSV_AGE_ACC", policy, on, each.verified, "license")
    if asked is not None:
        remedy = f"A verification is good for {asked.row.said} under {asked.row.body}; look it up at the board again."
        what = f"License verified {(on - each.verified).days} days before {texts.day(on)}"
        lack = judged(asked.severity)
        yield lack(what, remedy, "credentials", record=each.id, rule="PSV_AGE_ACC", element="license")
