"""Tables out: xlsx as an office expects it, and csv.

A file is whole or as it was before: it is written beside its place and moved there.
"""

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import defusedxml  # noqa: F401  without it openpyxl expands entities of the templates that it reads
import openpyxl
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from workbench.errors import WorkbenchError
from workbench.sheets import spelling
from workbench.sheets.cleaning import clean
from workbench.sheets.spelling import Looks
from workbench.store.saving import save

assert openpyxl.DEFUSEDXML, "openpyxl must find defusedxml"

NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
GUARDED = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet takes for a formula, also behind apostrophes that the text had itself."""
MOST_ROWS, SAMPLE, WIDEST = 1_048_575, 100, 48
READ_ACROSS = 180
"""Widths of a digit that one printed page has room for: its letters are some seven points then. A wider table takes more pages."""
WHOSE = 3
"""Columns that say whom a row is about, as lists begin: a number, an identifier, a name."""
PLAIN = {"name": "Calibri", "sz": 11}
"""The letters of every other cell: of a font without a name each program thinks its own."""
HEADER_FILL, TOLD_FILL = PatternFill("solid", fgColor="E3F0F0"), PatternFill("solid", fgColor="F0F0F0")
TOLD_INK = "595959"
"""Columns that are only told are grey; the ink keeps a contrast above 4.5 to 1 on the fill."""


class Dress:
    """What a sheet wears besides its rows; this one wears nothing, a list that invites editing does."""

    told: frozenset[int] = frozenset()
    """Columns that are only told, by place."""
    freeze = "A2"
    """The first cell that scrolls."""

    def before(self, sheet: Worksheet) -> None:
        """Dress the sheet before its rows: its columns."""

    def after(self, sheet: Worksheet, count: int) -> None:
        """Dress the sheet after its rows, which are so many."""

    def more(self) -> Iterable[tuple[str, str, Iterable[Sequence[Any]]]]:
        """Further sheets after the rows: title, state (hidden, veryHidden), rows."""
        return ()


def write_table(
    path: Path,
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    texts: Collection[int] = (),
    dress: Dress | None = None,
) -> int:
    """Write one sheet and return how many rows it holds.

    Columns in `texts` (NPI, ZIP, codes) are text whatever they look like.
    Days are true dates, text is never a formula. Raises WorkbenchError if the file cannot be written.
    """
    path = Path(path)
    made = _Book(path.name, title, headings, frozenset(texts), dress or Dress())
    return save(path, lambda beside: made.write(beside, rows))


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write comma separated UTF-8 with ISO dates, and return how many rows it holds.

    Text that a spreadsheet would take for a formula stands behind an apostrophe, which reading takes off again.
    """
    return save(Path(path), lambda beside: _write_csv(beside, headings, rows))


