"""A grant outside the meetings: who decided and why so; and the way back out of an approval that was recorded wrongly."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.actions.test_agendas import SOON, file, held_on, messages, put_on
from tests.conftest import TODAY
from workbench.actions import applications, granting, outcomes
from workbench.records.application import Application
from workbench.records.appointment import Appointment
from workbench.records.committee import Committee
from workbench.records.meeting import AgendaItem
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.store import history

BOARD, WHY = "Governing board, by vote on paper", "Needed on call from Monday"


def again(asked: Application) -> Application:
    return Application.get_by_id(asked.id)


def fields(found: Any) -> list[str]:
    return [each.field for each in found]


@pytest.fixture
def asked(office: Any, make: Any) -> Application:
    found = file(make, "Abel", stage="Requested")
    line = make(Privilege, form=make(PrivilegeForm, name="Robotics", state="In force"), name="Robotic surgery")
    make(PrivilegeRequest, application=found, privilege=line, chair_view="Recommend")
    return found


@pytest.mark.parametrize("stage", ["Requested", "Verification", "Credentials committee"])
def test_before_the_boards_turn_it_takes_who_decided_and_why(asked: Any, stage: str, assert_undoable: Any) -> None:
    with history.step("There"):
        Application.update(stage=stage).where(Application.id == asked.id).execute()
    found = granting.grant_outside(asked.id, TODAY, " ", "", TODAY)
    assert fields(found) == ["where", "why"] and f"It stands at “{stage}”" in found[1].message
    assert fields(granting.grant_outside(asked.id, TODAY, BOARD, "", TODAY)) == ["why"]
    assert fields(granting.grant_outside(asked.id, None, BOARD, WHY, TODAY)) == ["decided"]
    assert fields(granting.grant_outside(asked.id, TODAY + timedelta(days=1), BOARD, WHY, TODAY)) == ["decided"]
    assert Appointment.select().count() == 0 and again(asked).stage == stage
    assert assert_undoable(lambda: granting.grant_outside(asked.id, TODAY, BOARD, WHY, TODAY)) == []
    assert again(asked).remarks.endswith(
        f"Granted by {BOARD}, outside the meetings kept here while it stood at “{stage}”: {WHY}"
    )
    assert Appointment.select().count() == HeldPrivilege.select().count() == 1


def test_what_waits_on_the_boards_own_agenda_is_recorded_there(asked: Application, make: Any) -> None:
    """On one of a committee before it, it may be granted; on the board's of a day to come too, since that is too late."""
    board = held_on(make(Committee, name="Board", level="Governing board", quorum=1), TODAY)
    items = put_on(board, asked)
    (found,) = granting.grant_outside(asked.id, TODAY, BOARD, WHY, TODAY)
    assert found.field == "where" and "It is on the agenda of Board" in found.message
    with history.step("Later"):
        AgendaItem.update(meeting=held_on(board.committee, SOON)).where(AgendaItem.id.in_(items)).execute()
    assert granting.grant_outside(asked.id, TODAY, BOARD, WHY, TODAY) == []


# The way back


def test_an_approval_is_taken_back_with_all_that_it_set_and_nothing_else(
    asked: Application, make: Any, assert_undoable: Any
) -> None:
    """One of two on a list that the board approved in one step; somebody wrote to both files since."""
    board = held_on(make(Committee, name="Board", level="Governing board", quorum=1), SOON)
    other = file(make, "Baker", stage="Governing board")
    with history.step("To the board, with a term before"):
        Application.update(stage="Governing board").where(Application.id == asked.id).execute()
        term = {"starts": date(2025, 1, 1), "ends": date(2027, 3, 31), "facility": asked.facility}
        before = Appointment.create(provider=asked.provider, **term)
    items = put_on(board, asked, other)
    assert outcomes.record_outcome(items, "Approved", TODAY, conclusion="As recommended", from_decision=True) == []
    assert again(asked).outcome == again(other).outcome == "Approved"
    assert Appointment.get_by_id(before.id).ends < date(2027, 3, 31)
    with history.step("Since"):
        Provider.update(phone="(312) 555-0100").where(Provider.id == asked.provider_id).execute()
        Application.update(told=TODAY).where(Application.id == asked.id).execute()
    assert fields(applications.reopen(asked.id, "Governing board", TODAY, " ")) == ["reason"]
    assert assert_undoable(lambda: applications.reopen(asked.id, "Governing board", TODAY, "Of another")) == []
    back = again(asked)
    assert (back.stage, back.outcome, back.decided, back.told) == ("Governing board", "", None, None)
    assert "Approved of Dec" in back.remarks and "taken back: Of another. The applicant was told" in back.remarks
    assert [row.outcome for row in AgendaItem.select().where(AgendaItem.id.in_(items))] == ["", "Approved"]
    assert [term.provider_id for term in Appointment.select().where(Appointment.id != before.id)] == [other.provider_id]
    assert Appointment.get_by_id(before.id).ends == date(2027, 3, 31)
    assert HeldPrivilege.select().where(HeldPrivilege.provider == asked.provider_id).count() == 0
    assert Provider.get_by_id(asked.provider_id).phone == "(312) 555-0100"
    assert outcomes.record_outcome(items[:1], "Deferred", TODAY, reason="Of another") == []


def test_who_was_appointed_by_it_alone_applies_again(asked: Application) -> None:
    granting.grant_outside(asked.id, TODAY, BOARD, WHY, TODAY)
    with history.step("Member"):
        Provider.update(status="Active").where(Provider.id == asked.provider_id).execute()
    assert applications.reopen(asked.id, "Verification", TODAY, "Too early") == []
    assert Provider.get_by_id(asked.provider_id).status == "Applicant" and Appointment.select().count() == 0


def test_what_a_later_term_follows_on_or_came_closed_is_not_taken_back(asked: Application, make: Any) -> None:
    granting.grant_outside(asked.id, TODAY, BOARD, WHY, TODAY)
    made = Appointment.get()
    make(Appointment, provider=asked.provider, facility=made.facility, starts=made.ends, ends=made.ends)
    assert "A later term" in messages(applications.reopen(asked.id, "Verification", TODAY, "x"))
    came = make(Application, provider=asked.provider, stage="Closed", outcome="Approved", decided=TODAY)
    assert "The trail does not say" in messages(applications.reopen(came.id, "Verification", TODAY, "x"))
