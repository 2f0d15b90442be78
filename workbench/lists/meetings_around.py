"""What an agenda takes from the meetings around it: the action items and minutes carried over, and the days of later ones."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN

from workbench.lists.agenda_remarks import Around
from workbench.records import texts
from workbench.records.committee import ClosedDay
from workbench.records.meeting import ActionItem, Meeting


@dataclass(frozen=True)
class OpenAction:
    """An action item that is not done."""

    id: int
    title: str
    owner: str
    due: date | None
    raised: date | None
    """The day of the meeting that asked for it."""


def open_actions(committee: int, held: date) -> tuple[OpenAction, ...]:
    """Action items that were raised before a day and were not done by then."""
    query = ActionItem.select(ActionItem, Meeting.held.alias("raised")).join(Meeting, JOIN.LEFT_OUTER)
    query = query.where(
        (ActionItem.committee == committee)
        & (ActionItem.done.is_null() | (ActionItem.done >= held))
        & (Meeting.held.is_null() | (Meeting.held < held))
    )
    rows = query.order_by(ActionItem.due.asc(nulls="LAST"), ActionItem.id).objects()
    return tuple(OpenAction(each.id, each.title, each.owner, each.due, each.raised) for each in rows)


def previous(meeting: Meeting) -> Meeting | None:
    """The committee's last meeting that was held before this one: its minutes are up for approval."""
    query = Meeting.select().where(
        (Meeting.committee == meeting.committee_id) & (Meeting.held < meeting.held) & (Meeting.state == "Held")
    )
    return query.order_by(Meeting.held.desc()).first()


def minutes_of(meeting: Meeting) -> str:
    """What stands under Minutes without a title: “Minutes of Oct 6 2026”; empty where no earlier meeting was held."""
    before = previous(meeting)
    return minutes_called(before.held) if before else ""


def minutes_called(held: date) -> str:
    """“Minutes of Oct 6 2026”: how an agenda calls the minutes of a meeting."""
    return f"Minutes of {texts.day(held)}"


def around(meeting: Meeting) -> Around:
    """The days of the committee's meetings to come after this one, and why nobody meets on its own day."""
    later = Meeting.select(Meeting.held).where(
        (Meeting.committee == meeting.committee_id) & (Meeting.held > meeting.held) & (Meeting.state != "Cancelled")
    )
    closed = ClosedDay.get_or_none(ClosedDay.day == meeting.held)
    return Around(tuple(row.held for row in later), closed.name if closed else "")


def earlier(held: date, starts: str) -> Any:
    """Of Meeting, whether it comes before a day, or on it before an hour (“16:00”): committees meet after each other on one day."""
    return (Meeting.held < held) | ((Meeting.held == held) & (Meeting.starts != "") & (Meeting.starts < starts))
