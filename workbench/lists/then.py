"""A list as it stood at the end of a day: the same columns, views and search, asked of the past."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from workbench.lists.columns import Column
from workbench.lists.found_where import Place
from workbench.lists.grouping import Grouped
from workbench.lists.listing import ListOf, Row, View
from workbench.records.kind import Kind
from workbench.store import history
from workbench.store.asof import Past

AT_ONCE = 500
"""Rows fetched at once for a file."""


@dataclass(frozen=True)
class ListThen:
    """A list over the past; asked for its rows, it looks at no row of today."""

    listed: ListOf
    past: Past

    @property
    def name(self) -> str:
        """What the command line calls it."""
        return self.listed.name

    @property
    def title(self) -> str:
        """What the page calls it."""
        return self.listed.title

    @property
    def kind(self) -> Kind:
        """The kind of its records."""
        return self.listed.kind

    @property
    def columns(self) -> tuple[Column, ...]:
        """What a page shows."""
        return self.listed.columns

    @property
    def sheet(self) -> tuple[Column, ...]:
        """What an export gives."""
        return self.listed.sheet

    @property
    def views(self) -> tuple[View, ...]:
        """Its built-in views."""
        return self.listed.views

    @property
    def found_where(self) -> Callable[[Sequence[int], str], Mapping[int, Place]] | None:
        """Where else than in what a row is called the words of a search stand."""
        return self.listed.found_where

    @property
    def step(self) -> int:
        """The last step of the day: what came after it is not in this list."""
        return next((each.id for each in history.steps(1, until=self.past.day)), 0)

    def view(self, key: str) -> View | None:
        """A view by its key."""
        return self.listed.view(key)

    def column(self, key: str) -> Column:
        """A column by its key."""
        return self.listed.column(key)

    def misread(self, key: str, wanted: str, today: date) -> str:
        """Why a filter of a column cannot be understood, for the user."""
        return self.listed.misread(key, wanted, today)

    def ids(self, **asked: Any) -> "array[int]":
        """The ids of the rows that matched, as ListOf.ids."""
        return self.past.ask(partial(self.listed.ids, **asked))

    def grouped(self, key: str, **asked: Any) -> Grouped:
        """The rows by a column's groups, as ListOf.grouped."""
        return self.past.ask(partial(self.listed.grouped, key, **asked))

    @property
    def groupable(self) -> tuple[Column, ...]:
        """What the list can be grouped by."""
        return self.listed.groupable

    def count(self, **asked: Any) -> int:
        """How many rows there were, as ListOf.count."""
        return self.past.ask(partial(self.listed.count, **asked))

    def page(self, ids: Sequence[int], today: date) -> list[Row]:
        """The rows of these ids, as they were."""
        return self.past.ask(partial(self.listed.page, ids, today))

    def values(self, ids: Sequence[int], today: date | None = None) -> Iterator[list[Any]]:
        """For an export: the raw values of the sheet's columns, as they were."""
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            yield from self.past.ask(lambda some=some: list(self.listed.values(some, today)))  # type: ignore[misc]

    def for_file(self) -> "ListThen":
        """The list as a file gets it."""
        return ListThen(self.listed.for_file(), self.past)
