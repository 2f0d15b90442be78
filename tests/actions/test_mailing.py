"""Drafts of e-mails: the reader's own copy and nobody else's, never the insert; members without an address are named."""

import hashlib
from datetime import date, datetime
from email import message_from_bytes
from email.policy import default

import icalendar
import pytest

from tests.papers.small_pdf import small_pdf
from workbench.actions import mailing, packets
from workbench.errors import WorkbenchError
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import AgendaItem, IssuedPacket, Meeting, PacketCopy
from workbench.records.provider import Provider
from workbench.store import history

SENT = datetime(2026, 11, 24, 9)


@pytest.fixture
def meeting(office, make):
    committee = make(
        Committee,
        name="Credentials Committee",
        short="Credentials",
        place="Board Room",
        legend="Privileged under the act.",
    )
    return make(Meeting, committee=committee, held=date(2026, 12, 1), starts="07:30")


@pytest.fixture
def copy_of(meeting, make, tmp_path):
    """copy_of(edition, email): a numbered copy for a reader, and its file."""

    def made(edition="Committee", email="jose@example.org"):
        seat = make(Seat, committee=meeting.committee, name="José Núñez, MD", email=email)
        pdf = tmp_path / "copy 3.pdf"
        pdf.write_bytes(small_pdf())
        packet = make(IssuedPacket, meeting=meeting, edition=edition)
        sha256 = hashlib.sha256(pdf.read_bytes()).hexdigest()
        return make(PacketCopy, packet=packet, number=3, seat=seat, reader="José Núñez, MD", sha256=sha256), pdf

    return made


def read(path):
    return message_from_bytes(path.read_bytes(), policy=default)


def test_a_reader_gets_the_copy_with_the_readers_number(copy_of, tmp_path):
    copy, pdf = copy_of()
    written = mailing.draft_copy(copy.id, pdf, tmp_path / "a.eml")
    message = read(written.path)
    (attached,) = message.iter_attachments()
    assert attached.get_content() == pdf.read_bytes()
    assert attached.get_filename() == "Packet Credentials 2026-12-01 copy 3.pdf"
    (to,) = message["To"].addresses
    assert (to.display_name, to.addr_spec) == ("José Núñez, MD", "jose@example.org")
    body = message.get_body().get_content()
    assert "Attached is copy 3 of the packet" in body and "Tuesday, Dec 1 2026, at 7:30 am, Board Room" in body
    assert "Privileged under the act." in body and "do not forward" in body
    assert not written.large


@pytest.mark.parametrize("edition", ["NPDB insert", "Action sheet"])
def test_the_insert_and_the_action_sheet_are_never_mailed(copy_of, tmp_path, edition):
    copy, pdf = copy_of(edition)
    with pytest.raises(WorkbenchError, match="never e-mailed"):
        mailing.draft_copy(copy.id, pdf, tmp_path / "a.eml")
    assert not (tmp_path / "a.eml").exists()


def test_another_file_than_the_readers_own_copy_is_refused(copy_of, tmp_path):
    copy, pdf = copy_of()
    pdf.write_bytes(small_pdf(ink="1 0 0"))
    with pytest.raises(WorkbenchError, match="is not copy 3 as it was made"):
        mailing.draft_copy(copy.id, pdf, tmp_path / "a.eml")
    pdf.unlink()
    with pytest.raises(WorkbenchError, match="cannot be read"):
        mailing.draft_copy(copy.id, pdf, tmp_path / "a.eml")


def test_a_reader_without_an_address_is_named(copy_of, tmp_path):
    copy, pdf = copy_of(email="")
    with pytest.raises(WorkbenchError, match="José Núñez, MD: no e-mail address"):
        mailing.draft_copy(copy.id, pdf, tmp_path / "a.eml")


def test_an_invitation_goes_to_all_who_can_be_reached_and_is_counted(meeting, make, tmp_path, assert_undoable):
    make(Seat, committee=meeting.committee, name="Rosa Alvarez", role="Staff", email="rosa@example.org")
    make(Seat, committee=meeting.committee, name="Wei Chen, MD", email="chen@example.org")
    make(Seat, committee=meeting.committee, name="Naomi Ito, MD")
    written = assert_undoable(lambda: mailing.draft_invitation(meeting.id, tmp_path / "a.eml", SENT))
    message = read(written.path)
    assert {each.addr_spec for each in message["To"].addresses} == {"rosa@example.org", "chen@example.org"}
    assert written.unreached == ("Naomi Ito, MD",)
    (attached,) = message.iter_attachments()
    assert icalendar.Calendar.from_ical(attached.get_content()).events[0]["UID"] == Meeting.get_by_id(meeting.id).uid
    assert Meeting.get_by_id(meeting.id).sequence == 1


