"""Binding a packet: planned leaves become one PDF with bookmarks, every page in its frame, numbered copies, a seal."""

import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, Stream
from reportlab.pdfgen.canvas import Canvas

from workbench.errors import Progress, quiet
from workbench.papers import fonts, frame, leaves, scans, seal, stamps
from workbench.papers.leaves import Leaf, Plan
from workbench.papers.packet import Packet
from workbench.papers.scans import Scan
from workbench.papers.seal import PageSaid
from workbench.papers.stamps import Copy
from workbench.store import blobs
from workbench.store.replacing import replaced

__all__ = ["Bound", "Copy", "Press", "bind"]
UNPACKED = 200
"""So many pages are put together between two calls of progress."""


@dataclass(frozen=True)
class Bound:
    """A packet that was written."""

    pages: int
    items: tuple[dict[str, Any], ...]
    """number, title, provider and page of each line of the agenda; for a practitioner the page where the profile begins."""
    placeholders: tuple[str, ...]
    """Scans that could not be printed, or not wholly: which, whose, on which page it is said, why."""
    sha256: str
    """Of the file."""
    manifest: str
    seal: str
    """“7c1e-90b2”."""
    content: str
    """The hash of the manifest, of which the seal is the beginning."""
    warnings: tuple[str, ...]


def bind(packet: Packet, to: Path | io.BytesIO, copy: Copy | None = None, progress: Progress = quiet) -> Bound:
    """Write a packet as one PDF, whole or not at all. Raises WorkbenchError if it cannot be written; progress may cancel it."""
    with Press(packet, part_of(progress, 0, 2)) as press:
        return press.print(to, copy, progress=part_of(progress, 1, 2))


def part_of(progress: Progress, place: int, parts: int) -> Progress:
    """The progress of one of several equal parts, from 0."""

    def report(done: int, total: int) -> None:
        progress(round(1000 * (place + done / max(total, 1))), 1000 * parts)

    return report


