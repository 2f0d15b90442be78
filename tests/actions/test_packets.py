"""Packets issued as numbered copies, logged out and in, and checked against the office."""

import json
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest
from peewee import IntegrityError

from tests.conftest import assert_search_whole, dump
from tests.papers.conftest import assert_sound, pages_of
from tests.papers.packet_office import TODAY
from tests.papers.small_pdf import small_pdf
from workbench.actions import checking, drafting, editing, mailing, meetings, packets, undoing
from workbench.actions.packets import Reader
from workbench.errors import Cancelled, WorkbenchError
from workbench.lists import agenda
from workbench.records.committee import COMMITTEES
from workbench.records.meeting import IssuedPacket, Meeting, PacketCopy
from workbench.records.policy import Policy
from workbench.store import database, history, settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "copies"
    made.mkdir()
    return made


def test_every_member_gets_a_numbered_copy_and_all_are_logged_out(packet_office, folder):
    readers = packets.readers_of(packet_office.meeting.id)
    made = packets.issue(packet_office.meeting.id, folder, readers, TODAY)
    assert history.newest().name == f"Issue packet of Credentials, Dec 1 2026, copies 1 to {len(readers)}"
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


def test_a_copys_name_sorts_by_number_and_says_whose_it_is(packet_office, folder):
    readers = [Reader("Marsh, Helen, MD"), Reader("A/B: C")] + [Reader(f"Member {n}") for n in range(3, 12)]
    made = packets.issue(packet_office.meeting.id, folder, readers, TODAY)
    names = [each.name for each in made.files]
    assert names[0].endswith("copy 01 of 11 - Marsh.pdf") and names[1].endswith("copy 02 of 11 - A B  C.pdf")
    assert names == sorted(names)


def test_issuing_again_writes_over_no_copy_that_went_out(packet_office, folder):
    first = packets.issue(packet_office.meeting.id, folder, [Reader("A")], TODAY)
    again = packets.issue(packet_office.meeting.id, folder, [Reader("A")], TODAY)
    assert len({*first.files, *again.files}) == 2 and all(file.exists() for file in (*first.files, *again.files))
    assert [(each.packet.number, each.number) for each in PacketCopy.select()] == [(1, 1), (2, 1)]
    assert "Issue 2, copy 1 of 1, A" in pages_of(again.files[0])[0]
    assert first.bound.seal != again.bound.seal, "no two issues share a seal, though they say the same"


def test_undo_recalls_what_went_out_and_no_number_or_seal_is_given_again(packet_office, folder, clock):
    meeting = packet_office.meeting.id
    seen = []
    for turn in (1, 2, 3):
        made = packets.issue(meeting, folder, [Reader("Dr. Marsh")], TODAY, "Action sheet")
        assert history.newest().name.endswith(f"original no. {turn} to Dr. Marsh")
        assert all(f"Original no. {turn}, Dr. Marsh" in page for page in pages_of(made.files[0]))
        seen.append(made.bound.seal)
        clock.now += timedelta(days=1)
        assert undoing.undo() == f"Issue action sheet of Credentials, Dec 1 2026, original no. {turn} to Dr. Marsh"
        assert history.newest().name.endswith("; what went out is recalled")
        assert undoing.redo() is None
    assert len(set(seen)) == 3
    recalled = [TODAY + timedelta(days=n) for n in (1, 2, 3)]
    assert [(each.number, each.recalled) for each in IssuedPacket.select()] == list(enumerate(recalled, 1))
    assert [(each.number, each.recalled) for each in PacketCopy.select()] == list(enumerate(recalled, 1))
    assert_search_whole()


def test_undoing_an_issue_puts_the_meeting_back_and_leaves_the_log(packet_office, folder):
    meeting = packet_office.meeting.id
    made = packets.issue(meeting, folder, [Reader("A")], TODAY)
    undoing.undo()
    assert Meeting.get_by_id(meeting).state == "Planned" and agenda.read(meeting, TODAY).issued is None
    found = checking.check_copy(made.files[0])
    assert found.verdict == "recalled" and "recalled on Nov 24 2026 and does not count" in found.said
    with pytest.raises(WorkbenchError, match="was recalled"):
        mailing.draft_copy(PacketCopy.get().id, made.files[0], folder / "a.eml")
    assert drafting.copies_of(meeting) == ()
    packets.log_back([PacketCopy.get().id], TODAY)
    with pytest.raises(WorkbenchError, match="was recalled"):
        packets.log_out([PacketCopy.get().id], TODAY)


