"""Undo and redo: whole steps, taken back from their own log, in a step of their own."""

from workbench.errors import WorkbenchError
from workbench.store import history, triggers
from workbench.store.database import database
from workbench.store.history import Step


def undo(step_id: int | None = None) -> Step | None:
    """Take back a step, the newest that stands unless one is named; the step taken back, or None when there is none.

    Refuses, naming the later step, when a row of it changed since or another record hangs on one that it made. What the
    step put on paper is not taken out but marked as recalled today (triggers.lasting_tables)."""
    target = history.next_undo() if step_id is None else history.undoable(step_id)
    if target:
        _turn(target, "undo", back=True)
    return target


def redo() -> Step | None:
    """Bring back the step that was undone last; the step brought back, or None when there is none."""
    target = history.next_redo()
    if target:
        _turn(target, "redo", back=False)
    return target


def _turn(target: Step, kind: str, back: bool) -> None:
    """Every row of a step as it stood before it (back) or after it; sets, not rows: an import has 200,000.

    With foreign keys off, since cascades and restrictions look at one row at a time; what would be left hanging is
    looked for at the end."""
    history.refuse_read_only()
    database.execute_sql("PRAGMA foreign_keys = OFF")
    try:
        out = history.went_out(target.id) if back else ()
        name = f"{kind.capitalize()}: {target.name}{_RECALLED if out else ''}"
        with history.step(name, kind, target.id) as turn:
            if back:
                _refuse_if_changed_since(target)
            tables = [
                row[0]
                for row in database.execute_sql("SELECT DISTINCT tbl FROM change WHERE step_id = ?", (target.id,))
            ]
            for tbl in out:
                _recall(target.id, tbl)
            for tbl in tables:
                _take_out(target.id, tbl, back, lasts=tbl in out)
            for tbl in tables:
                _put_in(target.id, tbl, back)
            _refuse_loose_ends(target, turn, tables)
    finally:
        database.execute_sql("PRAGMA foreign_keys = ON")


def _refuse_if_changed_since(target: Step) -> None:
    """Steps that were undone since cancel out; only those that stand are in the way."""
    row = database.execute_sql(
        "SELECT step.name FROM change AS mine JOIN change AS later ON later.tbl = mine.tbl AND later.row = mine.row "
        "JOIN step ON step.id = later.step_id WHERE mine.step_id = ? AND later.step_id > ? AND step.kind = 'do' "
        f"AND {history.STANDING} ORDER BY step.id DESC LIMIT 1",
        (target.id, target.id),
    ).fetchone()
    if row:
        raise _in_the_way(target, row[0])


def _refuse_loose_ends(target: Step, turn: int, tables: list[str]) -> None:
    """A row added since that hangs on one of the step's own, or one of the step's that hangs on a row deleted since."""
    for tbl in triggers.logged_tables():
        links = database.execute_sql(f'SELECT "table", "from" FROM pragma_foreign_key_list(\'{tbl}\')').fetchall()
        for parent, link in links:
            if tbl in tables:
                _refuse_orphans(target, turn, tbl, parent, link, "id", tbl)
            if parent in tables:
                _refuse_orphans(target, turn, tbl, parent, link, link, parent)


def _refuse_orphans(target: Step, turn: int, tbl: str, parent: str, link: str, column: str, touched: str) -> None:
    """Looks only at rows whose column is the id of a touched row, so that it takes no longer than the step is long."""
    row = database.execute_sql(
        f'SELECT child.id, child."{link}" FROM "{tbl}" AS child WHERE child."{column}" IN '
        "(SELECT row FROM change WHERE step_id = ? AND tbl = ?) "
        f'AND child."{link}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "{parent}" AS p WHERE p.id = child."{link}") LIMIT 1',
        (turn, touched),
    ).fetchone()
    if row and tbl in triggers.lasting_tables():
        raise WorkbenchError(
            f"“{target.name}” cannot be undone, because papers went out that name what it made; they may be recalled, never "
            "unmade. Nothing was changed. Mark it as cancelled or ended instead."
        )
    if row:
        found = database.execute_sql(
            "SELECT step.name FROM change JOIN step ON step.id = change.step_id WHERE step.id < ? AND step.id > ? "
            "AND ((tbl = ? AND row = ?) OR (tbl = ? AND row = ?)) ORDER BY step.id DESC LIMIT 1",
            (turn, target.id, tbl, row[0], parent, row[1]),
        ).fetchone()
        raise _in_the_way(target, found[0] if found else "a later step")


def _in_the_way(target: Step, later: str) -> WorkbenchError:
    return WorkbenchError(
        f"“{target.name}” cannot be undone, because “{later}” changed the same records since. "
        f"Nothing was changed. Undo “{later}” first."
    )


_ENDS = (
    "SELECT row, (SELECT before FROM change WHERE id = first) AS was, (SELECT after FROM change WHERE id = last) AS became "
    "FROM (SELECT row, min(id) AS first, max(id) AS last FROM change WHERE step_id = ? AND tbl = ? GROUP BY row)"
)


_RECALLED = "; what went out is recalled"


def _recall(step_id: int, tbl: str) -> None:
    """Paper that is out cannot be unmade: its rows stay, and say since when they do not count."""
    database.execute_sql(
        f'UPDATE "{tbl}" SET {triggers.RECALLED} = ? WHERE id IN (SELECT row FROM ({_ENDS}) WHERE was IS NULL)',
        (database.clock().date().isoformat(), step_id, tbl),
    )


def _take_out(step_id: int, tbl: str, back: bool, lasts: bool) -> None:
    """All of the step's rows go before any returns: a name that only one may have could change hands within a step."""
    have = "became" if back else "was"
    kept = " AND was IS NOT NULL" if lasts else ""
    database.execute_sql(
        f'DELETE FROM "{tbl}" WHERE id IN (SELECT row FROM ({_ENDS}) WHERE {have} IS NOT NULL{kept})', (step_id, tbl)
    )


def _put_in(step_id: int, tbl: str, back: bool) -> None:
    want = "was" if back else "became"
    columns = [row[1] for row in database.execute_sql(f'PRAGMA table_info("{tbl}")')]
    names = ", ".join(f'"{c}"' for c in columns)
    values = ", ".join(f"json_extract({want}, '$.\"{c}\"')" for c in columns)
    database.execute_sql(
        f'INSERT INTO "{tbl}"({names}) SELECT {values} FROM ({_ENDS}) WHERE {want} IS NOT NULL', (step_id, tbl)
    )
