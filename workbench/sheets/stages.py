"""Long passes over rows that can be stopped by whoever waits: at the points where they tell how far they are, or anywhere."""

import ctypes
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from workbench.errors import Cancelled, Progress, quiet

T = TypeVar("T")
OFTEN = 2000
"""Rows between two calls: some hundredths of a second."""
BREATH = 0.05
"""Seconds between two looks whether somebody wants work to stop that tells nothing."""
AGAIN = 0.3
"""Seconds after which it is told once more: what it met first may have kept it to itself."""


def watched(rows: Iterable[T], progress: Progress, total: int = 0) -> Iterator[T]:
    """The rows, telling now and then how many went by; progress may raise Cancelled."""
    for number, row in enumerate(rows):
        if number % OFTEN == 0:
            progress(number, total)
        yield row


@contextmanager
def stoppable(progress: Progress) -> Iterator[Progress]:
    """Inside, Cancelled comes out of whatever this thread does, within a tenth of a second; also out of long loops that tell nothing.

    A second thread asks progress, which has to bear that. For work alone that makes new things of old ones: what holds a lock, a
    statement of the database or a file may be left in the middle. Yields the progress to call inside."""
    if progress is quiet:
        yield progress
        return
    last, ended, worker = [0, 0], threading.Event(), threading.get_ident()

    def told(done: int, total: int) -> None:
        last[:] = done, total
        progress(done, total)

    watcher = threading.Thread(target=_watch, args=(progress, last, ended, worker), name="stoppable", daemon=True)
    watcher.start()
    try:
        yield told
    finally:
        while watcher.is_alive():
            try:
                ended.set()
                watcher.join()
            except Cancelled:  # it came on the way out: the watcher has to end all the same
                continue
        _raise_in(worker, None)


def _watch(progress: Progress, last: list[int], ended: threading.Event, worker: int) -> None:
    breath = BREATH
    while not ended.wait(breath):
        try:
            progress(*last)
        except Cancelled:
            _raise_in(worker, Cancelled)
            breath = AGAIN


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    """Have an exception raised in a thread at its next step; None takes back one that did not come yet."""
    raised = ctypes.py_object(error) if error else ctypes.py_object()
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)
