"""What the tests of sheets share: the child started from the source, and workbooks made in memory."""

import sys
from pathlib import Path
from typing import Any

import pytest

from workbench.sheets.look import Look
from workbench.sheets.reading import Sheet, Workbook, read

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
