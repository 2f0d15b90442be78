"""Long passes over rows that tell how far they are, so that whoever waits can stop them."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from workbench.errors import Progress

T = TypeVar("T")
OFTEN = 2000
"""Rows between two calls: some hundredths of a second."""


def watched(rows: Iterable[T], progress: Progress, total: int = 0) -> Iterator[T]:
    """The rows, telling now and then how many went by; progress may raise Cancelled."""
    for number, row in enumerate(rows):
        if number % OFTEN == 0:
            progress(number, total)
        yield row
