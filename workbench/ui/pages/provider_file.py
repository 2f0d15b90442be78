"""A person's file: who it is, how they stand, and everything the office keeps of them, today or as of a day."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from workbench.lists import file
from workbench.lists.staff import STAFF
from workbench.records import texts
from workbench.store import asof, drafts
from workbench.ui.kit.action import action
from workbench.ui.kit.buttons import button, icon_button
from workbench.ui.kit.header import Header
from workbench.ui.kit.labels import status
from workbench.ui.kit.page import Page
from workbench.ui.kit.tabs import Tabs
from workbench.ui.pages import face, file_tabs
from workbench.ui.pages.file_as_of import ask_day
from workbench.ui.pages.file_credentials import FileCredentials
from workbench.ui.pages.file_summary import Summary

TABS = (
    ("summary", "Summary"),
    ("credentials", "Credentials"),
    ("background", "Education and work"),
    ("privileges", "Privileges"),
    ("applications", "Applications"),
    ("documents", "Documents"),
    ("desk", "Notes and tasks"),
    ("history", "History"),
)
BANNER, DRAFT = "file-as-of", "file-draft"


class ProviderFile(Page):
    """One person at a time; the others of the list one key away."""

    key, title, icon, group, under = face("file")

    def __init__(self, session: Any, shell: Any) -> None:
        super().__init__(session, shell)
        self.file: Any = None
        self._provider = 0
        self._past: date | None = None
        self._among: Sequence[int] = ()
        self._late: set[str] = set()
        self._make_actions()
        self.header, self.tabs, self._stack = Header(), Tabs(), QStackedWidget()
        self.summary, self.credentials = Summary(self), FileCredentials(self)
        self._parts: dict[str, Any] = {"summary": self.summary, "credentials": self.credentials}
        self._lay_out()
        self.tabs.chosen.connect(self._show_tab)

    def _make_actions(self) -> None:
        self.back = self.add("&Back to the list", "arrow-left", "Alt+Left or Esc", self._back)
        self.before = self.add("Previous person", "chevron-up", "Alt+Up", lambda: self._step(-1))
        self.after = self.add("Next person", "chevron-down", "Alt+Down", lambda: self._step(1))
        self.edit = self.add("&Edit", "pencil", "F4", self._edit)
        self._make_credential_actions()
        self.attach = self.add(
            "Attach doc&uments…", "upload", "Ctrl+Shift+A", lambda: self.part("documents").ask_which()
        )
        self.add("Add a note", "sticky-note", "Ctrl+J", lambda: self.part("desk").cards[1].new.trigger())
        self.add("Add a task", "square-check", "Ctrl+Shift+T", lambda: self.part("desk").cards[0].new.trigger())
        self.as_of = self.add(
            "As of today ▾", "calendar", "Ctrl+Shift+D", lambda: ask_day(self), hint="Show the file as of a day"
        )
        self.today_again = action("Back to &today", "undo-2", "", lambda: self.show_day(None), self)
        self.add("Where values came &from", "file-spreadsheet", "Ctrl+Shift+O", lambda: file_tabs.show_sources(self))
        self.next_tab = self.add("Next part of the file", "", "Ctrl+PgDown", lambda: self._turn(1))
        self.add("Previous part of the file", "", "Ctrl+PgUp", lambda: self._turn(-1))
        self._mend = action("Mend it", "", "", lambda: self._start_editing(True), self)
        self._forget = action("Drop what was typed", "", "", self._drop_draft, self)

    def _make_credential_actions(self) -> None:
        self.new = self.add("&Add credential", "plus", "Ctrl+N", lambda: self.credentials.add())
        self.renew = self.add("Rene&w…", "refresh-cw", "Ctrl+R", lambda: self.credentials.renew())
        self.verify = self.add(
            "Record &verification…", "shield-check", "Ctrl+Shift+V", lambda: self.credentials.verify()
        )
        self.change = self.add(
            "Co&rrect…", "pencil", "Ctrl+E", lambda: self.credentials.edit(), hint="Correct the chosen credential"
        )
        self.drop = self.add(
            "&Delete…",
            "trash-2",
            "Ctrl+Del",
            lambda: self.credentials.ask_delete(),
            hint="Delete the chosen credential",
        )

    def _lay_out(self) -> None:
        self.place = status("place")
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(button(self.back, "quiet", icon=True))
        top.addStretch(1)
        top.addWidget(self.place)
        top.addSpacing(6)
        top.addWidget(icon_button(self.before))
        top.addWidget(icon_button(self.after))
        self.body.setContentsMargins(22, 8, 22, 16)
        self.body.setSpacing(8)
        self.body.addLayout(top)
        self.header.buttons([self.edit, self.renew, (self.new, "primary")])
        self.body.addWidget(self.header)
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

    # What is shown

    def open(
        self,
        provider: int = 0,
        credential: int | None = None,
        among: Sequence[int] | None = None,
        tab: str = "",
        **_: Any,
    ) -> None:
        """Show a person; among are the ids of the list it was opened from; a credential is gone to."""
        self._leave_person()
        self._provider, self._past = provider, None
        if among is not None or not self._among or provider not in self._among:
            self._among = among if among is not None else STAFF.ids(today=self.session.today)
        self._read()
        if self.file is None:
            return
        if credential is not None or tab:
            self.tabs.choose(tab or "credentials")
        if credential is not None:
            self.credentials.go_to(credential)
        self.tell_draft()

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
        return self._past is None and not self.session.read_only

    @property
    def day(self) -> date:
        """The day that the file is shown as of."""
        return self._past or self.session.today

    def as_it_stands(self) -> AbstractContextManager[None]:
        """Inside, what is read is of the day that the file is shown as of."""
        return asof.as_of(self._past) if self._past else nullcontext()

    def _read(self) -> None:
        with self.as_it_stands():
            found = file.read(self._provider, self.day)
        if found is None and self._past:
            self.session.messages.tell("This person had no file on that day.", "It is shown as it is today.")
            self._past = None
            found = file.read(self._provider, self.day)
        if found is None:
            self.file, self._provider = None, 0
            self.shell.go("providers")
            return
        self.file = found
        self._late = {key for key, _ in TABS}
        self._head()
        self._weigh()
        self._show_tab(self.tabs.current() or "summary")

    def _head(self) -> None:
        shown = self.file
        self.header.title(shown.title)
        self.header.subtitle(shown.line)
        self.header.initials(shown.initials)
        self.header.pills(shown.pills)
        parts = shown.parts
        counts = {
            "credentials": len(shown.current),
            "privileges": len(parts["held"]),
            "applications": len(parts["applications"]),
            "documents": len(parts["documents"]),
            "background": sum(len(parts[key]) for key in ("education", "work", "affiliations")),
            "desk": len(parts["notes"]) + len(parts["tasks"]),
        }
        self.tabs.set([(key, title, counts.get(key) or None) for key, title in TABS])
        where = self._where()
        self.place.setText(f"{where + 1:,} of {len(self._among):,}" if where >= 0 else "")
        self.as_of.setText(f"As of {texts.day(self._past)} ▾" if self._past else "As of today ▾")

    def _show_tab(self, key: str) -> None:
        """Only the part that shows is drawn; the others when they are chosen."""
        if self.file is None:
            return
        if key in self._late:
            self._late.discard(key)
            with self.as_it_stands() if key == "history" else nullcontext():
                self.part(key).show_file(self.file)
        self._stack.setCurrentWidget(self.part(key))
        self.credentials.weigh()

    def _weigh(self) -> None:
        free, where = self.can_write(), self._where()
        for each in (self.edit, self.new, self.attach):
            each.setEnabled(free)
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
            self.open(self._among[where], among=self._among)

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def _back(self) -> None:
        if self.summary.editing:
            self._start_editing(False)
        elif self._past:
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
        fields = file.Provider._meta.fields
        draft = drafts.of("provider", self._provider) if self._provider else {}
        if not draft:
            self.shell.no_banner(DRAFT)
            return
        names = ", ".join(fields[name].verbose_name for name in draft)
        text = f"Typed on this file and not kept, because something is wrong with it: {names}."
        self.shell.banner(DRAFT, text, [self._mend, self._forget])

    def _drop_draft(self) -> None:
        self.summary.written().drop_draft()
        self.tell_draft()

    # As of a day

    def show_day(self, day: date | None) -> None:
        """Show the file as it stood at a day's end; None or today shows it as it is."""
        self._leave_person()
        self._past = day if day and day < self.session.today else None
        self._read()
        if self._past:
            text = f"This is the file as it stood at the end of {texts.day(self._past)}. Nothing can be changed here."
            self.shell.banner(BANNER, text, [self.today_again], "info")
        else:
            self.tell_draft()
