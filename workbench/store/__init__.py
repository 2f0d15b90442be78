"""The file: open and unlock, steps and their history, search, settings, backups. The only room that speaks to SQLite."""

from playhouse.sqlite_ext import AutoIncrementField as RecordId

from workbench.store.database import database

__all__ = ["RecordId", "database"]
