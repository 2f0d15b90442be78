"""What holds a meeting to its committee, its status and its day: who came, what was decided, and the packet that went out; and
what goes along when it is moved."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from workbench.actions import carrying_over, full_review
from workbench.actions.agenda_order import called, titled
from workbench.errors import Problem
from workbench.lists import meetings_around
from workbench.records.application import STAGES
from workbench.records.committee import FINAL, Committee
from workbench.records.meeting import AgendaItem, IssuedPacket, Meeting
from workbench.records.meeting_words import CANCELLED, EDITIONS, HELD, OPEN, PLANNED
from workbench.records.privilege import HeldPrivilege
from workbench.records.texts import day, listed
from workbench.records.words import of
from workbench.rules import as_held, chain

TAKE_BACK = "Take that back first, under Minutes and votes and Attendance."


def recorded(meeting: Meeting) -> str:
    """“3 outcomes and the attendance of 9 are recorded”; "" where nothing is."""
    outcomes, came = meeting.items.where(AgendaItem.outcome != "").count(), meeting.attendance.count()
    words = [of(outcomes, "outcome")] if outcomes else []
    words += [f"the attendance of {came}"] if came else []
    return f"{listed(words)} {'is' if not came and outcomes == 1 or not outcomes else 'are'} recorded" if words else ""


def cancel_problems(meeting: Meeting) -> list[Problem]:
    """Why a meeting is not cancelled: a cancelled meeting decides nothing, and something was decided at this one."""
    said = recorded(meeting)
    if not said:
        return []
    return [Problem("state", f"{titled(meeting)}: {said}, and a cancelled meeting decides nothing. {TAKE_BACK}")]


def problems(meeting: Meeting, today: date) -> list[Problem]:
    """What keeps a meeting, new or changed, from its committee, its status or its day."""
    if not isinstance(meeting.held, date) or meeting.committee_id is None:
        return []
    before = Meeting.get_by_id(meeting.get_id()) if meeting.get_id() else None
    found = [*_committee(meeting, before), *_state(meeting, before)] if before else []
    found = found or _misplaced(meeting, before, today)
    if before and not found and (meeting.held, meeting.starts) != (before.held, before.starts):
        found = _day(meeting, before, today)
    return found


def _committee(meeting: Meeting, before: Meeting) -> Iterator[Problem]:
    if meeting.committee_id == before.committee_id:
        return
    other = "or add a meeting for the other committee and cancel this one."
    if before.packets.exists():
        yield Problem("committee", "A packet of it was issued, which names its committee. Add a meeting for the other.")
    elif said := recorded(before):
        yield Problem("committee", f"{said} of {before.committee.name}. Take that back first, {other}")
    elif own := [each for each in before.items if not carrying_over.is_standing(each)]:
        stands = f"{of(len(own), 'item')} {'stands' if len(own) == 1 else 'stand'}"
        yield Problem("committee", f"{stands} on its agenda for {before.committee.name}. Take them off first, {other}")


def _state(meeting: Meeting, before: Meeting) -> Iterator[Problem]:
    if meeting.state == before.state:
        return
    said = recorded(before)
    if meeting.state == CANCELLED:
        yield from cancel_problems(before)
    elif before.state == HELD and said:
        yield Problem("state", f"It was held: {said}. {TAKE_BACK}")
    elif meeting.state == PLANNED and _packet_out(before):
        yield Problem(
            "state", "Its packet went out. Set it to Packet issued, or recall the packet first, under Copies."
        )


def _packet_out(meeting: Meeting) -> bool:
    standing = (IssuedPacket.edition == EDITIONS[0]) & IssuedPacket.recalled.is_null()
    return bool(meeting.packets.where(standing).exists())


# The day


def _misplaced(meeting: Meeting, before: Meeting | None, today: date) -> list[Problem]:
    """A day that is past, still to come or taken, whatever is recorded."""
    held: date = meeting.held  # type: ignore[assignment]
    if held < today and meeting.state in OPEN and (before is None or held != before.held):
        said = f"{day(held)} is past. Choose a later day, or set the status to Held if it took place."
        return [Problem("held", said)]
    if held > today and meeting.state == HELD:
        return [Problem("state", f"{day(held)} is still to come. It is planned until it was held.")]
    same = Meeting.select().where(
        (Meeting.committee == meeting.committee_id)
        & (Meeting.held == held)
        & (Meeting.state != CANCELLED)
        & (Meeting.id != (meeting.get_id() or 0))
    )
    return [Problem("held", f"The committee meets on {day(held)} already.")] if same.exists() else []


def _day(meeting: Meeting, before: Meeting, today: date) -> list[Problem]:
    found = [*_crossed(meeting, before), *_presence(meeting, before, today)]
    for item in before.items.where(AgendaItem.outcome != "").order_by(AgendaItem.position):
        if item.deferred_until and item.deferred_until <= meeting.held:
            said = f"{called(item.__data__)} was deferred here until {day(item.deferred_until)}"
            found.append(Problem("held", f"{said}, which is not after {day(meeting.held)}. Change that day first."))  # type: ignore[arg-type]
        if item.application_id and not item.information:
            found += [*_order(item, meeting, before), *_term(item, meeting, before)]
    return list(dict.fromkeys(found))


def _crossed(meeting: Meeting, before: Meeting) -> Iterator[Problem]:
    """Minutes and what was carried over go by the order of the meetings of one committee."""
    if meeting.held == before.held or not recorded(before):
        return
    first, last = sorted((meeting.held, before.held))
    between = before.committee.meetings.where((Meeting.held > first) & (Meeting.held < last) & (Meeting.state == HELD))
    other = between.order_by(Meeting.held).first()
    if other is not None:
        said = f"The committee met on {day(other.held)}, and {recorded(before)} of this meeting"
        yield Problem("held", f"{said}: their order stays. Correct the day of the other meeting first.")


def _presence(meeting: Meeting, before: Meeting, today: date) -> Iterator[Problem]:
    """Who came was there on its day: that is past, and their terms run on it."""
    seats = {each.seat_id for each in before.attendance}
    if seats and meeting.held > today:
        yield Problem(
            "held", f"The attendance of {len(seats)} is recorded, and {day(meeting.held)} is still to come. {TAKE_BACK}"
        )  # type: ignore[arg-type]
        return
    for each in as_held.members(before):
        if each.seat in seats and each.runs(before.held) and not each.runs(meeting.held):  # type: ignore[arg-type]
            said = f"{each.name}, whose attendance is recorded, has no seat on {day(meeting.held)}"  # type: ignore[arg-type]
            yield Problem(
                "held",
                f"{said}. Correct the term of the seat and count by today’s seats, or take the attendance back: both under Attendance.",
            )


def _order(item: AgendaItem, meeting: Meeting, before: Meeting) -> Iterator[Problem]:
    """Later committees decide after earlier ones: what stood so stays so."""
    if item.outcome not in chain.DECIDED:
        return
    for other, side in _turned([item], meeting, before, chain.DECIDED):
        who = other.meeting.committee.short or other.meeting.committee.name
        there = "before" if side == "after" else "after"
        yield Problem(
            "held",
            f"{who} decided on {called(item.__data__)} on {day(other.meeting.held)}, {side} this committee. Choose a day {there} "
            "that, or correct the day of the other meeting first.",
        )


def overtaken(meeting: Meeting) -> list[str]:
    """What to say of the files of a meeting that another committee of the chain has on the wrong side of its new day: they are
    to be moved as well; [] where the day stays."""
    before = Meeting.get_or_none(Meeting.id == meeting.get_id())
    if before is None or not isinstance(meeting.held, date) or meeting.held == before.held:
        return []
    mine = before.items.where(AgendaItem.application.is_null(False) & ~AgendaItem.information)
    return [
        f"{titled(other.meeting)} {'decided on' if other.outcome else 'has'} {called(other.__data__)}, which is then not {side} "
        "this committee."
        for other, side in _turned(mine, meeting, before, ("", *chain.DECIDED))
    ]


def _turned(
    items: Iterable[AgendaItem], meeting: Meeting, before: Meeting, outcomes: Collection[str]
) -> Iterator[tuple[AgendaItem, str]]:
    """What other committees of the chain have of the same files, with one of these outcomes, that comes to lie on the wrong side of
    a meeting as it is now; and on which side it lay: “after” or “before”."""
    turn = chain.STAGE_OF.get(before.committee.level)
    if turn is None:
        return
    query = AgendaItem.select(AgendaItem, Meeting, Committee).join(Meeting).join(Committee)
    query = query.where(AgendaItem.application.in_([each.application_id for each in items]) & ~AgendaItem.information)
    query = query.where(AgendaItem.outcome.in_(list(outcomes)) & (Meeting.id != before.id))
    query = query.where((Meeting.state != CANCELLED) & Committee.level.in_(list(chain.STAGE_OF)))
    for other in query.order_by(Meeting.held):
        after = STAGES.index(chain.STAGE_OF[other.meeting.committee.level]) - STAGES.index(turn)
        if after and _follows(other.meeting, before, after) and not _follows(other.meeting, meeting, after):
            yield other, "after" if after > 0 else "before"


def _follows(other: Meeting, meeting: Meeting, after: int) -> bool:
    """Whether another committee met after a meeting, or before it (after below zero)."""
    return _comes_before(meeting, other) if after > 0 else _comes_before(other, meeting)


def _comes_before(one: Meeting, other: Meeting) -> bool:
    """As meetings_around.earlier: by the day, and on one day by the hour."""
    if one.held != other.held:
        return bool(one.held < other.held)
    return bool(one.starts and other.starts and one.starts < other.starts)


def _term(item: AgendaItem, meeting: Meeting, before: Meeting) -> Iterator[Problem]:
    """What was granted begins no earlier than the decision (42 CFR 482.12(a)(2))."""
    if before.committee.level not in FINAL or item.outcome not in chain.APPROVED or meeting.held <= before.held:
        return
    file = item.application
    begun = [each.starts for each in HeldPrivilege.select().where(HeldPrivilege.application == file)]
    begun += [file.term_starts] if file.term_starts and file.sort != "Added privileges" else []
    first = min((each for each in begun if each >= before.held), default=None)
    if first is not None and first < meeting.held:
        yield Problem(
            "held",
            f"What this meeting granted {file.provider.title} begins {day(first)}, and before the decision nobody is appointed or "
            f"holds privileges (42 CFR 482.12(a)(2)). Choose a day no later than {day(first)}, or take the approval back (Reopen, on the "
            "application).",
        )


# What goes along


def take_along(meeting: Meeting, was: date, today: date) -> None:
    """Let the files that a meeting decided on say its new day, and the agendas around it follow; inside a step."""
    for item in meeting.items.where((AgendaItem.outcome != "") & ~AgendaItem.information):
        if item.application_id:
            _date_file(item, meeting, was, today)
    old, new = (meetings_around.minutes_called(each) for each in (was, meeting.held))  # type: ignore[arg-type]
    others = Meeting.select().where(Meeting.committee == meeting.committee_id)
    for item in AgendaItem.select().where(AgendaItem.meeting.in_(others) & (AgendaItem.section == "Minutes")):
        if str(item.title).casefold() == old.casefold():
            item.title = new
            item.save()
    carrying_over.resettle(meeting, was)


def _date_file(item: AgendaItem, meeting: Meeting, was: date, today: date) -> None:
    file = item.application
    closed_here = file.stage == "Closed" and (meeting.committee.level in FINAL or item.outcome == "Withdrawn")
    if closed_here and file.decided == was:
        file.decided = meeting.held
    if file.stage_since == was and (closed_here or file.stage != "Closed"):
        file.stage_since = min(meeting.held, today) if file.stage != "Closed" else meeting.held
    full_review.redate(file, meeting, was)
    if file.dirty_fields:
        file.save()
    person: Any = file.provider
    if closed_here and person.status == "Inactive" and person.status_since == was:
        person.status_since = meeting.held
        person.save()
