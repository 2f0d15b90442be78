"""Packets: previewed, issued as numbered copies that are logged out and in, and any copy checked against the office."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from peewee import fn

from workbench.actions import copies as copies_log
from workbench.actions.copies import log_back, log_out
from workbench.errors import Progress, WorkbenchError, quiet
from workbench.papers import binding, changed, own_copy, packet
from workbench.papers import supplement as supplementing
from workbench.papers.binding import Bound, Copy, Press, part_of
from workbench.papers.editions import ACTION_SHEET, COMMITTEE, NPDB_INSERT
from workbench.records import texts
from workbench.records.meeting import IssuedPacket, Meeting, PacketCopy
from workbench.records.meeting_words import ISSUED, PLANNED
from workbench.records.private_texts import masked
from workbench.records.words import plural
from workbench.rules import quorum
from workbench.store import history, undoing
from workbench.store.saving import free, moved

__all__ = ["Issued", "Reader", "issue", "kept_in", "log_back", "log_out", "preview", "readers_of", "save"]


@dataclass(frozen=True)
class Reader:
    """Who gets a copy."""

    name: str
    seat: int | None = None


@dataclass(frozen=True)
class Issued:
    """An issued packet."""

    packet: int
    """The id of the IssuedPacket."""
    bound: Bound
    """Of the first copy."""
    files: tuple[Path, ...]


def preview(meeting: int, today: date, edition: str = COMMITTEE, progress: Progress = quiet) -> tuple[Bound, bytes]:
    """The packet as it would be issued now, in memory alone; nothing is written or logged."""
    copies_log.refuse_cancelled(meeting)
    bound = binding.bind(packet.packet_of(meeting, today, edition), written := io.BytesIO(), progress=progress)
    return bound, written.getvalue()


def kept_in(edition: str) -> str:
    """Why an edition may not be printed or saved from its preview; empty if it may, and then says that it is not issued."""
    if edition != NPDB_INSERT:
        return ""
    return (
        "The NPDB insert leaves the program only as numbered copies that are logged and collected. Nothing was printed or "
        "written. Issue it."
    )


def save(meeting: int, to: Path, today: date, edition: str = COMMITTEE, progress: Progress = quiet) -> Bound:
    """The packet as one file without number; it says that it is not issued, and that it is no original. Nothing is logged.

    Raises WorkbenchError for an edition that leaves by being issued alone."""
    if why := kept_in(edition):
        raise WorkbenchError(why)
    copies_log.refuse_cancelled(meeting)
    return binding.bind(packet.packet_of(meeting, today, edition), to, progress=progress)


def readers_of(meeting: int) -> tuple[Reader, ...]:
    """Those who sit on the committee on the day, in the order of the attendance sheet; one copy each."""
    found = Meeting.get_by_id(meeting)
    members = quorum.sitting(quorum.members_of(found.committee_id), found.held)
    return tuple(Reader(each.name, each.seat) for each in members)


def issue(
    meeting: int,
    folder: Path,
    readers: Sequence[Reader],
    today: date,
    edition: str = COMMITTEE,
    progress: Progress = quiet,
    supplement: bool = False,
) -> Issued:
    """Write a numbered copy for each reader into a folder, keep the seal and log every copy out, as one step.

    A supplement holds only what changed since the newest issue. The action sheet is a single original: it goes to one reader,
    and not again while it is out. Copies are counted within their issue; an issue's number is never given twice, whatever was
    undone: undo recalls what went out. Raises WorkbenchError; then no file is left and nothing is logged. Only where a file
    cannot be put in its place after it was logged, what went out is recalled."""
    found = Meeting.get_by_id(meeting)
    _refuse(found, readers, edition)
    made, number = _made(found, edition, today, supplement), _next_issue(found, edition)
    copies = own_copy.addressed(_numbered(number, edition, readers), readers, made)
    files: list[Path] = []
    try:
        with Press(made, part_of(progress, 0, len(readers) + 1), number) as press:
            bound = _print(press, folder, _file_name(found, edition, supplement), copies, files, progress)
        # Logged before it lies in its place: whatever happens in between, no paper is out that nobody knows of.
        with history.step(f"Issue {_spoken(edition, supplement)} of {_called(found)}, {_to_whom(copies)}") as step:
            kept = _log(found, made, number, readers, copies, bound)
    except BaseException:
        _clear(files)
        raise
    return Issued(kept, bound[0], _in_place(files, step))


def _made(found: Meeting, edition: str, today: date, supplement: bool) -> packet.Packet:
    """What goes out, with what its cover says of the issue before it."""
    whole = packet.packet_of(found.get_id(), today, edition)
    _refuse_empty(whole, edition)
    if edition == ACTION_SHEET:
        return replace(whole, notice=copies_log.replaced_original(found))
    if supplement:
        return supplementing.supplement(whole, _changes(found, edition))
    return replace(whole, notice=_replacing(found, edition))


def _replacing(found: Meeting, edition: str) -> str:
    """What a whole packet says of the one before it, with what was added to that; empty for the first."""
    before = IssuedPacket.select().where((IssuedPacket.meeting == found) & (IssuedPacket.edition == edition))
    newest = before.where(~IssuedPacket.supplement).order_by(IssuedPacket.number.desc()).first()
    if newest is None:
        return ""
    added = before.where(IssuedPacket.supplement & (IssuedPacket.number > newest.number)).count()
    more = f" with its {plural(added, 'supplement')}" if added else ""
    was = f"issue {newest.number} of {texts.day(newest.made)}{more}"
    changes = changed.since_issued(found.get_id(), edition)
    same = changes is not None and not changes.unknown and not changes.any
    says = f"says the same as {was}" if same else f"replaces {was}, whose copies do not count any more"
    return f"This is issue {_next_issue(found, edition)}. It {says}."


def _changes(found: Meeting, edition: str) -> changed.Changes:
    """What a supplement is made of. Raises WorkbenchError where there is nothing to be supplemented, or by."""
    changes = changed.since_issued(found.get_id(), edition)
    if changes is None:
        why = "No packet of this meeting is out, so there is nothing to supplement"
    elif changes.unknown:
        why = f"Issue {changes.issue} was made by another version of the program, so what changed is not known"
    elif not changes.any:
        why = f"Nothing changed since issue {changes.issue} of {texts.day(changes.made)}"
    else:
        return changes
    raise WorkbenchError(f"{why}. Nothing was written. Issue the whole packet.")


def _in_place(waiting: Sequence[Path], step: int) -> tuple[Path, ...]:
    """Give each file its name. If one cannot have it, all of them go and the issue is recalled."""
    placed: list[Path] = []
    try:
        for file in waiting:
            placed.append(moved(file, free(file.with_name(file.name.removesuffix(_WAITING)))))
    except BaseException:
        _clear([*waiting, *placed])
        undoing.undo(step)
        raise
    return tuple(placed)


def _clear(files: Sequence[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)


def _refuse(found: Meeting, readers: Sequence[Reader], edition: str) -> None:
    if not readers:
        raise WorkbenchError("There is nobody to give a copy to. Nothing was written. Choose who reads it.")
    copies_log.refuse_cancelled(found.get_id())
    if edition != ACTION_SHEET:
        return
    if len(readers) > 1:
        raise WorkbenchError(
            "The action sheet is a single original. Nothing was written. Choose one person to hold it."
        )
    copies_log.refuse_second(found)


def refusal(meeting: int, readers: Sequence[Reader], edition: str, today: date) -> str:
    """Why issue() would refuse, before anybody is asked where the copies go; "" where nothing is known to be in the way."""
    found = Meeting.get_by_id(meeting)
    try:
        _refuse(found, readers, edition)
        if edition == NPDB_INSERT:
            _refuse_empty(packet.packet_of(meeting, today, edition), edition)
    except WorkbenchError as error:
        return str(error)
    return ""


def _refuse_empty(made: packet.Packet, edition: str) -> None:
    if edition == NPDB_INSERT and not made.attached:
        raise WorkbenchError(
            "No NPDB response with reports is attached to a query of a practitioner on this agenda, so there is no insert. "
            "Nothing was written. Attach the response to the NPDB query first."
        )


def _next_issue(found: Meeting, edition: str) -> int:
    whose = (IssuedPacket.meeting == found) & (IssuedPacket.edition == edition)
    return 1 + (IssuedPacket.select(fn.MAX(IssuedPacket.number)).where(whose).scalar() or 0)


def _numbered(issue: int, edition: str, readers: Sequence[Reader]) -> list[Copy]:
    if edition == ACTION_SHEET:
        return [Copy(issue, issue, reader.name, original=True, issue=issue) for reader in readers]
    return [Copy(number, len(readers), reader.name, issue=issue) for number, reader in enumerate(readers, 1)]


_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]')  # what no file's name may hold somewhere
_WAITING = ".part"
"""What a copy's name ends with until it is logged."""


