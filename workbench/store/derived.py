"""What is derived from the records and kept beside them, outside the log: findings, until when each file's stand, and up to
which step of the log they are made."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from peewee import OperationalError

from workbench.store import asking, bulk
from workbench.store.database import database
from workbench.store.triggers import DERIVED


class State(NamedTuple):
    """Up to where the findings are made."""

    step: int
    """The newest step of the log that they know."""
    day: date
    policy: str
    """By which policy, as text."""


def state() -> State | None:
    """Where the findings stand; None before any were made."""
    row = database.execute_sql("SELECT step, day, policy FROM judging").fetchone()
    return State(row[0], date.fromisoformat(row[1]), row[2]) if row else None


def overdue(day: date) -> set[int]:
    """Those whose findings stand no longer on a day."""
    return {row[0] for row in database.execute_sql("SELECT provider FROM judged WHERE until < ?", (day.isoformat(),))}


def touched(since: int) -> list[tuple[str, int, int | None, int | None, int | None]]:
    """What was written after a step: table, row, and the provider before and after it and the application that it names."""
    return database.execute_sql(
        "SELECT DISTINCT tbl, row, json_extract(before, '$.provider_id'), json_extract(after, '$.provider_id'), "
        "json_extract(coalesce(after, before), '$.application_id') FROM change WHERE step_id > ?",
        (since,),
    ).fetchall()


def begin() -> None:
    """Make room to write: of an office that is open for reading only, in tables of this connection that hide the real ones."""
    if not database.read_only or _hidden():
        return
    for tbl in DERIVED:
        database.execute_sql(f'CREATE TEMP TABLE "{tbl}" AS SELECT * FROM main."{tbl}"')


def hide() -> None:
    """Empty tables in the place of the real ones, for this connection: the office as of a day has findings of its own."""
    for tbl in DERIVED:
        database.execute_sql(f'CREATE TEMP TABLE "{tbl}" AS SELECT * FROM main."{tbl}" WHERE 0')


def take_out(providers: Iterable[int] | None) -> None:
    """Forget the findings of some people (0: of the office), or all."""
    for tbl in ("finding", "judged"):
        if providers is None:
            database.execute_sql(f'DELETE FROM "{tbl}"')
        else:
            those = asking.among(providers)
            database.execute_sql(f'DELETE FROM "{tbl}" WHERE provider IN {those.sql}', those.params)


def put_in(columns: Sequence[str], findings: Sequence[Sequence[Any]], judged: Sequence[tuple[int, date]]) -> None:
    """Keep findings, with their ids first, and until when each file's stand."""
    bulk.insert("finding", columns, findings)
    bulk.insert("judged", ("provider", "until"), [(who, until.isoformat()) for who, until in judged])


def next_id() -> int:
    """The first free id of a finding."""
    return database.execute_sql("SELECT coalesce(max(id), 0) + 1 FROM finding").fetchone()[0]


def keep(new: State) -> None:
    """Say up to where they are made."""
    database.execute_sql("DELETE FROM judging")
    database.execute_sql(
        "INSERT INTO judging(step, day, policy) VALUES (?, ?, ?)", (new.step, new.day.isoformat(), new.policy)
    )


def note_readiness(day: date, files: int, ready: int) -> None:
    """Keep how many files were ready on a day, as it was last judged; where nothing can be kept, nothing is."""
    if database.read_only or _hidden():
        return
    row = database.execute_sql("SELECT files, ready FROM readiness WHERE day = ?", (day.isoformat(),)).fetchone()
    if row == (files, ready):
        return
    try:  # in one statement: a page may count it at the same moment on another thread
        database.execute_sql(
            "INSERT INTO readiness(day, files, ready) VALUES (?, ?, ?) "
            "ON CONFLICT(day) DO UPDATE SET files = excluded.files, ready = excluded.ready",
            (day.isoformat(), files, ready),
        )
    except OperationalError as error:
        if "locked" not in str(error):  # an import holds the office: whoever counts next keeps it
            raise


def readiness(since: date, until: date) -> list[tuple[date, int, int]]:
    """Days on which everybody was judged, with files and ready ones, in their order."""
    rows = database.execute_sql(
        "SELECT day, files, ready FROM readiness WHERE day BETWEEN ? AND ? ORDER BY day",
        (since.isoformat(), until.isoformat()),
    )
    return [(date.fromisoformat(day), files, ready) for day, files, ready in rows]


def _hidden() -> bool:
    row = database.execute_sql("SELECT 1 FROM temp.sqlite_master WHERE name = ?", (DERIVED[0],)).fetchone()
    return row is not None
