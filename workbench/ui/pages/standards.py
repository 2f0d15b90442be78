"""Standards: how many files are ready, by requirement and by department, and everything that is found, each of which opens its
file. The findings are judged again as far as something changed, beside the window."""

from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.lists import standards
from workbench.lists.standards import Board
from workbench.records import texts
from workbench.ui.kit.header import Header
from workbench.ui.kit.page import Page, Shell
from workbench.ui.kit.tabs import Tabs
from workbench.ui.pages import face
from workbench.ui.pages.standards_board import BoardPart
from workbench.ui.pages.standards_findings import FindingsPart
from workbench.ui.session import Session
from workbench.ui.wording import of

LISTS = (
    ("requirements", "Requirements of the office"),
    ("verification_sources", "Verification sources"),
    ("bylaws_and_policies", "Bylaws and policies"),
    ("staff_certifications", "Staff certifications"),
)
"""What the standards rest on, each a page of its own."""
TABS = (("board", "Requirements"), ("findings", "Findings"))


class Standards(Page):
    """Two parts: the requirements, and the list of findings."""

    key, title, icon, group, under = face("standards")

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self._percent = ""
        self.turn = self.add("Next part of the page", "", "Ctrl+PgDown or Ctrl+PgUp", self._turn)
        self.export = self.add(
            "&Export findings to Excel…", "file-spreadsheet", "Ctrl+E", lambda: self.findings.export()
        )
        self.lists = [self.add(f"{title}…", "", "", partial(shell.go, key)) for key, title in LISTS]
        self.header, self.tabs, self._stack = Header(self.title), Tabs("Parts of the page"), QStackedWidget()
        self.board = BoardPart(self, self.open_file, self._show_department)
        self.findings = FindingsPart(self)
        self._parts: dict[str, Any] = {"board": self.board, "findings": self.findings}
        for part in self._parts.values():
            self._stack.addWidget(part)
        for widget in (self.header, self.tabs):
            self.body.addWidget(widget)
        self.body.addWidget(self._stack, 1)
        self.header.buttons([self.findings.print_, (self.export, "primary")])
        self.header.subtitle("Judging the files…")
        self.tabs.set(TABS)
        self.tabs.chosen.connect(self._show)
        self._show("board")
        self._ask()

    def open_file(self, provider: int, credential: int | None) -> None:
        """A person's file, at the credential if it is about one."""
        more = {"credential": credential} if credential else {"tab": "credentials"}
        self.shell.go("file", provider=provider, **more)

    def open(self, part: str = "board", **_: Any) -> None:
        """Show one of the two parts."""
        self.tabs.choose(part)
        self._show(part)

    def shown(self) -> None:
        """The keyboard goes to the list."""
        (self.findings.table if self._stack.currentWidget() is self.findings else self.board.table).setFocus()

    def refresh(self, tables: set[str]) -> None:
        """Whatever changed may change what is found; only what it touched is judged again."""
        self._ask()

    def recount(self, tables: set[str]) -> None:
        """The sidebar says how many files are ready, whatever page shows."""
        self._ask()

    def badge(self) -> str:
        """“92 %”."""
        return self._percent

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.board.fold(self.height())

    def _ask(self) -> None:
        today = self.session.today
        self.session.reader.ask((self, "board"), lambda: standards.read(today), self._tell)

    def _tell(self, board: Board) -> None:
        if board.left:
            self.header.subtitle(f"Judging the files: {board.left:,} of {board.files:,} left…")
            self._ask()
            return
        bodies = ", ".join(board.bodies)
        self._percent = f"{int(100 * board.ready / board.files)} %" if board.files else ""
        self.header.subtitle(f"{bodies} · judged on {texts.day(board.on)} · {of(board.files, 'file')}")
        self.header.pills(
            [(f"{board.percent} ready", "good" if board.ready == board.files else "warn")] if board.files else []
        )
        self.board.show_board(board)
        self.findings.refresh()
        self.badge_changed.emit()

    def _turn(self) -> None:
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())

    def _show(self, key: str) -> None:
        part: QWidget = self._parts[key]
        self._stack.setCurrentWidget(part)
        self.search_box = self.findings.searching if key == "findings" else None

    def _show_department(self, name: str) -> None:
        self.open(part="findings")
        self.findings.of_department(name)
