"""A payer's own workbook: its headings recognized as those of any roster, its rows filled and its formats kept."""

import tomllib
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import defusedxml  # noqa: F401  without it openpyxl expands entities of the templates that it reads
import openpyxl
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from workbench.errors import WorkbenchError
from workbench.sheets.cleaning import clean
from workbench.sheets.column import layout, proofs
from workbench.sheets.column.columns import Columns
from workbench.sheets.column.headings import load_synonyms
from workbench.sheets.column.profile import Profile
from workbench.sheets.reading import Sheet

RESOURCES = Path(__file__).parents[2] / "resources" / "payers"
ACTION = "action"


@dataclass(frozen=True)
class TemplateColumn:
    """One column of a template."""

    at: int
    """From A = 1, as openpyxl counts."""
    heading: str
    target: str | None
    """What an import would read from it, “action”, or None for what nobody here knows."""

    @property
    def label(self) -> str:
        """The column's letter and heading: headings such as Expiration Date stand more than once."""
        return f"{get_column_letter(self.at)}: {self.heading}"


@dataclass(frozen=True)
class Template:
    """A template as it is understood."""

    sheet: str
    heading_row: int
    columns: tuple[TemplateColumn, ...]
    allowed: Mapping[str, frozenset[str]]
    """By target the words that a reference tab of the workbook allows, in lower case."""


@cache
def words() -> dict[str, Any]:
    """Headings and words of templates, as data."""
    with (RESOURCES / "templates.toml").open("rb") as file:
        return tomllib.load(file)


def understand(content: bytes, name: str) -> Template:
    """Understand a template. Raises WorkbenchError where it is no xlsx, or no heading of it is known."""
    book = _opened(content, name)
    synonyms = load_synonyms()
    for sheet in book.worksheets:
        plain = _plain(sheet)
        found = layout.find(plain, synonyms) if sheet.sheet_state == "visible" and plain.rows else None
        if found is None:
            continue
        texts = found.texts
        known = Columns(texts, lambda _: Profile([]), synonyms, {}, proofs.NONE)
        known.recognize()
        meant = _each_once(known.targets, texts)
        columns = tuple(
            TemplateColumn(at + 1, text, _target(text, meant.get(at))) for at, text in sorted(texts.items())
        )
        return Template(sheet.title, found.rows[-1] + 1, columns, _allowed(book, sheet))
    raise WorkbenchError(
        f"No headings of a roster are known in “{name}”. Nothing was changed. "
        "A template has a row with headings such as Last Name, NPI, License Number."
    )


def fill(content: bytes, name: str, template: Template, rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The template with a row for each mapping of labels to values, in the look of the first row under its headings.

    What stood under the headings (a sample, a row that says what is required) is replaced; a formula in a column that
    nothing is written to stays, and goes down the rows that are filled. Cells that were merged there are rows again."""
    book, filled = _opened(content, name), list(rows)
    sheet = book[template.sheet]
    first = template.heading_row + 1
    looks = {column.at: _look(sheet, first, column.at) for column in template.columns}
    _part(sheet, first)
    written = {label for values in filled for label, value in values.items() if value not in (None, "")}
    for column in template.columns:
        kept = column.target is None and column.label not in written
        formula = sheet.cell(first, column.at).value if kept else None
        for row in range(first, sheet.max_row + 1):
            cell = sheet.cell(row, column.at)
            if not (kept and cell.data_type == "f"):
                cell.value = None
        if isinstance(formula, str) and formula.startswith("="):
            _go_down(sheet, column.at, first, formula, len(filled))
    for row, values in enumerate(filled, first):
        for column in template.columns:
            _put(sheet, row, column, values.get(column.label), looks[column.at])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _part(sheet: Worksheet, first: int) -> None:
    """Part the merged cells from this row on; what of them reaches above it stays merged."""
    for merged in [each for each in sheet.merged_cells.ranges if each.max_row >= first]:
        left, top, right, _ = merged.bounds
        sheet.unmerge_cells(str(merged))
        if top < first and (first - top > 1 or right > left):
            sheet.merge_cells(start_row=top, start_column=left, end_row=first - 1, end_column=right)


def _go_down(sheet: Worksheet, column: int, first: int, formula: str, count: int) -> None:
    """A formula of the first row in the rows below it that have none, each about its own row."""
    letter = get_column_letter(column)
    moved = Translator(formula, f"{letter}{first}")
    for row in range(first + 1, first + count):
        cell = sheet.cell(row, column)
        if cell.value is None:
            cell.value = moved.translate_formula(f"{letter}{row}")


def _opened(content: bytes, name: str) -> Book:
    try:
        return openpyxl.load_workbook(BytesIO(content))
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError) as error:
        raise WorkbenchError(
            f"“{name}” cannot be read as an Excel workbook (.xlsx). Nothing was changed. Save it as .xlsx in Excel."
        ) from error


def _plain(sheet: Worksheet) -> Sheet:
    """The first rows as reading would hand them over."""
    rows = [tuple(row) for row in sheet.iter_rows(max_row=60, values_only=True)]
    merged = [(r.min_row, r.min_col - 1, r.max_row, r.max_col - 1) for r in sheet.merged_cells.ranges]
    return Sheet(sheet.title, sheet.sheet_state == "visible", rows, 1, merged)


def _each_once(found: Mapping[int, str | None], texts: Mapping[int, str]) -> dict[int, str | None]:
    """The targets by column, each where it stands first: what a person has several of is written into one cell, unless the
    headings number it."""
    first: dict[str | None, int] = {}
    for at in sorted(found):
        first.setdefault(found[at], at)
    several = {
        at for at, target in found.items() if target == "affiliation.hospital" and texts[at].rstrip(" *")[-1:].isdigit()
    }
    return {at: target if first[target] == at or at in several else None for at, target in found.items()}


def _target(heading: str, found: str | None) -> str | None:
    return ACTION if _plainly(heading) in words()["action_headings"] else found


def _plainly(text: str) -> str:
    """A heading in lower case, without the star of a required one."""
    return " ".join(text.lower().replace("*", " ").replace("_", " ").split())


def _allowed(book: Book, filled: Worksheet) -> dict[str, frozenset[str]]:
    """Reference tabs: columns of other sheets that are headed Degree or Specialty list what may be written."""
    found: dict[str, frozenset[str]] = {}
    names = {"degree": "provider.degree", "specialty": "provider.specialty", "provider type": "provider.provider_type"}
    for sheet in book.worksheets:
        if sheet is filled:
            continue
        for column in sheet.iter_cols(max_row=2000, values_only=True):
            heading = _plainly(str(column[0] or "")) if column else ""
            target = next((target for name, target in names.items() if name in heading), None)
            listed = frozenset(str(cell).strip().casefold() for cell in column[1:] if cell not in (None, ""))
            if target and len(listed) > 1:
                found[target] = found.get(target, frozenset()) | listed
    return found


def _look(sheet: Worksheet, row: int, column: int) -> Any:
    return copy(sheet.cell(row, column)._style)


def _put(sheet: Worksheet, row: int, column: TemplateColumn, value: Any, look: Any) -> None:
    cell = sheet.cell(row, column.at)
    cell._style = copy(look)
    if value in (None, ""):
        return
    if isinstance(value, date):
        shown = cell.number_format  # of a day openpyxl changes it
        cell.value = value
        cell.number_format = "mm/dd/yyyy" if _shows_no_day(shown) else shown
        return
    cell.value = clean(str(value))
    cell.data_type = "s"  # a text that begins with = is no formula


def _shows_no_day(number_format: str) -> bool:
    """Whether a format would show a day as a number."""
    return number_format in ("General", "@")
