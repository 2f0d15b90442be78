"""The office's tasks: whose they are, when they are due, done and put off, one or many at once."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtGui import QAction

from workbench.actions import tasks
from workbench.errors import Problem
from workbench.lists.tasks import FIRST, MINE
from workbench.records import texts
from workbench.records.desk import ASKED, TASKS, Task
from workbench.records.record import Record
from workbench.records.words import of
from workbench.store import database
from workbench.ui import naming_seat
from workbench.ui.kit import going
from workbench.ui.pages import face
from workbench.ui.pages.kind_page import KindPage
from workbench.ui.pages.privilege_sheets import OneDay

WORDS = (
    "Until that day they are under “Snoozed”, and not on Today. When they are due stays as it is. One action, one undo."
)
WEEK = timedelta(days=7)
SELDOM = frozenset({"snoozed", "done", "remarks"})
SHOWN = {"": {"done"}, "done": {"done"}, "snoozed": {"snoozed"}}
"""By view, what of the seldom read is what it is about."""


class Tasks(KindPage):
    """The page of a kind, with what is done with tasks."""

    key, title, icon, group, under = face("tasks")
    kind = TASKS
    first = FIRST
    tones = {"overdue": "bad", "week": "warn"}

    def own_actions(self) -> list[QAction]:
        """Done, put off, brought back. A task about a task is nothing that anybody assigns."""
        self.many.assign.setVisible(False)
        self.done = self.add("Mark as &done", "check", "Ctrl+Shift+D", self._finish)
        self.tomorrow = self.add("Snooze until tomorrow", "clock", "Ctrl+Shift+W", lambda: self._until(self._tomorrow))
        self.until = self.add("&Snooze…", "calendar-clock", "Ctrl+Shift+S", self.ask, "Not on Today until a day")
        self.back = self.add("&Bring back", "undo-2", "Ctrl+Shift+U", self._wake, "Back on Today: no longer snoozed")
        return [self.done, self.until, self.tomorrow, self.back]

    @property
    def _tomorrow(self) -> date:
        return self.session.today + timedelta(days=1)

    def _show_view(self, key: str) -> None:
        super()._show_view(key)
        self.table.columns.hide_at_first(SELDOM - SHOWN.get(key, set()))
        if key == MINE:
            self._say_whose()
        self._weigh()

    def _say_whose(self) -> None:
        said = f"No task to do has the owner “{database.seat}”."
        if naming_seat.is_known(self.session):
            self.table.set_empty(said, "Show what is to do", lambda: self.open(view=FIRST))
        else:
            why = "Tasks with this owner are yours, and notices are signed with it"
            show = lambda: self.open(view=MINE)  # noqa: E731
            ask = lambda: naming_seat.ask(self.session, self.window(), why, show)  # noqa: E731
            self.table.set_empty(said, "Say your name…", ask)

    def _weigh(self) -> None:
        super()._weigh()
        view = self.table.view
        can = self.free and bool(self.table.chosen())
        for each in (self.done, self.tomorrow, self.until, self.back):
            each.setEnabled(can and view != "done")
        for each in (self.tomorrow, self.until):
            each.setVisible(view != "snoozed")
        self.back.setVisible(view == "snoozed")

    # What can be done

    def _add(self) -> None:
        self._ask(Task(owner=self.session.seat_name, due=self.session.today))

    def _ask(self, record: Record) -> None:
        self.fields = ASKED if record.get_id() is None else (*ASKED, "done")
        super()._ask(record)

    def _finish(self) -> None:
        place = self.table.currentIndex().row()
        again = self.session.do(tasks.finish, self.table.chosen())
        if again:
            said = f"It comes again on {texts.day(again[0].due)}" if len(again) == 1 else f"{len(again)} come again"
            self.session.messages.toast(f"Done. {said}", self.session.undo)
        self._follow(place)

    def ask(self) -> OneDay | None:
        """Until when."""
        ids, place = self.table.chosen(), self.table.currentIndex().row()
        if not ids:
            return None

        def answer(until: date) -> list[Problem]:
            if until <= self.session.today:
                return [Problem("day", "Say a day to come; until then it is not on Today.")]
            self.session.do(tasks.snooze, ids, until)
            return []

        title = f"Snooze {of(len(ids), 'task')}"
        how: Any = (title, WORDS, "&Until", "Snooze", self.session.today + WEEK, self.session, answer, self.window())
        sheet = OneDay(*how)
        sheet.accepted.connect(lambda: self._follow(place))
        sheet.open()
        return sheet

    def _until(self, day: date) -> None:
        place = self.table.currentIndex().row()
        self.session.do(tasks.snooze, self.table.chosen(), day)
        self._follow(place)

    def _wake(self) -> None:
        place = self.table.currentIndex().row()
        self.session.do(tasks.wake, self.table.chosen())
        self._follow(place)

    def _follow(self, place: int) -> None:
        """The keyboard goes to what came next, and nothing is ticked: no tick goes over to another task."""
        if self.table.ids():
            going.go_near(self.table, place)
        self.table.setFocus()
