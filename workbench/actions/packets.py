"""Packets: previewed, issued as numbered copies that are logged out and in, and any copy checked against the office."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from peewee import ModelSelect, fn

from workbench.errors import Progress, WorkbenchError, quiet
from workbench.papers import binding, own_copy, packet
from workbench.papers.binding import Bound, Copy, Press, part_of
from workbench.papers.editions import ACTION_SHEET, COMMITTEE, NPDB_INSERT
from workbench.records import texts
from workbench.records.meeting import IssuedPacket, Meeting, PacketCopy
from workbench.rules import quorum
from workbench.store import history, undoing
from workbench.store.saving import free, moved


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
    written = io.BytesIO()
    bound = binding.bind(packet.packet_of(meeting, today, edition), written, progress=progress)
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
) -> Issued:
    """Write a numbered copy for each reader into a folder, keep the seal and log every copy out, as one step.

    The action sheet is a single original: it goes to one reader, and not again while it is out. Numbers run on from issue to
    issue and are never given twice, whatever was undone: undo recalls what went out. Raises WorkbenchError; then no file is
    left and nothing is logged. Only where a file cannot be put in its place after it was logged, what went out is recalled."""
    found = Meeting.get_by_id(meeting)
    _refuse(found, readers, edition)
    made = packet.packet_of(meeting, today, edition)
    _refuse_empty(made, edition)
    copies = own_copy.addressed(_numbered(found, edition, readers), readers, made)
    files: list[Path] = []
    try:
        with Press(made, part_of(progress, 0, len(readers) + 1), _next_issue(found, edition)) as press:
            bound = _print(press, folder, found, edition, copies, files, progress)
        # Logged before it lies in its place: whatever happens in between, no paper is out that nobody knows of.
        with history.step(f"Issue {_spoken(edition)} of {_called(found)}, {_to_whom(copies)}") as step:
            kept = _log(found, edition, today, readers, copies, bound)
    except BaseException:
        _clear(files)
        raise
    return Issued(kept, bound[0], _in_place(files, step))


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


def log_back(copies: Sequence[int], on: date) -> int:
    """Log copies as returned or destroyed on a day, as one step; how many were still out. Raises WorkbenchError for a day
    before one of them went out."""
    out = list(PacketCopy.select().where(PacketCopy.id.in_(list(copies)) & PacketCopy.back.is_null()))
    if early := next((each for each in out if each.out and on < each.out), None):
        raise WorkbenchError(
            f"{early.reader} got copy {early.number} on {texts.day(early.out)}, after {texts.day(on)}. Nothing was logged. "
            "Choose the day on which it came back."
        )
    if out:
        meeting = out[0].packet.meeting
        with history.step(f"Log {_copies(len(out))} of {_called(meeting)} in"):
            for each in out:
                each.back = on
                each.save()
    return len(out)


def log_out(copies: Sequence[int], on: date) -> int:
    """Log copies as handed out again, as one step; how many were in. Raises WorkbenchError for a day before one of them came
    back, for a copy that was recalled, and for an action sheet while another original is out."""
    back = list(PacketCopy.select().where(PacketCopy.id.in_(list(copies)) & PacketCopy.back.is_null(False)))
    if early := next((each for each in back if on < each.back), None):
        raise WorkbenchError(
            f"Copy {early.number} of {early.reader} came back on {texts.day(early.back)}, after {texts.day(on)}. "
            "Nothing was logged. Choose the day on which it went out again."
        )
    if void := next((each for each in back if each.recalled), None):
        raise WorkbenchError(
            f"Copy {void.number} of {void.reader} was recalled on {texts.day(void.recalled)}. Nothing was logged. "
            "Issue a new one."
        )
    for each in back:
        if each.packet.edition == ACTION_SHEET:
            _refuse_second(each.packet.meeting)
    if back:
        meeting = back[0].packet.meeting
        with history.step(f"Log {_copies(len(back))} of {_called(meeting)} out"):
            for each in back:
                each.out, each.back = on, None
                each.save()
    return len(back)


def _refuse(found: Meeting, readers: Sequence[Reader], edition: str) -> None:
    if not readers:
        raise WorkbenchError("There is nobody to give a copy to. Nothing was written. Choose who reads it.")
    if found.state == "Cancelled":
        raise WorkbenchError(
            f"The meeting of {texts.day(found.held)} is cancelled. Nothing was written. Choose another."
        )
    if edition != ACTION_SHEET:
        return
    if len(readers) > 1:
        raise WorkbenchError(
            "The action sheet is a single original. Nothing was written. Choose one person to hold it."
        )
    _refuse_second(found)


def _refuse_second(found: Meeting) -> None:
    out = _all_copies(found, ACTION_SHEET).where(PacketCopy.back.is_null() & PacketCopy.recalled.is_null())
    if held := out.first():
        raise WorkbenchError(
            f"The action sheet is out with {held.reader}, and there is only one original. Nothing was written or logged. "
            "Log it in first."
        )


def _refuse_empty(made: packet.Packet, edition: str) -> None:
    if edition == NPDB_INSERT and not made.attached:
        raise WorkbenchError(
            "No practitioner on this agenda has an NPDB response with reports on file, so there is no insert. "
            "Nothing was written. Attach the response to the NPDB query first."
        )


def _all_copies(found: Meeting, edition: str) -> ModelSelect:
    """Every copy of an edition that ever went out, recalled ones too: no undo takes one out of this."""
    whose = (IssuedPacket.meeting == found) & (IssuedPacket.edition == edition)
    return PacketCopy.select().join(IssuedPacket).where(whose)


def _next_issue(found: Meeting, edition: str) -> int:
    whose = (IssuedPacket.meeting == found) & (IssuedPacket.edition == edition)
    return 1 + (IssuedPacket.select(fn.MAX(IssuedPacket.number)).where(whose).scalar() or 0)


def _numbered(found: Meeting, edition: str, readers: Sequence[Reader]) -> list[Copy]:
    newest = _all_copies(found, edition).order_by(PacketCopy.number.desc()).first()
    given = newest.number if newest else 0
    last, original = given + len(readers), edition == ACTION_SHEET
    return [Copy(number, last, reader.name, original) for number, reader in enumerate(readers, given + 1)]


_WAITING = ".part"
"""What a copy's name ends with until it is logged."""


