"""A write that was cut short left a journal: before anything of the file is read, it must be taken back."""

from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from workbench.errors import WorkbenchError
from workbench.store import fitness
from workbench.store.database import connect
from workbench.store.hold import HeldElsewhere, Hold, NotWritable


def journal_path(path: Path) -> Path:
    """Where SQLite keeps what a write that was cut short would need to be taken back."""
    return path.with_name(path.name + "-journal")


def finish(path: Path, key: bytes | None, take: Callable[[], Hold]) -> None:
    """A killed program left a journal: only a writer can take back what it had begun. One that still writes holds the file.

    Where nobody can write, which is told by who takes the hold, a journal that holds nothing does not matter."""
    try:
        held = take()
    except HeldElsewhere:
        return
    except NotWritable as error:
        if _reads(path, key):
            return
        raise WorkbenchError(
            f"The last change to {path.name} was cut short and must be taken back before it can be read, but its folder cannot "
            f"be written to. Nothing was changed. Copy it, {journal_path(path).name} and, if there is one, its .keys to a "
            "folder of yours, and open it there."
        ) from error
    try:
        connect(path, key).close()
    except driver.DatabaseError as error:
        raise fitness.unreadable(path) from error
    finally:
        held.release()


def _reads(path: Path, key: bytes | None) -> bool:
    try:
        connect(path, key, read_only=True).close()
    except driver.DatabaseError:
        return False
    return True
