"""The typeface of paper: Inter Tabular, which travels with the program, so that a packet looks the same on every machine.

Whatever is drawn passes here, so that here is masked what no paper shows, whoever typed it into whatever field."""

import re
from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from workbench.papers.private import dotted
from workbench.records.texts import MONTHS

FOLDER = Path(__file__).parents[2] / "resources" / "fonts"
REGULAR, MEDIUM, SEMIBOLD, BOLD = "Inter", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"
_FILES = {
    REGULAR: "InterTabular-Regular.ttf",
    MEDIUM: "InterTabular-Medium.ttf",
    SEMIBOLD: "InterTabular-SemiBold.ttf",
    BOLD: "InterTabular-Bold.ttf",
}


@cache
def ready() -> None:
    """Make the faces known to whatever draws; once is enough."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(FOLDER / file)))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=MEDIUM, boldItalic=BOLD)


@cache
def _glyphs() -> frozenset[int]:
    ready()
    return frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph)


@lru_cache(20_000)
def printable(text: str) -> str:
    """The text as it is drawn: dots for social security numbers and birth dates, and what fitting() says."""
    return fitting(dotted(text))


@lru_cache(20_000)
def fitting(text: str) -> str:
    """The text, of which printable() saw the whole, with what the typeface lacks drawn as a box, so that nothing vanishes unseen;
    control signs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    glyphs = _glyphs()
    if text.isprintable() and glyphs.issuperset(map(ord, text)):
        return text
    signs = ((" " if not sign.isprintable() else sign if ord(sign) in glyphs else "□") for sign in text)
    return "".join(signs)


class _Signs(dict[str, float]):
    """How wide each sign of a face is, in thousandths of its size."""

    def __init__(self, face: str) -> None:
        ready()
        drawn = pdfmetrics.getFont(face).face
        super().__init__({chr(sign): wide for sign, wide in drawn.charWidths.items()})
        self._other = float(drawn.defaultWidth)

    def __missing__(self, sign: str) -> float:
        return self._other


_signs = cache(_Signs)


@lru_cache(50_000)
def _thousandths(text: str, face: str) -> float:
    """Of a size: a text is measured once, and not again for every size in which a profile is tried."""
    return sum(map(_signs(face).__getitem__, fitting(text)))


@lru_cache(50_000)
def width(text: str, face: str, size: float) -> float:
    """How wide a text is, in points."""
    return _thousandths(text, face) * size * 0.001


_DAY = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}}) (\d{{4}})\b")


def words(text: str) -> list[str]:
    """What stands between spaces; a day is one word, and never broken over two lines."""
    if not _DAY.search(text):
        return text.split(" ")
    return [word.replace("\0", " ") for word in _DAY.sub("\\1\0\\2\0\\3", text).split(" ")]


@lru_cache(20_000)
def lines(text: str, face: str, size: float, room: float) -> tuple[str, ...]:
    """The text broken into lines no wider than the room, in points; its own line breaks stay, a word too long is cut up."""
    text = dotted(text)  # as a whole: a line may end inside a number
    if "\n" not in text and width(text, face, size) <= room:
        return (fitting(text),)
    broken: list[str] = []
    space = width(" ", face, size)
    for paragraph in text.split("\n"):
        said, wide = "", 0.0
        for word in words(paragraph):
            long = width(word, face, size)
            if said and wide + space + long > room:
                broken.append(said)
                said, wide = "", 0.0
            while long > room and len(word) > 1:
                head = _fitting(word, face, size, room)
                broken.append(head)
                word = word[len(head) :]
                long = width(word, face, size)
            said, wide = (f"{said} {word}", wide + space + long) if said else (word, long)
        broken.append(said)
    return tuple(fitting(each) for each in broken)


def _fitting(word: str, face: str, size: float, room: float) -> str:
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(word[:middle], face, size) <= room else (low, middle - 1)
    return word[:low]


@lru_cache(20_000)
def cut(text: str, face: str, size: float, room: float) -> str:
    """The text as far as there is room, in points; with an ellipsis where it was cut."""
    text = printable(text)
    if width(text, face, size) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + "…", face, size) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"
