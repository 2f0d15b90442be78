"""The privileges on a person's file: what is held, and what was."""

from datetime import date
from typing import Any

from peewee import JOIN, ModelSelect

from workbench.lists.expirables import expiry_tone
from workbench.records import texts
from workbench.records.office_lists import Facility
from workbench.records.policy import Policy
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm

HEADINGS = ("Privilege", "State", "To", "From", "Conditions", "Facility", "Sort", "Form")
_STOPPED = {"Suspension": "Suspended", "Revocation": "Revoked"}
"""By the action that stops it, how a privilege stands."""
FIELDS = ("privilege", "facility", "starts", "ends", "conditions")


def held() -> ModelSelect:
    """What people hold or held: what lasts longest first, in the order of the form."""
    query = HeldPrivilege.select(HeldPrivilege, Privilege, PrivilegeForm, Facility).join(Privilege).join(PrivilegeForm)
    query = query.join_from(HeldPrivilege, Facility, JOIN.LEFT_OUTER)
    ends = HeldPrivilege.ends.desc(nulls="FIRST")
    return query.order_by(ends, PrivilegeForm.name, Privilege.sort, Privilege.position, HeldPrivilege.id)


def line(each: Any, today: date, policy: Policy, stops: str) -> tuple:
    """One privilege as the file shows it; stops is the action that stops those of the person on the day, if any does."""
    state, tone = standing(each.starts, each.ends, bool(each.conditions.strip()), today)
    if tone in ("good", "warn") and stops:
        state, tone = _STOPPED[stops], "bad"
    ends = expiry_tone(each.ends, today, policy) if state != "Ended" else ""
    facility = each.facility.name if each.facility_id else ""
    of = each.privilege
    days = (texts.day(each.ends) or "—", texts.day(each.starts))
    shown = (of.name, state, *days, each.conditions, facility, of.sort, of.form.name)
    return *shown, {1: tone, 2: "" if ends == "good" else ends}


def standing(starts: date, ends: date | None, conditional: bool, today: date) -> tuple[str, str]:
    """In a word and a tone, how a privilege stands on a day."""
    if ends is not None and ends < today:
        return "Ended", "quiet"
    if starts > today:
        return "To come", "info"
    return ("Conditional", "warn") if conditional else ("In force", "good")