def _print(
    press: Press,
    folder: Path,
    name: str,
    copies: Sequence[Copy],
    files: list[Path],
    progress: Progress,
) -> list[Bound]:
    bound = []
    for place, copy in enumerate(copies, 1):
        file = free(folder / f"{name}, {_copy_name(copy)}.pdf")
        files.append(file.with_name(f"{file.name}{_WAITING}"))
        bound.append(press.print(files[-1], copy, part_of(progress, place, len(copies) + 1)))
    return bound


def _copy_name(copy: Copy) -> str:
    """“copy 02 of 11 - Marsh”: a folder sorts them by number, and whoever hands them out sees whose each is."""
    width = len(str(copy.of))
    called = copy.called.lower().replace(f"copy {copy.number} of", f"copy {copy.number:0{width}} of")
    who = _UNFIT.sub(" ", masked(copy.reader.partition(",")[0])).strip(" .")[:40].strip()
    return f"{called} - {who}" if who else called.rstrip(".")


def _log(
    found: Meeting,
    made: packet.Packet,
    number: int,
    readers: Sequence[Reader],
    copies: Sequence[Copy],
    bound: Sequence[Bound],
) -> int:
    first = bound[0]
    kept = IssuedPacket.create(
        meeting=found,
        edition=made.edition.name,
        number=number,
        supplement=bool(made.supplements),
        made=made.made,
        pages=first.pages,
        seal=first.seal,
        manifest=first.manifest,
        sha256=first.content,
    )
    went_out = zip(readers, copies, bound, strict=True)
    rows = [(kept, copy.number, to.seat, to.name, each.sha256, each.shown, made.made) for to, copy, each in went_out]
    PacketCopy.insert_many(rows, fields=[PacketCopy.field(name) for name in _LOGGED]).execute()
    if made.edition.name == COMMITTEE and found.state == PLANNED:
        Meeting.update(state=ISSUED).where(Meeting.id == found.id).execute()
    return int(kept.id)


