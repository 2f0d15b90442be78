"""The lookup card on paper: people with their privileges in two columns, and on every page until when it is good."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from workbench.errors import Progress, quiet
from workbench.papers import fonts, frame, ink
from workbench.papers.lookup_card import CONDITIONAL, Card, about_of, footer, notes_of, title_of
from workbench.papers.private import dotted
from workbench.papers.privileged import Held, Holder
from workbench.records import texts
from workbench.store.saving import save

GAP, COLUMNS = 22.0, 2
SIZE, LEAD, INDENT = 8.2, 11.0, 8.0
"""Points."""
TITLE, WORDS = 15.0, 7.2

Mark = tuple[str, float, str, float, str]
"""A text, how far right it begins, its face and size, its ink."""
Draw = tuple[float, Callable[[Canvas, float, float], None]]
"""How high a line is, and what draws it with its top at (x, y)."""


def write(card: Card, path: Path, progress: Progress = quiet) -> int:
    """Write the card as PDF; how many people are on it. progress counts pages. Raises WorkbenchError."""
    fonts.ready()
    top = list(_top(card))
    pages = _pages(card, sum(line[0] for line in top))

    def make(beside: Path) -> int:
        canvas = Canvas(str(beside), pagesize=frame.LETTER, pageCompression=1, lang="en-US")
        canvas.setTitle(dotted(title_of(card)))
        canvas.setCreator("Medical Staff Workbench")
        for number, columns in enumerate(pages, 1):
            frame.draw(canvas, _running(card), number, len(pages))
            start = frame.LETTER[1] - frame.ABOVE
            below = _draw(canvas, top, frame.SIDE, start) if number == 1 else start
            for place, column in enumerate(columns):
                _draw(canvas, column, frame.SIDE + place * (_width() + GAP), below)
            canvas.showPage()
            progress(number, len(pages))
        canvas.save()
        return len(card.holders)

    return save(path, make)


def _running(card: Card) -> frame.Running:
    """Whoever finds one page alone reads on it until when it may be relied on."""
    good = f"Good through {texts.day(card.good_through)}"
    return frame.Running(title_of(card), good, f"Made {texts.day(card.made)}", label=good.upper())


def _top(card: Card) -> Iterator[Draw]:
    wide = frame.room()[0]
    for text in _wrapped(title_of(card), fonts.SEMIBOLD, TITLE, wide):
        yield TITLE * 1.35, _marks((text, 0.0, fonts.SEMIBOLD, TITLE, ink.INK))
    for text in _wrapped(footer(card), fonts.REGULAR, WORDS, wide):
        yield WORDS * 1.4, _marks((text, 0.0, fonts.REGULAR, WORDS, ink.QUIET))
    yield 10.0, lambda canvas, x, y: None


def _width() -> float:
    return (frame.room()[0] - (COLUMNS - 1) * GAP) / COLUMNS


def _pages(card: Card, top: float) -> list[list[list[Draw]]]:
    """Blocks of lines set into columns, a person whole in one column where it fits; top is taken on the first page."""
    pages: list[list[list[Draw]]] = [[[]]]
    room = left = frame.room()[1] - top
    for block in (list(_block(holder, card)) for holder in card.holders):
        high = sum(line[0] for line in block)
        for line in block:
            if (min(high, room) if line is block[0] else line[0]) > left:
                if len(pages[-1]) < COLUMNS:
                    pages[-1].append([])
                else:
                    pages.append([[]])
                    room = frame.room()[1]
                left = room
            pages[-1][-1].append(line)
            left -= line[0]
    return pages


def _block(holder: Holder, card: Card) -> Iterator[Draw]:
    for text in _wrapped(holder.name, fonts.SEMIBOLD, SIZE + 1, _width()):
        yield LEAD + 1.5, _marks((text, 0.0, fonts.SEMIBOLD, SIZE + 1, ink.INK))
    about = about_of(holder, card)
    for text in _wrapped(about, fonts.REGULAR, SIZE - 0.7, _width()) if about else ():
        yield LEAD, _marks((text, 0.0, fonts.REGULAR, SIZE - 0.7, ink.QUIET))
    for each in holder.held:
        yield from _line(each, notes_of(each, holder, card))
    yield 9.0, _rule


def _line(each: Held, notes: list[str]) -> Iterator[Draw]:
    """A privilege; what is said of it stands on its last line if there is room, else below."""
    room, said = _width() - INDENT, " · ".join([*([] if each.core else ["special"]), *notes])
    lines = _wrapped(each.name, fonts.REGULAR, SIZE, room)
    used = _wide(lines[-1], SIZE) + 6
    beside = bool(said) and used + _wide(said, SIZE - 1) <= room
    for place, text in enumerate(lines):
        marks = [("•", 0.0, fonts.REGULAR, SIZE, ink.TEAL)] if place == 0 else []
        marks.append((text, INDENT, fonts.REGULAR, SIZE, ink.INK))
        if beside and place + 1 == len(lines):
            marks.append((said, INDENT + used, fonts.REGULAR, SIZE - 1, ink.QUIET))
        yield LEAD, _marks(*marks)
    for text in _wrapped(said, fonts.REGULAR, SIZE - 1, room) if said and not beside else ():
        yield LEAD - 1.4, _marks((text, INDENT, fonts.REGULAR, SIZE - 1, ink.QUIET))
    if each.conditional:
        yield LEAD - 1, _marks((CONDITIONAL, INDENT, fonts.SEMIBOLD, SIZE - 1, ink.AMBER))


def _marks(*marks: Mark) -> Callable[[Canvas, float, float], None]:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        base = max(size for _, _, _, size, _ in marks)
        for text, right, face, size, color in marks:
            canvas.setFont(face, size)
            canvas.setFillColor(_ink(color))
            canvas.drawString(x + right, y - base, fonts.printable(text))

    return draw


@cache
def _ink(color: str) -> Color:
    """ReportLab reads a color that is text anew each time, which costs as much as drawing the words."""
    return HexColor(color)


def _rule(canvas: Canvas, x: float, y: float) -> None:
    canvas.setStrokeColor(_ink(ink.HAIR))
    canvas.setLineWidth(0.5)
    canvas.line(x, y - 4.5, x + _width(), y - 4.5)


def _draw(canvas: Canvas, lines: list[Draw], x: float, y: float) -> float:
    """Draw lines below each other from y; where the next would stand."""
    for high, draw in lines:
        draw(canvas, x, y)
        y -= high
    return y


@lru_cache(maxsize=20_000)
def _wide(text: str, size: float) -> float:
    return fonts.width(text, fonts.REGULAR, size)


@lru_cache(maxsize=20_000)  # the same privileges and days come again and again
def _wrapped(text: str, face: str, size: float, room: float) -> Sequence[str]:
    """A text in lines that fit; a word that is longer than a line is cut."""
    if fonts.width(text, face, size) <= room:
        return (text,)
    lines = [""]
    for word in fonts.words(" ".join(text.split())):
        longer = f"{lines[-1]} {word}".strip()
        if fonts.width(longer, face, size) <= room:
            lines[-1] = longer
        else:
            lines += [""] if lines[-1] else []
            lines[-1] = fonts.cut(word, face, size, room)
    return lines
