"""Who came to a meeting."""

from collections.abc import Mapping
from datetime import date

from workbench.actions import keeping_seats
from workbench.actions.agenda_order import titled
from workbench.errors import Problem
from workbench.records.meeting import Attendance, Meeting
from workbench.records.meeting_words import CANCELLED, THERE
from workbench.records.texts import day
from workbench.store import history


def keep_attendance(meeting: int, presence: Mapping[int, str], today: date) -> list[Problem]:
    """Keep who was there, by seat, as one step; an empty presence takes a seat's line away. Nobody has come to a meeting that is
    still to be held: that is refused."""
    found = Meeting.get_by_id(meeting)
    if any(presence.values()) and (why := _nobody_came(found, today)):
        return [Problem("attendance", why)]
    kept = {each.seat_id: each for each in found.attendance}
    with history.step(f"Attendance of {titled(found)}"):
        for seat, said in presence.items():
            row = kept.get(seat)
            if row is None and said:
                Attendance.create(meeting=meeting, seat=seat, presence=said)
            elif row is not None and not said:
                row.delete_instance()
            elif row is not None and row.presence != said:
                row.presence = said
                if said not in THERE:
                    row.arrived = row.left = ""
                row.save()
        (keeping_seats.keep if found.attendance.exists() else keeping_seats.let_go)(found)
    return []


def _nobody_came(meeting: Meeting, today: date) -> str:
    if meeting.state == CANCELLED:
        return "The meeting is cancelled: nobody came. If it took place, set its status first (Edit, F4)."
    return not_yet(meeting.held) if meeting.held > today else ""  # type: ignore[arg-type, operator]


def not_yet(held: date) -> str:
    """Why nobody's attendance is recorded before a meeting."""
    return f"The meeting is on {day(held)}: who came is recorded once it is held."
