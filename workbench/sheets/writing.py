"""Tables out: xlsx as an office expects it, and csv.

A file is whole or as it was before: it is written beside its place and moved there.
"""

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

import defusedxml  # noqa: F401  without it openpyxl expands entities of the templates that it reads
import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties

from workbench.errors import WorkbenchError
from workbench.store.saving import save

assert openpyxl.DEFUSEDXML, "openpyxl must find defusedxml"

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
GUARDED = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet takes for a formula, also behind apostrophes that the text had itself."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
MOST_ROWS, LONGEST_CELL, SAMPLE, WIDEST = 1_048_575, 32_767, 100, 48
HEADER_FILL = PatternFill("solid", fgColor="E3F0F0")


def write_table(
    path: Path, title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]], *, texts: Collection[int] = ()
) -> int:
    """Write one sheet and return how many rows it holds.

    Columns in `texts` (NPI, ZIP, codes) are text whatever they look like.
    Days are true dates, text is never a formula. Raises WorkbenchError if the file cannot be written.
    """
    return save(Path(path), lambda beside: _write_xlsx(beside, path.name, title, headings, rows, frozenset(texts)))


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write comma separated UTF-8 with ISO dates, and return how many rows it holds.

    Text that a spreadsheet would take for a formula stands behind an apostrophe, which reading takes off again.
    """
    return save(Path(path), lambda beside: _write_csv(beside, headings, rows))


def _write_xlsx(
    path: Path, name: str, title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]], texts: frozenset[int]
) -> int:
    workbook = openpyxl.Workbook(write_only=True)
    day = NamedStyle("day", number_format="mm/dd/yyyy")
    moment = NamedStyle("moment", number_format="mm/dd/yyyy hh:mm")
    as_text = NamedStyle("as text", number_format="@")
    for style in (day, moment, as_text):
        workbook.add_named_style(style)
    sheet = workbook.create_sheet(NOT_IN_TITLES.sub(" ", clean(title)).strip()[:31] or "Sheet")
    every = iter(rows)
    sample = [list(row) for row in islice(every, SAMPLE)]
    for column, width in enumerate(_widths(headings, sample), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0  # as many pages down as it takes, one across
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    try:
        count = _fill(sheet, name, headings, chain(sample, every), texts)
    except BaseException:
        sheet.close()  # else openpyxl's half-written part complains when it is collected
        raise
    workbook.save(path)
    return count


def _fill(
    sheet: WriteOnlyWorksheet, name: str, headings: Sequence[str], rows: Iterable[Sequence[Any]], texts: frozenset[int]
) -> int:
    sheet.append(list(_header(sheet, headings)))
    count = 0
    for row in rows:
        count += 1
        if count > MOST_ROWS:
            raise WorkbenchError(
                f"“{name}” would have more rows than Excel can hold: nothing was written; choose csv instead."
            )
        sheet.append([_cell(sheet, value, index in texts) for index, value in enumerate(row)])
    if headings:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{count + 1}"
    return count


def _header(sheet: WriteOnlyWorksheet, headings: Sequence[str]) -> Iterator[WriteOnlyCell]:
    for heading in headings:
        cell = _text_cell(sheet, clean(heading))
        cell.font, cell.fill = Font(bold=True), HEADER_FILL
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        yield cell


def _cell(sheet: WriteOnlyWorksheet, value: Any, is_text: bool) -> Any:
    """A cell for a value; the plain ones need no object."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return _styled(sheet, value, "moment")
    if isinstance(value, date):
        return _styled(sheet, value, "day")
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, (int, float)) and not is_text:
        return value
    text = clean(str(value))
    if is_text or text.startswith(FORMULA_STARTS):
        cell = _text_cell(sheet, text)
        cell.style = "as text"
        return cell
    return text


def _styled(sheet: WriteOnlyWorksheet, value: Any, style: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value)
    cell.style = style
    return cell


def _text_cell(sheet: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    """Openpyxl takes "=..." for a formula when the value is set, so the type is said after it."""
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def clean(text: str) -> str:
    """Without the characters that XML forbids, and no longer than a cell can hold."""
    return ILLEGAL.sub("", text)[:LONGEST_CELL]


def _widths(headings: Sequence[str], sample: Sequence[Sequence[Any]]) -> Iterator[float]:
    for index, heading in enumerate(headings):
        longest = max((len(_shown(row[index])) for row in sample if index < len(row)), default=0)
        yield min(WIDEST, max(8, len(str(heading)) + 4, longest + 2))


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
