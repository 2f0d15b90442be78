"""Committees: their charter and seats, terms renewed or handed over, and the days on which nobody meets."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from peewee import fn

from workbench.actions import editing
from workbench.errors import Problem, WorkbenchError
from workbench.records.committee import COMMITTEES, LEVELS, SEATS, ClosedDay, Committee, Seat
from workbench.records.meeting import AgendaItem, Attendance, Meeting
from workbench.records.meeting_words import THERE
from workbench.records.texts import day, listed
from workbench.rules import calendar, quorum
from workbench.store import history

NAMED = 3
"""Meetings that are named one by one."""


def save_committee(committee: Committee) -> list[Problem]:
    """Keep a committee, new or changed, as one step; or what is wrong with it."""
    problems = [] if committee.level != "Department" or committee.department_id else [_NO_DEPARTMENT]
    return problems or _another_place(committee) or editing.save(committee, COMMITTEES)


def _another_place(committee: Committee) -> list[Problem]:
    """What a committee decided, it decided at its place in the chain: the path of those files, and their terms, go by it."""
    was = Committee.get_or_none(Committee.id == committee.get_id())
    if was is None or was.level == committee.level:
        return []
    decided = AgendaItem.select().where(AgendaItem.meeting == Meeting.id, AgendaItem.outcome != "")
    came = Attendance.select().where(Attendance.meeting == Meeting.id)
    met = was.meetings.where(fn.EXISTS(came) | fn.EXISTS(decided)).order_by(Meeting.held.desc()).first()
    if met is None:
        return []
    said = f"{was.name} met on {day(met.held)} as {_A[str(was.level)]}, and what it decided counts as that."
    return [Problem("level", f"{said} Say that it does not meet any more, and add a committee for the other place.")]


_A = {level: f"{'an' if level[0] == 'E' else 'a'} {level[0].lower()}{level[1:]}" for level in LEVELS} | {
    "Department": "a department’s committee",
    "Other": "a committee outside the chain",
}


_NO_DEPARTMENT = Problem("department", "Say of which department: its files come to this committee.")


def stop_meeting(committee: int) -> None:
    """Say that a committee does not meet any more, as one step: what it did stays, and no calendar is made for it."""
    found = Committee.get_by_id(committee)
    with history.step(f"{found.name} does not meet any more"):
        found.active = False
        found.save()


def save_seat(seat: Seat) -> list[Problem]:
    """Keep a seat, new or changed, as one step; who is on the staff is named as on the file."""
    if seat.provider_id and not seat.name:
        seat.name = seat.provider.title
    problems = [*seat.problems(), *_doubled(seat), *_sat_there(seat)]
    if problems:
        return problems
    new = seat.get_id() is None
    with history.step(f"{'Seat' if new else 'Change the seat of'} {seat.name} on {_of(seat.committee)}"):
        return editing.save(seat, SEATS)


def _doubled(seat: Seat) -> list[Problem]:
    """One person, one seat at a time; of vacant ones there may be several."""
    if not seat.provider_id and quorum.is_vacant(seat.name):
        return []
    for other in Seat.select().where((Seat.committee == seat.committee_id) & (Seat.id != (seat.get_id() or 0))):
        same = (
            other.provider_id == seat.provider_id if seat.provider_id else other.name.casefold() == seat.name.casefold()
        )
        if same and not apart(seat, other):
            until = f" until {day(other.ends)}" if other.ends else ""
            return [Problem("name", f"{other.name} has a seat{until} already. End that term first, or change it.")]
    return []


def in_minutes(seats: Sequence[int]) -> str:
    """Why some seats cannot be deleted: attendance at a meeting is recorded of one, and its minutes would lose it; "" where they can."""
    query = Meeting.select(Meeting.held).join(Attendance).order_by(Meeting.held)
    for seat in Seat.select().where(Seat.id.in_(list(seats))):
        days = [row[0] for row in query.where(Attendance.seat == seat.id).tuples()]
        if days:
            said = f"The attendance of {seat.name} is recorded at {_meetings(days)}, and the minutes keep it."
            return f"{said} Nothing was deleted. End the term instead."
    return ""


def delete_seats(seats: Sequence[int]) -> int:
    """Delete seats as one step; how many. Raises WorkbenchError where attendance is recorded of one."""
    if why := in_minutes(seats):
        raise WorkbenchError(why)
    return editing.delete(SEATS, seats)


def attended(seat: Seat) -> list[date]:
    """The days of the meetings at which somebody was there on a seat."""
    if seat.get_id() is None:
        return []
    query = Meeting.select(Meeting.held).join(Attendance).where(Attendance.seat == seat.get_id())
    return [row[0] for row in query.where(Attendance.presence.in_(list(THERE))).order_by(Meeting.held).tuples()]


def _sat_there(seat: Seat) -> list[Problem]:
    """What a seat cannot become without taking somebody out of the minutes of a meeting."""
    there = attended(seat)
    if not there:
        return []
    was = Seat.get_by_id(seat.get_id())
    found = [*_outside(seat, there, was)]
    if was.committee_id != seat.committee_id:
        found.append(
            Problem("committee", f"{_there(was, there)}: a seat of another committee is another seat. Add it there.")
        )
    if was.provider_id and seat.provider_id and was.provider_id != seat.provider_id:
        said = f"{_there(was, there)}, and their minutes would name somebody else. End that term, and seat the other from a later day."
        found.append(Problem("provider", said))
    return found


def _outside(seat: Seat, there: Sequence[date], was: Seat) -> Iterator[Problem]:
    """Days on which somebody was there and that a changed term leaves out."""
    after = [each for each in there if seat.ends and each > seat.ends]
    before = [each for each in there if seat.starts and each < seat.starts]
    remedy = "their minutes count the seat. Choose another day, or correct that attendance first."
    if after and was.ends != seat.ends:
        yield Problem("ends", f"{_there(seat, after)} after that day; {remedy}")
    if before and was.starts != seat.starts:
        yield Problem("starts", f"{_there(seat, before)} before that day; {remedy}")


def _there(seat: Seat, days: Sequence[date]) -> str:
    return f"{seat.name} was present at {_meetings(days)}"


def _meetings(days: Sequence[date]) -> str:
    """“2 meetings (Oct 6 2026 and Nov 3 2026)”."""
    last = "" if len(days) <= NAMED else "last on "
    count = "a meeting" if len(days) == 1 else f"{len(days)} meetings"
    return f"{count} ({last}{listed([day(each) for each in days[-NAMED:]])})"


def apart(one: Seat, other: Seat) -> bool:
    """Whether the terms of two seats share no day."""
    return _before(one, other) or _before(other, one)


def _before(one: Seat, other: Seat) -> bool:
    return bool(one.ends and other.starts and one.ends < other.starts)


def renew_terms(seats: Sequence[int], ends: date | None) -> list[Problem]:
    """Open a new term for seats, after the one that ends; the old ones stay. One step."""
    found = list(Seat.select().where(Seat.id.in_(list(seats))))
    if ends is None:
        return [Problem("ends", "Say until when.")]
    for each in found:
        if each.ends is None:
            return [Problem("ends", f"The seat of {each.name} has no end; there is nothing to renew.")]
        if ends <= each.ends:
            return [Problem("ends", f"The new term of {each.name} ends after the old one, {day(each.ends)}.")]
        after = Seat(**{**each.__data__, "id": None, "starts": each.ends + timedelta(days=1), "ends": ends})
        if problems := _doubled(after):
            return problems
    who = found[0].name if len(found) == 1 else f"{len(found)} seats"
    with history.step(f"Renew the term of {who} to {day(ends)}"):
        for each in found:
            values = {name: value for name, value in each.__data__.items() if name != "id"}
            Seat.create(**{**values, "starts": each.ends + timedelta(days=1), "ends": ends})
    return []


def end_terms(seats: Sequence[int], ends: date | None) -> list[Problem]:
    """End terms on a day, as one step: a resignation, a successor."""
    found = list(Seat.select().where(Seat.id.in_(list(seats))))
    if ends is None:
        return [Problem("ends", "Say on which day.")]
    for each in found:
        if each.starts and ends < each.starts:
            return [Problem("ends", f"The term of {each.name} starts {day(each.starts)}.")]
        was, each.ends = Seat(**each.__data__), ends
        if problems := list(_outside(each, attended(each), was)):
            return problems
    who = found[0].name if len(found) == 1 else f"{len(found)} seats"
    with history.step(f"End the term of {who} on {day(ends)}"):
        for each in found:
            each.ends = ends
            each.save()
    return []


def add_holidays(year: int) -> int:
    """Add the US federal holidays of a year to the closed days, as one step; those that are there stay. How many."""
    there = {each.day for each in ClosedDay.select()}
    missing = {on: name for on, name in calendar.federal_holidays(year).items() if on not in there}
    if missing:
        with history.step(f"Close the federal holidays of {year}"):
            for on, name in missing.items():
                ClosedDay.create(day=on, name=name)
    return len(missing)


def _of(committee: Committee) -> str:
    return str(committee.short or committee.name)
