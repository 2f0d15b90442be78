"""The time and the memory of the child that reads, seen from the parent."""

import signal
import subprocess
import time

import psutil

from workbench.sheets import limits

ABORTED = (-signal.SIGABRT, 0xC0000409)
"""How a process ends that ended itself: on Windows a fast fail."""


class Watch:
    """Time and memory of the child, looked at five times a second."""

    def __init__(self, child: subprocess.Popen, deadline: float) -> None:
        self._process = psutil.Process(child.pid)
        self._deadline = deadline
        self._next = 0.0
        self.was_large = False
        self._child = child

    def was_aborted(self) -> bool:
        """Whether the child, whose messages ended, ended itself: calamine does where memory for a sheet of that size is not to be had."""
        try:
            return self._child.wait(1.0) in ABORTED
        except subprocess.TimeoutExpired:
            return False

    def complaint(self) -> str | None:
        """Why it is to be ended: "too big" or "too slow"; None while it may go on."""
        now = time.monotonic()
        if now < self._next:
            return None
        self._next = now + 0.2
        try:
            size = self._process.memory_info().rss
        except psutil.Error:
            return None
        self.was_large = self.was_large or size > limits.MEMORY // 4
        if size > limits.MEMORY:
            return "too big"
        return "too slow" if now > self._deadline else None
