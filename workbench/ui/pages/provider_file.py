"""A person's file: who it is, how they stand, and everything the office keeps of them, today or as of a day."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from workbench.actions import filing
from workbench.lists import file
from workbench.lists.staff import STAFF
from workbench.records import texts
from workbench.ui.file_printing import print_file
from workbench.ui.kit.action import action
from workbench.ui.kit.buttons import button, icon_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.header import Header
from workbench.ui.kit.labels import status
from workbench.ui.kit.page import Page
from workbench.ui.kit.table import Table
from workbench.ui.kit.tabs import Tabs
from workbench.ui.kit.way_back import way_back
from workbench.ui.pages import face, file_adding, file_as_of, file_records, file_tabs
from workbench.ui.pages.file_arriving import Drops, log_call, photo_actions
from workbench.ui.pages.file_credentials import FileCredentials, actions_of
from workbench.ui.pages.file_head import Reach, beside, show_head
from workbench.ui.pages.file_summary import Summary
from workbench.ui.tracing_files import tracer_actions

BANNER, DRAFT = "file-as-of", "file-draft"


class ProviderFile(Page):
    """One person at a time; the others of the list one key away."""

    key, title, icon, group, under = face("file")

    def __init__(self, session: Any, shell: Any) -> None:
        super().__init__(session, shell)
        self.file: Any = None
        self._provider = 0
        self._among: Sequence[int] = ()
        self._late: set[str] = set()
        self._make_actions()
        self.header, self.reach, self.tabs, self._stack = Header(), Reach(), Tabs(), QStackedWidget(self)
        self.summary, self.credentials, self.drops = Summary(self), FileCredentials(self), Drops(self)
        self._parts: dict[str, Any] = {"summary": self.summary, "credentials": self.credentials}
        self._lay_out()
        self.tabs.chosen.connect(self._show_tab)

    def _make_actions(self) -> None:
        self.back = self.add("&Back to the list", "arrow-left", "Alt+Left or Esc", self._back)
        self.before = self.add("Previous person", "chevron-up", "Alt+Up", lambda: self._step(-1))
        self.after = self.add("Next person", "chevron-down", "Alt+Down", lambda: self._step(1))
        self.edit = self.add("&Edit", "pencil", "F4", self._edit)
        self.new, self.renew, self.verify, self.change, self.drop = actions_of(self)
        self.attach = self.add(
            "Attach doc&uments…", "upload", "Ctrl+Shift+A", lambda: self.part("documents").ask_which()
        )
        self.tracers = tracer_actions(self, lambda: [self._provider])
        self.photo, self.no_photo = photo_actions(self)
        self.call = self.add("&Log a call…", "phone", "Ctrl+J", lambda: log_call(self))
        self.further = file_adding.further_actions(self)
        file_tabs.sources_action(self)
        self.as_of = self.add(
            "As of today ▾",
            "calendar",
            "Ctrl+Shift+D",
            lambda: file_as_of.ask_day(self),
            hint="Show the file as of a day",
        )
        self.today_again = action("Back to &today", "undo-2", "", lambda: self.show_day(None), self)
        self.print_ = self.add("&Print the file…", "printer", "Ctrl+P", lambda: print_file(self, self.file, self.past))
        self.next_tab = self.add("Next part of the file", "", "Ctrl+Tab or Ctrl+PgDown", lambda: self._turn(1))
        self.add("Previous part of the file", "", "Ctrl+Shift+Tab or Ctrl+PgUp", lambda: self._turn(-1))
        self._mend = action("Mend it", "", "", lambda: self._start_editing(True), self)
        self._forget = action("Drop what was typed", "", "", self._drop_draft, self)

    def _lay_out(self) -> None:
        self.place = status("place")
        way_back(self.body, self.back, self.place, 6, icon_button(self.before), icon_button(self.after))
        self.header.buttons([self.edit, self.renew, self.credentials.chase, self.print_, (self.new, "primary")])
        self.body.addWidget(self.header)
        self.body.addLayout(beside(self.reach, self.call))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.tabs, 1)
        row.addWidget(button(self.as_of))
        self.body.addLayout(row)
        self.body.addSpacing(4)
        for part in self._parts.values():
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)
        QWidget.setTabOrder(self.tabs, self._stack)

    def part(self, key: str) -> Any:
        """The widget of a tab."""
        if key not in self._parts:
            self._parts[key] = file_tabs.MADE[key](self)
            self._stack.addWidget(self._parts[key])
        return self._parts[key]

    def to_make(self) -> list[Callable[[], object]]:
        """The tabs that nobody chose yet."""
        hidden = file_tabs.NOT_FOR_SURVEY if self.session.survey else ()
        return [partial(self.part, key) for key in file_tabs.MADE if key not in hidden]

    def actions(self) -> list[QAction]:
        """What can be done here, with what belongs to the part that shows."""
        part = self._stack.currentWidget()
        cards = [part, *part.findChildren(QWidget)] if part else []
        own = [each for card in cards if isinstance(card, Card | FileCredentials | Table) for each in card.actions()]
        said = {each.text(): each for each in reversed(own) if each.isVisible() and each.text()}
        return list(dict.fromkeys([*super().actions(), *reversed(said.values())]))

    # What is shown

    def open(
        self,
        provider: int = 0,
        credential: int | None = None,
        among: Sequence[int] | None = None,
        tab: str = "",
        day: date | None = None,
        document: int | None = None,
        record: tuple[str, int] | None = None,
        add: str = "",
        **_: Any,
    ) -> None:
        """Show a person, as of a day; among are the ids of the list it was opened from; a credential or a tab's record is gone to."""
        self._leave_person()
        self._provider, self.past = provider, day
        if among is not None or not self._among or provider not in self._among:
            self._among = among if among is not None else STAFF.ids(today=self.session.today)
        self._read(tab or ("credentials" if credential is not None else ""))
        if self.file is None:
            return
        if credential is not None:
            self.credentials.go_to(credential)
        if document is not None:
            self.part("documents").table.go_to(document)
        file_records.go_to(self, tab, record)
        if add:
            file_adding.to_add(self, tab, add)
        self._tell_day()

    def shown(self) -> None:
        """The keyboard goes to what the part has, not to the way back."""
        self.tabs.enter(self.part(self.tabs.current()))

    def refresh(self, tables: set[str]) -> None:
        """Read the file again; it is a few queries."""
        if self._provider:
            self._read()

    def leave(self) -> bool:
        """What is being written is kept first, or stays as a draft; nothing readable remains unmasked."""
        self._leave_person()
        return True

    def can_write(self) -> bool:
        """Whether the file shows as it is now, in an office that is open for writing."""
        return self.free

    def _read(self, tab: str = "") -> None:
        """Read the file and show a part of it, or the one that shows now: no other is drawn."""
        found = self.as_shown(lambda: file.read(self._provider, self.day))
        if found is None and self.past:
            self.session.messages.tell("This person had no file on that day.", "It is shown as it is today.")
            self.past = None
            found = file.read(self._provider, self.day)
        if found is None:
            self.file, self._provider = None, 0
            self.shell.go("providers")
            return
        self.file = found
        self._late = {key for key, _ in file_tabs.TABS}
        self._head()
        self._weigh()
        self.tabs.choose(tab)
        self._show_tab(self.tabs.current() or "summary")

    def _head(self) -> None:
        shown = self.file
        show_head(self, shown)
        self.tabs.set(file_tabs.counted(shown, self.session.survey))
        where = self._where()
        self.place.setText(f"{where + 1:,} of {len(self._among):,}" if where >= 0 else "")
        self.as_of.setText(f"As of {texts.day(self.past)} ▾" if self.past else "As of today ▾")

    def show_tab(self, key: str) -> None:
        """Choose a part, and show it."""
        self.tabs.choose(key)
        self._show_tab(key)

    def _show_tab(self, key: str) -> None:
        """Only the part that shows is drawn; the others when they are chosen."""
        if self.file is None:
            return
        if key in self._late:
            self._late.discard(key)
            show = lambda: self.part(key).show_file(self.file)  # noqa: E731
            self.as_shown(show) if key == "history" else show()
        self._stack.setCurrentWidget(self.part(key))
        file_adding.say(self)
        self.credentials.weigh()

    def _weigh(self) -> None:
        free, where = self.can_write(), self._where()
        for each in (self.edit, self.new, self.attach, self.photo, self.call):
            each.setEnabled(free)
        self.no_photo.setEnabled(free and bool(self.file and self.file.photo))
        self.before.setEnabled(where > 0)
        self.after.setEnabled(0 <= where < len(self._among) - 1)
        self.credentials.weigh()

    # Going

    def _where(self) -> int:
        try:
            return self._among.index(self._provider)
        except ValueError:
            return -1

    def _step(self, by: int) -> None:
        where = self._where() + by
        if 0 <= where < len(self._among):
            self.open(self._among[where], among=self._among, day=self.past)

    def _turn(self, by: int) -> None:
        self.tabs.turn(by)
        self.tabs.enter(self.part(self.tabs.current()))

    def _back(self) -> None:
        if self.summary.editing:
            self._start_editing(False)
        elif self.past:
            self.show_day(None)
        else:
            self.shell.go("providers", current=self._provider)

    def _leave_person(self) -> None:
        self.summary.edit(False)
        self.summary.person.hide_masked()
        self.edit.setText("&Edit")
        self.shell.no_banner(BANNER)
        self.shell.no_banner(DRAFT)

    # Writing

    def _edit(self) -> None:
        self._start_editing(not self.summary.editing)

    def _start_editing(self, on: bool) -> None:
        self.tabs.choose("summary")
        self.summary.edit(on)
        self.edit.setText("Don&e" if on else "&Edit")

    def tell_draft(self) -> None:
        """Offer what was typed on this file and could not be kept."""
        if said := filing.said_of_draft(self._provider):
            self.shell.banner(DRAFT, said, [self._mend, self._forget])
        else:
            self.shell.no_banner(DRAFT)

    def _drop_draft(self) -> None:
        self.summary.written().drop_draft()
        self.tell_draft()

    # As of a day

    def show_day(self, day: date | None) -> None:
        """Show the file as it stood at a day's end; None or today shows it as it is."""
        self._leave_person()
        file_as_of.read_then(self, day, self._turn_to)

    def _turn_to(self, day: date | None) -> None:
        self.past = day
        self._read()
        self._tell_day()

    def _tell_day(self) -> None:
        if self.past:
            text = f"This is the file as it stood at the end of {texts.day(self.past)}. Nothing can be changed here."
            self.shell.banner(BANNER, text, [self.today_again], "info")
        else:
            self.tell_draft()
