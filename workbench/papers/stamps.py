"""The frame of each page of a packet: hospital, committee, day; item and copy; seal, label, page x of y."""

import io
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from workbench.papers import fonts, frame, ink
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


def drawn(packet: Packet, plan: Plan, seal: str, copy: Copy | None, issued: bool) -> io.BytesIO:
    """A PDF of frames alone, one for each leaf."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=frame.LETTER, invariant=1, pageCompression=1)
    who = "The single original" if packet.edition.boxes else str(copy) if copy else ""
    running = Running(
        left=f"{packet.hospital} · {packet.committee} · {packet.day}",
        foot=_foot(packet, seal, issued),
        label=packet.edition.label,
    )
    for number, leaf in enumerate(plan.leaves, 1):
        canvas.setPageSize(leaf.size)
        right = " · ".join(part for part in (leaf.right, who) if part)
        frame.draw(canvas, running.at(right), number, len(plan.leaves), leaf.size)
        if number == 1 and (copy or packet.edition.boxes):
            _cover(canvas, copy, packet)
        canvas.showPage()
    canvas.save()
    return written


def _foot(packet: Packet, seal: str, issued: bool) -> str:
    return f"{packet.edition.name}, {texts.day(packet.made)} · {'sealed' if issued else 'not issued,'} {seal}"


def _cover(canvas: Canvas, copy: Copy | None, packet: Packet) -> None:
    """The number and the reader, large, above the title."""
    top = frame.LETTER[1] - frame.ABOVE
    canvas.setFillColor(ink.TEAL)
    canvas.setFont(fonts.SEMIBOLD, 15)
    if packet.edition.boxes or copy is None:
        canvas.drawString(frame.SIDE, top - 28, "Original")
        return
    canvas.drawString(frame.SIDE, top - 28, f"Copy {copy.number} of {copy.of}")
    canvas.setFillColor(ink.INK)
    canvas.setFont(fonts.REGULAR, 12)
    canvas.drawString(frame.SIDE, top - 46, fonts.cut(copy.reader, fonts.REGULAR, 12, frame.room()[0]))
