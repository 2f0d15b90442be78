"""How old values are, as far as the log knows: what was set after a day."""

import json
from collections.abc import Collection, Mapping
from datetime import date

from workbench.store.database import database
from workbench.store.history import STANDING

BEGAN = "*"
"""Stands for every column that a row was begun with."""
_BEGUN = frozenset({BEGAN})
_SPEAKS_OF = (
    "coalesce((SELECT max(roster_import.as_of) FROM change AS made JOIN roster_import ON roster_import.id = made.row "
    "WHERE made.step_id = step.id AND made.tbl = 'roster_import'), substr(step.at, 1, 10))"
)


def set_after(day: date, tables: Collection[str]) -> Mapping[tuple[str, int], Collection[str]]:
    """By table and row, the columns that were set after a day; BEGAN where the row itself began after it.

    What an import brought is as old as the day its file speaks of; a step that was undone set nothing.
    """
    found: dict[tuple[str, int], Collection[str]] = {}
    marks = ", ".join("?" * len(tables))
    rows = database.execute_sql(
        "SELECT change.tbl, change.row, change.before, CASE WHEN change.before IS NOT NULL THEN change.after END "
        "FROM step JOIN change ON change.step_id = step.id "
        f"WHERE step.kind = 'do' AND {STANDING} AND {_SPEAKS_OF} > ? AND change.tbl IN ({marks}) "
        "AND change.after IS NOT NULL ORDER BY change.id",
        (day.isoformat(), *tables),
    )
    for tbl, row, before, after in rows:
        if before is None:
            found[tbl, row] = _BEGUN
        else:
            was, became = json.loads(before), json.loads(after)
            found[tbl, row] = {*found.get((tbl, row), ()), *(c for c in became if became[c] != was.get(c))}
    return found
