"""Long work on one worker thread: progress after 400 ms, a Cancel that works, the result on the main thread."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from workbench.errors import Cancelled, Progress, WorkbenchError, quiet
from workbench.ui.kit.posting import post
from workbench.ui.kit.waiting import Waiting

T = TypeVar("T")
PATIENCE = 400
"""Milliseconds before progress is shown."""
BREATH = 0.05
"""Seconds between two reports of progress that reach the window."""


class Job:
    """One piece of work on its way: what it is called, what to call after, and whether the user stopped it."""

    def __init__(self, title: str, work: Callable[[Progress], Any], **after: Callable[[Any], object] | None) -> None:
        self.title, self.work, self.after = title, work, after
        self.stopped = threading.Event()
        self.reported = 0.0
        self.closing, self._lock = False, threading.Lock()

    def stop(self) -> bool:
        """Ask it to stop; False where it is being committed and cannot."""
        with self._lock:
            if not self.closing:
                self.stopped.set()
            return not self.closing

    def close(self) -> None:
        """From here on it cannot be stopped; Cancelled if it was before."""
        with self._lock:
            if self.stopped.is_set():
                raise Cancelled
            self.closing = True

    def let_go(self) -> dict[str, Callable[[Any], object] | None]:
        """What to call after, by how it ended; from here on the job holds nothing of the window, though its thread holds the job."""
        after, self.after, self.work = self.after, {}, _nothing
        return after


def _nothing(progress: Progress) -> None:
    """The work of a job that is over."""


class _Reporting:
    """The progress of a job on its worker: tells the window now and then, and hears whether it is to stop."""

    def __init__(self, job: Job, tell: Callable[[Callable[["Waiting"], object]], object]) -> None:
        self._job, self._tell = job, tell

    def __call__(self, done: int, total: int) -> None:
        job = self._job
        if job.stopped.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - job.reported > BREATH:
            job.reported = now
            self._tell(lambda waiting: waiting.report(job.title, done, total))

    def committing(self) -> None:
        """The work is being written for good."""
        self._job.close()
        self._tell(lambda waiting: waiting.commit())


class Jobs(QObject):
    """Runs one job after the other. Workers never touch a QObject: all they do is send by the post."""

    over = Signal()
    """The last that was on its way has ended, and whoever asked for it knows."""

    def __init__(
        self,
        window: QWidget | None = None,
        *,
        at_once: bool = False,
        close: Callable[[], object] = lambda: None,
        show_error: Callable[[WorkbenchError], object] | None = None,
    ) -> None:
        """With at_once the work is done before start() returns; close ends the worker's connection after each job."""
        super().__init__(window)
        self.window, self.at_once, self._close, self.show_error = window, at_once, close, show_error
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="job")
        self._running: list[Job] = []
        self._waiting: Waiting | None = None
        self._hushed = False
        self._post = post()

    def start(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[WorkbenchError], object] | None = None,
        cancelled: Callable[[Any], object] | None = None,
        broken: Callable[[Any], object] | None = None,
        patience: int = PATIENCE,
        *,
        beside: bool = False,
    ) -> None:
        """Do the work, then call done with its result; a WorkbenchError goes to failed, or to the one door.

        Broken is called before a fault of ours goes its way. Without patience, progress is shown from the beginning.
        Beside means that the page says itself what is on its way: no progress comes up over it."""
        job = Job(title, work, done=done, failed=failed or self.show_error, cancelled=cancelled, broken=broken)
        if self.at_once:
            self._settle(job, [_outcome(work, quiet)])
            return
        self._running.append(job)
        self._pool.submit(self._work, job)
        if beside:
            return
        if patience:
            QTimer.singleShot(patience, self, lambda: self._show(job))
        else:
            self._show(job)

    def busy(self) -> bool:
        """Whether a job is on its way."""
        return bool(self._running)

    def hush(self, hushed: bool) -> None:
        """Show no progress, since the office is about to be locked; or show it again."""
        self._hushed = hushed
        if hushed and self._waiting is not None:
            self._waiting.hide()

    def cancel(self) -> bool:
        """Ask all that runs to stop; False where something is being written for good and cannot."""
        return all([job.stop() for job in self._running])

    def stop(self) -> None:
        """Stop what runs and wait for it: the program ends."""
        for job in self._running:
            job.stopped.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    # On the worker

    def _work(self, job: Job) -> None:
        outcome = [_outcome(job.work, _Reporting(job, partial(self._post.send, self, self._report, job)))]
        try:
            self._close()
        finally:
            self._post.send(self, self._settle, job, outcome)

    # On the main thread

    def _show(self, job: Job) -> None:
        if job in self._running and self._waiting is None and self.window is not None and not self._hushed:
            self._waiting = Waiting(job.title, job.stop, self.window)
            if job.closing:
                self._waiting.commit()
            self._waiting.open()

    def _report(self, job: Job, say: Callable[[Waiting], object]) -> None:
        if self._waiting is not None and job in self._running:
            say(self._waiting)

    def _settle(self, job: Job, outcomes: list[tuple[str, Any]]) -> None:
        ending, outcome = outcomes.pop()
        call = job.let_go().get(ending)
        if job in self._running:
            self._running.remove(job)
        if self._waiting is not None and not self._running:
            self._waiting.finish()
            self._waiting = None
        try:
            if call is not None:
                call(outcome)
        finally:
            if not self._running:
                self.over.emit()
        if ending == "broken" or (ending == "failed" and call is None):
            raise outcome


def _outcome(work: Callable[[Progress], Any], progress: Progress) -> tuple[str, Any]:
    """How the work ended: done, failed (the world), cancelled (the user) or broken (we), and with what."""
    try:
        return "done", work(progress)
    except Cancelled as stop:
        return "cancelled", stop.with_traceback(None)  # which holds all that the work made so far
    except WorkbenchError as error:
        return "failed", error
    except BaseException as error:  # it is raised again on the main thread, where the one excepthook meets it
        return "broken", error
