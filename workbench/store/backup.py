"""Verified copies: the whole office and its keys, checked before they are called a backup."""

import contextlib
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from workbench.errors import Damaged, Progress, WorkbenchError, quiet
from workbench.store import keys, placing
from workbench.store.database import connect, database


def backup(to: Path, progress: Progress = quiet) -> Path:
    """Copy the open office to a new file, check the copy, and put it in place; an existing file is refused."""
    _write(database.connection(), Path(database.database), database.key, to, progress)
    return to


def copy(of: Path, key: bytes | None, to: Path, progress: Progress = quiet) -> None:
    """The same of an office or backup that is not open here; another may write to it meanwhile."""
    check(of, key)
    source = connect(of, key, read_only=True)
    try:
        _write(source, of, key, to, progress)
    finally:
        source.close()


def _write(source: Any, of: Path, key: bytes | None, to: Path, progress: Progress) -> None:
    for taken in (to, keys.keys_path(to), _journal(to)):
        if taken.exists():
            raise WorkbenchError(
                f"{taken.name} is there already. Nothing was changed. Choose another name for the copy."
            )
    beside = to.with_name(to.name + ".part")
    try:
        _clear(beside)
        _copy(source, beside, key, progress)
        if not is_sound(beside, key):
            raise WorkbenchError(
                f"{to.name} does not read as it was written. What it was made of is as it was. "
                "Check the drive, or choose another folder."
            )
        _put_in_place(beside, to, of if key is not None else None)
    except OSError as error:
        raise WorkbenchError(
            f"The copy could not be written to {to.parent.name or 'that folder'}: {error.strerror}. What it was made of is as "
            "it was. Choose another folder."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            _clear(beside)


def _put_in_place(beside: Path, to: Path, sealed: Path | None) -> None:
    """Give a whole copy its name, the keys of the sealed office it is of first; without its keys no copy stays."""
    try:
        if sealed is not None:
            placing.copy(keys.keys_path(sealed), keys.keys_path(to))
        placing.replace(beside, to)
    except OSError:
        if sealed is not None:
            keys.keys_path(to).unlink(missing_ok=True)
        raise


def check(path: Path, key: bytes | None) -> None:
    """Refuse an office or a copy that SQLite finds damaged."""
    if not is_sound(path, key):
        raise Damaged(f"{path.name} is damaged. Nothing was changed. Restore the newest backup that is sound.")


def is_sound(path: Path, key: bytes | None) -> bool:
    """Whether SQLite finds nothing wrong with a file. Its words about a damaged page help nobody here, and may hold what
    stands on it."""
    try:
        conn = connect(path, key, read_only=True)
        try:
            return bool(conn.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
        finally:
            conn.close()
    except (driver.DatabaseError, UnicodeDecodeError):
        return False


def _copy(source: Any, to: Path, key: bytes | None, progress: Progress) -> None:
    """One look at the source from beginning to end: SQLite else begins anew after every write of another, and never ends."""
    to.touch()
    target = connect(to, key)
    try:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(target, pages=4096, progress=lambda _, remaining, total: progress(total - remaining, total))
    except driver.DatabaseError as error:
        why = "the disk is full" if "full" in str(error) else "it was not read or not written to its end"
        raise WorkbenchError(
            f"The copy could not be written to {to.parent.name or 'that folder'}: {why}. What it was made of is as it was. "
            "Choose another folder, or make room there."
        ) from error
    finally:
        if source.in_transaction:
            source.execute("ROLLBACK")
        target.close()


def _clear(beside: Path) -> None:
    """The journal of a copy that was killed would be played back into the next one."""
    beside.unlink(missing_ok=True)
    _journal(beside).unlink(missing_ok=True)


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")
