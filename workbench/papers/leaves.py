"""A packet planned leaf by leaf, before anything is bound: what each page holds, its size, what stands above it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from workbench.papers import blocks, flow, frame, front, profile_drawing
from workbench.papers.attachments import Attachment
from workbench.papers.block import Block
from workbench.papers.blocks import Density
from workbench.papers.flow import Page
from workbench.papers.packet import Packet
from workbench.papers.scans import Scan
from workbench.records import texts
from workbench.records.desk import IN_PART, NOT_AT_ALL, WHOLE
from workbench.records.meeting_words import CONSENT

Scans = Callable[[Attachment], Scan]
"""Reads a document."""


@dataclass
class Leaf:
    """One page: blocks to draw, or a page of a scan."""

    right: str
    """“Item 3.3”."""
    what: str
    """What the manifest calls it."""
    drawn: Page | None = None
    form: Any = None
    """The form XObject of a page of a scan."""
    whose: int | None = None
    """The practitioner whose file it is part of."""
    source: str = ""
    """The hash of a scan's content and the page of it: “ab12… 3”."""
    size: tuple[float, float] = frame.LETTER


@dataclass
class Notice:
    """What whoever prints a packet should know of one of its scans."""

    item: str
    page: int
    which: str
    how: str
    """What of it is printed, one of PRINTS."""
    why: str

    @property
    def placeholder(self) -> str:
        """“a.pdf (Morris, Kevin T., DO), page 12: It is protected by a password. …”."""
        return f"{self.which}, page {self.page}: {self.why}"

    @property
    def said(self) -> str:
        """The same, beginning with what becomes of it."""
        return f"{SAID[self.how]}: {self.placeholder}"


SAID = {NOT_AT_ALL: "Not printed", IN_PART: "Printed in part", WHOLE: "Printed"}


