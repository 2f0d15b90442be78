"""Recording verifications: of one credential, or of several in a run that takes what was seen of each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from workbench.actions import unusual, verifying
from workbench.actions.verifying import Look
from workbench.errors import Problem
from workbench.records import texts
from workbench.records.credential import Credential
from workbench.records.verification import METHODS, RESULTS, Verification
from workbench.store import database
from workbench.ui.credential_sheets import day_or_problem
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.dialogs import Sheet, ask_open_file
from workbench.ui.kit.dropping import dropped, take_copies
from workbench.ui.kit.labels import note, small
from workbench.ui.lines import Lines
from workbench.ui.one_line import OneLine
from workbench.ui.session import Session

PATTERNS = "Evidence (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.htm *.html *.eml *.txt)"


def record_verification(ids: Sequence[int], session: Session, parent: QWidget | None) -> None:
    """Open the sheet of one credential, or the run of several: no result is recorded for all at once."""
    if len(ids) == 1:
        RecordVerification(ids, session, parent).open()
        return
    from workbench.ui.verification_run import VerificationRun  # it stands on the sheets here

    VerificationRun(ids, session, parent).open()


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
        self.lines.add("verified", "&Verified on", value=f"{today:%m/%d/%Y}", hint="mm/dd/yyyy", above=self.understood)
        self.page = bare_button("&Open its page", "link", self._open_page)
        hint = "Where it was seen, as the office's list calls it"
        self.lines.add("source", "&Source", value=where, hint=hint, above=self.page)
        self.lines.add_choice("method", "&How", [(each, each) for each in METHODS], last.method if last else METHODS[0])
        self.lines.add("by", "&By", value=database.seat, hint="Who saw it")
        self.lines.add(
            "reason", "&Reason", hint="Only where something about it is unusual: an earlier day, another source"
        )
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


def named(credential: Credential) -> str:
    """“State license · IL 036-119204”, “Board certification · Cardiology 284410”."""
    told = f"{credential.state} {credential.number}" if credential.number else f"{credential.state} {credential.title}"
    return " · ".join(part for part in (str(credential.sort.name), told.strip()) if part)


class RecordVerification(Evidenced):
    """What was seen of one credential."""

    def __init__(self, ids: Sequence[int], session: Session, parent: QWidget | None = None) -> None:
        self._ids = list(ids)
        credential = Credential.get_by_id(self._ids[0])
        said = f"{credential.provider.title}. What was seen at the source. One action, one undo."
        last, where = verifying.last_look(self._ids), verifying.usual_source(self._ids)
        super().__init__(f"Verify {named(credential)}", said, last, where, session, parent)
        self.lines.add_choice("result", "Resul&t", [(each, each) for each in RESULTS], RESULTS[0])
        self.lines.add("expires", "&Expiration shown", hint="mm/dd/yyyy, if it shows an end")
        self.lines.add("remark", "Re&mark", hint="Where it differs from what is on the file")
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
        """With what was found; of a license with what its board showed."""
        said, today = self.lines.text, self._session.today
        ends = day_or_problem("expires", said("expires"), today)
        if isinstance(ends, Problem):
            return [ends]
        look = replace(look, result=said("result") or RESULTS[0], expires=ends, remark=said("remark"))
        look = replace(look, standing=self.standing.value() or "", discipline=self.discipline.value() or "")
        if self.evidence is not None:
            return self._session.do(verifying.verify_with, self._ids[0], look, self.evidence, today)
        return self._session.do(verifying.verify, self._ids, look, today)
