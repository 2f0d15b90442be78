"""What can be done with a row of a plan: below what scrolls in its card, so that it is always in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from workbench.ui.kit.buttons import bare_button
from workbench.ui.pages import import_beside, import_candidates

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.plan import Plan
    from workbench.sheets.plan_row import PlanRow
    from workbench.ui.pages.import_row import Decisions


class Doing(QWidget):
    """Mend, bring in without, merge, keep apart, leave out: as far as the row asks for it. mend() takes what was typed."""

    def __init__(self, decide: Decisions, mend: Callable[[], object]) -> None:
        super().__init__()
        self._row: PlanRow | None = None
        self.mend = bare_button("M&end", "primary", mend)
        self.mend.setToolTip("Enter, in any of the boxes")
        self.without = self._button("", decide.without)
        self.merge = self._button("", lambda row: decide.rule(row, row.candidates[0].key))
        self.apart = self._button("&Keep apart", lambda row: decide.rule(row, "new"))
        self.skip = self._button("", decide.skip)
        self.skipping = QAction("", self)
        """The same for the menu of the row."""
        self.skipping.triggered.connect(self.skip.click)
        self._lay_out()

    def _button(self, text: str, decide: Callable[[Any], object]) -> QPushButton:
        return bare_button(text, "", lambda: self._row and decide(self._row))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for line, parts in enumerate(((self.mend, self.without), (self.merge,), (self.apart, self.skip))):
            row = QHBoxLayout()
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
            grid.addLayout(row, line, 0)

    def show_row(self, row: PlanRow | None, plan: Plan | None) -> None:
        """Offer what is done with this row; what its boxes ask for is offered once they are there."""
        self._row = row
        for button in (self.mend, self.without, self.merge, self.apart):
            button.hide()
        self._offer_skip(row, plan)

    def offer_mending(self, several: bool, without: bool) -> None:
        """The row has boxes to mend it in; several values are wrong; it may come in without them."""
        self.mend.show()
        self.without.setText(f"Bring in &without {'these values' if several else 'this value'}")
        self.without.setVisible(without)

    def offer_merging(self, row: PlanRow, plan: Plan) -> QPushButton | None:
        """Who it is: of one whom it resembles both answers, of several that it is none of them. The first answer, if it is here."""
        self.apart.setVisible(not import_candidates.nameless(row))
        if len(row.candidates) > 1:
            return None
        name, told = import_beside.called(row.candidates[0], plan)
        self.merge.setText(f"&Merge with {import_beside.short(name).replace('&', '&&')}")
        for say in (self.merge.setAccessibleName, self.merge.setToolTip):
            say(f"Merge with {name}, {told}")
        self.merge.show()
        return self.merge

    def _offer_skip(self, row: PlanRow | None, plan: Plan | None) -> None:
        """Leave a row out, or bring it in after all; what the file itself leaves out, or a question, is not decided here."""
        choices = getattr(plan, "choices", None)  # of a list that came back the step itself has them
        left_out = row is not None and row.result == "skipped"
        by_choice = row is not None and (choices is None or row.place in choices.skipped)
        company = left_out and not by_choice and getattr(row, "company", False)
        self.skip.setVisible(row is not None and row.result != "absent" and (by_choice or company or not left_out))
        back = "This is a person: bring &in" if company else "Bring it in after a&ll"
        self.skip.setText(back if left_out else "&Leave this row out")
        self.skipping.setText(self.skip.text())
        self.skipping.setVisible(not self.skip.isHidden())
