"""The rows of a list in one order, kept while one types: what the words find is marked, and the marked ones are the answer."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import compress, islice


class Ordered:
    """Every id of a list in its order, and at what place each stands. A search of 400,000 then costs what it finds."""

    def __init__(self, ids: "array[int]", highest: int) -> None:
        """ids are all rows in order; highest is the highest id that a search may find, in the list or not."""
        self.ids = ids
        self._highest = highest
        self._places: array[int] | None = None
        self._last: tuple[tuple[str, ...], bytearray] = (), bytearray()

    def searched(self, words: tuple[str, ...], search: Callable[[], bytearray]) -> bytearray:
        """The marks of a search; asked for its first rows, and then for all, it searches once."""
        if self._last[0] != words:
            self._last = words, search()
        return self._last[1]

    def marked(self, found: Iterable[int]) -> bytearray:
        """One mark a place for the found ids; those that are not in the list mark the place behind the last."""
        marks, places = bytearray(len(self.ids) + 1), self._where()
        for each in found:
            marks[places[each]] = 1
        return marks

    def of(self, marks: Sequence[int], limit: int | None) -> "array[int]":
        """The marked ids in their order; with a limit, the first of them."""
        return array("q", islice(compress(self.ids, marks), limit))

    def _where(self) -> "array[int]":
        if self._places is None:
            self._places = array("i", [len(self.ids)]) * (self._highest + 1)
            for place, each in enumerate(self.ids):
                self._places[each] = place
        return self._places


def both(one: bytearray, other: bytearray) -> bytearray:
    """The marks that both have."""
    common = int.from_bytes(one, "little") & int.from_bytes(other, "little")
    return bytearray(common.to_bytes(len(one), "little"))
