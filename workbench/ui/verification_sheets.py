"""Recording verifications: of one credential, or of several in a run that takes what was seen of each."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QLabel, QWidget

from workbench.actions import verifying
from workbench.actions.verifying import Look
from workbench.errors import Problem
from workbench.records import texts
from workbench.records.credential import Credential
from workbench.records.verification import RESULTS, Verification
from workbench.store import database
from workbench.ui.credential_sheets import day_or_problem
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.looked_sheets import Evidenced
from workbench.ui.one_line import OneLine
from workbench.ui.session import Session
from workbench.ui.verification_run import VerificationRun


def record_verification(ids: Sequence[int], session: Session, parent: QWidget | None) -> None:
    """Open the sheet of one credential, or the run of several: no result is recorded for all at once."""
    if len(ids) == 1:
        RecordVerification(ids, session, parent).open()
        return
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
        self.lines.add(
            "expires", "&Expiration shown", hint="mm/dd/yyyy, if it shows one; a later one than the file’s renews it"
        )
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
