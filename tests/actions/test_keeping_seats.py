"""What minutes say of votes, roles and the quorum stays as it was on the day; a later change of the bylaws is for meetings to come."""

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.conftest import TODAY, dump
from workbench.actions import committees, meetings, merging
from workbench.actions.meetings import keep_attendance
from workbench.errors import WorkbenchError
from workbench.lists import agenda, meetings_around, recusals
from workbench.papers import minutes
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import AgendaItem, Meeting, Recusal
from workbench.records.provider import Provider
from workbench.rules import as_held, quorum
from workbench.store import history


@pytest.fixture
def committee(office: Any, make: Any) -> Committee:
    """Four who vote, a quorum of half of them."""
    made = make(Committee, name="Credentials Committee", short="CC", level="Credentials committee", quorum=50)
    for n in range(4):
        make(Seat, committee=made, name=f"Dr. {n}", role="Chair" if n == 0 else "Member", votes=True)
    return made


def met(committee: Committee, make: Any, there: int = 2) -> Meeting:
    made = make(Meeting, committee=committee, held=TODAY, starts="07:30")
    make(AgendaItem, meeting=made, section="Other business", title="Peer review", application=None)
    seats = committee.seats.order_by(Seat.id)
    keep_attendance(made.id, {seat.id: "Present" if n < there else "Excused" for n, seat in enumerate(seats)}, TODAY)
    return made


def says(meeting: Meeting) -> Any:
    made = minutes.minutes_of(meeting.id, TODAY)
    return made.committee, made.present, made.quorum, made.chair, recusals.quorums(meeting.id)


def seat_of(committee: Committee, n: int) -> Seat:
    return list(committee.seats.order_by(Seat.id))[n]


def change_everything(committee: Committee) -> None:
    """A vote, a role, a name, the rule, and a seat more."""
    chair, member = seat_of(committee, 0), seat_of(committee, 1)
    chair.role, chair.name, member.votes = "Member", "Dr. Zero", False
    assert committees.save_seat(chair) == committees.save_seat(member) == []
    assert committees.save_seat(Seat(committee=committee, name="Dr. New", votes=True)) == []
    found = Committee.get_by_id(committee.id)
    found.name, found.short, found.quorum, found.quorum_basis = "Bylaws", "BY", 100, "At call to order"
    assert committees.save_committee(found) == []


@pytest.mark.parametrize("closed", [True, False])
def test_a_change_of_seats_and_bylaws_changes_only_meetings_to_come(
    committee: Committee, make: Any, closed: bool
) -> None:
    meeting = met(committee, make)
    make(Recusal, item=meeting.items.get(), seat=seat_of(committee, 0), reason="Relative")
    if closed:
        assert meetings.close_meeting(meeting.id, "07:30", "08:00", TODAY) == []
    before = says(meeting)
    assert "2 of 4 votes were there; the quorum is 2, counted per item: a quorum was present" in before[2]
    assert before[0] == "Credentials Committee" and before[1][0] == "Dr. 0 (chair)"
    change_everything(committee)
    assert says(meeting) == before
    (recused,) = recusals.of_meeting(meeting.id).values()
    assert recused[0].name == "Dr. 0"
    following = make(Meeting, committee=committee, held=TODAY + timedelta(days=30), starts="07:30")
    ahead = agenda.read(following.id, TODAY)
    assert ahead and (ahead.committee_name, ahead.voting, ahead.quorum) == ("Bylaws", 4, 4)


def test_what_was_wrong_on_the_day_is_taken_anew_as_a_step(
    committee: Committee, make: Any, assert_undoable: Any
) -> None:
    meeting = met(committee, make)
    assert not meetings.counts_otherwise(meeting.id) and not meetings.take_anew(meeting.id)
    assert committees.save_seat(Seat(committee=committee, name="Dr. Forgotten", votes=True)) == []
    assert meetings.counts_otherwise(meeting.id)
    assert_undoable(lambda: meetings.take_anew(meeting.id))
    assert "2 of 5 votes were there; the quorum is 3" in says(meeting)[2]


def test_the_bylaws_of_the_day_stay_when_its_seats_are_taken_anew(committee: Committee, make: Any) -> None:
    meeting = met(committee, make)
    committee.quorum = 100
    assert committees.save_committee(committee) == []
    assert meetings.counts_otherwise(meeting.id) and not meetings.seats_are_otherwise(meeting.id)
    assert not meetings.take_anew(meeting.id), "only the bylaws changed"
    assert committees.save_seat(Seat(committee=committee, name="Dr. Forgotten", votes=True)) == []
    assert meetings.take_anew(meeting.id)
    assert "2 of 5 votes were there; the quorum is 3" in says(meeting)[2]


