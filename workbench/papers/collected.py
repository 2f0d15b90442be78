"""What stands on one page, collected and then drawn in few operators. Texts stay in the order in which they are read."""

from collections import defaultdict
from functools import cache
from itertools import groupby

from reportlab.lib.colors import Color, toColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from workbench.papers import ink, shapes


@cache
def color(name: str) -> Color:
    """The ink of a #rrggbb, made once."""
    return toColor(name)


class Collected:
    """Texts, shapes and lines of a page, in points from its lower left corner."""

    def __init__(self) -> None:
        self._texts: list[tuple[tuple[str, float, str], tuple[float, float, str]]] = []
        self._shapes: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
        self._lines: dict[tuple[str, float], list[tuple[float, float, float, float]]] = defaultdict(list)

    def text(self, x: float, y: float, said: str, face: str, size: float, tone: str = "") -> None:
        """A text from its left end, in the ink of a tone."""
        self._texts.append(((face, size, ink.TONES.get(tone, ink.INK)), (x, y, said)))

    def inked(self, x: float, y: float, said: str, face: str, size: float, name: str) -> None:
        """A text from its left end, in an ink."""
        self._texts.append(((face, size, name), (x, y, said)))

    def shape(self, x: float, y: float, side: float, tone: str) -> None:
        """The shape of a tone."""
        self._shapes[tone].append((x, y, side))

    def line(self, left: float, right: float, y: float, name: str, width: float) -> None:
        """A line across."""
        self._lines[name, width].append((left, y, right, y))

    def draw(self, canvas: Canvas) -> None:
        """Draw all of it."""
        for tone, places in self._shapes.items():
            shapes.draw(canvas, tone, places)
        canvas.addLiteral(self.code(canvas))

    def code(self, canvas: Canvas) -> str:
        """Lines and texts as a PDF draws them; the canvas's document learns which faces and signs it needs."""
        said = []
        for (name, width), lines in self._lines.items():
            drawn = " ".join(f"{x:.2f} {y:.2f} m {to:.2f} {end:.2f} l" for x, y, to, end in lines)
            said.append(f"q 0 J {width:.2f} w {signs(name)} RG {drawn} S Q")
        for ((face, size, name), plain), group in groupby(self._texts, lambda each: (each[0], each[1][2].isascii())):
            write = _plain if plain else _any
            said.append(write(canvas, face, size, name, [each for _, each in group]))
        return " ".join(said)


def _plain(canvas: Canvas, face: str, size: float, name: str, texts: list[tuple[float, float, str]]) -> str:
    """ASCII stands for itself in the first part of each embedded face, so that it is written as it is."""
    font = pdfmetrics.getFont(face)
    font.splitString("a", canvas._doc)  # the document then knows the face
    inner = font.getSubsetInternalName(0, canvas._doc)
    shown = " ".join(f"1 0 0 1 {x:.2f} {y:.2f} Tm ({said.translate(_ESCAPES)}) Tj" for x, y, said in texts)
    return f"q BT {inner} {size:.2f} Tf {signs(name)} rg {shown} ET Q"


def _any(canvas: Canvas, face: str, size: float, name: str, texts: list[tuple[float, float, str]]) -> str:
    run = canvas.beginText()
    run.setFont(face, size)
    run.setFillColor(color(name))
    for x, y, said in texts:
        run.setTextOrigin(x, y)
        run.textOut(said)
    return f"q {run.getCode()} Q"


_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


@cache
def signs(name: str) -> str:
    """An ink as the three numbers of a PDF operator."""
    made = color(name)
    return f"{made.red:.4f} {made.green:.4f} {made.blue:.4f}"
