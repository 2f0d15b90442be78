"""Drafts of e-mails: the reader's own copy of a packet, an invitation, minutes; written as files for the mail program to send."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from workbench.actions import inviting
from workbench.errors import WorkbenchError
from workbench.lists import recusals
from workbench.papers import changed, editions, invitation, letter
from workbench.papers.letter import Attachment, Draft
from workbench.records import zones
from workbench.records.meeting import Meeting, PacketCopy
from workbench.records.meeting_words import ON_PAPER_ALONE
from workbench.records.policy import Policy
from workbench.records.texts import clock, day
from workbench.rules import quorum
from workbench.rules.quorum import Member
from workbench.store import history, settings
from workbench.store.saving import put

CONFIDENTIAL = (
    "Confidential peer review. It is for you alone: do not forward or copy it, and delete it after the meeting."
)

STALE = "Something of the packet has changed since this copy was made. You will hear what is different."
"""Not what it is: an e-mail's own text is read by more than its reader."""


@dataclass(frozen=True)
class Written:
    """A draft that was written."""

    path: Path
    large: bool
    """Whether most mail systems would refuse it."""
    unreached: tuple[str, ...] = ()
    """Members without an e-mail address."""
    own: tuple[str, ...] = ()
    """Members who get none, since it speaks of their own file."""


def draft_copy(copy: int, pdf: Path, to: Path, is_changed: bool | None = None) -> Written:
    """A draft to a reader with that reader's own copy of a packet attached; it says so where something became another since it
    was issued. is_changed is that, where the caller knows it already.

    Raises WorkbenchError if the edition is never mailed, the reader has no address, or the file is not that copy.
    """
    found = PacketCopy.get_by_id(copy)
    edition, meeting = found.packet.edition, found.packet.meeting
    if found.recalled:
        raise WorkbenchError(
            f"{found.called.capitalize()} was recalled on {day(found.recalled)}. Nothing was written. Issue the packet again."
        )
    if edition in ON_PAPER_ALONE:
        raise WorkbenchError(
            f"The {_spoken(edition)} is never e-mailed. Nothing was written. Print it, hand it over and collect it again."
        )
    content = _content(pdf, found)
    changes = changed.since_issued(meeting.id, edition) if is_changed is None else None
    stale = is_changed if is_changed is not None else changes is not None and changes.any
    return _kept(to, _copy_draft(found, meeting, content, stale))


def draft_invitation(meeting: int, to: Path, sent: datetime) -> Written:
    """A draft to all members with the invitation attached; counts the sending, as one step."""
    found = Meeting.get_by_id(meeting)
    with history.step(f"{'Call off' if found.state == 'Cancelled' else 'Invite to'} {inviting.titled(found)}"):
        made = inviting.counted(found, sent)
        if not made.attendees:
            raise WorkbenchError(
                f"No member of {made.committee} has an e-mail address. Nothing was written. Enter them on the seats."
            )
        body = _paragraphs(
            f"{made.committee} {'does not meet' if made.cancelled else 'meets'} on {made.held:%A}, {day(made.held)}, "
            f"at {clock(made.starts)} {zones.said(made.zone)}{f', {made.place}' if made.place else ''}.",
            "Open the attached file to " + ("take it out of" if made.cancelled else "put it into") + " your calendar.",
            made.hospital,
        )
        attached = Attachment(inviting.file_name(meeting), invitation.ics(made))
        everyone = tuple((each.name, each.email) for each in made.attendees)
        word = "Cancelled: " if made.cancelled else ""
        draft = Draft(everyone, f"{word}{made.committee}, {day(made.held)}", body, (attached,))
        return _kept(to, draft, made.unreached)


