"""The frame of each page of a packet: hospital, committee, day; item and copy; seal, label, page x of y."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream
from reportlab.pdfgen.canvas import Canvas

from workbench.papers import fonts, frame
from workbench.papers.collected import Collected
from workbench.papers.frame import Running
from workbench.papers.leaves import Plan
from workbench.papers.packet import Packet
from workbench.records import texts


@dataclass(frozen=True)
class Copy:
    """A numbered copy and who reads it."""

    number: int
    of: int
    reader: str

    def __str__(self) -> str:
        return f"Copy {self.number} of {self.of}, {self.reader}"


def stamps(into: Pdf, packet: Packet, plan: Plan, seal: str, copy: Copy | None, issued: bool) -> Iterator[Any]:
    """A form XObject of the PDF for each leaf. What is the same on all of them is drawn once; the faces come from a canvas
    that has one page, which names them."""
    canvas = Canvas(written := io.BytesIO(), pagesize=frame.LETTER, invariant=1, pageCompression=0)
    who = "The single original" if packet.edition.boxes else str(copy) if copy else ""
    running = Running(
        f"{packet.hospital} · {packet.committee} · {packet.day}", "", _foot(packet, seal, issued), packet.edition.label
    )
    sizes = dict.fromkeys(leaf.size for leaf in plan.leaves)
    same = {size: frame.shared(canvas, running, size) for size in sizes}
    own = []
    for number, leaf in enumerate(plan.leaves, 1):
        own.append(frame.own(canvas, running.at(leaf.right), who, number, len(plan.leaves), leaf.size))
    if copy or packet.edition.boxes:
        own[0] += " " + _cover(canvas, None if packet.edition.boxes else copy)
    canvas.showPage()
    canvas.save()
    with Pdf.open(written) as named:
        faces = into.copy_foreign(named.make_indirect(named.pages[0].Resources.Font))
    frames = {size: _form(into, same[size], size, Dictionary(Font=faces)) for size in sizes}
    for leaf, code in zip(plan.leaves, own, strict=True):
        inner = Dictionary(Font=faces, XObject=Dictionary(Frame=frames[leaf.size]))
        yield _form(into, f"/Frame Do {code}", leaf.size, inner)


def _form(into: Pdf, code: str, size: tuple[float, float], resources: Any) -> Any:
    made = Stream(into, code.encode("latin-1"))
    made.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, *size]), Resources=resources)
    return into.make_indirect(made)


def _foot(packet: Packet, seal: str, issued: bool) -> str:
    return f"{packet.edition.name}, {texts.day(packet.made)} · {'sealed' if issued else 'not issued,'} {seal}"


def _cover(canvas: Canvas, copy: Copy | None) -> str:
    """The number and the reader, large, above the title."""
    top, on = frame.LETTER[1] - frame.ABOVE, Collected()
    on.text(
        frame.SIDE, top - 28, f"Copy {copy.number} of {copy.of}" if copy else "Original", fonts.SEMIBOLD, 15, "info"
    )
    if copy:
        reader = fonts.cut(copy.reader, fonts.REGULAR, 12, frame.room()[0])
        on.text(frame.SIDE, top - 46, reader, fonts.REGULAR, 12)
    return on.code(canvas)
