"""Exporting a list as it stands: the rows the user sees, all of the sheet's columns; on paper, those that the page shows."""

from array import array
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from workbench.errors import Progress, WorkbenchError, quiet
from workbench.lists.listing import ListOf
from workbench.records.fields import Code, Phone, State, Text, Zip
from workbench.sheets import writing


def export(
    listed: ListOf,
    ids: "Sequence[int] | array[int]",
    path: Path,
    today: date | None = None,
    *,
    said: str = "",
    progress: Progress = quiet,
) -> int:
    """Write the rows of these ids, in their order, as xlsx, csv or pdf by the name's ending; how many.

    today is for lists whose columns judge by the day, and for paper; said is which rows they are, in words, for paper."""
    if path.suffix.lower() == ".pdf":
        return _print(listed, ids, path, today, said, progress)
    listed = listed.for_file()
    headings = ["ID", *(column.heading for column in listed.sheet)]
    rows = listed.values(ids, today)
    if path.suffix.lower() == ".csv":
        return writing.write_csv(path, headings, rows)
    if path.suffix.lower() != ".xlsx":
        raise WorkbenchError(
            f"{path.name} ends in none of .xlsx, .csv and .pdf. Nothing was written. Choose one of the three."
        )
    texts = {
        n for n, column in enumerate(listed.sheet, 1) if isinstance(column.field, Code | Zip | Phone | State | Text)
    }
    return writing.write_table(path, listed.title, headings, rows, texts=texts)


def _print(
    listed: ListOf, ids: "Sequence[int] | array[int]", path: Path, today: date | None, said: str, progress: Progress
) -> int:
    from workbench.papers import list_pages, listing  # the document library costs a sheet nothing

    if today is None:
        raise TypeError("a printed list says its day")
    made = listing.listing_of(listed, ids, today, said, progress=progress)
    list_pages.write(made, path, progress)
    return len(made.rows)
