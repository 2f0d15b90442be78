"""Opening and closing an office. A refusal changes nothing, and says what to do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from peewee import DatabaseError as PeeweeDatabaseError
from sqlcipher3 import dbapi2 as driver

from workbench.errors import Damaged, WorkbenchError
from workbench.store import ahead, backup, cut_short, fitness, hold, keys, migrations, places, placing, veil
from workbench.store.cut_short import journal_path
from workbench.store.database import assert_engine, database
from workbench.store.faults import DiskFull, told
from workbench.store.fitness import is_encrypted
from workbench.store.hold import Hold


class PassphraseNeeded(WorkbenchError):
    """The office is encrypted and no passphrase was given."""


@dataclass(frozen=True)
class Seat:
    """Who opens the office, and what tells them the time of a step."""

    name: str
    clock: Callable[[], datetime] = datetime.now


@dataclass
class Office:
    """An office that is open."""

    path: Path
    hold: Hold | None

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading only."""
        return self.hold is None

    @property
    def encrypted(self) -> bool:
        """Whether the file on the disk is encrypted."""
        return database.key is not None

    def lock(self) -> None:
        """Close this thread's connection and forget the keys; the hold stays, so that nobody else opens the file meanwhile."""
        unbind()
        database.key = database.seal_key = None

    def unlock(self, passphrase: str) -> None:
        """Open it again as it was. Raises WrongPassphrase, or WorkbenchError where the file does not open any longer."""
        seat = Seat(database.seat, database.clock)
        try:
            bind(self.path, seat, database.searched, _key_of(self.path, passphrase), self.read_only)
        except BaseException:
            self.lock()
            raise

    def close(self) -> None:
        """Close this thread's connection and let go of the hold."""
        veil.take_off()
        if self.hold:
            self.hold.release()
            self.hold = None


def create(
    path: Path,
    seat: Seat,
    searched: Mapping[str, Sequence[str]],
    passphrase: str | None = None,
    begin: Callable[[], None] = lambda: None,
) -> Office:
    """A new office; an existing file is refused. Encrypted when a passphrase is given; begin writes what it begins with.

    It gets its name only when it is whole: killed before, there is no office."""
    assert_engine()
    _refuse_taken(path)
    if not path.parent.is_dir():
        raise WorkbenchError(f"There is no folder {path.parent}. Nothing was made. Choose a folder that exists.")
    if passphrase is not None:
        keys.check_new(passphrase)
    held = _taken_for_new(path, seat)
    beside, key = path.with_name(path.name + ".new"), keys.new_key() if passphrase is not None else None
    try:
        _refuse_taken(path)  # another may have made it between our looking and our taking the hold
        _make(beside, seat, searched, key, begin)
        put_in_place(beside, path, key, passphrase)
        bind(path, seat, searched, key, read_only=False)
    except BaseException as error:
        unbind()
        clear(beside)
        held.release()
        raise _of_new(told_of(error)) from error
    return Office(path, held)


def _taken_for_new(path: Path, seat: Seat) -> Hold:
    try:
        return hold.take(path, seat.name, seat.clock())
    except hold.NoRoom as error:
        raise WorkbenchError(
            f"There is no room left in the folder {path.parent.resolve()}. No office was made. Make room, or choose another folder."
        ) from error
    except hold.NotWritable as error:  # there is no office yet that could be read
        raise WorkbenchError(
            f"The folder {path.parent.resolve()} cannot be written to. No office was made. Choose a folder of yours."
        ) from error


def _refuse_taken(path: Path) -> None:
    if path.is_dir():
        raise WorkbenchError(f"{path.resolve()} is a folder. Nothing was made. Name the file that the office will be.")
    if path.exists():
        raise WorkbenchError(f"{path.name} is there already. Nothing was changed. Choose another name, or open it.")


def _of_new(error: BaseException) -> BaseException:
    """Before a new office there was nothing that could be kept."""
    if isinstance(error, DiskFull):
        return DiskFull("The disk is full. No office was made. Make room, or choose another folder.")
    return error


def open_office(
    path: Path,
    seat: Seat,
    searched: Mapping[str, Sequence[str]],
    passphrase: str | None = None,
    read_only: bool = False,
) -> Office:
    """Open an office. Raises PassphraseNeeded, WrongPassphrase, HeldElsewhere, or WorkbenchError for a file that is no office,
    is damaged, or was written by a newer program."""
    assert_engine()
    key = _key_of(path, passphrase)
    if read_only and journal_path(path).exists():
        cut_short.finish(path, key, lambda: hold.take(path, seat.name, seat.clock()))
    return _opened(path, seat, searched, key, None if read_only else hold.take(path, seat.name, seat.clock()))


def restore(copy: Path, to: Path, seat: Seat, searched: Mapping[str, Sequence[str]], passphrase: str | None) -> Office:
    """Bring a backup back under a new name and open it. What is there under that name, or held under it, is never replaced.

    The copy is read as SQLite reads it, so that one which is open and being written meanwhile still comes whole."""
    assert_engine()
    key = _key_of(copy, passphrase)
    if journal_path(copy).exists():
        cut_short.finish(copy, key, lambda: hold.take(copy, seat.name, seat.clock()))
    held = hold.take(to, seat.name, seat.clock())
    try:
        if to.exists():
            raise WorkbenchError(
                f"{to.name} is there already. Nothing was changed. Restore to another name, then compare."
            )
        journal_path(to).unlink(missing_ok=True)
        keys.set_aside(keys.keys_path(to))
        backup.copy(copy, key, to)
    except BaseException as error:
        held.release()
        raise told_of(error) from error
    return _opened(to, seat, searched, key, held)


