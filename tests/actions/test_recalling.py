"""An issued packet is recalled by a command of its own, with a reason, and not by undo alone."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.papers.packet_office import TODAY
from workbench.actions import checking, meetings, packets, recalling, undoing
from workbench.actions.packets import Reader
from workbench.errors import WorkbenchError
from workbench.lists import agenda
from workbench.papers import changed
from workbench.records.meeting import IssuedPacket, Meeting, PacketCopy
from workbench.store import history

LATER = TODAY + timedelta(days=2)


@pytest.fixture
def issued(packet_office, tmp_path: Path):
    return packets.issue(packet_office.meeting.id, tmp_path, [Reader("A"), Reader("B")], TODAY)


def test_an_issue_is_recalled_with_its_copies_as_one_step_and_the_step_is_undone(
    packet_office, issued, assert_undoable
):
    meeting = packet_office.meeting.id
    assert recalling.recall(issued.packet, " A page of another file was in it. ", LATER) == []
    assert history.newest().name == "Recall packet, issue 1 of Credentials, Dec 1 2026, 2 copies"
    kept = IssuedPacket.get_by_id(issued.packet)
    assert (kept.recalled, kept.recalled_why) == (LATER, "A page of another file was in it.")
    assert [(each.recalled, each.out, each.back) for each in PacketCopy.select()] == [(LATER, TODAY, None)] * 2
    read = agenda.read(meeting, TODAY)
    assert (read.state, read.issued, read.recalled) == ("Planned", None, LATER)
    said = checking.check_copy(issued.files[0])
    assert said.verdict == "recalled" and "does not count (A page of another file was in it)" in said.said
    undoing.undo()
    assert agenda.read(meeting, TODAY).recalled is None and Meeting.get_by_id(meeting).state == "Packet issued"
    assert_undoable(lambda: recalling.recall(issued.packet, "Wrong file.", LATER))


def test_a_recalled_copy_comes_back_and_does_not_go_out_again(issued):
    recalling.recall(issued.packet, "Wrong file.", LATER)
    ids = [each.id for each in PacketCopy.select()]
    assert packets.log_back(ids, LATER) == 2
    with pytest.raises(WorkbenchError, match="was recalled"):
        packets.log_out(ids, LATER)


def test_a_recall_takes_a_reason_is_not_done_twice_and_not_before_the_issue(issued):
    newest = history.newest()
    assert [each.field for each in recalling.recall(issued.packet, "  ", TODAY)] == ["recalled_why"]
    with pytest.raises(WorkbenchError, match="after Nov 23 2026. Nothing was changed"):
        recalling.recall(issued.packet, "Wrong file.", TODAY - timedelta(days=1))
    assert history.newest() == newest
    recalling.recall(issued.packet, "Wrong file.", TODAY)
    with pytest.raises(WorkbenchError, match="was recalled on .* already"):
        recalling.recall(issued.packet, "Again.", LATER)


def test_its_supplements_go_with_it_and_the_issue_before_counts_again(packet_office, issued, tmp_path):
    meeting, readers = packet_office.meeting.id, [Reader("A")]
    second = packets.issue(meeting, tmp_path, readers, TODAY)
    meetings.add_items(meeting, [{"section": "Policy", "title": "Telemedicine"}])
    third = packets.issue(meeting, tmp_path, readers, TODAY, supplement=True)
    whole, first = IssuedPacket.get_by_id(second.packet), IssuedPacket.get_by_id(issued.packet)
    assert recalling.supplements(first) == [] and [each.id for each in recalling.supplements(whole)] == [third.packet]
    recalling.recall(whole.id, "Printed too early.", LATER)
    assert [each.id for each in recalling.standing(meeting)] == [first.id]
    assert Meeting.get_by_id(meeting).state == "Packet issued" and changed.since_issued(meeting).issue == 1


def test_a_meeting_that_was_held_stays_held(packet_office, issued):
    with history.step("Held"):
        Meeting.update(state="Held").where(Meeting.id == packet_office.meeting.id).execute()
    recalling.recall(issued.packet, "Copies lay in the cafeteria.", LATER)
    assert Meeting.get_by_id(packet_office.meeting.id).state == "Held"


def test_what_undo_recalled_needs_no_reason(issued):
    undoing.undo()
    assert IssuedPacket.get().recalled is not None and IssuedPacket.get().recalled_why == ""
