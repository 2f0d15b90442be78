"""The frame of each page of a packet: hospital, committee, day; item and copy; seal, label, page x of y."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pikepdf import Dictionary, Name, Pdf
from reportlab.pdfgen.canvas import Canvas

from workbench.papers import fonts, forms, frame, ink
from workbench.papers.collected import Collected
from workbench.papers.frame import Running
from workbench.papers.leaves import Plan
from workbench.papers.packet import Packet
from workbench.records import texts


@dataclass(frozen=True)
class Copy:
    """A numbered copy and who reads it, or the single original and who holds it."""

    number: int
    of: int
    reader: str
    original: bool = False
    issue: int = 1
    own: int | None = None
    """The practitioner of the packet who reads it: what it says of them is withheld."""

    @property
    def called(self) -> str:
        """“Copy 4 of 9”, “Issue 2, copy 4 of 9”, “Original no. 2”. Copies are counted within their issue: what stands on one
        is true of the paper that lies before its reader, and an issue's number never comes again."""
        if self.original:
            return f"Original no. {self.number}"
        return f"{f'Issue {self.issue}, copy' if self.issue > 1 else 'Copy'} {self.number} of {self.of}"

    def __str__(self) -> str:
        return f"{self.called}, {self.reader}"


def stamps(into: Pdf, packet: Packet, plan: Plan, seal: str, copy: Copy | None, issued: bool) -> Iterator[Any]:
    """A form XObject of the PDF for each leaf. What is the same on all of them is drawn once; the faces come from a canvas
    that has one page, which names them."""
    canvas, written = forms.canvas()
    stamp = "" if issued else packet.edition.stamp
    who = stamp or (str(copy) if copy else "")
    running = Running(
        f"{packet.hospital} · {packet.committee} · {packet.day}", "", _foot(packet, seal, issued), packet.edition.label
    )
    sizes = dict.fromkeys(leaf.size for leaf in plan.leaves)
    same = {size: frame.shared(canvas, running, size) for size in sizes}
    own = []
    for number, leaf in enumerate(plan.leaves, 1):
        own.append(frame.own(canvas, running.at(leaf.right), who, number, len(plan.leaves), leaf.size))
    if copy or stamp:
        own[0] += " " + _cover(canvas, copy, stamp)
    if stamp:
        across = {size: _across(canvas, stamp, size) for size in sizes}
        own = [f"{across[leaf.size]} {code}" for leaf, code in zip(plan.leaves, own, strict=True)]
    faces = forms.faces(canvas, written, into)
    frames = {size: forms.form(into, same[size], size, Dictionary(Font=faces)) for size in sizes}
    for leaf, code in zip(plan.leaves, own, strict=True):
        inner = Dictionary(Font=faces, XObject=Dictionary(Frame=frames[leaf.size]))
        if stamp:
            inner.ExtGState = Dictionary(Light=Dictionary(Type=Name.ExtGState, BM=Name.Multiply, ca=0.85))
        yield forms.form(into, f"/Frame Do {code}", leaf.size, inner)


def _foot(packet: Packet, seal: str, issued: bool) -> str:
    name = f"{packet.edition.name}{' supplement' if packet.supplements else ''}"
    return f"{name}, {texts.day(packet.made)} · {'sealed' if issued else 'not issued,'} {seal}"


def _across(canvas: Canvas, stamp: str, size: tuple[float, float]) -> str:
    """The stamp from corner to corner, above whatever stands on the page and light enough to read through."""
    wide, high = size
    long = math.hypot(wide, high)
    rise, run = high / long, wide / long
    points = min(64.0, 0.78 * long / fonts.width(stamp, fonts.BOLD, 1))
    on = Collected()
    on.inked(-fonts.width(stamp, fonts.BOLD, points) / 2, -points / 3, stamp, fonts.BOLD, points, ink.STAMP)
    turned = f"{run:.4f} {rise:.4f} {-rise:.4f} {run:.4f} {wide / 2:.2f} {high / 2:.2f} cm"
    return f"q /Light gs {turned} {on.code(canvas)} Q"


def _cover(canvas: Canvas, copy: Copy | None, stamp: str) -> str:
    """The number and the reader, large, above the title."""
    top, on = frame.LETTER[1] - frame.ABOVE, Collected()
    on.text(
        frame.SIDE, top - 28, stamp or (copy.called if copy else ""), fonts.SEMIBOLD, 15, "bad" if stamp else "info"
    )
    if copy and not stamp:
        reader = fonts.cut(copy.reader, fonts.REGULAR, 12, frame.room()[0])
        on.text(frame.SIDE, top - 46, reader, fonts.REGULAR, 12)
    return on.code(canvas)
