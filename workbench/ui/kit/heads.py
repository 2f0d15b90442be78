"""The groups of a table's rows: which rows show, and the heads between them. A head's id is below zero, and nobody's record."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from workbench.ui.kit.listed import Group


class Heads:
    """Knows the groups in their order, which of them are closed, and where their heads stand among the rows that show."""

    def __init__(self, closed: frozenset[str] = frozenset()) -> None:
        self.closed = closed
        """The keys of the groups whose rows do not show."""
        self.wear(array("q"), ())

    def wear(self, ids: Sequence[int], groups: Sequence[Group]) -> None:
        """These groups from now on; ids are of all their rows, group after group."""
        self.ids, self.groups = ids, tuple(groups)
        self.places: list[int] = []
        """Of the heads, among the rows that show."""

    def lay(self) -> "array[int]":
        """The rows that show, each group's below its head."""
        shown, start, self.places = array("q"), 0, []
        for number, group in enumerate(self.groups):
            self.places.append(len(shown))
            shown.append(-1 - number)
            if group.key not in self.closed:
                shown.extend(self.ids[start : start + group.count])
            start += group.count
        return shown

    def at(self, row: int) -> Group | None:
        """The group whose head stands in a row."""
        number = bisect_left(self.places, row)
        return self.groups[number] if number < len(self.places) and self.places[number] == row else None

    def above(self, row: int) -> int:
        """Where the head of a row's group stands, or of the head itself; -1 without groups."""
        return self.places[bisect_right(self.places, row) - 1] if self.places else -1

    def among(self, top: int, bottom: int) -> int:
        """How many of these rows are heads."""
        return bisect_right(self.places, bottom) - bisect_left(self.places, top)

    def of(self, record: int) -> str:
        """The key of the group that a record is in, wherever it shows; empty where it is in none."""
        if record not in self.ids:
            return ""
        (number,) = self._numbered([self.ids.index(record)])
        return self.groups[number].key

    def over(self, records: Sequence[int]) -> list[tuple[int, str]]:
        """Before which of these records, that stand in the list's order, a group begins, and what it is called: “Surgery · 12”."""
        if not self.groups:
            return []
        place = {each: n for n, each in enumerate(self.ids)}
        numbers = self._numbered([place[each] for each in records])
        starts = [n for n, each in enumerate(numbers) if not n or numbers[n - 1] != each]
        ends = [*starts[1:], len(numbers)]
        titles = (self.groups[numbers[n]].title for n in starts)
        return [(n, f"{title} · {end - n:,}") for n, end, title in zip(starts, ends, titles, strict=True)]

    def _numbered(self, places: Sequence[int]) -> list[int]:
        ends, last = [], 0
        for group in self.groups:
            last += group.count
            ends.append(last)
        return [bisect_right(ends, each) for each in places]


def heads_of(answer: Any, closed: frozenset[str]) -> tuple[Heads, Sequence[int]]:
    """The heads of what a list answered, and the rows that show: ids as they are, or groups of them."""
    heads = Heads(closed)
    if not hasattr(answer, "groups"):
        return heads, answer
    heads.wear(answer.ids, answer.groups)
    return heads, heads.lay()
