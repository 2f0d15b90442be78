"""Files and folders that somebody names: what cannot be one is said in a sentence, before anything is done with it."""

import stat
from pathlib import Path

from workbench.errors import WorkbenchError


def to_read(text: str) -> Path:
    """A file to read. One that is not there is for whoever reads it to tell; what is no file, and never ends, is refused."""
    path = _named(text)
    mode = _mode(path)
    if mode is not None and stat.S_ISDIR(mode):
        raise WorkbenchError(f"{called(path)} is a folder. Nothing was changed. Name a file in it.")
    if mode is not None and not stat.S_ISREG(mode):
        raise WorkbenchError(_no_file(path))
    return path


def to_write(text: str) -> Path:
    """A file to write, in a folder that is there."""
    path = _named(text)
    mode, around = _mode(path), _mode(path.parent)
    if mode is not None and stat.S_ISDIR(mode):
        raise WorkbenchError(f"{called(path)} is a folder. Nothing was made. Name the file that is to be written.")
    if mode is not None and not stat.S_ISREG(mode):
        raise WorkbenchError(_no_file(path))
    if around is None or not stat.S_ISDIR(around):
        raise WorkbenchError(f"There is no folder {path.parent}. Nothing was made. Choose a folder that exists.")
    return path


def to_fill(text: str) -> Path:
    """A folder for files; it is made where it is not there."""
    path = _named(text)
    for each in (path, *path.parents):
        mode = _mode(each)
        if mode is not None and not stat.S_ISDIR(mode):
            raise WorkbenchError(f"{called(each)} is a file, not a folder. Nothing was made. Name another folder.")
        if mode is not None:
            break
    return path


def is_no_file(path: Path) -> bool:
    """Whether there is something of that name which is neither a file nor a folder: a pipe or a device may never end."""
    mode = _mode(path)
    return mode is not None and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def called(path: Path) -> str:
    """What a path is called in a sentence, also where it names nothing (“.”, “/”)."""
    return path.name or str(path.resolve())


def _named(text: str) -> Path:
    if not text.strip() or "\0" in text:
        raise WorkbenchError("There is no name of a file. Nothing was changed. Name the file.")
    return Path(text)


def _mode(path: Path) -> int | None:
    """What is there under a name; None for nothing. A name that no file can have is said."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        short = name if len(name := called(path)) <= _LONGEST else f"{name[:_LONGEST]}…"
        raise WorkbenchError(
            f"{short} cannot be looked at: {error.strerror}. Nothing was changed. Check its name and its folder."
        ) from error


def _no_file(path: Path) -> str:
    return f"{called(path)} is neither a file nor a folder, but a device or a pipe. Nothing was changed. Name a file."


_LONGEST = 60