def _print(
    press: Press,
    folder: Path,
    found: Meeting,
    edition: str,
    copies: Sequence[Copy],
    files: list[Path],
    progress: Progress,
) -> list[Bound]:
    bound = []
    for place, copy in enumerate(copies, 1):
        file = free(folder / _file_name(found, edition, copy))
        files.append(file.with_name(f"{file.name}{_WAITING}"))
        bound.append(press.print(files[-1], copy, part_of(progress, place, len(copies) + 1)))
    return bound


def _log(
    found: Meeting,
    edition: str,
    today: date,
    readers: Sequence[Reader],
    copies: Sequence[Copy],
    bound: Sequence[Bound],
) -> int:
    first = bound[0]
    kept = IssuedPacket.create(
        meeting=found,
        edition=edition,
        number=_next_issue(found, edition),
        made=today,
        pages=first.pages,
        seal=first.seal,
        manifest=first.manifest,
        sha256=first.content,
    )
    for reader, copy, each in zip(readers, copies, bound, strict=True):
        _log_copy(kept, reader, copy, each)
    if edition == COMMITTEE and found.state == "Planned":
        Meeting.update(state="Packet issued").where(Meeting.id == found.id).execute()
    return int(kept.id)


def _log_copy(packet: IssuedPacket, reader: Reader, copy: Copy, bound: Bound) -> None:
    PacketCopy.create(
        packet=packet,
        number=copy.number,
        seat=reader.seat,
        reader=reader.name,
        sha256=bound.sha256,
        shown=bound.shown,
        out=packet.made,
    )


def _file_name(found: Meeting, edition: str, copy: Copy) -> str:
    name = re.sub(r'[\\/:*?"<>|]', "-", found.committee.short or found.committee.name)
    return f"{name} {found.held.isoformat()}, {_spoken(edition)}, {copy.called.lower().rstrip('.')}.pdf"


def _to_whom(copies: Sequence[Copy]) -> str:
    """“original no. 1 to Dr. Marsh”, “copy 4 to Dr. Ngo”, “copies 1 to 9”."""
    first, last = copies[0], copies[-1]
    if len(copies) > 1:
        return f"copies {first.number} to {last.number}"
    return f"{first.called.lower() if first.original else f'copy {first.number}'} to {first.reader}"


def _spoken(edition: str) -> str:
    return {COMMITTEE: "packet", NPDB_INSERT: "NPDB insert"}.get(edition, edition.lower())


def _copies(count: int) -> str:
    return "1 copy" if count == 1 else f"{count} copies"


def _called(found: Meeting) -> str:
    return f"{found.committee.short or found.committee.name}, {texts.day(found.held)}"
