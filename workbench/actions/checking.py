"""Checking a copy of a packet against the office: is it one that was issued, and is it untouched?"""

from dataclasses import dataclass
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.papers import comparing, seal
from workbench.papers.scans import FAULTS
from workbench.records import texts
from workbench.records.meeting import IssuedPacket, PacketCopy

UNTOUCHED, RECALLED, CHANGED, UNKNOWN = "untouched", "recalled", "changed", "unknown"


@dataclass(frozen=True)
class Checked:
    """What is known about a file."""

    verdict: str
    """untouched: byte for byte a copy that was issued. recalled: the same, and it does not count any more. changed: made of
    an issued packet, and not the file that went out.
    unknown: this office did not issue it."""
    said: str
    copy: int | None = None
    packet: int | None = None
    pages: tuple[int, ...] = ()
    """The pages that are not as issued, where it was changed; empty if all of them still show the same."""


def check_copy(path: Path) -> Checked:
    """Check a PDF. Raises WorkbenchError if the file cannot be read."""
    try:
        digest = seal.file_hash(path)
    except OSError as error:
        raise WorkbenchError(
            f"“{path.name}” cannot be read. Nothing was changed. Check its name and folder."
        ) from error
    if copy := PacketCopy.get_or_none(PacketCopy.sha256 == digest):
        void = f"It was recalled on {texts.day(copy.recalled)} and does not count. " if copy.recalled else ""
        said = f"{_copy_said(copy)} {void}It is untouched."
        return Checked(RECALLED if void else UNTOUCHED, said, copy.id, copy.packet_id)
    return _compared(path)


def _copy_said(copy: PacketCopy) -> str:
    packet = copy.packet
    meeting = packet.meeting
    state = f"back since {texts.day(copy.back)}" if copy.back else "out"
    return (
        f"This is copy {copy.number} of the {packet.edition.lower()} edition for {meeting.committee.name}, "
        f"{texts.day(meeting.held)}, issued {texts.day(packet.made)} to {copy.reader} ({state}), seal {packet.seal}."
    )


def _compared(path: Path) -> Checked:
    """Page by page against the manifests of issued packets: the one of which most pages are there."""
    unknown = Checked(UNKNOWN, "This office did not issue this file, or every page of it was made anew.")
    try:
        found = seal.digests_in(path)
    except FAULTS:
        return Checked(UNKNOWN, "This is no PDF that can be read, and no copy that this office issued.")
    known = {each for each in found if each}
    best, pages = None, list[str]()
    for packet in IssuedPacket.select().order_by(IssuedPacket.id.desc()):
        if comparing.shares(packet.manifest, known):
            digests = comparing.digests_of(packet.manifest)
            if len(known & set(digests)) > len(known & set(pages)):
                best, pages = packet, digests
    if best is None:
        return unknown
    wrong = tuple(
        number
        for number in range(1, max(len(pages), len(found)) + 1)
        if number > len(pages) or number > len(found) or pages[number - 1] != found[number - 1]
    )
    return Checked(CHANGED, _changed_said(best, wrong, len(found)), None, best.id, wrong)


def _changed_said(packet: IssuedPacket, wrong: tuple[int, ...], count: int) -> str:
    made = (
        f"This file shows pages of the {packet.edition.lower()} edition for {packet.meeting.committee.name}, "
        f"{texts.day(packet.meeting.held)}, seal {packet.seal}, but it is not a file that was issued."
    )
    if not wrong:
        return f"{made} All {count:,} pages show what was sealed; what stands around them, or the file, was changed."
    few = ", ".join(f"{number}" for number in wrong[:12])
    return f"{made} Not as sealed: page{'' if len(wrong) == 1 else 's'} {few}{' and more' if len(wrong) > 12 else ''}."
