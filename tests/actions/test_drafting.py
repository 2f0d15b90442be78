"""Several drafts at once: each reader's own copy is found by what it holds, who cannot be reached is named, all or nothing."""

from datetime import date, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from workbench.actions import drafting, packets
from workbench.actions.drafting import Wanted
from workbench.errors import WorkbenchError
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import Meeting, PacketCopy
from workbench.store import history

SENT = datetime(2026, 11, 24, 9)
HELD = date(2026, 11, 24)


@pytest.fixture
def meeting(office: Any, make: Any) -> Any:
    committee = make(Committee, name="Credentials Committee", short="Credentials", legend="Privileged.")
    make(Seat, committee=committee, name="Marsh, Helen, MD", role="Chair", email="marsh@example.org")
    make(Seat, committee=committee, name="Ngo, Binh, MD", email="ngo@example.org")
    make(Seat, committee=committee, name="Ito, Naomi, MD", email="")
    return make(Meeting, committee=committee, held=HELD, starts="07:30")


@pytest.fixture
def issued(meeting: Any, tmp_path: Path, TODAY: date) -> Path:
    folder = tmp_path / "issued"
    folder.mkdir()
    packets.issue(meeting.id, folder, packets.readers_of(meeting.id), TODAY)
    return folder


@pytest.fixture
def to(tmp_path: Path) -> Path:
    (tmp_path / "drafts").mkdir()
    return tmp_path / "drafts"


def attachments(path: Path) -> list[tuple[str, bytes]]:
    message = message_from_bytes(path.read_bytes(), policy=default)
    return [(each.get_filename(), each.get_content()) for each in message.iter_attachments()]


def test_each_reader_gets_the_own_copy_even_if_the_files_were_renamed(
    meeting: Any, issued: Path, to: Path, TODAY: date
) -> None:
    for number, file in enumerate(sorted(issued.iterdir())):
        file.rename(issued / f"{9 - number}.PDF")
    copies = drafting.copies_of(meeting.id)
    assert [(each.called, each.reached) for each in copies] == [("copy 1", True), ("copy 2", False), ("copy 3", True)]
    wanted = Wanted(copies=tuple(each.copy for each in copies), copies_in=issued)
    made = drafting.draft(meeting.id, wanted, to, SENT, TODAY)
    assert [each.name for each in made.files] == ["Copy 1, Marsh, Helen, MD.eml", "Copy 3, Ngo, Binh, MD.eml"]
    held = {each.read_bytes() for each in issued.iterdir()}
    for file, number in zip(made.files, (1, 3), strict=True):
        ((name, content),) = attachments(file)
        assert name.endswith(f"copy {number}.pdf") and content in held
    assert made.said == ("2 copies of the packet, to Marsh, Helen, MD (copy 1); Ngo, Binh, MD (copy 3).",)
    assert made.left_out[0].startswith("Ito, Naomi, MD: no e-mail address.")


def test_a_changed_copy_is_not_sent_and_one_that_came_back_is_not_offered(
    meeting: Any, issued: Path, to: Path, TODAY: date
) -> None:
    first = sorted(issued.iterdir())[0]
    first.write_bytes(first.read_bytes() + b"\n%changed")
    packets.log_back([PacketCopy.get(PacketCopy.number == 3).id], TODAY)
    copies = drafting.copies_of(meeting.id)
    assert [each.called for each in copies] == ["copy 1", "copy 2"]
    made = drafting.draft(meeting.id, Wanted(copies=(copies[0].copy,), copies_in=issued), to, SENT, TODAY)
    assert made.files == ()
    assert made.left_out == ("Marsh, Helen, MD: copy 1 as it was issued does not lie in issued.",)


def test_the_action_sheet_is_not_among_what_can_be_mailed(meeting: Any, tmp_path: Path, TODAY: date) -> None:
    packets.issue(meeting.id, tmp_path, packets.readers_of(meeting.id)[:1], TODAY, "Action sheet")
    assert drafting.copies_of(meeting.id) == ()


def test_the_invitation_and_the_minutes_go_to_all_with_an_address(
    meeting: Any, make: Any, to: Path, TODAY: date, assert_undoable: Any
) -> None:
    wanted = Wanted(invitation=True, minutes=True)
    made = assert_undoable(lambda: drafting.draft(meeting.id, wanted, to, SENT, TODAY))
    assert made.said == ("The minutes, to 2 members.", "The invitation, to 2 members.")
    assert [each.partition(":")[0] for each in made.left_out] == ["Ito, Naomi, MD"] * 2
    assert [name for file in made.files for name, _ in attachments(file)] == [
        "Minutes Credentials 2026-11-24.pdf",
        "Credentials 2026-11-24.ics",
    ]


def test_if_one_draft_cannot_be_made_none_is_left_and_nothing_is_counted(meeting: Any, to: Path, TODAY: date) -> None:
    with history.step("No time"):
        meeting.starts = ""
        meeting.save()
    with pytest.raises(WorkbenchError):
        drafting.draft(meeting.id, Wanted(invitation=True, minutes=True), to, SENT, TODAY)
    assert list(to.iterdir()) == [] and Meeting.get_by_id(meeting.id).sequence == 0


def test_invitations_to_several_meetings_are_one_step_and_the_unreachable_committee_is_named(
    meeting: Any, make: Any, to: Path, assert_undoable: Any
) -> None:
    other = make(Committee, name="Bylaws", short="Bylaws")
    make(Seat, committee=other, name="Old, Ann", email="")
    alone = make(Meeting, committee=other, held=HELD, starts="09:00")
    again = make(Meeting, committee=meeting.committee, held=HELD, starts="12:00")
    made = assert_undoable(lambda: drafting.draft_invitations([meeting.id, alone.id, again.id], to, SENT))
    assert made.said == ("2 of 3 invitations.",)
    assert [each.name for each in made.files] == [
        "Invitation Credentials 2026-11-24.eml",
        "Invitation Credentials 2026-11-24 (2).eml",
    ]
    assert "Bylaws, Nov 24 2026: no member has an e-mail address." in made.left_out


def test_a_packet_that_changed_since_it_was_issued_is_said(meeting: Any, issued: Path, to: Path, TODAY: date) -> None:
    copies = tuple(each.copy for each in drafting.copies_of(meeting.id))
    made = drafting.draft(meeting.id, Wanted(copies=copies, copies_in=issued), to, SENT, TODAY)
    assert len(made.said) == 1 and drafting.changes_of(meeting.id) == ()
    with history.step("Another place"):
        meeting.place = "Room C"
        meeting.save()
    made = drafting.draft(meeting.id, Wanted(copies=copies, copies_in=issued), to, SENT, TODAY)
    assert "was changed since it was issued: the cover" in made.said[1] and "Issue a supplement" in made.said[1]
    body = message_from_bytes(made.files[0].read_bytes(), policy=default).get_body()
    assert body is not None and "has changed since this copy was made" in body.get_content()
