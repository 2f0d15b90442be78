"""Opening and closing an office. A refusal changes nothing, and says what to do."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from peewee import DatabaseError as PeeweeDatabaseError
from sqlcipher3 import dbapi2 as driver

from workbench.errors import WorkbenchError
from workbench.store import backup, fitness, hold, keys, migrations
from workbench.store.database import assert_engine, connect, database
from workbench.store.faults import told
from workbench.store.fitness import is_encrypted
from workbench.store.history import refuse_read_only, step
from workbench.store.hold import HeldElsewhere, Hold


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

    def close(self) -> None:
        """Close this thread's connection and let go of the hold."""
        _unbind()
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
    if path.exists():
        raise WorkbenchError(f"{path.name} is there already. Nothing was changed. Choose another name, or open it.")
    if not path.parent.is_dir():
        raise WorkbenchError(f"There is no folder {path.parent}. Nothing was made. Choose a folder that exists.")
    if passphrase is not None:
        keys.check_new(passphrase)
    held = hold.take(path, seat.name, seat.clock())
    beside, key = path.with_name(path.name + ".new"), keys.new_key() if passphrase is not None else None
    try:
        _make(beside, seat, searched, key, begin)
        _put_in_place(beside, path, key, passphrase)
        _bind(path, seat, searched, key, read_only=False)
    except BaseException as error:
        _unbind()
        _clear(beside)
        held.release()
        raise _told(error) from error
    return Office(path, held)


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
        _finish_what_was_cut_short(path, seat, key)
    held = None if read_only else hold.take(path, seat.name, seat.clock())
    try:
        _bind(path, seat, searched, key, read_only)
        _refuse_unfit(path)
        if not read_only:
            database.execute_sql("PRAGMA journal_mode = DELETE")  # one file to copy, and no WAL on a network share
        if migrations.version() < migrations.NEWEST:
            _bring_up_to_date(path, read_only)
        elif not read_only:
            migrations.refresh_search()
    except BaseException as error:
        _unbind()
        if held:
            held.release()
        raise _told(error) from error
    return Office(path, held)


def journal_path(path: Path) -> Path:
    """Where SQLite keeps what a write that was cut short would need to be taken back."""
    return path.with_name(path.name + "-journal")


def verify(path: Path, passphrase: str | None = None) -> None:
    """Refuse a file that is no sound office; nothing is opened for good. An older version will do."""
    backup.check(path, _key_of(path, passphrase))


def change_passphrase(path: Path, old: str, new: str) -> None:
    """Wrap the same file key under another passphrase; the data itself is not written again."""
    if not is_encrypted(path):
        raise WorkbenchError(
            f"{path.name} is not encrypted and has no passphrase. Nothing was changed. Encrypt it first."
        )
    keys.write(keys.keys_path(path), keys.read(keys.keys_path(path), old), new)


def encrypt(office: Office, seat: Seat, passphrase: str) -> None:
    """Encrypt an office that was not: a copy is written encrypted, checked, and takes the place of the plain file."""
    refuse_read_only()
    if office.encrypted:
        raise WorkbenchError(
            f"{office.path.name} is encrypted already. Nothing was changed. Change its passphrase instead."
        )
    keys.check_new(passphrase)
    path, key, searched = office.path, keys.new_key(), database.searched
    beside, sealed = path.with_name(path.name + ".new"), False
    try:
        _clear(beside)
        _export(beside, key)
        backup.check(beside, key)
        _unbind()
        _put_in_place(beside, path, key, passphrase)
        sealed = True
    except BaseException as error:
        raise _told(error) from error
    finally:
        _clear(beside)
        _bind(path, seat, searched, key if sealed else None, read_only=False)
    with step("Encrypt the office", kind="seal"):
        pass


def _make(
    beside: Path, seat: Seat, searched: Mapping[str, Sequence[str]], key: bytes | None, begin: Callable[[], None]
) -> None:
    _clear(beside)
    beside.touch()
    _bind(beside, seat, searched, key, read_only=False)
    migrations.migrate()
    begin()
    _unbind()


def _export(beside: Path, key: bytes) -> None:
    number = migrations.version()
    database.execute_sql(f"ATTACH DATABASE ? AS sealed KEY \"x'{key.hex()}'\"", (str(beside),))
    try:
        database.execute_sql("SELECT sqlcipher_export('sealed')")
        database.execute_sql(f"PRAGMA sealed.user_version = {number}")
        database.execute_sql(f"PRAGMA sealed.application_id = {migrations.APPLICATION_ID}")
    finally:
        database.execute_sql("DETACH DATABASE sealed")


def _put_in_place(beside: Path, path: Path, key: bytes | None, passphrase: str | None) -> None:
    """The keys before the file: at every moment the file that is there has the keys it needs. Old keys are set aside."""
    if key is None or passphrase is None:
        os.replace(beside, path)
        return
    keys.set_aside(keys.keys_path(path))
    keys.write(keys.keys_path(path), key, passphrase)
    try:
        os.replace(beside, path)
    except OSError:
        keys.keys_path(path).unlink(missing_ok=True)
        raise


def _clear(beside: Path) -> None:
    """Nothing of a file half made stays, the journal of a killed attempt least of all."""
    beside.unlink(missing_ok=True)
    journal_path(beside).unlink(missing_ok=True)


def _told(error: BaseException) -> BaseException:
    """The world's fault in a sentence, whichever layer met it."""
    if isinstance(error, OSError):
        return WorkbenchError(
            f"The office file could not be written: {error.strerror}. Nothing was changed. Make room, or choose another folder."
        )
    return told(error) if isinstance(error, Exception) else error


def _finish_what_was_cut_short(path: Path, seat: Seat, key: bytes | None) -> None:
    """A killed program left a journal: only a writer can take back what it had begun. One that still writes holds the file."""
    try:
        held = hold.take(path, seat.name, seat.clock())
    except HeldElsewhere:
        return
    try:
        connect(path, key).close()
    except driver.DatabaseError as error:
        raise fitness.unreadable(path) from error
    finally:
        held.release()


def _key_of(path: Path, passphrase: str | None) -> bytes | None:
    if not path.is_file():
        raise WorkbenchError(f"There is no file {path}. Nothing was changed. Check the name, or make a new office.")
    if path.stat().st_size == 0:
        raise WorkbenchError(f"{path.name} is empty (0 bytes). Nothing was changed. Restore the newest backup.")
    fitness.refuse_another_format(path)
    if not is_encrypted(path):
        return None
    if passphrase is None:
        raise PassphraseNeeded(
            f"{path.name} is encrypted and needs its passphrase. Nothing was opened. "
            "Give it in the window, with --passphrase-file, or in WORKBENCH_PASSPHRASE."
        )
    return keys.read(keys.keys_path(path), passphrase)


def _bind(path: Path, seat: Seat, searched: Mapping[str, Sequence[str]], key: bytes | None, read_only: bool) -> None:
    """Point the one global at a file."""
    _unbind()
    database.init(str(path), timeout=10)
    database.key, database.read_only, database.searched = key, read_only, searched
    database.seal_key = keys.seal_key(key) if key is not None else None
    database.seat, database.clock = seat.name, seat.clock
    try:
        database.connect()
    except (driver.DatabaseError, PeeweeDatabaseError) as error:
        raise fitness.unreadable(path) from error


def _unbind() -> None:
    if database.database is not None:
        database.close()


def _refuse_unfit(path: Path) -> None:
    """Once more from inside: the header of an encrypted file cannot be read from outside."""
    fitness.refuse_version(path, migrations.version(), database.execute_sql("PRAGMA application_id").fetchone()[0])
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
