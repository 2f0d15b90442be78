"""Settings: frozen dataclasses kept in the file, so that they travel, are undoable and stand in the trail."""

import dataclasses
import json
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar

from workbench.store.database import database

Settings = TypeVar("Settings")


def load(kind: type[Settings]) -> Settings:
    """The office's settings of a kind; what was never set has the kind's default."""
    kept = {name: json.loads(value) for name, value in database.execute_sql("SELECT name, value FROM setting")}
    fields = dataclasses.fields(kind)  # type: ignore[arg-type]
    return kind(**{f.name: kept[f.name] for f in fields if f.name in kept})


class Set(NamedTuple):
    """What a setting became on a day; None that it is the kind's default again."""

    on: date
    name: str
    value: Any


def trail() -> tuple[date, list[Set]]:
    """The day of the office's first step, and all that was set since, in the order in which it was: what the log says."""
    began = database.execute_sql("SELECT min(at) FROM step").fetchone()[0]
    rows = database.execute_sql(
        "SELECT at, coalesce(after, before) ->> '$.name', after ->> '$.value' FROM change AS c JOIN step ON step.id = c.step_id "
        "WHERE tbl = 'setting' ORDER BY c.id"
    )
    found = [Set(_day(at), name, None if text is None else json.loads(text)) for at, name, text in rows]
    return _day(began) if began else date.max, found


def _day(at: str) -> date:
    return datetime.fromisoformat(at).date()


def save(**values: Any) -> None:
    """Keep settings by name; inside a step."""
    for name, value in values.items():
        text = json.dumps(value)
        changed = database.execute_sql("UPDATE setting SET value = ? WHERE name = ?", (text, name)).rowcount
        if not changed:
            database.execute_sql("INSERT INTO setting(name, value) VALUES (?, ?)", (name, text))
