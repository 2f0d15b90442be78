"""The frame of a page: letter size, the running head and foot, and the room between them where everything else is drawn."""

from dataclasses import dataclass, replace
from functools import lru_cache

from reportlab.pdfgen.canvas import Canvas

from workbench.papers import fonts, ink
from workbench.papers.collected import Collected
from workbench.papers.editions import LABEL

LETTER = (612.0, 792.0)
ACROSS = (792.0, 612.0)
"""Letter size, lying."""
SIDE = 40.5
"""Margin left and right, in points."""
HEAD, FOOT = 41.0, 36.0
"""Where the lines of head and foot lie, from the top and from the bottom edge."""
ABOVE, BELOW = 53.0, 47.0
"""Where the room for content begins and ends."""
SMALL = 7.5
LEFT = 0.55
"""So much of the head may belong to what stands left."""


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
    on = Collected()
    _same(on, running, size)
    _own(on, running, "", page, pages, size)
    on.draw(canvas)


def shared(canvas: Canvas, running: Running, size: tuple[float, float]) -> str:
    """What is the same on all pages of a size, as a PDF draws it."""
    on = Collected()
    _same(on, running, size)
    return on.code(canvas)


def own(canvas: Canvas, running: Running, kept: str, page: int, pages: int, size: tuple[float, float] = LETTER) -> str:
    """What is of one page alone: the words above right, of which kept is never cut, and its number."""
    on = Collected()
    _own(on, running, kept, page, pages, size)
    return on.code(canvas)


def _same(on: Collected, running: Running, size: tuple[float, float]) -> None:
    fonts.ready()
    wide, high = size
    top, right = high - HEAD, wide - SIDE
    on.line(SIDE, right, top, ink.LINE, 0.6)
    on.line(SIDE, right, FOOT, ink.LINE, 0.6)
    middle = fonts.width(running.label, fonts.BOLD, SMALL) / 2
    left = fonts.cut(running.left, fonts.REGULAR, SMALL, (right - SIDE) * LEFT)
    foot = fonts.cut(running.foot, fonts.REGULAR, SMALL, wide / 2 - SIDE - middle - 8)
    on.text(SIDE, top + 6.5, left, fonts.REGULAR, SMALL, "quiet")
    on.text(SIDE, FOOT - 12, foot, fonts.REGULAR, SMALL, "quiet")
    on.text(wide / 2 - middle, FOOT - 12, running.label, fonts.BOLD, SMALL, "bad")


def _own(on: Collected, running: Running, kept: str, page: int, pages: int, size: tuple[float, float]) -> None:
    wide, high = size
    said = _right(running.left, running.right, kept, wide - 2 * SIDE)
    for words, base in ((said, high - HEAD + 6.5), (f"Page {page} of {pages}", FOOT - 12)):
        on.text(wide - SIDE - fonts.width(words, fonts.REGULAR, SMALL), base, words, fonts.REGULAR, SMALL, "quiet")


@lru_cache(256)
def _right(left: str, right: str, kept: str, across: float) -> str:
    """What stands above right beside what stands left, as far as there is room; many pages in turn say the same."""
    room = across - 12 - min(fonts.width(left, fonts.REGULAR, SMALL), across * LEFT)
    kept = f" · {fonts.printable(kept)}" if kept and right else fonts.printable(kept)
    return _shortened(right, room - fonts.width(kept, fonts.REGULAR, SMALL)) + kept


def _shortened(said: str, room: float) -> str:
    """As far as there is room; a number at the end, by which a license is told from another, is the last to go."""
    head, _, number = fonts.printable(said).rpartition(" ")
    tail = f" {number}"
    wide = fonts.width(tail, fonts.REGULAR, SMALL)
    if fonts.width(said, fonts.REGULAR, SMALL) <= room or not any(map(str.isdigit, number)) or wide > room / 2:
        return fonts.cut(said, fonts.REGULAR, SMALL, room)
    return fonts.cut(head, fonts.REGULAR, SMALL, room - wide) + tail
