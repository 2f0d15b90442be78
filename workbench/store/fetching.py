"""Documents fetched beside: while one is worked on, a thread with its own connection reads and decrypts the next. Where nothing is to
be decrypted, each is read when it is asked for: reading alone is less work than taking turns."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from queue import Queue
from threading import BoundedSemaphore, Event, Thread
from types import TracebackType

from peewee import DatabaseError as PeeweeDatabaseError
from sqlcipher3 import dbapi2 as driver

from workbench.store import blobs
from workbench.store.database import database

AHEAD = 2
"""Documents that wait at most, so that memory holds few."""
TURN = 0.0005
"""Seconds after which a thread gives Python to another: after each call the reading one waits for its turn."""

_Fetched = tuple[int, bytes | None] | None


class Ahead:
    """As blobs.fetch_up_to, for documents that are asked for in the order given; one that is asked for otherwise, or that the
    thread could not read, is fetched when it is asked for."""

    def __init__(self, digests: Sequence[str], most: int, beside: bool | None = None) -> None:
        """Most: bytes from which on a document's size is told, but not its content. Beside: None as the office is encrypted."""
        self._most, self._left = most, list(dict.fromkeys(digests))
        self._beside = database.key is not None if beside is None else beside
        self._read: Queue[tuple[str, _Fetched]] = Queue()
        self._room, self._stopped = BoundedSemaphore(AHEAD), Event()
        self._thread = Thread(target=self._run, args=(tuple(self._left),), daemon=True)
        self._before = sys.getswitchinterval()

    def __enter__(self) -> "Ahead":
        if self._beside and len(self._left) > 1:
            sys.setswitchinterval(TURN)
            self._thread.start()
        else:
            self._left = []
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stopped.set()
        if self._thread.ident is not None:
            with suppress(ValueError):  # room that nobody waits for
                self._room.release()
            self._thread.join()
            sys.setswitchinterval(self._before)

    def fetch(self, digest: str) -> _Fetched:
        """The size and the bytes of a document, or None where the office does not hold it."""
        if self._left[:1] != [digest]:
            return blobs.fetch_up_to(digest, self._most)
        self._left.pop(0)
        _, found = self._read.get()
        with suppress(ValueError):
            self._room.release()
        # What was written and is not committed, this thread alone sees.
        return found or blobs.fetch_up_to(digest, self._most)

    # On the thread

    def _run(self, digests: Sequence[str]) -> None:
        try:
            for digest in digests:
                self._room.acquire()
                if self._stopped.is_set():
                    break
                self._read.put((digest, self._found(digest)))
        finally:
            database.close()

    def _found(self, digest: str) -> _Fetched:
        try:
            return blobs.fetch_up_to(digest, self._most)
        except (driver.Error, PeeweeDatabaseError):
            return None  # whoever asks reads it anew, and meets what is wrong
