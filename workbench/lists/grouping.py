"""The rows of a list by one of its columns that has groups: which there are, in what order, and whose each row is."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from peewee import fn

from workbench.lists.columns import Column, field_at, titling
from workbench.lists.joining import Joined, rows_of
from workbench.records import texts
from workbench.records.fields import Day, Flag, FuzzyDay, State, Text
from workbench.store import kept

if TYPE_CHECKING:
    from workbench.lists.listing import ListOf, Order

EMPTY, NO_DAY = "(empty)", "No date"
"""What a group is called whose rows have nothing in the column."""
MONTH, YEAR = 7, 4
"""Signs of an ISO day that tell its month, its year."""


@dataclass(frozen=True)
class Group:
    """Rows that have the same in a column; the key tells it from the others, whatever it is called."""

    key: str
    title: str
    count: int


@dataclass(frozen=True)
class Grouped:
    """The ids of a list, group after group, and the groups in their order."""

    ids: array[int]
    groups: tuple[Group, ...] = ()

    def headings(self) -> list[tuple[int, str]]:
        """Before which row each group begins, and what it is called with its count: “Surgery · 12”."""
        starts = accumulate((each.count for each in self.groups), initial=0)
        return [(start, f"{each.title} · {each.count:,}") for start, each in zip(starts, self.groups, strict=False)]


def groupable(listed: ListOf) -> tuple[Column, ...]:
    """The columns that a list can be grouped by: a choice, a month, a record of another kind, a text of few values, and what comes
    from rules."""
    return tuple(each for each in listed.filterable if _has_groups(listed, each))


def grouped(
    listed: ListOf,
    key: str,
    *,
    today: date,
    search: str = "",
    view: str = "",
    order: Order = (),
    filters: Mapping[str, str] | None = None,
) -> Grouped:
    """The rows that match by a column's groups: the groups ordered as the column is, within each the list's order. Every row is
    in one group, and each group counts the rows that it has here."""
    column = listed.column(key)
    falls, order = _parted(listed, column, order)
    ids = listed.ids(today=today, search=search, view=view, order=order, filters=filters)
    if column.judged:
        return _by_rules(ids, listed.judged_as(key, ids, today), falls)
    return _by_field(listed, column, ids, today, falls)


def _by_field(listed: ListOf, column: Column, ids: array[int], today: date, falls: bool) -> Grouped:
    key, values = column.key, _values(listed, column)
    rows: dict[str, list[int]] = {}
    for each in ids:
        if (value := values.get(each)) is not None:  # else it is gone since
            rows.setdefault(value, []).append(each)
    first = {found[0]: value for value, found in rows.items()}
    ordered = listed.in_order(list(first), ((key, falls),))
    said = dict(zip(ordered, listed.said(ordered, key, today), strict=True))
    groups = [
        Group(value, _title(listed, column, value, said[each]), len(rows[value]))
        for each in ordered
        for value in (first[each],)
    ]
    return Grouped(array("q", chain.from_iterable(rows[each.key] for each in groups)), tuple(groups))


def _by_rules(ids: array[int], judged: Mapping[int, tuple[Any, str]], falls: bool) -> Grouped:
    """The same by what comes from rules; the rows of which they say nothing come last."""
    rows: dict[str, list[int]] = {}
    first: dict[str, tuple[Any, str]] = {}
    for each in ids:
        place, said = judged.get(each, (None, ""))
        first.setdefault(said.casefold(), (place, said))
        rows.setdefault(said.casefold(), []).append(each)
    last = [(None, "")] if first.pop("", None) else []
    ordered = [*sorted(first.values(), key=lambda each: each[0], reverse=falls), *last]
    groups = [Group(said.casefold(), said or EMPTY, len(rows[said.casefold()])) for _, said in ordered]
    return Grouped(array("q", chain.from_iterable(rows[each.key] for each in groups)), tuple(groups))


def _parted(listed: ListOf, column: Column, order: Order) -> tuple[bool, Order]:
    """Whether the groups descend, and the order within one: what tells the groups tells their rows nothing, unless it is a day."""
    own = [each for each in order if _of_one_value(listed.column(each[0]), column)]
    days = not column.judged and isinstance(_field(listed, column), Day | FuzzyDay)
    return bool(own and own[0][1]), order if days else tuple(each for each in order if each not in own)


def _of_one_value(one: Column, other: Column) -> bool:
    return one.key == other.key if one.judged or other.judged else one.sorts_by == other.sorts_by


def _has_groups(listed: ListOf, column: Column) -> bool:
    field = _field(listed, column)
    if column.judged or _link(listed, column):
        return True
    if len(column.sorts_by) > 1:
        return False  # of several fields, each row has its own
    if isinstance(field, Day | FuzzyDay):
        return True
    own = column.key == listed.columns[0].key  # what the rows are called
    if own or column.paths != column.sorts_by:
        return False
    return (
        bool(field.choices) or isinstance(field, Flag | State) or type(field) is Text and bool(listed.few(column.key))
    )


def _field(listed: ListOf, column: Column) -> Any:
    return field_at(listed.kind.model, column.sorts_by[0])


def _link(listed: ListOf, column: Column) -> str:
    """The path to the record whose title the column shows; two that are called alike are two groups."""
    links = column.paths[0].split(".")[:-1]
    for path in (".".join(links[: n + 1]) for n in range(len(links))):
        target = field_at(listed.kind.model, path).rel_model
        if column.paths == tuple(f"{path}.{each}" for each in titling(target)):
            return path
    return ""


def _values(listed: ListOf, column: Column) -> dict[int, str]:
    """By row the key of its group, kept while nothing is written."""
    asked, make = (listed.name, "groups", column.sorts_by), partial(_read, listed, column)
    return kept.kept(asked) or kept.keep(asked, make) or make()


def _read(listed: ListOf, column: Column) -> dict[int, str]:
    joined, field = Joined(listed.kind.model), _field(listed, column)
    value: Any = joined.value(_link(listed, column) or column.sorts_by[0])
    if isinstance(field, Day | FuzzyDay):
        value = fn.SUBSTR(value, 1, MONTH if isinstance(field, Day) else YEAR)
    rows = rows_of(joined.select(joined.model.id, value))
    return {each: "" if found is None else str(found).strip().casefold() for each, found in rows}


def _title(listed: ListOf, column: Column, value: str, said: str) -> str:
    field = _field(listed, column)
    if isinstance(field, Day | FuzzyDay):
        return texts.fuzzy(value) if value else NO_DAY
    if isinstance(field, Flag) and value and not said:
        return "Yes" if value == "1" else "No"
    return said or EMPTY
