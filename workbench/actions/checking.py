"""Checking a copy of a packet against the office: is it one that was issued, is it untouched, and if not, where?"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.papers import seal
from workbench.papers.damage import FAULTS, weigh
from workbench.papers.seal import PageFound
from workbench.records import texts
from workbench.records.meeting import IssuedPacket, PacketCopy
from workbench.records.words import plural

UNTOUCHED, RECALLED, CHANGED, UNKNOWN = "untouched", "recalled", "changed", "unknown"
COMPARED = (
    "Compared with what was kept when it was issued: the content, fonts, pictures, size, turning and annotations of every page; "
    "not where links lead, nor bookmarks and properties."
)
FEW = 12


@dataclass(frozen=True)
class Checked:
    """What is known about a file."""

    verdict: str
    """untouched: byte for byte a copy that was issued. recalled: the same, and it does not count any more. changed: made of
    an issued packet, and not the file that went out.
    unknown: this office did not issue it."""
    said: str
    copy: int | None = None
    """The copy that it is, or that it was made of."""
    packet: int | None = None
    pages: tuple[int, ...] = ()
    """The pages that are not as they went out, where it was changed; empty if all of them are."""


def check_copy(path: Path) -> Checked:
    """Check a PDF. Raises WorkbenchError if the file cannot be read."""
    try:
        digest = seal.file_hash(path)
    except OSError as error:
        raise _unread(path) from error
    if copy := PacketCopy.get_or_none(PacketCopy.sha256 == digest):
        void = (
            f"It was recalled on {texts.day(copy.recalled)} and does not count{_why(copy)}. " if copy.recalled else ""
        )
        said = f"{_copy_said(copy)} {void}It is untouched, byte for byte."
        return Checked(RECALLED if void else UNTOUCHED, said, copy.id, copy.packet_id)
    return _compared(path)


def _unread(path: Path) -> WorkbenchError:
    return WorkbenchError(f"“{path.name}” cannot be read. Nothing was changed. Check its name and folder.")


def _why(copy: PacketCopy) -> str:
    why = " ".join(str(copy.packet.recalled_why).split()).rstrip(".")
    return f" ({why})" if why else ""


def _copy_said(copy: PacketCopy) -> str:
    packet = copy.packet
    meeting = packet.meeting
    state = f"back since {texts.day(copy.back)}" if copy.back else "recalled" if copy.recalled else "out"
    return (
        f"This is {copy.called} of the {packet.edition.lower()} edition for {meeting.committee.name}, "
        f"{texts.day(meeting.held)}, issued {texts.day(packet.made)} to {copy.reader} ({state}), seal {packet.seal}."
    )


def _compared(path: Path) -> Checked:
    """Page by page against the copies that were issued: the one of which most pages are there."""
    try:
        found, added = seal.pages_in(path)
    except OSError as error:
        raise _unread(path) from error
    except FAULTS as error:
        weigh(error)
        return Checked(UNKNOWN, "This is no PDF that can be read, and no copy that this office issued.")
    best = _likest(found)
    if best is None:
        return Checked(UNKNOWN, "This office did not issue this file, or every page of it was made anew.")
    kept = _pages(best.shown)
    if not any(each.digest in kept for each in found):
        return Checked(CHANGED, _none_said(best), None, best.packet_id, tuple(range(1, len(found) + 1)))
    wrong = tuple(
        number
        for number in range(1, max(len(kept), len(found)) + 1)
        if number > len(kept) or number > len(found) or kept[number - 1] != found[number - 1].digest
    )
    return Checked(CHANGED, _changed_said(best, wrong, found, added), best.id, best.packet_id, wrong)


def _likest(found: Sequence[PageFound]) -> PacketCopy | None:
    """The copy of which a file holds most pages; else one of a packet with the same beneath the frames."""
    digests, drawn = {each.digest for each in found} - {""}, {each.body for each in found} - {""}
    best, most = None, 0
    for copy in PacketCopy.select().order_by(PacketCopy.id.desc()):
        there = len(digests & set(_pages(copy.shown)))
        if there > most:
            best, most = copy, there
    if best is not None:
        return best
    for packet in IssuedPacket.select().order_by(IssuedPacket.id.desc()):
        if drawn & seal.bodies(packet.manifest):
            first: PacketCopy | None = packet.copies.order_by(PacketCopy.number).first()
            return first
    return None


def _pages(shown: str) -> list[str]:
    return [shown[place : place + seal.SIGNS] for place in range(0, len(shown), seal.SIGNS)]


def _edition_said(copy: PacketCopy) -> str:
    packet = copy.packet
    return (
        f"the {packet.edition.lower()} edition for {packet.meeting.committee.name}, {texts.day(packet.meeting.held)}, "
        f"seal {packet.seal}"
    )


def _none_said(copy: PacketCopy) -> str:
    return (
        f"This file holds content of {_edition_said(copy)}, but no page of it is as it went out: it is a preview, or every page "
        f"was changed. {COMPARED}"
    )


def _changed_said(copy: PacketCopy, wrong: Sequence[int], found: Sequence[PageFound], added: Sequence[str]) -> str:
    said = [
        f"This file holds pages of {copy.called} of {_edition_said(copy)}, issued to {copy.reader}, but it is not the file "
        "that was issued."
    ]
    if wrong:
        few = ", ".join(_page_said(number, found) for number in wrong[:FEW])
        more = " and more" if len(wrong) > FEW else ""
        said.append(f"Not as issued: {plural(len(wrong), 'page')} {few}{more}.")
    else:
        said.append(f"All {len(found):,} pages are as issued; the file around them was written anew.")
    if added:
        said.append(f"It has what no packet has, and what may change how it is shown: {', '.join(added)}.")
    return " ".join([*said, COMPARED])


def _page_said(number: int, found: Sequence[PageFound]) -> str:
    if number > len(found):
        return f"{number} (missing)"
    return f"{number} ({found[number - 1].unlike})" if found[number - 1].unlike else f"{number}"
