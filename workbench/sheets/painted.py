"""What the formatting of a sheet sets apart: rows struck through, rows filled in one color, single values crossed out.

In an office's workbook that means something, and only a person knows what: it asks by group. Every other row shaded, or all of
them, is no mark; a legend in the sheet is believed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from workbench.sheets.cell import cells, words
from workbench.sheets.comparison import choosing
from workbench.sheets.comparison.color_names import COLORS, color_name
from workbench.sheets.look import Look, Style
from workbench.sheets.reading import Sheet
from workbench.sheets.recognizing import SheetReading

IN, OUT = "bring in", "leave out"
"""Answers, besides the statuses."""
STRUCK, CROSSED_OUT, FILL = "struck", "crossed out", "fill "
"""Keys: rows struck through, single values in other rows, a fill and its RRGGBB."""
NAMES = ("provider.full_name", "provider.last", "provider.first")
LEGEND = re.compile(r"^\W*(.{2,30}?)\s*(?:=|:|\s[-–]|\bmeans?\b|\bis\b|\bare\b)\s*(.{2,40}?)\W*$", re.IGNORECASE)
STRIKING = re.compile(r"\b(?:strik\w+|struck\w*|cross(?:ed)?[ -]?out|lined?[ -]?(?:out|through))\b", re.IGNORECASE)
NEARLY_ALL, REGULAR, FEWEST_STRIPES, FEWEST = 0.9, 0.8, 5, 4


@dataclass(frozen=True, slots=True)
class Mark:
    """Rows of one sheet that are formatted alike, unlike the others."""

    sheet: str
    key: str
    says: str
    """As it is told: struck through, filled yellow."""
    rows: frozenset[int]
    meant: str = ""
    """The status that a legend in the sheet gives it."""

    @property
    def about(self) -> str:
        """What is asked about."""
        many = len(self.rows) != 1
        if self.key == CROSSED_OUT:
            return f"Single values are crossed out in {len(self.rows):,} row{'s' if many else ''}"
        return f"{len(self.rows):,} row{'s are' if many else ' is'} {self.says}"

    @property
    def left_out(self) -> str:
        """Why a row that bears it is left out."""
        return f"It is {self.says} in the file; left out"

    @property
    def safe(self) -> str:
        """The answer until somebody gives one: whoever is struck through has mostly left; a color may be only a color."""
        return self.meant or (IN if self.key.startswith(FILL) else OUT)


class MarkAsked(NamedTuple):
    """A mark with what holds for it, and whether a person said so."""

    mark: Mark
    answer: str
    given: bool

    @property
    def chosen(self) -> str:
        """What becomes of its rows, in words."""
        what = {IN: "brought in as they stand", OUT: "left out"}.get(self.answer, f"brought in as {self.answer}")
        legend = not self.given and self.mark.meant
        return f"{what}, as the legend of the sheet says" if legend else what


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one sheet."""

    groups: tuple[Mark, ...] = ()
    of_row: Mapping[int, Mark] = field(default_factory=dict)
    crossed_out: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """By row that is not struck through itself, the columns whose value is."""
    cells: tuple[tuple[int, str, int], ...] = ()
    """Column, color and number of cells filled in it whose row is not."""


def marks_of(reading: SheetReading, sheet: Sheet) -> Marks:
    """What is set apart among the data rows of a sheet."""
    look = sheet.look
    if look is None or not look.marks:
        return Marks()
    struck, crossed_out, filled, single = _marked(reading, look)
    order = [row.number for row in reading.rows]
    plain = {color for color, rows in filled.items() if _is_ground(rows, order) or _is_striped(rows, order)}
    legend = _legend(reading, sheet, look)
    groups = []
    if struck:
        groups.append(Mark(reading.name, STRUCK, "struck through", frozenset(struck), legend.get(STRUCK, "")))
    called = Counter(color_name(color) for color in filled if color not in plain)
    for color, rows in filled.items():
        if left := frozenset(rows) - struck if color not in plain else frozenset():
            name = color_name(color)
            says = f"filled {name} ({color})" if called[name] > 1 else f"filled {name}"
            meant = legend.get(FILL + color) or legend.get(name.rpartition(" ")[2], "")
            groups.append(Mark(reading.name, FILL + color, says, left, meant))
    of_row = {number: mark for mark in groups for number in mark.rows}
    if crossed_out:
        groups.append(Mark(reading.name, CROSSED_OUT, "crossed out", frozenset(crossed_out)))
    most = 0.5 * len(order)
    cells_filled = tuple((at, color, n) for (at, color), n in sorted(single.items()) if n <= most)
    return Marks(tuple(groups), of_row, crossed_out, cells_filled)


