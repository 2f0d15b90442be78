"""The quieter tabs of a file: where the person comes from, what lies on the desk, and what was changed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QToolButton

from workbench.lists import file_history, file_sources
from workbench.lists.file import File
from workbench.lists.file_parts import (
    AFFILIATIONS_PART,
    APPLICATIONS_PART,
    EDUCATION_PART,
    NOTES_PART,
    TASKS_PART,
    WORK_PART,
)
from workbench.lists.file_quality import QUALITY
from workbench.records.credential import Credential
from workbench.records.desk import Task
from workbench.ui import application_sheets
from workbench.ui.kit import plain
from workbench.ui.kit.action import own_action
from workbench.ui.kit.buttons import icon_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.pages.file_documents import Documents
from workbench.ui.pages.file_quality import PrivilegesTab, Quality
from workbench.ui.pages.file_records import RecordsCard, rows
from workbench.ui.pages.file_stacked import Stacked
from workbench.ui.pages.file_verifying import VerifiedCard
from workbench.ui.pages.file_years import YearsCard

TABS = (
    ("summary", "Summary"),
    ("credentials", "Credentials"),
    ("background", "Education and work"),
    ("privileges", "Privileges"),
    ("applications", "Applications"),
    ("quality", "Quality"),
    ("documents", "Documents"),
    ("desk", "Notes and tasks"),
    ("history", "History"),
)
"""The parts of a file, in their order."""
NOT_FOR_SURVEY = frozenset({"applications", "quality", "desk", "history"})
"""What tells of peer review and health, and of what was changed, does not show in survey mode."""


def counted(file: File, survey: bool) -> list[tuple[str, str, int | None]]:
    """The parts that show, with their titles and how much lies in each."""
    counts = {key: sum(len(file.parts[each]) for each in parts) for key, parts in _COUNTED.items()}
    counts["credentials"] = len(file.current)
    return [(key, title, counts.get(key) or None) for key, title in TABS if not (survey and key in NOT_FOR_SURVEY)]


_COUNTED = {
    "background": ("education", "work", "affiliations"),
    "privileges": ("held", "temporary", "disaster"),
    "applications": ("applications",),
    "quality": tuple(each.key for each in QUALITY),
    "documents": ("documents",),
    "desk": ("notes", "tasks"),
}
"""By part of the file, the tables that are counted."""


def background(page: Any) -> Stacked:
    """Education and training, work history, other hospitals."""
    parts = (EDUCATION_PART, WORK_PART, AFFILIATIONS_PART)
    return Stacked([VerifiedCard(part, page) for part in parts], YearsCard())


def desk(page: Any) -> Stacked:
    """Notes of calls, and tasks."""
    session = page.session
    notes = RecordsCard(NOTES_PART, page, defaults=lambda: {"said": session.today, "by": session.seat_name})
    return Stacked([Tasks(page), notes])


class Tasks(RecordsCard):
    """What is to be done about the person; of one that is about a credential, the way to it."""

    def __init__(self, page: Any) -> None:
        super().__init__(TASKS_PART, page, defaults=lambda: {"owner": page.session.seat_name})
        self.lead = own_action(self, "Go to the credential", "id-card", "Ctrl+Return", self._go)
        self.head.insertWidget(self.head.count() - 2, icon_button(self.lead))
        self.table.set_actions([self.lead, self.change, self.drop, self.past])
        self.weigh()

    def weigh(self) -> None:
        super().weigh()
        if hasattr(self, "lead"):
            self.lead.setEnabled(self._credential() is not None)

    def _credential(self) -> int | None:
        chosen = self._chosen()
        task = Task.get_or_none(Task.id == chosen[0]) if len(chosen) == 1 else None
        return task.credential_id if task is not None else None

    def _go(self) -> None:
        self._page.tabs.choose("credentials")
        self._page.credentials.go_to(self._credential())


class Applications(RecordsCard):
    """The person's applications, those in process first; each opens its own page."""

    def __init__(self, page: Any) -> None:
        super().__init__(APPLICATIONS_PART, page, fill=True)
        self.new.setText("New application…")
        self.change.setText("Open the application")
        self.removeAction(self.drop)  # an application is closed, with a reason, and stays
        self.table.set_actions([self.change])

    def _lay_out(self) -> None:
        super()._lay_out()
        for each in self.findChildren(QToolButton):  # words say it better here than icons
            each.hide()

    def show_file(self, file: File) -> None:
        super().show_file(file)
        self.table.setVisible(True)
        self._empty.setVisible(False)
        can = self._page.can_write()
        self.table.set_empty("No applications yet.", "New application…" if can else "", self._add)

    def _add(self) -> None:
        page = self._page
        opened = lambda made: page.shell.go("application", application=made)  # noqa: E731
        application_sheets.new(page.session, self.window(), opened, (page.file.id, page.file.title))

    def _edit(self) -> None:
        if self._chosen():
            self._page.shell.go("application", application=self._chosen()[0])


