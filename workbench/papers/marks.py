"""Shapes on paper that are painted, never typed: the bar of training and work, a referee's marks, boxes to tick, page numbers."""

from collections.abc import Mapping, Sequence
from datetime import date

from workbench.papers import fonts, ink, shapes
from workbench.papers.block import Block
from workbench.papers.blocks import ROOMY, Density
from workbench.papers.collected import Collected
from workbench.rules.lanes import lanes
from workbench.rules.timeline import SCHOOL, TRAINING, WITHOUT, Gap, Span

TIME_OFF = "Time off"
"""All that paper says in the bar of a time without work of which the file tells."""


class Bar(Block):
    """Schools, training and work along the years; what overlaps stands in lanes, a gap is a dashed box.

    Where the file tells of a time off, the box says that and no more."""

    def __init__(self, spans: Sequence[Span], gaps: Sequence[Gap], until: date, density: Density = ROOMY) -> None:
        """Spans in the order of their beginnings."""
        super().__init__()
        self._lanes = lanes([each for each in spans if each.kind != WITHOUT])
        self._gaps, self._until, self._density = gaps, until, density
        self._start = min(each.start for lane in self._lanes for each in lane)
        self._tall = density.size * 1.75
        self.before = 4.0

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """A lane's height for each lane, and a line for the years."""
        self._wide = wide
        return wide, len(self._lanes) * (self._tall + 1.5) + self._density.leading

    def _x(self, day: date) -> float:
        return self._wide * (day - self._start).days / max((self._until - self._start).days, 1)

    def put(self, on: Collected, left: float, low: float) -> None:
        """Lanes from the top, then the gaps in the first, then the years below."""
        base = low + self.wrap(self._wide, 0)[1]
        for place, lane in enumerate(self._lanes):
            base -= self._tall + 1.5
            for span in lane:
                self._put_span(on, span, left, base)
            if place == 0:
                for gap in self._gaps:
                    self._put_gap(on, gap, left, base)
        self._put_years(on, left, low)

    def _put_span(self, on: Collected, span: Span, start: float, low: float) -> None:
        left, right = start + self._x(span.start), start + self._x(span.end)
        ground = ink.TEAL if span.kind == TRAINING else ink.TEAL_SOFT if span.kind != SCHOOL else ink.TEAL_PALE
        on.box(left + 0.4, low, max(right - left - 0.8, 0.8), self._tall, ground)
        size = self._density.small
        if right - left < 16:
            return
        words = span.title if span.kind != TRAINING else f"{span.detail}, {span.title}"
        said = fonts.cut(words, fonts.REGULAR, size, right - left - 7)
        if len(said) > 2:
            name = ink.WHITE if span.kind == TRAINING else ink.INK
            on.inked(left + 4, low + (self._tall - size) / 2 + size * 0.17, said, fonts.REGULAR, size, name)

    def _put_gap(self, on: Collected, gap: Gap, start: float, low: float) -> None:
        left, right = start + self._x(gap.start), start + self._x(gap.end)
        wide, high = max(right - left - 1.6, 1.2), self._tall - 0.8
        drawn = f"[2 1.6] 0 d {left + 0.8:.2f} {low + 0.4:.2f} {wide:.2f} {high:.2f} re"
        on.path(drawn, ink.RED if not gap.explained else ink.AMBER, 0.8)
        size = self._density.small
        said = fonts.cut(TIME_OFF, fonts.REGULAR, size, wide - 5) if gap.explained else ""
        base = low + (self._tall - size) / 2 + size * 0.17
        if said == TIME_OFF:
            on.inked(left + 4, base, said, fonts.REGULAR, size, ink.INK)
        elif said:  # no room for two words: whoever searches finds them, clear of those beside
            on.unseen(left, base, TIME_OFF, fonts.REGULAR, wide / fonts.width(TIME_OFF, fonts.REGULAR, 1) * 0.8)

    def _put_years(self, on: Collected, left: float, low: float) -> None:
        """The first and the last year, and such full fives between them as have room."""
        size = self._density.small
        base, year_wide = low + self._density.leading * 0.14, fonts.width("0000", fonts.REGULAR, size)
        taken = year_wide + 8
        on.text(left, base, str(self._start.year), fonts.REGULAR, size, "quiet")
        on.text(left + self._wide - year_wide, base, str(self._until.year), fonts.REGULAR, size, "quiet")
        for year in range(self._start.year // 5 * 5 + 5, self._until.year, 5):
            at = self._x(date(year, 1, 1))
            if taken + 6 < at < self._wide - taken - 6:
                on.text(left + at - year_wide / 2, base, str(year), fonts.REGULAR, size, "quiet")


class Marks(Block):
    """A grade of four as filled and empty dots; a dash for what was not answered, words for “could not say”."""

    def __init__(self, grade: int | None, density: Density = ROOMY) -> None:
        """grade: 4 to 1, 0 for could not say, None for no answer."""
        super().__init__()
        self._grade, self._density = grade, density

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """A line."""
        return wide, self._density.leading

    def put(self, on: Collected, left: float, low: float) -> None:
        """Four dots, or a word."""
        size, base = self._density.size, low + self._density.leading * 0.26
        if not self._grade:
            said = "open" if self._grade is None else "could not say"
            on.text(left, base, said, fonts.REGULAR, self._density.small, "quiet")
            return
        on.unseen(left, base, f"{self._grade} of 4", fonts.REGULAR, size)
        radius, name = size * 0.27, ink.INK if self._grade >= 3 else ink.RED
        for place in range(4):
            on.dot(left + radius + place * radius * 2.7, base + size * 0.34, radius, name, place < self._grade)


class Verdict(Block):
    """A word with the shape of its tone before it, so that a grey print keeps verdicts apart."""

    def __init__(self, word: str, tone: str, density: Density = ROOMY) -> None:
        """tone: good, warn, bad or quiet."""
        super().__init__()
        self._word, self._tone, self._density = word, tone, density

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """A line."""
        self._wide = wide
        return wide, self._density.leading

    def put(self, on: Collected, left: float, low: float) -> None:
        """The shape, then the word."""
        size, base = self._density.size, low + self._density.leading * 0.26
        beside = size * 1.2 if shapes.has_shape(self._tone) else 0.0
        on.shape(left, base, size * 0.78, self._tone)
        face = fonts.SEMIBOLD if self._tone in ("bad", "warn") else fonts.REGULAR
        on.text(left + beside, base, fonts.cut(self._word, face, size, self._wide - beside), face, size, self._tone)


class Boxes(Block):
    """Boxes to tick and a line to sign; only the original action sheet has them."""

    def __init__(self, words: Sequence[str], signed: str = "", density: Density = ROOMY) -> None:
        """signed is written small under the line; empty for no line."""
        super().__init__()
        self._words, self._signed, self._density = words, signed, density
        self.before = 7.5

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """A line, and the small words below."""
        self._wide = wide
        return wide, self._density.leading * (2.1 if self._signed else 1.0)

    def put(self, on: Collected, left: float, low: float) -> None:
        """Boxes from the left, then the line to the right edge."""
        size, right = self._density.size, left + self._wide
        base = low + self._density.leading * (1.1 if self._signed else 0.26)
        for word in self._words:
            on.path(f"{left:.2f} {base - 0.8:.2f} {size * 0.92:.2f} {size * 0.92:.2f} re", ink.INK, 0.7)
            on.text(left + size * 1.4, base, word, fonts.REGULAR, size)
            left += size * 1.4 + fonts.width(word, fonts.REGULAR, size) + 13
        if self._signed:
            left += 6 if self._words else 0
            on.line(left, right, base - 1, ink.LINE, 0.7)
            on.text(left, base - 1 - size, fonts.printable(self._signed), fonts.REGULAR, self._density.small, "quiet")


class PageOf(Block):
    """The number of the page on which something begins; it is known when the pages are drawn, not when they are laid out."""

    def __init__(self, key: str, pages: Mapping[str, int], density: Density = ROOMY, right: bool = True) -> None:
        """pages is filled before drawing."""
        super().__init__()
        self._key, self._pages, self._density, self._right = key, pages, density, right

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """A line."""
        self._wide = wide
        return wide, self._density.leading

    def put(self, on: Collected, left: float, low: float) -> None:
        """The number; nothing for what is not in the packet."""
        if self._key not in self._pages:
            return
        said, size = str(self._pages[self._key]), self._density.size
        at = left + self._wide - fonts.width(said, fonts.REGULAR, size) if self._right else left
        on.text(at, low + self._density.leading * 0.26, said, fonts.REGULAR, size)
        on.links.append((self._key, (left, low, left + self._wide, low + self._density.leading)))
