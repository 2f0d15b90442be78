"""A PDF on the screen, with where one is in it, how large it is, and the way to the printer."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from workbench.errors import WorkbenchError
from workbench.papers.pictures import Pages
from workbench.ui.kit.action import own_action, plain
from workbench.ui.kit.buttons import bare_button, button, icon_button
from workbench.ui.kit.find_bar import FindBar
from workbench.ui.kit.jobs import Jobs
from workbench.ui.kit.labels import heading, note, status
from workbench.ui.kit.paper import Paper

SAID = 2000
"""Letters of a page that are spoken at most."""


class Preview(QWidget):
    """Shows a PDF, given as a file or as bytes, and prints it. Without one it says a sentence."""

    page_changed = Signal(int)
    printed = Signal(str)
    """What went to the printer, in a sentence."""

    def __init__(self, jobs: Jobs, name: str = "Preview", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs, self.name = jobs, name
        self.source: Path | bytes | None = None
        self._kept_in = ""
        self.paper = Paper(at_once=jobs.at_once)
        self.paper.setAccessibleName(f"Pages of {name}")
        self.finding = FindBar(self.paper, at_once=jobs.at_once)
        self.finding.closed.connect(self.paper.setFocus)
        self._make_actions()
        self._where, self._size = status("preview-page"), bare_button("", "quiet", lambda: None)
        self._wanted = QLineEdit()
        self._bar = QHBoxLayout()
        self._fill_bar()
        self._head, self._words = heading(), note()
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.paper.page_changed.connect(self._follow)
        self.paper.page_changed.connect(self.page_changed)
        self.paper.zoom_changed.connect(self._follow)
        self.paper.said.connect(self._speak)
        self.clear()

    def _make_actions(self) -> None:
        paper = self.paper
        self.back = own_action(self, "Previous page", "chevron-left", "Ctrl+PgUp", lambda: self.jump_to(self.page - 1))
        self.on = own_action(self, "Next page", "chevron-right", "Ctrl+PgDown", lambda: self.jump_to(self.page + 1))
        self.seek = own_action(self, "&Go to page…", "", "Ctrl+G", self._ask_page)
        self.look_for = own_action(self, "&Find in the document…", "search", "", self.ask_find)
        self.smaller = own_action(self, "Smaller", "minus", "Ctrl+-", lambda: paper.zoom_by(-1))
        self.larger = own_action(self, "Larger", "plus", "Ctrl++ or Ctrl+=", lambda: paper.zoom_by(1))
        self.fit_width = own_action(self, "Fit &width", "", "Ctrl+0", lambda: paper.set_zoom("width"))
        self.fit_page = own_action(self, "Whole &page", "", "Ctrl+Alt+0", lambda: paper.set_zoom("page"))
        self.actual = own_action(self, "&100 %", "", "Ctrl+Alt+1", lambda: paper.set_zoom(1.0))
        self.print_ = own_action(self, "&Print…", "printer", "", self.ask_print)

    def _fill_bar(self) -> None:
        self._wanted.setAccessibleName("Go to page")
        self._wanted.setFixedWidth(64)
        self._wanted.hide()
        self._wanted.returnPressed.connect(self._go)
        self._wanted.editingFinished.connect(self._wanted.hide)
        menu = QMenu(self._size)
        menu.addActions([self.fit_width, self.fit_page, self.actual, self.larger, self.smaller])
        menu.addSeparator()
        menu.addAction(self.seek)
        self._size.setMenu(menu)
        self._size.setToolTip("How large the pages are shown")
        self._bar.setSpacing(4)
        left: tuple[QWidget, ...] = (icon_button(self.back), self._where, self._wanted, icon_button(self.on))
        right: tuple[QWidget, ...] = (icon_button(self.smaller), self._size, icon_button(self.larger))
        for part in left:
            self._bar.addWidget(part)
        self._bar.addStretch(1)
        self.printer = icon_button(self.print_)
        for part in (icon_button(self.look_for), *right, self.printer):
            self._bar.addWidget(part)

    def _lay_out(self) -> None:
        blank = QWidget()
        words = QVBoxLayout(blank)
        words.setContentsMargins(32, 24, 32, 24)
        words.addStretch(1)
        for said in (self._head, self._words):
            said.setWordWrap(True)
            said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.addWidget(said)
        words.addStretch(2)
        self._stack.addWidget(blank)
        self._stack.addWidget(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._bar)
        column.addWidget(self.finding)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.paper)

    # What is shown

    def show_pdf(self, source: Path | bytes, name: str = "") -> bool:
        """Show a PDF where the one before was read; if it is none, say so in its place. Whether it is shown.

        A file is kept open until the next one, or clear(): to write it anew, show its bytes or another file.
        """
        try:
            pages = Pages(source)
        except WorkbenchError as error:
            head, _, rest = str(error).partition(". ")
            self.clear(f"{head}.", rest)
            return False
        self.source, self.name = source, name or self.name
        self.paper.setAccessibleName(f"Pages of {self.name}")
        self.paper.show_pages(pages)
        self._stack.setCurrentWidget(self.paper)
        self._follow()
        self.finding.renew()
        return True

    def clear(self, sentence: str = "Nothing to show yet.", words: str = "") -> None:
        """Show a sentence instead, and let go of the file."""
        self.source = None
        self.paper.clear()
        self.finding.renew()
        self._head.setText(sentence)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._stack.setCurrentIndex(0)
        self._follow()

    def keep_in(self, why: str) -> None:
        """What shows may be looked at and not printed; empty lets it out again."""
        self._kept_in = why
        self.print_.setToolTip(why or plain(self.print_.text()))
        self._follow()

    @property
    def page(self) -> int:
        """The page in sight, from 1; 0 without a document."""
        return self.paper.page

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self.paper.count

    def jump_to(self, page: int) -> None:
        """Bring a page to the top."""
        self.paper.jump_to(page)

    def add_button(self, doing: QAction, kind: str = "") -> None:
        """A button of the host's, at the right of the bar."""
        self._bar.addWidget(button(doing, kind, icon=True))

    def _follow(self, *_: object) -> None:
        there = self.count > 0
        self._where.setText(f"Page {self.page} of {self.count:,}" if there else "")
        self._size.setText(f"{round(self.paper.factor * 100)} %")
        self._size.setEnabled(there)
        self.back.setEnabled(self.page > 1)
        self.on.setEnabled(self.page < self.count)
        for each in (self.look_for, self.seek, self.smaller, self.larger, self.fit_width, self.fit_page, self.actual):
            each.setEnabled(there)
        self.print_.setEnabled(there and not self._kept_in)

    def _speak(self) -> None:
        """For whoever listens: where one is, and what stands there."""
        where = f"Page {self.page} of {self.count}. " if self.count else ""
        self.paper.setAccessibleDescription(where + " ".join(self.paper.text.split())[:SAID])

    # Finding, going to a page, printing

    def ask_find(self) -> bool:
        """Open the line in which words to find are typed; whether there is a document to look through."""
        if self.count:
            self.finding.open_it()
        return self.count > 0

    def _ask_page(self) -> None:
        self._wanted.setValidator(QIntValidator(1, max(self.count, 1), self._wanted))
        self._wanted.setPlaceholderText(f"1–{self.count}")
        self._wanted.clear()
        self._wanted.show()
        self._wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self) -> None:
        self.jump_to(int(self._wanted.text() or self.page))
        self.paper.setFocus()

    def ask_print(self) -> None:
        """Open the system's dialog for printing."""
        from workbench.ui.kit import printing  # the printers are looked for when somebody prints

        if self.source is None or self._kept_in:
            return
        try:
            printing.ask(self, self.source, self.name, self.jobs, current=self.page, told=self.printed.emit)
        except WorkbenchError as error:
            if self.jobs.show_error is not None:
                self.jobs.show_error(error)
