"""Several drafts of e-mails at once, into one folder: said what was made, for whom, and who was left out and why."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from workbench.actions import inviting, mailing
from workbench.errors import Progress, quiet
from workbench.lists import recusals
from workbench.papers import changed, invitation, seal
from workbench.papers.changed import Changes
from workbench.records.meeting import IssuedPacket, Meeting, PacketCopy
from workbench.records.meeting_words import ON_PAPER_ALONE
from workbench.records.texts import day
from workbench.records.words import of
from workbench.rules import own_file, quorum
from workbench.store import history
from workbench.store.saving import free

MOST_BYTES = 100_000_000
"""Of a copy that is e-mailed: no mail system takes more, and a draft holds it whole in memory."""


@dataclass(frozen=True)
class Addressed:
    """A numbered copy that may be e-mailed, and whether its reader has an address."""

    copy: int
    called: str
    """“copy 4”, “copy 4 of issue 2”."""
    reader: str
    edition: str
    why: str
    """Why it cannot go to an address, as the rest of a sentence; empty where it can."""

    @property
    def reached(self) -> bool:
        """Whether it can be e-mailed."""
        return not self.why


@dataclass(frozen=True)
class Wanted:
    """Which drafts to write of one meeting."""

    invitation: bool = False
    minutes: bool = False
    copies: tuple[int, ...] = ()
    copies_in: Path | None = None
    """The folder in which the issued copies lie."""


@dataclass(frozen=True)
class Drafted:
    """What was written, and what was not."""

    files: tuple[Path, ...] = ()
    said: tuple[str, ...] = ()
    """A sentence for each sort of draft: how many, for whom."""
    left_out: tuple[str, ...] = ()
    """A sentence for everybody and everything left out, with the reason."""


def reach(meeting: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The members of a meeting's day with an e-mail address, and those without one, by name."""
    found = Meeting.get_by_id(meeting)
    sitting = quorum.sitting(quorum.members_of(found.committee_id), found.held)
    reached = tuple(each.name for each in sitting if invitation.address(each.email))
    return reached, tuple(each.name for each in sitting if not invitation.address(each.email))


def copies_of(meeting: int) -> tuple[Addressed, ...]:
    """The copies that are out, of the newest issue of each edition that is ever e-mailed, and of its supplements."""
    newest: dict[str, list[IssuedPacket]] = {}
    standing = IssuedPacket.select().where((IssuedPacket.meeting == meeting) & IssuedPacket.recalled.is_null())
    for packet in standing.order_by(IssuedPacket.id):
        if packet.edition not in ON_PAPER_ALONE:
            before = newest.get(packet.edition, []) if packet.supplement else []
            newest[packet.edition] = [*before, packet]
    members = {each.seat: each for each in quorum.members_of(Meeting.get_by_id(meeting).committee_id)}
    out = PacketCopy.select().where(
        PacketCopy.packet.in_([each for group in newest.values() for each in group]) & PacketCopy.back.is_null()
    )
    return tuple(
        Addressed(
            each.id,
            each.called,
            each.reader,
            each.packet.edition,
            mailing.unreached(each, members.get(each.seat_id)),
        )
        for each in out.order_by(PacketCopy.packet, PacketCopy.number)
    )


def changes_of(meeting: int) -> tuple[tuple[str, Changes], ...]:
    """By edition what became another since the issue whose copies may be e-mailed; only editions of which something did."""
    editions = dict.fromkeys(each.edition for each in copies_of(meeting))
    found = ((edition, changed.since_issued(meeting, edition)) for edition in editions)
    return tuple((edition, each) for edition, each in found if each is not None and each.any)


def draft(
    meeting: int, wanted: Wanted, folder: Path, sent: datetime, today: date, progress: Progress = quiet
) -> Drafted:
    """Write the drafts that are wanted into a folder; the sending of the invitation is counted, as one step.

    Raises WorkbenchError if one cannot be written; then none is left, and nothing is counted.
    """
    found = Meeting.get_by_id(meeting)
    parts: list[Callable[[], Drafted]] = []
    if wanted.copies:
        parts.append(lambda: _copies(wanted, folder, progress))
    if wanted.minutes:
        parts.append(lambda: _minutes(found, folder, today))
    if wanted.invitation:
        parts.append(lambda: _invitations([found], folder, sent, quiet))
    return _together(parts)


def draft_invitations(meetings: Sequence[int], folder: Path, sent: datetime, progress: Progress = quiet) -> Drafted:
    """Write a draft of the invitation to each of these meetings into a folder, as one step; whole or not at all."""
    found = inviting.by_day(meetings)
    return _invitations(found, folder, sent, progress) if found else Drafted()


def _together(parts: Sequence[Callable[[], Drafted]]) -> Drafted:
    """One after the other; what was written goes again if one of them fails."""
    done: list[Drafted] = []
    files: list[Path] = []
    with _whole(files):
        for part in parts:
            done.append(part())
            files.extend(done[-1].files)
    return Drafted(
        tuple(files),
        tuple(said for each in done for said in each.said),
        tuple(dict.fromkeys(said for each in done for said in each.left_out)),
    )


@contextmanager
def _whole(files: list[Path]) -> Iterator[None]:
    """All of these files, or none of them."""
    try:
        yield
    except BaseException:
        for file in files:
            file.unlink(missing_ok=True)
        raise


