"""Settings: frozen dataclasses kept in the file, so that they travel, are undoable and stand in the trail."""

import dataclasses
import json
from datetime import date, datetime
from typing import Any, TypeVar

from workbench.store.database import database

Settings = TypeVar("Settings")


def load(kind: type[Settings]) -> Settings:
    """The office's settings of a kind; what was never set has the kind's default."""
    kept = {name: json.loads(value) for name, value in database.execute_sql("SELECT name, value FROM setting")}
    fields = dataclasses.fields(kind)  # type: ignore[arg-type]
    return kind(**{f.name: kept[f.name] for f in fields if f.name in kept})


def changes() -> list[tuple[date, str, Any]]:
    """Every change of a setting in the log's order: its day, its name, and what it was before; None where it was never set."""
    rows = database.execute_sql(
        "SELECT step.at, coalesce(change.after, change.before), change.before FROM change JOIN step ON step.id = change.step_id "
        "WHERE change.tbl = 'setting' ORDER BY change.id"
    )
    return [(_day(at), json.loads(either)["name"], _value(before)) for at, either, before in rows.fetchall()]


def _day(at: str) -> date:
    return datetime.fromisoformat(at).date()


def _value(row: str | None) -> Any:
    return json.loads(json.loads(row)["value"]) if row else None


def save(**values: Any) -> None:
    """Keep settings by name; inside a step."""
    for name, value in values.items():
        text = json.dumps(value)
        changed = database.execute_sql("UPDATE setting SET value = ? WHERE name = ?", (text, name)).rowcount
        if not changed:
            database.execute_sql("INSERT INTO setting(name, value) VALUES (?, ?)", (name, text))
