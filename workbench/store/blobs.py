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


def size(digest: str) -> int | None:
    """How many bytes a digest has; None if the office does not hold it."""
    row = database.execute_sql("SELECT length(bytes) FROM blob WHERE sha256 = ?", (digest,)).fetchone()
    return row[0] if row else None
