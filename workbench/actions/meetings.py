"""Meetings: the calendar of a year, one meeting more or fewer, who came, and the end of it. Agendas and outcomes have their own
modules and are offered here as well."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.actions import admitting, carrying_over, editing, keeping_seats, moving
from workbench.actions.agenda_order import move_item, move_section, place_in_sections, place_items, titled
from workbench.actions.agendas import (
    add_items,
    add_ready,
    attach,
    change_item,
    changed_problems,
    item_problems,
    proposed,
    remove_items,
    set_information,
)
from workbench.actions.attending import keep_attendance, not_yet
from workbench.actions.beginning import begun_early
from workbench.actions.carrying_over import carry, drawn_in
from workbench.actions.committees import add_holidays
from workbench.actions.correcting import said as taken_off
from workbench.actions.informing import only_told
from workbench.actions.keeping_seats import counts_otherwise, seats_are_otherwise, take_anew
from workbench.actions.moving import cancel_problems, overtaken
from workbench.actions.outcomes import (
    discussed,
    from_chair,
    out_of_turn,
    outcome_refusals,
    own_items,
    own_said,
    record_outcome,
    unknown_quorum,
    without_quorum,
)
from workbench.errors import Problem, WorkbenchError
from workbench.records.committee import FINAL, ClosedDay, Committee
from workbench.records.meeting import MEETINGS, ActionItem, AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED, HELD, OPEN
from workbench.records.texts import day
from workbench.records.words import of
from workbench.rules import calendar
from workbench.rules.calendar import Planned
from workbench.rules.chain import APPROVED
from workbench.store import history

__all__ = [
    "Calendar",
    "add_items",
    "add_meeting",
    "add_ready",
    "attach",
    "begun_early",
    "cancel_meetings",
    "cancel_problems",
    "carry",
    "change_item",
    "changed_problems",
    "close_meeting",
    "counts_otherwise",
    "discussed",
    "drawn_in",
    "finish_actions",
    "from_chair",
    "item_problems",
    "keep_attendance",
    "make_calendar",
    "meeting_problems",
    "move_item",
    "move_section",
    "not_yet",
    "only_told",
    "out_of_turn",
    "outcome_refusals",
    "overtaken",
    "own_items",
    "own_said",
    "place_in_sections",
    "place_items",
    "plan_calendar",
    "proposed",
    "record_outcome",
    "remove_items",
    "save_meeting",
    "set_information",
    "seats_are_otherwise",
    "take_anew",
    "taken_off",
    "unknown_quorum",
    "without_quorum",
]


@dataclass(frozen=True)
class Calendar:
    """What a year's calendar holds, before it is made."""

    year: int
    days: tuple[tuple[int, Planned], ...]
    """The committee's id and the day, in the order of days."""
    there: int = 0
    """Days left out because the committee has a meeting in that month, or cancelled the one that it had."""
    past: int = 0
    """Days left out because they are past."""
    cancelled: tuple[str, ...] = ()
    """Of the days that are there, those on which the committee had a meeting that was cancelled: “Credentials, Dec 1 2026”."""

    @property
    def moved(self) -> tuple[str, ...]:
        """What was moved, and why."""
        return tuple(planned.said for _, planned in self.days if planned.said)


def plan_calendar(committees: Sequence[int], year: int, today: date, *, holidays: int | None = None) -> Calendar:
    """The meetings that a calendar of a year would add for these committees; nothing is written.

    holidays is the year whose federal holidays are closed as well."""
    closed = calendar.federal_holidays(holidays) if holidays else {}
    closed |= {each.day: each.name for each in ClosedDay.select()}
    days, there, past, off = [], 0, 0, []
    for committee in Committee.select().where(Committee.id.in_(list(committees)) & Committee.active):
        taken = {(each.held.year, each.held.month) for each in committee.meetings}  # what was cancelled stays so
        days_taken = {each.held for each in committee.meetings}  # one that was moved may lie in the next month
        off += [titled(each) for each in _only_cancelled(committee, year, today)]
        for planned in calendar.planned(committee, year, closed):
            if planned.held < today:
                past += 1
            elif (planned.usual.year, planned.usual.month) in taken or planned.held in days_taken:
                there += 1
            else:
                days.append((committee.id, planned))
    return Calendar(year, tuple(sorted(days, key=lambda each: (each[1].held, each[0]))), there, past, tuple(off))


def _only_cancelled(committee: Committee, year: int, today: date) -> list[Meeting]:
    """The cancelled meetings of a year to come in whose month the committee has no other."""
    rows = [each for each in committee.meetings.order_by(Meeting.held) if each.held.year == year and each.held >= today]
    standing = {each.held.month for each in rows if each.state != CANCELLED}
    return [each for each in rows if each.held.month not in standing]


def make_calendar(committees: Sequence[int], year: int, today: date, *, holidays: int | None = None) -> Calendar:
    """Add the meetings of a year from the usual days, as one step; a month that has a meeting, or of which it was cancelled,
    is left as it is.

    With holidays, the federal holidays of that year become closed days first."""
    plan = plan_calendar(committees, year, today, holidays=holidays)
    whose = {each.id: each for each in Committee.select()}
    with history.step(f"Make calendar of {year}: {_meetings(len(plan.days))}"):
        if holidays:
            add_holidays(holidays)
        for committee, planned in plan.days:
            _new(whose[committee], planned.held, planned.said)
    return plan


