"""What can go wrong, told apart by whose fault it is: the user's value, the world, or nobody's (the user stopped)."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


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


def where(error: BaseException) -> str:
    """Of what sort an error is and where it was raised, and the same of what it came from. No message and no value: either may be
    somebody's birth date."""
    lines: list[str] = []
    met: list[BaseException] = []
    each: BaseException | None = error
    while each is not None and each not in met:  # one that was raised from itself has no end
        met.append(each)
        frames = traceback.extract_tb(each.__traceback__)
        lines += [type(each).__name__, *(f"  {Path(at.filename).name}:{at.lineno} in {at.name}" for at in frames)]
        each = each.__cause__ or each.__context__
    return "\n".join(lines)


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
