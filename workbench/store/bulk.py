"""Many rows at once, as an import writes them: raw, since the ORM costs ten times the insert. The triggers see every row."""

from collections.abc import Sequence
from typing import Any

from workbench.store.database import database


def next_id(tbl: str) -> int:
    """The first id of a table that was never used."""
    used = database.execute_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (tbl,)).fetchone()
    return (used[0] if used else 0) + 1


def newest_step(before: int = 1 << 62) -> int:
    """The id of the newest step of any kind (before another): tells whether the office changed meanwhile."""
    return database.execute_sql("SELECT coalesce(max(id), 0) FROM step WHERE id < ?", (before,)).fetchone()[0]


def insert(tbl: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows whose values stand in the order of the columns; inside a step."""
    names = ", ".join(f'"{c}"' for c in columns)
    marks = ", ".join("?" * len(columns))
    database.connection().executemany(f'INSERT INTO "{tbl}"({names}) VALUES ({marks})', rows)


def update(tbl: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Bring rows to the values given, by their id, which is the first column; inside a step."""
    pairs = ", ".join(f'"{c}" = ?' for c in columns[1:])
    database.connection().executemany(f'UPDATE "{tbl}" SET {pairs} WHERE id = ?', ((*row[1:], row[0]) for row in rows))


def fetch(tbl: str, columns: Sequence[str], where: str = "") -> list[tuple]:
    """Every row of a table as a tuple of its columns."""
    names = ", ".join(f'"{c}"' for c in columns)
    return database.execute_sql(f'SELECT {names} FROM "{tbl}" {where}').fetchall()
