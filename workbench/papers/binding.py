"""Binding a packet: planned leaves become one PDF with bookmarks, every page in its frame, numbered copies, a seal."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Page, Pdf, Stream, String, settings

from workbench.errors import Progress, quiet
from workbench.papers import changed, findings, fonts, forms, leaves, own_copy, scans, seal, stamps
from workbench.papers.attachments import Attachment, LeftOut
from workbench.papers.leaves import Leaf, Plan
from workbench.papers.own_copy import Withheld
from workbench.papers.packet import Packet
from workbench.papers.scans import Scan
from workbench.papers.seal import Digests, PageSaid
from workbench.papers.stamps import Copy
from workbench.store.fetching import Ahead
from workbench.store.saving import save
from workbench.store.uncollected import uncollected

__all__ = ["Bound", "Copy", "Press", "bind"]
UNPACKED = 200
"""So many pages are put together between two calls of progress."""


@dataclass(frozen=True)
class Bound:
    """A packet that was written."""

    pages: int
    items: tuple[dict[str, Any], ...]
    """number, title, provider and page of each line of the agenda. Where it leads to a practitioner's profile, the title begins
    with the name, and page is where the profile begins; provider is null on all other lines."""
    placeholders: tuple[str, ...]
    """Scans that could not be printed, or not wholly: which, whose, on which page it is said, why."""
    sha256: str
    """Of the file of an issued copy; empty for one that is not issued."""
    shown: str
    """The digests of its pages, one after the other; empty likewise."""
    manifest: str
    seal: str
    """“7c1e-90b2”."""
    content: str
    """The hash of the manifest, of which the seal is the beginning."""
    left_out: tuple[LeftOut, ...]
    """Documents of a kind that is not known, which it does not print."""
    warnings: tuple[str, ...]
    """What whoever prints it should know, the gravest first, then in the order of the agenda; its scans among it."""


def bind(
    packet: Packet,
    to: Path | io.BytesIO,
    copy: Copy | None = None,
    progress: Progress = quiet,
    issue: int | None = None,
) -> Bound:
    """Write a packet as one PDF, whole or not at all. Raises WorkbenchError if it cannot be written; progress may cancel it."""
    with Press(packet, part_of(progress, 0, 2), issue) as press:
        return press.print(to, copy, progress=part_of(progress, 1, 2))


def part_of(progress: Progress, place: int, parts: int) -> Progress:
    """The progress of one of several equal parts, from 0."""

    def report(done: int, total: int) -> None:
        progress(round(1000 * (place + done / max(total, 1))), 1000 * parts)

    return report


class Press:
    """A packet made ready once, from which any number of copies are printed. Scans stay open, and in memory, until it closes."""

    def __init__(self, packet: Packet, progress: Progress = quiet, issue: int | None = None) -> None:
        """Reads the scans, lays everything out and puts it together. issue is the number under which it is issued, part of
        the seal, so that no two issues share one; without it this is a preview, and says so."""
        self._packet, self._progress, self._issue = packet, progress, issue
        fonts.ready()
        with uncollected():
            self._make_ready()

    def _make_ready(self) -> None:
        packet, issue = self._packet, self._issue
        self._pdf, self._total, self._done = Pdf.new(), len({each.sha256 for each in packet.attached}) + 4, 0
        self._read: dict[str, Scan] = {}
        with Ahead([each.sha256 for each in packet.attached], scans.MOST_BYTES) as self._ahead:
            self.plan: Plan = leaves.plan(packet, self._scan)
        self._step()
        self._put_together()
        self._step()
        self._digests = Digests()
        self.manifest = seal.manifest(_head(packet, issue, self.plan), [*self._said()])
        self.content = seal.hash_of(self.manifest)
        self._step(2)

    def __enter__(self) -> "Press":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._pdf.close()

    def print(self, to: Path | io.BytesIO, copy: Copy | None = None, progress: Progress = quiet) -> Bound:
        """Write one copy; that of a reader whose own file is in it withholds that file."""
        own = own_copy.withheld(self._packet, self.plan, copy.own) if copy and copy.own else None
        if own is not None:
            self._withhold(own)
        try:
            return self._write(to, copy, own.plan if own else self.plan, progress)
        finally:
            if own is not None:
                self._restore(own)

    def _write(self, to: Path | io.BytesIO, copy: Copy | None, plan: Plan, progress: Progress) -> Bound:
        self._stamp(copy, plan)
        if isinstance(to, Path):
            digest = save(to, lambda beside: self._save(beside, progress))
        else:
            self._pdf.save(to, **_HOW)
            digest = ""
            progress(100, 100)
        return Bound(
            pages=len(self.plan.leaves),
            items=tuple(self._items()),
            placeholders=self.plan.placeholders,
            sha256=digest,
            shown="".join(map(self._digests.of_page, self._pdf.pages)) if digest else "",
            manifest=self.manifest,
            seal=seal.short(self.content),
            content=self.content,
            left_out=self._packet.left_out,
            warnings=findings.sentences((*self._packet.findings, *self._of_scans())),
        )

    def _save(self, beside: Path, progress: Progress) -> str:
        self._pdf.save(beside, progress=lambda percent: progress(percent, 100), **_HOW)
        return seal.file_hash(beside) if self._issue is not None else ""

    def _scan(self, each: Attachment) -> Scan:
        if each.sha256 not in self._read:
            self._read[each.sha256] = read_into(self._pdf, self._ahead.fetch(each.sha256), each.file_name or each.title)
            self._step()
        return self._read[each.sha256]

    def _step(self, steps: int = 1) -> None:
        self._done += steps
        self._progress(self._done, self._total)

    def _items(self) -> Iterator[dict[str, Any]]:
        where, profiles = self.plan.where, {each.key for each in self._packet.profiles}
        for item in self._packet.items:
            page = where.get(item.leads_to) or where.get("agenda") or where.get("action sheet") or 1
            # A resignation of somebody who has no profile here is about nobody whose file is in the packet.
            whose = item.provider if item.leads_to in profiles else None
            yield {"number": item.number, "title": item.title, "provider": whose, "page": page}

    def _of_scans(self) -> Iterator[findings.Found]:
        places = {item.number: place for place, item in enumerate(self._packet.items)}
        for each in self.plan.notices:
            yield findings.OF_SCANS[each.how], places.get(each.item, 0), each.said

    def _put_together(self) -> None:
        self._contents = self._pdf.make_indirect(Stream(self._pdf, seal.SHOWN))
        self._bodies: list[Any] = []
        self._shown: list[Any] = []
        drawn = iter(forms.drawn(self._pdf, [(leaf.drawn, leaf.size) for leaf in self.plan.leaves if leaf.drawn]))
        for number, leaf in enumerate(self.plan.leaves):
            if leaf.form is None:
                leaf.form = next(drawn)
            self._bodies.append(leaf.form)
            self._add_page(leaf.form, leaf)
            if number % UNPACKED == 0:
                self._progress(self._done, self._total)
        self._link()
        self._bookmark(self.plan)

    def _said(self) -> Iterator[PageSaid]:
        for leaf, body in zip(self.plan.leaves, self._bodies, strict=True):
            yield PageSaid(leaf.what, leaf.right, "" if leaf.source else self._digests.of(body), leaf.source)

    def _add_page(self, body: Any, leaf: Leaf) -> None:
        shown = Dictionary(Body=body)
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, *leaf.size]),
            Resources=self._pdf.make_indirect(Dictionary(XObject=shown)),
            Contents=self._contents,
        )
        self._pdf.pages.append(Page(self._pdf.make_indirect(page)))
        self._shown.append(page.Resources.XObject)

    def _withhold(self, own: Withheld) -> None:
        """Other bodies, links and bookmarks for one copy; what they take the place of is not in its file."""
        drawn = forms.drawn(self._pdf, [(page, self.plan.leaves[place].size) for place, page in own.pages.items()])
        for place, form in zip(own.pages, drawn, strict=True):
            self._shown[place].Body = form
        for place, laid in own.pages.items():
            self._lead(place, laid.links)
        self._bookmark(own.plan)

    def _restore(self, own: Withheld) -> None:
        for place in own.pages:
            leaf = self.plan.leaves[place]
            self._shown[place].Body = self._bodies[place]
            self._lead(place, leaf.drawn.links if leaf.drawn else ())
        self._bookmark(self.plan)

    def _stamp(self, copy: Copy | None, plan: Plan) -> None:
        short, issued = seal.short(self.content), self._issue is not None
        made = stamps.stamps(self._pdf, self._packet, plan, short, copy, issued)
        for page, stamp in zip(self._shown, made, strict=True):
            page.Stamp = stamp
        title = f"{self._packet.committee}, {self._packet.day}"
        self._pdf.docinfo.Title = f"{title}, {self._packet.edition.name.lower()} edition"
        self._pdf.docinfo.Creator = "Medical Staff Workbench"
        self._pdf.docinfo.Subject = f"{self._packet.edition.label} · {short}{f' · copy {copy.number}' if copy else ''}"
        named = bytes.fromhex(seal.hash_of(f"{self.content} {copy} {issued}")[:32])
        self._pdf.trailer.ID = Array([String(named), String(named)])
        self._pdf.Root.Lang = "en-US"
        self._pdf.Root.PageMode = Name.UseOutlines
        self._pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)

    def _link(self) -> None:
        """Numbers of pages in contents, agenda and profiles lead to their page."""
        self._pages = [page.obj for page in self._pdf.pages]
        for place, leaf in enumerate(self.plan.leaves):
            self._lead(place, leaf.drawn.links if leaf.drawn else ())

    def _lead(self, place: int, links: Sequence[tuple[str, tuple[float, ...]]]) -> None:
        page, where = self._pages[place], self.plan.where
        led = [(key, box) for key, box in links if key in where]
        if led:
            page.Annots = Array([self._leading(box, self._pages[where[key] - 1]) for key, box in led])
        elif "/Annots" in page:
            del page.Annots

    def _leading(self, box: tuple[float, ...], target: Any) -> Any:
        corners = " ".join(f"{each:.2f}" for each in box)
        note = Object.parse(f"<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [{corners}] >>".encode())
        note.Dest = Array([target, Name.Fit])
        return self._pdf.make_indirect(note)

    def _bookmark(self, plan: Plan) -> None:
        with self._pdf.open_outline() as outline:
            outline.root.clear()
            levels: list[list] = [outline.root]
            for key, title, depth in plan.outline:
                made = OutlineItem(title, Array([self._pages[plan.where[key] - 1], Name.Fit]))
                made.is_closed = depth > 0
                depth = min(depth, len(levels) - 1)
                levels[depth].append(made)
                levels[depth + 1 :] = [made.children]


settings.set_flate_compression_level(1)  # half the time; a thousandth larger with scans, a fifteenth without
_HOW: dict[str, Any] = {
    "compress_streams": True,
    "static_id": True,
    "recompress_flate": False,
    "min_version": "1.7",
}


def read_into(pdf: Pdf, fetched: tuple[int, bytes | None] | None, file_name: str) -> Scan:
    """A document as it was fetched, read into a PDF; of what is too large only the size was."""
    size, content = fetched or (0, None)
    return scans.read(content, file_name, pdf, size)


def _head(packet: Packet, issue: int | None, plan: Plan) -> dict[str, Any]:
    return {
        # By these a later packet is compared with one that went out; a preview never is.
        "form": changed.form() if issue is not None else "",
        "made_of": changed.made_of(packet) if issue is not None else (),
        "agenda": changed.placed(packet, plan.where, issue) if issue is not None else (),
        "supplements": packet.supplements,
        "issue": "" if issue is None else str(issue),
        "hospital": packet.hospital,
        "committee": packet.committee,
        "held": packet.held.isoformat(),
        "edition": packet.edition.name,
        "made": packet.made.isoformat(),
    }
