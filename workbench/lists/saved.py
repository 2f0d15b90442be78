"""The office's saved views of a list: each is a built-in view, narrowed, ordered and laid out as somebody kept it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol

from workbench.lists.grouping import Grouped
from workbench.records.saved_view import SavedView

MARK = "saved:"
"""Before the id in the key of a saved view; no built-in one has a colon."""


class Listed(Protocol):
    """What is asked of a list: any ListOf, and any list that a table shows."""

    @property
    def name(self) -> str: ...
    @property
    def columns(self) -> Sequence[Any]: ...
    def count(self, *, today: date, view: str, search: str, filters: dict[str, str]) -> int: ...


@dataclass(frozen=True)
class Laid:
    """Where a column stands is its place among the others."""

    key: str
    shown: bool = True
    width: int = 0
    """Logical pixels; 0 is as wide as fits."""


@dataclass(frozen=True)
class Asked:
    """What a list is asked for, and how it lies: all that a view keeps."""

    base: str = ""
    words: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    order: tuple[tuple[str, bool], ...] = ()
    columns: tuple[Laid, ...] = ()
    """From left to right; empty where nobody arranged them."""
    group: str = ""
    """The key of the column that the rows are grouped by."""
    closed: frozenset[str] = frozenset()
    """The keys of the groups whose rows do not show."""

    def found(self, listed: Any, today: date, words: str = "", limit: int | None = None) -> Grouped:
        """The rows that a list has of it, group after group where there are groups; with a limit, the first of them."""
        how = {"today": today, "search": words or self.words, "view": self.base, "order": self.order}
        how |= {"filters": dict(self.filters)}
        grouped: Grouped = listed.grouped(self.group, **how) if self.group else Grouped(listed.ids(**how, limit=limit))
        return replace(grouped, ids=grouped.ids[:limit])


@dataclass(frozen=True)
class Saved:
    """A saved view by its name."""

    id: int
    name: str
    asked: Asked

    @property
    def key(self) -> str:
        """What its chip is called."""
        return f"{MARK}{self.id}"

    def count(self, listed: Listed, today: date) -> int:
        """How many rows it has."""
        asked = self.asked
        return listed.count(today=today, view=asked.base, search=asked.words, filters=dict(asked.filters))


def saved_of(listed: Listed) -> list[Saved]:
    """The saved views of a list, in their order; columns that the list no longer has are left out of them."""
    rows = SavedView.select().where(SavedView.listed == listed.name).order_by(SavedView.position, SavedView.id)
    keys = {column.key for column in (*listed.columns, *getattr(listed, "filterable", ()))}
    return [_read(row, keys) for row in rows]


def written(asked: Asked) -> dict[str, str]:
    """What a view keeps, as its record holds it."""
    return {
        "base": asked.base,
        "words": asked.words,
        "filters": json.dumps(dict(asked.filters), ensure_ascii=False, sort_keys=True),
        "ordered": json.dumps(asked.order),
        "grouped": asked.group,
        "closed": json.dumps(sorted(asked.closed)),
        "columns": json.dumps([[each.key, each.shown, each.width] for each in asked.columns]),
    }


def _read(row: SavedView, keys: set[str]) -> Saved:
    filters = {key: text for key, text in json.loads(row.filters).items() if key in keys}
    order = tuple((key, descends) for key, descends in json.loads(row.ordered) if key in keys)
    group = row.grouped if row.grouped in keys else ""
    closed = frozenset(json.loads(row.closed) if group else ())
    columns = tuple(Laid(key, shown, width) for key, shown, width in json.loads(row.columns) if key in keys)
    return Saved(row.get_id(), row.name, Asked(row.base, row.words, filters, order, columns, group, closed))
