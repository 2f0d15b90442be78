"""Recording verifications: of one credential, or of several in a run that takes what was seen of each."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from workbench.actions import verifying
from workbench.actions.verifying import Look
from workbench.errors import Problem
from workbench.records import texts
from workbench.records.credential import Credential
from workbench.records.verification import RESULTS, Verification
from workbench.store import database
from workbench.ui.credential_sheets import day_or_problem
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


WIDE = 660
"""Logical pixels: two lines side by side, each with room for its hint."""
_OF_BOARD = {"standing": "Stat&us at the source", "discipline": "&Discipline at the source"}


class RecordVerification(Evidenced):
    """What was seen of one credential."""

    across = 2

    def __init__(self, ids: Sequence[int], session: Session, parent: QWidget | None = None) -> None:
        self._ids = list(ids)
        credential = Credential.get_by_id(self._ids[0])
        said = f"{credential.provider.title}. What was seen at the source. One action, one undo."
        last, where = verifying.last_look(self._ids), verifying.usual_source(self._ids)
        super().__init__(f"Verify {named(credential)}", said, last, where, session, parent)
        self.lines.add_choice("result", "Resul&t", [(each, each) for each in RESULTS], RESULTS[0])
        self.lines.add("expires", "&Expiration shown", hint="mm/dd/yyyy; a later one renews it")
        self.lines.add("remark", "Re&mark", hint="Where it differs from what is on the file")
        self._ask_of_license()
        self.setMinimumWidth(WIDE)
        self._ask_for_evidence()

    def _ask_of_license(self) -> None:
        """What the board of a license shows; of other sorts nobody asks."""
        for name, label in _OF_BOARD.items() if verifying.are_licenses(self._ids) else ():
            self.lines.add_choice(name, label, [each for each in Credential.field(name).choices if each[0]])

    def _found(self, name: str) -> str:
        return self.lines.text(name) if verifying.are_licenses(self._ids) else ""

    def record(self, look: Look) -> list[Problem] | None:
        """With what was found; of a license with what its board showed."""
        said, today = self.lines.text, self._session.today
        ends = day_or_problem("expires", said("expires"), today)
        if isinstance(ends, Problem):
            return [ends]
        look = replace(look, result=said("result") or RESULTS[0], expires=ends, remark=said("remark"))
        look = replace(look, standing=self._found("standing"), discipline=self._found("discipline"))
        if self.evidence is not None:
            return self._session.do(verifying.verify_with, self._ids[0], look, self.evidence, today)
        return self._session.do(verifying.verify, self._ids, look, today)
