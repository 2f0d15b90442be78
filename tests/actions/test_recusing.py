"""Recusals: kept with their item, counted out of its quorum; a decision without one needs the chair's choice."""

from datetime import timedelta
from typing import Any

import pytest

from tests.conftest import TODAY, dump
from workbench.actions import meetings, recusing
from workbench.lists import recusals
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import AgendaItem, Attendance, Meeting, Recusal
from workbench.store import history


@pytest.fixture
def meeting(office: Any, make: Any) -> Meeting:
    """Seven of ten members came; a quorum is five."""
    committee = make(Committee, name="MEC", short="MEC", quorum=50, quorum_basis="Per item")
    made = make(Meeting, committee=committee, held=TODAY, starts="07:30")
    for n in range(10):
        make(Seat, committee=committee, name=f"Dr. {n}", role="Chair" if n == 0 else "Member", votes=True)
    for title in ("Peer review", "Bylaws"):
        make(AgendaItem, meeting=made, section="Other business", title=title, application=None)
    there = {seat.id: "Present" if n < 7 else "Absent" for n, seat in enumerate(committee.seats.order_by(Seat.id))}
    meetings.keep_attendance(made.id, there, TODAY)
    return made


@pytest.fixture
def peer(meeting: Meeting) -> AgendaItem:
    return AgendaItem.get(AgendaItem.title == "Peer review")


def seats(meeting: Meeting, *numbers: int) -> list[Seat]:
    found = list(meeting.committee.seats.order_by(Seat.id))
    return [found[n] for n in numbers]


def said(problems: Any) -> str:
    return " | ".join(f"{each.field}: {each.message}" for each in problems)


def recuse(item: AgendaItem, seat: Seat, **more: Any) -> list:
    return recusing.recuse(Recusal(item=item, seat=seat, **{"reason": "Relative", **more}))


def test_a_recusal_is_a_step_with_its_item_reason_and_times(
    meeting: Meeting, peer: AgendaItem, assert_undoable: Any
) -> None:
    (one,) = seats(meeting, 1)
    assert assert_undoable(lambda: recuse(peer, one, left="07:50", returned="08:02")) == []
    assert history.newest().name == "Redo: Recuse Dr. 1 from “Peer review”"
    ((kept,),) = recusals.of_meeting(meeting.id).values()
    assert kept.said == "Dr. 1 (relative; left 7:50 am, returned 8:02 am)"
    assert assert_undoable(lambda: recusing.take_back([kept.id])) == 1
    assert recusals.of_meeting(meeting.id) == {} and recusing.take_back([kept.id]) == 0


def test_a_recusal_that_cannot_be_is_said_and_nothing_is_written(meeting: Meeting, peer: AgendaItem, make: Any) -> None:
    one, away = seats(meeting, 1, 8)
    gone = make(Seat, committee=meeting.committee, name="Dr. Gone", ends=TODAY - timedelta(days=1))
    recuse(peer, one)
    before = dump()
    assert "reason" in said(recuse(peer, one, reason=""))
    assert "before they left" in said(recuse(peer, seats(meeting, 2)[0], left="08:00", returned="07:59"))
    assert "do not sit on the committee" in said(recuse(peer, gone))
    assert "were not there (absent)" in said(recuse(peer, away))
    assert said(recuse(peer, one)), "once for each item"
    assert dump() == before


def test_who_recused_is_counted_out_of_that_item_alone(meeting: Meeting, peer: AgendaItem) -> None:
    other = AgendaItem.get(AgendaItem.title == "Bylaws")
    for seat in seats(meeting, 0, 1):
        recuse(peer, seat)
    left = recusals.quorums(meeting.id)
    assert (left[peer.id].left, left[peer.id].needed, left[peer.id].short) == (5, 5, 0)
    recuse(peer, seats(meeting, 2)[0])
    left = recusals.quorums(meeting.id)
    assert (left[peer.id].left, left[peer.id].short) == (4, 1)
    assert left[peer.id].said == "4 votes were left without those recused; the quorum is 5."
    assert (left[other.id].left, left[other.id].short) == (7, 0)


def test_a_quorum_at_the_call_to_order_holds_though_some_recuse(meeting: Meeting, peer: AgendaItem) -> None:
    with history.step("Bylaws"):
        Committee.update(quorum_basis="At call to order").execute()
        Meeting.update(as_held="").execute()  # it met under them
    for seat in seats(meeting, 0, 1, 2):
        recuse(peer, seat)
    left = recusals.quorums(meeting.id)[peer.id]
    assert (left.left, left.short) == (4, 0)
    assert meetings.record_outcome([peer.id], "Approved", TODAY) == []


def test_a_decision_without_a_quorum_needs_the_chairs_choice(
    meeting: Meeting, peer: AgendaItem, assert_undoable: Any
) -> None:
    for seat in seats(meeting, 0, 1, 2):
        recuse(peer, seat)
    before = dump()
    wrong = meetings.record_outcome([peer.id], "Approved", TODAY)
    assert [each.field for each in wrong] == ["quorum_choice"] and "Say what the chair chose" in said(wrong)
    assert dump() == before
    assert meetings.record_outcome([peer.id], "Deferred", TODAY, reason="No quorum is left") == []
    choice = "The bylaws let business go on once a quorum was there."
    assert_undoable(lambda: meetings.record_outcome([peer.id], "Approved", TODAY, quorum_choice=choice))
    assert AgendaItem.get_by_id(peer.id).quorum_choice == choice


def test_without_attendance_nothing_is_said_of_a_quorum(meeting: Meeting, peer: AgendaItem) -> None:
    with history.step("Forget"):
        Attendance.delete().execute()
    assert recusals.quorums(meeting.id) == {}
    assert meetings.record_outcome([peer.id], "Approved", TODAY) == []


def test_times_are_kept_of_who_was_there(meeting: Meeting, assert_undoable: Any) -> None:
    one, two, away = (seat.id for seat in seats(meeting, 1, 2, 8))
    assert assert_undoable(lambda: recusing.keep_times(meeting.id, [one, two], "07:50", "08:30", TODAY)) == []
    rows = Attendance.select().where(Attendance.arrived != "")
    assert {(each.seat_id, each.arrived, each.left) for each in rows} == {(n, "07:50", "08:30") for n in (one, two)}
    before = dump()
    assert "before they arrived" in said(recusing.keep_times(meeting.id, [one], "08:00", "07:59", TODAY))
    assert "Only who was there" in said(recusing.keep_times(meeting.id, [away], "07:50", "", TODAY))
    assert "time" in said(recusing.keep_times(meeting.id, [one], "ten to eight", "", TODAY))
    assert dump() == before
    meetings.keep_attendance(meeting.id, {one: "Excused"}, TODAY)
    assert Attendance.get(Attendance.seat == one).arrived == ""
