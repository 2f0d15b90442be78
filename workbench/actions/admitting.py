"""Who becomes a member: an applicant whom the governing body appointed, from the day on which the term begins."""

from collections.abc import Sequence
from datetime import date

from workbench.records.application import Application
from workbench.records.appointment import Appointment
from workbench.records.committee import FINAL, Committee
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import OPEN
from workbench.records.provider import Provider
from workbench.rules.chain import APPROVED
from workbench.store import history


def admit(each: Application, first: date) -> None:
    """An applicant becomes a member, in the category and department that were asked for; inside a step."""
    person = each.provider
    if person.status == "Applicant":
        person.status, person.status_since = "Active", first
    for name in ("category", "department"):
        if (granted := each.__data__.get(name)) is not None:
            setattr(person, f"{name}_id", granted)
    if person.dirty_fields:
        person.save()


def of_meeting(applications: Sequence[int], on: date) -> None:
    """Make members of the applicants among these whose meeting was held by now and whose term runs; inside a step."""
    for each in _appointed(on):
        if each.id in applications:
            admit(each, each.term_starts)  # type: ignore[arg-type]


def begin(today: date) -> int:
    """Make members of the applicants whose appointment was decided before and whose term has begun since, as one step; how many.

    An approval of a meeting that nobody closed waits for it."""
    found = [each for each in _appointed(today) if not _waits(each)]
    if found:
        who = found[0].provider.title if len(found) == 1 else f"{len(found)} people"
        with history.step(f"The term of {who} has begun"):
            for each in found:
                admit(each, each.term_starts)  # type: ignore[arg-type]
    return len(found)


def _appointed(on: date) -> list[Application]:
    """The newest approved application of each applicant whose term runs on a day; who was made an applicant again after the decision
    applies anew."""
    query = Application.select(Application, Provider).join(Provider).where(Provider.status == "Applicant")
    query = query.where((Application.stage == "Closed") & Application.outcome.in_(list(APPROVED)))
    query = query.where((Application.sort != "Added privileges") & (Application.term_starts <= on))
    query = query.where(Application.term_ends.is_null() | (Application.term_ends >= on))
    query = query.where(Provider.status_since.is_null() | (Provider.status_since <= Application.decided))
    return list({each.provider_id: each for each in query.order_by(Application.decided, Application.id)}.values())


def _waits(each: Application) -> bool:
    """Whether the meeting that approved it is not closed, or the appointment is gone."""
    items = AgendaItem.select(AgendaItem.id).join(Meeting).join(Committee)
    items = items.where((AgendaItem.application == each) & ~AgendaItem.information & Committee.level.in_(list(FINAL)))
    items = items.where(
        AgendaItem.outcome.in_(list(APPROVED)) & Meeting.state.in_(OPEN) & (Meeting.held == each.decided)
    )
    term = Appointment.select().where(
        (Appointment.provider == each.provider_id) & (Appointment.starts == each.term_starts)  # type: ignore[attr-defined]
    )
    return bool(items.exists()) or not term.exists()
