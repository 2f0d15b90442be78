"""Bytes: documents, photos and templates lie once, by content, append-only, outside the log."""

import hashlib

from workbench.store.database import database


def keep(content: bytes) -> str:
    """Keep bytes and answer their sha256 in hex; bytes that are already here are not kept twice."""
    digest = hashlib.sha256(content).hexdigest()
    database.execute_sql("INSERT INTO blob(sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING", (digest, content))
    return digest


def fetch(digest: str) -> bytes | None:
    """The bytes of a digest."""
    row = database.execute_sql("SELECT bytes FROM blob WHERE sha256 = ?", (digest,)).fetchone()
    return row[0] if row else None


def fetch_up_to(digest: str, most: int) -> tuple[int, bytes | None] | None:
    """How many bytes a digest has, and the bytes unless they are more than the most; None if the office does not hold it."""
    query = "SELECT length(bytes), CASE WHEN length(bytes) <= ? THEN bytes END FROM blob WHERE sha256 = ?"
    row = database.execute_sql(query, (most, digest)).fetchone()
    return (row[0], row[1]) if row else None
