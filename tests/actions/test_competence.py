"""Whose turn it is, and what the expedited committee may not decide: refused with what is missing and what to do."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.actions.test_agendas import SOON, file, held_on, messages, put_on
from tests.conftest import CATEGORY_1, TODAY, dump
from tests.rules.ready_file import a_ready_file
from workbench.actions import applications, meetings, undoing
from workbench.lists import agenda, expedited, ready
from workbench.records.application import Application
from workbench.records.appointment import Appointment
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import AgendaItem, Attendance, Meeting
from workbench.records.privilege import PrivilegeRequest
from workbench.records.provider import Provider
from workbench.store import history

WHY = "The board meets tomorrow; the chair called in."


@pytest.fixture
def mec(office: Any, make: Any) -> Meeting:
    return held_on(make(Committee, name="MEC", level="Medical executive committee", quorum=1), SOON)


@pytest.fixture
def fast(office: Any, make: Any) -> Meeting:
    committee = make(Committee, name="Fast", level="Expedited board committee", quorum=1)
    for name in ("Reed, Paul", "Sato, Mei"):
        make(Seat, committee=committee, name=name)
    return held_on(committee, SOON)


def again(asked: Application) -> Application:
    return Application.get_by_id(asked.id)


def change(asked: Application, **values: Any) -> None:
    with history.step("Change"):
        Application.update(**values).where(Application.id == asked.id).execute()


def told(meeting: Meeting) -> str:
    found = agenda.read(meeting.id, TODAY)
    assert found is not None
    return " | ".join(f"{each.tone}: {each}" for each in found.problems)


# Whose turn it is


@pytest.mark.parametrize("stage", ["Requested", "Department chair", "Credentials committee", "Governing board"])
@pytest.mark.parametrize("outcome", ["Approved", "Not approved", "Referred"])
def test_a_committee_decides_nothing_before_or_after_its_turn_without_a_reason(
    mec: Meeting, make: Any, stage: str, outcome: str
) -> None:
    items = put_on(mec, file(make, "Abel", stage=stage))
    before = dump()
    said = messages(meetings.record_outcome(items, outcome, TODAY, reason="x"))
    assert "out_of_turn: " in said and f"stands at “{stage}”" in said and "say why it is decided out of turn" in said
    assert meetings.out_of_turn(items) == ["Abel, Ann"]
    assert dump() == before


def test_what_is_decided_out_of_turn_says_why_and_writes_no_day_that_nobody_stated(
    mec: Meeting, make: Any, assert_undoable: Any
) -> None:
    asked = file(make, "Abel", stage="Requested")
    items = put_on(mec, asked)
    record = lambda: meetings.record_outcome(items, "Approved", TODAY, out_of_turn=WHY)  # noqa: E731
    assert assert_undoable(record) == []
    moved = again(asked)
    assert (moved.stage, moved.received, moved.complete) == ("Governing board", None, None)
    assert moved.remarks == f"Nov 24 2026: Approved by MEC while it stood at “Requested”: {WHY}"
    assert AgendaItem.get_by_id(items[0]).out_of_turn == WHY


def test_a_reason_is_kept_of_those_alone_that_are_out_of_turn_and_stays_when_words_are_mended(
    mec: Meeting, make: Any
) -> None:
    early, due = file(make, "Abel", stage="Requested"), file(make, "Beck", stage="Medical executive committee")
    items = put_on(mec, early, due)
    assert meetings.record_outcome(items, "Approved", TODAY, out_of_turn=WHY) == []
    assert meetings.record_outcome(items[:1], "Approved", TODAY, conclusion="Qualified.") == []
    assert [AgendaItem.get_by_id(each).out_of_turn for each in items] == [WHY, ""]
    assert again(early).remarks.count(WHY) == 1 and again(due).remarks == ""


@pytest.mark.parametrize("outcome", ["", "Deferred"])
def test_what_was_decided_out_of_turn_and_is_taken_back_stands_where_it_stood(
    mec: Meeting, make: Any, outcome: str
) -> None:
    asked = file(make, "Abel", stage="Requested")
    items = put_on(mec, asked)
    meetings.record_outcome(items, "Approved", TODAY, out_of_turn=WHY)
    assert meetings.record_outcome(items, outcome, TODAY, reason="x" if outcome else "") == []
    assert again(asked).stage == "Requested" and AgendaItem.get_by_id(items[0]).out_of_turn == ""
    assert "out_of_turn" in messages(meetings.record_outcome(items, "Approved", TODAY))


@pytest.mark.parametrize("remarks", ["", "Approved by MEC while it stood at “Verification”: somebody's word"])
def test_where_a_file_stood_is_in_the_trail_whatever_its_remarks_say(mec: Meeting, make: Any, remarks: str) -> None:
    asked = file(make, "Abel", stage="Requested")
    items = put_on(mec, asked)
    meetings.record_outcome(items, "Approved", TODAY, out_of_turn=WHY)
    change(asked, remarks=remarks)
    assert meetings.record_outcome(items, "Approved with conditions", TODAY, conditions="Ten cases") == []
    assert meetings.record_outcome(items, "", TODAY) == []
    assert again(asked).stage == "Requested"
    undoing.undo()
    assert again(asked).stage == "Governing board"
    assert meetings.record_outcome(items, "Deferred", TODAY, reason="x") == [] and again(asked).stage == "Requested"


@pytest.mark.parametrize("outcome", ["Deferred", "Withdrawn", "Accepted for information"])
def test_what_decides_nothing_waits_for_no_turn(mec: Meeting, make: Any, outcome: str) -> None:
    items = put_on(mec, file(make, "Abel", stage="Requested"))
    assert meetings.record_outcome(items, outcome, TODAY, reason="As the letter says") == []


@pytest.mark.parametrize("outcome", ["Approved", "Not approved"])
def test_the_board_waits_for_the_mec_whatever_it_says(make: Any, office: Any, outcome: str) -> None:
    board = held_on(make(Committee, name="Board", level="Governing board"), SOON)
    items = put_on(board, file(make, "Abel", stage="Credentials committee"))
    said = messages(meetings.record_outcome(items, outcome, TODAY, reason="x", out_of_turn=WHY))
    assert "the MEC has not sent it to the board" in said


def test_a_jump_by_hand_writes_no_days_either(make: Any, office: Any) -> None:
    asked = file(make, "Abel", stage="Requested")
    assert applications.move_to_stage([asked.id], "Governing board", TODAY, WHY) == []
    assert (again(asked).received, again(asked).complete) == (None, None)


# The expedited committee


def on_it(fast: Meeting, make: Any) -> tuple[Application, list[int]]:
    asked = a_ready_file(make)
    change(asked, stage="Governing board", **CATEGORY_1)
    return asked, put_on(fast, asked)


def test_a_complete_file_of_category_1_is_decided(fast: Meeting, make: Any) -> None:
    asked, items = on_it(fast, make)
    assert "not for the expedited committee" not in told(fast)
    assert asked.id in expedited.offered(SOON, TODAY)
    assert meetings.record_outcome(items, "Approved", TODAY) == []
    assert again(asked).outcome == "Approved" and Appointment.select().count() == 1


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"complete": None}, "it is incomplete (Application incomplete)"),
        ({"conditions": "Proctored"}, "it was recommended with a limitation"),
        ({"term_months": 12}, "it was recommended with a limitation"),
        ({"review": "Category 2"}, "it is Category 2"),
    ],
)
def test_what_is_barred_is_said_on_the_agenda_is_not_offered_and_not_decided(
    fast: Meeting, make: Any, values: dict, said: str
) -> None:
    asked, items = on_it(fast, make)
    change(asked, **values)
    assert f"bad: 4.1 Ready, Ann, MD is not for the expedited committee: {said}" in told(fast)
    assert "agenda of the whole board" in told(fast)
    assert asked.id not in expedited.offered(SOON, TODAY)
    before = dump()
    how = {"conclusion": "As recommended.", "conditions": "Ten cases"}
    for outcome in ("Approved", "Approved with conditions"):
        wrong = messages(meetings.record_outcome(items, outcome, TODAY, **how))
        assert "outcome: The expedited committee does not decide on Ready, Ann, MD" in wrong and said in wrong
    assert dump() == before
    assert meetings.record_outcome(items, "Not approved", TODAY, reason="To the whole board") == []


def test_a_limit_on_a_privilege_and_an_adverse_mec_bar_it(fast: Meeting, mec: Meeting, make: Any) -> None:
    asked, items = on_it(fast, make)
    with history.step("Limit"):
        PrivilegeRequest.update(committee_view="Do not recommend").execute()
    assert "with a limitation" in messages(meetings.record_outcome(items, "Approved", TODAY, reason="x"))
    with history.step("Adverse"):
        PrivilegeRequest.update(committee_view="").execute()
        AgendaItem.create(meeting=mec, section="Reappointments", application=asked, outcome="Not approved")
    assert "the MEC did not recommend it" in messages(meetings.record_outcome(items, "Approved", TODAY, reason="x"))


def test_what_is_barred_is_not_put_on_by_itself(fast: Meeting, make: Any) -> None:
    asked = a_ready_file(make)
    change(asked, stage="Governing board", **CATEGORY_1)
    assert [each.title for each in ready.files(fast.id, TODAY)] == ["Ready, Ann, MD"]
    change(asked, conditions="Proctored")
    assert ready.files(fast.id, TODAY) == ()


@pytest.mark.parametrize("how", ["seats", "attendance"])
def test_one_member_of_the_board_decides_nothing_alone(fast: Meeting, make: Any, how: str) -> None:
    _, items = on_it(fast, make)
    second = Seat.get(name="Sato, Mei")
    with history.step("Alone"):
        if how == "seats":
            Seat.update(ends=TODAY).where(Seat.id == second).execute()
        else:
            for seat in fast.committee.seats:
                Attendance.create(meeting=fast, seat=seat, presence="Absent" if seat == second else "Present")
    said = messages(meetings.record_outcome(items, "Approved", TODAY, quorum_choice="Went on."))
    assert "2 voting members of the board at least" in said and "agenda of the whole board" in said


@pytest.mark.parametrize("how", ["seats", "attendance"])
def test_who_is_not_of_the_board_does_not_decide_for_it(fast: Meeting, make: Any, how: str) -> None:
    asked, items = on_it(fast, make)
    board = make(Committee, name="The whole board", level="Governing board")
    seated = [make(Seat, committee=board, name=each.name) for each in fast.committee.seats]
    janitor = make(Seat, committee=fast.committee, name="Janitor")
    with history.step("Not of the board"):
        if how == "seats":
            seated[0].delete_instance()
        else:
            absent = fast.committee.seats.where(Seat.id != janitor).first()
            for seat in fast.committee.seats:
                Attendance.create(meeting=fast, seat=seat, presence="Absent" if seat == absent else "Present")
    said = messages(meetings.record_outcome(items, "Approved", TODAY, quorum_choice="Went on."))
    assert ("1 of its members votes here" if how == "seats" else "1 was there and took part") in said
    assert again(asked).stage == "Governing board"


def test_what_it_did_not_approve_is_as_before_once_that_is_taken_back(fast: Meeting, make: Any) -> None:
    asked, items = on_it(fast, make)
    change(asked, review_reason="No claims at all")
    meetings.record_outcome(items, "Not approved", TODAY, reason="To the whole board")
    barred = again(asked)
    assert barred.review == "Category 2" and "Not approved by Fast, Dec 1 2026" in barred.review_reason
    meetings.record_outcome(items, "Deferred", TODAY, reason="One more question")
    assert (again(asked).review, again(asked).review_reason) == ("Category 1", "No claims at all")
    meetings.record_outcome(items, "Not approved", TODAY, reason="To the whole board")
    change(asked, review_reason="The chair asks for the whole board")
    meetings.record_outcome(items, "", TODAY)
    assert again(asked).review == "Category 2", "somebody else's word stays"


def test_the_review_before_is_in_the_trail_and_a_moved_meeting_is_named_by_its_day_in_its_own_line(
    fast: Meeting, make: Any
) -> None:
    asked, items = on_it(fast, make)
    typed = "Asked by mail to Fast, Dec 1 2026"
    change(asked, review_reason=typed)
    meetings.record_outcome(items, "Not approved", TODAY, reason="To the whole board")
    moved = Meeting.get_by_id(fast.id)
    moved.held = moved.held + timedelta(days=1)
    assert meetings.save_meeting(moved, TODAY) == []
    assert again(asked).review_reason == f"{typed}\nNot approved by Fast, Dec 2 2026 (Category 1 before)"
    change(asked, review_reason=f"{typed}\nNot approved by Fast, Dec 2 2026")
    meetings.record_outcome(items, "", TODAY)
    assert (again(asked).review, again(asked).review_reason) == ("Category 1", typed)


# A board's approval


def board_on(make: Any, held: date) -> Meeting:
    committee = make(Committee, name="Board", level="Governing board", quorum=1)
    make(Seat, committee=committee, name="Reed, Paul")
    return held_on(committee, held)


def test_nobody_is_a_member_before_the_meeting_was_held(make: Any, office: Any, assert_undoable: Any) -> None:
    board = board_on(make, SOON)
    asked = file(make, "Abel", stage="Governing board")
    assert meetings.record_outcome(put_on(board, asked), "Approved", TODAY) == []
    person = Provider.get_by_id(asked.provider_id)
    assert (person.status, person.status_since) == ("Applicant", None)
    assert Appointment.get().starts == SOON
    seat = board.committee.seats[0]
    meetings.keep_attendance(board.id, {seat.id: "Present"}, SOON)
    assert assert_undoable(lambda: meetings.close_meeting(board.id, "07:30", "08:00", SOON)) == []
    person = Provider.get_by_id(asked.provider_id)
    assert (person.status, person.status_since) == ("Active", SOON)


def test_an_appointment_is_not_made_while_nothing_says_who_was_there(make: Any, office: Any) -> None:
    board = board_on(make, TODAY)
    items = put_on(board, file(make, "Abel", stage="Governing board"))
    assert "Nobody's attendance is recorded" in meetings.unknown_quorum(board.id, TODAY)
    before = dump()
    said = messages(meetings.record_outcome(items, "Approved", TODAY))
    assert said.startswith("quorum_choice: Nobody's attendance is recorded") and "under Attendance" in said
    assert dump() == before
    assert meetings.record_outcome(items, "Deferred", TODAY, reason="x") == []
    choice = "Seven members were there; the list was lost."
    assert meetings.record_outcome(items, "Approved", TODAY, quorum_choice=choice) == []
    assert AgendaItem.get_by_id(items[0]).quorum_choice == choice


def test_with_attendance_nothing_more_is_asked(make: Any, office: Any) -> None:
    board = board_on(make, TODAY)
    meetings.keep_attendance(board.id, {board.committee.seats[0].id: "Present"}, TODAY)
    assert meetings.unknown_quorum(board.id, TODAY) == ""
    items = put_on(board, file(make, "Abel", stage="Governing board"))
    assert meetings.record_outcome(items, "Approved", TODAY) == []
    assert Provider.get(last="Abel").status == "Active"
