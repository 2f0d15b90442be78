"""Exporting a list as it stands: the rows the user sees, all of the sheet's columns; on paper, those that the page shows."""

from array import array
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from workbench.errors import Progress, WorkbenchError, quiet
from workbench.lists.listing import ListOf
from workbench.lists.then import ListThen
from workbench.records.identity import Identity
from workbench.sheets import going_out, writing
from workbench.store import bulk, settings

_OFTEN = 500


def export(
    listed: ListOf | ListThen,
    ids: "Sequence[int] | array[int]",
    path: Path,
    today: date | None = None,
    *,
    said: str = "",
    groups: Sequence[tuple[int, str]] = (),
    progress: Progress = quiet,
) -> int:
    """Write the rows of these ids, in their order, as xlsx, csv or pdf by the name's ending; how many.

    today is for lists whose columns judge by the day, and for paper; said is which rows they are, in words, and groups, for
    paper, are the headings that stand before some of them. An xlsx can be
    edited and comes back by the import."""
    if path.suffix.lower() == ".pdf":
        return _print(listed, ids, path, today, said, groups, progress)
    listed = listed.for_file()
    rows = _watched(listed.values(ids, today), len(ids), progress)
    if path.suffix.lower() == ".csv":
        return writing.write_csv(path, ["ID", *(column.heading for column in listed.sheet)], rows)
    if path.suffix.lower() != ".xlsx":
        raise WorkbenchError(
            f"{path.name} ends in none of .xlsx, .csv and .pdf. Nothing was written. Choose one of the three."
        )
    step = listed.step if isinstance(listed, ListThen) else bulk.newest_step()
    return going_out.write(path, listed, rows, settings.load(Identity), said=said, step=step, day=today)


def _watched(rows: Iterator[list[Any]], total: int, progress: Progress) -> Iterator[list[Any]]:
    """The rows, telling how far it is; progress may raise Cancelled, and then no file is there."""
    for done, row in enumerate(rows):
        if done % _OFTEN == 0:
            progress(done, total)
        yield row
    progress(total, total)


def _print(
    listed: ListOf | ListThen,
    ids: "Sequence[int] | array[int]",
    path: Path,
    today: date | None,
    said: str,
    groups: Sequence[tuple[int, str]],
    progress: Progress,
) -> int:
    from workbench.papers import list_pages, listing  # the document library costs a sheet nothing

    if today is None:
        raise TypeError("a printed list says its day")
    made = listing.listing_of(listed, ids, today, said, groups=groups, progress=progress)
    list_pages.write(made, path, progress)
    return len(made.rows)