def _invitations(meetings: Sequence[Meeting], folder: Path, sent: datetime, progress: Progress) -> Drafted:
    files: list[Path] = []
    left: list[str] = []
    told = 0
    many = f"{len(meetings)} meetings" if len(meetings) > 1 else inviting.titled(meetings[0])
    with _whole(files), history.step(f"Invite to {many}"):
        for place, each in enumerate(meetings):
            progress(place, len(meetings))
            reached, missing = reach(each.get_id())
            if reached:
                to = free(folder / f"Invitation {inviting.file_name(each.get_id(), 'eml')}")
                files.append(mailing.draft_invitation(each.get_id(), to, sent).path)
                told = len(reached)
                left.extend(f"{name}: no e-mail address, so not invited." for name in missing)
            else:
                left.append(f"{_called(each)}: no member has an e-mail address.")
    said = f"The invitation, to {_members(told)}." if told else ""
    if len(meetings) > 1:
        said = f"{len(files)} of {len(meetings)} invitations."
    return Drafted(tuple(files), (said,) if said else (), tuple(dict.fromkeys(left)))


def _copies(wanted: Wanted, folder: Path, progress: Progress) -> Drafted:
    copies = list(PacketCopy.select().where(PacketCopy.id.in_(list(wanted.copies))).order_by(PacketCopy.number))
    lying = _lying_in(wanted.copies_in, {each.sha256 for each in copies if each.sha256})
    files: list[Path] = []
    left: list[str] = []
    told: list[str] = []
    stale = {edition: each for edition, each in changes_of(copies[0].packet.meeting_id)} if copies else {}

    with _whole(files):
        for place, each in enumerate(copies):
            progress(place, len(copies))
            pdf = lying.get(each.sha256)
            why = _hindrance(each, pdf, wanted.copies_in)
            if why or pdf is None:
                left.append(f"{each.reader}: {why}")
                continue
            name = inviting.fit(f"{each.called.capitalize()}, {each.reader}")
            made = mailing.draft_copy(each.get_id(), pdf, free(folder / f"{name}.eml"), each.packet.edition in stale)
            files.append(made.path)
            told.append(f"{each.reader} ({each.called}{', large for e-mail' if made.large else ''})")
    said = f"{len(told)} {'copy' if len(told) == 1 else 'copies'} of the packet, to {'; '.join(told)}." if told else ""
    warned = tuple(changes_said(each) for each in stale.values()) if told else ()
    return Drafted(tuple(files), ((said,) if said else ()) + warned, tuple(left))


def changes_said(changes: Changes) -> str:
    """“Issue 2 of Nov 24 2026 was changed since it was issued: 2 items. Issue a supplement, so that readers hold what is so.”"""
    issued = f"Issue {changes.issue} of {day(changes.made)}"
    return f"{issued} was {changes.said}. Issue a supplement, so that readers hold what is so now."


def _hindrance(copy: PacketCopy, pdf: Path | None, where: Path | None) -> str:
    """Why a copy cannot go by e-mail, as the rest of a sentence; empty when it can."""
    members = quorum.members_of(copy.packet.meeting.committee_id)
    if why := mailing.unreached(copy, next((each for each in members if each.seat == copy.seat_id), None)):
        return why
    if copy.get_id() not in {each.copy for each in copies_of(copy.packet.meeting_id)}:
        return f"{copy.called} is not out, or another issue took its place. Issue the packet again."
    if pdf is None:
        return f"{copy.called} as it was issued does not lie in {where.name if where else 'the folder'}."
    if pdf.stat().st_size > MOST_BYTES:
        return f"{copy.called} is over {MOST_BYTES // 1_000_000} MB, which no mail system takes."
    return ""


def _lying_in(folder: Path | None, wanted: set[str]) -> dict[str, Path]:
    """The issued copies that lie in a folder, by what they hold: a file that was renamed is found, a changed one is not."""
    found: dict[str, Path] = {}
    for each in sorted(folder.iterdir()) if folder and folder.is_dir() else ():
        if each.suffix.lower() != ".pdf" or not each.is_file():
            continue
        try:
            digest = seal.file_hash(each)
        except OSError:
            continue
        if digest in wanted:
            found[digest] = each
    return found


def _minutes(found: Meeting, folder: Path, today: date) -> Drafted:
    from workbench.actions import taking_minutes  # brings the drawing of minutes

    reached, missing = reach(found.get_id())
    perhaps = {each.name: whose for each, whose in recusals.perhaps_on_the_agenda(found.get_id()).items()}
    own = {each.name for each in recusals.on_the_agenda(found.get_id())} | perhaps.keys()
    if not set(reached) - own:
        return Drafted(left_out=(f"{_called(found)}: no {'other ' if own else ''}member has an e-mail address.",))
    pdf = taking_minutes.minutes_pdf(found.get_id(), today)
    to = free(folder / f"Minutes {inviting.file_name(found.get_id(), 'eml')}")
    mailing.draft_minutes(found.get_id(), pdf, to)
    left = [f"{name}: no e-mail address, so no minutes." for name in missing if name not in own]
    left += [
        f"{name}: the minutes speak of their own file; hand over the rest on paper."
        for name in sorted(own - perhaps.keys())
    ]
    left += [f"{name}: no minutes. {own_file.whose_name(name, whose)}" for name, whose in sorted(perhaps.items())]
    return Drafted((to,), (f"The minutes, to {_members(len(set(reached) - own))}.",), tuple(left))


def _members(count: int) -> str:
    return of(count, "member")


def _called(found: Meeting) -> str:
    return f"{found.committee.name}, {day(found.held)}"
