"""The order of a list: its terms for a query, and the rows of whoever a list is about, dealt out in the order of their names."""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, takewhile
from typing import Any, NamedTuple

from peewee import Expression, Field, ModelSelect, TextField, fn

from workbench.lists.columns import Column, field_at
from workbench.lists.joining import Joined
from workbench.records.checks import is_needed
from workbench.records.fields import Code
from workbench.records.record import Record
from workbench.store import alphabet, asking

FEW = 30_000
"""Up to so many rows are ordered themselves, and soon; of more, whom they are about is put in order first."""

Ordering = Sequence[tuple[Column, bool]]
"""Columns, and whether each descends."""


class Led(NamedTuple):
    """The beginning of a column's order that is told by a record which every row points at."""

    link: str
    paths: tuple[str, ...]
    """On that record."""
    behind: tuple[str, ...]
    """What of the column's paths follows, on the row."""


def terms(joined: Joined, order: Ordering) -> list[Any]:
    """What a query orders by, the row itself last. Of two people who are called alike each keeps their rows together."""
    found: list[Any] = []
    for column, descending in order:
        leading = led(joined.model, column)
        if leading is None:
            found += _of_paths(joined, column.sorts_by, descending)
        else:
            found += _of_paths(joined, [f"{leading.link}.{path}" for path in leading.paths], descending)
            found.append(joined.value(f"{leading.link}.id"))
            found += _of_paths(joined, leading.behind, descending, behind=True)
    return [*found, joined.model.id]


def led(model: type[Record], column: Column) -> Led | None:
    """Which record is called by what the order begins with; None if it is the row itself, or a record that a row may lack."""
    link, _, rest = column.sorts_by[0].partition(".")
    if not rest or model.field(link).null or rest != model.field(link).rel_model.titled_by[0]:
        return None
    ahead = list(takewhile(lambda path: path.rpartition(".")[0] == link, column.sorts_by))
    paths = tuple(path.rpartition(".")[2] for path in ahead)
    return Led(link, paths, column.sorts_by[len(paths) :])


def by_link(joined: Joined, wheres: Sequence[Expression], order: Ordering, limit: int | None) -> "array[int] | None":
    """The ids of a list ordered by whom its rows are about, just as terms() would: 50,000 people are ordered by their names, not
    400,000 rows, and the rows are dealt out. None where one query does as well."""
    (column, descending), model = order[0], joined.model
    leading = led(model, column)
    if leading is None or (limit is None and leading.behind):
        return None
    link = model.field(leading.link)
    if whose(joined, wheres, link) is not None:
        return None
    ranked = _ranked(link, leading, descending)
    if limit is not None:
        return _first(joined, wheres, order, link, ranked, limit)
    rest = terms(joined, order[1:])
    query = narrowed(joined.select(model.id, link), wheres).order_by(*rest)
    rows: dict[int, list[int]] = defaultdict(list)
    for each, who in zip(*asking.columns(query), strict=True):
        rows[who].append(each)
    return array("q", chain.from_iterable(rows.get(who, ()) for who in ranked))


def whose(joined: Joined, wheres: Sequence[Expression], link: Field) -> set[int] | None:
    """The records that the rows point at, where they are few rows."""
    found = asking.columns(narrowed(joined.select(link), wheres).limit(FEW + 1))[0]
    return set(found) if len(found) <= FEW else None


def narrowed(query: ModelSelect, wheres: Sequence[Expression]) -> ModelSelect:
    """The query with these conditions, if there are any."""
    return query.where(*wheres) if wheres else query


def _first(
    joined: Joined, wheres: Sequence[Expression], order: Ordering, link: Field, ranked: Sequence[int], limit: int
) -> "array[int]":
    """The first rows, asked for of one linked record, of two more, of four."""
    by, made, start, size = terms(joined, order), array("q"), 0, 1
    query = narrowed(joined.select(joined.model.id), wheres)
    while start < len(ranked) and len(made) < limit:
        some = query.where(link.in_(asking.among(ranked[start : start + size]))).order_by(*by)
        made.extend(asking.columns(some.limit(limit - len(made)))[0])
        start, size = start + size, size * 2
    return made


def _ranked(link: Field, leading: Led, descending: bool) -> Sequence[int]:
    """The linked records in their order."""
    joined = Joined(link.rel_model)
    by = _of_paths(joined, leading.paths, descending)
    return asking.columns(joined.select(joined.model.id).order_by(*by, joined.model.id))[0]


def _of_paths(joined: Joined, paths: Sequence[str], descending: bool, behind: bool = False) -> list[Any]:
    found: list[Any] = []
    exact: list[Any] = []  # Müller and Muller stand together, each with its like: groups are of one spelling
    for place, path in enumerate(paths):
        value: Any = joined.value(path)
        field = field_at(joined.model, path)
        if isinstance(field, TextField):
            if not (descending or place or behind or is_needed(field)):
                found.append(fn.COALESCE(value, "") == "")  # what says nothing stands last
            folds = not (field.choices or isinstance(field, Code))
            exact += [value.collate("NOCASE")] if folds else []
            value = alphabet.by(value) if folds else value.collate("NOCASE")
        found.append(value.desc(nulls="LAST") if descending else value.asc(nulls="LAST"))
    return [*found, *exact]
