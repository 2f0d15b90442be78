"""The file: open and unlock, steps and their history, search, settings, backups. The only room that speaks to SQLite."""

from typing import Any

from peewee import SQL, AutoField, NodeList

from workbench.store.database import database

__all__ = ["RecordId", "database"]


class _RecordId(AutoField):  # type: ignore[misc]
    """A number that is never given twice. Peewee's own lies beside its full-text search, whose loading every start would pay."""

    def ddl(self, ctx: Any) -> Any:
        """The column as CREATE TABLE has it."""
        return NodeList((super().ddl(ctx), SQL("AUTOINCREMENT")))


RecordId: Any = _RecordId
"""A record's own number; peewee has no types."""
