"""A meeting at which something is recorded keeps its committee and its status; its day moves where all that was decided stays true."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.actions.test_agendas import LATER, SOON, file, held_on, messages, put_on
from tests.conftest import TODAY, dump
from workbench.actions import agendas, applications, meetings, stages
from workbench.errors import WorkbenchError
from workbench.lists import agenda
from workbench.papers import said_before
from workbench.records import texts
from workbench.records.application import Application
from workbench.records.appointment import Appointment
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import AgendaItem, Attendance, Meeting
from workbench.store import history

THEN = LATER + timedelta(days=90)


@pytest.fixture
def bodies(office: Any, make: Any) -> dict[str, Committee]:
    names = {"CC": "Credentials committee", "MEC": "Medical executive committee", "Board": "Governing board"}
    return {key: make(Committee, name=name, short=key, level=name, quorum=1) for key, name in names.items()}


def changed(meeting: Meeting, today: date = TODAY, **values: Any) -> str:
    """What is said when a meeting is changed; "" where it was kept. A refusal writes nothing."""
    again, before = Meeting.get_by_id(meeting.id), dump()
    for name, value in values.items():
        setattr(again, name, value)
    problems = meetings.save_meeting(again, today)
    assert not problems or dump() == before
    return messages(problems)


def approve(meeting: Meeting, asked: Application, **words: Any) -> list[int]:
    items = put_on(meeting, asked)
    assert meetings.record_outcome(items, "Approved", TODAY, quorum_choice="Few came", **words) == []
    return items


def test_a_meeting_with_outcomes_or_attendance_keeps_its_committee_and_its_status(
    bodies: dict[str, Committee], make: Any
) -> None:
    meeting, seat = held_on(bodies["CC"], TODAY), make(Seat, committee=bodies["CC"], name="Marsh")
    meetings.add_items(meeting.id, [{"section": "Policy", "title": "Telemedicine"}])
    assert "Take them off first" in changed(meeting, committee=bodies["Board"])
    items = approve(meeting, file(make, "Abel"))
    assert "1 outcome is recorded of Credentials committee" in changed(meeting, committee=bodies["Board"])
    before = dump()
    with pytest.raises(WorkbenchError, match="1 outcome is recorded, and a cancelled meeting decides nothing"):
        meetings.cancel_meetings([meeting.id])
    with pytest.raises(WorkbenchError, match="Take the outcome back first"):
        agendas.remove_items(items)
    swapped = AgendaItem.get_by_id(items[0])
    swapped.application = file(make, "Baker")
    assert "Approved is recorded of Abel" in messages(agendas.changed_problems(swapped))
    with history.step("Baker leaves"):
        swapped.application.delete_instance()
    meetings.keep_attendance(meeting.id, {seat.id: "Present"}, TODAY)
    assert meetings.close_meeting(meeting.id, "07:30", "08:40", TODAY) == []
    for state in ("Planned", "Cancelled"):
        assert "1 outcome and the attendance of 1 are recorded" in changed(meeting, state=state)
    meetings.record_outcome(items, "", TODAY)
    assert "the attendance of 1 is recorded" in changed(meeting, state="Planned")
    meetings.keep_attendance(meeting.id, {seat.id: ""}, TODAY)
    assert changed(meeting, state="Planned") == "" and before != dump()
    assert meetings.cancel_meetings([meeting.id]) == 1


def test_the_board_moves_to_no_day_after_the_terms_that_it_granted_and_the_files_go_along(
    bodies: dict[str, Committee], make: Any, assert_undoable: Any
) -> None:
    meeting = held_on(bodies["Board"], LATER)
    starts = LATER + timedelta(days=8)
    asked = file(make, "Abel", stage="Governing board", term_starts=starts)
    approve(meeting, asked)
    term = Appointment.get(provider=asked.provider)
    assert "42 CFR 482.12" in changed(meeting, held=starts + timedelta(days=1))
    sooner = LATER - timedelta(days=3)
    for day in (starts, sooner):
        assert_undoable(lambda day=day: changed(meeting, held=day))
        moved = Application.get_by_id(asked.id)
        assert (moved.decided, moved.stage_since, moved.stage) == (day, day, "Closed")
        assert Appointment.get_by_id(term.id).starts == starts
    assert applications.reopen(asked.id, "Governing board", TODAY, "The wrong file") == []
    again = Application.get_by_id(asked.id)
    assert (again.stage, again.decided, again.outcome, Appointment.select().count()) == ("Governing board", None, "", 0)
    assert changed(meeting, held=LATER) == "" and Application.get_by_id(asked.id).decided is None


def test_a_committee_moves_to_no_day_after_the_next_ones_decision_nor_before_the_one_before(
    bodies: dict[str, Committee], make: Any
) -> None:
    first, second, asked = held_on(bodies["CC"], SOON), held_on(bodies["MEC"], LATER), file(make, "Abel")
    approve(first, asked)
    approve(second, asked)
    assert "MEC decided on Abel, Ann on" in changed(first, held=LATER + timedelta(days=1))
    assert "after this committee" in changed(first, held=LATER, starts="18:00")
    assert "CC decided on Abel, Ann on" in changed(second, held=SOON - timedelta(days=1))
    assert changed(first, held=SOON + timedelta(days=1)) == ""
    assert Application.get_by_id(asked.id).stage == "Governing board"


def test_who_came_and_what_was_put_off_hold_a_meeting_to_its_day(bodies: dict[str, Committee], make: Any) -> None:
    last, meeting = held_on(bodies["CC"], TODAY), held_on(bodies["CC"], SOON)
    seat = make(Seat, committee=bodies["CC"], name="Marsh", starts=SOON)
    meetings.keep_attendance(meeting.id, {seat.id: "Present"}, SOON)
    assert "still to come" in changed(meeting, SOON, held=SOON + timedelta(days=1))
    assert "has no seat on" in changed(meeting, SOON, held=SOON - timedelta(days=1), state="Held")
    assert changed(last, SOON, state="Held") == ""
    with history.step("She sat there before"):
        Seat.update(starts=None).where(Seat.id == seat.id).execute()
    assert meetings.take_anew(meeting.id)
    assert "The committee met on" in changed(
        Meeting.get_by_id(meeting.id), SOON, held=TODAY - timedelta(days=1), state="Held"
    )
    assert changed(Meeting.get_by_id(meeting.id), SOON, held=SOON - timedelta(days=1), state="Held") == ""
    items = put_on(held_on(bodies["CC"], LATER), file(make, "Abel"))
    until = LATER + timedelta(days=9)
    meetings.record_outcome(items, "Deferred", TODAY, reason="A letter", deferred_until=until)
    assert "was deferred here until" in changed(AgendaItem.get_by_id(items[0]).meeting, held=until)
    assert Attendance.select().count() == 1


def test_what_a_cancelled_meeting_said_counts_nowhere(bodies: dict[str, Committee], make: Any) -> None:
    """Offices of earlier editions have such meetings."""
    first, second, asked = held_on(bodies["CC"], SOON), held_on(bodies["MEC"], LATER), file(make, "Abel")
    items = put_on(first, asked)
    words = {"conditions": "Ten cases proctored", "quorum_choice": "Few came"}
    assert meetings.record_outcome(items, "Approved with conditions", TODAY, **words) == []
    put_on(second, asked)
    with history.step("As it was possible"):
        Meeting.update(state="Cancelled").where(Meeting.id == first.id).execute()
    assert said_before.words([asked.id], LATER) == {}
    assert "conditions of CC" not in str(agenda.read(second.id, TODAY).items)
    assert "they count for nothing" in str(agenda.read(first.id, TODAY).problems)
    with history.step("Back"):
        Application.update(stage="Credentials committee").where(Application.id == asked.id).execute()
    assert "has not recommended" in stages.reason_needed([asked.id], "Governing board")
    seat = make(Seat, committee=bodies["CC"], name="Marsh")
    assert "nobody came" in messages(meetings.keep_attendance(first.id, {seat.id: "Present"}, SOON))
    assert "is cancelled" in messages(meetings.close_meeting(first.id, "07:30", "08:00", SOON))
    assert changed(first, SOON, state="Held") == ""
    assert stages.reason_needed([asked.id], "Medical executive committee") == ""


def test_minutes_are_called_by_the_day_to_which_their_meeting_was_moved(bodies: dict[str, Committee]) -> None:
    first, second = held_on(bodies["CC"], TODAY), held_on(bodies["CC"], LATER)
    title = f"Minutes of {texts.day(TODAY)}"
    assert meetings.add_items(second.id, [{"section": "Minutes", "title": title}]) == []
    assert changed(first, held=SOON) == ""
    titles = [each.title for each in second.items if each.section == "Minutes"]
    assert titles == ["", f"Minutes of {texts.day(SOON)}"]


def test_an_outcome_waits_for_the_committee_that_decides_before(bodies: dict[str, Committee], make: Any) -> None:
    first, second, asked = held_on(bodies["CC"], SOON), held_on(bodies["MEC"], LATER), file(make, "Abel")
    approve(first, asked)
    items, later = put_on(second, asked), LATER + timedelta(days=7)
    again = Meeting.get_by_id(first.id)
    again.held = later
    assert [each.partition(",")[0] for each in meetings.overtaken(again)] == ["MEC"]
    assert changed(first, held=later) == ""
    before = dump()
    said = messages(meetings.record_outcome(items, "Approved", TODAY))
    assert "CC decided on Abel, Ann on" in said and "after this meeting" in said and dump() == before
