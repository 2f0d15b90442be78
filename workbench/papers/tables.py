"""Tables on paper: hairlines, headings in quiet ink that come again on every page, texts that wrap in their column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable, Paragraph

from workbench.papers import blocks, fonts, ink
from workbench.papers.blocks import ROOMY, Density

WHOLE = 600.0
"""A row higher than this, in points, may break inside."""
PAD = 4.5
"""Air left and right of a cell, in points."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    heading: str = ""
    share: float = 1.0
    """Its part of the width."""
    right: bool = False
    """Figures stand right."""


Cell = Any
"""A text, a text with its tone, or something drawn."""


class Table(Flowable):
    """Rows of cells. It breaks between rows."""

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        density: Density = ROOMY,
        before: float = 2.0,
        lines: bool = True,
    ) -> None:
        """rows hold a cell for each column, or a single one that goes on below the row before; lines are hairlines between."""
        super().__init__()
        self._columns, self._rows, self._density, self._lines = columns, rows, density, lines
        self.spaceBefore = before
        self._headed = any(column.heading for column in columns)
        self._wide = 0.0

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """As high as its rows; it may be higher than the page, then it is split."""
        if wide != self._wide:
            self._wide = wide
            total = sum(column.share for column in self._columns)
            self._widths = [wide * column.share / total for column in self._columns]
            self._cells = [[self._cell(c, n, len(row) == 1) for n, c in enumerate(row)] for row in self._rows]
            air = self._density.row
            self._highs = [max(each[1] for each in row) + (air if len(row) > 1 else air * 0.6) for row in self._cells]
            self._top = self._density.leading + self._density.row if self._headed else 0.0
        return wide, self._top + sum(self._highs)

    def _cell(self, cell: Cell, place: int, alone: bool) -> tuple[Flowable | None, float]:
        if cell == "":
            return None, self._density.leading
        if isinstance(cell, Flowable):
            drawn = cell
        else:
            said, tone = cell if isinstance(cell, tuple) else (cell, "")
            align = 2 if self._columns[place].right else 0
            markup = blocks.toned(said, tone) if tone in ("bad", "warn") else blocks.plain(said)
            drawn = Paragraph(markup, blocks.style(self._density, tone, align=align))
        return drawn, drawn.wrap((self._wide if alone else self._widths[place]) - 2 * PAD, 9999)[1]

    def split(self, wide: float, high: float) -> list[Flowable]:
        """What fits above, and the rest with the headings again. A row higher than any page breaks inside its cells."""
        self.wrap(wide, high)
        left, fitting = high - self._top, 0
        while fitting < len(self._rows) and self._highs[fitting] <= left + 0.01:
            left -= self._highs[fitting]
            fitting += 1
        if fitting < len(self._rows) and self._highs[fitting] > WHOLE:
            above, below = self._broken(fitting, left - self._density.row)
            rows = [*self._rows[:fitting], above] if above else [*self._rows[:fitting]]
            return [self._part(rows), self._part([below, *self._rows[fitting + 1 :]])] if rows else []
        if fitting == 0 or fitting == len(self._rows):
            return []
        return [self._part(self._rows[:fitting]), self._part(self._rows[fitting:])]

    def _broken(self, place: int, high: float) -> tuple[list[Cell], list[Cell]]:
        """One row as two, as far as there is height; the first is empty if nothing fits."""
        above: list[Cell] = []
        below: list[Cell] = []
        widths = self._widths if len(self._cells[place]) > 1 else [self._wide]
        for (drawn, tall), wide in zip(self._cells[place], widths, strict=True):
            parts = [drawn or ""] if tall <= high or drawn is None else drawn.split(wide - 2 * PAD, high)
            if not parts:
                return [], list(self._rows[place])
            above.append(parts[0])
            below.append(parts[1] if len(parts) > 1 else "")
        return above, below

    def _part(self, rows: Sequence[Sequence[Cell]]) -> "Table":
        return Table(self._columns, rows, self._density, self.spaceBefore, self._lines)

    def draw(self) -> None:
        """Headings, then rows from the top."""
        _, low = self.wrap(self._wide, 0)
        if self._headed:
            low -= self._top
            self._draw_headings(low)
        for place, (row, high) in enumerate(zip(self._cells, self._highs, strict=True)):
            low -= high
            self._draw_row(row, low, high)
            last = place == len(self._cells) - 1
            goes_on = not last and len(self._cells[place + 1]) == 1
            if (self._headed or (self._lines and not last)) and not goes_on:
                self._line(low, ink.HAIR, 0.5)

    def _draw_headings(self, low: float) -> None:
        size, left = self._density.size * 0.94, 0.0
        self.canv.setFont(fonts.MEDIUM, size)
        self.canv.setFillColor(ink.QUIET)
        base = low + self._density.row / 2 + self._density.leading * 0.26
        for column, wide in zip(self._columns, self._widths, strict=True):
            said = fonts.cut(column.heading, fonts.MEDIUM, size, wide - PAD)
            if column.right:
                self.canv.drawRightString(left + wide - PAD, base, said)
            else:
                self.canv.drawString(left + PAD, base, said)
            left += wide
        self._line(low, ink.LINE, 0.7)

    def _draw_row(self, row: Sequence[tuple[Flowable | None, float]], low: float, high: float) -> None:
        left = 0.0
        above = self._density.row / 2 if len(row) > 1 else 0
        for (drawn, tall), wide in zip(row, self._widths, strict=False):
            if drawn is not None:
                drawn.drawOn(self.canv, left + PAD, low + high - above - tall)
            left += wide

    def _line(self, low: float, color: str, width: float) -> None:
        self.canv.setStrokeColor(color)
        self.canv.setLineWidth(width)
        self.canv.line(0, low, self._wide, low)
