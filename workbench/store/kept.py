"""What a connection keeps of its answers until anything is written: the order of a list, not read anew at every letter typed."""

from collections.abc import Callable, Hashable
from typing import Any

from workbench.store.database import database

MOST = 8
"""Answers kept by a connection, the last asked for: with 400,000 rows each holds some 5 MB."""


def kept(key: Hashable) -> Any:
    """What was kept under a key, if nothing was written since, here or by another program; else None."""
    now = _now()
    held = database.connection().kept
    if key not in held:
        return None
    since, answer = held.pop(key)
    if now is None or since != now:
        return None
    held[key] = since, answer  # asked for last, let go last
    return answer


def keep(key: Hashable, made: Callable[[], Any]) -> Any:
    """Make an answer and keep it. Inside a step nothing is made or kept, and the answer is None: what it read may be undone."""
    since = _now()
    if since is None:
        return None
    answer, held = made(), database.connection().kept
    held.pop(key, None)
    held[key] = since, answer
    while len(held) > MOST:
        del held[next(iter(held))]
    return answer


def _now() -> tuple[int, int] | None:
    """What differs after any write: by this connection, or by another."""
    conn = database.connection()
    if conn.in_transaction:
        return None
    return conn.total_changes, conn.execute("PRAGMA data_version").fetchone()[0]
