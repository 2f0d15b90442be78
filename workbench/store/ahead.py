"""The check of an office that is about to be opened, begun while the program still loads: SQLite reads beside Python.

It only ever spares the check of a file that is as it was when the check began and that it found sound; every other file is checked
when it is opened, as if nothing had been begun."""

from pathlib import Path
from threading import Thread

from workbench.store import backup, fitness
from workbench.store.cut_short import journal_path


class _Check:
    def __init__(self, path: Path) -> None:
        self.of, self.sound = _stamp(path), False
        self._thread = Thread(target=self._run, args=(path,), daemon=True)
        self._thread.start()

    def _run(self, path: Path) -> None:
        self.sound = backup.is_sound(path, None)

    def ended(self) -> bool:
        self._thread.join()
        return self.sound


_begun: dict[Path, _Check] = {}


def begin(path: Path) -> None:
    """Begin to check the office of that name, if it can be read without a passphrase and nothing of it is half written."""
    named = path.absolute()
    try:
        ready = named.is_file() and not fitness.is_encrypted(named) and not journal_path(named).exists()
        if ready and named not in _begun:
            _begun[named] = _Check(named)
    except OSError:  # opening it will say why
        return


def found_sound(path: Path) -> bool:
    """Whether the check that was begun found this very file sound; waits for its end. It answers once."""
    check = _begun.pop(path.absolute(), None)
    return check is not None and check.ended() and check.of == _stamp(path)


def _stamp(path: Path) -> tuple[int, int, int]:
    said = path.stat()
    return said.st_ino, said.st_size, said.st_mtime_ns
