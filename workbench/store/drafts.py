"""Drafts: what was typed and has a problem, kept outside the log until it is mended or dropped."""

import json

from workbench.store.database import database


def keep(tbl: str, row: int, texts: dict[str, str]) -> None:
    """Keep what was typed for a record's fields, as typed; no texts drops the draft. No step: nothing was said yet."""
    with database.atomic("IMMEDIATE"):
        database.execute_sql("DELETE FROM draft WHERE tbl = ? AND row = ?", (tbl, row))
        if texts:
            database.execute_sql("INSERT INTO draft(tbl, row, texts) VALUES (?, ?, ?)", (tbl, row, json.dumps(texts)))


def of(tbl: str, row: int) -> dict[str, str]:
    """The draft of a record: what was typed, by field."""
    found = database.execute_sql("SELECT texts FROM draft WHERE tbl = ? AND row = ?", (tbl, row)).fetchone()
    return json.loads(found[0]) if found else {}
