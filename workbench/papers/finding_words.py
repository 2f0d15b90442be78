"""Finding words on a page of a PDF, as people type them: case, accents, line ends and hyphens do not matter."""

import unicodedata
from typing import Any

from pypdfium2 import raw

Spot = tuple[float, float, float, float]
"""Left, top, right, bottom of a rectangle, in points from the page's upper left corner as it is read."""
_DROPPED = {0x02, 0xAD, 0xFFFE}
"""Signs that stand for a word that is divided at a line's end."""
_FINE = 100
"""PDFium answers in whole pixels; so many to the point."""


def spots(page: Any, words: str) -> tuple[tuple[Spot, ...], ...]:
    """Every place where the words stand on an open page, in reading order; one that runs over lines has several spots."""
    wanted = folded([ord(sign) for sign in words])[0].strip()
    textpage = page.get_textpage()
    try:
        signs = [raw.FPDFText_GetUnicode(textpage, place) for place in range(textpage.count_chars())]
        text, places = folded(signs)
        found, at = [], text.find(wanted) if wanted else -1
        while at >= 0:
            first, last = places[at], places[at + len(wanted) - 1]
            boxes = range(textpage.count_rects(first, last - first + 1))
            found.append(tuple(_spot(page, textpage.get_rect(each)) for each in boxes))
            at = text.find(wanted, at + len(wanted))
        return tuple(each for each in found if each)
    finally:
        textpage.close()


def folded(signs: list[int]) -> tuple[str, list[int]]:
    """Signs as they are compared, and for each letter of that the place of the sign it came from."""
    text: list[str] = []
    places: list[int] = []
    for place, number in enumerate(signs):
        if number in _DROPPED:
            continue
        sign = chr(number) if number < 0x110000 else " "
        for letter in " " if sign.isspace() or not number else unicodedata.normalize("NFKD", sign).casefold():
            if not unicodedata.combining(letter) and not (letter == " " and text[-1:] == [" "]):
                text.append(letter)
                places.append(place)
    return "".join(text), places


def _spot(page: Any, box: tuple[float, float, float, float]) -> Spot:
    """A rectangle in the page's own coordinates, as the page is read: turned and cut as it says."""
    left, low, right, high = box
    wide, tall = (round(each * _FINE) for each in page.get_size())
    corners = [_shown(page, wide, tall, x, y) for x, y in ((left, low), (right, high))]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def _shown(page: Any, wide: int, tall: int, x: float, y: float) -> tuple[float, float]:
    across, down = raw.c_int(), raw.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, wide, tall, 0, x, y, across, down)
    return across.value / _FINE, down.value / _FINE