class FileHistory(Card):
    """What was changed on this file, newest first, and what rosters said of the person; read when it is looked at."""

    def __init__(self, page: Any) -> None:
        super().__init__(margins=False)
        self._page, self._file = page, 0
        self.chips = Chips("History")
        self.chips.set([("changes", "Changes", None), ("sources", "As rosters had it", None)])
        self.chips.chosen.connect(self._show)
        self.search = SearchBox("Search here…")
        self.search.setMaximumWidth(260)
        self.head.addWidget(self.chips)
        self.head.addStretch(1)
        self.head.addWidget(self.search)
        self.changes = self._listed("file_history", "History", file_history.HEADINGS)
        self.sources = self._listed("file_sources", "As rosters had it", file_sources.HEADINGS)
        self.table = Table(self.changes, lambda: page.session.today, seat=page.session.seat)
        self.table.heading.setSectionsClickable(False)
        self.search.narrow(self.table)
        self.search.went_down.connect(self.table.setFocus)
        self.add(self.table, 1)

    def show_sources(self, about: str = "") -> None:
        """Where the values came from, or those of the rows that hold a text; the keyboard goes to them."""
        self.chips.choose("sources")
        self._show("sources")
        self.search.setText(about)
        self.table.search(about)
        if about and not self.table.count():  # what was typed here came from no file
            self.search.drop()
        self.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Ctrl+F searches here while this part shows."""
        self._page.search_box = self.search
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._page.search_box = None
        super().hideEvent(event)

    @staticmethod
    def _listed(name: str, title: str, headings: Sequence[str]) -> plain.PlainList:
        columns = tuple(plain.Column(str(place), text) for place, text in enumerate(headings))
        return plain.PlainList(name, title, columns)

    def show_file(self, file: File) -> None:
        """Read the history up to the day that is shown."""
        self._file = file.id
        self._show(self.chips.current())

    def _show(self, which: str) -> None:
        if which == "sources":
            from workbench.sheets import targets

            self.sources.replace(rows(file_sources.lines(self._file, self._page.day, targets.title)))
            self.table.set_empty("No roster that was imported speaks of this person.")
            self.table.show_list(self.sources)
        else:
            self.changes.replace(rows(file_history.lines(self._file, self._page.day)))
            self.table.set_empty("Nothing was changed on this file yet.")
            self.table.show_list(self.changes)
        self.table.search(self.search.text().strip())


def sources_action(page: Any) -> None:
    """Of a file: where its values came from, which survey mode does not tell."""
    came = page.add("Where values came &from", "file-spreadsheet", "Ctrl+Shift+O", lambda: show_sources(page))
    came.setEnabled(not page.session.survey)


def show_sources(page: Any) -> None:
    """Where the values of a file came from; of a credential that is chosen those of its rows."""
    credential = None
    if page.tabs.current() == "credentials" and (chosen := page.credentials.chosen()):
        credential = Credential.get_or_none(Credential.id == chosen[0])
    page.tabs.choose("history")
    page._show_tab("history")
    page.part("history").show_sources(credential.number if credential else "")


MADE: dict[str, Callable[[Any], Any]] = {
    "background": background,
    "privileges": PrivilegesTab,
    "applications": Applications,
    "quality": Quality,
    "documents": Documents,
    "desk": desk,
    "history": FileHistory,
}
"""The tabs that are made when they are first asked for."""