def draft_minutes(meeting: int, pdf: bytes, to: Path) -> Written:
    """A draft with the minutes attached to all members but those whose own file was on the agenda, or whose seat may be theirs."""
    found = Meeting.get_by_id(meeting)
    own = recusals.on_the_agenda(meeting)
    kept_from = {*own, *recusals.perhaps_on_the_agenda(meeting)}
    sitting = [
        each for each in quorum.sitting(quorum.members_of(found.committee_id), found.held) if each not in kept_from
    ]
    reached = tuple((each.name, invitation.address(each.email)) for each in sitting if invitation.address(each.email))
    if not reached:
        raise WorkbenchError(
            f"No {'other ' if kept_from else ''}member of {found.committee.name} has an e-mail address. Nothing was written. "
            "Enter them on the seats."
        )
    called = f"minutes of {found.committee.name}, {day(found.held)}"
    body = _paragraphs(f"Attached are the {called}.", CONFIDENTIAL, _legend(found), settings.load(Policy).hospital)
    name = f"Minutes {inviting.file_name(meeting, 'pdf')}"
    unreached = tuple(each.name for each in sitting if not invitation.address(each.email))
    draft = Draft(reached, f"{called[:1].upper()}{called[1:]}", body, (Attachment(name, pdf),))
    return replace(_kept(to, draft, unreached), own=tuple(each.name for each in own))


def _copy_draft(copy: PacketCopy, meeting: Meeting, content: bytes, stale: bool) -> Draft:
    shown = editions.edition(copy.packet.edition)
    whole = "supplement to the packet" if copy.packet.supplement else "packet"
    what = f"{whole} of {meeting.committee.name}, {day(meeting.held)}"
    place = meeting.place or meeting.committee.place
    body = _paragraphs(
        f"Attached is {copy.called} of the {what}: your own.",
        f"The meeting is on {meeting.held:%A}, {day(meeting.held)}, at {clock(meeting.starts)}{f', {place}' if place else ''}.",
        STALE if stale else "",
        # What is open to everybody is not said to be confidential.
        *((CONFIDENTIAL, _legend(meeting)) if shown.legend else ()),
        settings.load(Policy).hospital,
    )
    name = f"Packet {inviting.file_name(meeting.get_id(), 'pdf')}".replace(".pdf", f" {copy.called}.pdf")
    return Draft(((copy.reader, _reader(copy)),), f"Your copy of the {what}", body, (Attachment(name, content),))


def _reader(copy: PacketCopy) -> str:
    """The address of a copy's reader: that of the seat, else of the file behind it."""
    seat = next(
        (each for each in quorum.members_of(copy.packet.meeting.committee_id) if each.seat == copy.seat_id), None
    )
    if why := unreached(copy, seat):
        raise WorkbenchError(f"{copy.reader}: {why} Nothing was written.")
    return invitation.address(seat.email) if seat is not None else ""


def unreached(copy: PacketCopy, seat: Member | None) -> str:
    """Why a copy cannot go to the address of its seat; empty when it can: it carries a name, and goes to nobody else."""
    if seat is not None and not invitation.address(seat.email):
        return "no e-mail address. Enter one on the seat, or hand over paper."
    if seat is None:
        return "no seat, so no e-mail address. Hand over paper."
    if " ".join(seat.name.split()).casefold() != " ".join(str(copy.reader).split()).casefold():
        return f"the seat is {'vacant' if seat.vacant else f'that of {seat.name}'} now, and the copy is nobody else's. Hand over paper."
    return ""


def _content(pdf: Path, copy: PacketCopy) -> bytes:
    """The bytes of a copy, if they are that copy's and nobody else's."""
    try:
        content = pdf.read_bytes()
    except OSError as error:
        raise WorkbenchError(
            f"“{pdf.name}” cannot be read ({error.strerror}). Nothing was written. Make the copy again."
        ) from error
    if not copy.sha256 or hashlib.sha256(content).hexdigest() != copy.sha256:
        raise WorkbenchError(
            f"“{pdf.name}” is not {copy.called} as it was made for {copy.reader}. Nothing was written. "
            "Choose that file, or make the copy again."
        )
    return content


def _kept(to: Path, draft: Draft, unreached: tuple[str, ...] = ()) -> Written:
    return Written(put(to, letter.eml(draft)), draft.is_large, unreached)


def _legend(meeting: Meeting) -> str:
    return meeting.committee.legend or settings.load(Policy).legend


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def _spoken(edition: str) -> str:
    return edition if edition.startswith("NPDB") else edition[:1].lower() + edition[1:]
