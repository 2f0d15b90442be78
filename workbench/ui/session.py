"""What pages share: the open office, the day, the jobs, the messages, and the one signal that something changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from workbench.actions import undoing
from workbench.errors import Progress, WorkbenchError
from workbench.store import database, history
from workbench.store.asof import Past
from workbench.ui.kit.jobs import Jobs
from workbench.ui.kit.messages import Messages
from workbench.ui.kit.reader import Reader
from workbench.ui.kit.seat import Seat

T = TypeVar("T")
PASTS = 3
"""Days of the past that are held at once."""


class OfficeLine:
    """The reading thread's connection to the open office; made anew when the file or its key became another."""

    def __init__(self) -> None:
        self._at: tuple[Any, Any] | None = None

    def open(self) -> Callable[[], object]:
        """Be connected; answers what stops a question that is being read."""
        if self._at != (database.database, database.key):
            self.close()
            self._at = database.database, database.key
        interrupt: Callable[[], object] = database.connection().interrupt
        return interrupt

    def close(self) -> None:
        """Let go of the connection."""
        database.close()
        self._at = None


@dataclass(frozen=True)
class AtSeat:
    """What the program does for whoever sits here, whichever office is open."""

    call_me: Callable[[str], object]
    """From now on the trail names them so."""
    begin_again: Callable[[], object]
    """The program starts anew over the same office."""
    survey: Callable[[], object] = int
    """Survey mode is turned on, or it is asked whether it is turned off."""


class Session(QObject):
    """Runs what the user does, and says afterwards which tables it touched."""

    changed = Signal(object)
    """A set of table names: what a page must refresh."""
    stepped = Signal()
    """The names of undo and redo may be others now."""

    def __init__(
        self,
        office: Any,
        today: date | Callable[[], date],
        jobs: Jobs,
        messages: Messages,
        seat: Seat | None = None,
        reader: Reader | None = None,
    ) -> None:
        """Without a reader, lists and counts are read at once."""
        super().__init__()
        self.reader = reader or Reader(parent=self)
        self.office, self.jobs, self.messages = office, jobs, messages
        self.at_seat: AtSeat | None = None
        """None where no program stands around the session: in tests and pictures."""
        self.waiting = ""
        """What was begun and is not written yet, as the beginning of a sentence: “The plan of an import waits”."""
        self.seat = seat or Seat()
        self._pasts: dict[date, Past] = {}
        self._today = today
        if jobs.show_error is None:
            jobs.show_error = messages.error

    @property
    def today(self) -> date:
        """The day it is."""
        return self._today() if callable(self._today) else self._today

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed: the office is open for reading only, or survey mode is on."""
        return database.read_only or self.survey

    @property
    def survey(self) -> bool:
        """Whether survey mode is on: NPDB results, peer review and health do not show anywhere."""
        return database.veil is not None

    @property
    def may_pull(self) -> bool:
        """Whether files can be pulled: a pull writes nothing that survey mode may hide."""
        return not database.read_only

    @property
    def seat_name(self) -> str:
        """Who works here, as the trail names them."""
        return database.seat

    def undisturbed(self, then: str) -> bool:
        """Whether nothing runs or waits that would be pulled out from under; else it is said, with what to do then."""
        if self.jobs.busy():
            self.messages.error(f"A job is still running. Nothing was changed. Wait until it is done, then {then}.")
        elif self.waiting:
            self.messages.error(f"{self.waiting}. Nothing was changed. Finish or discard it, then {then}.")
        else:
            return True
        return False

    def do(self, call: Callable[..., T], *args: Any, said: str = "", undo: bool = True, **kwargs: Any) -> T | None:
        """Run an action, say what it did, offer to undo it; None if the world refused, which has been said.

        Said is the toast's sentence, if not the step's own name; undo says whether the toast offers it.
        """
        before = _newest()
        try:
            with self.reader.aside():
                result = call(*args, **kwargs)
        except WorkbenchError as error:
            self.messages.error(error)
            return None
        self._tell(before, said, undo)
        return result

    def run(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], object] | None = None,
        said: str = "",
        failed: Callable[[WorkbenchError], object] | None = None,
        cancelled: Callable[[Any], object] | None = None,
    ) -> None:
        """As do, for long work: on the worker, with progress and Cancel."""
        before = _newest()

        def finish(result: T) -> None:
            self._tell(before, said)
            if done:
                done(result)

        self.jobs.start(title, work, finish, failed, cancelled)

    def _tell(self, before: int, said: str, undo: bool = True) -> None:
        newest = history.newest()
        if newest is None or newest.id == before:
            return  # nothing came of it
        tables: set[str] = set()
        for each in range(before + 1, newest.id + 1):
            tables |= history.touched(each)
        self.changed.emit(tables)
        self.stepped.emit()
        self.messages.toast(said or _done(newest), self.undo if undo and newest.kind == "do" else None)

    def asks_to_drop(self, then: Callable[[], object]) -> bool:
        """Whether something waits that closing would drop: it is asked, and then() is called by whoever drops it."""

        def drop() -> None:
            self.waiting = ""
            then()

        if self.waiting:
            detail = (
                f"{self.waiting}. What was answered and corrected in it goes; the office itself is not changed by that."
            )
            self.messages.confirm("Drop the plan?", "Drop the plan", drop, detail=detail, refusal="Keep it")
        return bool(self.waiting)

    # The past

    def past(self, day: date) -> Past:
        """The office at a day's end; the last few are kept, so that one goes back and forth without waiting."""
        found = self._pasts.pop(day, None) or Past(day)
        self._pasts[day] = found
        while len(self._pasts) > PASTS:
            self._pasts.pop(next(iter(self._pasts))).close()
        return found

    def forget_past(self) -> None:
        """Let go of what was read of the past: the office is locked or left."""
        for each in self._pasts.values():
            each.close()

    # Undo

    def undo(self) -> None:
        """Take back the newest step that stands."""
        if self._may("undo"):
            self.do(undoing.undo)

    def redo(self) -> None:
        """Bring back what was undone last."""
        if self._may("redo"):
            self.do(undoing.redo)

    def _may(self, verb: str) -> bool:
        """Whether anything can be written here; else it is said that a key did nothing."""
        if self.read_only:
            why = "Survey mode is on" if self.survey else "This office is open for reading only"
            self.messages.toast(f"{why}: there is nothing to {verb}")
        return not self.read_only

    @property
    def undo_name(self) -> str:
        """What undo would take back; empty when there is nothing."""
        step = None if self.survey else history.next_undo()
        return step.name if step else ""

    @property
    def redo_name(self) -> str:
        """What redo would bring back; empty when there is nothing."""
        step = None if self.survey else history.next_redo()
        return step.name if step else ""


def _newest() -> int:
    step = history.newest()
    return step.id if step else 0


def _done(step: Any) -> str:
    """What a step did, once it is done: an undo reads otherwise than the button that asks for it."""
    word, sign, name = step.name.partition(": ")
    told = {"undo": "Undone", "redo": "Redone"}.get(step.kind, "") if sign else ""
    return f"{told}: {name}" if told and word == step.kind.capitalize() else str(step.name)
