"""Reading in bulk: rows without the ORM in between, which costs four times the read."""

import json
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from peewee import SQL, Alias, BooleanField, DateField, ModelSelect

from workbench.store.database import database


def among(ids: Iterable[int]) -> SQL:
    """Ids as a subquery, however many they are: one value, where SQLite takes no more than 32,766."""
    return SQL("(SELECT value FROM json_each(?))", (json.dumps(list(ids)),))


def columns(query: ModelSelect) -> list[list[Any]]:
    """The columns of a query, each as one list, in the order of its rows: SQLite hands them over as one text each, and nobody
    waits for Python meanwhile. Row by row, 400,000 of them take three times as long. Every column is a field."""
    sql, values = (
        query if query._limit is not None else query.limit(-1)
    ).sql()  # a limit keeps the order of what is gathered
    wanted = ", ".join(f'json_group_array("{column.column_name}")' for column in query._returning)
    return [json.loads(each) for each in database.execute_sql(f"SELECT {wanted} FROM ({sql})", values).fetchone()]


class Prepared:
    """A query over some ids, made into SQL once and asked many times: Peewee takes longer to write it than SQLite to answer."""

    def __init__(self, query: ModelSelect, key: Any) -> None:
        """key is the field that the ids are of. Every column needs a name."""
        self._sql, values = query.where(key.in_(among(()))).sql()
        self._values = list(values)
        self._place = self._values.index(_NOBODY)
        self._made: Any = namedtuple("Row", [_name(column) for column in query._returning])  # type: ignore[misc]
        self._convert = [(place, how) for place, column in enumerate(query._returning) if (how := _how(column))]

    def rows(self, ids: Iterable[int]) -> Iterator[Any]:
        """The rows of these ids, as named tuples; days and yes or no are what the fields make of them."""
        values = list(self._values)
        values[self._place] = json.dumps(list(ids))
        make, convert = self._made._make, self._convert
        for row in database.execute_sql(self._sql, values):
            if convert:
                row = list(row)
                for place, how in convert:
                    value = row[place]
                    if value is not None:
                        row[place] = how(value)
            yield make(row)


_NOBODY = "[]"


def _name(column: Any) -> str:
    return column._alias if isinstance(column, Alias) else column.name


def _how(column: Any) -> Callable[[Any], Any] | None:
    field = column.node if isinstance(column, Alias) else column
    while isinstance(field, Alias):
        field = field.node
    field = getattr(field, "field", field)  # of an aliased model
    if isinstance(field, DateField):
        return date.fromisoformat
    return bool if isinstance(field, BooleanField) else None
