"""What the tests of sheets share: the child started from the source, and workbooks made in memory."""

import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from workbench.sheets.look import Look
from workbench.sheets.reading import Sheet, Workbook, read
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
LAUNCH = [
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); from workbench.sheets.child import main; sys.exit(main(sys.argv[2:]))",
]


def shared(*parts: str) -> Path:
    """A file that lies beside the project; the test is skipped where it does not."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{path} is not here")
    return path


def book(
    *tables: list[list[Any]], names: tuple[str, ...] = ("Sheet",), file: str = "roster.xlsx", **more: Any
) -> Workbook:
    """A workbook from lists of rows, as reading would hand it over."""
    sheets = []
    more.setdefault("look", Look())
    for name, table in zip(names, tables, strict=True):
        width = max(map(len, table), default=0)
        rows = [tuple(cell if cell != "" else None for cell in row) + (None,) * (width - len(row)) for row in table]
        sheets.append(Sheet(name, True, rows, **more))
    return Workbook(Path(file), file, "0" * 64, "xlsx", sheets)


def read_here(path: Path, **options: Any) -> Workbook:
    return read(path, launch=LAUNCH, **options)


def saved(path: Path, *tables: list[list[Any]], names: tuple[str, ...] = (), merged: tuple[str, ...] = ()) -> Workbook:
    """A real xlsx of these tables, read by the child; names of the sheets, and ranges to merge in the first one."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for n, table in enumerate(tables):
        sheet = made.create_sheet(names[n] if names else f"Sheet{n + 1}")
        for row in table:
            sheet.append([None if cell == "" else cell for cell in row])
    for place in merged:
        made.worksheets[0].merge_cells(place)
    made.save(path)
    return read_here(path)


def told(workbook: Workbook, **options: Any) -> list[dict[str, Any]]:
    """The values of every row of a workbook; no row may have a problem."""
    rows = [row for reading in recognize(workbook, **options) for row in understand(reading)]
    assert [row.problems for row in rows if row.problems] == []
    return [row.values for row in rows]


def asked(workbook: Workbook, **options: Any) -> list[Any]:
    """What is asked of the columns of a workbook."""
    return [question for reading in recognize(workbook, **options) for question in reading.questions]
