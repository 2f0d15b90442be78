"""Text of several faces and inks broken into lines: what strong() and toned() of blocks say, at a fraction of what a markup
library costs. The markup is ours alone, never the user's: <b>, <font color>, <br/>, and escaped signs."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape

from workbench.papers import fonts
from workbench.papers.collected import Collected
from workbench.papers.lines import Lines

Piece = tuple[str, str, str]
"""Words, face, ink."""
Line = tuple[tuple[float, Piece], ...]
"""Pieces with how far from the left they begin, in points."""
_TAG = re.compile(r"<(/?)(b|font|br)(?: color=\"(#[0-9a-f]{6})\")?\s*/?>")
_HEAVIER = {fonts.REGULAR: fonts.SEMIBOLD, fonts.MEDIUM: fonts.BOLD, fonts.SEMIBOLD: fonts.BOLD, fonts.BOLD: fonts.BOLD}


@lru_cache(4096)
def pieces(markup: str, face: str, ink: str) -> tuple[Piece, ...]:
    """The pieces of a markup; a line break is a piece of its own."""
    made: list[Piece] = []
    inks, heavy, at = [ink], 0, 0
    for tag in [*_TAG.finditer(markup), None]:
        words = unescape(markup[at : tag.start() if tag else len(markup)])
        if words:
            made.append((words, _HEAVIER[face] if heavy else face, inks[-1]))
        if tag is None:
            break
        at = tag.end()
        closes, name = bool(tag[1]), tag[2]
        if name == "br":
            made.append(("\n", face, ink))
        elif name == "b":
            heavy += -1 if closes else 1
        elif closes:
            inks.pop()
        else:
            inks.append(tag[3] or inks[-1])
    return tuple(made)


@lru_cache(8192)
def broken(said: tuple[Piece, ...], size: float, room: float) -> tuple[Line, ...]:
    """Pieces as lines no wider than the room, in points."""
    lines: list[list[tuple[float, Piece]]] = [[]]
    at = 0.0
    for words, face, ink in _tokens(said):
        wide = fonts.width(words, face, size)
        if words == "\n" or (at and at + wide > room and words != " "):
            lines.append([])
            at = 0.0
        if words == "\n" or (words == " " and not at):
            continue
        for part in fonts.lines(words, face, size, room) if wide > room else (words,):
            if at and wide > room:
                lines.append([])
                at = 0.0
            lines[-1].append((at, (part, face, ink)))
            at += fonts.width(part, face, size)
    return tuple(tuple(_joined(line)) for line in lines)


def _tokens(said: tuple[Piece, ...]) -> Iterator[Piece]:
    """Words and single spaces; a day is one word, and a word that changes its face in the middle may break there."""
    for words, face, ink in said:
        for place, line in enumerate(words.split("\n")):
            if place:
                yield "\n", face, ink
            for number, word in enumerate(fonts.words(line)):
                if number:
                    yield " ", face, ink
                if word:
                    yield word, face, ink


def _joined(line: list[tuple[float, Piece]]) -> Iterator[tuple[float, Piece]]:
    """Neighbors of one face and ink as one piece."""
    start, said, how = 0.0, "", ("", "")
    for at, (words, *rest) in line:
        if tuple(rest) != how:
            if said:
                yield start, (said, *how)
            start, said, how = at, "", (rest[0], rest[1])
        said += words
    if said:
        yield start, (said, *how)


class Runs(Lines):
    """A paragraph of pieces."""

    def __init__(self, said: tuple[Piece, ...], size: float, leading: float, lines: tuple[Line, ...] = ()) -> None:
        """size and leading in points; lines are those of a part that was broken already."""
        super().__init__(size, leading)
        self._said, self._given = said, lines
        self.indent = 0.0

    def _broken(self, wide: float) -> tuple[Line, ...]:
        return self._given or broken(self._said, self._size, wide - self.indent)

    def _part(self, lines: Sequence[Line]) -> "Runs":
        part = Runs(self._said, self._size, self._leading, tuple(lines))
        part.indent = self.indent
        return part

    def put(self, on: Collected, left: float, low: float) -> None:
        """Line by line, piece by piece."""
        for base, line in self._placed(low):
            for at, (words, face, ink) in line:
                on.inked(left + self.indent + at, base, fonts.fitting(words), face, self._size, ink)
