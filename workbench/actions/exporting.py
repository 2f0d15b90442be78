"""Exporting a list as it stands: the rows the user sees, all of the sheet's columns."""

from array import array
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.lists.listing import ListOf
from workbench.records.fields import Code, Phone, State, Text, Zip
from workbench.sheets import writing


def export(listed: ListOf, ids: "Sequence[int] | array[int]", path: Path, today: date | None = None) -> int:
    """Write the rows of these ids, in their order, as xlsx or csv by the name's ending; how many.

    today is for lists whose columns judge by the day."""
    listed = listed.for_file()
    headings = ["ID", *(column.heading for column in listed.sheet)]
    rows = listed.values(ids, today)
    if path.suffix.lower() == ".csv":
        return writing.write_csv(path, headings, rows)
    if path.suffix.lower() != ".xlsx":
        raise WorkbenchError(f"{path.name} ends in neither .xlsx nor .csv. Nothing was written. Choose one of the two.")
    texts = {
        n for n, column in enumerate(listed.sheet, 1) if isinstance(column.field, Code | Zip | Phone | State | Text)
    }
    return writing.write_table(path, listed.title, headings, rows, texts=texts)
