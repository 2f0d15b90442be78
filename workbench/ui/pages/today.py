"""Today: what expires, where applications stand, which meetings come, and what to do next with the reason and its button."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.records import texts
from workbench.records.desk import ASKED, TASKS, Task
from workbench.ui.commanding import ALIKE
from workbench.ui.kit import going, plain
from workbench.ui.kit.card import Card
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.filtering import show_view
from workbench.ui.kit.header import Header
from workbench.ui.kit.heights import Heights
from workbench.ui.kit.page import Page
from workbench.ui.kit.roomy import Roomy
from workbench.ui.kit.table import Table
from workbench.ui.nobody import say_nobody
from workbench.ui.pages import face
from workbench.ui.pages.today_cards import WORST, InProcess, NextMeetings, Readiness, readiness, subtitle, whole
from workbench.ui.pages.today_expiring import ExpiringCard

if TYPE_CHECKING:  # read on the reading thread
    from workbench.lists.today import Doing, Today

COLUMNS = (
    plain.Column("due", "Due", pill=True),
    plain.Column("what", "What"),
    plain.Column("who", "Provider", bold=True),
    plain.Column("why", "Why it matters"),
    plain.Column("verb", "Action", align="right", button=True, longest="Open meeting"),
)
SHARES, SHARES_FROM = (12, 23, 22, 34, 9), 1000
"""Of the columns, in percent, from so many logical pixels on: who it is is read whole. Below, the buttons come first."""
WIDE = (1500, (9, 20, 23, 40, 8))
"""From so many logical pixels on: why it matters stands in one line."""
WHAT, WHO, WHY, LINES, FEW_LINES = 1, 2, 3, 5, 2
"""The columns whose words take as many lines as they need, how many lines at most, and how many where the window is low."""
HIGHER, NARROW, LOW = 900, 1000, 480
"""Logical pixels of the page: from here on there is room for more than the next meeting; cards are narrow; they are figures alone."""
LEAST, LEAST_NARROW, LEAST_LOW = QSize(0, 480), QSize(0, 570), QSize(0, 290)
"""What the cards and what is to be done need together; where there is less they scroll."""
PAINTED = 60
"""Milliseconds after which what was just shown is painted."""
VIEWS = (("", "All"), ("due", "Due by today"), ("waits", "Waiting on others"), ("tasks", "Tasks"))
SHOWN_BY = {
    *("provider", "credential", "application", "meeting", "agenda_item", "task", "reference", "disclosure", "claim"),
    *("npdb_query", "red_flag", "privilege_request", "document", "education", "work_history", "setting", "committee"),
    *("oppe", "activity", "check", "affiliation", "appointment", "issued_packet", "seat", "attendance", "verification"),
    "finding",
}
"""Tables that the page is read from."""


class TodayPage(Page):
    """The page that the morning begins with."""

    key, title, icon, group, under = face("today")

    def __init__(self, session: Any, shell: Any) -> None:
        super().__init__(session, shell)
        self._doings: dict[int, Doing] = {}
        self._moved = self._showing = False
        self.new = self.add("&Add a task", "plus", "Ctrl+N", self._add_task)
        self.do = self.add("&Do it", "arrow-right", "Ctrl+Return", lambda: self._do(self.table.current()))
        self.see = self.add("&Open what it is about", "user", "Ctrl+Shift+O", self._see)
        self.edit = self.add("&Edit the task…", "pencil", "F4", self._edit)
        self.tomorrow = self.add("Put off until &tomorrow", "calendar", "Ctrl+D", lambda: self._snooze(1))
        self.week = self.add("Put off for a &week", "calendar-clock", "Ctrl+Shift+D", lambda: self._snooze(7))
        self.bring = self.add("&Import roster…", "file-spreadsheet", "Ctrl+I", lambda: shell.go("import"))
        self.bring.setProperty(ALIKE, True)
        views = tuple(plain.View(key, title, self._keeps(key)) for key, title in VIEWS)
        self.listed = plain.PlainList("today", "Do next", COLUMNS, views=views)
        self.table = Table(self.listed, lambda: session.today, seat=session.seat, name="Do next")
        self.table.columns.share(SHARES, SHARES_FROM)
        self.table.columns.wide = WIDE
        self._heights = Heights(self.table, WHAT, WHO, WHY, most=LINES)
        self._lay_out()
        self.table.opened.connect(self._do)
        self.table.current_changed.connect(lambda _: self._went())
        self.table.set_actions([self.do, self.see, self.edit, self.tomorrow, self.week])
        self._weigh()
        self._begin()

    # The parts

    def _lay_out(self) -> None:
        self.header = Header(self.title)
        self.body.addWidget(self.header)
        inner = QWidget()
        inner.setObjectName("clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._top())
        column.addWidget(self._do_next(), 1)
        self.room = Roomy(inner, LEAST)
        self.room.keep_in_sight(self.table, lambda: not self._showing)
        self.body.addWidget(self.room, 1)

    def _top(self) -> QHBoxLayout:
        """What expires, what is in process, and what comes, side by side."""
        top = QHBoxLayout()
        top.setSpacing(14)
        self.meetings = NextMeetings(self.shell)
        self.readiness, self.expiring_card = Readiness(self.shell), ExpiringCard(self.shell)
        self.in_process = InProcess(self.shell)
        self.expiring, self.process = self.expiring_card.figure, self.in_process.figure
        for each, share in ((self.expiring_card, 13), (self.in_process, 12)):  # a bar for each week
            top.addWidget(each, share)
        ahead = QVBoxLayout()
        ahead.setSpacing(10)
        ahead.addWidget(self.readiness)
        ahead.addWidget(self.meetings, 1)
        top.addLayout(ahead, 12)
        return top

    def _do_next(self) -> Card:
        card = Card(margins=False)
        card.set_title("Do next")
        self.chips = Chips("Things to do")
        self.chips.set([(key, title, None) for key, title in VIEWS])
        self.chips.chosen.connect(partial(show_view, self.table))
        card.head.addWidget(self.chips, 1)
        card.add(self.table, 1)
        return card

    # What is shown

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Where the window is low, each card has its first lines."""
        high, narrow, low = self.height() >= HIGHER, self.width() < NARROW, self.height() < LOW
        self.expiring_card.fold(low)
        self.in_process.fold(narrow, low)
        self.room.need(LEAST_LOW if low else LEAST_NARROW if narrow else LEAST)
        self.meetings.fold(high)
        self.meetings.setHidden(low)  # the subtitle tells of the next one
        self.readiness.fold(WORST if high else 0 if low else 1)
        self._heights.limit(FEW_LINES if low else LINES)

    def shown(self) -> None:
        self.table.setFocus()

    def refresh(self, tables: set[str]) -> None:
        """Read it again if something of it changed."""
        if tables & SHOWN_BY:
            self._ask()

    def _begin(self) -> None:
        """What has a day is there at once; how the applications stand takes the rules, and comes after it."""

        def read() -> Today:
            from workbench.lists import today as lists

            return lists.read(self.session.today)

        def show(read: Today) -> None:
            self._show(read)
            if self.session.reader.beside:  # judging would take the time in which the first lines are painted
                QTimer.singleShot(PAINTED, self, self._ask)
            else:
                self._ask()

        self.session.reader.ask(self, read, show)

    def _ask(self) -> None:
        today = self.session.today

        # judged first: what is to be done names the file that most keeps from being ready
        self.session.reader.ask((self, "ready"), lambda: readiness(today), self.readiness.show_board)
        self.session.reader.ask(self, lambda: whole(today), self._show)

    def _show(self, read: Today) -> None:
        self.header.title(f"{read.on:%A, %B} {read.on.day}")
        self.header.subtitle(subtitle(read))
        self.expiring_card.show_as(read.coming, read.on)
        if read.process is not None:
            self.in_process.show_as(read.process)
        self.meetings.show_as(read.meetings, read.on)
        self._fold()
        self._show_doings(read.doings, read.on)
        self._say_empty(read.anybody)

    def _say_empty(self, anybody: bool) -> None:
        """With nobody there yet, the roster comes first."""
        self.header.buttons([self.bring, (self.new, "primary")] if anybody else [(self.bring, "primary"), self.new])
        if anybody:
            said = "Nothing to do: nothing lapses soon, and nothing waits for you."
            self.table.set_empty(said, "Add a task", self.new)
        else:
            say_nobody(self.table, self.session, self.shell, self.bring)

    def _show_doings(self, doings: tuple[Doing, ...], today: date) -> None:
        current, at = self._doings.get(self.table.current() or 0), self.table.currentIndex().row()
        self._showing, self._doings = True, dict(enumerate(doings, 1))
        rows = []
        for place, each in self._doings.items():
            text, tone = each.when(today)
            rows.append(plain.Row(place, (text, each.what, each.who, each.why, each.verb), (tone, "", "", "quiet", "")))
        self.listed.replace(rows)
        self.table.refresh()
        for key, _ in VIEWS:
            self.chips.set_count(
                key, sum(each.counts for place, each in self._doings.items() if self._is_in(place, key))
            )
        same = next((place for place in self.table.ids() if self._moved and self._doings[place] == current), 0)
        going.go_back(self.table, same, at if self._moved else 0)
        self._showing = False
        self._weigh()

    def _went(self) -> None:
        """Whoever went to a line stays there when the list is weighed again; else the most urgent is on top, and lit."""
        self._moved = self._moved or not self._showing
        self._weigh()

    def _keeps(self, key: str) -> Callable[[plain.Row], bool]:
        return lambda row: self._is_in(row.id, key)

    def _is_in(self, place: int, key: str) -> bool:
        each = self._doings[place]
        if key == "due":
            return not each.waits and each.due is not None and each.due <= self.session.today
        return key == "" or (each.waits if key == "waits" else each.task is not None)

    # What is done

    def _chosen(self) -> Doing | None:
        return self._doings.get(self.table.current() or 0)

    def _weigh(self) -> None:
        chosen = self._chosen()
        self.do.setText(f"&{chosen.verb}" if chosen else "&Do it")
        free = not self.session.read_only
        self.edit.setEnabled(bool(chosen and chosen.task) and free)
        for each in (self.tomorrow, self.week):
            each.setEnabled(bool(chosen and (chosen.task or chosen.renews is not None)) and free)
        self.see.setEnabled(bool(chosen))
        writes = bool(chosen and (chosen.task or chosen.renews is not None))
        self.do.setEnabled(bool(chosen) and (free or not writes))
        for each in (self.new, self.bring):
            each.setEnabled(free)

    def _do(self, place: int | None) -> None:
        doing = self._doings.get(place or 0)
        if doing is None:
            return
        if doing.renews is not None and not self.session.read_only:
            from workbench.ui.credential_sheets import Renew

            Renew([doing.renews], self.session, self.window()).open()
        elif doing.task is None:
            self.shell.go(doing.page, **doing.arguments)
        elif not self.session.read_only:
            from workbench.actions import tasks

            again = self.session.do(tasks.finish, [doing.task])
            if again:
                self.session.messages.toast(f"Done. It comes again on {texts.day(again[0].due)}", self.session.undo)

    def _see(self) -> None:
        """The file, the application or the meeting that a line is about; of a task its credential, or its own page."""
        if (doing := self._chosen()) is not None:
            self.shell.go(doing.page, **doing.arguments)

    def _snooze(self, days: int) -> None:
        from workbench.actions import snoozing, tasks

        doing, until = self._chosen(), self.session.today + timedelta(days=days)
        if doing and doing.task:
            self.session.do(tasks.snooze, [doing.task], until)
        elif doing and doing.renews is not None:
            wrong = self.session.do(snoozing.snooze, [doing.renews], until, self.session.today)
            if wrong:
                self.session.messages.error(f"{wrong[0].message} Nothing was changed.")

    def _add_task(self) -> None:
        if not self.session.read_only:
            from workbench.ui.record_sheet import ask_record  # the start does not wait for forms

            task = Task(owner=self.session.seat_name, due=self.session.today)
            ask_record(self, self.session, TASKS, task, fields=ASKED)

    def _edit(self) -> None:
        doing = self._chosen()
        if doing and doing.task:
            from workbench.ui.record_sheet import ask_record

            ask_record(self, self.session, TASKS, Task.get_by_id(doing.task), fields=(*ASKED, "done"))
