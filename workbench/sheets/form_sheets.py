"""Forms for privileges as a sheet: one row a line of a form, headings as the form names its boxes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from workbench.errors import Problem, Progress, WorkbenchError, quiet
from workbench.records.fields import Whole
from workbench.records.privilege import Privilege, PrivilegeForm
from workbench.records.reading import read_text
from workbench.sheets import reading, writing
from workbench.sheets.cell import cells
from workbench.sheets.cleaning import clean

OF_FORM = ("name", "edition", "specialty", "state")
"""What each row repeats of its form; the state is told and not taken."""
OF_LINE = (
    *("position", "sort", "code", "name", "description", "training", "board"),
    *("counted", "cases", "months", "life_support", "fppe"),
)
HEADINGS = tuple(
    [PrivilegeForm.field(name).verbose_name for name in OF_FORM]
    + [Privilege.field(name).verbose_name for name in OF_LINE]
)
_KEYS = dict(
    zip(
        (heading.casefold() for heading in HEADINGS),
        [f"form.{name}" for name in OF_FORM] + [f"line.{name}" for name in OF_LINE],
        strict=True,
    )
)
LOOKED_AT = 20
"""The headings stand in one of the first rows."""


@dataclass(frozen=True)
class Row:
    """One row of the sheet, as far as it could be read."""

    sheet: str
    number: int
    """As Excel counts."""
    form: Mapping[str, str]
    """Of the form, the texts of the columns that are there."""
    line: Mapping[str, Any]
    """Of the line, the values of the columns that are there."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Rows:
    """What a file says."""

    file: str
    rows: tuple[Row, ...]
    unknown: tuple[str, ...]
    """Headings that are not ours; their columns are not read."""


def write(path: Path, rows: Iterable[Sequence[Any]]) -> int:
    """Write lines of forms, in the order of HEADINGS; how many. Raises WorkbenchError."""
    texts = {n for n, key in enumerate(_KEYS.values()) if not _is_number(key)}
    return writing.write_table(path, "Privilege forms", HEADINGS, rows, texts=texts)


def shown(value: Any) -> str:
    """A text as it comes back from a sheet that was written with it."""
    return clean(str(value or "")).strip()


def read(path: Path, today: date, *, launch: list[str] | None = None, progress: Progress = quiet) -> Rows:
    """Read every sheet that has our headings. Raises WorkbenchError when none has."""
    book = reading.read(path, launch=launch, progress=progress)
    rows: list[Row] = []
    unknown: dict[str, None] = {}
    found = False
    for sheet in book.sheets:
        for index, cells_of in enumerate(sheet.rows[:LOOKED_AT]):
            keys = [_KEYS.get(cells.typed(cell).casefold()) if cell not in (None, "") else None for cell in cells_of]
            if "form.name" in keys and "line.name" in keys:
                found = True
                unknown |= {
                    cells.typed(cell): None
                    for cell, key in zip(cells_of, keys, strict=True)
                    if key is None and cell not in (None, "")
                }
                rows += _rows(sheet, index, keys, today)
                break
    if not found:
        raise WorkbenchError(
            f"“{book.name}” has no columns “Form” and “Privilege”, so it is no form of privileges: nothing was changed; "
            "export a form first to see how it looks."
        )
    return Rows(book.name, tuple(rows), tuple(unknown))


def _rows(sheet: reading.Sheet, heading: int, keys: Sequence[str | None], today: date) -> Iterable[Row]:
    for index, values in enumerate(sheet.rows[heading + 1 :], heading + 1):
        by_key = {key: value for key, value in zip(keys, values, strict=False) if key}
        if any(value not in (None, "") for value in by_key.values()):
            yield _row(sheet.name, sheet.first_row + index, by_key, today)


def _row(sheet: str, number: int, by_key: Mapping[str, Any], today: date) -> Row:
    form: dict[str, str] = {}
    line: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, cell in by_key.items():
        of, _, name = key.partition(".")
        text = _text(cell)
        if isinstance(cell, reading.Wrong):
            problems.append(Problem(name, f"Its formula failed: Excel shows {cell}."))
        elif of == "form":
            form[name] = text
        else:
            value = read_text(Privilege.field(name), text, today)
            if isinstance(value, Problem):
                problems.append(value)
            else:
                line[name] = value
    if not form.get("name"):
        problems.append(Problem("form", "Say which form the line belongs to."))
    return Row(sheet, number, form, line, tuple(problems))


def _text(cell: Any) -> str:
    """Texts keep their own line breaks; anything else reads as a person would read it."""
    if isinstance(cell, str):
        return cell.replace("\r\n", "\n").strip()
    return "" if cell is None else cells.typed(cell)


def _is_number(key: str) -> bool:
    of, _, name = key.partition(".")
    return of == "line" and isinstance(Privilege.field(name), Whole)
