"""Files that somebody asked for, whole or as they were before; what stands in the way is a sentence."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from workbench.errors import WorkbenchError
from workbench.store import placing

T = TypeVar("T")
_READERS = {".xlsx": "Excel", ".csv": "Excel", ".pdf": "a PDF reader"}


def save(path: Path, write: Callable[[Path], T]) -> T:
    """Call write with a place beside the path, and put what it wrote there; answers what it answered.

    Raises WorkbenchError if it cannot be written; whatever write raises, nothing of it is left.
    """
    if not path.parent.is_dir():
        raise WorkbenchError(
            f"There is no folder {path.parent}, so “{path.name}” was not written: nothing was changed; "
            "choose another folder."
        )
    try:
        return placing.written(path, write)
    except OSError as error:
        raise WorkbenchError(_sentence(error, path)) from error


def put(path: Path, content: bytes) -> Path:
    """Write these bytes there, whole or not at all."""
    save(path, lambda beside: beside.write_bytes(content))
    return path


def moved(path: Path, to: Path) -> Path:
    """Give a file that is whole another name in its folder; raises WorkbenchError if it cannot have it."""
    try:
        placing.replace(path, to)
    except OSError as error:
        raise WorkbenchError(_sentence(error, to)) from error
    return to


def free(path: Path) -> Path:
    """The path, or one with a number that is not taken: what went out is never written over."""
    taken = (path, *(path.with_stem(f"{path.stem} ({number})") for number in range(2, 1000)))
    return next(each for each in taken if not each.exists())


def _sentence(error: OSError, path: Path) -> str:
    name = f"“{path.name}”"
    if isinstance(error, PermissionError):
        reader = _READERS.get(path.suffix.lower(), "another program")
        return (
            f"{name} cannot be written, since it is open in {reader} or the folder may not be written to: "
            "the file is as it was; "
            "close it there or choose another folder, then try again."
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return (
            f"The disk is full, so {name} was not written: the file is as it was; "
            "make room or choose another disk, then try again."
        )
    return (
        f"{name} could not be written ({error.strerror}): the file is as it was; choose another folder, then try again."
    )
