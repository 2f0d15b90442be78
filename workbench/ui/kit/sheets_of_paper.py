"""Where the pages of a document lie, one below the other, at a zoom; numbers only, in logical pixels."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

GAP, MARGIN = 14, 18
DOT = 96 / 72
"""Logical pixels a point at 100 %."""
STAGES = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
WIDEST = 2.0
"""No page is blown up further than this to fit the width."""

Zoom = str | float
"""“width”, “page”, or a factor: 1.0 is 100 %."""


@dataclass(frozen=True)
class Sheet:
    """One page as it lies."""

    left: float
    top: float
    width: float
    height: float
    scale: float
    """Logical pixels a point."""

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height


@dataclass(frozen=True)
class Place:
    """A point of a document that can be found again at another zoom: a page, and how far down and across it."""

    page: int
    down: float = 0.0
    across: float = 0.5


class Sheets:
    """All pages of a document at a zoom in a room of that width and height."""

    def __init__(self, sizes: Sequence[tuple[float, float]], zoom: Zoom, room: tuple[float, float]) -> None:
        scales = [_scale(size, zoom, room) for size in sizes]
        widest = max((size[0] * scale for size, scale in zip(sizes, scales, strict=True)), default=0)
        self.width = max(room[0], widest + 2 * MARGIN)
        self._sheets, top = [], float(MARGIN)
        for (wide, high), scale in zip(sizes, scales, strict=True):
            left = (self.width - wide * scale) / 2
            self._sheets.append(Sheet(left, top, wide * scale, high * scale, scale))
            top += high * scale + GAP
        self.height = top - GAP + MARGIN if sizes else 0.0
        self._tops = [each.top for each in self._sheets]

    def __len__(self) -> int:
        return len(self._sheets)

    def __getitem__(self, page: int) -> Sheet:
        """A page by its number, from 1."""
        return self._sheets[page - 1]

    def page_at(self, y: float) -> int:
        """The page at a height; between two pages, the one above; at least the first."""
        return max(1, bisect_right(self._tops, y))

    def between(self, top: float, bottom: float) -> range:
        """The pages of which something lies between two heights."""
        first = self.page_at(top)
        if first < len(self) and self[first].bottom < top:
            first += 1
        return range(first, min(self.page_at(bottom), len(self)) + 1)

    def place(self, x: float, y: float) -> Place:
        """The point of the document at that spot."""
        page = self.page_at(y)
        sheet = self[page]
        return Place(page, (y - sheet.top) / sheet.height, (x - sheet.left) / sheet.width)

    def spot(self, place: Place) -> tuple[float, float]:
        """Where a point of the document lies; a page that is gone becomes the last."""
        sheet = self[min(place.page, len(self))]
        return sheet.left + place.across * sheet.width, sheet.top + place.down * sheet.height


def stage(factor: float, steps: int) -> float:
    """The next larger (1) or smaller (-1) of the usual zooms."""
    if steps > 0:
        return next((each for each in STAGES if each > factor * 1.01), STAGES[-1])
    return next((each for each in reversed(STAGES) if each < factor * 0.99), STAGES[0])


def _scale(size: tuple[float, float], zoom: Zoom, room: tuple[float, float]) -> float:
    """Each page fits for itself: one that lies across is as wide as those that stand, and none is cut."""
    if not isinstance(zoom, str):
        return zoom * DOT
    across = max(room[0] - 2 * MARGIN, 60) / size[0]
    if zoom == "page":
        return max(0.02, min(across, max(room[1] - 2 * MARGIN, 60) / size[1]))
    return min(across, WIDEST * DOT)
