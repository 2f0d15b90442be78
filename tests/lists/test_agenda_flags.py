"""What an agenda says of its files: that a committee before this one decides only after this meeting."""

from datetime import date
from typing import Any

import pytest

from workbench.actions import meetings
from workbench.lists import agenda
from workbench.records.application import Application
from workbench.records.committee import Committee
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.provider import Provider
from workbench.store import history

TODAY = date(2026, 11, 24)


@pytest.fixture
def board(office: Any, make: Any) -> Meeting:
    """The board on December 10, and on its agenda a file that waits for the board."""
    asked = make(Application, provider=make(Provider, last="Abel", first="Ann"), stage="Governing board")
    made = Meeting(committee=make(Committee, name="Board", level="Governing board"), held=date(2026, 12, 10))
    meetings.add_meeting(made, TODAY)
    meetings.add_items(made.id, [{"section": "Initial appointments", "application": asked.id}])
    return made


def of_mec(make: Any, held: date, **item: Any) -> AgendaItem:
    mec = make(Committee, name="Medical Executive Committee", short="MEC", level="Medical executive committee")
    meeting = make(Meeting, committee=mec, held=held, starts="17:30")
    return make(AgendaItem, meeting=meeting, section="Initial appointments", application=Application.get(), **item)


def said(board: Meeting) -> tuple[list[str], list[str]]:
    """The flags of the file, and what is to be mended about the agenda."""
    found = agenda.read(board.id, TODAY)
    assert found is not None
    (item,) = [each for each in found.items if each.application]
    return [words for _, words in item.flags], [str(each) for each in found.problems]


def flagged(board: Meeting) -> bool:
    flags, problems = said(board)
    told = [each for each in problems if "not before this meeting" in each]
    assert bool(told) == ("MEC only on Dec 15 2026" in flags)
    return bool(told)


def test_a_file_by_hand_on_the_boards_agenda_before_a_later_mec_is_flagged(board: Meeting, make: Any) -> None:
    assert not flagged(board)
    item = of_mec(make, date(2026, 12, 15))
    assert flagged(board)
    assert any("MEC has it on Dec 15 2026" in each and "Move it to a meeting after" in each for each in said(board)[1])
    with history.step("Decided"):
        item.outcome = "Approved"
        item.save()
    assert any("MEC decided on it on Dec 15 2026" in each for each in said(board)[1])
    with history.step("For information"):
        item.information = True
        item.save()
    assert not flagged(board)


def test_a_committee_that_meets_before_is_in_order(board: Meeting, make: Any) -> None:
    of_mec(make, date(2026, 12, 9))
    assert not flagged(board)


def test_a_cancelled_meeting_and_what_was_put_off_there_say_nothing(board: Meeting, make: Any) -> None:
    item = of_mec(make, date(2026, 12, 15), outcome="Deferred")
    assert not flagged(board)
    with history.step("Off"):
        item.outcome = ""
        item.save()
        Meeting.update(state="Cancelled").where(Meeting.id == item.meeting_id).execute()
    assert not flagged(board)
