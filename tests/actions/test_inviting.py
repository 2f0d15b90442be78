"""Invitations are counted and undoable; nothing is counted that was not written."""

import sys
from datetime import date, datetime

import icalendar
import pytest

from workbench.actions import inviting, undoing
from workbench.errors import WorkbenchError
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import Meeting
from workbench.records.provider import Provider
from workbench.store import history, settings

SENT = datetime(2026, 11, 24, 9)
DECEMBER = date(2026, 12, 1)


@pytest.fixture
def meeting(office, make):
    committee = make(Committee, name="Credentials Committee", short="Credentials", place="Board Room")
    doctor = make(Provider, last="Okafor", first="Adaeze", email="okafor@example.org")
    make(Seat, committee=committee, name="Adaeze Okafor, MD", role="Chair", provider=doctor)
    make(Seat, committee=committee, name="Rosa Alvarez", role="Staff", votes=False, email="Rosa <rosa@example.org>")
    make(Seat, committee=committee, name="José Núñez, MD", email="")
    make(Seat, committee=committee, name="Gone Before, MD", email="gone@example.org", ends=date(2026, 6, 30))
    return make(Meeting, committee=committee, held=DECEMBER, starts="07:30", length=90)


def read(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return calendar, calendar.events[0]


def again(meeting):
    return Meeting.get_by_id(meeting.id)


def test_an_invitation_asks_those_who_sit_and_names_those_it_cannot_reach(meeting, tmp_path):
    sent = inviting.invite(meeting.id, tmp_path / "a.ics", SENT)
    calendar, event = read(sent.path)
    assert calendar["METHOD"] == "REQUEST"
    assert [str(each) for each in event["ATTENDEE"]] == ["mailto:okafor@example.org", "mailto:rosa@example.org"]
    assert str(event["ORGANIZER"]) == "mailto:rosa@example.org"
    assert (sent.asked, sent.unreached) == (2, ("José Núñez, MD",))
    assert inviting.said(sent) == "Without an e-mail address: José Núñez, MD. Tell them otherwise."


def test_a_file_that_invites_nobody_says_so_and_where_to_mend_it(meeting, tmp_path):
    with history.step("Nobody of the office has an address"):
        Seat.update(email="").where(Seat.role == "Staff").execute()
    sent = inviting.invite(meeting.id, tmp_path / "a.ics", SENT)
    assert sent.asked == 0 and "asks nobody to answer" in inviting.said(sent) and "Settings" in inviting.said(sent)


def test_each_sending_raises_the_sequence_under_the_same_number(meeting, tmp_path, assert_undoable):
    seen = []
    for n in range(3):
        assert_undoable(lambda n=n: inviting.invite(meeting.id, tmp_path / f"{n}.ics", SENT))
        seen.append(read(tmp_path / f"{n}.ics")[1])
    assert [event["SEQUENCE"] for event in seen] == [0, 1, 2]
    assert len({event["UID"] for event in seen}) == 1 and again(meeting).uid == seen[0]["UID"]
    assert again(meeting).sequence == 3


def test_an_invitation_that_was_undone_gives_its_number_to_no_other(meeting, tmp_path):
    inviting.invite(meeting.id, tmp_path / "first.ics", SENT)
    for n in range(3):
        inviting.invite(meeting.id, tmp_path / f"{n}.ics", SENT)
        undoing.undo()
    assert [read(tmp_path / f"{n}.ics")[1]["SEQUENCE"] for n in range(3)] == [1, 2, 3]
    assert len({str(read(tmp_path / f"{n}.ics")[1]["UID"]) for n in range(3)}) == 1


def test_a_cancelled_meeting_is_called_off(meeting, tmp_path, make):
    inviting.invite(meeting.id, tmp_path / "a.ics", SENT)
    cancelled = make(
        Meeting, committee=meeting.committee, held=date(2027, 1, 5), state="Cancelled", uid="kept", sequence=1
    )
    calendar, event = read(inviting.invite(cancelled.id, tmp_path / "b.ics", SENT).path)
    assert (calendar["METHOD"], event["UID"], event["SEQUENCE"]) == ("CANCEL", "kept", 1)


def test_a_year_is_one_step_and_a_file_for_each_meeting(meeting, make, tmp_path, assert_undoable):
    other = make(Meeting, committee=meeting.committee, held=DECEMBER, starts="12:00")
    later = make(Meeting, committee=meeting.committee, held=date(2027, 3, 16))
    ids = [later.id, meeting.id, other.id]
    written = assert_undoable(lambda: inviting.invite_all(ids, tmp_path, SENT))
    assert [each.path.name for each in written] == [
        "Credentials 2026-12-01.ics",
        f"Credentials 2026-12-01 1200 {other.id}.ics",
        "Credentials 2027-03-16.ics",
    ]
    assert len({read(each.path)[1]["UID"] for each in written}) == 3
    assert inviting.invite_all([], tmp_path, SENT) == []


def test_what_could_not_be_written_is_not_counted(meeting, tmp_path):
    with pytest.raises(WorkbenchError, match="no folder"):
        inviting.invite(meeting.id, tmp_path / "gone" / "a.ics", SENT)
    assert again(meeting).sequence == 0


def test_a_committees_name_becomes_a_name_that_every_system_takes(meeting, make):
    odd = make(Committee, name="Peer review / quality: MEC?", short="")
    made = make(Meeting, committee=odd, held=DECEMBER)
    assert inviting.file_name(made.id) == "Peer review quality MEC 2026-12-01.ics"


def test_nothing_of_the_agenda_is_in_an_invitation(meeting, make, tmp_path):
    from workbench.records.meeting import AgendaItem

    make(AgendaItem, meeting=meeting, title="Canary, Case of", conclusion="Canary")
    inviting.invite(meeting.id, tmp_path / "a.ics", SENT)
    assert b"anary" not in (tmp_path / "a.ics").read_bytes()


def test_the_calendar_library_is_not_loaded_at_the_start():
    import subprocess

    code = "import sys, workbench.app; sys.exit(int('icalendar' in sys.modules or 'pypdfium2' in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_office_invites_by_its_own_address_and_the_chair_never(meeting, tmp_path):
    with history.step("The office's address"):
        settings.save(hospital="Riverbend", office_email="mso@example.org")
    calendar, event = read(inviting.invite(meeting.id, tmp_path / "a.ics", SENT).path)
    assert str(event["ORGANIZER"]) == "mailto:mso@example.org"
    assert event["ORGANIZER"].params["CN"] == "Medical staff office, Riverbend" and calendar["METHOD"] == "REQUEST"
    with history.step("Neither the office's address nor its seat"):
        settings.save(office_email="")
        Seat.update(email="").where(Seat.role == "Staff").execute()
    calendar, event = read(inviting.invite(meeting.id, tmp_path / "b.ics", SENT).path)
    assert "ORGANIZER" not in event and "ATTENDEE" not in event and calendar["METHOD"] == "PUBLISH"
