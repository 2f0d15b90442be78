"""One person's whole file before it is written, and the rows it becomes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from workbench.records.appointment import Appointment
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.credential import Credential
from workbench.records.desk import Document, Note, Task
from workbench.records.fields import Link
from workbench.records.practice import PracticeMember
from workbench.records.provider import Identifier, OtherName
from workbench.records.record import Record

Values = dict[str, Any]


@dataclass
class File:
    """A person and everything that hangs on them, as values by column name."""

    role: Values
    """Specialty, training, board and cards: an entry of roles.toml."""
    person: Values
    trained: date
    """The day the training ended."""
    stands: date
    """The day the file stands at: today, or the day somebody left."""
    rows: dict[type[Record], list[Values]] = field(default_factory=dict)

    def add(self, model: type[Record], **values: Any) -> Values:
        """Hang a row on the person; answers it, so that a fault can change it."""
        self.rows.setdefault(model, []).append(values)
        return values

    def all(self, model: type[Record]) -> list[Values]:
        """The rows of one sort."""
        return self.rows.get(model, [])

    def current(self, sort: str, title: str = "") -> Values:
        """The current credential of a sort, by the sort's key."""
        return next(
            c
            for c in self.all(Credential)
            if c["sort"] == sort and not c.get("past") and (not title or c["title"] == title)
        )


HANGING = (
    OtherName,
    Identifier,
    PracticeMember,
    Appointment,
    Credential,
    Education,
    WorkHistory,
    Affiliation,
    Document,
    Note,
    Task,
)
"""What hangs on a person, in the order it is written."""


class Columns:
    """Turns values by field name into rows in the order of a table's columns."""

    def __init__(self, model: type[Record]) -> None:
        self.names = [f.column_name for f in model._meta.sorted_fields]
        self._fields = [(f.name, f.default) for f in model._meta.sorted_fields]
        self._known = {f.name for f in model._meta.sorted_fields}
        self.links = frozenset(f.name for f in model._meta.sorted_fields if isinstance(f, Link))
        """The fields whose words stand for another record."""

    def row(self, values: Values) -> tuple[Any, ...]:
        """One row; a name that is no field is a mistake of ours."""
        if not values.keys() <= self._known:
            raise KeyError(f"no such field: {values.keys() - self._known}")
        return tuple([values.get(name, default) for name, default in self._fields])

    def rows(self, many: Iterable[Values]) -> list[tuple[Any, ...]]:
        """Many rows."""
        return [self.row(values) for values in many]
