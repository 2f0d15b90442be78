"""The privileges that an application asks for, each with what its criteria show and who said what."""

from dataclasses import dataclass
from datetime import date

from workbench.records.application import Application
from workbench.records.policy import Policy
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm
from workbench.rules import dossier, lapsing
from workbench.rules.criteria import VERDICT_TONES, Part, judged
from workbench.rules.editions import line_key
from workbench.store import settings

VIEW_TONES = {"Recommend": "good", "Recommend with conditions": "warn", "Defer": "info", "Do not recommend": "bad"}
DECISION_TONES = {"Granted": "good", "Granted with conditions": "warn", "Not granted": "bad", "Withdrawn": "quiet"}


@dataclass(frozen=True)
class Asked:
    """One privilege on an application."""

    id: int
    """Of the PrivilegeRequest."""
    privilege: int
    name: str
    form: str
    sort: str
    verdict: str
    verdict_tone: str
    shows: str
    """What the file shows for the criteria, as the profile prints it."""
    parts: tuple[Part, ...]
    chair: str
    committee: str
    decision: str
    conditions: str
    shown: tuple[tuple[str, str], ...]
    """What was shown, by the key of the part it is for; also for one that the form words otherwise now."""
    new: bool
    """The person holds nothing of the kind on the day before."""
    held: str
    """“held already, to Dec 31 2026” of one that is asked for as added; else empty."""


def read(application: int, on: date) -> tuple[Asked, ...]:
    """What an application asks for, judged for a day (the meeting's, or today), in the order of the form."""
    found = dossier.of_application(application)
    if found is None:
        return ()
    verdicts = judged(found, on, settings.load(Policy))
    held, again = _held(found.person.id, on), lapsing.held_already(found, on)
    return tuple(
        Asked(
            id=row.id,
            privilege=row.privilege,
            name=row.name,
            form=row.form_name,
            sort=row.sort,
            verdict=verdicts[row.id].verdict,
            verdict_tone=VERDICT_TONES[verdicts[row.id].verdict],
            shows=verdicts[row.id].text,
            parts=verdicts[row.id].parts,
            chair=row.chair_view,
            committee=row.committee_view,
            decision=row.decision,
            conditions=row.conditions,
            shown=tuple((each.part, each.text) for each in found.shown if each.request == row.id),
            new=line_key(row.form_name, row.name) not in held,
            held=lapsing.said_held(again[row.id]) if row.id in again else "",
        )
        for row in found.requests
    )


def lapses(application: int, on: date) -> tuple[str, ...]:
    """What a reappointment does not ask for again, as the profile prints it: “Spine decompression (to Dec 31 2026)”."""
    found = dossier.of_application(application)
    return tuple(lapsing.said(each) for each in lapsing.lapsing(found, on)) if found is not None else ()


def held_lines(application: Application, on: date) -> dict[int, str]:
    """By the id of a line in force what to say of it before it is asked for as added: “held already, to Dec 31 2026”."""
    if application.sort != "Added privileges":
        return {}
    query = HeldPrivilege.select(HeldPrivilege, Privilege.name, PrivilegeForm.name.alias("form_name"))
    query = query.join(Privilege).join(PrivilegeForm).where(HeldPrivilege.provider == application.provider_id)
    query = query.where(HeldPrivilege.starts <= on, HeldPrivilege.ends.is_null() | (HeldPrivilege.ends >= on))
    here = HeldPrivilege.facility.is_null() | (HeldPrivilege.facility == application.facility_id)
    held = {line_key(row.form_name, row.name): row for row in query.where(here).objects()}
    lines = Privilege.select(Privilege.id, Privilege.name, PrivilegeForm.name.alias("form_name")).join(PrivilegeForm)
    keyed = {
        row.id: line_key(row.form_name, row.name) for row in lines.where(PrivilegeForm.state == "In force").objects()
    }
    return {line: lapsing.said_held(held[key]) for line, key in keyed.items() if key in held}


def _held(provider: int, on: date) -> set[tuple[str, str]]:
    query = HeldPrivilege.select(PrivilegeForm.name, Privilege.name).join(Privilege).join(PrivilegeForm)
    query = query.where(HeldPrivilege.provider == provider, HeldPrivilege.starts < on)
    query = query.where(HeldPrivilege.ends.is_null() | (HeldPrivilege.ends >= on))
    return {line_key(form, line) for form, line in query.tuples()}
