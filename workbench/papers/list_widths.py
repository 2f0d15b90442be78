"""How wide the columns of a printed list are, and how its texts are wrapped into them."""

import math
from collections import Counter

from workbench.papers import fonts
from workbench.papers.column_widths import WHOLE, shared
from workbench.papers.listing import Listing

SIZES = (7.8, 7.2, 6.6, 6.0)
"""Of the letters, in points; the first at which all columns have room for their longest words."""
WIDEST, NARROWEST = 250.0, 26.0
"""Of a column where there is not room for all, in points."""
PADS = 8.5
"""Left and right of a text together, and a hair, in points."""
SHAPE = 1.25
"""Room for the shape of a status, in sizes of the letters."""
SAMPLE = 4000
"""Rows by which the widths are judged, spread over the whole list."""


class Measure:
    """Measures texts, each once: most come again and again."""

    def __init__(self) -> None:
        fonts.ready()
        self._known: dict[tuple[str, str], float] = {}
        self._wraps: dict[tuple[str, str, float, float], tuple[str, ...]] = {}

    def width(self, text: str, face: str) -> float:
        """How wide a text is at a size of one point."""
        found = self._known.get((text, face))
        if found is None:
            found = self._known[text, face] = fonts.width(text, face, 1.0)
        return found

    def wrapped(self, text: str, face: str, size: float, room: float) -> tuple[str, ...]:
        """The lines of a text in a room of points; a word that is wider is broken, nothing is left out."""
        if not text:
            return ()
        key = (text, face, size, room)
        found = self._wraps.get(key)
        if found is None:
            shown = fonts.printable(" ".join(text.split()) if "\n" not in text else "\n".join(text.splitlines()))
            found = tuple(line for part in shown.split("\n") for line in self._lines(part, face, room / size))
            self._wraps[key] = found
        return found

    def _lines(self, text: str, face: str, room: float) -> list[str]:
        if self.width(text, face) <= room:
            return [text]
        lines, line = [], ""
        for word in fonts.words(" ".join(text.split())):
            joined = f"{line} {word}" if line else word
            if self.width(joined, face) <= room:
                line = joined
                continue
            if line:
                lines.append(line)
            *broken, line = self._broken(word, face, room)
            lines += broken
        return [*lines, line]

    def _broken(self, word: str, face: str, room: float) -> list[str]:
        parts = []
        while len(word) > 1 and self.width(word, face) > room:
            fitting = next((n for n in range(len(word) - 1, 1, -1) if self.width(word[:n], face) <= room), 1)
            parts.append(word[:fitting])
            word = word[fitting:]
        return [*parts, word]


def widths(listing: Listing, room: float, measure: Measure) -> tuple[float, tuple[float, ...]]:
    """The size of the letters, and the columns' widths: together exactly the room, in points."""
    needs = _needs(listing, measure)
    for headed in (True, False):  # headings are cut before a text is set too small, or a word of it broken
        for size in SIZES:
            least = [
                max(NARROWEST, min((max(word, head) if headed else word) * size + PADS, WIDEST))
                for _, word, _, head in needs
            ]
            if sum(least) <= room or (size == SIZES[-1] and not headed):
                whole = [max(low, min(need[0] * size + PADS, WIDEST)) for need, low in zip(needs, least, strict=True)]
                return size, tuple(shared(least, whole, [need[2] for need in needs], room))
    raise AssertionError("the last size takes all")


def _needs(listing: Listing, measure: Measure) -> list[tuple[float, float, float, float]]:
    """For each column what its longest text, its longest word, its texts in the (square) mean and its heading need, at a size of one
    point."""
    every = max(1, len(listing.rows) // SAMPLE)
    sample = listing.rows[::every]
    found = []
    for place, column in enumerate(listing.columns):
        face = fonts.SEMIBOLD if column.bold else fonts.REGULAR
        texts = Counter(row.texts[place] for row in sample)
        shape = SHAPE if column.pill else 0.0
        head = measure.width(column.heading, fonts.MEDIUM)
        words = {word for text in texts for word in ((text,) if len(text) <= WHOLE else fonts.words(text))}
        longest = max((measure.width(word, face) for word in words), default=0.0) + shape
        whole = max((measure.width(text, face) for text in texts), default=0.0) + shape
        squares = sum(measure.width(text, face) ** 2 * count for text, count in texts.items())
        usual = math.sqrt(squares / max(len(sample), 1))
        found.append((max(whole, head), longest, usual, head))
    return found
