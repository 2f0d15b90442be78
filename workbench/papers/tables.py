"""Tables on paper: hairlines, headings in quiet ink that come again on every page, texts that wrap in their column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workbench.papers import fonts, ink
from workbench.papers.block import Block
from workbench.papers.blocks import ROOMY, Density, heading
from workbench.papers.collected import Collected
from workbench.papers.column_widths import fitted

WHOLE = 450.0
"""A row higher than this, in points, may break inside."""
PAD = 4.5
"""Air left and right of a cell, in points."""
SHORT = 5
"""A table of so many entries is not parted where it fits a page."""
AMPLE = 400.0
"""With so much room, in points, a table breaks between any two rows rather than to leave it empty."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    heading: str = ""
    share: float = 1.0
    """Its part of the width."""
    right: bool = False
    """Figures stand right."""
    wide: float = 0.0
    """Points, whatever stands in it: for days, which are never broken. Nought for its share of what the others leave."""


Cell = Any
"""A text, a text with its tone, or something drawn."""


def filled(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> tuple[list[Column], list[list[Cell]]]:
    """The columns in which something stands, and their cells: an edition leaves out what a column would have said."""
    kept = [place for place in range(len(columns)) if any(row[place] != "" for row in rows)]
    return [columns[place] for place in kept], [[row[place] for place in kept] for row in rows]


@dataclass(frozen=True)
class _Said:
    """A cell's text, broken into lines."""

    lines: tuple[str, ...]
    face: str
    tone: str
    right: bool


class Table(Block):
    """Rows of cells. It breaks between entries, a row and what goes on below it, and not before the second or the last one."""

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        density: Density = ROOMY,
        before: float = 2.0,
        lines: bool = True,
        title: str = "",
        fits: bool = False,
    ) -> None:
        """rows hold a cell for each column, or a single one that goes on below the row before; lines are hairlines between. title
        stands again over what goes on on the next page; columns that fit are as wide as their texts ask, and not by their shares."""
        super().__init__()
        self._columns, self._rows, self._density, self._lines = columns, rows, density, lines
        self.title, self._fits = title, fits
        self.runs_in, self._above = False, False
        self.before = before
        self._entries = [n for n, row in enumerate(rows) if n == 0 or len(row) == len(columns)]
        self.whole = len(self._entries) <= SHORT
        self._headed = any(column.heading for column in columns)
        self._wide = 0.0
        self._given: list[float] = []

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """As high as its rows; it may be higher than the page, then it is split."""
        if wide != self._wide:
            self._wide = wide
            self._widths = self._given or self._columns_in(wide)
            self._cells = [[self._cell(c, n, len(row) == 1) for n, c in enumerate(row)] for row in self._rows]
            air = self._density.row
            self._highs = [max(each[1] for each in row) + (air if len(row) > 1 else air * 0.6) for row in self._cells]
            self._top = self._headings_high()
        return wide, self._top + sum(self._highs)

    def _headings_high(self) -> float:
        """Of headings, in points; a title that runs in and is wider than the first column stands above them."""
        line = self._density.leading + self._density.row
        said = fonts.width(self.title, fonts.SEMIBOLD, self._density.size) if self.runs_in else 0.0
        self._above = said > self._widths[0] - PAD
        return (line if self._headed or self.runs_in else 0.0) + (self._density.leading if self._above else 0.0)

    def _columns_in(self, wide: float) -> list[float]:
        rest = wide - sum(column.wide for column in self._columns)
        total = sum(column.share for column in self._columns if not column.wide)
        shared = [column.wide or rest * column.share / total for column in self._columns]
        free = [place for place, column in enumerate(self._columns) if not column.wide]
        if self._fits and self._rows:
            rows = [row for row in self._rows if len(row) == len(self._columns)]
            texts = [[row[place] for row in rows] for place in free]
            named = [self._columns[place].heading for place in free]
            for place, width in zip(free, fitted(named, texts, self._density, 2 * PAD, rest), strict=True):
                shared[place] = width
        return shared

    def _cell(self, cell: Cell, place: int, alone: bool) -> tuple[Block | _Said | None, float]:
        wide = (self._wide if alone else self._widths[place]) - 2 * PAD
        if cell == "":
            return None, self._density.leading
        if isinstance(cell, Block):
            return cell, cell.wrap(wide, 9999)[1]
        words, tone = cell if isinstance(cell, tuple) else (cell, "")
        face = fonts.SEMIBOLD if tone in ("bad", "warn") else fonts.REGULAR
        broken = fonts.lines(words, face, self._density.size, wide)
        return _Said(broken, face, tone, self._columns[place].right), len(broken) * self._density.leading

    def split(self, wide: float, high: float) -> list[Block]:
        """What fits above, and the rest with the headings again. A row higher than any page breaks inside its cells."""
        self.wrap(wide, high)
        left, fitting = high - self._top, 0
        while fitting < len(self._rows) and self._highs[fitting] <= left + 0.01:
            left -= self._highs[fitting]
            fitting += 1
        if fitting < len(self._rows) and self._highs[fitting] > WHOLE:
            above, below = self._broken(fitting, left - self._density.row)
            rows = [*self._rows[:fitting], above] if above else [*self._rows[:fitting]]
            return self._parted(rows, [below, *self._rows[fitting + 1 :]]) if rows else []
        fitting = self._parting(fitting, high)
        return self._parted(self._rows[:fitting], self._rows[fitting:]) if 0 < fitting < len(self._rows) else []

    def _parting(self, fitting: int, high: float) -> int:
        """Before which row it breaks if so many fit: two entries stand above and below, unless one would else waste a page."""
        if fitting == len(self._rows):
            return fitting
        places = [place for place in self._entries[2:-1] if place <= fitting]
        if not places and high > AMPLE:
            places = [place for place in self._entries if 0 < place <= fitting] or [fitting]
        return places[-1] if places else 0

    def _parted(self, above: Sequence[Sequence[Cell]], below: Sequence[Sequence[Cell]]) -> list[Block]:
        again: list[Block] = [heading(f"{self.title}, continued", self._density)] if self.title else []
        first = self._part(above)
        first.runs_in = self.runs_in
        return [first, *again, self._part(below)]

    def _broken(self, place: int, high: float) -> tuple[list[Cell], list[Cell]]:
        """One row as two, as far as there is height; the first is empty if nothing fits."""
        above: list[Cell] = []
        below: list[Cell] = []
        widths = self._widths if len(self._cells[place]) > 1 else [self._wide]
        for (drawn, tall), wide in zip(self._cells[place], widths, strict=True):
            parts = [] if drawn is None else self._halves(drawn, tall, wide - 2 * PAD, high)
            if not parts and drawn is not None:
                return [], list(self._rows[place])
            above.append(parts[0] if parts else "")
            below.append(parts[1] if len(parts) > 1 else "")
        return above, below

    def _halves(self, drawn: Block | _Said, tall: float, wide: float, high: float) -> list[Cell]:
        if isinstance(drawn, Block):
            return [drawn] if tall <= high else drawn.split(wide, high)
        fitting = int(high // self._density.leading)
        parts = [drawn.lines] if tall <= high else [drawn.lines[:fitting], drawn.lines[fitting:]]
        return [("\n".join(part), drawn.tone) for part in parts] if all(parts) else []

    def _part(self, rows: Sequence[Sequence[Cell]]) -> "Table":
        part = Table(self._columns, rows, self._density, self.before, self._lines, self.title)
        part._given = self._widths
        return part

    def put(self, on: Collected, left: float, low: float) -> None:
        """Headings, then rows from the top, in the order in which they are read."""
        low += self.wrap(self._wide, 0)[1]
        if self._top:
            low -= self._top
            self._put_headings(on, left, low)
        for place, (row, high) in enumerate(zip(self._cells, self._highs, strict=True)):
            low -= high
            self._put_row(on, row, left, low, high)
            goes_on = place + 1 < len(self._cells) and place + 1 not in self._entries
            if self._lines and not goes_on:
                on.line(left, left + self._wide, low, ink.HAIR, 0.5)

    def _put_headings(self, on: Collected, left: float, low: float) -> None:
        on.line(left, left + self._wide, low, ink.LINE, 0.7)
        size = self._density.small
        base = low + self._density.row / 2 + self._density.leading * 0.26
        if self.runs_in:
            high = base + self._density.leading * self._above
            on.text(left, high, fonts.printable(self.title), fonts.SEMIBOLD, self._density.size)
        for place, (column, wide) in enumerate(zip(self._columns, self._widths, strict=True)):
            if self.runs_in and place == 0 and not self._above:
                left += wide
                continue
            said = fonts.cut(column.heading, fonts.MEDIUM, size, wide - PAD)
            at = left + wide - PAD - fonts.width(said, fonts.MEDIUM, size) if column.right else left + PAD
            on.text(at, base, said, fonts.MEDIUM, size, "quiet")
            left += wide

    def _put_row(
        self, on: Collected, row: Sequence[tuple[Block | _Said | None, float]], left: float, low: float, high: float
    ) -> None:
        top = low + high - (self._density.row / 2 if len(row) > 1 else 0)
        for (drawn, tall), wide in zip(row, self._widths, strict=False):
            if isinstance(drawn, _Said):
                self._put_said(on, drawn, left, wide, top)
            elif drawn is not None:
                drawn.put(on, left + PAD, top - tall)
            left += wide

    def _put_said(self, on: Collected, said: _Said, left: float, wide: float, top: float) -> None:
        size, leading = self._density.size, self._density.leading
        for place, line in enumerate(said.lines):
            at = left + wide - PAD - fonts.width(line, said.face, size) if said.right else left + PAD
            on.text(at, top - leading * (place + 0.74), line, said.face, size, said.tone)
