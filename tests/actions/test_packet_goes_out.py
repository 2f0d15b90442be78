"""A packet on its way out: invitations after a change of time, e-mailed copies, the single original, and what no edition tells."""

import re
from datetime import UTC, datetime
from email import policy
from email.parser import BytesParser
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from tests.papers.conftest import pages_of, text_of
from tests.papers.packet_office import CONFIDENTIAL, NEVER, TODAY, PacketOffice, canaries_in
from tests.papers.small_pdf import small_pdf
from workbench.actions import checking, drafting, inviting, mailing, meetings, packets, undoing
from workbench.actions.packets import Reader
from workbench.records.committee import Seat
from workbench.records.meeting import Meeting, PacketCopy
from workbench.store import history

SENT = datetime(2026, 11, 24, 9, tzinfo=UTC)
NAMES = ("Banerjee", "Morris", "Lopez", "Okafor")


@pytest.fixture
def seats(packet_office: PacketOffice) -> list[Seat]:
    """The committee's seats, all with an address."""
    found = list(Seat.select().order_by(Seat.id))
    with history.step("Addresses"):
        for each in found:
            each.email = f"seat{each.id}@example.org"
            each.save()
    return found


def _issued(office: PacketOffice, folder: Path, edition: str, seats: list[Seat], **how: Any) -> packets.Issued:
    readers = [Reader(each.name, each.id) for each in seats]
    return packets.issue(office.meeting.id, folder, readers, TODAY, edition, **how)


def _event(path: Path) -> tuple[Any, Any]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return calendar, calendar.events[0]


def test_a_meeting_that_moves_is_the_same_to_calendars_under_a_higher_number(packet_office, seats, tmp_path):
    meeting = packet_office.meeting.id
    first = _event(inviting.invite(meeting, tmp_path / "a.ics", SENT).path)[1]
    found = Meeting.get_by_id(meeting)
    found.starts, found.place = "08:15", "Library"
    assert meetings.save_meeting(found, TODAY) == []
    calendar, moved = _event(inviting.invite(meeting, tmp_path / "b.ics", SENT).path)
    assert moved["UID"] == first["UID"] and (first["SEQUENCE"], moved["SEQUENCE"]) == (0, 1)
    assert str(moved["LOCATION"]) == "Library"
    zone = moved["DTSTART"].params["TZID"]
    assert zone == "America/Chicago" and [str(each["TZID"]) for each in calendar.walk("VTIMEZONE")] == [zone]
    begins = moved.decoded("DTSTART")
    assert begins.replace(tzinfo=None) == datetime(2026, 12, 1, 8, 15)
    assert begins.astimezone(UTC) == datetime(2026, 12, 1, 8, 15, tzinfo=ZoneInfo("America/Chicago")).astimezone(UTC)
    assert (moved.decoded("DTEND") - begins).total_seconds() == 90 * 60


def test_a_draft_carries_the_readers_own_copy_and_the_supplement_after_it(packet_office, seats, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    _issued(packet_office, folder, "Committee", seats[:2])
    packet_office.put("Other business", title="Parking")
    _issued(packet_office, folder, "Committee", seats[:2], supplement=True)
    copies = drafting.copies_of(packet_office.meeting.id)
    assert [each.called for each in copies] == ["copy 1", "copy 2", "copy 1 of issue 2", "copy 2 of issue 2"]
    wanted = drafting.Wanted(copies=tuple(each.copy for each in copies), copies_in=folder)
    made = drafting.draft(packet_office.meeting.id, wanted, tmp_path, SENT, TODAY)
    assert len(made.files) == 4 and made.left_out == ()
    message = BytesParser(policy=policy.default).parsebytes(made.files[3].read_bytes())
    (attached,) = message.iter_attachments()
    (tmp_path / "got.pdf").write_bytes(attached.get_content())
    assert str(message["To"]).endswith(f"<{seats[1].email}>")
    assert f"Issue 2, copy 2 of 2, {seats[1].name}" in pages_of(tmp_path / "got.pdf")[0]
    found = checking.check_copy(tmp_path / "got.pdf")
    assert found.verdict == "untouched" and "copy 2 of issue 2" in found.said


def test_a_copy_is_known_whatever_the_office_did_since(packet_office, seats, tmp_path):
    made = _issued(packet_office, tmp_path, "Committee", seats)
    packet_office.attach(packet_office.clean.provider, "new.pdf", small_pdf())
    packet_office.put("Other business", title="Parking")
    assert checking.check_copy(made.files[2]).verdict == "untouched"
    again = _issued(packet_office, tmp_path, "Committee", seats)
    undoing.undo()
    assert [checking.check_copy(each).verdict for each in (made.files[0], again.files[0])] == ["untouched", "recalled"]
    packets.log_back([each.id for each in PacketCopy.select()], TODAY)
    assert "back since Nov 24 2026" in checking.check_copy(made.files[0]).said


def test_a_second_original_says_which_one_it_replaces(packet_office, seats, tmp_path):
    _issued(packet_office, tmp_path, "Action sheet", seats[:1])
    undoing.undo()
    second = _issued(packet_office, tmp_path, "Action sheet", seats[1:2])
    first = " ".join(pages_of(second.files[0])[0].split())
    assert f"It replaces original no. 1 (still out with {seats[0].name}). What is signed there does not count." in first
    assert all("Original no. 2" in page for page in pages_of(second.files[0]))


@pytest.mark.parametrize("edition", ("Committee", "Survey", "Open"))
@pytest.mark.parametrize("supplement", (False, True))
def test_what_is_e_mailed_tells_nothing_that_its_edition_leaves_out(
    packet_office, seats, tmp_path, edition, supplement
):
    out = tmp_path / "out"
    out.mkdir()
    made = _issued(packet_office, out, edition, seats[:1])
    if supplement:
        with history.step("Change"):
            for each in (packet_office.clean, packet_office.flagged, packet_office.renewed):
                each.provider.npi = str(int(each.provider.npi) + 1)
                each.provider.save()
            packet_office.meeting.place = "Library"
            packet_office.meeting.save()
        packet_office.put("Policy", title="Parking")
        made = _issued(packet_office, out, edition, seats[:1], supplement=True)
    copy = PacketCopy.get(PacketCopy.packet == made.packet)
    draft = mailing.draft_copy(copy.id, made.files[0], tmp_path / "a.eml").path
    message = BytesParser(policy=policy.default).parsebytes(draft.read_bytes())
    (attached,) = message.iter_attachments()
    (tmp_path / "got.pdf").write_bytes(attached.get_content())
    said = f"{message['Subject']} {message.get_body().get_content()} {text_of(tmp_path / 'got.pdf')}"
    manifest = re.sub(r"\b[0-9a-f]{64}\b", "", copy.packet.manifest)  # a digest may hold any four digits by chance
    said = re.sub(r"\s+", " ", said) + manifest + attached.get_content().decode("latin-1")
    forbidden = {*NEVER, *(CONFIDENTIAL if edition != "Committee" else ()), *(NAMES if edition == "Open" else ())}
    assert canaries_in(said, forbidden) == []
    assert ("onfidential peer review" in said) == (edition != "Open"), "an open paper is not said to be confidential"


@pytest.mark.parametrize("edition", ("Action sheet", "NPDB insert"))
def test_what_is_on_paper_alone_is_offered_to_nobody_by_e_mail(packet_office, seats, tmp_path, edition):
    _issued(packet_office, tmp_path, edition, seats[:1])
    assert drafting.copies_of(packet_office.meeting.id) == ()