@dataclass
class Plan:
    """All leaves in order, and where everything begins."""

    leaves: list[Leaf] = field(default_factory=list)
    where: dict[str, int] = field(default_factory=dict)
    """The page of each key, from 1; filled while planning, read while drawing."""
    outline: list[tuple[str, str, int]] = field(default_factory=list)
    """Key, title and depth of each bookmark and line of the contents."""
    notices: list[Notice] = field(default_factory=list)
    """What does not print, or not as one would think."""

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Scans that are not printed, or not wholly, in sentences."""
        return tuple(each.placeholder for each in self.notices if each.how != WHOLE)

    def begin(self, key: str, title: str, depth: int = 0) -> None:
        """What follows is a part of the packet with a bookmark."""
        self.where[key] = len(self.leaves) + 1
        self.outline.append((key, title, depth))

    def draw(self, right: str, what: str, pages: Iterable[Page], whose: int | None = None) -> None:
        """Add pages of blocks."""
        self.leaves += [Leaf(right, what, drawn=page, whose=whose) for page in pages]


def plan(packet: Packet, scan_of: Scans) -> Plan:
    """Everything in its order. The scans are asked for behind the profiles, and the cover comes last, when its contents are known."""
    made = Plan()
    if packet.edition.sealed:
        _insert(packet, made, scan_of)
    elif packet.edition.boxes:
        _part(made, "action sheet", "Action sheet", front.action_sheet(packet))
        _part(made, "attendance", "Attendance", front.attendance(packet))
    else:
        _front(packet, made)
        _profiles(packet, made)
        _attached(packet, made, scan_of)
    _cover(packet, made)
    return made


def _part(made: Plan, key: str, title: str, drawn: Iterable[Block]) -> None:
    made.begin(key, title)
    made.draw("", title, flow.lay_out(drawn))


def _fewest(drawn: Callable[[Density], Iterable[Block]], densities: Iterable[Density]) -> list[Page]:
    """The pages as roomy as may be, but closer where that spares a page of a few lines."""
    best: list[Page] = []
    for density in densities:
        pages = flow.lay_out(drawn(density))
        if not best or len(pages) < len(best):
            best = pages
        if len(best) == 1:
            break
    return best


def _front(packet: Packet, made: Plan) -> None:
    for key, title, pages in front_parts(packet, made.where):
        made.begin(key, title)
        made.draw("", title, pages)
        if packet.minutes and key == packet.minutes[-1].key:
            made.where["minutes"] = made.where[key]
            made.where |= {"actions": made.where[key]} if packet.actions else {}


def front_parts(packet: Packet, where: front.Pages) -> Iterator[tuple[str, str, list[Page]]]:
    """What stands before the profiles: key, title, pages."""
    yield "agenda", "Agenda", _fewest(lambda density: front.agenda(packet, where, density), blocks.DENSITIES[:3])
    if packet.members or not packet.supplements:
        yield "attendance", "Attendance", flow.lay_out(front.attendance(packet))
    for said in packet.minutes:
        both = list(front.minutes(packet, said))
        both += front.actions(packet) if packet.actions and said is packet.minutes[-1] else ()
        yield said.key, said.title, flow.lay_out(both)
    if packet.actions and not packet.minutes:
        yield "actions", "Open action items", flow.lay_out(front.actions(packet))
    if packet.consent:
        yield "consent", CONSENT, flow.lay_out(front.consent(packet))


def _profiles(packet: Packet, made: Plan) -> None:
    held = f"{texts.MONTHS[packet.held.month - 1]} {packet.held.day}"
    if packet.profiles:
        made.begin("profiles", "Profiles")
    density = profile_drawing.OVER
    for profile in packet.profiles:
        made.begin(profile.key, f"{profile.item}  {profile.name}", 1)
        pages, density = profile_drawing.pages_of(profile, held, made.where, density)
        right = f"Item {profile.item} · {profile.name}"
        made.draw(right, f"Profile of {profile.name}", pages, profile.provider)


def _attached(packet: Packet, made: Plan, scan_of: Scans) -> None:
    if packet.attached:
        made.begin("attached", "Attachments and reports")
    whose = ""
    for each in packet.attached:
        if each.whose != whose:
            whose = each.whose
            made.begin(f"attached {each.item} {whose}", f"{each.item}  {whose}", 1)
        made.begin(each.key, each.title, 2)
        _scan(each, scan_of(each), made)


def _scan(each: Attachment, scan: Scan, made: Plan) -> None:
    title = each.title or each.file_name
    right = f"Item {each.item} · {each.whose} · {title}" if each.whose != title else f"Item {each.item} · {title}"
    first, why = len(made.leaves) + 1, scan.notice or scan.remark
    if scan.notice:
        made.draw(right, f"Notice about {title}", flow.lay_out(_notice(each, scan)), each.provider)
    if why:
        made.notices.append(Notice(each.item, first, f"{each.file_name or title} ({each.whose})", scan.how, why))
    for number, sheet in enumerate(scan.sheets, 1):
        size = frame.ACROSS if sheet.lies else frame.LETTER
        source = f"{each.sha256} {number}"
        made.leaves.append(Leaf(right, title, form=sheet.form, whose=each.provider, source=source, size=size))


def _notice(each: Attachment, scan: Scan) -> list[Block]:
    title = each.title or each.file_name
    after = "What can be printed of it follows." if scan.sheets else "Nothing of it is printed here."
    named = " · ".join(part for part in (each.file_name, each.dated and f"dated {each.dated}", each.whose) if part)
    return [
        blocks.title(title),
        blocks.text(named, tone="quiet"),
        blocks.Callout(f"{blocks.strong(scan.notice)} {blocks.plain(after)}", "warn", before=14),
    ]


def _insert(packet: Packet, made: Plan, scan_of: Scans) -> None:
    for each in packet.attached:
        made.begin(each.key, f"{each.item}  {each.whose}", 0)
        divider = [
            blocks.title(each.whose),
            blocks.text(each.title, tone="quiet"),
            blocks.Callout(
                blocks.plain(
                    "Sealed insert: the response of the National Practitioner Data Bank. Read it at the meeting; "
                )
                + blocks.plain("this numbered copy is collected afterwards and logged. It is never copied or sent."),
                "warn",
                before=14,
            ),
        ]
        made.draw(f"Item {each.item}", f"Divider of {each.whose}", flow.lay_out(divider), each.provider)
        _scan(each, scan_of(each), made)


def _cover(packet: Packet, made: Plan) -> None:
    """The cover's contents hold what is not deeper than the profiles; its length moves everything behind it."""
    shown = [line for line in made.outline if line[2] < 2]
    pages = _fewest(lambda density: front.cover(packet, shown, made.where, density), blocks.DENSITIES[1:4])
    for key in made.where:
        made.where[key] += len(pages)
    for notice in made.notices:
        notice.page += len(pages)
    made.leaves[:0] = [Leaf("", "Cover", drawn=page) for page in pages]
    made.where["cover"] = 1
    made.outline.insert(0, ("cover", "Cover", 0))
