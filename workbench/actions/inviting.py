"""Invitations to meetings: written as calendar files, each sending counted, so that calendars take the newest."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workbench.actions.agenda_order import titled
from workbench.papers import invitation
from workbench.papers.invitation import Invitation
from workbench.records.meeting import Meeting
from workbench.records.meeting_words import CANCELLED
from workbench.records.private_texts import masked
from workbench.store import history
from workbench.store.saving import put

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


@dataclass(frozen=True)
class Sent:
    """An invitation that was written."""

    path: Path
    asked: int
    """How many are asked to answer."""
    unreached: tuple[str, ...]
    """Members without an e-mail address: they must be told otherwise."""


def said(sent: Sent) -> str:
    """What whoever wrote an invitation must know: that it asks nobody, and who has no address; empty where it reaches all."""
    alone = (
        "It names nobody and asks nobody to answer, since the office has no e-mail address: it is a day for a calendar, to be "
        "attached to a message. Enter the office's address in Settings to invite each member."
    )
    missing = f"Without an e-mail address: {', '.join(sent.unreached)}. Tell them otherwise."
    return " ".join(part for part in ("" if sent.asked else alone, missing if sent.unreached else "") if part)


def fit(name: str) -> str:
    """A name as every system takes it for a file, with dots for what no paper shows; it may be empty."""
    return " ".join(_UNFIT.sub(" ", masked(name)).split()).strip(". ")


def file_name(meeting: int, ending: str = "ics") -> str:
    """“Credentials 2026-12-01.ics”: a name that every system takes."""
    found = Meeting.get_by_id(meeting)
    called = fit(found.committee.short or found.committee.name) or "Meeting"
    return f"{called} {found.held.isoformat()}.{ending}"


def by_day(meetings: Sequence[int]) -> list[Meeting]:
    """Some meetings in the order of the calendar."""
    return list(Meeting.select().where(Meeting.id.in_(list(meetings))).order_by(Meeting.held, Meeting.id))


def invite(meeting: int, to: Path, sent: datetime) -> Sent:
    """Write the invitation to a meeting, or its cancellation if it is cancelled, and count the sending, as one step.

    Raises WorkbenchError if it cannot be written; then nothing is counted.
    """
    found = Meeting.get_by_id(meeting)
    with history.step(_named(found)):
        made = counted(found, sent)
        put(to, invitation.ics(made))
    return _sent(to, made)


def invite_all(meetings: Sequence[int], folder: Path, sent: datetime) -> list[Sent]:
    """Write a file for each of these meetings into a folder, as one step; two on one day are told apart by their time."""
    found = by_day(meetings)
    written: list[Sent] = []
    if not found:
        return written
    with history.step(_named(found[0]) if len(found) == 1 else f"Invite to {len(found)} meetings"):
        for each in found:
            to = folder / file_name(each.get_id())
            if to in {before.path for before in written}:
                to = to.with_stem(f"{to.stem} {each.starts.replace(':', '')} {each.get_id()}")
            made = counted(each, sent)
            put(to, invitation.ics(made))
            written.append(_sent(to, made))
    return written


def counted(meeting: Meeting, sent: datetime) -> Invitation:
    """The invitation as it goes out now, and the sending counted; within a step of the caller's."""
    if not meeting.uid:
        meeting.uid = str(uuid.uuid4())  # type: ignore[assignment]
        meeting.save()
    made = invitation.invitation_of(meeting.get_id(), sent if sent.tzinfo else sent.astimezone())
    meeting.sequence = made.sequence + 1  # type: ignore[assignment]
    meeting.save()
    return made


def _named(meeting: Meeting) -> str:
    what = "Call off" if meeting.state == CANCELLED else "Invite to"
    return f"{what} {titled(meeting)}"


def _sent(path: Path, made: Invitation) -> Sent:
    return Sent(path, len(made.attendees) if made.organizer else 0, made.unreached)
