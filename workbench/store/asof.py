"""The office as it stood at the end of a day: a second, read-only connection whose TEMP tables hide the real ones.

A table is rebuilt when something first reads it, so that a list of 50,000 does not wait for what it never shows."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from peewee import DatabaseError
from sqlcipher3 import dbapi2 as driver

from workbench.store import derived, history, search, triggers, veil
from workbench.store.database import connect, database

T = TypeVar("T")
_NONE_LATER = 1 << 62


class Past:
    """The office at a day's end, for as long as somebody looks at it; any thread may ask, one after the other.

    What is written meanwhile changes nothing of it. Closed, it opens again at the next question."""

    def __init__(self, day: date) -> None:
        self.day = day
        self._lock = threading.RLock()
        self._conn: Any = None
        self._begin()

    def _begin(self) -> None:
        self._seen, self._first_later = 0, _NONE_LATER
        self._stale: set[str] = set()
        """What changed since the day and is not rebuilt yet: tables, and the search of tables."""
        self._met: set[str] = set()
        """Of these, what the last question wanted to read."""
        self._made: set[str] = set()

    def ask(self, call: Callable[[], T]) -> T:
        """The answer of a call that reads: every table it reads is as of the day. It is called again after each rebuilding."""
        with self._lock, self._spoken():
            self._notice()
            while True:
                self._met.clear()
                try:
                    return call()
                except (DatabaseError, driver.DatabaseError):
                    if not self._met:
                        raise
                    for name in sorted(self._met):
                        self._rebuild(name)

    def rebuild_all(self) -> None:
        """Everything that changed since, and its search."""
        with self._lock, self._spoken():
            self._notice()
            for name in sorted(self._stale):
                self._rebuild(name)

    def interrupt(self) -> None:
        """Stop what is being read; whoever asked gets the driver's error."""
        if (conn := self._conn) is not None:
            conn.interrupt()

    def close(self) -> None:
        """Let go of the file: nothing of it stays in memory."""
        with self._lock:
            if self._conn is not None:
                self._conn.close()
            self._conn = None
            self._begin()

    @contextmanager
    def _spoken(self) -> Iterator[None]:
        """This thread speaks through the past's connection."""
        fresh = self._conn is None
        if fresh:
            self._conn = connect(Path(database.database), database.key, read_only=True, shared=True)
        present = database.use(self._conn)
        try:
            database._add_conn_hooks(self._conn)
            database.execute_sql("PRAGMA foreign_keys = OFF")
            if fresh:
                derived.hide()
                veil.wear(besides=triggers.DERIVED)
            yield
        finally:
            database.use(present)

    def _notice(self) -> None:
        """What was written since the last question makes more tables stale."""
        newest = database.execute_sql("SELECT coalesce(max(id), 0) FROM main.step").fetchone()[0]
        if newest == self._seen:
            return
        if self._first_later == _NONE_LATER:
            end = history.end_of(self.day)
            query = f"SELECT coalesce(min(id), {_NONE_LATER}) FROM main.step WHERE at >= ?"
            self._first_later = database.execute_sql(query, (end,)).fetchone()[0]
        since = max(self._first_later, self._seen + 1)
        changed = database.execute_sql("SELECT DISTINCT tbl FROM main.change WHERE step_id >= ?", (since,)).fetchall()
        logged = set(triggers.logged_tables())
        for (tbl,) in changed:
            names = {tbl, f"search_{tbl}"} if tbl in database.searched else {tbl}
            self._stale |= (names - self._made) if tbl in logged else set()
        self._seen = newest
        self._conn.set_authorizer(self._judge)  # which makes SQLite look at every statement anew

    def _judge(self, action: int, one: str | None, other: str | None, schema: str | None, _: str | None) -> int:
        """Refuse to read what is stale, and remember that it was wanted."""
        if action == driver.SQLITE_READ and schema == "main" and one in self._stale:
            self._met.add(one)
            return int(driver.SQLITE_DENY)
        return int(driver.SQLITE_OK)

    def _rebuild(self, name: str) -> None:
        tbl = name.removeprefix("search_")
        self._conn.set_authorizer(None)
        try:
            if tbl in self._stale:
                veil.lift(tbl)
                _rebuild_table(tbl, self._first_later)
                veil.blank(tbl)
            if name != tbl:
                search.create(tbl, "temp")
                search.fill(tbl, "temp")
            self._made |= {tbl, name}
            self._stale -= {tbl, name}
        finally:
            self._conn.set_authorizer(self._judge)


@contextmanager
def as_of(day: date) -> Iterator[None]:
    """Inside, this thread reads every list, file and rule as of the day's end; nothing can be written."""
    past = Past(day)
    try:
        past.rebuild_all()
        with past._spoken():
            yield
    finally:
        past.close()


def _rebuild_table(tbl: str, first_later: int) -> None:
    ddl = database.execute_sql(
        "SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name = ?", (tbl,)
    ).fetchone()[0]
    database.execute_sql(ddl.replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
    database.execute_sql(
        # with min(), SQLite takes the other columns from the row that holds the minimum
        "CREATE TEMP TABLE later AS SELECT row, before AS was, min(id) AS first "
        "FROM main.change WHERE step_id >= ? AND tbl = ? GROUP BY row",
        (first_later, tbl),
    )
    database.execute_sql("CREATE INDEX temp.later_row ON later(row)")
    columns = database.execute_sql(f'PRAGMA main.table_info("{tbl}")').fetchall()
    names = ", ".join(f'"{column[1]}"' for column in columns)
    values = ", ".join(_was(column) for column in columns)
    database.execute_sql(
        f'INSERT INTO temp."{tbl}"({names}) SELECT {names} FROM main."{tbl}" WHERE id NOT IN (SELECT row FROM later)'
    )
    database.execute_sql(f'INSERT INTO temp."{tbl}"({names}) SELECT {values} FROM later WHERE was IS NOT NULL')
    database.execute_sql("DROP TABLE later")
    for (index,) in database.execute_sql(
        "SELECT sql FROM main.sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", (tbl,)
    ).fetchall():
        database.execute_sql(index.replace('INDEX "', 'INDEX temp."', 1))


def _was(column: tuple) -> str:
    """What the log says of a column; where it knew none yet, what the column begins with: many may not be empty."""
    _, name, sort, needed, default, _ = column
    if default is None and needed:
        default = "''" if sort.startswith(("TEXT", "VARCHAR")) else "0"
    path = f"'$.\"{name}\"'"
    if default is None:
        return f"json_extract(was, {path})"
    if needed:
        return f"coalesce(json_extract(was, {path}), {default})"
    return f"CASE WHEN json_type(was, {path}) IS NULL THEN {default} ELSE json_extract(was, {path}) END"
