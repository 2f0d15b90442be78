"""A text that stands in lines: how high it is, and how it goes on over a page."""

from collections.abc import Iterator, Sequence
from typing import Any

from workbench.papers.block import Block


class Lines(Block):
    """What all texts have in common; how one is broken, and how a line is put down, each says itself."""

    def __init__(self, size: float, leading: float) -> None:
        """size and leading in points."""
        self._size, self._leading = size, leading
        self._lines: Sequence[Any] = ()
        self._wide = -1.0

    def _broken(self, wide: float) -> Sequence[Any]:
        raise NotImplementedError

    def _part(self, lines: Sequence[Any]) -> "Lines":
        raise NotImplementedError

    def _placed(self, low: float) -> Iterator[tuple[float, Any]]:
        """Each line with the height of its base, of a text that stands from low up."""
        top = low + len(self._lines) * self._leading
        for place, line in enumerate(self._lines):
            yield top - self._leading * (place + 0.74), line

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """As many lines as it needs."""
        if wide != self._wide:  # it is asked for its height again and again, in one width
            self._lines, self._wide = self._broken(wide), wide
        return wide, len(self._lines) * self._leading

    def split(self, wide: float, high: float) -> list[Block]:
        """As many lines as there is height for, and the rest."""
        self.wrap(wide, high)
        fitting = int((high + 0.01) // self._leading)
        if not 0 < fitting < len(self._lines):
            return []
        return [self._part(self._lines[:fitting]), self._part(self._lines[fitting:])]
