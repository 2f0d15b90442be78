"""Laying blocks out on pages before anything is drawn, so that the number of pages is known when the first one is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from workbench.papers import fonts, frame
from workbench.papers.block import Block
from workbench.papers.collected import Collected
from workbench.papers.frame import Running
from workbench.papers.private import dotted

KEPT = 150.0
"""What is lower than this, in points, is not parted, unless a paper says otherwise: it goes to the next page whole."""


@dataclass
class Page:
    """One page laid out: each block with the height of its lower edge above the room's bottom, in points."""

    placed: list[tuple[Block, float]] = field(default_factory=list)
    links: list[tuple[str, tuple[float, float, float, float]]] = field(default_factory=list)
    """Boxes that lead to what has a key; known once the page is drawn."""

    def draw(self, canvas: Canvas) -> None:
        """Draw the blocks inside the room."""
        canvas.addLiteral(self.drawn(canvas))

    def drawn(self, canvas: Canvas) -> str:
        """The blocks as a PDF draws them; the canvas's document learns which faces and signs they need."""
        on = Collected()
        for block, low in self.placed:
            block.put(on, frame.SIDE, frame.BELOW + low)
        self.links = on.links
        return on.code(canvas)


def lay_out(blocks: Iterable[Block], size: tuple[float, float] = frame.LETTER, kept: float = KEPT) -> list[Page]:
    """The blocks on as few pages as they need. A block that stays is on the page of the one after it; what is whole, or lower than
    kept, in points, is not parted."""
    waiting = list(blocks)
    waiting.reverse()
    wide, high = frame.room(size)
    pages, left = [Page()], high
    while waiting:
        group = _together(waiting)
        needed = sum(block.wrap(wide, high)[1] + block.before for block in group)
        if needed <= left + 0.01:
            left = _place(group, pages[-1], wide, left)
            continue
        whole = pages[-1].placed and needed <= (high if group[-1].whole else kept)
        parts = [] if whole else group[-1].split(wide, left - needed + group[-1].wrap(wide, high)[1])
        if len(parts) > 1:
            left = _place([*group[:-1], parts[0]], pages[-1], wide, left)
            waiting.extend(reversed(parts[1:]))
        elif pages[-1].placed:
            waiting.extend(reversed(group))
        elif len(group) > 1:
            left = _place(group[:1], pages[-1], wide, left)
            waiting.extend(reversed(group[1:]))
            continue
        else:
            raise RuntimeError(f"{group[-1]!r} fits on no page")
        pages.append(Page())
        left = high
    return pages


def height(blocks: Iterable[Block], size: tuple[float, float] = frame.LETTER) -> float:
    """How high the blocks are one below the other, in points."""
    wide, high = frame.room(size)
    return sum(block.wrap(wide, high)[1] + block.before for block in blocks)


def _together(waiting: list[Block]) -> list[Block]:
    group = [waiting.pop()]
    while waiting and group[-1].stays:
        group.append(waiting.pop())
    return group


def _place(group: list[Block], page: Page, wide: float, left: float) -> float:
    for block in group:
        if page.placed:
            left -= block.before
        left -= block.wrap(wide, left)[1]
        page.placed.append((block, left))
    return left


def write(
    to: Path | IO[bytes],
    blocks: Iterable[Block],
    running: Running,
    title: str = "",
    size: tuple[float, float] = frame.LETTER,
) -> int:
    """A whole paper of its own: the blocks inside the frame, every page with its number; how many pages."""
    fonts.ready()
    pages = lay_out(blocks, size)
    canvas = Canvas(str(to) if isinstance(to, Path) else to, pagesize=size, invariant=1)
    canvas.setTitle(dotted(title))
    canvas.setCreator("Medical Staff Workbench")
    for number, page in enumerate(pages, 1):
        frame.draw(canvas, running, number, len(pages), size)
        page.draw(canvas)
        canvas.showPage()
    canvas.save()
    return len(pages)