def test_approved_minutes_keep_their_seats(committee: Committee, make: Any) -> None:
    meeting = met(committee, make)
    assert meetings.close_meeting(meeting.id, "07:30", "08:00", TODAY) == []
    later = make(Meeting, committee=committee, held=TODAY + timedelta(days=30), state="Held")
    title = meetings_around.minutes_called(meeting.held)
    make(AgendaItem, meeting=later, section="Minutes", title=title, outcome="Approved")
    assert committees.save_seat(Seat(committee=committee, name="Dr. Forgotten", votes=True)) == []
    before = dump()
    with pytest.raises(WorkbenchError, match="are approved"):
        meetings.take_anew(meeting.id)
    assert dump() == before


def test_it_is_kept_from_the_first_attendance_on_and_let_go_with_the_last(
    committee: Committee, make: Any, assert_undoable: Any
) -> None:
    meeting = make(Meeting, committee=committee, held=TODAY)
    seat = seat_of(committee, 0).id
    assert_undoable(lambda: keep_attendance(meeting.id, {seat: "Present"}, TODAY))
    kept = Meeting.get_by_id(meeting.id)
    assert kept.as_held and as_held.members(kept) == as_held.members(meeting)
    assert_undoable(lambda: keep_attendance(meeting.id, {seat: ""}, TODAY))
    assert Meeting.get_by_id(meeting.id).as_held == ""


def test_a_committee_that_decided_keeps_its_place_in_the_chain(committee: Committee, make: Any) -> None:
    committee.level = "Governing board"
    assert committees.save_committee(committee) == [], "nothing was decided yet"
    met(committee, make)
    before, committee.level = dump(), "Medical executive committee"
    (said,) = committees.save_committee(committee)
    assert said.field == "level" and "as a governing board" in said.message and "add a committee" in said.message
    assert dump() == before


def test_a_seat_of_which_attendance_is_recorded_is_not_deleted(committee: Committee, make: Any) -> None:
    met(committee, make)
    before = dump()
    with pytest.raises(WorkbenchError, match=r"attendance of Dr. 3 is recorded at a meeting .* End the term instead"):
        committees.delete_seats([seat_of(committee, 3).id])
    assert dump() == before
    extra = make(Seat, committee=committee, name="Dr. Never")
    assert committees.delete_seats([extra.id]) == 1


def test_an_alternate_goes_with_the_file_that_two_became(committee: Committee, make: Any, office: Any) -> None:
    kept, gone = (make(Provider, last="Ngo", first=name, npi="") for name in ("Binh", "B."))
    voter = make(Seat, committee=committee, provider=gone, name="Ngo, B.", votes=True, ends=TODAY)
    make(Seat, committee=committee, provider=kept, name="Ngo, Binh", votes=True, starts=TODAY + timedelta(days=1))
    make(Seat, committee=committee, name="Dr. Else", role="Alternate", votes=True, stands_in_for=voter)
    meeting = met(committee, make)
    assert merging.merge(kept.id, gone.id, {}, TODAY) == []
    found = Meeting.get_by_id(meeting.id)
    members = as_held.members(found)
    (alternate,) = [each for each in members if each.role == "Alternate"]
    assert alternate.for_provider == kept.id
    day = TODAY + timedelta(days=1)
    renewed = quorum.named_seat(alternate, members, day)
    assert renewed is not None and renewed != voter.id, "the term that was renewed is the same person's"
    assert not meetings.counts_otherwise(meeting.id) and not meetings.seats_are_otherwise(meeting.id)


def test_seats_are_compared_and_not_how_they_were_written_down(committee: Committee, make: Any) -> None:
    meeting = met(committee, make)
    whole = json.loads(Meeting.get_by_id(meeting.id).as_held)
    for seat in whole["seats"]:
        seat["for_provider"] = 7  # as an older program wrote it
    with history.step("As an older program wrote it"):
        Meeting.update(as_held=json.dumps({"seats": whole["seats"][::-1], "committee": whole["committee"]})).execute()
    assert not meetings.counts_otherwise(meeting.id) and not meetings.seats_are_otherwise(meeting.id)
    assert [each.for_provider for each in as_held.members(Meeting.get_by_id(meeting.id))] == [None] * 4
