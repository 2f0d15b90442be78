"""What stands beside an application: why it is not ready, with what mends it, and why it is Category 1 or 2."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.lists.application_file import ApplicationFile
from workbench.records import texts
from workbench.rules.lack import Lack
from workbench.rules.review import FULL
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.labels import note
from workbench.ui.kit.parting import empty
from workbench.ui.kit.pill import LongPill
from workbench.ui.pages.file_summary import scrolled

SIDE, WIDEST = 284, 420
"""Logical pixels: a quarter of the page, between these."""
VERBS = {
    "credentials": "To the credential",
    "background": "To the work history",
    "person": "To the person's file",
    "disclosures": "To the disclosures",
    "references": "To the references",
    "claims": "To the red flags",
    "evidence": "To the evidence",
    "privileges": "To the privileges",
    "chair": "Chair's report…",
    "summary": "Enter it",
}
"""By the part where a lack is mended, the button that leads there."""


class Side(QWidget):
    """Two cards: readiness and review."""

    def __init__(self, mend: Callable[[Lack], object]) -> None:
        super().__init__()
        self._mend = mend
        self.lacks, self.review = Card("Why this file is not ready"), Card("Review")
        self._lacks, self._reasons = QVBoxLayout(), QVBoxLayout()
        for rows in (self._lacks, self._reasons):
            rows.setSpacing(11)
        self.lacks.body.addLayout(self._lacks)
        self.review.body.addLayout(self._reasons)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.lacks)
        column.addWidget(self.review)
        column.addStretch(1)
        area = scrolled(inner)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setMinimumWidth(SIDE)
        self.setMaximumWidth(WIDEST)
        self.buttons: list[QWidget] = []
        """The buttons that mend, in the order of the lacks."""

    def show_file(self, file: ApplicationFile) -> None:
        """Show what a file lacks and why it is reviewed as it is."""
        empty(self._lacks)
        empty(self._reasons)
        self.buttons = []
        standing = file.standing
        if file.closed:
            self.lacks.set_title("Closed")
            self._lacks.addWidget(note(file.closed))
        else:
            goal = f" for {standing.goal.committee} {texts.day(standing.on)}" if standing.goal else ""
            self.lacks.set_title("Why this file is not ready" if standing.kept else f"Ready{goal}")
            self._lacks.addWidget(
                note(
                    f"Judged for {standing.goal.committee}, {texts.day(standing.on)}."
                    if standing.goal
                    else "Judged for today: no meeting of its committee is planned."
                )
            )
            for each in standing.lacks:
                self._add(each)
        self._show_review(file)

    def _add(self, each: Lack) -> None:
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(LongPill(each.what, each.tone))
        both.addWidget(note(each.remedy))
        part = each.part.partition(".")[0]
        press = bare_button(VERBS[part], "link", lambda: self._mend(each))
        press.setAccessibleDescription(each.what)
        row = QHBoxLayout()
        row.addWidget(press)
        row.addStretch(1)
        both.addLayout(row)
        self.buttons.append(press)
        self._lacks.addLayout(both)

    def _show_review(self, file: ApplicationFile) -> None:
        standing = file.standing
        self.review.setVisible(not file.closed)
        full = standing.category == FULL
        self.review.set_title(f"{standing.category}, {'full review' if full else 'expedited review possible'}")
        if standing.unheld:
            self._reasons.addWidget(note(standing.unheld))
        for each in standing.why:
            self._reasons.addWidget(note(f"{each.text} (rule {each.code})."))
        if not standing.why:
            self._reasons.addWidget(note("None of the office's rules asks for a full review."))
        if file.cure:
            self._reasons.addWidget(note(file.cure))
