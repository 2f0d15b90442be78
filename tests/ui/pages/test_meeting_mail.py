"""E-mail drafts, invitations and the checking of copies, as they are asked for in the window."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from workbench.actions import packets
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import Meeting
from workbench.store import history
from workbench.ui.pages import copy_check
from workbench.ui.pages.copy_check import CheckedCopy, ask_check
from workbench.ui.pages.meeting import MeetingPage
from workbench.ui.pages.meeting_mail import Invitations, MailDrafts
from workbench.ui.pages.meetings import Meetings
from workbench.ui.paper_sheet import PaperSheet
from workbench.ui.session import Session

from .over_office import page_of, session_over


@pytest.fixture
def session(office: Any, TODAY: date, tmp_path: Path) -> Session:
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def meeting(office: Any, make: Any, TODAY: date) -> Any:
    committee = make(Committee, name="Credentials Committee", short="Credentials")
    make(Seat, committee=committee, name="Marsh, Helen, MD", role="Chair", email="marsh@example.org")
    make(Seat, committee=committee, name="Ito, Naomi, MD", email="")
    return make(Meeting, committee=committee, held=TODAY + timedelta(days=6), starts="07:30")


@pytest.fixture
def page(session: Session, meeting: Any, qtbot: Any) -> Any:
    shown = page_of(MeetingPage, session, qtbot)
    shown.open(meeting=meeting.id)
    return shown


def issue(meeting: Any, folder: Path, today: date) -> Path:
    folder.mkdir()
    packets.issue(meeting.id, folder, packets.readers_of(meeting.id), today)
    return folder


def test_only_what_can_be_drafted_can_be_checked(page: Any, qtbot: Any) -> None:
    sheet = MailDrafts(page, page.agenda)
    qtbot.addWidget(sheet)
    assert sheet.invitation.isChecked() and not sheet.minutes.isEnabled() and not sheet.boxes
    assert sheet.go.text() == "Save 1 draft…"
    sheet.invitation.setChecked(False)
    assert not sheet.go.isEnabled()


def test_drafts_are_written_and_it_is_said_for_whom(
    page: Any, meeting: Any, qtbot: Any, tmp_path: Path, TODAY: date
) -> None:
    issued, to = issue(meeting, tmp_path / "issued", TODAY), tmp_path / "drafts"
    to.mkdir()
    sheet = MailDrafts(page, page.agenda)
    qtbot.addWidget(sheet)
    assert [box.isEnabled() for box in sheet.boxes] == [True, False]
    sheet.boxes[0].setChecked(True)
    assert not sheet.go.isEnabled()  # nobody said where the copies lie
    sheet.copies_lie_in(issued)
    assert sheet.go.text() == "Save 2 drafts…" and sheet.go.isEnabled()
    sheet.write(to)
    assert sorted(each.name for each in to.iterdir()) == [
        "Copy 1, Marsh, Helen, MD.eml",
        f"Invitation Credentials {meeting.held.isoformat()}.eml",
    ]
    (told,) = page.session.messages.told
    assert told.startswith("2 files written to drafts. 1 copy of the packet, to Marsh, Helen, MD (copy 1).")
    assert "The invitation, to 1 member." in told and "Ito, Naomi, MD: no e-mail address" in told
    page.session.undo()
    assert Meeting.get_by_id(meeting.id).sequence == 0


def test_all_coming_meetings_are_invited_to_at_once(
    session: Session, meeting: Any, make: Any, qtbot: Any, tmp_path: Path, TODAY: date
) -> None:
    make(Meeting, committee=meeting.committee, held=TODAY + timedelta(days=34), starts="07:30")
    make(Meeting, committee=meeting.committee, held=TODAY - timedelta(days=20), state="Held")
    page = page_of(Meetings, session, qtbot)
    page.open(view="")
    assert page.table.count() == 3
    page.invite.trigger()
    (sheet,) = page.window().findChildren(Invitations)
    assert sheet.go.text() == "Save 2 invitations…" and "Ito, Naomi, MD" in sheet.said.text()
    sheet.write(tmp_path)
    assert len(list(tmp_path.glob("*.eml"))) == 2 and history.newest().name == "Invite to 2 meetings"
    again = Invitations(page, [meeting.id])
    qtbot.addWidget(again)
    again.sort.setCurrentIndex(1)
    again.write(tmp_path)
    assert len(list(tmp_path.glob("*.ics"))) == 1
    assert session.messages.told[-1].startswith("1 file written")


@pytest.fixture
def checked(page: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What a person would see who chooses this file."""

    def check(path: Path) -> CheckedCopy:
        monkeypatch.setattr(copy_check, "ask_open_file", lambda *asked: asked[-1](path))
        ask_check(page)
        found: CheckedCopy = page.window().findChildren(CheckedCopy)[-1]
        return found

    return check


def test_a_copy_is_known_by_its_meeting_edition_number_and_reader(
    checked: Any, page: Any, meeting: Any, tmp_path: Path, TODAY: date
) -> None:
    first = sorted(issue(meeting, tmp_path / "issued", TODAY).iterdir())[0]
    sheet = checked(first)
    assert sheet.verdict.text() == "As it was issued"
    for part in ("copy 1", "committee edition", "Credentials Committee", "Marsh, Helen, MD", "seal"):
        assert part in sheet.words.text()
    sheet.open_it.click()
    assert page.shell.went[-1] == ("meeting", {"meeting": meeting.id})


def test_a_changed_copy_and_a_stranger_are_told_apart(checked: Any, meeting: Any, tmp_path: Path, TODAY: date) -> None:
    first = sorted(issue(meeting, tmp_path / "issued", TODAY).iterdir())[0]
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(first.read_bytes() + b"\n%more")
    assert checked(changed).verdict.text() == "Differs"
    stranger = tmp_path / "stranger.pdf"
    stranger.write_bytes(b"no pdf at all")
    sheet = checked(stranger)
    assert sheet.verdict.text() == "Not from this office" and not hasattr(sheet, "open_it")


def test_a_file_that_is_gone_is_said(checked: Any, page: Any, tmp_path: Path) -> None:
    with pytest.raises(IndexError):
        checked(tmp_path / "gone.pdf")
    assert "cannot be read" in page.session.messages.errors[0]


def test_minutes_are_shown_before_they_are_saved_with_what_they_lack(
    session: Session, meeting: Any, qtbot: Any, TODAY: date
) -> None:
    with history.step("Today"):
        meeting.held = TODAY
        meeting.save()
    page = page_of(MeetingPage, session, qtbot)
    page.open(meeting=meeting.id, tab="minutes")
    page.parts["minutes"].paper.trigger()
    (sheet,) = page.window().findChildren(PaperSheet)
    assert sheet.preview.count == 1 and sheet.print_.isEnabled()
    assert sheet.accessibleName() == "Minutes of Credentials Committee, Nov 24 2026"
    assert not sheet.lacks.isHidden() and "ttendance" in sheet.lacks.text()
    sheet.reject()


def test_copies_of_a_packet_that_changed_are_doubted_before_they_are_drafted(
    page: Any, meeting: Any, qtbot: Any, tmp_path: Path, TODAY: date
) -> None:
    issue(meeting, tmp_path / "issued", TODAY)
    sheet = MailDrafts(page, page.agenda)
    qtbot.addWidget(sheet)
    assert sheet.stale.isHidden()
    with history.step("Another place"):
        Meeting.update(place="Room C").execute()
    sheet = MailDrafts(page, page.agenda)
    qtbot.addWidget(sheet)
    assert not sheet.stale.isHidden() and "changed since it was issued" in sheet.stale.text()
