"""What no undo takes out: paper that went out is recalled, and what was seen at a source stays, struck.

Known by its columns: a table with “recalled” holds what left the office, one with “struck”, “struck_by” and “struck_why” what
somebody saw. Neither counts any longer after the undo, and no redo brings it back: it goes out, or is seen, anew."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.store.database import database

RECALLED = ("recalled",)
STRUCK = ("struck", "struck_by", "struck_why")
WHY = "Taken back by Undo"
"""Why a row is struck that an undo struck."""


@dataclass(frozen=True)
class Stays:
    """Rows of a table that a step made and that stay when it is undone."""

    tbl: str
    ids: tuple[int, ...]
    said: str
    """How the name of the undo ends."""


def recalled_tables() -> list[str]:
    """The tables of what left the office on paper. An undo writes the day there, so that a number that was given is never
    given again."""
    return _with(RECALLED)


def stays(step_id: int) -> tuple[Stays, ...]:
    """What an undo of a step leaves, or left."""
    found = [
        Stays(tbl, _ids(tbl, _is_in(f"{tbl}.id", tbl, step_id)), "what went out is recalled")
        for tbl in recalled_tables()
    ]
    found += [Stays(tbl, _of_others(tbl, step_id), "what was seen stays, struck") for tbl in _with(STRUCK)]
    return tuple(each for each in found if each.ids)


def mark(each: Stays, step_id: int) -> None:
    """Say of what stays that it does not count."""
    today, some = database.clock().date().isoformat(), _listed(each.ids)
    if each.tbl in recalled_tables():
        database.execute_sql(f'UPDATE "{each.tbl}" SET recalled = ? WHERE id IN ({some})', (today,))
        return
    database.execute_sql(
        f'UPDATE "{each.tbl}" SET struck = ?, struck_by = ?, struck_why = ? WHERE id IN ({some}) AND struck IS NULL',
        (today, database.seat, WHY),
    )
    for link, parent, needed in _links(each.tbl):
        if not needed:  # the new term that was opened, the page that showed it: these go
            gone = _is_in(f'"{link}"', parent, step_id)
            database.execute_sql(f'UPDATE "{each.tbl}" SET "{link}" = NULL WHERE id IN ({some}) AND {gone}')


def drop_hanging(tables: Iterable[str]) -> None:
    """What an undo struck goes with whom it was of: who was never added was never looked up. Of a term that goes it stays, as what
    was seen of the person."""
    gone = set(tables)
    for tbl in _with(STRUCK):
        for link, parent, needed in _links(tbl):
            if parent in gone:
                where = (
                    f'struck_why = ? AND "{link}" IS NOT NULL '
                    f'AND NOT EXISTS (SELECT 1 FROM "{parent}" AS p WHERE p.id = "{tbl}"."{link}")'
                )
                does = f'DELETE FROM "{tbl}"' if needed else f'UPDATE "{tbl}" SET "{link}" = NULL'
                database.execute_sql(f"{does} WHERE {where}", (WHY,))


def _of_others(tbl: str, step_id: int) -> tuple[int, ...]:
    """The rows of a table that are about what was there before; what a step made together with its own goes with it."""
    made = _is_in(f"{tbl}.id", tbl, step_id)
    own = [_is_in(f'"{link}"', parent, step_id) for link, parent, needed in _links(tbl) if needed]
    return _ids(tbl, " AND ".join([made, *(f"NOT {each}" for each in own)]))


def _ids(tbl: str, where: str) -> tuple[int, ...]:
    return tuple(row[0] for row in database.execute_sql(f'SELECT id FROM "{tbl}" WHERE {where}'))


def _is_in(column: str, tbl: str, step_id: int) -> str:
    """That a column names a row of a table that a step made."""
    return f"({column} IN (SELECT row FROM change WHERE step_id = {step_id:d} AND tbl = '{tbl}' AND before IS NULL))"


def _links(tbl: str) -> list[tuple[str, str, bool]]:
    """Each link of a table: its column, the table it leads to, and whether no row is without it."""
    rows = database.execute_sql(
        f'SELECT link."from", link."table", field."notnull" FROM pragma_foreign_key_list(\'{tbl}\') AS link '
        f"JOIN pragma_table_info('{tbl}') AS field ON field.name = link.\"from\""
    )
    return [(link, parent, bool(needed)) for link, parent, needed in rows]


def _with(columns: tuple[str, ...]) -> list[str]:
    """The tables that have all of these columns."""
    rows = database.execute_sql(
        "SELECT tbl.name FROM main.sqlite_master AS tbl JOIN pragma_table_info(tbl.name) AS field WHERE tbl.type = 'table' "
        f"AND field.name IN ({', '.join('?' * len(columns))}) GROUP BY tbl.name HAVING count(*) = ? ORDER BY tbl.name",
        (*columns, len(columns)),
    )
    return [row[0] for row in rows]


def _listed(ids: Iterable[int]) -> str:
    return ", ".join(str(int(each)) for each in ids)
