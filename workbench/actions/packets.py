"""Packets: previewed, issued as numbered copies that are logged out and in, and any copy checked against the office."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.errors import Progress, WorkbenchError, quiet
from workbench.papers import binding, packet
from workbench.papers.binding import Bound, Copy, Press, part_of
from workbench.papers.editions import ACTION_SHEET, COMMITTEE, NPDB_INSERT
from workbench.records import texts
from workbench.records.meeting import IssuedPacket, Meeting, PacketCopy
from workbench.rules import quorum
from workbench.store import history
from workbench.store.replacing import free


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


def save(meeting: int, to: Path, today: date, edition: str = COMMITTEE, progress: Progress = quiet) -> Bound:
    """The packet as one file without number; it says that it is not issued. Nothing is logged."""
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

    The action sheet is a single original: it goes to one reader, and not again while it is out. Raises WorkbenchError; then no
    file is left and nothing is logged."""
    found = Meeting.get_by_id(meeting)
    _refuse(found, readers, edition)
    made = packet.packet_of(meeting, today, edition)
    if edition == NPDB_INSERT and not made.attached:
        raise WorkbenchError(
            "No practitioner on this agenda has an NPDB response with reports on file, so there is no insert. "
            "Nothing was written. Attach the response to the NPDB query first."
        )
    files: list[Path] = []
    try:
        with Press(made, part_of(progress, 0, len(readers) + 1)) as press:
            bound = _print(press, found, folder, readers, files, edition, progress)
        with history.step(f"Issue {_spoken(edition)} of {_called(found)}, {_copies(len(bound))}"):
            kept = _log(found, edition, today, bound[0], readers, bound)
    except BaseException:
        for file in files:
            file.unlink(missing_ok=True)
        raise
    return Issued(kept, bound[0], tuple(files))


def log_back(copies: Sequence[int], on: date) -> int:
    """Log copies as returned or destroyed on a day, as one step; how many were still out."""
    out = list(PacketCopy.select().where(PacketCopy.id.in_(list(copies)) & PacketCopy.back.is_null()))
    if out:
        meeting = out[0].packet.meeting
        with history.step(f"Log {_copies(len(out))} of {_called(meeting)} in"):
            for each in out:
                each.back = on
                each.save()
    return len(out)


def log_out(copies: Sequence[int], on: date) -> int:
    """Log copies as handed out again, as one step; how many were in."""
    back = list(PacketCopy.select().where(PacketCopy.id.in_(list(copies)) & PacketCopy.back.is_null(False)))
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
    out = (
        PacketCopy.select()
        .join(IssuedPacket)
        .where((IssuedPacket.meeting == found) & (IssuedPacket.edition == edition) & PacketCopy.back.is_null())
    )
    if held := out.first():
        raise WorkbenchError(
            f"The action sheet is out with {held.reader}, and there is only one original. Nothing was written. "
            "Log it in first."
        )


def _print(
    press: Press,
    found: Meeting,
    folder: Path,
    readers: Sequence[Reader],
    files: list[Path],
    edition: str,
    progress: Progress,
) -> list[Bound]:
    bound = []
    for number, reader in enumerate(readers, 1):
        file = free(folder / _file_name(found, edition, number, len(readers)))
        files.append(file)
        copy, part = Copy(number, len(readers), reader.name), part_of(progress, number, len(readers) + 1)
        bound.append(press.print(file, copy, issued=True, progress=part))
    return bound


def _log(
    found: Meeting, edition: str, today: date, first: Bound, readers: Sequence[Reader], bound: Sequence[Bound]
) -> int:
    kept = IssuedPacket.create(
        meeting=found,
        edition=edition,
        made=today,
        pages=first.pages,
        seal=first.seal,
        manifest=first.manifest,
        sha256=first.content,
    )
    for number, (reader, each) in enumerate(zip(readers, bound, strict=True), 1):
        PacketCopy.create(
            packet=kept, number=number, seat=reader.seat, reader=reader.name, sha256=each.sha256, shown=each.shown,
            out=today,
        )  # fmt: skip
    if edition == COMMITTEE and found.state == "Planned":
        Meeting.update(state="Packet issued").where(Meeting.id == found.id).execute()
    return int(kept.id)


def _file_name(found: Meeting, edition: str, number: int, of: int) -> str:
    name = re.sub(r'[\\/:*?"<>|]', "-", found.committee.short or found.committee.name)
    copy = "original" if edition == ACTION_SHEET else f"copy {number} of {of}"
    return f"{name} {found.held.isoformat()}, {_spoken(edition)}, {copy}.pdf"


def _spoken(edition: str) -> str:
    return {COMMITTEE: "packet", NPDB_INSERT: "NPDB insert"}.get(edition, edition.lower())


def _copies(count: int) -> str:
    return "1 copy" if count == 1 else f"{count} copies"


def _called(found: Meeting) -> str:
    return f"{found.committee.short or found.committee.name}, {texts.day(found.held)}"