class _Book:
    """One table on its way into a file: openpyxl makes the frame, twice, since what follows the rows tells their number."""

    def __init__(self, name: str, title: str, headings: Sequence[str], texts: frozenset[int], dress: Dress) -> None:
        self._name, self._headings, self._dress = name, [clean(heading) for heading in headings], dress
        self._workbook = Workbook()
        self._sheet: Worksheet = self._workbook.active
        self._sheet.title = NOT_IN_TITLES.sub(" ", clean(title)).strip()[:31] or "Sheet"
        self._count = 0
        self._texts = texts
        self._heads = [self._look(head=True, told=place in dress.told) for place in range(len(headings))]

    def write(self, path: Path, rows: Iterable[Sequence[Any]]) -> int:
        """Write everything; how many rows."""
        every = iter(rows)
        sample = [list(row) for row in islice(every, SAMPLE)]
        self._lay_out(sample)
        frame = self._frame()
        with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=6) as archive:
            whole: dict[str, bytes] = {}

            def tail() -> bytes:
                self._finish()
                whole.update(self._frame())
                return whole[_PART.format(1)]

            spelling.lay(archive, _PART.format(1), frame[_PART.format(1)], self._rows(chain(sample, every)), tail)
            for number, (_, _, more) in enumerate(self._more, 2):
                made = whole[_PART.format(number)]
                spelling.lay(archive, _PART.format(number), made, _plain_rows(more), partial(bytes, made))
            for part, content in whole.items():
                if not _IS_SHEET.fullmatch(part):
                    archive.writestr(part, content)
        return self._count

    def _frame(self) -> dict[str, bytes]:
        """Every part of the file as openpyxl makes it, without rows."""
        stream = BytesIO()
        self._workbook.save(stream)
        with ZipFile(stream) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def _lay_out(self, sample: Sequence[Sequence[Any]]) -> None:
        sheet = self._sheet
        widths = list(_widths(self._headings, sample))
        self._columns = self._dressed(_long(len(self._headings), sample))
        for column, width in enumerate(widths, 1):
            dimension = sheet.column_dimensions[get_column_letter(column)]
            dimension.width = width
            if self._columns[
                column - 1
            ].is_text:  # what is typed into an empty cell, or below the last row, stays text too
                dimension.number_format = "@"
        self._dress.before(sheet)
        sheet.freeze_panes = self._dress.freeze
        sheet.print_title_rows = "1:1"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0  # as many pages down as it takes
        sheet.page_setup.fitToWidth = across = max(1, -(-int(sum(widths)) // READ_ACROSS))
        if across > 1 and (stay := self._stays(widths)):
            sheet.print_title_cols = f"A:{get_column_letter(stay)}"
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

    def _stays(self, widths: Sequence[float]) -> int:
        """How many columns each printed page repeats: those that do not scroll, else the first ones that say who it is about."""
        frozen = column_index_from_string(re.sub(r"\d", "", self._dress.freeze)) - 1
        return frozen or (WHOSE if sum(widths[:WHOSE]) * 2 < READ_ACROSS else 0)

    def _dressed(self, long: frozenset[int]) -> list[Looks]:
        """The looks of each column; where one holds long texts they wrap, and every row is read from its top."""
        every = range(max(len(self._headings), 1))
        kinds = {(place in self._dress.told, place in long) for place in every}
        looks = {kind: self._looks(*kind, top=bool(long)) for kind in kinds}
        return [
            Looks(
                *looks[place in self._dress.told, place in long],
                is_text=place in self._texts,
                wide=WIDEST if place in long else 0,
            )
            for place in every
        ]

    def _finish(self) -> None:
        if self._headings:
            self._sheet.auto_filter.ref = f"A1:{get_column_letter(len(self._headings))}{self._count + 1}"
        self._dress.after(self._sheet, self._count)
        self._more = list(self._dress.more())
        for title, state, _ in self._more:
            self._workbook.create_sheet(title).sheet_state = state

    def _rows(self, rows: Iterable[Sequence[Any]]) -> Iterator[str]:
        letters = spelling.letters(len(self._columns))
        heads = [Looks(style, style) for style in self._heads]
        yield spelling.row(1, self._headings, heads, letters)
        for row in rows:
            self._count += 1
            if self._count > MOST_ROWS:
                raise WorkbenchError(
                    f"“{self._name}” would have more rows than Excel can hold: nothing was written; choose csv instead."
                )
            yield spelling.row(self._count + 1, row, self._columns, letters)

    def _looks(self, told: bool, wrap: bool, top: bool) -> tuple[int, int, int, int]:
        """The numbers of the styles of plain cells, texts, days and moments."""
        formats = ("General", "@", "mm/dd/yyyy", "mm/dd/yyyy hh:mm")
        return tuple(self._look(format, told=told, wrap=wrap, top=top) for format in formats)  # type: ignore[return-value]

    def _look(
        self, format: str = "General", *, head: bool = False, told: bool = False, wrap: bool = False, top: bool = False
    ) -> int:
        cell = Cell(self._sheet, row=1, column=1)
        cell.number_format = format
        if wrap or top:
            cell.alignment = Alignment(vertical="top", wrap_text=wrap, horizontal="left" if wrap else None)
        if head:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.font = Font(**PLAIN, bold=True, italic=told, color=TOLD_INK if told else None)
            cell.fill = TOLD_FILL if told else HEADER_FILL
        elif told:
            cell.font, cell.fill = Font(**PLAIN, color=TOLD_INK), TOLD_FILL
        return int(cell.style_id)


_PART, _IS_SHEET = "xl/worksheets/sheet{}.xml", re.compile(r"xl/worksheets/sheet\d+\.xml")


def _plain_rows(rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    for number, row in enumerate(rows, 1):
        yield spelling.row(number, row, [Looks()] * len(row), spelling.letters(len(row)))


def _widths(headings: Sequence[str], sample: Sequence[Sequence[Any]]) -> Iterator[float]:
    for index, heading in enumerate(headings):
        longest = max((len(_shown(row[index])) for row in sample if index < len(row)), default=0)
        yield min(WIDEST, max(8, len(str(heading)) + 4, longest + 2))


def _long(count: int, sample: Sequence[Sequence[Any]]) -> frozenset[int]:
    """The columns that hold more than their width."""
    return frozenset(
        place
        for place in range(count)
        if any(place < len(row) and isinstance(row[place], str) and len(row[place]) > WIDEST for row in sample)
    )


def _shown(value: Any) -> str:
    return "" if value is None else "mm/dd/yyyy" if isinstance(value, date) else str(value).partition("\n")[0]


def _write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow([_plain(heading) for heading in headings])
        for row in rows:
            writer.writerow([_plain(value) for value in row])
            count += 1
    return count


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, str):
        return f"'{value}" if GUARDED.match(value) else value
    return value.isoformat() if isinstance(value, date) else value
