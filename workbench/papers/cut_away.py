"""Pages of a PDF of which a part is cut away: what lies there is not seen, and would still be found by whoever searches the packet
or takes its pictures out."""

from collections.abc import Collection
from typing import Any

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from workbench.papers.pictures import ONE_AT_A_TIME

EDGE = 3.0
"""Points by which a letter may reach over the edge and is still what is seen."""
MOST = 0.1
"""So much of a picture may lie beyond the edge: scanners trim their margins so."""
Box = tuple[float, float, float, float]


def hiding(content: bytes, cut: Collection[int]) -> set[int]:
    """Of the pages that are cut, from 0, those on which words, or much of a picture, lie where nobody sees them."""
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(content)
        try:
            return {number for number in cut if _hides(document, number)}
        finally:
            document.close()


def _hides(document: Any, number: int) -> bool:
    page = document[number]
    words = page.get_textpage()
    try:
        seen = page.get_cropbox()
        if any(_is_beyond(words.get_charbox(place), seen) for place in range(words.count_chars())):
            return True
        return any(_beyond(each.get_bounds(), seen) > MOST for each in page.get_objects((FPDF_PAGEOBJ_IMAGE,)))
    finally:
        words.close()
        page.close()


def _is_beyond(letter: Box, seen: Box) -> bool:
    """Whether a letter, which is larger than nothing, lies over the edge."""
    left, low, right, high = letter
    if right <= left and high <= low:
        return False
    return left < seen[0] - EDGE or low < seen[1] - EDGE or right > seen[2] + EDGE or high > seen[3] + EDGE


def _beyond(picture: Box, seen: Box) -> float:
    """The part of a picture that lies beyond what is seen."""
    whole = (picture[2] - picture[0]) * (picture[3] - picture[1])
    wide = min(picture[2], seen[2]) - max(picture[0], seen[0])
    high = min(picture[3], seen[3]) - max(picture[1], seen[1])
    return 1 - max(wide, 0) * max(high, 0) / whole if whole > 0 else 0
