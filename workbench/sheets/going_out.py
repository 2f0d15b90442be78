"""A list on its way out, dressed so that it can be edited in a spreadsheet and come back: choices, a key a row, marks of the cells."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from workbench.lists.listing import ListOf
from workbench.lists.then import ListThen
from workbench.lists.writable import written
from workbench.records.fields import Clock, Code, FuzzyDay, Phone, State, Text, Zip
from workbench.records.identity import Identity
from workbench.sheets import marks, writing
from workbench.sheets.back import offered
from workbench.sheets.marks import Mark, Marker

TEXTS = (Code, Zip, Phone, State, Text, FuzzyDay, Clock)
"""What a spreadsheet must not take for a number, a date or a time of day."""
ROOM = 200
"""Rows below the last one that offer the same choices, for what is added."""


def texts_of(listed: ListOf | ListThen) -> set[int]:
    """The columns of a list's sheet that are text; the ID is column 0."""
    return {place for place, column in enumerate(listed.sheet, 1) if isinstance(column.field, TEXTS)}


def write(
    path: Path,
    listed: ListOf | ListThen,
    rows: Iterable[Sequence[Any]],
    identity: Identity,
    *,
    said: str,
    step: int,
    day: date | None,
) -> int:
    """Write the rows of a list (the id first) as xlsx; how many. An office without an identity gets a plain sheet."""
    headings = ["ID", *(column.heading for column in listed.sheet)]
    if not identity.file_secret:
        return writing.write_table(path, listed.title, headings, rows, texts=texts_of(listed))
    dress = Invitation(listed, identity, said=said, step=step, day=day)
    return writing.write_table(
        path, listed.title, [*headings, marks.KEY], dress.keyed(rows), texts=texts_of(listed), dress=dress
    )


class Invitation(writing.Dress):
    """What a list wears that may be edited and sent back."""

    def __init__(
        self, listed: ListOf | ListThen, identity: Identity, *, said: str, step: int, day: date | None
    ) -> None:
        kept = listed.listed if isinstance(listed, ListThen) else listed
        self._fields = [written(kept, column) for column in listed.sheet]
        self.told = frozenset([0, *(place for place, field in enumerate(self._fields, 1) if field is None)])
        keys = [column.key for column in listed.sheet]
        self._marker = Marker(identity, listed.name, keys)
        columns = tuple((column.key, column.heading) for column in listed.sheet)
        self._mark = Mark(identity.office_number, listed.name, said, step, day.isoformat() if day else "", columns)
        self._offers = [
            offered.offer(field, column.heading) for field, column in zip(self._fields, listed.sheet, strict=True)
        ]
        self._rows: list[tuple[int, str]] = []

    def keyed(self, rows: Iterable[Sequence[Any]]) -> Iterator[list[Any]]:
        """The rows with their keys; what each cell says is marked on the way."""
        for id, *values in rows:
            self._rows.append((id, marks.packed(self._marker.row(id, [marks.said(value) for value in values]))))
            yield [id, *values, self._marker.key(id)]

    def before(self, sheet: Worksheet) -> None:
        """The keys are hidden, at the end, where they are sorted with their rows."""
        sheet.column_dimensions[get_column_letter(len(self._fields) + 2)].hidden = True

    def after(self, sheet: Worksheet, count: int) -> None:
        """Every column offers what it can."""
        for place, each in enumerate(self._offers, 2):
            if each.make is not None:
                letter = get_column_letter(place)
                source = get_column_letter(place - 1)
                found = each.make(f"{quote_sheetname(marks.LISTS)}!${source}$1:${source}${max(len(each.words), 1)}")
                if found.type or found.prompt:
                    found.add(f"{letter}2:{letter}{count + 1 + ROOM}")
                    sheet.add_data_validation(found)

    def more(self) -> Iterable[tuple[str, str, Iterable[Sequence[Any]]]]:
        """The choices, a column each, and the marks."""
        longest = max((len(each.words) for each in self._offers), default=0)
        words = (
            [each.words[row] if row < len(each.words) else None for each in self._offers] for row in range(longest)
        )
        return (
            (marks.LISTS, "hidden", words),
            (marks.SHEET, "veryHidden", [*self._mark.head(), *map(list, self._rows)]),
        )
