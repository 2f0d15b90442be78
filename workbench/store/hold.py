"""The hold on an office: one program writes at a time. An OS lock on FILE.lock, which dies with the process."""

import contextlib
import errno
import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from workbench.errors import WorkbenchError

if os.name == "nt":
    import msvcrt
else:
    import fcntl

WINDOWS = os.name == "nt"
LOCKED_BYTE = 1 << 20
"""Far behind the text: on Windows nobody else can read what is locked, and the text says who holds the office."""
FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)
HELD = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""How the systems say that another has the lock; anything else means that there are none to be had."""


class NotWritable(WorkbenchError):
    """The office cannot be written to where it lies; it can be read."""


class NoRoom(NotWritable):
    """The drive is full."""


class HeldElsewhere(NotWritable):
    """Another window holds the office: who, and since when."""


@dataclass
class Hold:
    """What keeps others from writing, until released."""

    path: Path
    file: IO[Any]

    def release(self) -> None:
        """Let go, and take the lock file away."""
        if (
            WINDOWS
        ):  # a file cannot be unlinked there while we have it open, nor while the next or a scanner looks at it
            self.file.close()
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)
        else:
            self.path.unlink(missing_ok=True)
            self.file.close()


def lock_path(office: Path) -> Path:
    """Where the lock of an office lies."""
    return office.with_name(office.name + ".lock")


def take(office: Path, seat: str, now: datetime) -> Hold:
    """Hold the office for writing; raises HeldElsewhere."""
    path = lock_path(office)
    while True:
        try:
            file = open(path, "a+", encoding="utf-8")  # noqa: SIM115 - it stays open as long as the hold
        except OSError as error:
            raise _no_room(office) if error.errno in FULL else _not_writable(office) from error
        if not _lock(file, office):
            who = _read(path)
            file.close()
            raise HeldElsewhere(
                f"{office.name} is open in another window ({who}). Nothing was changed. "
                "Close that window, or open the office read-only."
            )
        if _still_there(file, path):
            break
        file.close()  # the former holder took it away between our opening and our locking: try again
    held = Hold(path, file)
    try:
        file.truncate(0)
        json.dump({"who": seat, "since": now.isoformat(timespec="minutes"), "process": os.getpid()}, file)
        file.flush()
    except OSError:
        _let_go(held)
        raise _no_room(office) from None
    return held


def _let_go(held: Hold) -> None:
    """Closing tries to write once more what found no room."""
    with contextlib.suppress(OSError):
        held.release()
    with contextlib.suppress(OSError):
        held.path.unlink(missing_ok=True)


def _not_writable(office: Path) -> NotWritable:
    return NotWritable(
        f"The folder of {office.name} cannot be written to. Nothing was changed. "
        "Open the office read-only, or copy it to a folder of yours."
    )


def _no_room(office: Path) -> NoRoom:
    return NoRoom(
        f"There is no room left in the folder of {office.name}. Nothing was changed. Make room, or open the office read-only."
    )


def _lock(file: IO[Any], office: Path) -> bool:
    """Whether the lock is ours now; raises WorkbenchError where the drive has none."""
    try:
        if WINDOWS:
            os.lseek(file.fileno(), LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,name-defined,unused-ignore]
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in HELD:
            return False
        _let_go(Hold(lock_path(office), file))
        raise NotWritable(
            f"{office.name} lies on a drive where it cannot be locked ({error.strerror}). Nothing was changed. "
            "Copy it to a drive of this computer, or open it read-only."
        ) from error
    return True


def _still_there(file: IO[Any], path: Path) -> bool:
    if WINDOWS:  # what is open cannot be taken away there
        return True
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


def _read(path: Path) -> str:
    try:
        text = json.loads(path.read_text("utf-8"))
        return f"{text['who']}, since {datetime.fromisoformat(text['since']):%b %d %Y %H:%M}"
    except (OSError, ValueError, KeyError):
        return "who is not known"
