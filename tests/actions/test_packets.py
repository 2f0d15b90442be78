"""Packets issued as numbered copies, logged out and in, and checked against the office."""

from pathlib import Path

import pytest

from tests.conftest import dump
from tests.papers.conftest import assert_sound, pages_of
from tests.papers.packet_office import TODAY
from workbench.actions import packets
from workbench.actions.packets import Reader
from workbench.errors import Cancelled, WorkbenchError
from workbench.records.meeting import IssuedPacket, Meeting, PacketCopy
from workbench.records.policy import Policy
from workbench.store import database, history, settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "copies"
    made.mkdir()
    return made


def test_every_member_gets_a_numbered_copy_and_all_are_logged_out(packet_office, folder, assert_undoable):
    readers = packets.readers_of(packet_office.meeting.id)
    made = assert_undoable(lambda: packets.issue(packet_office.meeting.id, folder, readers, TODAY))
    kept = IssuedPacket.get_by_id(made.packet)
    assert (kept.edition, kept.made, kept.pages, kept.seal) == ("Committee", TODAY, made.bound.pages, made.bound.seal)
    copies = list(PacketCopy.select().where(PacketCopy.packet == kept).order_by(PacketCopy.number))
    assert [(each.number, each.reader, each.out, each.back) for each in copies] == [
        (number, reader.name, TODAY, None) for number, reader in enumerate(readers, 1)
    ]
    for copy, file in zip(copies, made.files, strict=True):
        assert_sound(file)
        said = f"Copy {copy.number} of {len(readers)}, {copy.reader}"
        assert all(said in page and f"sealed {kept.seal}" in page for page in pages_of(file))
    assert Meeting.get_by_id(packet_office.meeting.id).state == "Packet issued"


def test_issuing_again_writes_over_no_copy_that_went_out(packet_office, folder):
    first = packets.issue(packet_office.meeting.id, folder, [Reader("A")], TODAY)
    again = packets.issue(packet_office.meeting.id, folder, [Reader("A")], TODAY)
    assert len({*first.files, *again.files}) == 2 and all(file.exists() for file in (*first.files, *again.files))


def test_copies_come_back_and_go_out_again(packet_office, folder, assert_undoable):
    packets.issue(packet_office.meeting.id, folder, [Reader("A"), Reader("B")], TODAY)
    ids = [each.id for each in PacketCopy.select()]
    assert assert_undoable(lambda: packets.log_back(ids, TODAY)) == 2
    assert packets.log_back(ids, TODAY) == 0
    assert assert_undoable(lambda: packets.log_out(ids[:1], TODAY)) == 1
    assert [each.back is None for each in PacketCopy.select().order_by(PacketCopy.id)] == [True, False]


def test_cancelling_leaves_no_file_and_logs_nothing(packet_office, folder):
    before, steps = dump(), history.newest()
    for after in (0, 900, 1500, 2500):

        def stop(done: int, total: int, after: int = after) -> None:
            if done >= after:
                raise Cancelled

        with pytest.raises(Cancelled):
            packets.issue(packet_office.meeting.id, folder, [Reader("A"), Reader("B")], TODAY, progress=stop)
        assert list(folder.iterdir()) == [] and dump() == before and history.newest() == steps


def test_a_failed_log_leaves_no_file(packet_office, folder, monkeypatch):
    monkeypatch.setattr(database, "read_only", True)
    with pytest.raises(WorkbenchError, match="reading only"):
        packets.issue(packet_office.meeting.id, folder, [Reader("A")], TODAY)
    assert list(folder.iterdir()) == []


def test_the_action_sheet_is_a_single_original(packet_office, folder):
    meeting = packet_office.meeting.id
    with pytest.raises(WorkbenchError, match="single original"):
        packets.issue(meeting, folder, [Reader("A"), Reader("B")], TODAY, "Action sheet")
    first = packets.issue(meeting, folder, [Reader("Dr. Marsh")], TODAY, "Action sheet")
    assert "original" in first.files[0].name
    with pytest.raises(WorkbenchError, match="out with Dr. Marsh"):
        packets.issue(meeting, folder, [Reader("B")], TODAY, "Action sheet")
    packets.log_back([PacketCopy.get().id], TODAY)
    packets.issue(meeting, folder, [Reader("B")], TODAY, "Action sheet")
    assert Meeting.get_by_id(meeting).state == "Planned"


def test_an_npdb_insert_without_responses_is_refused(packet_office, folder):
    from workbench.records.evidence import NpdbQuery

    with history.step("No reports"):
        NpdbQuery.update(result="No reports").execute()
    with pytest.raises(WorkbenchError, match="no insert"):
        packets.issue(packet_office.meeting.id, folder, [Reader("A")], TODAY, "NPDB insert")


def test_nobody_and_a_cancelled_meeting_get_no_packet(packet_office, folder):
    with pytest.raises(WorkbenchError, match="nobody"):
        packets.issue(packet_office.meeting.id, folder, [], TODAY)
    with history.step("Cancel"):
        Meeting.update(state="Cancelled").execute()
    with pytest.raises(WorkbenchError, match="cancelled"):
        packets.issue(packet_office.meeting.id, folder, [Reader("A")], TODAY)


def test_a_preview_is_what_would_be_issued_and_writes_nothing(packet_office, folder):
    before = dump()
    bound, content = packets.preview(packet_office.meeting.id, TODAY)
    assert content.startswith(b"%PDF") and dump() == before
    issued = packets.issue(packet_office.meeting.id, folder, [Reader("A")], TODAY)
    assert issued.bound.manifest == bound.manifest


def test_a_packet_reads_its_files_in_bulk(packet_office, folder):
    from workbench.papers import packet

    def count() -> int:
        counted = [0]
        real = database.execute_sql

        def counting(*about, **how):
            counted[0] += 1
            return real(*about, **how)

        database.execute_sql = counting
        try:
            packet.packet_of(packet_office.meeting.id, TODAY)
        finally:
            del database.execute_sql
        return counted[0]

    few = count()
    for _ in range(3):
        person = packet_office._person("More", "Many", "1234567893")
        packet_office.put("Initial appointments", application=packet_office._application(person, "Initial appointment"))
    assert count() == few
    assert settings.load(Policy).hospital
