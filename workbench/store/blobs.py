"""Bytes: documents, photos and templates lie once, by content, append-only, outside the log."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

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


Fetched = tuple[int, bytes | None] | None
"""As fetch_up_to answers."""


@contextmanager
def ahead(digests: Iterable[str], most: int) -> Iterator[Callable[[str], Fetched]]:
    """Fetch many, each once, in a thread of its own while the caller does something else; ask for each once, in that order.

    What was kept in a step that is still open is not seen by that thread."""
    with ThreadPoolExecutor(1, thread_name_prefix="blobs") as pool:
        waiting = {digest: pool.submit(fetch_up_to, digest, most) for digest in dict.fromkeys(digests)}
        closing = pool.submit(database.close)
        try:
            yield lambda digest: waiting.pop(digest).result()
        finally:
            for each in waiting.values():
                each.cancel()
            closing.result()