class Press:
    """A packet made ready once, from which any number of copies are printed. Scans stay open, and in memory, until it closes."""

    def __init__(self, packet: Packet, progress: Progress = quiet) -> None:
        """Reads the scans, lays everything out and puts it together."""
        self._packet, self._progress = packet, progress
        fonts.ready()
        wanted = {each.sha256 or each.key: each for each in packet.attached}
        self._total, self._done, self._scans = 2 * len(wanted) + 4, 0, {}
        for digest, each in wanted.items():
            self._scans[digest] = _read(digest if each.sha256 else "", each.file_name or each.title)
            self._step()
        self.plan: Plan = leaves.plan(packet, self._scans)
        self._step()
        self._pdf = Pdf.new()
        self._put_together()
        self._step()
        said = [
            PageSaid(leaf.what, leaf.right, seal.digest(body))
            for leaf, body in zip(self.plan.leaves, self._bodies, strict=True)
        ]
        self.manifest = seal.manifest(_head(packet), said)
        self.content = seal.hash_of(self.manifest)
        self._step()

    def __enter__(self) -> "Press":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._pdf.close()
        for scan in self._scans.values():
            if scan.kept is not None:
                scan.kept.close()

    def print(
        self, to: Path | io.BytesIO, copy: Copy | None = None, issued: bool = False, progress: Progress = quiet
    ) -> Bound:
        """Write one copy. issued is what the foot says: an unissued one is a preview."""
        self._stamp(copy, issued)
        if isinstance(to, Path):
            digest = replaced(to, lambda beside: self._save(beside, progress))
        else:
            self._pdf.save(to, **_HOW)
            digest = hashlib.sha256(to.getbuffer()).hexdigest()
            progress(100, 100)
        return Bound(
            pages=len(self.plan.leaves),
            items=tuple(self._items()),
            placeholders=self.plan.placeholders,
            sha256=digest,
            manifest=self.manifest,
            seal=seal.short(self.content),
            content=self.content,
            warnings=self._packet.warnings,
        )

    def _save(self, beside: Path, progress: Progress) -> str:
        self._pdf.save(beside, progress=lambda percent: progress(percent, 100), **_HOW)
        return seal.file_hash(beside)

    def _step(self, steps: int = 1) -> None:
        self._done += steps
        self._progress(self._done, self._total)

    def _items(self) -> Iterator[dict[str, Any]]:
        where = self.plan.where
        for item in self._packet.items:
            page = where.get(item.leads_to) or where.get("agenda") or where.get("action sheet") or 1
            yield {"number": item.number, "title": item.title, "provider": item.provider, "page": page}

    def _put_together(self) -> None:
        drawn = Pdf.open(_drawn(self.plan.leaves))
        pages = iter(drawn.pages)
        self._bodies = []
        for number, leaf in enumerate(self.plan.leaves):
            page = next(pages) if leaf.drawn is not None else leaf.scan
            form = self._pdf.copy_foreign(page.as_form_xobject())
            if leaf.drawn is None:
                form = self._placed(form, leaf)
            self._bodies.append(form)
            self._add_page(form, leaf)
            if number % UNPACKED == 0:
                self._progress(self._done, self._total)
        self._scans[""] = Scan(kept=drawn)
        self._step(len(self._packet.attached))
        self._link()
        self._bookmark()

    def _placed(self, form: Any, leaf: Leaf) -> Any:
        """A scan inside the frame: shrunk to the room, never blown up beyond its own size, in the middle."""
        wide, high = frame.room(leaf.size)
        shown = _placement(form, wide, high)
        outer = Stream(self._pdf, shown)
        outer.stream_dict = Dictionary(
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, *leaf.size]),
            Resources=Dictionary(XObject=Dictionary(Scan=form)),
        )
        return outer

    def _add_page(self, body: Any, leaf: Leaf) -> None:
        page = self._pdf.add_blank_page(page_size=leaf.size)
        page.Resources = Dictionary(XObject=Dictionary(Body=self._pdf.make_indirect(body)))
        page.Contents = Stream(self._pdf, seal.SHOWN)

    def _stamp(self, copy: Copy | None, issued: bool) -> None:
        short = seal.short(self.content)
        with Pdf.open(stamps.drawn(self._packet, self.plan, short, copy, issued)) as over:
            for page, stamp in zip(self._pdf.pages, over.pages, strict=True):
                page.Resources.XObject.Stamp = self._pdf.copy_foreign(stamp.as_form_xobject())
        title = f"{self._packet.committee}, {self._packet.day}"
        self._pdf.docinfo.Title = f"{title}, {self._packet.edition.name.lower()} edition"
        self._pdf.docinfo.Creator = "Medical Staff Workbench"
        self._pdf.docinfo.Subject = f"{self._packet.edition.label} · {short}{f' · copy {copy.number}' if copy else ''}"
        self._pdf.Root.Lang = "en-US"
        self._pdf.Root.PageMode = Name.UseOutlines
        self._pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)

    def _link(self) -> None:
        """Numbers of pages in contents, agenda and profiles lead to their page."""
        for number, leaf in enumerate(self.plan.leaves):
            for key, box in leaf.drawn.links if leaf.drawn else ():
                if key in self.plan.where:
                    self._add_link(self._pdf.pages[number], box, self._pdf.pages[self.plan.where[key] - 1])

    def _add_link(self, page: Any, box: tuple[float, ...], target: Any) -> None:
        note = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array(list(box)),
            Border=Array([0, 0, 0]),
            Dest=Array([target.obj, Name.Fit]),
        )
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(self._pdf.make_indirect(note))

    def _bookmark(self) -> None:
        with self._pdf.open_outline() as outline:
            levels: list[list] = [outline.root]
            for key, title, depth in self.plan.outline:
                made = OutlineItem(title, self.plan.where[key] - 1)
                made.is_closed = depth > 0
                depth = min(depth, len(levels) - 1)
                levels[depth].append(made)
                levels[depth + 1 :] = [made.children]


_HOW: dict[str, Any] = {
    "compress_streams": True,
    "deterministic_id": True,
    "recompress_flate": False,
    "min_version": "1.7",
}


def _read(digest: str, file_name: str) -> Scan:
    size = blobs.size(digest)
    return scans.read(
        blobs.fetch(digest) if size is not None and size <= scans.MOST_BYTES else None, file_name, size or 0
    )


def _head(packet: Packet) -> dict[str, str]:
    return {
        "hospital": packet.hospital,
        "committee": packet.committee,
        "held": packet.held.isoformat(),
        "edition": packet.edition.name,
        "made": packet.made.isoformat(),
    }


def _drawn(planned: Iterable[Leaf]) -> io.BytesIO:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=frame.LETTER, invariant=1, pageCompression=1)
    for leaf in planned:
        if leaf.drawn is not None:
            leaf.drawn.draw(canvas)
            canvas.showPage()
    canvas.save()
    return written


def _placement(form: Any, wide: float, high: float) -> bytes:
    """The content that draws a form in the middle of the room."""
    left, low, right, top = _corners(form)
    scale = min(1.0, wide / (right - left), high / (top - low))
    across = frame.SIDE + (wide - (right - left) * scale) / 2 - left * scale
    up = frame.BELOW + (high - (top - low) * scale) / 2 - low * scale
    return f"q {scale:.6f} 0 0 {scale:.6f} {across:.4f} {up:.4f} cm /Scan Do Q".encode()


def _corners(form: Any) -> tuple[float, float, float, float]:
    """Where a form's box lies once its own matrix has turned it."""
    a, b, c, d, e, f = (float(each) for each in form.get("/Matrix", [1, 0, 0, 1, 0, 0]))
    left, low, right, high = (float(each) for each in form.BBox)
    points = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (low, high)]
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)
