"""Undo and redo: whole steps, taken back from their own log, in a step of their own."""

from workbench.errors import WorkbenchError
from workbench.store import history
from workbench.store.database import database
from workbench.store.history import Step


def undo() -> Step | None:
    """Take back the newest step that stands; the step taken back, or None when there is none."""
    target = history.next_undo()
    if target:
        with history.step(f"Undo: {target.name}", "undo", target.id) as turn:
            _refuse_if_changed_since(target)
            _turn(target.id, back=True)
            _refuse_if_it_reaches_further(target, turn)
    return target


def redo() -> Step | None:
    """Bring back the step that was undone last; the step brought back, or None when there is none."""
    target = history.next_redo()
    if target:
        with history.step(f"Redo: {target.name}", "redo", target.id):
            _turn(target.id, back=False)
    return target


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


def _refuse_if_it_reaches_further(target: Step, turn: int) -> None:
    """A row added since that hangs on one of the step's own (a license of an imported person) would go with it."""
    row = database.execute_sql(
        "SELECT (SELECT step.name FROM change AS c JOIN step ON step.id = c.step_id WHERE c.tbl = now.tbl AND c.row = now.row "
        "AND c.step_id < ? ORDER BY c.id DESC LIMIT 1) FROM change AS now WHERE now.step_id = ? AND NOT EXISTS "
        "(SELECT 1 FROM change AS mine WHERE mine.step_id = ? AND mine.tbl = now.tbl AND mine.row = now.row) LIMIT 1",
        (turn, turn, target.id),
    ).fetchone()
    if row:
        raise _in_the_way(target, row[0])


def _in_the_way(target: Step, later: str) -> WorkbenchError:
    return WorkbenchError(
        f"“{target.name}” cannot be undone, because “{later}” changed the same records since. "
        f"Nothing was changed. Undo “{later}” first."
    )


def _turn(step_id: int, back: bool) -> None:
    """Bring every row of a step to how it stood before it (back) or after it; sets, not rows: an import has 200,000."""
    for (tbl,) in database.execute_sql("SELECT DISTINCT tbl FROM change WHERE step_id = ?", (step_id,)).fetchall():
        columns = [row[1] for row in database.execute_sql(f'PRAGMA table_info("{tbl}")')]
        _turn_table(step_id, tbl, columns, back)


def _turn_table(step_id: int, tbl: str, columns: list[str], back: bool) -> None:
    ends = (
        "SELECT row, (SELECT before FROM change WHERE id = min_id) AS was, (SELECT after FROM change WHERE id = max_id) AS became "
        "FROM (SELECT row, min(id) AS min_id, max(id) AS max_id FROM change WHERE step_id = ? AND tbl = ? GROUP BY row)"
    )
    database.execute_sql("CREATE TEMP TABLE turned(row INTEGER PRIMARY KEY, want TEXT, have TEXT)")
    want, have = ("was", "became") if back else ("became", "was")
    database.execute_sql(f"INSERT INTO turned SELECT row, {want}, {have} FROM ({ends})", (step_id, tbl))
    names = ", ".join(f'"{c}"' for c in columns)
    values = ", ".join(f"json_extract(want, '$.\"{c}\"')" for c in columns)
    database.execute_sql(
        f'DELETE FROM "{tbl}" WHERE id IN (SELECT row FROM turned WHERE want IS NULL AND have IS NOT NULL)'
    )
    database.execute_sql(
        f'UPDATE "{tbl}" SET ({names}) = (SELECT {values} FROM turned WHERE row = "{tbl}".id) '
        "WHERE id IN (SELECT row FROM turned WHERE want IS NOT NULL AND have IS NOT NULL)"
    )
    database.execute_sql(
        f'INSERT INTO "{tbl}"({names}) SELECT {values} FROM turned WHERE want IS NOT NULL AND have IS NULL'
    )
    database.execute_sql("DROP TABLE turned")
