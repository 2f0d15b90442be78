"""Opening and closing an office. A refusal changes nothing, and says what to do."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from workbench.errors import WorkbenchError
from workbench.store import backup, hold, keys, migrations
from workbench.store.database import assert_engine, connect, database
from workbench.store.history import step
from workbench.store.hold import Hold

PLAIN_HEADER = b"SQLite format 3\0"


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


def create(path: Path, seat: Seat, searched: Mapping[str, Sequence[str]], passphrase: str | None = None) -> Office:
    """A new, empty office; an existing file is refused. Encrypted when a passphrase is given."""
    assert_engine()
    if path.exists():
        raise WorkbenchError(f"{path.name} is there already. Nothing was changed. Choose another name, or open it.")
    if not path.parent.is_dir():
        raise WorkbenchError(f"There is no folder {path.parent}. Nothing was made. Choose a folder that exists.")
    if passphrase is not None:
        keys.check_new(passphrase)
    held = hold.take(path, seat.name, seat.clock())
    beside = path.with_name(path.name + ".new")
    try:
        beside.unlink(missing_ok=True)
        beside.touch()
        key = keys.new_key() if passphrase is not None else None
        _bind(beside, seat, searched, key, read_only=False)
        migrations.migrate()
        _unbind()
        if passphrase is not None and key is not None:
            keys.write(keys.keys_path(path), key, passphrase)
        os.replace(beside, path)
        _bind(path, seat, searched, key, read_only=False)
    except BaseException:
        _unbind()
        beside.unlink(missing_ok=True)
        held.release()
        raise
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
    held = None if read_only else hold.take(path, seat.name, seat.clock())
    try:
        _bind(path, seat, searched, key, read_only)
        _refuse_unfit(path)
        if migrations.version() < migrations.NEWEST:
            _bring_up_to_date(path, read_only)
        elif not read_only:
            migrations.refresh_search()
    except BaseException:
        _unbind()
        if held:
            held.release()
        raise
    return Office(path, held)


def is_encrypted(path: Path) -> bool:
    """Whether a passphrase is needed to open this file."""
    return keys.keys_path(path).exists()


def change_passphrase(path: Path, old: str, new: str) -> None:
    """Wrap the same file key under another passphrase; the data itself is not written again."""
    keys.write(keys.keys_path(path), keys.read(keys.keys_path(path), old), new)


def encrypt(office: Office, seat: Seat, passphrase: str) -> None:
    """Encrypt an office that was not: a copy is written encrypted, checked, and takes the place of the plain file."""
    keys.check_new(passphrase)
    path, key, searched = office.path, keys.new_key(), database.searched
    beside = path.with_name(path.name + ".new")
    beside.unlink(missing_ok=True)
    number, application = migrations.version(), migrations.APPLICATION_ID
    try:
        database.execute_sql(f"ATTACH DATABASE ? AS sealed KEY \"x'{key.hex()}'\"", (str(beside),))
        database.execute_sql("SELECT sqlcipher_export('sealed')")
        database.execute_sql(f"PRAGMA sealed.user_version = {number}")
        database.execute_sql(f"PRAGMA sealed.application_id = {application}")
        database.execute_sql("DETACH DATABASE sealed")
        backup.check(beside, key)
        _unbind()
        keys.write(keys.keys_path(path), key, passphrase)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    _bind(path, seat, searched, key, read_only=False)
    with step("Encrypt the office", kind="seal"):
        pass


def _key_of(path: Path, passphrase: str | None) -> bytes | None:
    if not path.is_file():
        raise WorkbenchError(f"There is no file {path}. Nothing was changed. Check the name, or make a new office.")
    if path.stat().st_size == 0:
        raise WorkbenchError(f"{path.name} is empty (0 bytes). Nothing was changed. Restore the newest backup.")
    if not is_encrypted(path):
        return None
    if passphrase is None:
        raise PassphraseNeeded(
            f"{path.name} is encrypted and needs its passphrase. Nothing was opened. "
            "Give it in the window, with --passphrase-file, or in WORKBENCH_PASSPHRASE."
        )
    return keys.read(keys.keys_path(path), passphrase)


def _bind(
    path: Path, seat: Seat, searched: Mapping[str, Sequence[str]], key: bytes | None, read_only: bool
) -> None:
    """Point the one global at a file."""
    _unbind()
    database.init(str(path), timeout=10)
    database.key, database.read_only, database.searched = key, read_only, searched
    database.seal_key = keys.seal_key(key) if key is not None else None
    database.seat, database.clock = seat.name, seat.clock
    try:
        database.connect()
    except driver.DatabaseError as error:
        raise _unreadable(path) from error


def _unbind() -> None:
    if database.database is not None:
        database.close()


def _refuse_unfit(path: Path) -> None:
    number = migrations.version()
    if database.execute_sql("PRAGMA application_id").fetchone()[0] != migrations.APPLICATION_ID:
        raise WorkbenchError(f"{path.name} is a database, but not an office of this program. Nothing was changed. Open another file.")
    if number > migrations.NEWEST:
        raise WorkbenchError(
            f"{path.name} was written by a newer version of this program (file version {number}, this program reads up to "
            f"{migrations.NEWEST}). Nothing was changed. Install the newer version."
        )
    backup.check(path, database.key)


def _unreadable(path: Path) -> WorkbenchError:
    with open(path, "rb") as file:
        plain = file.read(len(PLAIN_HEADER)) == PLAIN_HEADER
    if plain or is_encrypted(path):
        return WorkbenchError(f"{path.name} is damaged. Nothing was changed. Restore the newest backup.")
    return WorkbenchError(
        f"{path.name} is not an office of this program, or it is encrypted and its {keys.keys_path(path).name} is missing. "
        "Nothing was changed. Open another file, or put the keys back beside it."
    )


def _bring_up_to_date(path: Path, read_only: bool) -> None:
    if read_only:
        raise WorkbenchError(
            f"{path.name} was written by an older version and must be brought up to date first. Nothing was changed. "
            "Open it once for writing."
        )
    backup.backup(path.with_name(f"{path.stem}.before-version-{migrations.NEWEST}{path.suffix}"))
    migrations.migrate()
