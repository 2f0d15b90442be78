"""Verified copies: the whole office and its keys, checked before they are called a backup."""

import os
import shutil
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from workbench.errors import Progress, WorkbenchError, quiet
from workbench.store import keys
from workbench.store.database import connect, database


def backup(to: Path, progress: Progress = quiet) -> Path:
    """Copy the open office to a new file, check the copy, and put it in place; an existing file is refused."""
    for taken in (to, keys.keys_path(to)):
        if taken.exists():
            raise WorkbenchError(
                f"{taken.name} is there already. Nothing was changed. Choose another name for the backup."
            )
    beside = to.with_name(to.name + ".part")
    try:
        _copy(beside, progress)
        check(beside, database.key)
        put_in_place(beside, to, Path(database.database) if database.key is not None else None)
    except OSError as error:
        raise WorkbenchError(
            f"The backup could not be written to {to.parent.name or 'that folder'}: {error.strerror}. The office itself is as it was. "
            "Choose another folder."
        ) from error
    finally:
        beside.unlink(missing_ok=True)
    return to


def put_in_place(beside: Path, to: Path, sealed: Path | None) -> None:
    """Give a whole copy its name, the keys of the sealed office it is of first; without its keys no copy stays."""
    try:
        if sealed is not None:
            shutil.copyfile(keys.keys_path(sealed), keys.keys_path(to))
        os.replace(beside, to)
    except OSError:
        if sealed is not None:
            keys.keys_path(to).unlink(missing_ok=True)
        raise


def check(path: Path, key: bytes | None) -> None:
    """Refuse a copy that SQLite finds damaged."""
    try:
        conn = connect(path, key, read_only=True)
        try:
            found = conn.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            conn.close()
    except driver.DatabaseError as error:
        found = str(error)
    if found != "ok":
        raise WorkbenchError(
            f"{path.name} is damaged ({found}). Nothing was changed. Use an older backup, or make a new one."
        )


def _copy(to: Path, progress: Progress) -> None:
    to.unlink(missing_ok=True)
    to.touch()
    target = connect(to, database.key)
    try:
        source = database.connection()
        source.backup(target, pages=4096, progress=lambda _, remaining, total: progress(total - remaining, total))
    except driver.DatabaseError as error:
        raise WorkbenchError(
            f"The backup could not be written to {to.parent.name or 'that folder'}: {error}. The office itself is as it was. "
            "Choose another folder, or make room there."
        ) from error
    finally:
        target.close()
