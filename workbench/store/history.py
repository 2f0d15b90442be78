"""Steps: every change is one, named, whole or not at all, and can be taken back. The log is kept by triggers."""

import hashlib
import hmac
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from peewee import DatabaseError
from sqlcipher3 import dbapi2 as driver

from workbench.errors import WorkbenchError
from workbench.store import lasting, search
from workbench.store.database import database
from workbench.store.faults import told


@dataclass(frozen=True)
class Step:
    """One named change as the trail keeps it."""

    id: int
    at: datetime
    seat: str
    name: str
    kind: str
    """do, undo, redo, migrate, found (an office begins: undo does not reach behind it), or seal (from here on the trail
    is sealed with the office's key)."""
    target: int | None
    """The step that an undo or redo is about."""


FIELDS = "id, at, seat, name, kind, target"
STANDING = (
    "coalesce((SELECT kind FROM step AS turn WHERE turn.target = step.id ORDER BY id DESC LIMIT 1), 'redo') = 'redo'"
)
"""A step stands unless the newest step about it is an undo; the log itself is never edited."""


@contextmanager
def step(
    name: str,
    kind: str = "do",
    target: int | None = None,
    closing: Callable[[], object] = int,
    under_veil: bool = False,
) -> Iterator[int]:
    """Everything written inside is one step; an exception leaves nothing. A step inside a step joins the outer one.

    Closing is called when all is written and sealed, before the commit, which cannot be stopped; it may raise too. While
    something of the office is left out, only a step under_veil is taken: it writes nothing of what may be hidden."""
    if database.transaction_depth():
        with database.atomic():  # whoever catches its exception goes on without what it wrote
            yield open_step()
        return
    refuse_read_only(under_veil)
    try:
        with database.atomic("IMMEDIATE"):
            database.execute_sql("PRAGMA defer_foreign_keys = ON")
            with recorded(name, kind, target) as step_id:
                yield step_id
            closing()
    except (DatabaseError, driver.DatabaseError) as error:  # many rows at once are written without Peewee in between
        raise told(error) from error


@contextmanager
def recorded(name: str, kind: str, target: int | None = None) -> Iterator[int]:
    """The step itself, for those that bring their own transaction; the others say step()."""
    step_id = _begin(name, kind, target)
    yield step_id
    _end(step_id)


def open_step() -> int:
    """The id of the step that is open on this connection."""
    row = database.execute_sql("SELECT step_id FROM open_step").fetchone()
    if row is None:
        raise RuntimeError("a step was begun inside a transaction that is none")
    return row[0]


def refuse_read_only(under_veil: bool = False) -> None:
    """Say so before anything is tried, when the office is open for reading only, or in survey mode."""
    if database.veil is not None and not under_veil:
        raise WorkbenchError("Survey mode is on. Nothing was changed. Turn it off, then do it again.")
    if database.read_only:
        raise WorkbenchError(
            "The office is open for reading only. Nothing was changed. Close it where it is held, then open it here again."
        )


def touched(step_id: int) -> set[str]:
    """The tables whose rows a step changed: what a page must refresh."""
    rows = database.execute_sql("SELECT DISTINCT tbl FROM change WHERE step_id = ?", (step_id,))
    return {row[0] for row in rows}


def newest() -> Step | None:
    """The newest step of any kind."""
    return _step(f"SELECT {FIELDS} FROM step ORDER BY id DESC LIMIT 1")


def next_undo() -> Step | None:
    """What undo would take back: the newest step that is neither an undo nor undone; a migration ends undo."""
    return _step(
        f"SELECT {FIELDS} FROM step WHERE kind = 'do' AND {STANDING} "
        "AND id > (SELECT coalesce(max(id), 0) FROM step WHERE kind = 'migrate') ORDER BY id DESC LIMIT 1"
    )


def one(step_id: int) -> Step | None:
    """A step by its id."""
    return _step(f"SELECT {FIELDS} FROM step WHERE id = {step_id:d}")


def undoable(step_id: int) -> Step | None:
    """A step by its id, if it can be taken back: it stands, and no migration came after it."""
    return _step(
        f"SELECT {FIELDS} FROM step WHERE id = {step_id:d} AND kind = 'do' AND {STANDING} "
        "AND id > (SELECT coalesce(max(id), 0) FROM step WHERE kind = 'migrate')"
    )


def before_a_migration(step_id: int) -> bool:
    """Whether the file became a newer version after a step: that is read, and no longer undone."""
    return _step(f"SELECT {FIELDS} FROM step WHERE kind = 'migrate' AND id > {step_id:d} LIMIT 1") is not None


def undoable_since(step_id: int) -> list[Step]:
    """A step and those after it that can be taken back, the newest first."""
    rows = database.execute_sql(
        f"SELECT {FIELDS} FROM step WHERE id >= ? AND kind = 'do' AND {STANDING} "
        "AND id > (SELECT coalesce(max(id), 0) FROM step WHERE kind = 'migrate') ORDER BY id DESC",
        (step_id,),
    )
    return [made(row) for row in rows]


