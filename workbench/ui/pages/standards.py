"""Standards: how many files are ready, by requirement and by department, and everything that is found, each of which opens its
file. The findings are judged again as far as something changed, beside the window."""

from datetime import date
from functools import partial
from typing import Any, TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from workbench.errors import Progress
from workbench.lists import standards
from workbench.lists.standards import Board
from workbench.records import texts
from workbench.records.words import of
from workbench.ui.as_of import KEYS, ask_day
from workbench.ui.commanding import ALIKE
from workbench.ui.kit.action import action, set_keys
from workbench.ui.kit.bars import Banners
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.header import Header
from workbench.ui.kit.page import Page, Shell
from workbench.ui.kit.tabs import Tabs
from workbench.ui.pages import face
from workbench.ui.pages.changes_sheet import ChangesSheet
from workbench.ui.pages.standards_board import BoardPart
from workbench.ui.pages.standards_findings import FindingsPart, VerificationsPart
from workbench.ui.pages.standards_pulls import PullsPart
from workbench.ui.session import Session

LISTS = (
    ("requirements", "Requirements of the office"),
    ("verification_sources", "Verification sources"),
    ("bylaws_and_policies", "Bylaws and policies"),
    ("staff_certifications", "Staff certifications"),
)
"""What the standards rest on, each a page of its own."""
TABS = (
    ("board", "Requirements"),
    ("findings", "Findings"),
    ("pulls", "Pulled files"),
    ("verifications", "Verifications"),
)
FOUND = {"finding"}
"""What changes when files were judged: no record, so nothing is judged again for it."""
T = TypeVar("T")
AS_OF = "The files are judged as they stood at that day's end, by the standards and limits of that day. Nothing can be changed there."