_LOGGED = ("packet", "number", "seat", "reader", "sha256", "shown", "out")


def _file_name(found: Meeting, edition: str, supplement: bool) -> str:
    """The beginning of each copy's name: “Credentials 2026-12-01, packet”."""
    name = _UNFIT.sub("-", masked(found.committee.short or found.committee.name))
    return f"{name} {found.held.isoformat()}, {_spoken(edition, supplement)}"


def _to_whom(copies: Sequence[Copy]) -> str:
    """“original no. 1 to Dr. Marsh”, “copy 1 to Dr. Ngo”, “issue 2, copies 1 to 9”."""
    first, last = copies[0], copies[-1]
    if first.original:
        return f"{first.called.lower()} to {first.reader}"
    issue = f"issue {first.issue}, " if first.issue > 1 else ""
    return f"{issue}{f'copies 1 to {last.number}' if len(copies) > 1 else f'copy 1 to {first.reader}'}"


def _spoken(edition: str, supplement: bool = False) -> str:
    if supplement:
        return "supplement to the packet"
    return {COMMITTEE: "packet", NPDB_INSERT: "NPDB insert"}.get(edition, edition.lower())


def _called(found: Meeting) -> str:
    return f"{found.committee.short or found.committee.name}, {texts.day(found.held)}"
