"""The blocks papers are made of: headings, sentences, callouts, fields side by side. Tables lie in tables.py.

Every text is escaped: what an office typed is never read as markup. Rich text is made of the pieces here alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from xml.sax.saxutils import escape

from workbench.papers import fonts, ink
from workbench.papers.block import Block
from workbench.papers.collected import Collected
from workbench.papers.lines import Lines
from workbench.papers.runs import Runs, pieces


@dataclass(frozen=True)
class Density:
    """How close a page is set."""

    size: float
    """Of text, in points."""
    row: float
    """Air above and below a table's line, in points, together."""
    gap: float
    """Above a heading, in points."""
    spread: float = 1.36
    """From line to line, to the size of the text."""
    run_in: bool = False
    """Whether headings stand in the line of what they head, so that a page holds more."""

    @cached_property
    def leading(self) -> float:
        """From line to line, in points."""
        return round(self.size * self.spread, 2)

    @cached_property
    def small(self) -> float:
        """Of headings of columns and words in shapes, in points."""
        return max(SMALLEST, self.size * 0.94)


SMALLEST = 7.5
"""Points: nothing of a packet is set smaller, however close."""
ROOMY, PLAIN, CLOSE, TIGHT, DENSE = (
    Density(8.2, 6.8, 13.5),
    Density(7.8, 5.0, 10.5),
    Density(7.6, 3.8, 8.0, 1.32),
    Density(7.5, 3.0, 6.0, 1.24, run_in=True),
    Density(7.5, 2.1, 4.5, 1.19, run_in=True),
)
DENSITIES = (ROOMY, PLAIN, CLOSE, TIGHT, DENSE)


def plain(text: str) -> str:
    """A text as markup that says exactly this text; line breaks stay."""
    return "<br/>".join(escape(fonts.printable(line)) for line in text.split("\n"))


def strong(text: str) -> str:
    """Heavier."""
    return f"<b>{plain(text)}</b>"


def toned(text: str, tone: str) -> str:
    """In the ink of a tone; what is bad or to be looked at is heavier too, so that grey print shows it."""
    said = strong(text) if tone in ("bad", "warn") else plain(text)
    return f'<font color="{ink.TONES[tone]}">{said}</font>' if tone else said


def rich(
    markup: str,
    density: Density = ROOMY,
    before: float = 0.0,
    tone: str = "",
    face: str = fonts.REGULAR,
    scale: float = 1.0,
) -> Runs:
    """A paragraph of markup made by the functions above."""
    made = Runs(pieces(markup, face, ink.TONES[tone]), density.size * scale, density.leading * scale)
    made.before = before
    return made


class Words(Lines):
    """A text in one face and ink, broken into lines: what most of a paper is, at a fraction of what markup costs."""

    def __init__(self, words: str, face: str, size: float, leading: float, name: str) -> None:
        """size and leading in points; name is the ink."""
        super().__init__(size, leading)
        self._words, self._face, self._name = words, face, name

    def _broken(self, wide: float) -> Sequence[str]:
        return fonts.lines(self._words, self._face, self._size, wide)

    def _part(self, lines: Sequence[str]) -> "Words":
        return Words("\n".join(lines), self._face, self._size, self._leading, self._name)

    def put(self, on: Collected, left: float, low: float) -> None:
        """Line by line."""
        for base, line in self._placed(low):
            on.inked(left, base, line, self._face, self._size, self._name)


def text(
    words: str,
    density: Density = ROOMY,
    before: float = 0.0,
    tone: str = "",
    face: str = fonts.REGULAR,
    scale: float = 1.0,
) -> Words:
    """A paragraph that says just this."""
    made = Words(words, face, density.size * scale, density.leading * scale, ink.TONES[tone])
    made.before = before
    return made


def heading(words: str, density: Density = ROOMY) -> Words:
    """The heading of a part of a page; it stays with what follows."""
    made = text(words, density, density.gap, face=fonts.SEMIBOLD, scale=1.12)
    made.stays = True
    return made


def title(words: str, size: float = 17.0) -> Words:
    """The title of a page."""
    fonts.ready()
    made = Words(words, fonts.SEMIBOLD, size, size * 1.25, ink.INK)
    made.stays = True
    return made


class Space(Block):
    """Nothing, so high."""

    def __init__(self, high: float) -> None:
        """high in points."""
        super().__init__()
        self.high = high

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """As high as it was made."""
        return wide, self.high

    def put(self, on: Collected, left: float, low: float) -> None:
        """Nothing."""


class Callout(Block):
    """A framed remark in a tone."""

    def __init__(self, markup: str, tone: str, density: Density = ROOMY, before: float = 8.0) -> None:
        """markup is made by plain(), strong() and toned()."""
        super().__init__()
        self._said: Block = rich(markup, density)
        self._tone, self.before = tone, before
        self._air = density.row * 0.6 + 2.4

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """As high as its text and some air."""
        self._wide = wide
        self._high = self._said.wrap(wide - 16, high)[1] + 2 * self._air
        return wide, self._high

    def split(self, wide: float, high: float) -> list[Block]:
        """A long one goes on over the page, each part framed."""
        parts = self._said.split(wide - 16, high - 2 * self._air)
        if len(parts) < 2:
            return []
        made: list[Block] = []
        for part in parts:
            other = Callout("", self._tone)
            other._said, other._air, other.before = part, self._air, self.before
            made.append(other)
        return made

    def put(self, on: Collected, left: float, low: float) -> None:
        """The frame, then the text."""
        on.path(_rounded(left, low, self._wide, self._high, 3), ink.TONES[self._tone], 0.8, ink.GROUNDS[self._tone])
        self._said.put(on, left + 8, low + self._air)


def _rounded(left: float, low: float, wide: float, high: float, round_: float) -> str:
    """A box with rounded corners as the path of a PDF, from the left end of its lower edge."""
    right, top, far = left + wide, low + high, round_ * 0.4477
    corners = (
        ((right - round_, low), (right - far, low, right, low + far, right, low + round_)),
        ((right, top - round_), (right, top - far, right - far, top, right - round_, top)),
        ((left + round_, top), (left + far, top, left, top - far, left, top - round_)),
        ((left, low + round_), (left, low + far, left + far, low, left + round_, low)),
    )
    drawn = [f"{x:.2f} {y:.2f} l {' '.join(f'{each:.2f}' for each in curve)} c" for (x, y), curve in corners]
    return f"{left + round_:.2f} {low:.2f} m {' '.join(drawn)} h"


class Beside(Block):
    """Blocks in columns beside each other; it never breaks over a page, so it holds short things."""

    def __init__(self, columns: Sequence[Sequence[Block]], shares: Sequence[float], air: float = 18.0) -> None:
        """shares: the columns' parts of the width; air between them in points."""
        super().__init__()
        self._columns, self._shares, self._air = columns, shares, air

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """As high as the highest column."""
        free = wide - self._air * (len(self._shares) - 1)
        self._widths = [free * share / sum(self._shares) for share in self._shares]
        self._highs = [
            [block.wrap(width, high)[1] + (block.before if place else 0) for place, block in enumerate(column)]
            for column, width in zip(self._columns, self._widths, strict=True)
        ]
        self._high = max(sum(column) for column in self._highs)
        self.before = max(column[0].before for column in self._columns)
        return wide, self._high

    def put(self, on: Collected, left: float, low: float) -> None:
        """Each column from its top."""
        for column, width, highs in zip(self._columns, self._widths, self._highs, strict=True):
            base = low + self._high
            for block, high in zip(column, highs, strict=True):
                base -= high
                block.put(on, left, base)
            left += width + self._air
