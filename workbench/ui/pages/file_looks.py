"""Looks at a person as a whole: malpractice history at the carriers, sanctions at boards, exclusions at their lists. What the NPDB
answered is no look: it lies under seal with its query."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.actions import verifying_history
from workbench.actions.verifying import Look
from workbench.errors import Problem
from workbench.lists.file_looks import LOOKS_PART, SAID
from workbench.records.elements import ELEMENTS, OF_PERSON
from workbench.records.provider import Provider
from workbench.records.verification import AS_STATED, Verification
from workbench.ui.looked_sheets import Evidenced
from workbench.ui.pages.file_records import RecordsCard
from workbench.ui.session import Session
from workbench.ui.verification_sheets import strike_look

WORDS = "What a carrier, a board or a list showed of this person. A query of the NPDB is recorded with its query. One action, one undo."


class RecordLook(Evidenced):
    """What a source showed of a person, of one element."""

    def __init__(self, person: int, session: Session, parent: QWidget | None = None) -> None:
        self._person = Provider.get_by_id(person)
        last = verifying_history.last_look(OF_PERSON[0])
        where = verifying_history.usual_source(OF_PERSON[0])
        super().__init__(f"Record a lookup: {self._person.title}", WORDS, last, where, session, parent)
        self.lines.add_choice("result", "Resul&t", list(SAID.items()), AS_STATED)
        self.lines.add("remark", "What &it showed", hint="What is not on the file yet: in short, or where it lies")
        self._proposed = where
        self.lines.typed.connect(self._propose)
        self._ask_for_evidence()

    def _ask_first(self) -> None:
        elements = [(each, ELEMENTS[each]) for each in OF_PERSON]
        self.element = self.lines.add_choice("element", "&What was looked up", elements, OF_PERSON[0])

    def _propose(self, name: str) -> None:
        """Another element has another usual source; one that was typed stays."""
        if name == "element" and self.lines.text("source") == self._proposed:
            self._proposed = verifying_history.usual_source(self.lines.text("element"))
            self.lines.set_text("source", self._proposed)

    def record(self, look: Look) -> list[Problem] | None:
        """With the result, and what was found."""
        said, today = self.lines.text, self._session.today
        if not said("element"):
            return [Problem("element", "Say what was looked up.")]
        look = replace(look, result=said("result") or AS_STATED, remark=said("remark"))
        how = (said("element"), self._person, look, today, self.evidence)
        return self._session.do(verifying_history.verify_other, *how)


class LooksCard(RecordsCard):
    """The looks of a file: one is added, or struck, and never changed or deleted."""

    def __init__(self, page: Any) -> None:
        super().__init__(LOOKS_PART, page, editable=False)
        self.new.setText("Record a lookup…")
        self.drop.setText("Stri&ke the look…")

    def weigh(self) -> None:
        super().weigh()
        self.drop.setEnabled(self.drop.isEnabled() and self._standing() is not None)

    def _standing(self) -> Verification | None:
        """The one that is chosen, unless it is struck."""
        chosen = self._chosen()
        found: Verification | None = (
            Verification.get_or_none(Verification.id == chosen[0]) if len(chosen) == 1 else None
        )
        return None if found is None or found.struck else found

    def add_with(self, **values: Any) -> None:
        """Ask what was seen."""
        self.ask()

    def ask(self) -> RecordLook:
        """What was seen, in a sheet."""
        sheet = RecordLook(self._page.file.id, self._page.session, self.window())
        sheet.accepted.connect(self.table.setFocus)
        sheet.open()
        return sheet

    def _ask_delete(self) -> None:
        strike_look(self._standing(), self._page.session, self.window())
