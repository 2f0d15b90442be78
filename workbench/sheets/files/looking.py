"""What calamine drops of an xlsx, streamed from the sheet's own XML in the reading child.

No tree, no parser, and every search is bounded, so that no file can make it slow: of 50,000 rows of 40 cells only the
attributes that matter are touched, by one search a row, and rows that are styled alike share one pattern. What is unusual
(attributes in another order, none at all) takes a slower way.
"""

import re
from array import array
from collections.abc import Iterator, Mapping
from itertools import chain

from workbench.sheets import limits
from workbench.sheets.files.comments import column_of, comments_of
from workbench.sheets.files.package import Package
from workbench.sheets.files.struck_text import LONGEST_ROW, Unusual, is_struck_text, struck_strings
from workbench.sheets.files.styles import styles_of
from workbench.sheets.look import Style

MOST_PATTERNS, MOST_PLACES = 20_000, 200_000
FEW = 8
"""Styled cells of a row up to which it is looked whether they are those of the row before."""
PLAIN = Style()
ROOT = re.compile(rb"<(?:(\w+):)?worksheet[\s>]")
COLUMNS = re.compile(rb"<(?:\w+:)?col\s([^>]{0,300})>")
ATTRIBUTE = re.compile(rb"\b([\w:]{1,40})\s{0,9}=\s{0,9}(?:\"([^\"]{0,200})\"|'([^']{0,200})')")
LONGEST_TAG = 4096
FORMULA_ALONE = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f(?:\s[^<>]{0,200})?/>)\s{0,20}(?:<(?:\w+:)?v\s?/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s{0,20}</(?:\w+:)?c>"
)
"""A formula whose value no program has written: calamine gives a blank, which would erase."""
NOT_CALCULATED = "#NOT CALCULATED"
PARTLY_STRUCK = "#PARTLY STRUCK "
"""Before the text of a cell of which a part is struck through."""
VALUE = re.compile(rb"<(?:\w+:)?v>\s{0,20}([^<\s][^<]{0,40})</")


class Looks:
    """Looks at the sheets of one package; what all of them share is read once."""

    def __init__(self, path: str) -> None:
        self._package = Package(path)
        self._parts = self._package.sheets()
        self._styles = styles_of(self._package)
        strings = self._package.one(self._package.workbook, "sharedStrings")
        self._struck = struck_strings(self._package, strings) if strings else {}

    def sheet(self, name: str) -> "SheetLook | None":
        """The look of one sheet; None where its part is not found."""
        part = self._parts.get(name)
        if part is None:
            return None
        look = SheetLook(self._styles, self._struck)
        look.take(self._package.chunks(part))
        look.comments = comments_of(self._package, part)
        return look


