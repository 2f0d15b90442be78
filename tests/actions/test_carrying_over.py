"""What a meeting leaves to the next stands there once: when it is cancelled, takes place after all, is moved, or one comes between;
and what a correction no longer supports goes with it."""

from datetime import timedelta
from typing import Any

from tests.actions.test_agendas import LATER, SOON, committee, file, held_on, meeting, messages, put_on
from tests.actions.test_moving import THEN, approve, bodies, changed
from tests.conftest import TODAY, dump
from workbench.actions import meetings
from workbench.lists import agenda
from workbench.records import texts
from workbench.records.application import Application
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import AgendaItem, Meeting

__all__ = ["bodies", "committee", "meeting"]
MONTH = timedelta(days=30)


def stands(*on: Meeting) -> list[list[str]]:
    """What stands on agendas besides what always does."""
    usual = ("Call to order", "Minutes", "Action items")
    found = [agenda.read(one.id, TODAY) for one in on]
    return [sorted(item.title for item in each.items if item.section not in usual) for each in found]


def test_all_but_the_files_of_a_cancelled_meeting_goes_on_and_comes_back_with_it(
    committee: Committee, meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    second = held_on(committee, LATER)
    told, asked = file(make, "Abel"), file(make, "Baker")
    items = [{"section": "FPPE and OPPE", "title": "FPPE completed"}, {"section": "Policy", "title": "Telemedicine"}]
    items.append({"section": "Initial appointments", "application": told.id, "information": True})
    assert meetings.add_items(meeting.id, items) == []
    put_on(meeting, asked)
    whole = stands(meeting)
    assert_undoable(lambda: meetings.cancel_meetings([meeting.id]))
    assert stands(second) == [["Abel, Ann", "FPPE completed", "Telemedicine"]]
    assert_undoable(lambda: changed(meeting, state="Planned"))
    assert stands(meeting, second) == [*whole, []]
    meetings.cancel_meetings([meeting.id])
    (fppe,) = [each.id for each in second.items if each.title == "FPPE completed"]
    meetings.record_outcome([fppe], "Accepted for information", TODAY)
    assert changed(meeting, state="Planned") == ""
    assert stands(meeting, second) == [["Abel, Ann", "Baker, Ann", "Telemedicine"], ["FPPE completed"]]


def test_what_a_cancelled_meeting_leaves_waits_for_the_next_one_made(committee: Committee, meeting: Meeting) -> None:
    meetings.add_items(meeting.id, [{"section": "Policy", "title": "Telemedicine"}])
    meetings.cancel_meetings([meeting.id])
    second, third = held_on(committee, LATER), held_on(committee, LATER + MONTH)
    assert stands(second, third) == [["Telemedicine"], []]
    assert changed(meeting, remarks="Snow") == "" and stands(third) == [[]]


def test_a_meeting_between_takes_what_waits_on_the_one_after(
    committee: Committee, meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    later = held_on(committee, LATER)
    soon, put_off = file(make, "Abel"), file(make, "Baker")
    one, two = put_on(meeting, soon, put_off)
    meetings.record_outcome([one], "Deferred", TODAY, reason="A letter")
    meetings.record_outcome([two], "Deferred", TODAY, reason="A letter", deferred_until=LATER - timedelta(days=1))
    assert stands(later) == [["Abel, Ann", "Baker, Ann"]]
    between = Meeting(committee=committee, held=SOON + timedelta(days=14))
    assert [each.application_id for each in meetings.drawn_in(between)] == [soon.id]
    assert_undoable(lambda: meetings.add_meeting(between, TODAY))
    between = Meeting.get(held=between.held)
    assert stands(between, later) == [["Abel, Ann"], ["Baker, Ann"]]
    assert_undoable(lambda: changed(between, held=LATER + MONTH))
    assert stands(between, later) == [[], ["Abel, Ann", "Baker, Ann"]]
    meetings.record_outcome([two], "", TODAY)
    assert_undoable(lambda: changed(meeting, held=LATER + timedelta(days=7)))  # past the one on whose agenda it stood
    assert stands(between, later) == [["Abel, Ann"], []]
    assert changed(meeting, held=LATER - timedelta(days=7)) == ""
    assert stands(between, later) == [[], ["Abel, Ann"]]


def test_minutes_that_nobody_voted_on_stand_beside_the_next_ones(committee: Committee, make: Any) -> None:
    first, second, third = (held_on(committee, each) for each in (TODAY, SOON, LATER))
    seat = make(Seat, committee=committee, name="Marsh")
    for each in (first, second):
        meetings.keep_attendance(each.id, {seat.id: "Present"}, THEN)
    for each in (first, second):
        meetings.add_items(each.id, [{"section": "Policy", "title": f"Policy of {each.held}"}])
        assert meetings.close_meeting(each.id, "07:30", "08:00", THEN) == []
        if each is first:  # minutes with nothing to tell are not asked for where none ever were
            (policy,) = [item.id for item in each.items if item.section == "Policy"]
            assert meetings.record_outcome([policy], "Approved", THEN, quorum_choice="It was voted on") == []
    titles = lambda: [each.title for each in agenda.read(third.id, TODAY).items if each.section == "Minutes"]  # noqa: E731
    called = [f"Minutes of {texts.day(each.held)}" for each in (first, second)]
    assert sorted(titles()) == sorted(called)
    said = str(agenda.read(second.id, THEN).problems)
    assert called[0] in said and f"Policy of {SOON}" in said and "have no outcome" in said
    (late,) = [each.id for each in second.items if each.section == "Minutes"]
    assert meetings.record_outcome([late], "Approved", THEN, quorum_choice="It was voted on") == []
    assert titles() == called[1:]
    assert meetings.record_outcome([late], "", THEN) == []
    assert sorted(titles()) == sorted(called)


def test_a_corrected_deferral_takes_its_copies_along_unless_something_is_recorded_there(
    committee: Committee, meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    later, asked = held_on(committee, LATER), file(make, "Abel")
    meetings.add_items(meeting.id, [{"section": "Policy", "title": "Telemedicine"}])
    items = [*put_on(meeting, asked), AgendaItem.get(title="Telemedicine").id]
    meetings.record_outcome(items, "Deferred", TODAY, reason="A letter")
    assert stands(later) == [["Abel, Ann", "Telemedicine"]]
    assert_undoable(lambda: meetings.record_outcome(items, "Approved", TODAY, conclusion="Read again"))
    assert stands(later) == [[]]
    meetings.record_outcome(items, "Deferred", TODAY, reason="A letter")
    copy = [each.id for each in later.items if each.title == "Telemedicine"]
    meetings.record_outcome(copy, "Approved", TODAY)
    before = dump()
    for outcome in ("Approved", ""):
        assert "“Approved” recorded, which rests on “Deferred”" in messages(
            meetings.record_outcome(items, outcome, TODAY)
        )
    assert dump() == before
    meetings.record_outcome(copy, "", TODAY)
    assert meetings.record_outcome(items, "", TODAY) == [] and stands(later) == [[]]


def test_a_file_that_goes_back_leaves_the_agendas_of_later_committees(
    bodies: dict[str, Committee], make: Any, assert_undoable: Any
) -> None:
    first, after = held_on(bodies["MEC"], SOON), held_on(bodies["MEC"], LATER)
    board, asked = held_on(bodies["Board"], LATER), file(make, "Abel", stage="Medical executive committee")
    items = approve(first, asked)
    on_board = put_on(board, asked)
    assert_undoable(lambda: meetings.record_outcome(items, "Deferred", TODAY, reason="A letter"))
    assert stands(after, board) == [["Abel, Ann"], []]
    assert Application.get_by_id(asked.id).stage == "Medical executive committee"
    meetings.record_outcome(items, "Approved", TODAY)
    on_board = put_on(board, asked)
    meetings.record_outcome(on_board, "Deferred", TODAY, reason="A letter")
    for outcome in ("Deferred", "Not approved", ""):
        said = messages(meetings.record_outcome(items, outcome, TODAY, reason="New facts"[: 9 if outcome else 0]))
        assert "Board, " in said and "Take that back first" in said
    assert meetings.record_outcome(items, "Approved with conditions", TODAY, conditions="Ten cases") == []
    assert stands(after) == [[]]


def test_two_cancelled_meetings_that_take_place_after_all_do_not_both_have_a_file(
    committee: Committee, meeting: Meeting, make: Any
) -> None:
    second, third = held_on(committee, LATER), held_on(committee, LATER + MONTH)
    first, asked = held_on(committee, TODAY), file(make, "Abel")
    meetings.record_outcome(put_on(first, asked), "Deferred", TODAY, reason="A letter")
    meetings.cancel_meetings([meeting.id])
    meetings.cancel_meetings([second.id])
    assert stands(third) == [["Abel, Ann"]]
    for each in (meeting, second):
        assert changed(each, state="Planned") == ""
    assert stands(meeting, second, third) == [["Abel, Ann"], [], []]


OWN = (
    {"section": "FPPE and OPPE", "title": "FPPE completed", "asked": "Accept", "minutes": 5},
    {"section": "Policy", "title": "Telemedicine", "asked": "Approve", "minutes": 5},
)


def own(*on: Meeting) -> None:
    """What the office itself puts on each agenda: the report of every month, under one title."""
    for each in on:
        assert meetings.add_items(each.id, OWN) == []


def test_a_correction_leaves_the_offices_own_items_of_the_same_title(
    committee: Committee, meeting: Meeting, assert_undoable: Any
) -> None:
    second, third = held_on(committee, LATER), held_on(committee, LATER + MONTH)
    own(meeting, third)
    items = [each.id for each in meeting.items if each.title in ("FPPE completed", "Telemedicine")]
    assert_undoable(lambda: meetings.record_outcome(items, "Deferred", TODAY, reason="A letter"))
    whole = ["FPPE completed", "Telemedicine"]
    assert stands(second, third) == [whole, whole]
    assert meetings.taken_off(list(AgendaItem.select().where(AgendaItem.id.in_(items))), "Approved").count("Board") == 0
    assert_undoable(lambda: meetings.record_outcome(items, "Approved", TODAY))
    assert stands(second, third) == [[], whole]
    third_own = [each.id for each in third.items if each.title in whole]
    meetings.record_outcome(items, "Deferred", TODAY, reason="A letter")
    assert meetings.record_outcome(third_own, "Approved", TODAY) == []
    assert meetings.record_outcome(items, "Approved", TODAY) == [], "another report of that title was decided"
    assert stands(second, third) == [[], whole]


def test_what_the_office_put_on_the_next_agenda_itself_is_not_put_there_twice_and_stays(
    committee: Committee, meeting: Meeting
) -> None:
    second = held_on(committee, LATER)
    own(meeting, second)
    items = [each.id for each in meeting.items if each.title == "Telemedicine"]
    meetings.record_outcome(items, "Deferred", TODAY, reason="A letter")
    assert stands(second) == [["FPPE completed", "Telemedicine"]]
    meetings.record_outcome(items, "", TODAY)
    assert stands(second) == [["FPPE completed", "Telemedicine"]]


def test_replanning_leaves_the_offices_own_items(committee: Committee, meeting: Meeting, assert_undoable: Any) -> None:
    second, third = held_on(committee, LATER), held_on(committee, LATER + MONTH)
    own(meeting, second, third)
    whole = ["FPPE completed", "Telemedicine"]
    meetings.cancel_meetings([meeting.id])
    assert_undoable(lambda: changed(meeting, state="Planned"))
    assert stands(meeting, second, third) == [whole, whole, whole]
    items = [each.id for each in meeting.items if each.title == "Telemedicine"]
    meetings.record_outcome(items, "Deferred", TODAY, reason="A letter")
    assert changed(second, held=LATER + MONTH + timedelta(days=7)) == ""
    assert stands(meeting, second, third) == [whole, whole, whole]
    assert changed(second, held=LATER) == "" and stands(meeting, second, third) == [whole, whole, whole]
