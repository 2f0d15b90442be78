"""Columns: what of a record a list shows, how it reads, what its tone is, and what it is sorted by."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Field

from workbench.records import texts
from workbench.records.fields import Day, Flag, FuzzyDay, Money, Whole
from workbench.records.policy import Policy
from workbench.records.record import Record

Values = Sequence[Any]
"""The values of a column's paths for one row."""


@dataclass(frozen=True)
class Column:
    """One column; its paths lead from the list's model to fields: “provider.last”."""

    key: str
    heading: str
    paths: tuple[str, ...]
    field: Field
    """The field that the values are of; gives their type."""
    reads: Callable[[Values, date], str] | None = None
    tone: Callable[[Values, date, Policy], str] | None = None
    pill: bool = False
    bold: bool = False
    sort: tuple[str, ...] = ()
    """Paths to sort and filter by, if not the column's own."""
    in_files: "Column | None" = None
    """What a file gets instead, where the column shows one field for another: a list must come back as it went."""
    room: str = ""
    """Words for which there is room, whatever the first rows hold."""
    judged: bool = False
    """Its cells come from rules and not from fields; its list fills, orders and filters them."""

    @property
    def align(self) -> str:
        """Numbers stand at the right."""
        return "right" if isinstance(self.field, Money | Whole) else "left"

    @property
    def sorts_by(self) -> tuple[str, ...]:
        """The paths that order the list by this column."""
        return self.sort or self.paths

    @property
    def of_days(self) -> bool:
        """Whether its cells are days and nothing else: all are about as wide."""
        return isinstance(self.field, Day) and not self.reads and not self.judged

    @property
    def longest(self) -> str:
        """Of a status that is one of a few, the longest: no row that comes later is wider."""
        return self.room or max((label for _, label in self.field.choices or () if self.pill), key=len, default="")

    def text(self, values: Values, today: date) -> str:
        """How the cell reads."""
        if self.reads:
            return self.reads(values, today)
        return texts.text(self.field, values[0])

    def exported(self, values: Values) -> Any:
        """What a file gets: days and numbers as they are, else how it reads."""
        if isinstance(values[0], date) and not self.reads:
            return values[0]
        if isinstance(values[0], bool | int) and not self.reads and self.align == "right":
            return values[0]
        if isinstance(self.field, FuzzyDay):
            return values[0]
        if isinstance(self.field, Flag) and self.field.null and not self.reads:
            return "" if values[0] is None else "Yes" if values[0] else "No"  # not answered is not no
        return self.text(values, date.min)


def parts(columns: Sequence[Column], values: tuple) -> Iterator[tuple[Column, tuple]]:
    """Each column with its own of the values of a row, which its id begins."""
    place = 1
    for column in columns:
        yield column, values[place : place + len(column.paths)]
        place += len(column.paths)


def field_at(model: type[Record], path: str) -> Field:
    """The field that a path leads to."""
    *links, name = path.split(".")
    for link in links:
        model = model.field(link).rel_model
    return model.field(name)


def column(model: type[Record], path: str, heading: str = "", key: str = "", **how: Any) -> Column:
    """A column of one field; a link shows the title of the record it points at."""
    field = field_at(model, path)
    heading, key = heading or field.verbose_name, key or path.replace(".", "_")
    target = getattr(field, "rel_model", None)
    if target is None:
        return Column(key, heading, (path,), field, **how)
    paths = tuple(f"{path}.{name}" for name in titling(target))
    how.setdefault("reads", lambda values, _: titled(target, values))
    return Column(key, heading, paths, field_at(model, paths[0]), **how)


def titling(model: type[Record]) -> tuple[str, ...]:
    """The paths whose values make the title of a record; a link titles by the title of what it points at."""
    paths: list[str] = []
    for name in model.titled_by:
        target = getattr(model.field(name), "rel_model", None)
        paths += [name] if target is None else [f"{name}.{each}" for each in titling(target)]
    return tuple(paths)


def titled(model: type[Record], values: Values) -> str:
    """The title that the values of titling() make; empty where the link points at nothing."""
    if all(value in (None, "") for value in values):
        return ""
    parts, place = [], 0
    for name in model.titled_by:
        target = getattr(model.field(name), "rel_model", None)
        taken = 1 if target is None else len(titling(target))
        part = values[place : place + taken]
        parts.append(texts.text(model.field(name), part[0]) if target is None else titled(target, part))
        place += taken
    return model.title_of(*parts)
