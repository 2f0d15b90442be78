"""What can go wrong, told apart by whose fault it is: the user's value, the world, or nobody's (the user stopped)."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """What is wrong with one value the user gave; returned, and shown beside the value."""

    field: str
    message: str


class WorkbenchError(Exception):
    """The world is wrong: what happened, what it means for the data, what to do. Shown as it is, without a traceback."""


class Damaged(WorkbenchError):
    """A file is damaged: what helps is a backup."""


class Cancelled(Exception):
    """The user stopped a job: nothing was written, nothing is shown."""


Progress = Callable[[int, int], None]
"""Called with (done, total) while long work runs; it may raise Cancelled."""


def committing(progress: Progress) -> None:
    """Say that the work is now written for good and can no longer be stopped; Cancelled comes out here for the last time.

    A progress that shows this has a method of that name; any other is not told."""
    say = getattr(progress, "committing", None)
    if say is not None:
        say()


def quiet(done: int, total: int) -> None:
    """The progress of whoever does not watch."""
