"""Shapes on paper that are painted, never typed: the bar of training and work, a referee's marks, boxes to tick, page numbers."""

from collections.abc import Mapping, Sequence
from datetime import date

from reportlab.platypus import Flowable

from workbench.papers import fonts, ink, shapes
from workbench.papers.blocks import ROOMY, Density
from workbench.papers.collected import Collected, color, signs
from workbench.rules.timeline import SCHOOL, TRAINING, WITHOUT, Gap, Span


class Bar(Flowable):
    """Schools, training and work along the years; what overlaps stands in a second lane, a gap is a dashed box."""

    LANES = 3

    def __init__(self, spans: Sequence[Span], gaps: Sequence[Gap], until: date, density: Density = ROOMY) -> None:
        """Spans in the order of their beginnings."""
        super().__init__()
        self._lanes = _lanes([each for each in spans if each.kind != WITHOUT], self.LANES)
        self._gaps, self._until, self._density = gaps, until, density
        self._start = min(each.start for lane in self._lanes for each in lane)
        self._tall = density.size * 1.75
        self.spaceBefore = 4.0

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """A lane's height for each lane, and a line for the years."""
        self._wide = wide
        return wide, len(self._lanes) * (self._tall + 1.5) + self._density.leading

    def _x(self, day: date) -> float:
        return self._wide * (day - self._start).days / max((self._until - self._start).days, 1)

    def draw(self) -> None:
        """Lanes from the top, then the gaps in the first, then the years below."""
        low = self.wrap(self._wide, 0)[1]
        for place, lane in enumerate(self._lanes):
            low -= self._tall + 1.5
            for span in lane:
                self._draw_span(span, low)
            if place == 0:
                for gap in self._gaps:
                    self._draw_gap(gap, low)
        self._draw_years()

    def _draw_span(self, span: Span, low: float) -> None:
        left, right = self._x(span.start), self._x(span.end)
        self.canv.setFillColor(
            ink.TEAL if span.kind == TRAINING else ink.TEAL_SOFT if span.kind != SCHOOL else ink.TEAL_PALE
        )
        self.canv.rect(left + 0.4, low, max(right - left - 0.8, 0.8), self._tall, stroke=0, fill=1)
        size = self._density.size * 0.88
        if right - left < 16:
            return
        words = span.title if span.kind != TRAINING else f"{span.detail}, {span.title}"
        said = fonts.cut(words, fonts.REGULAR, size, right - left - 7)
        self.canv.setFillColor(color(ink.WHITE if span.kind == TRAINING else ink.INK))
        self.canv.setFont(fonts.REGULAR, size)
        self.canv.drawString(left + 4, low + (self._tall - size) / 2 + size * 0.17, said if len(said) > 2 else "")

    def _draw_gap(self, gap: Gap, low: float) -> None:
        left, right = self._x(gap.start), self._x(gap.end)
        self.canv.setStrokeColor(color(ink.RED if not gap.explained else ink.AMBER))
        self.canv.setLineWidth(0.8)
        self.canv.setDash(2, 1.6)
        self.canv.rect(left + 0.8, low + 0.4, max(right - left - 1.6, 1.2), self._tall - 0.8, stroke=1, fill=0)
        self.canv.setDash()

    def _draw_years(self) -> None:
        """The first and the last year, and such full fives between them as have room."""
        size = self._density.size * 0.84
        self.canv.setFont(fonts.REGULAR, size)
        self.canv.setFillColor(color(ink.QUIET))
        base, taken = self._density.leading * 0.26, fonts.width("0000", fonts.REGULAR, size) + 8
        self.canv.drawString(0, base, str(self._start.year))
        self.canv.drawRightString(self._wide, base, str(self._until.year))
        for year in range(self._start.year // 5 * 5 + 5, self._until.year, 5):
            at = self._x(date(year, 1, 1))
            if taken + 6 < at < self._wide - taken - 6:
                self.canv.drawCentredString(at, base, str(year))


def _lanes(spans: Sequence[Span], most: int) -> list[list[Span]]:
    lanes: list[list[Span]] = [[]]
    for span in spans:
        free = next((lane for lane in lanes if not lane or (span.start - lane[-1].end).days >= -31), None)
        if free is not None:
            free.append(span)
        elif len(lanes) < most:
            lanes.append([span])
    return lanes


class Marks(Flowable):
    """A grade of four as filled and empty dots; a dash for what was not answered, words for “could not say”."""

    def __init__(self, grade: int | None, density: Density = ROOMY) -> None:
        """grade: 4 to 1, 0 for could not say, None for no answer."""
        super().__init__()
        self._grade, self._density = grade, density

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """A line."""
        return wide, self._density.leading

    def draw(self) -> None:
        """Four dots, or a word."""
        size, base = self._density.size, self._density.leading * 0.26
        if not self._grade:
            self.canv.setFont(fonts.REGULAR, size * 0.94)
            self.canv.setFillColor(color(ink.QUIET))
            self.canv.drawString(0, base, "open" if self._grade is None else "could not say")
            return
        said = Collected()  # unseen, for whoever searches or listens
        said.text(0, base, f"{self._grade} of 4", fonts.REGULAR, size)
        self.canv.addLiteral(f"q 3 Tr {said.code(self.canv)} Q")
        name = signs(ink.INK if self._grade >= 3 else ink.RED)
        radius, middle = size * 0.27, base + size * 0.34
        dots = [
            _circle(radius + place * radius * 2.7, middle, radius) + (" b" if place < self._grade else " s")
            for place in range(4)
        ]
        self.canv.addLiteral(f"q 0.7 w {name} RG {name} rg {' '.join(dots)} Q")


def _circle(x: float, y: float, r: float) -> str:
    """A circle as the path of a PDF: four curves."""
    k = 0.5523 * r
    return (
        f"{x + r:.2f} {y:.2f} m {x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c"
    )


class Verdict(Flowable):
    """A word with the shape of its tone before it, so that a grey print keeps verdicts apart."""

    def __init__(self, word: str, tone: str, density: Density = ROOMY) -> None:
        """tone: good, warn, bad or quiet."""
        super().__init__()
        self._word, self._tone, self._density = word, tone, density

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """A line."""
        self._wide = wide
        return wide, self._density.leading

    def draw(self) -> None:
        """The shape, then the word."""
        size, base = self._density.size, self._density.leading * 0.26
        left = size * 1.2 if shapes.has_shape(self._tone) else 0.0
        shapes.draw(self.canv, self._tone, [(0, base, size * 0.78)])
        face = fonts.SEMIBOLD if self._tone in ("bad", "warn") else fonts.REGULAR
        self.canv.setFont(face, size)
        self.canv.setFillColor(color(ink.TONES[self._tone]))
        self.canv.drawString(left, base, fonts.cut(self._word, face, size, self._wide - left))


class Boxes(Flowable):
    """Boxes to tick and a line to sign; only the original action sheet has them."""

    def __init__(self, words: Sequence[str], signed: str = "", density: Density = ROOMY) -> None:
        """signed is written small under the line; empty for no line."""
        super().__init__()
        self._words, self._signed, self._density = words, signed, density
        self.spaceBefore = 5.0

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """A line, and the small words below."""
        self._wide = wide
        return wide, self._density.leading * (2.1 if self._signed else 1.3)

    def draw(self) -> None:
        """Boxes from the left, then the line to the right edge."""
        size = self._density.size
        base = self._density.leading * (1.1 if self._signed else 0.3)
        left = 0.0
        self.canv.setFont(fonts.REGULAR, size)
        self.canv.setStrokeColor(color(ink.INK))
        self.canv.setFillColor(color(ink.INK))
        self.canv.setLineWidth(0.7)
        for word in self._words:
            self.canv.rect(left, base - 0.8, size * 0.92, size * 0.92)
            self.canv.drawString(left + size * 1.4, base, word)
            left += size * 1.4 + fonts.width(word, fonts.REGULAR, size) + 13
        if self._signed:
            left += 6
            self.canv.setStrokeColor(color(ink.LINE))
            self.canv.line(left, base - 1, self._wide, base - 1)
            self.canv.setFont(fonts.REGULAR, size * 0.84)
            self.canv.setFillColor(color(ink.QUIET))
            self.canv.drawString(left, base - 1 - size, self._signed)


class PageOf(Flowable):
    """The number of the page on which something begins; it is known when the pages are drawn, not when they are laid out."""

    def __init__(self, key: str, pages: Mapping[str, int], density: Density = ROOMY, right: bool = True) -> None:
        """pages is filled before drawing."""
        super().__init__()
        self._key, self._pages, self._density, self._right = key, pages, density, right

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """A line."""
        self._wide = wide
        return wide, self._density.leading

    def draw(self) -> None:
        """The number; nothing for what is not in the packet."""
        if self._key not in self._pages:
            return
        self.canv.setFont(fonts.REGULAR, self._density.size)
        self.canv.setFillColor(color(ink.INK))
        said, base = str(self._pages[self._key]), self._density.leading * 0.26
        if self._right:
            self.canv.drawRightString(self._wide, base, said)
        else:
            self.canv.drawString(0, base, said)
        left, low = self.canv.absolutePosition(0, 0)
        self.canv.led_to.append((self._key, (left, low, left + self._wide, low + self._density.leading)))
