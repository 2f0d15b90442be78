"""The look of a sheet, which in an office's workbook means something: formats, strikethrough, fills, what is hidden, comments."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

GENERAL = "General"


class Style(NamedTuple):
    """What the style of a cell says; the fill is RRGGBB, or "" for none and white."""

    format: str = GENERAL
    struck: bool = False
    fill: str = ""


class Comment(NamedTuple):
    """A remark that somebody left at a cell: its row from 1 and column from 0; the day is ISO, or "" where it is not kept."""

    row: int
    column: int
    author: str
    day: str
    text: str


Styles = Mapping[int, Style]
"""By column the styles that are not plain."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the cells of a sheet look. Rows that are styled alike share a pattern; conditional and table formats are not in it."""

    styles: tuple[Style, ...] = ()
    patterns: tuple[tuple[tuple[int, int, int], ...], ...] = ()
    """Each as runs of columns: first, last, number of the style."""
    starts: array = field(default_factory=lambda: array("I"))
    """The rows, in order, from which on another pattern holds."""
    ids: array = field(default_factory=lambda: array("I"))
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck_texts: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """By row the columns whose text is struck through though the cell's style is not."""
    comments: tuple[Comment, ...] = ()
    _expanded: dict[int, Styles] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, message: tuple) -> "Look":
        """From what the child sent; see looking.py."""
        _, styles, patterns, starts, ids, rows, columns, struck, comments = message
        texts: dict[int, frozenset[int]] = {}
        for row, column in struck:
            texts[row] = texts.get(row, frozenset()) | {column}
        return cls(
            tuple(Style(*style) for style in styles),
            tuple(tuple(run) for run in patterns),
            _whole(starts),
            _whole(ids),
            frozenset(rows),
            frozenset(column for first, last in columns for column in range(first, last + 1)),
            texts,
            tuple(Comment(*each) for each in comments),
        )

    def pattern(self, row: int) -> int:
        """The number of the pattern of a row; -1 above the first row that has one."""
        place = bisect_right(self.starts, row) - 1
        return self.ids[place] if place >= 0 else -1

    def styles_of(self, pattern: int) -> Styles:
        """The styles of a pattern; none of the pattern -1."""
        found = self._expanded.get(pattern)
        if found is None:
            runs = self.patterns[pattern] if pattern >= 0 else ()
            found = {at: self.styles[style] for first, last, style in runs for at in range(first, last + 1)}
            self._expanded[pattern] = found
        return found

    def styles_in(self, row: int) -> Styles:
        """The styles of a row."""
        return self.styles_of(self.pattern(row))

    def formats_of(self, pattern: int) -> dict[int, str]:
        """The number formats of a pattern, by column, where they are not the general one."""
        return {at: style.format for at, style in self.styles_of(pattern).items() if style.format != GENERAL}

    def struck_in(self, row: int) -> frozenset[int]:
        """The columns of a row that are struck through."""
        styles = self.styles_in(row)
        return frozenset(at for at, style in styles.items() if style.struck) | self.struck_texts.get(row, frozenset())

    @property
    def marks(self) -> bool:
        """Whether anything is struck through or filled."""
        return bool(self.struck_texts) or any(style.struck or style.fill for style in self.styles)

    def spans(self) -> Iterator[tuple[int, int, int]]:
        """First row, last row and pattern of each span of rows that are styled alike; the last one has no end: 2**31."""
        for (first, pattern), (end, _) in pairwise([*zip(self.starts, self.ids, strict=True), (2**31, 0)]):
            yield first, end - 1, pattern


def _whole(packed: bytes) -> array:
    numbers = array("I")
    numbers.frombytes(packed)
    return numbers