def next_redo() -> Step | None:
    """What redo would bring back: the step undone last, as long as nothing new was done since.

    None if something of it stayed (lasting.py): what was recalled goes out anew, what was struck is seen anew."""
    last = _step(f"SELECT {FIELDS} FROM step WHERE kind IN ('do', 'migrate') ORDER BY id DESC LIMIT 1")
    turned = database.execute_sql(
        # with max(), SQLite takes kind from the newest step about each target
        "SELECT target FROM (SELECT target, kind, max(id) AS turn FROM step WHERE kind IN ('undo', 'redo') AND id > ? "
        "GROUP BY target) WHERE kind = 'undo' ORDER BY turn DESC LIMIT 1",
        (last.id if last else 0,),
    ).fetchone()
    return (
        _step(f"SELECT {FIELDS} FROM step WHERE id = {turned[0]:d}")
        if turned and not lasting.stays(turned[0])
        else None
    )


def highest(tbl: str, row: int, column: str) -> int:
    """The highest number that a column of a row ever held: the log knows what an undo took back. 0 if it never had one."""
    found = database.execute_sql(
        "SELECT max(json_extract(after, '$.' || ?)) FROM change WHERE tbl = ? AND row = ?", (column, tbl, row)
    ).fetchone()
    return int(found[0] or 0)


def steps(limit: int = 200, before: int | None = None, until: date | None = None) -> list[Step]:
    """The trail, newest first, at most so many (-1: all); before a step, and until the end of a day."""
    rows = database.execute_sql(
        f"SELECT {FIELDS} FROM step WHERE id < ? AND at < ? ORDER BY id DESC LIMIT ?",
        (before or 1 << 62, end_of(until) if until else "~", limit),
    )
    return [made(row) for row in rows]


def begun() -> date:
    """The day of the first step: on which this office began."""
    row = database.execute_sql("SELECT at FROM step ORDER BY id LIMIT 1").fetchone()
    return datetime.fromisoformat(row[0]).date() if row else date.min


def end_of(day: date) -> str:
    """A day's end as times are kept and compared: what was done on it is before this text."""
    return f"{day.isoformat()}T~"


def _step(sql: str) -> Step | None:
    row = database.execute_sql(sql).fetchone()
    return made(row) if row else None


def made(row: tuple) -> Step:
    """A step from a row of FIELDS."""
    return Step(row[0], datetime.fromisoformat(row[1]), *row[2:])


def _begin(name: str, kind: str, target: int | None) -> int:
    at = database.clock().isoformat(timespec="seconds")
    cursor = database.execute_sql(
        "INSERT INTO step(at, seat, name, kind, target, seal) VALUES (?, ?, ?, ?, ?, '')",
        (at, database.seat, name, kind, target),
    )
    database.execute_sql("INSERT INTO open_step(step_id) VALUES (?)", (cursor.lastrowid,))
    return cursor.lastrowid


def _end(step_id: int) -> None:
    database.execute_sql("DELETE FROM open_step")
    if not database.execute_sql("SELECT 1 FROM change WHERE step_id = ? LIMIT 1", (step_id,)).fetchone():
        _never_was(step_id)
    search.index(step_id)
    database.execute_sql("UPDATE step SET seal = ? WHERE id = ?", (seal(step_id), step_id))


def _never_was(step_id: int) -> None:
    """A step of which nothing came goes, and its number is given again: a gap would say that a step was taken out."""
    if database.execute_sql("DELETE FROM step WHERE id = ? AND kind = 'do'", (step_id,)).rowcount:
        database.execute_sql("UPDATE sqlite_sequence SET seq = ? WHERE name = 'step'", (step_id - 1,))


def seal(step_id: int, keyed: bool = True) -> str:
    """The hash of a step over the one before: whoever edits the log later breaks every seal after it."""
    before = database.execute_sql("SELECT seal FROM step WHERE id < ? ORDER BY id DESC LIMIT 1", (step_id,)).fetchone()
    key = database.seal_key if keyed else None
    digest = hmac.new(key, digestmod=hashlib.sha256) if key else hashlib.sha256()
    digest.update((before[0] if before else "").encode())
    rows = database.execute_sql(
        "SELECT id || char(31) || at || char(31) || seat || char(31) || name || char(31) || kind || char(31) "
        "|| coalesce(target, '') FROM step WHERE id = ? UNION ALL SELECT * FROM (SELECT tbl || char(31) || row || char(31) "
        "|| coalesce(before, '') || char(31) || coalesce(after, '') FROM change WHERE id >= (SELECT min(id) FROM change "
        "WHERE step_id = ?) AND id <= (SELECT max(id) FROM change WHERE step_id = ?) AND +step_id = ? ORDER BY id)",
        (step_id,) * 4,  # by the rows' own order: sorted, all that an import writes would lie in memory once more
    )
    for (text,) in rows:
        digest.update(text.encode())
        digest.update(b"\x1e")
    return digest.hexdigest()
