"""Reading the log: the history of a record, a record as it stood, and whether anybody edited the log."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.store import history
from workbench.store.database import database
from workbench.store.history import Step


@dataclass(frozen=True)
class Entry:
    """What one step did to one record; before is None where the record began, after where it ended."""

    step: Step
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    def fields(self) -> list[str]:
        """The names of the fields that differ."""
        before, after = self.before or {}, self.after or {}
        return [name for name in (after or before) if before.get(name) != after.get(name)]


def of(tbl: str, row: int) -> list[Entry]:
    """The history of a record, newest first; several changes in one step count as one."""
    rows = database.execute_sql(
        "SELECT step_id, before, after FROM change WHERE tbl = ? AND row = ? ORDER BY id", (tbl, row)
    ).fetchall()
    by_step: dict[int, list[tuple]] = {}
    for step_id, before, after in rows:
        by_step.setdefault(step_id, []).append((before, after))
    marks = ", ".join("?" * len(by_step))
    steps = {
        row[0]: history.made(row)
        for row in database.execute_sql(f"SELECT {history.FIELDS} FROM step WHERE id IN ({marks})", tuple(by_step))
    }
    entries = [Entry(steps[i], _read(changes[0][0]), _read(changes[-1][1])) for i, changes in by_step.items()]
    return entries[::-1]


def in_step(step_id: int, most: int) -> tuple[list[tuple[str, int, dict[str, Any] | None, dict[str, Any] | None]], int]:
    """What a step did to each record, at most so many: table, row, before and after, first and last taken together; and how
    many records it touched in all. The log's order."""
    count = database.execute_sql(
        "SELECT count(*) FROM (SELECT DISTINCT tbl, row FROM change WHERE step_id = ?)", (step_id,)
    ).fetchone()[0]
    rows = database.execute_sql(
        "SELECT tbl, row, (SELECT before FROM change WHERE id = first), (SELECT after FROM change WHERE id = last) FROM "
        "(SELECT tbl, row, min(id) AS first, max(id) AS last FROM change WHERE step_id = ? GROUP BY tbl, row "
        "ORDER BY first LIMIT ?)",
        (step_id, most),
    ).fetchall()
    return [(tbl, row, _read(before), _read(after)) for tbl, row, before, after in rows], count


def changed(tbl: str, since: date, until: date) -> list[tuple[int, int, Step, dict[str, Any], dict[str, Any] | None]]:
    """Every change of a row of a table that was there before, from a day to a day: the change's id, the row, the step, before
    and after (None where the row ended); in the log's order."""
    fields = ", ".join(f"step.{name}" for name in history.FIELDS.split(", "))
    rows = database.execute_sql(
        f"SELECT change.id, row, before, after, {fields} FROM change JOIN step ON step.id = change.step_id "
        "WHERE tbl = ? AND before IS NOT NULL AND step.at >= ? AND step.at < ? ORDER BY change.id",
        (tbl, since.isoformat(), history.end_of(until)),
    )
    return [(row[0], row[1], history.made(row[4:]), json.loads(row[2]), _read(row[3])) for row in rows.fetchall()]


def ended(tbl: str, link: str, owner: int) -> list[int]:
    """The ids of the rows of a table that were deleted, whether or not they came back, while a link of theirs pointed at owner.

    An index knows them by provider_id; by another link it looks at every deletion of that table."""
    rows = database.execute_sql(
        f"SELECT row FROM change WHERE tbl = ? AND after IS NULL AND json_extract(before, '$.{link}') = ?",
        (tbl, owner),
    )
    return sorted({row[0] for row in rows})


def as_stood(tbl: str, row: int, day: date) -> dict[str, Any] | None:
    """A record at the end of a day; None if there was none."""
    found = database.execute_sql(
        "SELECT after FROM change JOIN step ON step.id = change.step_id WHERE tbl = ? AND row = ? AND step.at < ? "
        "ORDER BY change.id DESC LIMIT 1",
        (tbl, row, history.end_of(day)),
    ).fetchone()
    return _read(found[0]) if found else None


def at_step(tbl: str, row: int, step: int) -> dict[str, Any] | None:
    """A record as it stood when a step was the newest; None if there was none, or if nothing of it changed since."""
    found = database.execute_sql(
        "SELECT before FROM change WHERE tbl = ? AND row = ? AND step_id > ? ORDER BY id LIMIT 1", (tbl, row, step)
    ).fetchone()
    return _read(found[0]) if found else None


def head() -> str:
    """The seal of the newest step: two offices with the same head have the same past."""
    row = database.execute_sql("SELECT seal FROM step ORDER BY id DESC LIMIT 1").fetchone()
    return row[0] if row else ""


def holds(seal: str) -> bool:
    """Whether a seal that was noted as the head of the trail is still in it: then nothing up to it was taken out."""
    return database.execute_sql("SELECT 1 FROM step WHERE seal = ?", (seal,)).fetchone() is not None


def broken_seal(step: Callable[[], None] = lambda: None) -> Step | None:
    """The first step whose seal does not fit what the log says; None when the trail is whole. Calls step after each.

    Steps from before the office had keys are sealed without one; the first keyed seal covers them all."""
    keyed = database.seal_key is None
    for row in database.execute_sql(f"SELECT {history.FIELDS}, seal FROM step ORDER BY id").fetchall():
        fits = row[-1] == history.seal(row[0])
        keyed = keyed or fits
        if not fits and (keyed or row[-1] != history.seal(row[0], keyed=False)):
            return history.made(row[:-1])
        step()
    return None


def _read(text: str | None) -> dict[str, Any] | None:
    return json.loads(text) if text else None
