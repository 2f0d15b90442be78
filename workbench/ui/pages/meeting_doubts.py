"""What may be wrong with a committee, a seat or a meeting that is about to be kept: said beside its box, and kept if meant."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from workbench.actions import meetings
from workbench.records.committee import ClosedDay, Committee, Seat
from workbench.records.meeting import IssuedPacket, Meeting
from workbench.records.meeting_words import CANCELLED, OPEN
from workbench.records.texts import clock, day, distance, listed
from workbench.rules import quorum, seats
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import Doubt

SATURDAY = 5
EARLY = "A decision counts once its meeting was held. If it was held early, change its day first (F4)."


def of_committee(form: Form, committee: Committee, today: date) -> Iterator[Doubt]:
    """A quorum that the seats there are cannot meet; a new committee has none yet."""
    if committee.get_id() is None:
        return
    changed = Committee(**committee.__data__)
    form.store(changed)
    for said in seats.quorum_remarks(changed, quorum.members_of(committee.id), today):
        yield Doubt(str(said), "quorum")


def of_seat(form: Form, seat: Seat, today: date) -> Iterator[Doubt]:
    """A term that is over, an alternate whose standing in counts for nothing, and a seat on which nobody sits."""
    values = form.values()
    ends, before = values["ends"], None if seat.get_id() is None else Seat.get_by_id(seat.get_id()).ends
    if ends and ends < today and ends != before:
        yield Doubt(f"The term ended {day(ends)}: from then on the seat counts for no meeting.", "ends")
    if not values["provider"] and values["name"].strip() and quorum.is_vacant(values["name"]):
        kept = seat.get_id() is not None and seat.attendance.exists()
        end = " Earlier minutes name this seat: end its term instead, and add a vacant one." if kept else ""
        yield Doubt(f"Nobody sits there: it counts for no quorum, and nothing is sent to its address.{end}", "name")
    if values["role"] == "Alternate" and not values["votes"]:
        yield Doubt("An alternate without a vote counts for no quorum when standing in.", "votes")


def of_meeting(form: Form, meeting: Meeting) -> Iterator[Doubt]:
    """A day on which nobody meets, or whose seats can have no quorum; and what comes along from other agendas."""
    values: dict[str, Any] = form.values()
    held, committee = values["held"], values["committee"]
    if values["state"] == CANCELLED and meeting.get_id() and Meeting.get_by_id(meeting.get_id()).state != CANCELLED:
        yield Doubt(goes_with_it([meeting]), "state")
    if not held or not committee or values["state"] not in OPEN:
        return
    closed = ClosedDay.get_or_none(ClosedDay.day == held)
    if closed is not None:
        yield Doubt(f"{day(held)} is a closed day: {closed.name}. Choose another, or keep it if they do meet.", "held")
    elif held.weekday() >= SATURDAY:
        yield Doubt(f"{day(held)} is a {held:%A}.", "held")
    found = Committee.get_by_id(committee)
    for said in seats.quorum_remarks(found, quorum.members_of(found.id), held):
        yield Doubt(str(said), "committee")
    changed = Meeting(**meeting.__data__)
    form.store(changed)
    if words := " ".join([*_taken_over(changed), *meetings.overtaken(changed)]):
        yield Doubt(words, "held")


def goes_with_it(cancelled: Sequence[Meeting]) -> str:
    """What becomes of the agendas and the packets of meetings that are about to be cancelled."""
    its = "Its" if len(cancelled) == 1 else "Their"
    said = f"{its} files are free for another agenda; what else stands there goes to the next meeting."
    out = IssuedPacket.meeting.in_([each.get_id() for each in cancelled]) & IssuedPacket.recalled.is_null()
    if IssuedPacket.select().where(out).exists():
        said += " Copies of the packet are out: recall it first (Ctrl+Shift+Y), if they are to count no more."
    return said


def _taken_over(meeting: Meeting) -> Iterator[str]:
    """What waits on later agendas for the committee's next meeting, which is this one then; or waited for it to take place."""
    before = Meeting.get_or_none(Meeting.id == meeting.get_id())
    if before is not None and before.state == CANCELLED:
        yield "What went to later agendas when it was cancelled comes back to it."
    elif before is None or before.held != meeting.held:
        items = meetings.drawn_in(meeting)
        if items:
            agendas = listed(list(dict.fromkeys(day(each.meeting.held) for each in items)))
            what = "1 item that waits" if len(items) == 1 else f"{len(items)} items that wait"
            yield f"{what} on the agenda of {agendas} {'comes' if len(items) == 1 else 'come'} to this one, which is the next."


def not_yet_held(held: date, starts: str, today: date, now: datetime) -> str:
    """“This meeting is on Dec 1 2026, in 4 days.” of one that has not begun; now is by the clock of the wall, and says more only
    on that same day. Empty once it has."""
    if held > today:
        return f"This meeting is on {day(held)}, {distance(held, today)}."
    if held == today == now.date() and starts and f"{now:%H:%M}" < starts:
        return f"This meeting begins at {clock(starts)} today."
    return ""
