"""Putting a whole file in the place of another: at every moment there is the one or the other, also after a power cut."""

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

WINDOWS = os.name == "nt"
TRIES, PAUSE = 10, 0.1
"""On Windows a scanner or indexer holds a fresh file open for a moment; a second of patience is enough for it."""
BLOCK = 1 << 20


def written(path: Path, write: Callable[[Path], T], beside: Path | None = None) -> T:
    """Call write with a place beside the path, see what it wrote on the disk, and move it there; answers what it answered.

    Raises OSError, and whatever write raises; then nothing of it is left, and the path is as it was. Without a name of its
    own, the place beside is of this process, so that two of them may write to one path.
    """
    beside = beside or path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        answer = write(beside)
        settle(beside)
        replace(beside, path)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    return answer


def settle(path: Path) -> None:
    """Wait until what was written to a file is on the disk; raises OSError."""
    with open(path, "r+b") as file:
        os.fsync(file.fileno())


def replace(beside: Path, to: Path) -> None:
    """Give a whole file its name, and make sure that the folder knows; raises OSError and changes nothing."""
    for turn in range(TRIES if WINDOWS else 1):
        try:
            os.replace(beside, to)
            break
        except PermissionError:
            if turn == TRIES - 1 or not WINDOWS:
                raise
            time.sleep(PAUSE)
    remember(to.parent)


def remember(folder: Path) -> None:
    """A new name is safe once its folder is written; Windows does that itself."""
    if WINDOWS:
        return
    with contextlib.suppress(OSError):  # some shares cannot
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def copy(of: Path, to: Path) -> None:
    """Copy a small file."""
    written(to, lambda beside: beside.write_bytes(of.read_bytes()), to.with_name(to.name + ".new"))


def wipe(path: Path) -> None:
    """Write zeros over a file's bytes and remove it. A drive that moves what is written over may keep them elsewhere."""
    with open(path, "r+b") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(bytes(min(left, BLOCK)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def kept_path(path: Path) -> Path:
    """Where a plain file is kept reachable, from the moment that its encrypted copy takes its name until it is wiped."""
    return path.with_name(path.name + ".plain-until-encrypted")


def keep(path: Path) -> None:
    """A second name for a plain file. Where the drive knows none, the file is only removed and not written over."""
    with contextlib.suppress(OSError):
        os.link(path, kept_path(path))


def sweep(path: Path, sealed: bool) -> None:
    """Wipe the plain file that an encryption, perhaps one that was cut short, left; never the office itself."""
    kept = kept_path(path)
    if not (kept.exists() and path.exists()):
        return
    if kept.samefile(path):  # the encryption did not come so far: it is the office
        kept.unlink()
    elif sealed:
        wipe(kept)
