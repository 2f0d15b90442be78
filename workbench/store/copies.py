"""Copies of the open office that anybody can read, told from other offices by the trail that both have."""

import contextlib
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from workbench.store import fitness, trail
from workbench.store.database import connect, database


@dataclass
class Copies:
    """Files in the office's folder that open without a passphrase and began as this very office."""

    earlier: list[Path] = field(default_factory=list)
    """The office as it was at some step of its own: it holds everything that they hold."""
    parted: list[Path] = field(default_factory=list)
    """Worked on since on their own: they hold what the office does not."""


def plain_copies(path: Path) -> Copies:
    """The plain copies beside the open office; one whose trail cannot be read, or began elsewhere, is not named."""
    found, first = Copies(), _first_seal(database.connection())
    for each in fitness.plain_offices(path):
        with contextlib.suppress(driver.DatabaseError, OSError):
            began, newest = _ends(each)
            if began and began == first:
                (found.earlier if trail.holds(newest) else found.parted).append(each)
    return found


def _ends(path: Path) -> tuple[str, str]:
    """The seal with which a plain office began, and its newest one."""
    other = connect(path, None, read_only=True, timeout=1)
    try:
        newest = other.execute("SELECT seal FROM step ORDER BY id DESC LIMIT 1").fetchone()
        return _first_seal(other), newest[0] if newest else ""
    finally:
        other.close()


def _first_seal(conn: object) -> str:
    row = conn.execute("SELECT seal FROM step WHERE kind = 'found' ORDER BY id LIMIT 1").fetchone()  # type: ignore[attr-defined]
    return row[0] if row else ""
