"""Joins: a path like “provider.specialty.name” becomes the joins it needs, each made once a query."""

from typing import Any

from peewee import JOIN, Expression, Field, ModelSelect

from workbench.records.record import Record
from workbench.store import database


class Joined:
    """One query over a model, whose paths are joined as they are asked for."""

    def __init__(self, model: type[Record]) -> None:
        self.model = model
        self._aliases: dict[str, Any] = {}
        self._outer: set[str] = set()
        self._order: list[tuple[Any, Any, str, Any]] = []

    def value(self, path: str) -> Field:
        """The field at the end of a path, joined."""
        *links, name = path.split(".")
        source: Any = self.model
        for depth in range(len(links)):
            source = self._joined(source, ".".join(links[: depth + 1]), links[depth])
        return getattr(source, name)

    def select(self, *columns: Any) -> ModelSelect:
        """The query over all that was joined so far; ask for every path before."""
        query = self.model.select(*columns)
        for source, alias, kind, on in self._order:
            query = query.join_from(source, alias, kind, on=on)
        return query

    def any_contains(self, paths: tuple[str, ...], text: str) -> Expression:
        """Whether one of the fields holds a text."""
        found = self.value(paths[0]).contains(text)
        for path in paths[1:]:
            found |= self.value(path).contains(text)
        return found

    def _joined(self, source: Any, prefix: str, link: str) -> Any:
        if prefix not in self._aliases:
            field = getattr(source, link)
            alias = field.rel_model.alias()
            # An inner join lets SQLite begin at either end: by person, from the names' index. Behind an outer one all are
            # outer, or a row whose first link is empty would be lost.
            outer = field.null or prefix.rpartition(".")[0] in self._outer
            kind = JOIN.LEFT_OUTER if outer else JOIN.INNER
            self._aliases[prefix] = alias
            if outer:
                self._outer.add(prefix)
            self._order.append((source, alias, kind, field == alias.id))
        return self._aliases[prefix]


def rows_of(query: ModelSelect) -> Any:
    """The rows of a query without the ORM in between, which costs four times the read: days come as their texts."""
    return database.execute_sql(*query.sql())
