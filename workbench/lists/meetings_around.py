"""What an agenda takes from the meetings around it: the action items and minutes carried over, and the days of later ones."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from peewee import JOIN

from workbench.lists import carried
from workbench.records import texts
from workbench.records.committee import ClosedDay
from workbench.records.meeting import ActionItem, AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED, HELD
from workbench.rules import chain


@dataclass(frozen=True)
class Around:
    """What lies around a meeting in the calendar."""

    later: tuple[date, ...]
    """The committee's meetings after this one."""
    closed: str
    """Why nobody meets on its day; empty on an open one."""
    went: str = ""
    """Of a cancelled meeting, where its items went."""


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
        (Meeting.committee == meeting.committee_id) & (Meeting.held < meeting.held) & (Meeting.state == HELD)
    )
    return query.order_by(Meeting.held.desc()).first()


def approval(found: Meeting) -> AgendaItem | None:
    """The item by which a later meeting approved the minutes of this one: the next, or one on whose agenda they stood again."""
    later = (
        AgendaItem.select(AgendaItem, Meeting)
        .join(Meeting)
        .where(
            (Meeting.committee == found.committee_id)
            & (Meeting.held > found.held)
            & (Meeting.state == HELD)
            & (AgendaItem.section == "Minutes")
            & AgendaItem.outcome.in_(list(chain.APPROVED))
        )
        .order_by(Meeting.held, AgendaItem.position)
    )
    return next((each for each in later if _is_about(each, found)), None)


def _is_about(item: AgendaItem, found: Meeting) -> bool:
    """Whether an item under Minutes is about these: by its title, else as those of the last meeting before its own."""
    title = str(item.title)
    if _names_a_day(title):
        return title.casefold() == minutes_called(found.held).casefold()  # type: ignore[arg-type]
    last = previous(item.meeting)
    return last is not None and last.get_id() == found.get_id()


def _names_a_day(title: str) -> bool:
    """Whether the title of an item says of which day the minutes are."""
    return title.casefold().startswith("minutes of ") and any(each.isdigit() for each in title)


def unapproved(meeting: Meeting) -> tuple[Meeting, ...]:
    """The meetings whose minutes are before this one, the oldest first: the last that was held, and those before it whose minutes
    nobody approved, back to the first whose were. Where none ever was, those alone that have an outcome to tell."""
    query = Meeting.select().where(
        (Meeting.committee == meeting.committee_id) & (Meeting.held < meeting.held) & (Meeting.state == HELD)
    )
    held = list(query.order_by(Meeting.held.desc()))
    done = _approved(held)
    first = max((place for place, each in enumerate(held) if each.id in done), default=None)
    if first is not None:
        return tuple([*held[:1], *(each for each in held[1:first] if each.id not in done)][::-1])
    told = [each for each in held[1:] if each.items.where(AgendaItem.outcome != "").exists()]
    return tuple([*held[:1], *told][::-1])


def is_approved(meeting: Meeting) -> bool:
    """Whether a later meeting approved the minutes of this one."""
    query = Meeting.select().where((Meeting.committee == meeting.committee_id) & (Meeting.state == HELD))
    return meeting.id in _approved(list(query.order_by(Meeting.held.desc())))


def _approved(held: list[Meeting]) -> set[int]:
    """Those of a committee's meetings, the newest first, whose minutes one of them approved."""
    titles = {minutes_called(each.held).casefold(): each.id for each in held}  # type: ignore[arg-type]
    before = {newer.id: older.id for newer, older in pairwise(held)}
    query = AgendaItem.select(AgendaItem.meeting, AgendaItem.title).where(
        AgendaItem.meeting.in_(held) & (AgendaItem.section == "Minutes") & AgendaItem.outcome.in_(list(chain.APPROVED))
    )
    found = (
        titles.get(title.casefold()) if _names_a_day(title) else before.get(which) for which, title in query.tuples()
    )
    return {each for each in found if each is not None}


def minutes_of(meeting: Meeting) -> str:
    """What stands under Minutes without a title: “Minutes of Oct 6 2026”; empty where no earlier meeting was held."""
    before = previous(meeting)
    return minutes_called(before.held) if before else ""


def minutes_called(held: date) -> str:
    """“Minutes of Oct 6 2026”: how an agenda calls the minutes of a meeting."""
    return f"Minutes of {texts.day(held)}"


def around(meeting: Meeting) -> Around:
    """The days of the committee's meetings to come after this one, why nobody meets on its own day, and where
    the items of a cancelled one went."""
    later = Meeting.select(Meeting.held).where(
        (Meeting.committee == meeting.committee_id) & (Meeting.held > meeting.held) & (Meeting.state != CANCELLED)
    )
    closed = ClosedDay.get_or_none(ClosedDay.day == meeting.held)
    return Around(tuple(row.held for row in later), closed.name if closed else "", carried.went(meeting))


def earlier(held: date, starts: str) -> Any:
    """Of Meeting, whether it comes before a day, or on it before an hour (“16:00”): committees meet after each other on one day."""
    return (Meeting.held < held) | ((Meeting.held == held) & (Meeting.starts != "") & (Meeting.starts < starts))
