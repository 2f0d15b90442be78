"""A list held in memory, for tables whose rows are no records: the review of an import, the tests of the kit."""

import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from workbench.store import alphabet


@dataclass(frozen=True)
class Column:
    """One column of a list in memory."""

    key: str
    heading: str
    align: str = "left"
    pill: bool = False
    bold: bool = False
    button: bool = False
    """Its words are a button in every row; a press opens the row, as Enter does."""
    longest: str = ""
    """The longest of the words that may stand in its pills, or on its buttons: it has room before it is there."""


@dataclass(frozen=True)
class Row:
    """One row: its id, a text and tone for each column (missing tones are plain); sorted by keys if it has any."""

    id: int
    texts: tuple[str, ...]
    tones: tuple[str, ...] = ()
    keys: tuple[object, ...] = ()


BLANK = ("", "—")


_NUMBERS = re.compile(r"(\d+)")


def natural(text: str) -> tuple[Any, ...]:
    """What a text is sorted by as a person would: 42 CFR stands before 210 ILCS, 36 months before 120 days, whatever case and accents."""
    parts = _NUMBERS.split(alphabet.place(text))
    return tuple(int(each) if n % 2 else each for n, each in enumerate(parts))


def _key(row: Row, place: int) -> Any:
    key = row.keys[place] if row.keys else row.texts[place]
    return natural(key) if isinstance(key, str) else key


@dataclass(frozen=True)
class View:
    """A named choice among the rows."""

    key: str
    title: str
    keep: Callable[[Row], bool]


@dataclass
class PlainList:
    """Rows that are already here, with the face of any other list."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row] = ()
    views: tuple[View, ...] = ()
    _by_id: dict[int, Row] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.replace(self.rows)

    def replace(self, rows: Sequence[Row]) -> None:
        """Other rows; the table shows them at its next refresh."""
        self.rows = [self._whole(row) for row in rows]
        self._by_id = {row.id: row for row in self.rows}

    def _whole(self, row: Row) -> Row:
        missing = len(self.columns) - len(row.tones)
        return row if missing <= 0 else Row(row.id, row.texts, (*row.tones, *[""] * missing), row.keys)

    def ids(
        self,
        *,
        today: date,
        search: str = "",
        view: str = "",
        order: tuple[tuple[str, bool], ...] = (),
        filters: dict[str, str] | None = None,
        limit: int | None = None,
    ) -> "array[int]":
        """The ids of the rows that match, in the order asked for."""
        keep = next((v.keep for v in self.views if v.key == view), None)
        words, found = search.casefold().split(), list(self.rows)
        if keep:
            found = [row for row in found if keep(row)]
        if words:
            found = [row for row in found if all(word in "\n".join(row.texts).casefold() for word in words)]
        for key, wanted in (filters or {}).items():
            place = self._place(key)
            found = [row for row in found if wanted.casefold() in row.texts[place].casefold()]
        for key, descending in reversed(order):
            place = self._place(key)
            found.sort(key=lambda row: _key(row, place), reverse=descending)
            found.sort(key=lambda row: row.texts[place] in BLANK)  # what says nothing stands last
        return array("q", (row.id for row in found[:limit]))

    def page(self, ids: Sequence[int], today: date) -> list[Row]:
        """The rows of these ids."""
        return [self._by_id[each] for each in ids]

    def count(self, *, today: date, view: str = "", search: str = "") -> int:
        """How many rows a view holds."""
        return len(self.ids(today=today, view=view, search=search))

    def _place(self, key: str) -> int:
        return next(place for place, column in enumerate(self.columns) if column.key == key)