def test_an_invitation_to_nobody_is_said_and_not_counted(meeting, make, tmp_path):
    make(Seat, committee=meeting.committee, name="Naomi Ito, MD")
    with pytest.raises(WorkbenchError, match="No member of Credentials Committee has an e-mail address"):
        mailing.draft_invitation(meeting.id, tmp_path / "a.eml", SENT)
    assert Meeting.get_by_id(meeting.id).sequence == 0


def test_minutes_go_to_all_who_can_be_reached(meeting, make, tmp_path):
    with pytest.raises(WorkbenchError, match="has an e-mail address"):
        mailing.draft_minutes(meeting.id, small_pdf(), tmp_path / "a.eml")
    make(Seat, committee=meeting.committee, name="Wei Chen, MD", email="chen@example.org")
    make(Seat, committee=meeting.committee, name="Naomi Ito, MD")
    written = mailing.draft_minutes(meeting.id, small_pdf(), tmp_path / "a.eml")
    message = read(written.path)
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "Minutes Credentials 2026-12-01.pdf"
    assert message["Subject"] == "Minutes of Credentials Committee, Dec 1 2026"
    assert written.unreached == ("Naomi Ito, MD",)


def test_minutes_that_speak_of_a_members_own_file_are_not_mailed_to_that_member(meeting, make, tmp_path):
    person = make(Provider, last="Chen", first="Wei", degree="MD")
    make(Seat, committee=meeting.committee, name="Wei Chen, MD", provider=person, email="chen@example.org")
    make(AgendaItem, meeting=meeting, section="Status changes", title="Leave", provider=person, application=None)
    with pytest.raises(WorkbenchError, match="No other member of Credentials Committee has an e-mail address"):
        mailing.draft_minutes(meeting.id, small_pdf(), tmp_path / "a.eml")
    make(Seat, committee=meeting.committee, name="Naomi Ito, MD", email="ito@example.org")
    written = mailing.draft_minutes(meeting.id, small_pdf(), tmp_path / "a.eml")
    assert written.own == ("Wei Chen, MD",) and written.unreached == ()
    assert "ito@example.org" in read(written.path)["To"] and "chen" not in read(written.path)["To"]


def test_minutes_do_not_go_to_a_seat_whose_name_may_be_that_of_somebody_on_the_agenda(meeting, make, tmp_path):
    person = make(Provider, last="Okafor", first="Adaeze", degree="MD")
    make(Seat, committee=meeting.committee, name="Dr. Okafor", email="okafor@example.org")
    make(Seat, committee=meeting.committee, name="Naomi Ito, MD", email="ito@example.org")
    make(AgendaItem, meeting=meeting, section="Status changes", title="Leave", provider=person, application=None)
    written = mailing.draft_minutes(meeting.id, small_pdf(), tmp_path / "a.eml")
    assert "ito@example.org" in read(written.path)["To"] and "okafor" not in read(written.path)["To"]


def test_a_vacant_seat_with_an_address_is_neither_invited_nor_mailed(meeting, make, tmp_path):
    make(Seat, committee=meeting.committee, name="Vacant", email="last.holder@example.org")
    make(Seat, committee=meeting.committee, name="Wei Chen, MD", email="chen@example.org")
    written = mailing.draft_invitation(meeting.id, tmp_path / "a.eml", SENT)
    message = read(written.path)
    assert [each.addr_spec for each in message["To"].addresses] == ["chen@example.org"] and written.unreached == ()
    assert b"last.holder" not in written.path.read_bytes()
    assert [each.name for each in packets.readers_of(meeting.id)] == ["Wei Chen, MD"]


def test_a_copy_does_not_go_to_whoever_has_the_seat_now(copy_of, tmp_path):
    copy, pdf = copy_of()
    for name, said in (("Vacant", "the seat is vacant now"), ("Ito, Naomi, MD", "that of Ito, Naomi, MD now")):
        with history.step("Another has the seat"):
            Seat.update(name=name).where(Seat.id == copy.seat_id).execute()
        with pytest.raises(WorkbenchError, match=said):
            mailing.draft_copy(copy.id, pdf, tmp_path / "a.eml")


def test_a_copy_says_that_something_changed_since_it_was_made_and_not_what(copy_of, tmp_path):
    copy, pdf = copy_of()
    for stale in (False, True):
        body = read(mailing.draft_copy(copy.id, pdf, tmp_path / f"{stale}.eml", stale).path).get_body().get_content()
        assert (mailing.STALE in body) == stale