def _opened(
    path: Path, seat: Seat, searched: Mapping[str, Sequence[str]], key: bytes | None, held: Hold | None
) -> Office:
    """Without a hold it is opened for reading only; the hold goes when it does not open."""
    try:
        bind(path, seat, searched, key, read_only=held is None)
        _refuse_unfit(path)
        if held:
            database.execute_sql("PRAGMA journal_mode = DELETE")  # one file to copy, and no WAL on a network share
            placing.sweep(path, key is not None)
        if migrations.version() < migrations.NEWEST:
            _bring_up_to_date(path, held is None)
        elif held:
            migrations.refresh_search()
    except BaseException as error:
        unbind()
        if held:
            held.release()
        raise told_of(error) from error
    return Office(path, held)


def _make(
    beside: Path, seat: Seat, searched: Mapping[str, Sequence[str]], key: bytes | None, begin: Callable[[], None]
) -> None:
    clear(beside)
    beside.touch()
    bind(beside, seat, searched, key, read_only=False)
    migrations.migrate()
    begin()
    unbind()


def put_in_place(
    beside: Path, path: Path, key: bytes | None, passphrase: str | None, ready: Callable[[], object] = lambda: None
) -> None:
    """The keys before the file: at every moment the file that is there has the keys it needs. Old keys are set aside.

    Ready is called right before the file takes its name."""
    # A file of that name that is gone may have left a journal: it would be played back into this one.
    journal_path(path).unlink(missing_ok=True)
    if key is None or passphrase is None:
        ready()
        placing.replace(beside, path)
        return
    keys.set_aside(keys.keys_path(path))
    keys.write(keys.keys_path(path), key, passphrase)
    try:
        ready()
        placing.replace(beside, path)
    except OSError:
        keys.keys_path(path).unlink(missing_ok=True)
        raise


def clear(beside: Path) -> None:
    """Nothing of a file half made stays, the journal of a killed attempt least of all."""
    beside.unlink(missing_ok=True)
    journal_path(beside).unlink(missing_ok=True)


def told_of(error: BaseException) -> BaseException:
    """The world's fault in a sentence, whichever layer met it."""
    if isinstance(error, OSError):
        return WorkbenchError(
            f"The office file could not be written: {error.strerror}. Nothing was changed. Make room, or choose another folder."
        )
    return told(error) if isinstance(error, Exception) else error


def _key_of(path: Path, passphrase: str | None) -> bytes | None:
    if path.is_dir():
        raise WorkbenchError(f"{path} is a folder, not an office. Nothing was changed. Name the office file in it.")
    if places.is_no_file(path):
        raise WorkbenchError(f"{path} is no file, but a device or a pipe. Nothing was changed. Name the office file.")
    if not path.is_file():
        raise WorkbenchError(f"There is no file {path}. Nothing was changed. Check the name, or make a new office.")
    if path.stat().st_size == 0:
        raise Damaged(f"{path.name} is empty (0 bytes). Nothing was changed. Restore the newest backup.")
    fitness.refuse_another_format(path)
    if not is_encrypted(path):
        return None
    if passphrase is None:
        raise PassphraseNeeded(
            f"{path.name} is encrypted and needs its passphrase. Nothing was opened. "
            "Give it in the window, with --passphrase-file, or in WORKBENCH_PASSPHRASE."
        )
    return keys.read(keys.keys_path(path), passphrase)


def bind(path: Path, seat: Seat, searched: Mapping[str, Sequence[str]], key: bytes | None, read_only: bool) -> None:
    """Point the one global at a file."""
    unbind()
    database.init(str(path), timeout=10)
    database.key, database.read_only, database.searched = key, read_only, searched
    database.seal_key = keys.seal_key(key) if key is not None else None
    database.seat, database.clock = seat.name, seat.clock
    try:
        database.connect()
    except (driver.DatabaseError, PeeweeDatabaseError) as error:
        raise fitness.unreadable(path) from error


def unbind() -> None:
    """Close this thread's connection, if it has one."""
    if database.database is not None:
        database.close()


def _refuse_unfit(path: Path) -> None:
    """Once more from inside: the header of an encrypted file cannot be read from outside."""
    fitness.refuse_version(path, migrations.version(), database.execute_sql("PRAGMA application_id").fetchone()[0])
    if not ahead.found_sound(path):
        backup.check(path, database.key)


def _bring_up_to_date(path: Path, read_only: bool) -> None:
    if read_only:
        raise WorkbenchError(
            f"{path.name} was written by an older version and must be brought up to date first. Nothing was changed. "
            "Open it once for writing."
        )
    backup.backup(_free_name(f"{path.stem}.before-version-{migrations.NEWEST}", path))
    migrations.migrate()


def _free_name(stem: str, path: Path) -> Path:
    """A migration that was cut short left its backup; the next attempt makes another."""
    number, name = 1, path.with_name(stem + path.suffix)
    while name.exists() or keys.keys_path(name).exists():
        number += 1
        name = path.with_name(f"{stem}-{number}{path.suffix}")
    return name
