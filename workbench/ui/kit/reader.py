"""Reading beside the window: one thread with its own connection answers what lists and counts ask, the newest alone."""

import threading
import traceback
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import Any, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject

from workbench.ui.kit.posting import post

T = TypeVar("T")


class Line(Protocol):
    """The reading thread's connection; both are called on that thread."""

    def open(self) -> Callable[[], object]:
        """Be connected; answers what stops a question that is being read, callable from any thread."""

    def close(self) -> object:
        """Let go of the connection."""


class _Asked(NamedTuple):
    """A question; kept on the main thread until it is settled there, so that the thread is never the last to hold it."""

    owner: Hashable
    question: Callable[[], Any]
    done: Callable[[Any], object]


class Reader(QObject):
    """Answers one question after the other. Whoever asks again is no longer told the answer to what they asked before.

    Without a line there is no thread: the answer is there before ask() returns."""

    def __init__(self, line: Line | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line, self._closed, self._number = line, False, 0
        self._wanted: dict[Hashable, int] = {}
        self._asked: dict[int, _Asked] = {}
        self._running: tuple[Hashable, Callable[[], object]] | None = None
        self._lock, self._free, self._again = threading.Lock(), threading.Event(), 0
        self._free.set()
        self._held = False
        self._first: Future[None] | None = None
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="reader")
        self._post = post()

    @property
    def beside(self) -> bool:
        """Whether answers come later, from a thread of its own."""
        return self._line is not None

    def ask(self, owner: Hashable, question: Callable[[], T], done: Callable[[T], object]) -> None:
        """Answer a question, then call done on the main thread; the owner's question before it is dropped."""
        if self._line is None:
            done(question())
        elif not self._closed:
            self.drop(owner)
            with self._lock:
                self._number += 1
                self._wanted[owner] = number = self._number
            self._asked[number] = _Asked(owner, question, done)
            asked = self._pool.submit(self._answer, self._line, number)
            self._first = self._first or asked

    def settle(self, milliseconds: int) -> None:
        """Give the first question of all so long to be answered, and tell the answer: a window that is about to show paints it
        at once, not itself without it and then once more."""
        if self._first is not None:
            wait([self._first], milliseconds / 1000)
            self._post.hand_out_now()

    def drop(self, owner: Hashable) -> None:
        """Nobody waits for this owner's question any longer; if it is being read, that stops."""
        with self._lock:
            self._wanted.pop(owner, None)
            if self._running is not None and self._running[0] == owner:
                self._running[1]()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Inside, nothing is read: a commit would wait for it. What was being read is read anew afterwards."""
        with self._lock:
            self._free.clear()
            if self._running is not None:
                self._again = self._wanted.get(self._running[0], 0)
                self._running[1]()
        try:
            yield
        finally:
            if not self._held:  # what is written while the office is being locked lets nobody read
                self._free.set()

    def rest(self) -> None:
        """Let go of the file, until the next question: it is about to be replaced."""
        self.release()
        if self._line is not None and not self._closed:
            self._pool.submit(self._line.close).result()

    def hold(self) -> None:
        """Let go of the file and read nothing until release(): whatever is asked meanwhile waits."""
        self.rest()
        self._held = True
        self._free.clear()

    def release(self) -> None:
        """Read again."""
        self._held = False
        self._free.set()

    def stop(self) -> None:
        """Drop everything and end: the window closes."""
        with self._lock:
            self._wanted.clear()
            if self._running is not None:
                self._running[1]()
        self.rest()
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._asked.clear()

    # On the thread

    def _answer(self, line: Line, number: int) -> None:
        self._post.send(self, self._settle, number, *self._read(line, number))

    def _read(self, line: Line, number: int) -> tuple[Any, BaseException | None]:
        """The answer, or what went wrong. When this returns, the thread holds nothing of whoever asked."""
        error = answer = None
        try:
            asked = self._asked[number]
            self._free.wait()  # what is locked does not even open
            stop = line.open()
            while self._begin(asked.owner, number, stop):
                try:
                    answer, error = asked.question(), None
                except BaseException as raised:
                    error = _without_what_it_held(raised)
                if not self._end(number) or error is None:
                    break
        except BaseException as raised:  # it is raised again on the main thread, where the one excepthook meets it
            error = raised
        return answer, error

    def _begin(self, owner: Hashable, number: int, stop: Callable[[], object]) -> bool:
        """Whether this question is still to be read; waits while something is written."""
        while True:
            self._free.wait()
            with self._lock:
                if self._wanted.get(owner) != number:
                    return False
                if self._free.is_set():
                    self._running = (owner, stop)
                    return True

    def _end(self, number: int) -> bool:
        """Whether it was stopped for a write, and is to be read anew; from here on nobody stops it."""
        with self._lock:
            self._running = None
            again, self._again = self._again == number, 0
            return again

    # On the main thread

    def _settle(self, number: int, answer: Any, error: BaseException | None) -> None:
        asked = self._asked.pop(number, None)
        if asked is None or self._wanted.get(asked.owner) != number:
            return  # asked anew since, or dropped: a question that was stopped ends here too
        self._wanted.pop(asked.owner)
        if error is not None:
            raise error
        asked.done(answer)


def _without_what_it_held(error: BaseException) -> BaseException:
    """An error whose frames hold nothing any more. SQLite stops all that is begun on a connection until everything that ran when
    it was told to stop is gone: a half-read query in a frame would stop the next questions too."""
    each: BaseException | None = error
    while each is not None:
        traceback.clear_frames(each.__traceback__)
        each = each.__cause__ or each.__context__
    return error
