"""The lookup card on paper: Letter pages, people with their privileges in two columns, and on every page until when it is good."""

from collections.abc import Callable, Iterator
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from workbench.papers.lookup import CONDITIONAL, Card, Held, Holder, about_of, footer, notes_of
from workbench.records import texts
from workbench.sheets import writing

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
PLAIN, BOLD = "InterTabular-Regular", "InterTabular-SemiBold"
INK, QUIET, EDGE, ACCENT = (colors.HexColor(each) for each in ("#1b2530", "#55626f", "#d5dce1", "#0f6b72"))
MARGIN, GAP, TOP, BOTTOM = 40.0, 22.0, 92.0, 52.0
COLUMNS = 2
SIZE, LEAD, INDENT = 8.2, 11.0, 8.0
"""Points."""

Mark = tuple[str, float, str, float, colors.Color]
"""A text, how far right it begins, its font and size, its color."""

Draw = tuple[float, Callable[[Canvas, float, float], None]]
"""How high a line is, and what draws it with its top at (x, y)."""


def write(card: Card, path: Path) -> int:
    """Write the card as PDF; how many people are on it. Raises WorkbenchError."""
    for name in (PLAIN, BOLD):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    pages = _pages(card)

    def make(beside: Path) -> int:
        canvas = Canvas(str(beside), pagesize=LETTER, pageCompression=1, lang="en-US")
        canvas.setTitle(f"Who may do what at {card.hospital}, {texts.day(card.made)}")
        canvas.setCreator("Medical Staff Workbench")
        for number, columns in enumerate(pages, 1):
            _frame(canvas, card, number, len(pages))
            for place, column in enumerate(columns):
                _column(canvas, column, MARGIN + place * (_width() + GAP))
            canvas.showPage()
        canvas.save()
        return len(card.holders)

    return writing.replaced(path, make)


def _width() -> float:
    return (LETTER[0] - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS


def _pages(card: Card) -> list[list[list[Draw]]]:
    """Blocks of lines set into columns, a person whole in one column where it fits."""
    room = LETTER[1] - TOP - BOTTOM
    pages: list[list[list[Draw]]] = [[[]]]
    left = room
    for block in (list(_block(holder, card)) for holder in card.holders):
        high = sum(line[0] for line in block)
        for line in block:
            need = min(high, room) if line is block[0] else line[0]
            if need > left:
                if len(pages[-1]) < COLUMNS:
                    pages[-1].append([])
                else:
                    pages.append([[]])
                left = room
            pages[-1][-1].append(line)
            left -= line[0]
    return pages


def _block(holder: Holder, card: Card) -> Iterator[Draw]:
    for text in _wrapped(holder.name, BOLD, SIZE + 1, _width()):
        yield LEAD + 1.5, _marks((text, 0.0, BOLD, SIZE + 1, INK))
    about = about_of(holder, card)
    for text in _wrapped(about, PLAIN, SIZE - 0.7, _width()) if about else ():
        yield LEAD, _marks((text, 0.0, PLAIN, SIZE - 0.7, QUIET))
    for each in holder.held:
        yield from _line(each, notes_of(each, holder, card))
    yield 9.0, _rule


def _line(each: Held, notes: list[str]) -> Iterator[Draw]:
    """A privilege; what is said of it stands on its last line if there is room, else below."""
    room, said = _width() - INDENT, " · ".join([*([] if each.core else ["special"]), *notes])
    lines = _wrapped(each.name, PLAIN, SIZE, room)
    used = pdfmetrics.stringWidth(lines[-1], PLAIN, SIZE) + 6
    beside = bool(said) and used + pdfmetrics.stringWidth(said, PLAIN, SIZE - 1) <= room
    for place, text in enumerate(lines):
        marks = [("•", 0.0, PLAIN, SIZE, ACCENT)] if place == 0 else []
        marks.append((text, INDENT, PLAIN, SIZE, INK))
        if beside and place + 1 == len(lines):
            marks.append((said, INDENT + used, PLAIN, SIZE - 1, QUIET))
        yield LEAD, _marks(*marks)
    for text in _wrapped(said, PLAIN, SIZE - 1, room) if said and not beside else ():
        yield LEAD - 1.4, _marks((text, INDENT, PLAIN, SIZE - 1, QUIET))
    if each.conditional:
        yield LEAD - 1, _marks((CONDITIONAL, INDENT, BOLD, SIZE - 1, INK))


def _marks(*marks: Mark) -> Callable[[Canvas, float, float], None]:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        for text, right, font, size, color in marks:
            canvas.setFont(font, size)
            canvas.setFillColor(color)
            canvas.drawString(x + right, y - SIZE, text)

    return draw


def _rule(canvas: Canvas, x: float, y: float) -> None:
    canvas.setStrokeColor(EDGE)
    canvas.setLineWidth(0.5)
    canvas.line(x, y - 4.5, x + _width(), y - 4.5)


def _column(canvas: Canvas, lines: list[Draw], x: float) -> None:
    y = LETTER[1] - TOP
    for high, draw in lines:
        draw(canvas, x, y)
        y -= high


def _frame(canvas: Canvas, card: Card, number: int, pages: int) -> None:
    right, top = LETTER[0] - MARGIN, LETTER[1] - 46
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, 14)
    canvas.drawString(MARGIN, top, _fitting(f"Who may do what at {card.hospital}", BOLD, 14, right - MARGIN - 150))
    canvas.setFont(BOLD, 9)
    canvas.drawRightString(right, top + 2, f"Good through {texts.day(card.good_through)}")
    canvas.setFillColor(QUIET)
    canvas.setFont(PLAIN, 8)
    canvas.drawString(
        MARGIN, top - 14, f"Made {texts.day(card.made)}. After its last day this card is out of date: get a new one."
    )
    canvas.setStrokeColor(EDGE)
    canvas.line(MARGIN, top - 24, right, top - 24)
    canvas.line(MARGIN, 42, right, 42)
    said = _wrapped(footer(card), PLAIN, 6.6, right - MARGIN - 70)
    canvas.setFont(PLAIN, 6.6)
    for place, text in enumerate(said[:2]):
        canvas.drawString(MARGIN, 32 - place * 8.5, text)
    canvas.setFont(PLAIN, 8)
    canvas.drawRightString(right, 30, f"Page {number} of {pages}")


def _wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    """A text in lines that fit; a word that is longer than a line is cut."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if pdfmetrics.stringWidth(longer, font, size) <= width:
            lines[-1] = longer
        else:
            lines += [_fitting(word, font, size, width)] if lines[-1] else []
            lines[-1] = _fitting(word, font, size, width)
    return lines


def _fitting(text: str, font: str, size: float, width: float) -> str:
    if pdfmetrics.stringWidth(text, font, size) <= width:
        return text
    while text and pdfmetrics.stringWidth(f"{text}…", font, size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
