"""Meetings: a year's calendar, a meeting more or fewer, who came, the end of it; each one step, or its problems and nothing."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import TODAY, dump
from workbench.actions import committees, meetings
from workbench.lists import agenda
from workbench.records.committee import ClosedDay, Committee, Seat
from workbench.records.meeting import ActionItem, AgendaItem, Attendance, Meeting
from workbench.records.provider import Provider
from workbench.store import history


@pytest.fixture
def credentials(office: Any, make: Any) -> Committee:
    return make(Committee, name="Credentials Committee", short="Credentials", level="Credentials committee")


def messages(problems: Any) -> str:
    return " | ".join(f"{each.field}: {each.message}" for each in problems)


def test_a_calendar_is_one_step_with_standing_items_and_says_what_it_moved(
    credentials: Committee, make: Any, assert_undoable: Any
) -> None:
    make(ClosedDay, day=date(2027, 1, 5), name="Retreat")
    made = assert_undoable(lambda: meetings.make_calendar([credentials.id], 2027, TODAY))
    assert len(made.days) == 12 == Meeting.select().count()
    assert made.moved == ("Moved from Jan 5 2027, Retreat, to Jan 12 2027.",)
    assert history.newest().name == "Redo: Make calendar of 2027: 12 meetings"
    first = Meeting.select().order_by(Meeting.held).first()
    assert (first.held, first.starts, first.length, first.remarks) == (date(2027, 1, 12), "07:30", 90, made.moved[0])
    assert [each.section for each in first.items.order_by(AgendaItem.position)] == [
        "Call to order",
        "Minutes",
        "Action items",
    ]
    assert len({each.uid for each in Meeting.select()}) == 12


def test_a_calendar_leaves_past_days_and_months_that_have_a_meeting(credentials: Committee, make: Any) -> None:
    year = TODAY.year
    make(Meeting, committee=credentials, held=date(year, 12, 9), state="Cancelled")
    plan = meetings.plan_calendar([credentials.id], year, date(year, 11, 4))
    assert (len(plan.days), plan.there, plan.past) == (0, 1, 11)
    assert [
        planned.held.month for _, planned in meetings.plan_calendar([credentials.id], year, date(year, 11, 1)).days
    ] == [11]
    before = dump()
    meetings.make_calendar([], year, TODAY)
    assert dump() == before


def test_a_committee_that_does_not_meet_gets_no_calendar(credentials: Committee, make: Any) -> None:
    with history.step("Rest"):
        credentials.active = False
        credentials.save()
    assert meetings.plan_calendar([credentials.id], 2027, TODAY).days == ()


def test_a_meeting_is_added_and_a_second_on_its_day_is_refused(credentials: Committee, assert_undoable: Any) -> None:
    held = TODAY + timedelta(days=9)
    assert assert_undoable(lambda: meetings.add_meeting(Meeting(committee=credentials, held=held), TODAY)) == []
    before = dump()
    assert "meets on" in messages(meetings.add_meeting(Meeting(committee=credentials, held=held), TODAY))
    assert dump() == before


def test_a_meeting_in_the_past_is_refused_unless_it_was_held(credentials: Committee) -> None:
    late = Meeting(committee=credentials, held=TODAY - timedelta(days=1))
    before = dump()
    assert "is past. Choose a later day, or set the status to Held" in messages(meetings.add_meeting(late, TODAY))
    assert dump() == before
    assert meetings.add_meeting(Meeting(committee=credentials, held=TODAY), TODAY) == []
    late.state = "Held"
    assert meetings.add_meeting(late, TODAY) == []
    soon = Meeting(committee=credentials, held=TODAY + timedelta(days=1), state="Held")
    assert "still to come" in messages(meetings.add_meeting(soon, TODAY))


def test_a_planned_meeting_that_became_past_can_still_be_corrected(credentials: Committee, make: Any) -> None:
    old = make(Meeting, committee=credentials, held=TODAY - timedelta(days=3))
    old.place = "Board Room B"
    assert meetings.save_meeting(old, TODAY) == []
    old.held = TODAY - timedelta(days=2)
    assert "is past" in messages(meetings.save_meeting(old, TODAY))


def test_cancelling_leaves_what_was_held(credentials: Committee, make: Any, assert_undoable: Any) -> None:
    planned = make(Meeting, committee=credentials, held=TODAY + timedelta(days=9))
    held = make(Meeting, committee=credentials, held=TODAY - timedelta(days=9), state="Held")
    assert assert_undoable(lambda: meetings.cancel_meetings([planned.id, held.id])) == 1
    assert [each.state for each in Meeting.select().order_by(Meeting.id)] == ["Cancelled", "Held"]
    assert meetings.cancel_meetings([held.id]) == 0


def test_attendance_is_kept_changed_and_taken_away(credentials: Committee, make: Any, assert_undoable: Any) -> None:
    meeting = make(Meeting, committee=credentials, held=TODAY)
    one, two = (make(Seat, committee=credentials, name=name) for name in ("Marsh", "Ngo"))
    assert (
        assert_undoable(lambda: meetings.keep_attendance(meeting.id, {one.id: "Present", two.id: "Absent"}, TODAY))
        == []
    )
    assert assert_undoable(lambda: meetings.keep_attendance(meeting.id, {one.id: "Excused", two.id: ""}, TODAY)) == []
    assert [(each.seat_id, each.presence) for each in Attendance.select()] == [(one.id, "Excused")]


def test_a_meeting_closes_once_somebody_came_and_its_day_is_there(
    credentials: Committee, make: Any, assert_undoable: Any
) -> None:
    soon = make(Meeting, committee=credentials, held=TODAY + timedelta(days=1))
    today = make(Meeting, committee=credentials, held=TODAY)
    seat = make(Seat, committee=credentials, name="Marsh")
    for meeting in (soon, today):
        assert "attendance" in messages(meetings.close_meeting(meeting.id, "07:30", "08:40", TODAY))
        meetings.keep_attendance(meeting.id, {seat.id: "Present"}, TODAY)
    assert "still to come" in messages(meetings.close_meeting(soon.id, "07:30", "08:40", TODAY))
    assert "before it was called" in messages(meetings.close_meeting(today.id, "07:30", "07:10", TODAY))
    assert "not a time" in messages(meetings.close_meeting(today.id, "half seven", "08:10", TODAY))
    assert assert_undoable(lambda: meetings.close_meeting(today.id, "07:30", "08:40", TODAY)) == []
    assert [each.state for each in Meeting.select().order_by(Meeting.id)] == ["Planned", "Held"]


def test_action_items_are_finished_and_reopened(credentials: Committee, make: Any, assert_undoable: Any) -> None:
    ids = [make(ActionItem, committee=credentials, title=title).id for title in ("Ask", "Tell")]
    assert assert_undoable(lambda: meetings.finish_actions(ids, TODAY)) == 2
    assert assert_undoable(lambda: meetings.finish_actions(ids[:1], None)) == 1
    assert [each.done for each in ActionItem.select().order_by(ActionItem.id)] == [None, TODAY]
    assert meetings.finish_actions([], TODAY) == 0


# Committees


def test_a_seat_takes_its_name_from_the_file_and_nobody_sits_twice(
    credentials: Committee, make: Any, assert_undoable: Any
) -> None:
    person = make(Provider, last="Marsh", first="Helen", degree="MD")
    seat = Seat(committee=credentials, provider=person, ends=date(2026, 12, 31))
    assert assert_undoable(lambda: committees.save_seat(seat)) == []
    assert seat.name == "Marsh, Helen, MD"
    again = Seat(committee=credentials, provider=person, starts=date(2026, 12, 31))
    assert "has a seat until Dec 31 2026 already" in messages(committees.save_seat(again))
    again.starts = date(2027, 1, 1)
    assert committees.save_seat(again) == []


def test_terms_are_renewed_after_the_old_ones_which_stay(
    credentials: Committee, make: Any, assert_undoable: Any
) -> None:
    ends, then = date(2026, 12, 31), date(2029, 12, 31)
    seat = make(Seat, committee=credentials, name="Marsh", role="Chair", ends=ends)
    forever = make(Seat, committee=credentials, name="CEO", role="Ex officio")
    assert "no end" in messages(committees.renew_terms([forever.id], then))
    assert "after the old one" in messages(committees.renew_terms([seat.id], ends))
    assert "until when" in messages(committees.renew_terms([seat.id], None))
    assert assert_undoable(lambda: committees.renew_terms([seat.id], then)) == []
    new = Seat.select().order_by(Seat.id.desc()).first()
    assert (new.name, new.role, new.starts, new.ends) == ("Marsh", "Chair", date(2027, 1, 1), then)
    assert "has a seat" in messages(committees.renew_terms([seat.id], then))


def test_a_term_ends_on_a_day_after_it_began(credentials: Committee, make: Any, assert_undoable: Any) -> None:
    seat = make(Seat, committee=credentials, name="Marsh", starts=TODAY)
    assert "starts" in messages(committees.end_terms([seat.id], TODAY - timedelta(days=1)))
    assert "which day" in messages(committees.end_terms([seat.id], None))
    assert assert_undoable(lambda: committees.end_terms([seat.id], TODAY)) == []


@pytest.fixture
def sat(credentials: Committee, make: Any) -> Seat:
    """A seat of a member who was there in October and excused in November."""
    seat = make(Seat, committee=credentials, provider=make(Provider, last="Iyer"), name="Iyer", starts=date(2026, 1, 1))
    for held, presence in ((date(2026, 10, 6), "Present"), (date(2026, 11, 3), "Excused")):
        made = make(Meeting, committee=credentials, held=held, state="Held")
        make(Attendance, meeting=made, seat=seat, presence=presence)
    return seat


def test_nobody_is_ended_or_changed_out_of_minutes_in_which_they_were_present(
    sat: Seat, make: Any, assert_undoable: Any
) -> None:
    before, there = dump(), "Iyer was present at a meeting (Oct 6 2026)"
    assert f"ends: {there} after that day" in messages(committees.end_terms([sat.id], date(2026, 10, 5)))
    for name, value, field in (
        ("ends", date(2026, 10, 5), "ends"),
        ("starts", date(2026, 10, 7), "starts"),
        ("provider", make(Provider, last="Other"), "provider"),
        ("committee", make(Committee, name="Another"), "committee"),
    ):
        seat = Seat.get_by_id(sat.id)
        setattr(seat, name, value)
        assert f"{field}: {there}" in messages(committees.save_seat(seat))
    assert dump()["seat"] == before["seat"]
    assert assert_undoable(lambda: committees.end_terms([sat.id], date(2026, 10, 6))) == []
    assert attended_as(sat) == {date(2026, 10, 6): ("Present", True), date(2026, 11, 3): ("Excused", False)}


def attended_as(seat: Seat) -> dict[date, tuple[str, bool]]:
    """By day what the minutes say of a seat, and whether it votes then."""
    found = {}
    for row in Attendance.select().where(Attendance.seat == seat):
        shown = agenda.read(row.meeting_id, TODAY)
        assert shown is not None and seat.id in {each.seat for each in shown.members}
        found[row.meeting.held] = (row.presence, shown.voting > 0)
    return found


def test_holidays_are_added_once(office: Any, assert_undoable: Any) -> None:
    assert assert_undoable(lambda: committees.add_holidays(2027)) == len(list(ClosedDay.select())) == 12
    before = dump()
    assert committees.add_holidays(2027) == 0
    assert dump() == before


def test_a_departments_committee_names_its_department(office: Any, make: Any) -> None:
    surgery = Committee(name="Surgery", level="Department")
    assert "Say of which department" in messages(committees.save_committee(surgery))
    surgery.level = "Other"
    assert committees.save_committee(surgery) == []
