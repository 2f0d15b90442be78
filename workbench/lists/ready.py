"""The files that wait for a committee: whose turn it is, and which of them are ready for a meeting."""

from collections.abc import Iterable
from datetime import date

from peewee import ModelSelect

from workbench.lists import expedited, meetings_around
from workbench.records.application import Application
from workbench.records.committee import Committee
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED, OVER
from workbench.records.policy import Policy
from workbench.records.privilege import PrivilegeRequest
from workbench.rules import chain, dossier, readiness
from workbench.rules.dossier import Dossier
from workbench.store import alphabet, settings


def files(meeting: int, today: date) -> tuple[Dossier, ...]:
    """The files that can go on a meeting's agenda now: ready, this committee's turn, on no agenda to come, and decided by
    the committee before at a meeting that comes before this one."""
    found, policy = Meeting.get_or_none(Meeting.id == meeting), settings.load(Policy)
    if found is None:  # undone, while a page still asks
        return ()
    dossiers = dossier.of_applications(waiting(found))
    fast = found.committee.level == expedited.LEVEL
    barred = expedited.barred(dossiers, found.held, today, policy) if fast else {}
    ready = [
        file
        for id, file in dossiers.items()
        if id not in barred and readiness.is_ready(file, found.held, today, policy)
    ]
    return tuple(sorted(ready, key=lambda file: alphabet.place(file.title)))


def waiting(meeting: Meeting) -> Iterable[int]:
    """The applications whose turn it is at this committee and that stand on no agenda to come of its level."""
    committee = meeting.committee
    stage = chain.STAGE_OF.get(committee.level)
    if stage is None or meeting.state in OVER:
        return []
    query = Application.select(Application.id).where(Application.stage == stage)
    if committee.level == "Department":
        query = query.where(Application.department == committee.department_id)
    if committee.level == "Expedited board committee":
        # Not eligible with a limitation (The Joint Commission, MS.06.01.11); what the office's Category 1 holds over is asked after.
        query = query.where((Application.review == "Category 1") & (Application.conditions == ""))
        query = query.where(Application.term_months.is_null() | Application.term_ends.is_null())
        limited = PrivilegeRequest.select(PrivilegeRequest.application)
        query = query.where(
            Application.id.not_in(limited.where(PrivilegeRequest.committee_view.not_in(("", "Recommend"))))
        )
    same = [level for level, turn in chain.STAGE_OF.items() if turn == stage]
    listed = (
        AgendaItem.select(AgendaItem.application)
        .join(Meeting)
        .join(Committee)
        .where(AgendaItem.application.is_null(False) & (AgendaItem.outcome == ""))
        .where(Committee.level.in_(same) & Meeting.state.not_in(OVER))
    )
    for other in (listed, _put_off(meeting), _decided_later(meeting)):
        query = query.where(Application.id.not_in(other))
    return [row[0] for row in query.tuples()]


def _put_off(meeting: Meeting) -> ModelSelect:
    """What this committee deferred until a day after the meeting."""
    put_off = AgendaItem.select(AgendaItem.application).join(Meeting).where(AgendaItem.application.is_null(False))
    return put_off.where(
        (Meeting.committee == meeting.committee_id)
        & (Meeting.state != CANCELLED)
        & (AgendaItem.outcome == "Deferred")
        & (AgendaItem.deferred_until > meeting.held)
    )


def _decided_later(meeting: Meeting) -> ModelSelect:
    """What another committee decided at a meeting that does not come before this one, by its day and its hour."""
    decided = AgendaItem.select(AgendaItem.application).join(Meeting).where(AgendaItem.application.is_null(False))
    return decided.where(
        (AgendaItem.outcome.in_(list(chain.DECIDED)))
        & ~AgendaItem.information
        & (Meeting.id != meeting.get_id())
        & (Meeting.state != CANCELLED)
        & ~meetings_around.earlier(meeting.held, meeting.starts)  # type: ignore[arg-type]
    )
