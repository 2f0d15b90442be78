"""What somebody entered into a cell of a list of ours: the value for its field, or the Problem with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from peewee import Field

from workbench.errors import Problem
from workbench.lists.columns import Column
from workbench.lists.joining import Joined
from workbench.records.fields import Clock, Day, Flag, Link, Phone, Zip
from workbench.records.office_lists import Department, Specialty
from workbench.records.reading import read_text
from workbench.records.record import Record
from workbench.records.words import within
from workbench.sheets import marks
from workbench.sheets.back import offered
from workbench.sheets.cell import numbers, words
from workbench.sheets.comparison.close_words import close_to
from workbench.sheets.files.looking import NOT_CALCULATED
from workbench.sheets.reading import Cell, Wrong
from workbench.sheets.row.group_names import key

_ZERO = date(1899, 12, 30)
_LAST = 110_000
"""Days since 1899-12-30 that a number in a column of days can mean: until 2201."""
_ALIKE = (Department, Specialty)
"""Lists in which two spellings of one name are one entry."""


@dataclass(frozen=True)
class Proposed:
    """A name that the office's own list does not have yet; it is added when the list is imported."""

    model: type[Record]
    name: str


class Links:
    """Records by what a list calls them, asked for only where somebody changed one."""

    def __init__(self) -> None:
        self._by_title: dict[type[Record], dict[str, list[int]]] = {}
        self._titles: dict[type[Record], dict[int, str]] = {}
        self._by_parts: dict[tuple[type[Record], tuple[str, ...]], list[tuple]] = {}

    def title(self, model: type[Record], id: int | None) -> str:
        """What a record is called."""
        return self._read(model).get(id, "") if id else ""

    def find(self, field: Link, text: str) -> "int | Proposed | Problem":
        """The record that a text names; a name of one of the office's own lists may be new."""
        model = field.rel_model
        self._read(model)
        found = self._by_title[model].get(text.casefold()) or self._by_title[model].get(_folded(model, text), [])
        if len(found) == 1:
            return found[0]
        called = within(field.verbose_name)
        if found:
            return Problem(field.name, f"{len(found)} records are called “{text}”; choose the {called} in the program.")
        if model in offered.PROPOSED:
            if close := close_to(text, list(self._titles[model].values())):
                said = f"“{text}” is not in the office's list: is it “{close[0]}”? Write that, or add a new one to the list first."
                return Problem(field.name, said)
            return Proposed(model, text)
        return Problem(field.name, f"There is no {called} “{text}” in the office.")

    def told(self, field: Link, parts: Mapping[str, str]) -> "int | Problem":
        """The one record whose fields say what the columns of a new row say of it."""
        names = tuple(sorted(name for name, text in parts.items() if text))
        called = within(field.verbose_name)
        if not names:
            return Problem(field.name, f"{field.verbose_name} is needed.")
        if (field.rel_model, names) not in self._by_parts:
            joined = Joined(field.rel_model)
            values = [joined.value(name) for name in names]
            self._by_parts[field.rel_model, names] = list(joined.select(field.rel_model.id, *values).tuples())
        wanted = [parts[name].casefold() for name in names]
        found = [
            row[0]
            for row in self._by_parts[field.rel_model, names]
            if [marks.said(value).casefold() for value in row[1:]] == wanted
        ]
        shown = ", ".join(parts[name] for name in names)
        if len(found) == 1:
            return found[0]
        return Problem(field.name, f"{'Several are' if found else 'There is no'} {called} “{shown}” in the office.")

    def _read(self, model: type[Record]) -> dict[int, str]:
        if model not in self._titles:
            self._titles[model] = offered.titles_of(model)
            by: dict[str, list[int]] = {}
            for id, title in self._titles[model].items():
                for word in dict.fromkeys((title.casefold(), _folded(model, title))):
                    by.setdefault(word, []).append(id)
            self._by_title[model] = by
        return self._titles[model]


def _folded(model: type[Record], text: str) -> str:
    return f"\0{key(text)}" if model in _ALIKE else text.casefold()


class Entry:
    """Reads the cells of one column."""

    def __init__(self, field: Field, column: Column, links: Links, today: date) -> None:
        self._field, self._column, self._links, self._today = field, column, links, today

    def value(self, cell: Cell) -> Any:
        """The value that a cell means, None or the field's default for an empty one; or a Problem."""
        field = self._field
        if isinstance(cell, Wrong):
            shown = cell.says if cell == NOT_CALCULATED else f"Its formula failed: Excel shows {cell}."
            return Problem(field.name, shown)
        text = marks.said(cell).strip()
        if not text:
            return self._blank
        if isinstance(field, Link):
            return self._links.find(field, text)
        if isinstance(field, Day) and (day := _day(cell)) is not None:
            return day
        if isinstance(field, Day) and "lifetime" in field.model._meta.fields and text.lower() in words.words().lifetime:
            return Problem(
                field.name, f"“{text}” is no day: leave this one empty, and write Lifetime in its own column."
            )
        if isinstance(field, Clock):
            return _clock(cell) or text
        if isinstance(field, Flag):
            return next((v for v in (True, False) if self._column.text((v,), self._today) == text), None) or read_text(
                field, text, self._today
            )
        if isinstance(field, Zip) and numbers.can_have_lost_zeros(text):
            text = numbers.with_zeros(text)
        if isinstance(field, Phone):
            text = _phone(text)
        value = read_text(field, text, self._today)
        return next((each for each, _ in field.choices or () if str(each).casefold() == text.casefold()), value)

    @cached_property
    def _blank(self) -> Any:
        field = self._field
        return None if field.null else field.default() if isinstance(field.default, Callable) else field.default  # type: ignore[arg-type]


def _day(cell: Cell) -> date | None:
    """A day that a cell holds as a day, or as the number behind one."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float) and not isinstance(cell, bool) and 1 < cell < _LAST:
        return _ZERO + timedelta(days=int(cell))
    return None


def _phone(text: str) -> str:
    """A number as the office writes it, (312) 555-1111; what cannot be one is left to the field, which says so."""
    try:
        return numbers.phone(text) or text
    except ValueError:
        return text


def _clock(cell: Cell) -> str:
    """A time of day that a spreadsheet made of what was typed."""
    if isinstance(cell, datetime):
        return f"{cell:%H:%M}"
    if isinstance(cell, float) and 0 <= cell < 1:
        minutes = round(cell * 1440) % 1440
        return f"{time(minutes // 60, minutes % 60):%H:%M}"
    return ""