def _marked(
    reading: SheetReading, look: Look
) -> tuple[set[int], dict[int, frozenset[int]], dict[str, set[int]], Counter[tuple[int, str]]]:
    """Struck rows, single values crossed out, rows by their fill, and single cells by column and fill."""
    names = [at for target in NAMES if (at := reading.column_of(target)) is not None]
    struck: set[int] = set()
    crossed_out: dict[int, frozenset[int]] = {}
    filled: dict[str, set[int]] = defaultdict(set)
    single: Counter[tuple[int, str]] = Counter()
    said: dict[int, dict[int, Style]] = {}
    for data in reading.rows:
        number, row = data.number, data.filed or data.cells
        pattern = look.pattern(number)
        if pattern not in said:
            said[pattern] = {at: s for at, s in look.styles_of(pattern).items() if s.struck or s.fill}
        styles, texts = said[pattern], look.struck_texts.get(number)
        if not styles and not texts:
            continue
        used = [at for at, cell in enumerate(row) if cell is not None]
        out = frozenset(at for at in used if at in styles and styles[at].struck or texts and at in texts)
        if 2 * len(out) >= len(used) or any(at in out for at in names):
            struck.add(number)
        elif out:
            crossed_out[number] = out
        color = _fill_of_row(used, names, styles)
        if color:
            filled[color].add(number)
        single.update((at, styles[at].fill) for at in used if at in styles and styles[at].fill not in ("", color))
    return struck, crossed_out, filled, single


def _fill_of_row(used: list[int], names: list[int], styles: Mapping[int, Style]) -> str:
    """The color of the name, else of most of the filled cells."""
    fills = [styles[at].fill for at in used if at in styles]
    named = next((styles[at].fill for at in names if at in styles and styles[at].fill), "")
    if named or not fills:
        return named
    color, count = Counter(fills).most_common(1)[0]
    return color if 2 * count > len(used) else ""


def _is_ground(rows: set[int], order: list[int]) -> bool:
    """Whether it is the color of the sheet itself."""
    return len(order) >= FEWEST and len(rows) > NEARLY_ALL * len(order)


def _is_striped(rows: set[int], order: list[int]) -> bool:
    """Whether rows are shaded in turn, so that the eye keeps the line."""
    runs = [(is_in, len(list(run))) for is_in, run in groupby(order, key=rows.__contains__)]
    lengths = {kind: Counter(length for each, length in runs if each == kind) for kind in (True, False)}
    if len(runs) < FEWEST_STRIPES:
        return False
    (wide, colored), (gap, others) = (lengths[kind].most_common(1)[0] for kind in (True, False))
    return wide == gap and colored + others >= REGULAR * len(runs)


def _legend(reading: SheetReading, sheet: Sheet, look: Look) -> dict[str, str]:
    """What lines beside the data say of marks: a filled cell with a status in it, or “Yellow = pending”."""
    data = {row.number for row in reading.rows} | set(reading.heading_rows)
    found: dict[str, str] = {}
    for number, row in enumerate(sheet.rows, sheet.first_row):
        if number in data:
            continue
        for at, cell in enumerate(row):
            if isinstance(cell, str) and 2 <= len(cell) <= 80:
                _explain(cells.typed(cell), look.styles_in(number).get(at, Style()), found)
    return found


def _explain(text: str, style: Style, found: dict[str, str]) -> None:
    match = LEGEND.match(text)
    status = _status(match[2] if match else text)
    if not status:
        return
    if style.fill:
        found.setdefault(FILL + style.fill, status)
    if style.struck or match and STRIKING.search(match[1]):
        found.setdefault(STRUCK, status)
    for word in match[1].lower().split() if match else ():
        if word in COLORS:
            found.setdefault(word, status)


def _status(text: str) -> str:
    return choosing.choice("status", words.status(text) or text) or ""
