"""Items for information: told, accepted or put off, and never decided."""

from typing import Any

import pytest

from tests.actions.test_agendas import SOON, file, held_on, messages, put_on
from tests.conftest import TODAY, dump
from workbench.actions import meetings
from workbench.papers import minutes
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import AgendaItem, Meeting
from workbench.store import history


@pytest.fixture
def meeting(office: Any, make: Any) -> Meeting:
    committee = make(
        Committee, name="Credentials Committee", short="Credentials", level="Credentials committee", quorum=1
    )
    make(Seat, committee=committee, name="Marsh, Helen, MD")
    return held_on(committee, SOON)


@pytest.fixture
def told(meeting: Meeting, make: Any) -> int:
    """A file that is on the agenda for information."""
    (item,) = put_on(meeting, file(make, "Abel"))
    meetings.set_information([item], True)
    return item


@pytest.mark.parametrize("outcome", ("Approved", "Approved with conditions", "Not approved", "Referred", "Withdrawn"))
def test_nothing_is_decided_on_what_is_for_information(told: int, outcome: str) -> None:
    before = dump()
    wrong = meetings.record_outcome([told], outcome, TODAY, conditions="Ten", reason="Said")
    assert "Abel, Ann is on the agenda for information: nothing is decided on it." in messages(wrong)
    assert dump() == before


def test_one_among_others_stops_all_of_them_and_is_named(meeting: Meeting, told: int, make: Any) -> None:
    other, *_ = put_on(meeting, file(make, "Beck"))
    before = dump()
    assert "Abel, Ann is on the agenda" in messages(meetings.record_outcome([other, told], "Approved", TODAY))
    assert dump() == before


@pytest.mark.parametrize(
    ("outcome", "said"), (("Accepted for information", "accepted"), ("Deferred", "deferred"), ("", ""))
)
def test_it_is_accepted_or_put_off_and_the_minutes_say_so(
    meeting: Meeting, told: int, outcome: str, said: str, assert_undoable: Any
) -> None:
    if outcome:
        reason = "A reference is waited for"
        assert assert_undoable(lambda: meetings.record_outcome([told], outcome, TODAY, reason=reason)) == []
    assert _in_minutes(meeting, told) == f"For information{f': {said}' if said else ''}"


def test_a_decision_that_an_older_version_recorded_is_no_decision_in_the_minutes(meeting: Meeting, told: int) -> None:
    with history.step("As it could be once"):
        AgendaItem.update(outcome="Approved").where(AgendaItem.id == told).execute()
    assert _in_minutes(meeting, told) == "For information"
    assert "“Approved” is recorded of it: take that back." in " ".join(minutes.minutes_of(meeting.id, SOON).lacks)
    assert meetings.record_outcome([told], "", TODAY) == []


def test_what_was_decided_is_not_put_on_for_information_afterwards(meeting: Meeting, make: Any) -> None:
    (item,) = put_on(meeting, file(make, "Abel"))
    meetings.record_outcome([item], "Approved", TODAY)
    before = dump()
    assert "An outcome is recorded of Abel, Ann (“Approved”)" in messages(meetings.set_information([item], True))
    row = AgendaItem.get_by_id(item)
    row.information = True
    assert "Take it back first" in messages(meetings.change_item(row))
    assert dump() == before


@pytest.mark.parametrize("word", ("conclusion", "reason"))
def test_words_without_an_outcome_are_not_kept(meeting: Meeting, make: Any, word: str) -> None:
    items = put_on(meeting, file(make, "Abel"))
    before = dump()
    wrong = messages(meetings.record_outcome(items, "", TODAY, **{word: "Discussed."}))
    assert "Choose an outcome" in wrong and dump() == before


def _in_minutes(meeting: Meeting, item: int) -> str:
    parts = minutes.minutes_of(meeting.id, SOON).parts
    row = AgendaItem.get_by_id(item)
    return next(each.outcome for part in parts for each in part.items if each.title == row.application.provider.title)
