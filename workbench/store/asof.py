"""The office as it stood at the end of a day: a second, read-only connection whose TEMP tables hide the real ones."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from workbench.store import derived, history, search, triggers
from workbench.store.database import connect, database


@contextmanager
def as_of(day: date) -> Iterator[None]:
    """Inside, this thread reads every list, file and rule as of the day's end; nothing can be written."""
    past = connect(Path(database.database), database.key, read_only=True)
    present = database.use(past)
    try:
        database._add_conn_hooks(past)
        _rebuild(day)
        yield
    finally:
        database.use(present)
        past.close()


def _rebuild(day: date) -> None:
    """Only tables that changed since need rebuilding; SQLite finds TEMP tables before the real ones."""
    end = history.end_of(day)
    found = database.execute_sql("SELECT coalesce(min(id), 1 << 62) FROM step WHERE at >= ?", (end,)).fetchone()
    first_later = found[0]
    changed = database.execute_sql("SELECT DISTINCT tbl FROM change WHERE step_id >= ?", (first_later,)).fetchall()
    database.execute_sql("PRAGMA foreign_keys = OFF")
    for (tbl,) in changed:
        if tbl in triggers.logged_tables():
            _rebuild_table(tbl, first_later)
    derived.hide()


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
    if tbl in database.searched:
        search.create(tbl, "temp")
        search.fill(tbl, "temp")


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
