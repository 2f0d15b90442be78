"""What stands on one page, collected and then drawn by its ink: each change of face or color costs more than the text itself."""

from collections import defaultdict
from functools import cache

from reportlab.lib.colors import Color, toColor
from reportlab.pdfgen.canvas import Canvas

from workbench.papers import ink, shapes


@cache
def color(name: str) -> Color:
    """The ink of a #rrggbb, made once."""
    return toColor(name)


class Collected:
    """Texts, shapes and lines of a page, in points from its lower left corner."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, float, str], list[tuple[float, float, str]]] = defaultdict(list)
        self._shapes: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
        self._lines: dict[tuple[str, float], list[tuple[float, float, float, float]]] = defaultdict(list)

    def text(self, x: float, y: float, said: str, face: str, size: float, tone: str = "") -> None:
        """A text from its left end."""
        self._texts[face, size, ink.TONES.get(tone, ink.INK)].append((x, y, said))

    def shape(self, x: float, y: float, side: float, tone: str) -> None:
        """The shape of a tone."""
        self._shapes[tone].append((x, y, side))

    def line(self, left: float, right: float, y: float, name: str, width: float) -> None:
        """A line across."""
        self._lines[name, width].append((left, y, right, y))

    def draw(self, canvas: Canvas) -> None:
        """Draw all of it."""
        canvas.setLineCap(0)
        for (name, width), lines in self._lines.items():
            canvas.setStrokeColor(color(name))
            canvas.setLineWidth(width)
            canvas.lines(lines)
        for tone, places in self._shapes.items():
            shapes.draw(canvas, tone, places)
        for (face, size, name), texts in self._texts.items():
            run = canvas.beginText()
            run.setFont(face, size)
            run.setFillColor(color(name))
            for x, y, said in texts:
                run.setTextOrigin(x, y)
                run.textOut(said)
            canvas.drawText(run)
