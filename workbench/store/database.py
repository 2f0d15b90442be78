"""The one global: the database of the office that is open. Every thread has its own connection to it."""

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

from peewee import SqliteDatabase
from sqlcipher3 import dbapi2 as driver

from workbench.errors import WorkbenchError
from workbench.store import alphabet
from workbench.store.writing import Writing

OLDEST_SQLITE = (3, 51, 3)
"""Before it a WAL reset could damage a file (measured before the first line)."""

QUIET = "PRAGMA cipher_log_level = NONE"
"""Of a damaged page SQLCipher else writes to standard error, behind our back."""
SET = (
    "foreign_keys = ON",
    # A row that is replaced then counts as deleted for triggers too: in the log, and refused where rows only come.
    "recursive_triggers = ON",
    "synchronous = FULL",
    "temp_store = MEMORY",
    "cache_size = -65536",
    # A writer whose cache spills locks readers out long before it commits (tried: 7 of 10 reads met a locked file).
    "cache_spill = OFF",
)
"""How every connection is set."""

UNENDED = "unended"
"""SQL's name for what leaves the last digits of masked numbers out of a text."""
_ENDS = re.compile(r"…\d+")

for kind in (datetime.date, datetime.datetime):
    driver.register_adapter(kind, lambda value: value.isoformat())


class Connection(driver.Connection):  # type: ignore[misc]
    """One thread's connection, and what it keeps of its answers until anything is written (kept.py)."""

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        self.kept: dict[Any, Any] = {}


class OfficeDatabase(SqliteDatabase):
    """SQLite through SQLCipher, also while the file is not encrypted, so that one engine serves everywhere."""

    server_version = driver.sqlite_version_info
    context_class = Writing

    key: bytes | None = None
    """The file key, 32 bytes; None while the office is not encrypted."""
    seal_key: bytes | None = None
    """Keys the trail's seals once the office has keys."""
    read_only = False
    seat = ""
    """Who works here, as the trail names them."""
    clock: Callable[[], datetime.datetime] = staticmethod(datetime.datetime.now)
    searched: Mapping[str, Sequence[str]] = {}
    """By table, the columns whose words are found by a search; what the kinds declare."""

    veil: Any = None
    """What every connection leaves out, a Veil of veil.py; None leaves nothing out."""
    dress: Callable[[], object] = staticmethod(lambda: None)
    """What a new connection is told before anything is asked of it."""

    def _connect(self) -> Any:
        conn = connect(Path(self.database), self.key, self.read_only, self._timeout)
        self._add_conn_hooks(conn)
        return conn

    def _initialize_connection(self, conn: Any) -> None:
        super()._initialize_connection(conn)
        self.dress()

    def use(self, conn: Any) -> Any:
        """Let this thread speak through another connection from now on; answers the one it spoke through before."""
        before = self.connection()
        self._state.conn = conn
        return before


def connect(
    path: Path, key: bytes | None, read_only: bool = False, timeout: float = 10, *, shared: bool = False
) -> Any:
    """A driver's connection to one file; raises the driver's DatabaseError when the key is not the file's or the file is damaged.

    Shared means that several threads speak through it, one at a time, which is theirs to see to."""
    conn = driver.connect(
        uri_of(path.resolve(), "ro" if read_only else "rw"),
        uri=True,
        timeout=timeout,
        isolation_level=None,
        check_same_thread=not shared,
        factory=Connection,
    )
    try:
        conn.create_function(alphabet.FOLDED, 1, alphabet.folded, deterministic=True)
        conn.create_function(UNENDED, 1, lambda text: _ENDS.sub("…", text), deterministic=True)
        conn.execute(QUIET)
        if key is not None:
            conn.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for each in SET:
            conn.execute(f"PRAGMA {each}")
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except UnicodeDecodeError as error:  # SQLite quotes what it found in the damaged schema
        conn.close()
        raise driver.DatabaseError("the schema is no text") from error
    except BaseException:
        conn.close()
        raise
    return conn


def uri_of(path: PurePath, mode: str) -> str:
    """A file's address as SQLite takes it; a share of Windows (and every mapped drive is one) is no host to it."""
    address = path.as_uri()
    if not address.startswith("file:///"):
        address = address.replace("file://", "file:////", 1)
    return f"{address}?mode={mode}"


def assert_engine() -> None:
    """Refuse an SQLite that is known to damage files."""
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise WorkbenchError(
            f"SQLite {driver.sqlite_version} is too old to keep an office safely. Nothing was opened or changed. "
            "Install the program again with the versions of its pyproject.toml."
        )


database = OfficeDatabase(None, autoconnect=True)
