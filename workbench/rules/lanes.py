"""Times that overlap, side by side in lanes: as a screen and as paper draw the years of a person."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol, TypeVar

MOST = 3
"""Lanes at most: more would be too thin to be read."""
TOUCHES = timedelta(days=31)
"""What overlaps by no more follows on: of both only the month may be known."""


class Lasting(Protocol):
    """What has a first and a last day."""

    @property
    def start(self) -> date: ...
    @property
    def end(self) -> date: ...


T = TypeVar("T", bound=Lasting)


def lanes(times: Sequence[T]) -> list[list[T]]:
    """Each time in the first lane that is free when it begins; what has no room lies over others in the last one. Times are in the
    order of their beginnings."""
    made: list[list[T]] = []
    for each in times:
        free = next((lane for lane in made if max(other.end for other in lane) - each.start <= TOUCHES), None)
        if free is None and len(made) < MOST:
            made.append(free := [])
        (made[-1] if free is None else free).append(each)
    return made
