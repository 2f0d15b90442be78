"""Protecting an office: encrypting one that is open, and changing what opens it.

The backup before this risk is the encrypted copy itself: it takes the office's place only once every row of it was
compared with the plain file, which stays in place until then. The plain file is then written over and removed, since a
plain copy beside an encrypted office would undo the encryption."""

import contextlib
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from workbench.errors import Cancelled, Progress, WorkbenchError, quiet
from workbench.store import backup, keys, migrations, office, placing
from workbench.store.database import connect, database
from workbench.store.fitness import is_encrypted
from workbench.store.history import refuse_read_only, step
from workbench.store.office import Office, Seat

STEPS_BETWEEN, ROWS_BETWEEN = 20_000, 5_000
"""How much is written, in steps of SQLite, and how many rows are compared, between two reports of progress."""


def change_passphrase(path: Path, old: str, new: str) -> None:
    """Wrap the same file key under another passphrase; the data itself is not written again."""
    if not is_encrypted(path):
        raise WorkbenchError(
            f"{path.name} is not encrypted and has no passphrase. Nothing was changed. Encrypt it first."
        )
    keys.write(keys.keys_path(path), keys.read(keys.keys_path(path), old), new)


class Sealing:
    """An encryption on its way. What takes long, copy(), may be done on another thread than the one that begins and ends it."""

    def __init__(self, opened: Office, seat: Seat, passphrase: str) -> None:
        """From here on nobody else writes to the office. Refused while anything does."""
        refuse_read_only()
        if opened.encrypted:
            raise WorkbenchError(
                f"{opened.path.name} is encrypted already. Nothing was changed. Change its passphrase instead."
            )
        if database.transaction_depth():
            raise _written_to(opened.path)
        keys.check_new(passphrase)
        self._path, self._seat, self._passphrase = opened.path, seat, passphrase
        self._beside, self._key = opened.path.with_name(opened.path.name + ".new"), keys.new_key()
        self._lock = _kept_still(opened.path)

    def copy(self, progress: Progress = quiet) -> None:
        """Write the encrypted copy and compare it with the office; whatever fails or is cancelled leaves no copy."""
        try:
            office.clear(self._beside)
            with _watched(self._beside, progress) as pages:
                _export(self._beside, self._key)
            backup.check(self._beside, self._key)
            _compare(self._beside, self._key, lambda part: progress(pages + int(part * pages), 2 * pages))
        except BaseException as error:
            office.clear(self._beside)
            raise office.told_of(error) from error

    def finish(self) -> None:
        """Put the compared copy in the office's place, on the thread that began; nobody else may have the office open."""
        path, searched, sealed = self._path, database.searched, False
        try:
            office.unbind()
            placing.keep(path)
            # Let go right before the file is replaced, since Windows replaces no file that is open.
            office.put_in_place(self._beside, path, self._key, self._passphrase, self._lock.close)
            sealed = True
        except BaseException as error:
            raise office.told_of(error) from error
        finally:
            self.give_up()
            office.bind(path, self._seat, searched, self._key if sealed else None, read_only=False)
            if not sealed:
                placing.sweep(path, sealed)
        with step("Encrypt the office", kind="seal"):
            pass
        _sweep(path)

    def give_up(self) -> None:
        """The office stays as it was, and others may write again; on the thread that began."""
        self._lock.close()
        office.clear(self._beside)


def encrypt(opened: Office, seat: Seat, passphrase: str) -> None:
    """Encrypt the open office, which was not. Refused while anything else writes to it; nobody else may until it is done."""
    begun = Sealing(opened, seat, passphrase)
    try:
        begun.copy()
    except BaseException:
        begun.give_up()
        raise
    begun.finish()


def _sweep(path: Path) -> None:
    try:
        placing.sweep(path, True)
    except OSError as error:
        raise WorkbenchError(
            f"The office is encrypted, but {placing.kept_path(path).name}, the file as it was before, could not be removed: "
            f"{error.strerror}. It opens without the passphrase. Delete it, or open the office again to have it removed."
        ) from error


def _kept_still(path: Path) -> Any:
    """Until this connection is closed nobody writes, no thread of ours either."""
    lock = connect(path, None, timeout=0)
    try:
        lock.execute("BEGIN IMMEDIATE")
    except driver.DatabaseError as error:
        lock.close()
        raise _written_to(path) from error
    return lock


def _written_to(path: Path) -> WorkbenchError:
    return WorkbenchError(
        f"{path.name} is being written to just now. Nothing was changed. Wait until that is done, then encrypt it."
    )


@contextlib.contextmanager
def _watched(beside: Path, progress: Progress) -> Iterator[int]:
    """Tell how far the copy is by its size, and stop where progress says so; answers the office's pages, half of the work."""
    pages, size = (database.execute_sql(f"PRAGMA main.{each}").fetchone()[0] for each in ("page_count", "page_size"))
    stopped: list[Cancelled] = []

    def look() -> int:
        try:
            progress(min(beside.stat().st_size // size, pages), 2 * pages)
        except Cancelled as stop:
            stopped.append(stop)
        return len(stopped)

    conn = database.connection()
    conn.set_progress_handler(look, STEPS_BETWEEN)
    try:
        yield pages
    except Exception as error:
        if stopped:
            raise stopped[0] from error
        raise
    finally:
        conn.set_progress_handler(None, STEPS_BETWEEN)


def _export(beside: Path, key: bytes) -> None:
    beside.touch()
    database.execute_sql(f"ATTACH DATABASE ? AS sealed KEY \"x'{key.hex()}'\"", (str(beside),))
    try:
        # Each of the copy's tables is written by itself: it waits for the disk once, at the end, and not after every one of them.
        database.execute_sql("PRAGMA sealed.synchronous = OFF")
        database.execute_sql("PRAGMA cache_spill = ON")  # nobody reads the copy yet: it need not lie in memory whole
        database.execute_sql("SELECT sqlcipher_export('sealed')")
        database.execute_sql(f"PRAGMA sealed.user_version = {migrations.version()}")
        database.execute_sql(f"PRAGMA sealed.application_id = {migrations.APPLICATION_ID}")
    finally:
        database.execute_sql("PRAGMA cache_spill = OFF")
        database.execute_sql("DETACH DATABASE sealed")
    placing.settle(beside)


def _compare(beside: Path, key: bytes, part: Callable[[float], object]) -> None:
    """Refuse a copy that differs from the open office in anything at all; part says how much of it was compared."""
    copy, questions = connect(beside, key, read_only=True), list(_questions())
    try:
        for done, question in enumerate(questions):
            mine, theirs = database.connection().execute(question), copy.execute(question)
            for row, (a, b) in enumerate(zip_longest(mine, theirs)):
                if a != b:
                    raise WorkbenchError(
                        "The encrypted copy does not hold what the office holds. Nothing was changed: the office is as it was, "
                        "not encrypted. Check the drive, then try again."
                    )
                if not row % ROWS_BETWEEN:
                    part(done / len(questions))
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
