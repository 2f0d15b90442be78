"""Drawing a list: landscape, the headings on every page, columns as wide as what they hold, long texts wrapped.

Drawn straight onto the page rather than from blocks: a list of fifty thousand rows is half a million cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from workbench.errors import Progress, quiet
from workbench.papers import fonts, frame, ink, shapes
from workbench.papers.collected import Collected
from workbench.papers.frame import Running
from workbench.papers.list_widths import SHAPE, Measure, widths
from workbench.papers.listing import Listing, Row
from workbench.papers.private import dotted
from workbench.records.texts import day
from workbench.store.saving import save

PAD, AIR = 4.0, 4.6
"""Between columns, and above and below a row, in points."""
TITLE = 34.0
"""What the title takes from the first page, in points."""

Lines = tuple[str, ...]


@dataclass(frozen=True)
class _Set:
    """How this list is set: the size of its letters, and where its columns lie."""

    size: float
    widths: tuple[float, ...]

    @property
    def leading(self) -> float:
        return round(self.size * 1.32, 2)

    def height(self, lines: int) -> float:
        """Of a row of so many lines."""
        return lines * self.leading + AIR


@dataclass(frozen=True)
class _Placed:
    """A row, or a part of one higher than a page, with its cells wrapped."""

    cells: tuple[Lines, ...]
    tones: tuple[str, ...]
    lines: int
    ends: bool
    head: bool = False
    """It heads a group."""


def write(listing: Listing, to: Path, progress: Progress = quiet) -> int:
    """Write the list as a PDF, whole or not at all; how many pages."""
    return save(to, lambda beside: draw(listing, str(beside), progress))


def draw(listing: Listing, to: str | IO[bytes], progress: Progress = quiet, framed: bool = True) -> int:
    """Draw the list; how many pages. progress counts rows, the fetched ones and the drawn ones. Without a frame the pages are as
    large as the room within one: what stands in a packet has the packet's."""
    fonts.ready()
    measure = Measure()
    wide, high = frame.room(frame.ACROSS)
    size, columns = widths(listing, wide, measure)
    style = _Set(size, columns)
    rows = list(_all_placed(listing, style, measure, high, progress))
    pages = list(_pages(rows, style, high))
    canvas = Canvas(to, pagesize=frame.ACROSS if framed else (wide, high), invariant=1)
    canvas.setTitle(dotted(listing.title))
    canvas.setCreator("Medical Staff Workbench")
    left = " · ".join(part for part in (listing.hospital, listing.title) if part)
    running = Running(left, listing.said, f"Printed {day(listing.printed)} · {listing.count}", listing.label)
    for number, page in enumerate(pages, 1):
        progress(len(listing.rows) + len(listing.rows) * number // (len(pages) + 1), 2 * len(listing.rows))
        if framed:
            frame.draw(canvas, running, number, len(pages), frame.ACROSS)
        else:
            canvas.translate(-frame.SIDE, -frame.BELOW)
        _Sheet(listing, style, measure).draw(canvas, page, first=number == 1)
        canvas.showPage()
    canvas.save()
    progress(2 * len(listing.rows), 2 * len(listing.rows))
    return len(pages)


def _all_placed(listing: Listing, style: _Set, measure: Measure, high: float, progress: Progress) -> Iterator[_Placed]:
    """Every row, and before those that begin a group its heading."""
    heads = dict(listing.groups)
    for place, row in enumerate(_counted(listing.rows, progress)):
        if place in heads:
            yield _Placed(((heads[place],),), ("",), 1, True, head=True)
        yield from _placed(row, listing, style, measure, high)


def _counted(rows: Sequence[Row], progress: Progress) -> Iterator[Row]:
    for place, row in enumerate(rows):
        if place % 1000 == 0:
            progress(len(rows), 2 * len(rows))  # so that Cancel is heard
        yield row


def _placed(row: Row, listing: Listing, style: _Set, measure: Measure, high: float) -> Iterator[_Placed]:
    """A row with its texts wrapped; one that is higher than a page goes on over several."""
    cells = []
    for text, tone, column, width in zip(row.texts, row.tones, listing.columns, style.widths, strict=True):
        room = width - 2 * PAD - (style.size * SHAPE if column.pill and shapes.has_shape(tone) else 0)
        cells.append(measure.wrapped(text, _face(column.bold, column.pill, tone), style.size, room))
    most = int((high - TITLE - 2 * style.height(1)) // style.leading)
    lines = max((len(cell) for cell in cells), default=1)
    for start in range(0, max(lines, 1), most):
        part = tuple(cell[start : start + most] for cell in cells)
        taken = max(1, min(most, lines - start))
        yield _Placed(part, row.tones, taken, start + most >= lines)


def _pages(rows: Sequence[_Placed], style: _Set, high: float) -> Iterator[list[_Placed]]:
    head = style.height(1)
    page: list[_Placed] = []
    left = high - head - TITLE
    for row, following in zip(rows, [*rows[1:], None], strict=False):
        needed = style.height(row.lines)
        together = needed + (style.height(following.lines) if row.head and following else 0)
        if page and together > left:  # a heading stands with the row that it heads
            yield page
            page, left = [], high - head
        page.append(row)
        left -= needed
    yield page


def _face(bold: bool, pill: bool, tone: str) -> str:
    """Names and what is not well are heavier, so that a grey print shows them."""
    return fonts.SEMIBOLD if bold or (tone in ("bad", "warn") and not pill) else fonts.REGULAR


class _Sheet:
    """One page of a list being drawn."""

    def __init__(self, listing: Listing, style: _Set, measure: Measure) -> None:
        self._listing, self._style, self._measure = listing, style, measure
        self._ink = Collected()
        self._top = frame.ACROSS[1] - frame.ABOVE

    def draw(self, canvas: Canvas, page: Sequence[_Placed], first: bool) -> None:
        """The title on the first page, the headings, the rows."""
        if first:
            self._draw_title()
        self._draw_headings()
        if not page:
            said = "There is nothing on this list."
            self._ink.text(frame.SIDE + PAD, self._top - 18, said, fonts.REGULAR, 9, "quiet")
        for row in page:
            (self._draw_head if row.head else self._draw_row)(row)
        self._ink.draw(canvas)

    def _draw_title(self) -> None:
        wide, listing = frame.room(frame.ACROSS)[0], self._listing
        shown = fonts.cut(listing.title, fonts.SEMIBOLD, 14, wide)
        self._ink.text(frame.SIDE, self._top - 12, shown, fonts.SEMIBOLD, 14)
        empty = f"empty, and left out: {', '.join(listing.empty)}" if listing.empty else ""
        said = " · ".join(part for part in (listing.said, listing.count, day(listing.printed), empty) if part)
        shown = fonts.cut(said, fonts.REGULAR, 8, wide)
        self._ink.text(frame.SIDE, self._top - 24, shown, fonts.REGULAR, 8, "quiet")
        self._top -= TITLE

    def _draw_headings(self) -> None:
        size, left = self._style.size, frame.SIDE
        for column, width in zip(self._listing.columns, self._style.widths, strict=True):
            said = fonts.cut(column.heading, fonts.MEDIUM, size, width - 2 * PAD)
            self._put(said, left, self._top - AIR / 2 - size * 0.95, width, column.right, fonts.MEDIUM, "quiet")
            left += width
        self._top -= self._style.height(1)
        self._line(ink.LINE, 0.8)

    def _draw_head(self, row: _Placed) -> None:
        size, room = self._style.size, frame.ACROSS[0] - 2 * frame.SIDE - 2 * PAD
        shown = fonts.cut(row.cells[0][0], fonts.SEMIBOLD, size, room)
        self._ink.text(frame.SIDE + PAD, self._top - AIR / 2 - size * 0.95, shown, fonts.SEMIBOLD, size)
        self._top -= self._style.height(row.lines)
        self._line(ink.LINE, 0.8)

    def _draw_row(self, row: _Placed) -> None:
        size, left = self._style.size, frame.SIDE
        for column, cell, tone, width in zip(
            self._listing.columns, row.cells, row.tones, self._style.widths, strict=True
        ):
            base, shift = self._top - AIR / 2 - size * 0.95, 0.0
            if cell and column.pill and shapes.has_shape(tone):
                self._ink.shape(left + PAD, base - size * 0.04, size * 0.8, tone)
                shift = size * SHAPE
            face = _face(column.bold, column.pill, tone)
            for line in cell:
                self._put(line, left + shift, base, width - shift, column.right, face, tone)
                base -= self._style.leading
            left += width
        self._top -= self._style.height(row.lines)
        if row.ends:
            self._line(ink.HAIR, 0.4)

    def _put(self, text: str, left: float, base: float, width: float, right: bool, face: str, tone: str) -> None:
        size = self._style.size
        x = left + width - PAD - self._measure.width(text, face) * size if right else left + PAD
        self._ink.text(x, base, text, face, size, tone)

    def _line(self, color: str, width: float) -> None:
        self._ink.line(frame.SIDE, frame.ACROSS[0] - frame.SIDE, self._top, color, width)
