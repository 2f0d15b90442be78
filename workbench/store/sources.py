"""What an import read: every row of the file once, as it stood, append-only, outside the log."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from workbench.store.database import database


def keep(import_id: int, rows: Iterable[tuple[str, int, str, int | None, int | None]]) -> None:
    """Keep (sheet, row number, cells as JSON, the person's id, the number of its formats) of one import; inside its step."""
    database.connection().executemany(
        "INSERT INTO source_row(import_id, sheet, row, cells, provider_id, format) VALUES (?, ?, ?, ?, ?, ?)",
        ((import_id, *row) for row in rows),
    )


def keep_formats(import_id: int, formats: Iterable[tuple[int, str]]) -> None:
    """Keep (number, formats by column letter as JSON), once for all rows that are formatted alike; inside the step."""
    database.connection().executemany(
        "INSERT INTO source_format(import_id, number, formats) VALUES (?, ?, ?)",
        ((import_id, *each) for each in formats),
    )


def seal(import_id: int) -> str:
    """The sha256 of all rows that an import keeps, with whom they are about and how they were formatted; in hex."""
    digest = hashlib.sha256()
    for query in (
        "SELECT json_array(sheet, row, provider_id, format) || cells FROM source_row WHERE import_id = ? ORDER BY sheet, row",
        "SELECT json_array(number) || formats FROM source_format WHERE import_id = ? ORDER BY number",
    ):
        for (text,) in database.execute_sql(query, (import_id,)):
            digest.update(text.encode())
            digest.update(b"\x1e")
    return digest.hexdigest()


class SourceRow(NamedTuple):
    """One row of a file that was imported, and where it stood."""

    import_id: int
    sheet: str
    row: int
    cells: list[Any]
    formats: dict[str, str]
    """By column letter the number format of the cell."""


def of_person(provider: int) -> list[SourceRow]:
    """Every row of a file that was about somebody."""
    found = database.execute_sql(
        "SELECT r.import_id, sheet, row, cells, formats FROM source_row AS r LEFT JOIN source_format AS f "
        "ON f.import_id = r.import_id AND f.number = r.format WHERE r.provider_id = ?",
        (provider,),
    ).fetchall()
    return [
        SourceRow(import_id, sheet, row, json.loads(cells), json.loads(formats or "{}"))
        for import_id, sheet, row, cells, formats in found
    ]