def test_what_stands_on_paper_that_is_out_is_not_unmade(packet_office, folder, make):
    own = Meeting(committee=packet_office.committee, held=date(2027, 2, 2))
    meetings.add_meeting(own, TODAY)
    packets.issue(own.id, folder, [Reader("A")], TODAY)
    undoing.undo()
    before = dump()
    with pytest.raises(WorkbenchError, match="papers went out that name what it made"):
        undoing.undo()
    assert dump() == before
    with pytest.raises(IntegrityError), history.step("Delete the meeting"):
        own.delete_instance()
    with pytest.raises(WorkbenchError, match="1 issued packet still points"):
        editing.delete(COMMITTEES, [packet_office.committee.id])
    assert dump() == before


def test_a_file_that_cannot_have_its_name_is_recalled_and_leaves_nothing(packet_office, folder, monkeypatch):
    def full(path: Path, to: Path) -> Path:
        raise WorkbenchError("The disk is full.")

    monkeypatch.setattr(packets, "moved", full)
    with pytest.raises(WorkbenchError, match="disk is full"):
        packets.issue(packet_office.meeting.id, folder, [Reader("A"), Reader("B")], TODAY)
    assert list(folder.iterdir()) == [] and IssuedPacket.get().recalled == TODAY


def test_what_is_not_issued_is_no_original(packet_office, folder):
    meeting = packet_office.meeting.id
    packet_office.attach(packet_office.flagged.provider, "npdb.pdf", small_pdf())
    for edition, stamp in (("Action sheet", "COPY – not the original"), ("NPDB insert", "NOT ISSUED")):
        pdf = packets.preview(meeting, TODAY, edition)[1]
        (folder / "preview.pdf").write_bytes(pdf)
        assert all(stamp in page for page in pages_of(folder / "preview.pdf"))
        assert all(_stamped_across(folder / "preview.pdf"))
    packets.save(meeting, folder / "sheet.pdf", TODAY, "Action sheet")
    assert "COPY – not the original" in pages_of(folder / "sheet.pdf")[0]
    assert not any("original no" in page.lower() for page in pages_of(folder / "sheet.pdf"))
    with pytest.raises(WorkbenchError, match="only as numbered copies"):
        packets.save(meeting, folder / "insert.pdf", TODAY, "NPDB insert")
    assert not (folder / "insert.pdf").exists()
    issued = packets.issue(meeting, folder, [Reader("A")], TODAY, "Action sheet")
    assert not any("COPY" in page for page in pages_of(issued.files[0])) and not any(_stamped_across(issued.files[0]))


def _stamped_across(path: Path) -> list[bool]:
    with pikepdf.Pdf.open(path) as pdf:
        return ["/ExtGState" in page.Resources.XObject.Stamp.Resources for page in pdf.pages]


def test_copies_come_back_and_go_out_again(packet_office, folder, assert_undoable):
    packets.issue(packet_office.meeting.id, folder, [Reader("A"), Reader("B")], TODAY)
    ids = [each.id for each in PacketCopy.select()]
    before = dump()
    with pytest.raises(WorkbenchError, match="A got copy 1 on Nov 24 2026, after Nov 23 2026"):
        packets.log_back(ids, TODAY - timedelta(days=1))
    assert dump() == before
    assert assert_undoable(lambda: packets.log_back(ids, TODAY)) == 2
    assert packets.log_back(ids, TODAY) == 0
    with pytest.raises(WorkbenchError, match="came back on Nov 24 2026, after Nov 23 2026"):
        packets.log_out(ids, TODAY - timedelta(days=1))
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
    with pytest.raises(WorkbenchError, match="out with B"):
        packets.log_out([PacketCopy.get().id], TODAY)
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
    with pytest.raises(WorkbenchError, match="is cancelled: it has no packet"):
        packets.save(packet_office.meeting.id, folder / "packet.pdf", TODAY)
    assert not list(folder.glob("*"))


def test_a_preview_is_what_would_be_issued_and_writes_nothing(packet_office, folder):
    before = dump()
    bound, content = packets.preview(packet_office.meeting.id, TODAY)
    assert content.startswith(b"%PDF") and dump() == before
    issued = packets.issue(packet_office.meeting.id, folder, [Reader("A")], TODAY)
    previewed, sealed = json.loads(bound.manifest), json.loads(issued.bound.manifest)
    assert (previewed.pop("issue"), sealed.pop("issue")) == ("", "1")
    for of_an_issue in ("made_of", "form", "agenda"):
        assert sealed.pop(of_an_issue) and not previewed.pop(of_an_issue)
    assert previewed == sealed
    assert issued.bound.seal != bound.seal, "no preview carries the seal of what was issued"


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