class Standards(Page):
    """Its parts: the requirements, the findings, files that were pulled, and the log of verifications."""

    key, title, icon, group, under = face("standards")

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self._percent = ""
        self._found: tuple[object, ...] = ()
        self._make_actions()
        self.header, self.tabs, self._stack = Header(self.title), Tabs("Parts of the page"), QStackedWidget()
        self.board = BoardPart(self, self.open_file, self._show_department)
        self.findings, self.verifications, self.pulls = FindingsPart(self), VerificationsPart(self), PullsPart(self)
        parts = (self.board, self.findings, self.pulls, self.verifications)
        self._parts: dict[str, Any] = {key: part for (key, _), part in zip(TABS, parts, strict=True)}
        for part in self._parts.values():
            self._stack.addWidget(part)
        for widget in (self.bar, self.header):
            self.body.addWidget(widget)
        beside = QHBoxLayout()
        beside.addWidget(self.tabs, 1)
        beside.addWidget(ButtonRow(self.lists, kind="link"))
        self.body.addLayout(beside)
        self.body.addWidget(self._stack, 1)
        self.header.buttons([self.as_of, self.survey, self.pulls.draw, (self.pulls.worksheet, "primary")])
        self.header.subtitle("Judging the files…")
        self.tabs.set(TABS)
        self.tabs.chosen.connect(self._show)
        self._show("board")
        self._ask()

    def _make_actions(self) -> None:
        self.turn = self.add("Next part of the page", "", "Ctrl+PgDown or Ctrl+PgUp", self._turn)
        self.export = self.add(
            "&Export findings to Excel…", "file-spreadsheet", "Ctrl+E", lambda: self._export("findings")
        )
        self.export_log = self.add(
            "Export &verification log to Excel…",
            "file-spreadsheet",
            "Ctrl+Shift+E",
            lambda: self._export("verifications"),
        )
        self.as_of = self.add("As of today ▾", "calendar", KEYS, self._ask_day, hint="Judge the files as of a day")
        self.as_of.setEnabled(not self.session.survey)
        self.survey = self.add("&Survey mode…", "eye-off", "", self._survey)
        self.survey.setProperty(ALIKE, True)
        self.survey.setVisible(not self.session.survey and self.session.at_seat is not None)
        self.bar = Banners()
        self._back = action("Back to today", "undo-2", "", lambda: self.show_day(None), self)
        self.lists = [self.add(f"{title}…", "", "", partial(self.shell.go, key)) for key, title in LISTS]
        self.audit = self.add(
            "Audit sample of changed verifications…",
            "history",
            "Ctrl+Shift+H",
            self.ask_audit,
            "Who changed what of a verification, when and why: yearly, by lot",
        )
        self.audit.setEnabled(not self.session.survey)
        self.add(
            "Exceptions…", "users", "", partial(self.shell.go, "exceptions"), hint="Of whom something is not asked"
        )

    def open_file(self, provider: int, credential: int | None) -> None:
        """A person's file, at the credential if it is about one."""
        more = {"credential": credential} if credential else {"tab": "credentials"}
        self.shell.go("file", provider=provider, **more)

    def open(self, part: str = "board", pull: int | None = None, rule: str = "", **_: Any) -> None:
        """Show one of the parts; the files of a pull; the files that are short of a requirement."""
        if pull is not None:
            self.pulls.show_pull(pull)
            part = "pulls"
        self.tabs.choose(part)
        self._show(part)
        if rule:
            self.board.choose(rule)

    def shown_pull(self, pull: int) -> None:
        """Files were pulled: they are shown."""
        self.open(pull=pull)

    def shown(self) -> None:
        """The keyboard goes to the list."""
        part: Any = self._stack.currentWidget()
        (part.pulls if part is self.pulls else part.table).setFocus()

    def refresh(self, tables: set[str]) -> None:
        """Whatever changed may change what is found; only what it touched is judged again."""
        if tables != FOUND:
            self._ask()

    def recount(self, tables: set[str]) -> None:
        """The sidebar says how many files are ready, whatever page shows."""
        if tables != FOUND:
            self._ask()

    def badge(self) -> str:
        """“92 %”."""
        return self._percent

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.board.fold(self.height())

    # As of a day

    def show_day(self, day: date | None) -> None:
        """Judge the files as they stood at a day's end, as a job; None, today or a day to come is today."""
        if day is None or day >= self.session.today:
            self._wear(None)
            return
        past = self.session.past(day)

        def judge(progress: Progress) -> None:
            while (left := past.ask(lambda: standards.read(day)).left) > 0:
                progress(0, left)

        title = f"Judging the files as of {texts.day(day)}"
        self.session.jobs.start(title, judge, lambda _: self._wear(day))

    def _wear(self, day: date | None) -> None:
        self.past = day
        self.as_of.setText(f"As of {texts.day(day)} ▾" if day else "As of today ▾")
        self.bar.take("past")
        if day:
            said = f"Files, standards and limits as they stood at the end of {texts.day(day)}. Nothing can be changed here."
            self.bar.put("past", said, [self._back], "info")
        for part in (self.findings, self.verifications):
            part.show_past(self.session.past(day) if day else None)
        self._ask()

    def _ask_day(self) -> None:
        ask_day(self, "Judge the files as of", AS_OF, self.day, self.show_day)

    # What was counted

    def _ask(self) -> None:
        on = self.day
        self.session.reader.ask((self, "board"), lambda: self.as_shown(lambda: standards.read(on)), self._tell)

    def _tell(self, board: Board) -> None:
        if not self.session.survey and board.on != (self.day):
            return  # asked before another day was chosen
        if board.left:
            self.header.subtitle(f"Judging the files: {board.left:,} of {board.files:,} left…")
            self._ask()
            return
        bodies = ", ".join(board.bodies)
        if self.past is None:
            self._percent = f"{int(100 * board.ready / board.files)} %" if board.files else ""
        on = texts.day(board.on)
        judged = f"as of {on}" if self.past else "judged today" if board.on == self.session.today else f"judged on {on}"
        self.header.subtitle(f"{bodies} · {judged} · {of(board.files, 'file')}")
        self.header.pills(
            [(f"{board.percent} ready", "good" if board.ready == board.files else "warn")] if board.files else []
        )
        self.board.show_board(board)
        for part in (self.findings, self.verifications, self.pulls):
            part.refresh()
        self.badge_changed.emit()
        self._tell_others(board)

    def _tell_others(self, board: Board) -> None:
        """Today names the file that is furthest from ready: it is told once other findings stand."""
        found = (board.on, board.files, tuple((each.rule, each.blocked, each.warned) for each in board.requirements))
        if self.past is None and found != self._found:
            self._found = found
            self.session.changed.emit(FOUND)

    def ask_audit(self) -> ChangesSheet:
        """The yearly sample of changed verifications."""
        sheet = ChangesSheet(self, self.window())
        sheet.open()
        return sheet

    def _survey(self) -> None:
        if self.session.at_seat is not None:
            self.session.at_seat.survey()

    def _turn(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % len(TABS))

    def _export(self, part: str) -> None:
        self.open(part=part)
        self._parts[part].export()

    def _show(self, key: str) -> None:
        part: QWidget = self._parts[key]
        self._stack.setCurrentWidget(part)
        log = key == "verifications"  # where it shows, Ctrl+E writes it
        set_keys(self.export, "" if log else "Ctrl+E")
        set_keys(self.export_log, "Ctrl+E" if log else "Ctrl+Shift+E")
        self.search_box = getattr(part, "searching", None)

    def _show_department(self, name: str) -> None:
        self.open(part="findings")
        self.findings.of_department(name)
