"""Sheets that record a look at a source: what all of them ask, and the file that shows what was seen."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from workbench.actions import unusual
from workbench.actions.verifying import Look
from workbench.errors import Problem
from workbench.records import texts
from workbench.records.verification import METHODS
from workbench.store import database
from workbench.ui.credential_sheets import day_or_problem
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.dialogs import Sheet, ask_open_file
from workbench.ui.kit.dropping import dropped, take_copies
from workbench.ui.kit.labels import note, small
from workbench.ui.lines import Lines
from workbench.ui.session import Session

PATTERNS = "Evidence (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.htm *.html *.eml *.txt)"


class Looked(Sheet):
    """A day, a source, a name and a reason: what all that is recorded in one sheet has in common."""

    across = 1
    """How many lines stand side by side."""

    def __init__(
        self, title: str, words: str, last: Look | None, where: str, session: Session, parent: QWidget | None
    ) -> None:
        """last is the newest look at anything of the same sort, and where the source to propose."""
        super().__init__(title, words, parent)
        self._session = session
        self.understood = small()
        self.lines = Lines(across=self.across)
        self._ask_first()
        today = session.today
        self.lines.add("verified", "&Verified on", value=f"{today:%m/%d/%Y}", hint="mm/dd/yyyy", above=self.understood)
        self.page = bare_button("&Open its page", "link", self._open_page)
        hint = "Where it was seen, as the office's list calls it"
        self.lines.add("source", "&Source", value=where, hint=hint, above=self.page)
        self.lines.add_choice("method", "&How", [(each, each) for each in METHODS], last.method if last else METHODS[0])
        self.lines.add("by", "&By", value=database.seat, hint="Who saw it")
        self.lines.add("reason", "&Reason", hint="An earlier day, another source: say why")
        self.lines.typed.connect(lambda _: self._understand())
        self._weigh_page()
        self.body.addWidget(self.lines)

    def _ask_first(self) -> None:
        """What is asked before the day; of most nothing."""

    def _finish(self, button: str) -> None:
        self.add_button("Cancel", "", self.reject)
        self.add_button(button, "primary", self.go, default=True)
        self._understand()
        self.lines.focus("verified")

    def _understand(self) -> None:
        day = day_or_problem("verified", self.lines.text("verified"), self._session.today)
        self.understood.setText(texts.day(day) if isinstance(day, date) else "")
        self._weigh_page()

    def _address(self) -> str:
        """Of the page where the source is looked up, as the office wrote it down; only pages of the web."""
        source = unusual.source_called(" ".join(self.lines.text("source").split()))
        address = str(source.address).strip() if source is not None else ""
        return address if QUrl(address).scheme() in ("http", "https") else ""

    def _weigh_page(self) -> None:
        self.page.setVisible(bool(self._address()))
        self.page.setToolTip(self._address())

    def _open_page(self) -> None:
        QDesktopServices.openUrl(QUrl(self._address()))

    def look(self) -> Look | Problem:
        """What the lines say, or what is no day."""
        day = day_or_problem("verified", self.lines.text("verified"), self._session.today)
        if isinstance(day, Problem):
            return day
        said = self.lines.text
        return Look(day, said("source"), said("by"), method=said("method"), reason=said("reason"))

    def go(self) -> None:
        """Record it, or say what is missing."""
        raise NotImplementedError


class Evidenced(Looked):
    """What was seen of one thing, and the file that shows it."""

    def _ask_for_evidence(self) -> None:
        self.evidence: Path | None = None
        self.proof = note("Drop the page or the letter here, or choose it: it is kept on the file as evidence.")
        self.body.addWidget(self.proof)
        choose = bare_button("&Choose the evidence…", "link", self._ask_evidence)
        self.body.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAcceptDrops(True)
        self._finish("Verify")

    def take_evidence(self, path: Path) -> None:
        """The file that shows what was seen; another one takes its place."""
        self.evidence = path
        self._session.seat.last_folder = str(path.parent)
        self.proof.setText(f"Evidence: {path.name}")

    def _ask_evidence(self) -> None:
        ask_open_file(
            self, "Evidence of the verification", PATTERNS, self._session.seat.last_folder, self.take_evidence
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if dropped(event):
            take_copies(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        take_copies(event)
        for path in dropped(event)[:1]:
            self.take_evidence(path)

    def go(self) -> None:
        """Record it, or say what is missing."""
        look = self.look()
        if isinstance(look, Problem):
            self.lines.show_problems([look])
            return
        wrong = self.record(look)
        self._say(wrong or [])
        if wrong == []:
            self.accept()

    def record(self, look: Look) -> list[Problem] | None:
        """Record a look with its evidence: what is wrong, or None where the world refused."""
        raise NotImplementedError

    def _say(self, wrong: list[Problem]) -> None:
        """What is wrong with the evidence stands beside it."""
        self.lines.show_problems([each for each in wrong if each.field != "file_name"])
        of_file = [each.message for each in wrong if each.field == "file_name"]
        if of_file:
            self.proof.setText(" ".join(of_file))
