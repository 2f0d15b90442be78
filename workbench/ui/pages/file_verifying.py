"""Tables of a file whose records are verified by themselves: schools, positions, other hospitals, referees."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.actions import verifying_history
from workbench.actions.verifying import Look
from workbench.errors import Problem
from workbench.lists.file_parts import Part
from workbench.records.elements import ELEMENTS
from workbench.records.verification import AS_STATED, RESULTS
from workbench.records.words import within
from workbench.ui.kit.action import own_action
from workbench.ui.kit.buttons import icon_button
from workbench.ui.looked_sheets import Evidenced
from workbench.ui.pages.file_records import RecordsCard
from workbench.ui.session import Session
from workbench.ui.verification_sheets import strike_look

SAID = "What the school, the hospital, the employer or the referee said. One action, one undo."


class RecordOther(Evidenced):
    """What a source said of one school, position, hospital or referee."""

    def __init__(self, about: Any, session: Session, parent: QWidget | None = None) -> None:
        self._about, self._element = about, verifying_history.element_of(about)
        last, where = verifying_history.last_look(self._element), verifying_history.usual_source(self._element)
        title = f"Verify the {within(ELEMENTS[self._element])}: {about.title}"
        super().__init__(title, SAID, last, where, session, parent)
        self.lines.add_choice("result", "Resul&t", [(each, each) for each in RESULTS], AS_STATED)
        self.lines.add("remark", "What &it said", hint="Where it differs from what is on the file")
        self._ask_for_evidence()

    def record(self, look: Look) -> list[Problem] | None:
        """With the result, and what differs."""
        said, today = self.lines.text, self._session.today
        look = replace(look, result=said("result") or AS_STATED, remark=said("remark"))
        how = (self._element, self._about, look, today, self.evidence)
        return self._session.do(verifying_history.verify_other, *how)


class VerifiedCard(RecordsCard):
    """The records of a part, each of which can be verified."""

    def __init__(self, part: Part, page: Any, **how: Any) -> None:
        super().__init__(part, page, **how)
        self.verify = own_action(self, "Record &verification…", "shield-check", "Ctrl+Shift+V", self.ask_verification)
        self.strike = own_action(self, "Stri&ke the verification…", "x", "", self._ask_strike)
        self.head.insertWidget(self.head.count() - 2, icon_button(self.verify))
        self.table.set_actions([self.verify, self.change, self.drop, self.strike, self.past])
        self.weigh()

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        super().weigh()
        if hasattr(self, "strike"):
            about = self._about() if self._page.can_write() else None
            self.verify.setEnabled(about is not None)
            self.strike.setEnabled(about is not None and verifying_history.standing_look(about) is not None)

    def _about(self) -> Any:
        """The one record that is chosen."""
        chosen = self._chosen()
        return self.part.kind.model.get_or_none(self.part.kind.model.id == chosen[0]) if len(chosen) == 1 else None

    def ask_verification(self) -> RecordOther | None:
        """What its source said, in a sheet; None where nothing is chosen."""
        about = self._about()
        if about is None:
            return None
        sheet = RecordOther(about, self._page.session, self.window())
        sheet.accepted.connect(self.table.setFocus)
        sheet.open()
        return sheet

    def _ask_strike(self) -> None:
        about = self._about()
        if about is not None:
            strike_look(verifying_history.standing_look(about), self._page.session, self.window())
