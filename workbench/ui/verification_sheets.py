"""Recording verifications: of one credential, or of several in a run that takes what was seen of each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from workbench.actions import verifying
from workbench.actions.verifying import Look
from workbench.errors import Problem
from workbench.records import texts
from workbench.records.credential import Credential
from workbench.records.verification import METHODS, RESULTS, Verification
from workbench.store import database
from workbench.ui.credential_sheets import GRID, day_or_problem
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.dialogs import Sheet, ask_open_file
from workbench.ui.kit.labels import Words, note, small
from workbench.ui.kit.scrolling import Scrolling
from workbench.ui.lines import Lines
from workbench.ui.one_line import OneLine
from workbench.ui.session import Session
from workbench.ui.wording import of

PATTERNS = "Evidence (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.htm *.html *.eml *.txt)"


def record_verification(ids: Sequence[int], session: Session, parent: QWidget | None) -> None:
    """Open the sheet of one credential, or the run of several: no result is recorded for all at once."""
    sheet = RecordVerification if len(ids) == 1 else VerificationRun
    sheet(ids, session, parent).open()


def ask_strike(credential: int, session: Session, parent: QWidget | None) -> OneLine | None:
    """Ask why the newest verification of a credential does not count; None if none stands."""
    return strike_look(verifying.standing_look(credential), session, parent)


def strike_look(newest: Verification | None, session: Session, parent: QWidget | None) -> OneLine | None:
    """Ask why a verification does not count; None without one."""
    if newest is None:
        return None

    def strike(why: str) -> list[Problem]:
        return session.do(verifying.strike, newest.id, database.seat, why, session.today) or []

    seen = f"{texts.day(newest.done)}, {newest.source.name}" + (f", by {newest.by}" if newest.by else "")
    words = (
        f"It stays on record, struck, with who and why; the one before it counts again. Undo brings it back. {seen}."
    )
    sheet = OneLine("Strike the verification", words, "&Why it does not count", "Strike it", strike, parent)
    sheet.open()
    return sheet


class Looked(Sheet):
    """A day, a source, a name and a reason: what all that is recorded in one sheet has in common."""

    def __init__(
        self, title: str, words: str, last: Look | None, where: str, session: Session, parent: QWidget | None
    ) -> None:
        """last is the newest look at anything of the same sort, and where the source to propose."""
        super().__init__(title, words, parent)
        self._session = session
        self.understood = small()
        self.lines = Lines()
        self._ask_first()
        today = session.today
        self.lines.add("verified", "&Verified on", value=f"{today:%m/%d/%Y}", hint="mm/dd/yyyy", beside=self.understood)
        self.lines.add("source", "&Source", value=where, hint="Where it was seen, as the office's list calls it")
        self.lines.add_choice("method", "&How", [(each, each) for each in METHODS], last.method if last else METHODS[0])
        self.lines.add("by", "&By", value=database.seat, hint="Who saw it")
        self.lines.add(
            "reason", "&Reason", hint="Only where something about it is unusual: an earlier day, another source"
        )
        self.lines.typed.connect(lambda _: self._understand())
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
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        for url in event.mimeData().urls()[:1]:
            self.take_evidence(Path(url.toLocalFile()))

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


class RecordVerification(Evidenced):
    """What was seen of one credential."""

    def __init__(self, ids: Sequence[int], session: Session, parent: QWidget | None = None) -> None:
        said = "What was seen at the source. One action, one undo."
        self._ids = list(ids)
        last, where = verifying.last_look(self._ids), verifying.usual_source(self._ids)
        super().__init__("Record verification", said, last, where, session, parent)
        self.standing, self.discipline = self._of_license("standing"), self._of_license("discipline")
        self._ask_for_evidence()

    def _of_license(self, name: str) -> ChoiceBox:
        """What the board of a license shows; of other sorts nobody asks."""
        field, there = Credential.field(name), verifying.are_licenses(self._ids)
        box, said = ChoiceBox(field.choices), QLabel(field.verbose_name)
        box.inner.setAccessibleName(field.verbose_name)
        said.setBuddy(box.inner)
        for part in (said, box):
            part.setVisible(there)
            self.body.addWidget(part)
        return box

    def record(self, look: Look) -> list[Problem] | None:
        """Of a license with what its board showed."""
        look, today = (
            replace(look, standing=self.standing.value() or "", discipline=self.discipline.value() or ""),
            self._session.today,
        )
        if self.evidence is not None:
            return self._session.do(verifying.verify_with, self._ids[0], look, self.evidence, today)
        return self._session.do(verifying.verify, self._ids, look, today)


class VerificationRun(Looked):
    """Several credentials at one source: what was seen of each, on a line of its own. A line without a result is left out."""

    def __init__(self, ids: Sequence[int], session: Session, parent: QWidget | None = None) -> None:
        said = "Look each up, and choose what it showed. Lines without a result are left out. One action, one undo."
        more = f" The first {GRID} of {len(ids):,} are shown." if len(ids) > GRID else ""
        self._ids = list(ids)[:GRID]
        last, where = verifying.last_look(self._ids), verifying.usual_source(self._ids)
        super().__init__(f"Verify {of(len(ids), 'credential')}", f"{said}{more}", last, where, session, parent)
        found = {each.id: each for each in Credential.select().where(Credential.id.in_(self._ids))}
        self._found = [found[each] for each in self._ids if each in found]
        self.results: dict[int, ChoiceBox] = {}
        self.standings: dict[int, ChoiceBox] = {}
        self.ends: dict[int, QLineEdit] = {}
        self.wrong: dict[int, Words] = {}
        self.setMinimumWidth(860)
        self.body.addWidget(self._grid())
        self._finish("Verify those with a result")

    def _grid(self) -> QWidget:
        inner = QWidget()
        inner.setObjectName("clear")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setColumnStretch(0, 1)
        for column, heading in enumerate(("Credential", "Ends here", "Result", "Status there", "Ends there")):
            grid.addWidget(small(heading), 0, column)
        for place, each in enumerate(self._found):
            self._line(grid, 1 + 2 * place, each)
        grid.setRowStretch(1 + 2 * len(self._found), 1)
        scrolled = Scrolling()
        scrolled.setWidget(inner)
        scrolled.setFixedHeight(min(34 + 50 * len(self._found), 320))
        return scrolled

    def _line(self, grid: QGridLayout, row: int, credential: Credential) -> None:
        what = " · ".join(part for part in (credential.sort.name, credential.state, credential.title) if part)
        result, end, wrong = ChoiceBox([(each, each) for each in RESULTS]), QLineEdit(), Words("", 0.9).kind("bad")
        standing = ChoiceBox(Verification.field("standing").choices)
        for box, name in ((result.inner, "Result"), (standing.inner, "Status found"), (end, "Expiration found")):
            box.setAccessibleName(f"{name} of {what}, {credential.provider.title}")
        end.setPlaceholderText("mm/dd/yyyy")
        end.setFixedWidth(104)
        for box in (result.inner, standing.inner):
            box.setMaximumWidth(150)
        standing.setEnabled(credential.sort.key == verifying.LICENSE)
        wrong.hide()
        who = Words(f"{credential.provider.title}\n{what} {credential.number}".strip())
        who.setWordWrap(True)
        parts = (who, None, result, standing, end)
        for column, part in enumerate(parts):
            grid.addWidget(part or Words(texts.day(credential.expires) or "—"), row, column)
        grid.addWidget(wrong, row + 1, 0, 1, 5)
        self.results[credential.id], self.standings[credential.id] = result, standing
        self.ends[credential.id], self.wrong[credential.id] = end, wrong

    def go(self) -> None:
        """Record every line that has a result, or say what is wrong beside each."""
        look = self.look()
        self.lines.show_problems([look] if isinstance(look, Problem) else [])
        if isinstance(look, Problem):
            return
        looks: list[tuple[int, Look]] = []
        wrong: dict[int, list[Problem]] = {}
        for id in self.results:
            end = day_or_problem("expires", self.ends[id].text(), self._session.today)
            if isinstance(end, Problem):
                wrong[id] = [end]
            elif result := self.results[id].value():
                standing = self.standings[id].value() or ""
                looks.append((id, replace(look, result=result, standing=standing, expires=end)))
        if not wrong and not looks:
            self.lines.show_problems([Problem("method", "Choose a result on at least one line.")])
            return
        wrong = wrong or self._session.do(verifying.verify_each, looks, self._session.today) or {}
        for id, said in self.wrong.items():
            said.setText(" ".join(each.message for each in wrong.get(id, [])))
            said.setVisible(bool(said.text()))
        if not wrong:
            self.accept()