class SheetLook:
    """One sheet while it is streamed. Rows count from 1, columns from 0."""

    def __init__(self, styles: list[Style], struck_strings: Mapping[int, bool]) -> None:
        self.styles = list(dict.fromkeys([PLAIN, *styles]))
        places = {style: n for n, style in enumerate(self.styles)}
        self._of_number = [places[style] for style in styles]
        self._struck_strings = struck_strings
        self._patterns: dict[bytes, int] = {}
        self.patterns: dict[tuple[tuple[int, int, int], ...], int] = {}
        self.starts, self.ids = array("I"), array("I")
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self.errors: dict[int, dict[int, str]] = {}
        self.struck: list[tuple[int, int]] = []
        self.comments: list[tuple] = []
        self._row = self._rows = 0
        self._before: tuple[tuple[bytes, bytes], ...] = ()
        """Of the row before, where it has few styled cells, what stands around the row's number in the tag of each."""
        self._has_errors = self._has_strikes = self._has_apostrophes = self._has_formulas = False
        """Whether the piece of XML at hand has them at all."""

    def take(self, chunks: Iterator[bytes]) -> None:
        """Stream the sheet's XML up to the end of its rows. Raises Unusual."""
        rest, rows = b"", False
        for chunk in chunks:
            data = rest + chunk
            if not rows:
                self._begin(data)
            end = data.find(self._end)
            has_apostrophes = b"'" in data  # one sign is found at once, and mostly there is none, nor any f or k
            self._has_errors = b't="e"' in data or has_apostrophes and b"t='e'" in data
            self._has_formulas = b"f" in data and self._formula in data
            self._has_strikes = bool(self._struck_strings) or b"k" in data and b"strike" in data
            self._has_apostrophes = has_apostrophes and b" s='" in data
            pieces = (data if end < 0 else data[:end]).split(self._separator)
            if not rows and len(pieces) > 1:
                rows = True
                self._columns(pieces.pop(0))
            rest = pieces.pop() if end < 0 else b""
            for piece in pieces if rows else ():
                self._take(piece)
            if end >= 0:
                return
            if len(rest) > LONGEST_ROW:
                raise Unusual
        if rows and rest:
            self._take(rest)

    def message(self) -> tuple:
        """What goes to the parent, in the types that marshal knows."""
        return (
            "look",
            [tuple(style) for style in self.styles],
            list(self.patterns),
            self.starts.tobytes(),
            self.ids.tobytes(),
            self.hidden_rows,
            self.hidden_columns,
            self.struck,
            self.comments,
        )

    def _begin(self, data: bytes) -> None:
        """The prefix that every tag has, mostly none."""
        root = ROOT.search(data[:4096])
        if root is None:
            raise Unusual
        prefix = root[1] + b":" if root[1] else b""
        self._end, self._separator = b"</" + prefix + b"sheetData", b"<" + prefix + b"row"
        self._formula = b"<" + prefix + b"f"
        tag = re.escape(b"<" + prefix + b"c")
        self._tag = b"<" + prefix + b'c r="'
        self._cell = re.compile(tag + rb' r="([A-Z]{1,3})\d+"(?: t="\w+")? s="(\d+)"')
        self._cells = re.compile(tag + rb"(?=[\s>/])")

    def _columns(self, head: bytes) -> None:
        for each in COLUMNS.finditer(head):
            said = _attributes(each[1])
            if said.get(b"hidden") in (b"1", b"true") and len(self.hidden_columns) < 1000:
                first, last = _whole(said.get(b"min")), _whole(said.get(b"max"))
                if 0 < first <= last:
                    self.hidden_columns.append((first - 1, min(last, 16_384) - 1))

    def _take(self, piece: bytes) -> None:
        """One row: its attributes and its cells."""
        if piece[:1] not in (b" ", b">", b"\t", b"\r", b"\n", b"/"):  # rowBreaks
            return
        self._rows += 1
        if self._rows > limits.ROWS:
            raise Unusual
        head, _, cells = piece.partition(b">")
        self._begin_row(head)
        pattern = self._pattern(cells)
        if not self.ids or self.ids[-1] != pattern:
            self.starts.append(self._row)
            self.ids.append(pattern)
        if self._has_errors and (b't="e"' in cells or b"t='e'" in cells):
            self._take_errors(cells)
        if self._has_formulas and self._formula in cells and FORMULA_ALONE.search(cells):
            self._take_formulas(cells)
        if self._has_strikes and (self._struck_strings or b"strike" in cells):
            self._take_struck(cells)

    def _begin_row(self, head: bytes) -> None:
        """Its number, and whether it is hidden; most say the number first and nothing else that matters."""
        if head[:4] == b' r="' and b"hidden" not in head:
            self._row = _whole(head[4 : head.find(b'"', 4)]) or self._row + 1
            return
        said = _attributes(head)
        self._row = _whole(said.get(b"r")) or self._row + 1
        if said.get(b"hidden") in (b"1", b"true") and len(self.hidden_rows) < MOST_PLACES:
            self.hidden_rows.append(self._row)

    def _pattern(self, cells: bytes) -> int:
        """The number of the pattern in which the cells of a row are styled."""
        styled = cells.count(b' s="') + (cells.count(b" s='") if self._has_apostrophes else 0)
        if self._before and styled == len(self._before) and self._is_as_before(cells):
            return self.ids[-1]
        found = self._cell.findall(cells)
        self._before = ()
        if len(found) != styled:
            return self._of_runs(self._carefully(cells))
        key = b",".join(chain.from_iterable(found))
        known = self._patterns.get(key)
        if known is None:
            if len(self._patterns) > MOST_PATTERNS:
                raise Unusual
            known = self._patterns[key] = self._of_runs([(_place(a), _whole(b)) for a, b in found])
        if 0 < styled <= FEW:
            self._before = tuple((self._tag + letters, b'" s="' + number + b'"') for letters, number in found)
        return known

    def _is_as_before(self, cells: bytes) -> bool:
        """Whether all the cells of a row that are styled, which are as many as in the row before, are styled as there."""
        row, at = b"%d" % self._row, 0
        for tag, style in self._before:
            at = cells.find(tag + row + style, at)
            if at < 0:
                return False
        return True

    def _carefully(self, cells: bytes) -> list[tuple[int, int]]:
        """Column and style of every cell, whatever stands in its tag; one without a reference is right of the one before."""
        return [(column, _whole(said.get(b"s"))) for column, said, _ in self._each(cells)]

    def _of_runs(self, cells: list[tuple[int, int]]) -> int:
        runs: list[tuple[int, int, int]] = []
        for column, number in cells:
            style = self._of_number[number] if number < len(self._of_number) else 0
            if not style:
                continue
            if runs and runs[-1][1] == column - 1 and runs[-1][2] == style:
                runs[-1] = runs[-1][0], column, style
            else:
                runs.append((column, column, style))
        if len(self.patterns) > MOST_PATTERNS:
            raise Unusual
        return self.patterns.setdefault(tuple(runs), len(self.patterns))

    def _each(self, cells: bytes) -> Iterator[tuple[int, dict[bytes, bytes], bytes]]:
        """Each cell of a row: its column, its attributes, and what stands between its tags and in them."""
        column = -1
        for body in self._cells.split(cells)[1:]:
            tag, _, inner = body.partition(b">")
            said = _attributes(tag)
            letters = said.get(b"r", b"").rstrip(b"0123456789")
            column = _place(letters) if letters.isalpha() and letters.isupper() and len(letters) < 4 else column + 1
            yield column, said, inner

    def _take_errors(self, cells: bytes) -> None:
        for column, said, inner in self._each(cells):
            value = VALUE.search(inner) if said.get(b"t") == b"e" else None
            if value:
                self.errors.setdefault(self._row - 1, {})[column] = value[1].strip().decode("utf-8", "replace")

    def _take_formulas(self, cells: bytes) -> None:
        """Formulas without a value; one whose value is a text without letters has one."""
        for column, said, inner in self._each(cells):
            if said.get(b"t") != b"str" and FORMULA_ALONE.search(inner):
                self.errors.setdefault(self._row - 1, {})[column] = NOT_CALCULATED

    def _take_struck(self, cells: bytes) -> None:
        """Cells whose text is struck through run by run, while their style is not: as a whole, or in part, which is an error."""
        for column, said, inner in self._each(cells):
            if said.get(b"t") == b"s":
                value = VALUE.search(inner)
                struck = self._struck_strings.get(_whole(value[1].strip())) if value else None
            else:
                struck = is_struck_text(inner)
            if struck and len(self.struck) < MOST_PLACES:
                self.struck.append((self._row, column))
            elif struck is False:
                self.errors.setdefault(self._row - 1, {})[column] = PARTLY_STRUCK


def _attributes(tag: bytes) -> dict[bytes, bytes]:
    return {name: double or single for name, double, single in ATTRIBUTE.findall(tag[:LONGEST_TAG])}


def _whole(text: bytes | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 9 else 0


_PLACES: dict[bytes, int] = {}


def _place(letters: bytes) -> int:
    found = _PLACES.get(letters)
    if found is None:
        found = _PLACES[letters] = column_of(letters.decode("ascii"))
    return found
