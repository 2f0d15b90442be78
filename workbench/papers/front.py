"""What stands before the profiles: cover with legend and contents, agenda, attendance, minutes, open action items, consent."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from workbench.lists.agenda_parts import FOR_INFORMATION
from workbench.papers import blocks, fonts
from workbench.papers.block import Block
from workbench.papers.blocks import PLAIN, ROOMY, Callout, Density
from workbench.papers.marks import Boxes, PageOf
from workbench.papers.minutes_said import WITHOUT_OUTCOME, MinutesSaid
from workbench.papers.packet import Packet, PacketItem
from workbench.papers.tables import Column, Table, filled
from workbench.records.application import VIEWS
from workbench.records.meeting_words import CONSENT
from workbench.records.texts import clock

Pages = Mapping[str, int]
COPY_ROOM = 84.0
"""Left free on the cover for the number and reader of a copy, in points; whoever binds copies writes there."""
SIGNED = Density(8.2, 15.0, 13.5)
"""Rows in which one signs."""
NO_RESPONSE = "No NPDB response with reports is attached to a query of a practitioner on this agenda: there is nothing to enclose."
NO_LEGEND = "No confidentiality legend is set. Enter the statute text of your state, as counsel gave it, in Settings."


def cover(
    packet: Packet, contents: Sequence[tuple[str, str, int]], where: Pages, density: Density = PLAIN
) -> Iterator[Block]:
    """contents: key, title, depth of each line; they are set as close as density says."""
    yield blocks.Space(COPY_ROOM)
    yield blocks.text(packet.hospital, scale=1.35, tone="quiet")
    yield blocks.title(packet.committee, 26)
    minutes = f"{packet.length} minutes" if packet.length else ""
    yield blocks.text(f"{packet.held:%A}, {packet.day}", scale=1.5, before=6)
    yield blocks.text(
        " · ".join(part for part in (clock(packet.starts), minutes, packet.place) if part), scale=1.15, before=3
    )
    said = [f"Chair {packet.chair}" if packet.chair else "No chair is seated", packet.quorum]
    yield blocks.text(" · ".join(part for part in said if part), scale=1.15, before=3, tone="quiet")
    title = f"Supplement to issue {packet.supplements}" if packet.supplements else packet.edition.title
    if title:
        yield blocks.text(title, scale=1.5, before=12, tone="info", face=fonts.SEMIBOLD)
    yield blocks.Space(10)
    if packet.edition.legend:
        heading = f"{packet.edition.label.capitalize()}."
        legend = blocks.plain(packet.legend) if packet.legend else blocks.toned(NO_LEGEND, "bad")
        yield Callout(f"{blocks.strong(heading)} {legend}", "info" if packet.legend else "bad")
    if packet.notice:
        yield Callout(blocks.plain(packet.notice), "info")
    if packet.edition.left_out:
        yield Callout(blocks.plain(packet.edition.left_out), "warn")
    if packet.edition.sealed and not packet.attached:
        yield Callout(blocks.plain(NO_RESPONSE), "warn")
    yield from _contents(contents, where, density)


def _contents(contents: Sequence[tuple[str, str, int]], where: Pages, density: Density) -> Iterator[Block]:
    if contents:
        yield blocks.heading("Contents")
        columns = [Column("", 9), Column("", 0.8, right=True)]
        rows = [(_indented(title, depth, density), PageOf(key, where, density)) for key, title, depth in contents]
        yield Table(columns, rows, density, title="Contents")


def _indented(title: str, depth: int, density: Density) -> str | Block:
    return f"\u00a0\u00a0\u00a0\u00a0{title}" if depth else blocks.text(title, density, face=fonts.SEMIBOLD)


def agenda(packet: Packet, where: Pages, density: Density = ROOMY) -> Iterator[Block]:
    """Items with number, time and page; and what a reader must do about conflicts of interest."""
    yield blocks.title("Agenda")
    yield blocks.text(
        "Anyone with a conflict of interest in an item says so before it is called and leaves the room for it.",
        tone="quiet",
    )
    if not packet.parts:
        yield blocks.rich(blocks.toned("No item is on the agenda yet.", "warn"), before=6)
    for headed, alike in groupby(enumerate(packet.parts), lambda each: each[0] if each[1].headed else -1):
        parts = [part for _, part in alike]
        title = f"{parts[0].number}  {parts[0].name}" if headed >= 0 else ""
        if title:
            yield blocks.heading(title, density)
        first = parts[0] is packet.parts[0]
        items = [item for part in parts for item in part.items]
        yield _lines(items, title, where, density, headed=first, wide=bool(packet.supplements))


def _lines(items: Sequence[PacketItem], title: str, where: Pages, density: Density, headed: bool, wide: bool) -> Block:
    """wide is the column of pages that name their issue."""
    shares = {"": 0.7, "Item": 6.0, "Asked": 2.2, "Time": 1.1, "Page": 0.7}
    shares |= {"Item": 4.9, "Asked": 2.4, "Page": 1.4} if wide else {}
    columns = [Column(name if headed else "", share, name in ("Time", "Page")) for name, share in shares.items()]
    before = 0 if title else 2.0 if headed else density.gap
    return Table(columns, [_line(item, where, density) for item in items], density, before=before, title=title)


def _line(item: PacketItem, where: Pages, density: Density) -> tuple:
    said = blocks.strong(item.title) if not item.provider else blocks.plain(item.title)
    if item.detail:
        said += f' <font color="{blocks.ink.QUIET}">· {blocks.plain(item.detail)}</font>'
    asked = FOR_INFORMATION if item.information else item.asked
    page = PageOf(item.leads_to, where, density) if item.leads_to else ""
    page = f"issue {item.lies[0]}, {item.lies[1]}" if item.lies else page
    return item.number, blocks.rich(said, density), asked, clock(item.at) if item.minutes else "", page


def attendance(packet: Packet) -> Iterator[Block]:
    """Who sits on the committee; lines to sign on the action sheet alone."""
    yield blocks.title("Attendance")
    yield blocks.text(packet.quorum, tone="quiet")
    signed = packet.edition.boxes
    columns = [Column("Name", 3), Column("Role", 1.6), Column("Vote", 2.1), Column("Term ends", 1.4)]
    columns += [Column("Present", 0.9), Column("Signature", 3)] if signed else []
    rows: list[tuple] = []
    for each in packet.members:
        line: tuple = (each.name, each.role, each.votes, each.ends or "no end")
        rows.append((*line, Boxes([""]), "") if signed else line)
    if rows:
        yield Table(columns, rows, SIGNED if signed else ROOMY, before=6, title="Attendance")
    else:
        yield blocks.rich(blocks.toned("Nobody sits on this committee on that day.", "bad"), before=6)


def minutes(packet: Packet, said: MinutesSaid) -> Iterator[Block]:
    """A meeting before, for approval."""
    yield blocks.title(said.title)
    yield blocks.text("Draft, for approval at this meeting.", tone="quiet")
    for name, words in (("Present", said.present), ("Not present", said.absent), ("", said.times)):
        if words and (packet.edition.people or not name):
            markup = f"{blocks.strong(name + ':')} {blocks.plain(words)}" if name else blocks.plain(f"{words}.")
            yield blocks.rich(markup, before=3)
    if said.decided:
        columns = [Column("", 0.6), Column("Item", 3.2), Column("Outcome", 1.6), Column("Conclusion and reason", 4)]
        rows = [(each.number, each.title, each.outcome, each.said) for each in said.decided]
        yield Table(*filled(columns, rows), PLAIN, before=8, title=said.title)


def actions(packet: Packet) -> Iterator[Block]:
    """Open action items."""
    yield blocks.heading("Open action items")
    columns = [Column("What", 5), Column("Owner", 1.8), Column("Due", 1.3), Column("Raised", 1.3)]
    yield Table(columns, packet.actions, title="Open action items")


def consent(packet: Packet) -> Iterator[Block]:
    """The consent list, one line each; any member may ask for one to be discussed."""
    yield blocks.title(CONSENT)
    yield blocks.text("Voted on together. Any member may have an item taken off and discussed.", tone="quiet")
    columns = [
        Column("", 0.5),
        Column("Name", 2.4),
        Column("Asked for", 3.6),
        Column("Term", 2.6),
    ]
    rows: list[tuple] = [(each.number, each.name, each.asks, each.term) for each in packet.consent]
    if packet.edition.judgments:
        columns.append(Column("Chair", 1.2))
        rows = [(*row, each.chair) for row, each in zip(rows, packet.consent, strict=True)]
    yield Table(columns, rows, before=6, title=CONSENT)


def action_sheet(packet: Packet) -> Iterator[Block]:
    """A block to tick and sign for every item that is decided."""
    yield blocks.title("Action sheet")
    yield blocks.text("Only the numbered original is signed. It is kept in the office and never copied.", tone="quiet")
    for item in packet.items:
        if item.information or item.closed or item.section in WITHOUT_OUTCOME:
            continue
        asked = f" {blocks.toned(f'· {item.asked}', 'quiet')}" if item.asked else ""
        made = blocks.rich(f"{blocks.strong(f'{item.number}  {item.title}')}{asked}", before=9)
        made.stays = True
        yield made
        words = ("Approved", "With conditions", "Deferred", "Not approved") if not item.provider else VIEWS
        boxes = Boxes(words)
        boxes.stays = True
        yield boxes
        yield Boxes((), "Conditions, reason")
    yield blocks.Space(18)
    yield Boxes((), f"Chair{f', {packet.chair}' if packet.chair else ''}, and date")
