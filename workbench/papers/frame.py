"""The frame of a page: letter size, the running head and foot, and the room between them where everything else is drawn."""

from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from workbench.papers import fonts, ink

LETTER = (612.0, 792.0)
ACROSS = (792.0, 612.0)
"""Letter size, lying."""
SIDE = 40.5
"""Margin left and right, in points."""
HEAD, FOOT = 41.0, 36.0
"""Where the lines of head and foot lie, from the top and from the bottom edge."""
ABOVE, BELOW = 53.0, 47.0
"""Where the room for content begins and ends."""
LABEL = "CONFIDENTIAL PEER REVIEW"
SMALL = 7.3


@dataclass(frozen=True)
class Running:
    """What stands on every page."""

    left: str = ""
    """Above left: “Riverbend Medical Center · Credentials Committee · December 1, 2026”."""
    right: str = ""
    """Above right: “Item 3.3 · Copy 4 of 9, Dr. H. Marsh”."""
    foot: str = ""
    """Below left: when and as what it was printed."""
    label: str = LABEL
    """Below, in the middle."""

    def at(self, right: str) -> "Running":
        """The same with something else above right."""
        return replace(self, right=right)


def room(size: tuple[float, float] = LETTER) -> tuple[float, float]:
    """Width and height of the room for content, in points."""
    return size[0] - 2 * SIDE, size[1] - ABOVE - BELOW


def draw(canvas: Canvas, running: Running, page: int, pages: int, size: tuple[float, float] = LETTER) -> None:
    """The head and the foot of one page; “Page 3 of 12” is part of it."""
    fonts.ready()
    wide, high = size
    top, right = high - HEAD, wide - SIDE
    canvas.setLineWidth(0.6)
    canvas.setStrokeColor(ink.LINE)
    canvas.line(SIDE, top, right, top)
    canvas.line(SIDE, FOOT, right, FOOT)
    canvas.setFillColor(ink.QUIET)
    canvas.setFont(fonts.REGULAR, SMALL)
    beside = fonts.cut(running.right, fonts.REGULAR, SMALL, (right - SIDE) * 0.6)
    left_room = right - SIDE - fonts.width(beside, fonts.REGULAR, SMALL) - 12
    canvas.drawString(SIDE, top + 6.5, fonts.cut(running.left, fonts.REGULAR, SMALL, left_room))
    canvas.drawRightString(right, top + 6.5, beside)
    base = FOOT - 12
    middle = fonts.width(running.label, fonts.BOLD, SMALL) / 2
    canvas.drawString(SIDE, base, fonts.cut(running.foot, fonts.REGULAR, SMALL, wide / 2 - SIDE - middle - 8))
    canvas.drawRightString(right, base, f"Page {page} of {pages}")
    canvas.setFont(fonts.BOLD, SMALL)
    canvas.setFillColor(ink.RED)
    canvas.drawCentredString(wide / 2, base, running.label)
