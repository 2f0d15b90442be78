"""Protecting an office: encrypting one that is open, and changing what opens it.

The backup before this risk is the encrypted copy itself: it takes the office's place only once every row of it was
compared with the plain file, which stays in place until then. The plain file is then written over and removed, since a
plain copy beside an encrypted office would undo the encryption."""

import contextlib
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from workbench.errors import WorkbenchError
from workbench.store import backup, keys, migrations, office, placing
from workbench.store.database import connect, database
from workbench.store.fitness import is_encrypted
from workbench.store.history import refuse_read_only, step
from workbench.store.office import Office, Seat


def change_passphrase(path: Path, old: str, new: str) -> None:
    """Wrap the same file key under another passphrase; the data itself is not written again."""
    if not is_encrypted(path):
        raise WorkbenchError(
            f"{path.name} is not encrypted and has no passphrase. Nothing was changed. Encrypt it first."
        )
    keys.write(keys.keys_path(path), keys.read(keys.keys_path(path), old), new)


def encrypt(opened: Office, seat: Seat, passphrase: str) -> None:
    """Encrypt the open office, which was not. Refused while anything else writes to it; nobody else may until it is done."""
    refuse_read_only()
    if opened.encrypted:
        raise WorkbenchError(
            f"{opened.path.name} is encrypted already. Nothing was changed. Change its passphrase instead."
        )
    if database.transaction_depth():
        raise _written_to(opened.path)
    keys.check_new(passphrase)
    path, key, searched = opened.path, keys.new_key(), database.searched
    beside, sealed = path.with_name(path.name + ".new"), False
    try:
        with _kept_still(path) as let_go:
            office.clear(beside)
            _export(beside, key)
            backup.check(beside, key)
            _compare(beside, key)
            office.unbind()
            placing.keep(path)
            office.put_in_place(beside, path, key, passphrase, let_go)
            sealed = True
    except BaseException as error:
        raise office.told_of(error) from error
    finally:
        office.clear(beside)
        office.bind(path, seat, searched, key if sealed else None, read_only=False)
        if not sealed:
            placing.sweep(path, sealed)
    with step("Encrypt the office", kind="seal"):
        pass
    _sweep(path)


def _sweep(path: Path) -> None:
    try:
        placing.sweep(path, True)
    except OSError as error:
        raise WorkbenchError(
            f"The office is encrypted, but {placing.kept_path(path).name}, the file as it was before, could not be removed: "
            f"{error.strerror}. It opens without the passphrase. Delete it, or open the office again to have it removed."
        ) from error


@contextlib.contextmanager
def _kept_still(path: Path) -> Iterator[Any]:
    """Nobody writes while the copy is made and compared, no thread of ours either; answers how to let go sooner.

    It is let go right before the file is replaced, since Windows replaces no file that is open."""
    lock = connect(path, None, timeout=0)
    try:
        try:
            lock.execute("BEGIN IMMEDIATE")
        except driver.DatabaseError as error:
            raise _written_to(path) from error
        yield lock.close
    finally:
        lock.close()


def _written_to(path: Path) -> WorkbenchError:
    return WorkbenchError(
        f"{path.name} is being written to just now. Nothing was changed. Wait until that is done, then encrypt it."
    )


def _export(beside: Path, key: bytes) -> None:
    beside.touch()
    database.execute_sql(f"ATTACH DATABASE ? AS sealed KEY \"x'{key.hex()}'\"", (str(beside),))
    try:
        database.execute_sql("SELECT sqlcipher_export('sealed')")
        database.execute_sql(f"PRAGMA sealed.user_version = {migrations.version()}")
        database.execute_sql(f"PRAGMA sealed.application_id = {migrations.APPLICATION_ID}")
    finally:
        database.execute_sql("DETACH DATABASE sealed")


def _compare(beside: Path, key: bytes) -> None:
    """Refuse a copy that differs from the open office in anything at all."""
    copy = connect(beside, key, read_only=True)
    try:
        for question in _questions():
            mine, theirs = database.connection().execute(question), copy.execute(question)
            if any(a != b for a, b in zip_longest(mine, theirs)):
                raise WorkbenchError(
                    "The encrypted copy does not hold what the office holds. Nothing was changed: the office is as it was, not "
                    "encrypted. Check the drive, then try again."
                )
    finally:
        copy.close()


def _questions() -> Iterator[str]:
    """What both files must answer alike: versions, schema, and every row of every table in its order."""
    yield "PRAGMA user_version"
    yield "PRAGMA application_id"
    yield "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    for _, name, sort, _, keyed, _ in database.execute_sql("PRAGMA main.table_list").fetchall():
        if sort in ("table", "shadow") and name not in ("sqlite_schema", "sqlite_temp_schema"):
            key = "rowid"
            if keyed:  # WITHOUT ROWID
                rows = database.execute_sql(f'SELECT name FROM pragma_table_info("{name}") WHERE pk ORDER BY pk')
                key = ", ".join(f'"{row[0]}"' for row in rows)
            yield f'SELECT * FROM "{name}" ORDER BY {key}'
