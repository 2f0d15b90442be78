"""What an import read: every row of the file once, as it stood, append-only, outside the log."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from workbench.store.database import database


def keep(import_id: int, rows: Iterable[tuple[str, int, str, int | None]]) -> None:
    """Keep (sheet, row number, cells as JSON, the person's id) of one import; inside its step."""
    database.connection().executemany(
        "INSERT INTO source_row(import_id, sheet, row, cells, provider_id) VALUES (?, ?, ?, ?, ?)",
        ((import_id, *row) for row in rows),
    )


class SourceRow(NamedTuple):
    """One row of a file that was imported."""

    import_id: int
    sheet: str
    row: int
    cells: list[Any]


def of_person(provider: int) -> list[SourceRow]:
    """Every row of a file that was about somebody."""
    found = database.execute_sql(
        "SELECT import_id, sheet, row, cells FROM source_row WHERE provider_id = ?", (provider,)
    ).fetchall()
    return [SourceRow(import_id, sheet, row, json.loads(cells)) for import_id, sheet, row, cells in found]


def fetch(import_id: int, sheet: str, row: int) -> list | None:
    """The cells of one row as the file had them."""
    found = database.execute_sql(
        "SELECT cells FROM source_row WHERE import_id = ? AND sheet = ? AND row = ?", (import_id, sheet, row)
    ).fetchone()
    return json.loads(found[0]) if found else None
