"""Undo and redo: whole steps, taken back from their own log, in a step of their own."""

from dataclasses import dataclass

from peewee import DatabaseError
from sqlcipher3 import dbapi2 as driver

from workbench.errors import WorkbenchError
from workbench.store import history, lasting, triggers
from workbench.store.database import database
from workbench.store.faults import told
from workbench.store.history import Step
from workbench.store.lasting import Stays


@dataclass(frozen=True)
class Later:
    """A later step that changed what a step touched: which step, and the first record."""

    step: Step
    tbl: str
    row: int


class InTheWay(WorkbenchError):
    """A step is not taken back, since a later one changed the same records. Nothing was changed."""

    def __init__(self, message: str, target: Step, later: Later | None) -> None:
        super().__init__(message)
        self.target, self.later = target, later


def undo(step_id: int | None = None) -> Step | None:
    """Take back a step, the newest that stands unless one is named; the step taken back, or None when there is none.

    Refuses, naming the later step, when a row of it changed since or another record hangs on one that it made. What the
    step put on paper or saw at a source is not taken out but marked (lasting.py)."""
    target = history.next_undo() if step_id is None else history.undoable(step_id)
    if target:
        _turn([target], "undo", back=True)
    return target


def undo_since(step_id: int) -> list[Step]:
    """Take back a step and every one after it that stands, the newest first, all or none; those taken back.

    Each is an undo of its own in the trail. Refuses as undo() does."""
    targets = history.undoable_since(step_id)
    if targets and targets[-1].id == step_id:
        _turn(targets, "undo", back=True)
        return targets
    return []


def later_than(target: Step) -> list[Later]:
    """The standing steps after this one that changed what it touched, the newest first, each with one such record."""
    rows = database.execute_sql(
        "SELECT later.step_id, later.tbl, later.row FROM change AS mine JOIN change AS later "
        "ON later.tbl = mine.tbl AND later.row = mine.row JOIN step ON step.id = later.step_id "
        f"WHERE mine.step_id = ? AND later.step_id > ? AND step.kind = 'do' AND {history.STANDING} "
        "GROUP BY later.step_id ORDER BY later.step_id DESC LIMIT ?",
        (target.id, target.id, NAMED),
    ).fetchall()
    found = ((history.one(step), tbl, row) for step, tbl, row in rows)
    return [Later(step, tbl, row) for step, tbl, row in found if step is not None]


def redo() -> Step | None:
    """Bring back the step that was undone last; the step brought back, or None when there is none."""
    target = history.next_redo()
    if target:
        _turn([target], "redo", back=False)
    return target


def _turn(targets: list[Step], kind: str, back: bool) -> None:
    """Every row of the steps as it stood before them (back) or after them, each step in one of its own, in one transaction.

    With foreign keys off, since cascades and restrictions look at one row at a time; what would be left hanging is
    looked for at the end of each."""
    history.refuse_read_only()
    database.execute_sql("PRAGMA foreign_keys = OFF")
    try:
        with database.atomic("IMMEDIATE"):
            for target in targets:
                stays = lasting.stays(target.id) if back else ()
                name = "; ".join([f"{kind.capitalize()}: {target.name}", *dict.fromkeys(each.said for each in stays)])
                with history.recorded(name, kind, target.id) as turn:
                    _turn_one(target, turn, back, stays)
    except (DatabaseError, driver.DatabaseError) as error:
        raise told(error) from error
    finally:
        database.execute_sql("PRAGMA foreign_keys = ON")


def _turn_one(target: Step, turn: int, back: bool, stays: tuple[Stays, ...]) -> None:
    """Sets, not rows: an import has 200,000."""
    if back:
        _refuse_if_changed_since(target)
    found = database.execute_sql("SELECT DISTINCT tbl FROM change WHERE step_id = ?", (target.id,))
    tables = [row[0] for row in found]
    for each in stays:
        lasting.mark(each, target.id)
    for tbl in tables:
        _take_out(target.id, tbl, back, next((each.ids for each in stays if each.tbl == tbl), ()))
    for tbl in tables:
        _put_in(target.id, tbl, back)
    if back:
        lasting.drop_hanging(tables)
    _refuse_loose_ends(target, turn, tables)


def _refuse_if_changed_since(target: Step) -> None:
    """Steps that were undone since cancel out; only those that stand are in the way."""
    if later := later_than(target):
        raise _in_the_way(target, later[0].step.name, later[0])


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
    if row and tbl in lasting.recalled_tables():
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


def _in_the_way(target: Step, later: str, found: Later | None = None) -> InTheWay:
    said = (
        f"“{target.name}” cannot be undone, because “{later}” changed the same records since. "
        f"Nothing was changed. Undo “{later}” first."
    )
    return InTheWay(said, target, found)


_ENDS = (
    "SELECT row, (SELECT before FROM change WHERE id = first) AS was, (SELECT after FROM change WHERE id = last) AS became "
    "FROM (SELECT row, min(id) AS first, max(id) AS last FROM change WHERE step_id = ? AND tbl = ? GROUP BY row)"
)


NAMED = 5
"""Later steps that are named at most."""


def _take_out(step_id: int, tbl: str, back: bool, stays: tuple[int, ...]) -> None:
    """All of the step's rows go before any returns: a name that only one may have could change hands within a step."""
    have = "became" if back else "was"
    kept = f" AND row NOT IN ({', '.join(map(str, stays))})" if stays else ""
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
