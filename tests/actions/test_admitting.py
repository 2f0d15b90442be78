"""A status never shows before its term begins: an applicant who was appointed for a later day is one until then."""

from datetime import date, timedelta
from typing import Any

from tests.actions.test_agendas import file, put_on
from tests.actions.test_competence import board_on
from tests.conftest import TODAY
from workbench.actions import admitting, applications, meetings
from workbench.records.application import Application
from workbench.records.meeting import Meeting
from workbench.records.provider import Provider
from workbench.rules import chain
from workbench.store import history

BEGINS = date(2027, 1, 1)


def approved(make: Any, attended: bool = True) -> tuple[Meeting, Application]:
    """By the board of today, from the next year on."""
    board = board_on(make, TODAY)
    asked = file(make, "Abel", stage="Governing board")
    with history.step("Term asked for"):
        Application.update(term_starts=BEGINS, term_ends=date(2028, 12, 31)).where(Application.id == asked.id).execute()
    if attended:
        meetings.keep_attendance(board.id, {board.committee.seats[0].id: "Present"}, TODAY)
    words = {} if attended else {"quorum_choice": "The list was lost"}
    assert meetings.record_outcome(put_on(board, asked), "Approved", TODAY, **words) == []
    return board, asked


def status(asked: Application) -> tuple[str, date | None]:
    person = Provider.get_by_id(asked.provider_id)
    return person.status, person.status_since


def test_who_was_appointed_for_a_later_day_is_an_applicant_until_then(
    make: Any, office: Any, assert_undoable: Any
) -> None:
    board, asked = approved(make)
    assert status(asked) == ("Applicant", None)
    assert meetings.close_meeting(board.id, "07:30", "08:00", TODAY) == []
    assert status(asked) == ("Applicant", None)
    newest = history.newest()
    assert admitting.begin(BEGINS - timedelta(days=1)) == 0 and history.newest() == newest
    assert assert_undoable(lambda: admitting.begin(BEGINS)) == 1
    assert status(asked) == ("Active", BEGINS) and admitting.begin(BEGINS) == 0


def test_an_approval_of_a_meeting_that_nobody_closed_waits_for_it(make: Any, office: Any) -> None:
    board, asked = approved(make)
    assert admitting.begin(BEGINS) == 0 and status(asked) == ("Applicant", None)
    assert meetings.close_meeting(board.id, "07:30", "08:00", BEGINS) == []
    assert status(asked) == ("Active", BEGINS)


def test_who_applies_again_is_not_made_a_member_by_an_old_approval(make: Any, office: Any) -> None:
    board, asked = approved(make)
    meetings.close_meeting(board.id, "07:30", "08:00", TODAY)
    with history.step("Applies again"):
        Provider.update(status="Applicant", status_since=TODAY + timedelta(days=3)).execute()
    assert admitting.begin(BEGINS) == 0 and admitting.begin(date(2029, 1, 1)) == 0
    assert status(asked)[0] == "Applicant"


def test_an_appointed_applicant_whose_other_application_ends_stays_one(make: Any, office: Any) -> None:
    _, asked = approved(make)
    other = applications.begin(asked.provider_id, "Added privileges", TODAY)
    assert applications.close(other, "Withdrawn", TODAY, "Not now") == []
    assert status(asked)[0] == "Applicant"


def test_who_is_made_a_member_is_the_same_at_the_meeting_and_on_the_day(make: Any, office: Any) -> None:
    """Its minutes were closed long after the term: nobody becomes a member by a term that is over."""
    board, asked = approved(make)
    late = date(2029, 1, 1)
    assert meetings.close_meeting(board.id, "07:30", "08:00", late) == []
    assert status(asked)[0] == "Applicant" and admitting.begin(late) == 0


def test_an_approval_is_told_by_its_stage_and_its_outcome(make: Any, office: Any) -> None:
    said = [chain.is_approved(Application(stage=stage, outcome=outcome)) for stage, outcome in (
        ("Closed", "Approved"), ("Closed", "Approved with conditions"), ("Closed", "Denied"), ("Verification", "Approved"))]  # fmt: skip
    assert said == [True, True, False, False]
