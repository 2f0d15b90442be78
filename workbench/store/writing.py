"""Queries made into SQL. Peewee goes through seven calls for each column that it names, and longer over a query of all columns
than SQLite over its answer: here a column is written at once. What is written is the same."""

from typing import Any

from peewee import SCOPE_VALUES, Context, Field, FieldAlias


class Writing(Context):  # type: ignore[misc]
    """Peewee's own, but for how a field is written."""

    __slots__ = ()

    def sql(self, obj: Any) -> Any:
        """Write one part of a query."""
        if isinstance(obj, Field):
            name = obj.column_name.replace('"', '""')
            if self.state.scope == SCOPE_VALUES:
                return self.literal(f'"{name}"')
            return self.literal(f'"{self._alias_of(obj)}"."{name}"')
        return super().sql(obj)

    def _alias_of(self, field: Any) -> str:
        """What the table of a field is called in this query."""
        table = field.source if isinstance(field, FieldAlias) else field.model._meta.table
        said = table.alias if isinstance(field, FieldAlias) else table._alias
        if said:
            self.alias_manager[table] = said
        alias: str = self.alias_manager[table]
        return alias
