"""Long statements that can be stopped: while one runs, SQLite asks now and then whether anybody wants it to go on."""

from collections.abc import Iterator
from contextlib import contextmanager

from workbench.errors import Cancelled, Progress
from workbench.store.database import database

OPERATIONS = 20_000
"""Steps of SQLite's machine between two questions: some milliseconds."""


@contextmanager
def heeding(progress: Progress) -> Iterator[Progress]:
    """Inside, every statement of this thread's connection asks progress while it runs; Cancelled comes out where it answers so.

    To be put around a whole step: what indexes, seals and rolls back then lies within. Yields the progress to call inside."""
    last = [0, 0]
    stopped: list[Cancelled] = []

    def told(done: int, total: int) -> None:
        last[:] = done, total
        progress(done, total)

    def ask() -> int:
        return 0 if stopped else _asked(progress, last, stopped)  # the rollback must not be stopped too

    connection = database.connection()
    connection.set_progress_handler(ask, OPERATIONS)
    try:
        yield told
    except Exception as error:
        if stopped:  # SQLite calls it interrupted, and whoever met that an error of the world
            raise stopped[0] from None
        if str(error) == "interrupted":  # Ctrl-C was raised inside ask(), from where no exception comes out
            raise KeyboardInterrupt from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _asked(progress: Progress, last: list[int], stopped: list[Cancelled]) -> int:
    """1 where the answer is that it must not go on."""
    try:
        progress(*last)
    except Cancelled as stop:
        stopped.append(stop)
    return len(stopped)