def _new(committee: Committee, held: date, remarks: str) -> Meeting:
    made = Meeting.create(
        committee=committee,
        held=held,
        starts=committee.starts,
        length=committee.length,
        place=committee.place,
        uid=new_uid(),
        remarks=remarks,
    )
    carrying_over.furnish(made)
    return made


def new_uid() -> str:
    """By which calendars know an invitation again, wherever it went."""
    return str(uuid.uuid4())


def add_meeting(meeting: Meeting, today: date) -> list[Problem]:
    """Keep a new meeting with its standing items and what is carried over, as one step; or what is wrong with it."""
    return save_meeting(meeting, today)


def save_meeting(meeting: Meeting, today: date) -> list[Problem]:
    """Keep a meeting, new or changed, as one step; or what is wrong with it and nothing written."""
    before = Meeting.get_or_none(Meeting.id == meeting.get_id())
    if problems := meeting_problems(meeting, today):
        return problems
    drawn = len(drawn_in(meeting))
    took = f", with {of(drawn, 'item')} of a later agenda" if drawn else ""
    with history.step(f"{'Change' if before else 'Add'} {titled(meeting)}{took}"):
        meeting.uid = meeting.uid or new_uid()  # type: ignore[assignment]
        problems = editing.save(meeting, MEETINGS)
        if not problems:
            _after(meeting, before, today)
    return problems


def _after(meeting: Meeting, before: Meeting | None, today: date) -> None:
    """What follows once a meeting was kept; before is as it stood, None of a new one."""
    if before is None:
        carrying_over.furnish(meeting)
    elif before.held != meeting.held:
        moving.take_along(meeting, before.held, today)
    if before is not None:
        keeping_seats.follow(meeting, before)
    was = before.state if before else ""
    if was == CANCELLED and meeting.state != was:
        carrying_over.stands_again(meeting)
    if meeting.state == CANCELLED and meeting.state != was:
        carrying_over.pass_on(meeting)
    elif meeting.state == HELD and meeting.state != was:
        _held(meeting, today)


def meeting_problems(meeting: Meeting, today: date) -> list[Problem]:
    """What keeps a meeting, new or changed, from being saved; nothing is written."""
    return [*meeting.problems(), *moving.problems(meeting, today)]


def cancel_meetings(ids: Sequence[int]) -> int:
    """Cancel meetings that were not held, as one step; how many. Their files are free for another agenda; all else, and what was
    deferred to them, goes to the next that is held. Raises WorkbenchError where something was decided at one of them."""
    found = list(Meeting.select().where(Meeting.id.in_(list(ids)) & Meeting.state.in_(OPEN)))
    if problems := [problem for each in found for problem in cancel_problems(each)]:
        raise WorkbenchError(f"{problems[0].message} Nothing was cancelled.")
    if found:
        with history.step(f"Cancel {titled(found[0]) if len(found) == 1 else _meetings(len(found))}"):
            for each in found:
                each.state = CANCELLED
                each.save()
            for each in found:
                carrying_over.pass_on(each)
    return len(found)


def close_meeting(meeting: int, opened: str, adjourned: str, today: date) -> list[Problem]:
    """Close a meeting as held, with when it was called to order and adjourned, as one step."""
    found = Meeting.get_by_id(meeting)
    cancelled = found.state == CANCELLED
    found.opened, found.adjourned, found.state = opened, adjourned, HELD
    problems = [each for each in found.problems() if each.field in ("opened", "adjourned")]
    if found.held > today:
        problems.append(Problem("held", f"{day(found.held)} is still to come. Nothing is closed before it was held."))
    if not found.attendance.exists():
        problems.append(Problem("attendance", "Nobody's attendance is recorded. Say who came, under Attendance."))
    if opened and adjourned and adjourned < opened:
        problems.append(Problem("adjourned", "It was adjourned before it was called to order."))
    if cancelled:
        problems.append(Problem("", "The meeting is cancelled. If it took place, set its status first (Edit, F4)."))
    if not problems:
        with history.step(f"Close {titled(found)} as held"):
            found.save()
            _held(found, today)
    return problems


def _held(meeting: Meeting, today: date) -> None:
    """What follows once a meeting was held: whom the board approved is a member once the term begins, and minutes that were not
    voted on stand beside its own on the next agenda; inside a step."""
    keeping_seats.keep(meeting)
    if meeting.committee.level in FINAL:
        approved = meeting.items.where(AgendaItem.outcome.in_(list(APPROVED)) & ~AgendaItem.information)
        admitting.of_meeting([each.application_id for each in approved if each.application_id], today)
    carrying_over.pass_on(meeting)


def finish_actions(ids: Sequence[int], done: date | None) -> int:
    """Mark action items as done on a day, or as open again, as one step; how many."""
    found = list(ActionItem.select().where(ActionItem.id.in_(list(ids))))
    if found:
        what = f"action item {found[0].title}" if len(found) == 1 else f"{len(found)} action items"
        with history.step(f"{'Finish' if done else 'Reopen'} {what}"):
            for each in found:
                each.done = done
                each.save()
    return len(found)


def _meetings(count: int) -> str:
    return of(count, "meeting")
