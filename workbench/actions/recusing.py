"""Recusals: who takes no part in an item, kept with it; and when members arrived and left."""

from collections.abc import Sequence
from datetime import date

from workbench.actions import editing, keeping_seats
from workbench.actions.agenda_order import called, titled
from workbench.actions.meetings import not_yet
from workbench.errors import Problem
from workbench.records.meeting import ATTENDANCE, RECUSALS, Attendance, Meeting, Recusal
from workbench.records.meeting_words import CANCELLED, THERE
from workbench.rules import as_held, quorum
from workbench.store import history


def recuse(recusal: Recusal) -> list[Problem]:
    """Keep that a member takes no part in an item, new or changed, as one step; or what is wrong with it."""
    problems = [*recusal.problems()]
    if recusal.item_id and recusal.seat_id:
        problems += _misplaced(recusal)
    if problems:
        return problems
    item = recusal.item
    with history.step(f"Recuse {recusal.seat.name} from “{called(item.__data__)}”"):
        return editing.save(recusal, RECUSALS)


def _misplaced(recusal: Recusal) -> list[Problem]:
    meeting: Meeting = recusal.item.meeting
    sitting = quorum.sitting(as_held.members(meeting), meeting.held)
    if recusal.seat_id not in {each.seat for each in sitting}:
        return [Problem("seat", "They do not sit on the committee on that day.")]
    if meeting.state == CANCELLED:
        return [Problem("seat", "The meeting is cancelled: nobody took part in anything.")]
    there = Attendance.get_or_none((Attendance.meeting == meeting) & (Attendance.seat == recusal.seat_id))
    if there is not None and there.presence not in THERE:
        return [Problem("seat", f"They were not there ({there.presence.lower()}): nobody recuses who is away.")]
    return []


def take_back(recusals: Sequence[int]) -> int:
    """Take recusals back, as one step; how many."""
    found = list(Recusal.select().where(Recusal.id.in_(list(recusals))))
    if found:
        what = found[0].seat.name if len(found) == 1 else f"{len(found)} members"
        with history.step(f"Take back the recusal of {what} from “{called(found[0].item.__data__)}”"):
            for each in found:
                each.delete_instance()
    return len(found)


def keep_times(meeting: int, seats: Sequence[int], arrived: str, left: str, today: date) -> list[Problem]:
    """Keep when members arrived and left, as one step; who has times and no attendance yet was present. Nobody came to a
    meeting that is still to be held."""
    found = Meeting.get_by_id(meeting)
    if found.held > today:
        return [Problem("arrived", not_yet(found.held))]
    kept = {each.seat_id: each for each in found.attendance}
    rows = [kept.get(seat) or Attendance(meeting=meeting, seat=seat, presence="Present") for seat in seats]
    for row in rows:
        row.arrived, row.left = arrived, left
    problems = [problem for row in rows for problem in row.problems()]
    if not problems and rows:
        with history.step(f"Times of attendance at {titled(found)}"):
            for row in rows:
                problems += editing.save(row, ATTENDANCE)
            keeping_seats.keep(found)
    return list(dict.fromkeys(problems))
