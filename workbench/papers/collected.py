"""What stands on one page, collected and then drawn in few operators: what lies under, shapes and lines, then the texts in the
order in which they are read."""

import re
from collections import defaultdict
from functools import cache
from itertools import groupby

from reportlab.lib.colors import toColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from workbench.papers import ink, shapes

UNSEEN = ""
"""The ink of a text that is not drawn."""


class Collected:
    """Texts, shapes and lines of a page, in points from its lower left corner."""

    def __init__(self) -> None:
        self.links: list[tuple[str, tuple[float, float, float, float]]] = []
        """Boxes that lead to what has a key."""
        self._texts: list[tuple[tuple[str, float, str], tuple[float, float, str]]] = []
        self._drawn: list[str] = []
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

    def box(self, left: float, low: float, wide: float, high: float, name: str) -> None:
        """A filled box in an ink; it lies under all texts."""
        self._drawn.append(f"{signs(name)} rg {left:.2f} {low:.2f} {wide:.2f} {high:.2f} re f")

    def path(self, code: str, name: str, width: float, ground: str = "") -> None:
        """A path as a PDF draws it, up to its painting, stroked in an ink and filled in that of its ground."""
        filled = f" {signs(ground)} rg" if ground else ""
        self._drawn.append(f"q {width:.2f} w {signs(name)} RG{filled} {code} {'B' if ground else 'S'} Q")

    def dot(self, x: float, y: float, radius: float, name: str, filled: bool) -> None:
        """A dot around a point, or a ring."""
        pen, how = signs(name), "b" if filled else "s"
        self._drawn.append(f"q 1 0 0 1 {x:.2f} {y:.2f} cm 0.7 w {pen} rg {pen} RG {_circle(radius)} {how} Q")

    def unseen(self, x: float, y: float, said: str, face: str, size: float) -> None:
        """A text that is not drawn, for whoever searches or listens."""
        self._texts.append(((face, size, UNSEEN), (x, y, said)))

    def draw(self, canvas: Canvas) -> None:
        """Draw all of it."""
        canvas.addLiteral(self.code(canvas))

    def code(self, canvas: Canvas) -> str:
        """All of it as a PDF draws it; the canvas's document learns which faces and signs it needs."""
        said = [*self._drawn]
        said += [shapes.code(tone, signs(ink.TONES[tone]), places) for tone, places in self._shapes.items()]
        for (name, width), lines in self._lines.items():
            drawn = " ".join(f"{x:.2f} {y:.2f} m {to:.2f} {end:.2f} l" for x, y, to, end in lines)
            said.append(f"q 0 J {width:.2f} w {signs(name)} RG {drawn} S Q")
        for ((face, size, name), plain), group in groupby(self._texts, lambda each: (each[0], each[1][2].isascii())):
            write = _plain if plain else _any
            said.append(write(canvas, face, size, name, [each for _, each in group]))
        return " ".join(said)


def _pen(name: str) -> str:
    return f"{signs(name)} rg" if name else "3 Tr"


def _plain(canvas: Canvas, face: str, size: float, name: str, texts: list[tuple[float, float, str]]) -> str:
    """ASCII stands for itself in the first part of each embedded face, so that it is written as it is."""
    inner = _first_part(canvas, face)
    shown = " ".join(f"1 0 0 1 {x:.2f} {y:.2f} Tm ({said.translate(_ESCAPES)}) Tj" for x, y, said in texts)
    return f"q BT {inner} {size:.2f} Tf {_pen(name)} {shown} ET Q"


def _any(canvas: Canvas, face: str, size: float, name: str, texts: list[tuple[float, float, str]]) -> str:
    """Other signs lie in whatever part of a face the document gives them, by number; the words between them as above."""
    font, first = pdfmetrics.getFont(face), _first_part(canvas, face)
    shown, part = list[str](), ""
    for x, y, said in texts:
        shown.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        pieces: list[tuple[str, str]] = []
        for run in _RUNS.findall(said):
            if run.isascii():
                pieces.append((first, f"({run.translate(_ESCAPES)})"))
            else:
                split = font.splitString(run, canvas._doc)
                pieces += [(font.getSubsetInternalName(n, canvas._doc), f"<{signs.hex()}>") for n, signs in split]
        for inner, written in groupby(pieces, key=lambda piece: piece[0]):
            if inner != part:
                shown.append(f"{inner} {size:.2f} Tf")
                part = inner
            # As one piece: readers that search a page take what is written apart for words apart.
            shown.append(f"[{''.join(each for _, each in written)}] TJ")
    return f"q BT {_pen(name)} {' '.join(shown)} ET Q"


def _first_part(canvas: Canvas, face: str) -> str:
    font = pdfmetrics.getFont(face)
    if canvas._doc not in font.state:
        font.splitString("a", canvas._doc)  # the document then knows the face
    return str(font.getSubsetInternalName(0, canvas._doc))


_RUNS = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")
_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


@cache
def signs(name: str) -> str:
    """An ink as the three numbers of a PDF operator."""
    made = toColor(name)
    return f"{made.red:.4f} {made.green:.4f} {made.blue:.4f}"


@cache
def _circle(r: float) -> str:
    """A circle around nought as the path of a PDF: four curves."""
    k = 0.5523 * r
    return (
        f"{r:.2f} 0 m {r:.2f} {k:.2f} {k:.2f} {r:.2f} 0 {r:.2f} c {-k:.2f} {r:.2f} {-r:.2f} {k:.2f} {-r:.2f} 0 c "
        f"{-r:.2f} {-k:.2f} {-k:.2f} {-r:.2f} 0 {-r:.2f} c {k:.2f} {-r:.2f} {r:.2f} {-k:.2f} {r:.2f} 0 c"
    )
