"""What is to mend on a form, in sentences: of the chosen line, else of the whole form."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.lists.delineation import LineRow
from workbench.rules.form_lint import Finding
from workbench.ui.kit.labels import note
from workbench.ui.kit.pill import Pill
from workbench.ui.wording import of

MOST = 3
"""Findings said one by one; the others are counted."""


class Findings(QWidget):
    """Stands under the lines of a form."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("What to mend")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 0)
        self._column.setSpacing(4)

    def show_findings(self, line: LineRow | None, every: tuple[Finding, ...]) -> None:
        """Say what is to mend on the chosen line; without one, or where it has nothing, on the form."""
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.setParent(None)
        serious = sorted((each for each in every if each.tone != "info"), key=lambda each: each.tone)
        shown = list(line.findings) if line and line.findings else serious
        for each in shown[:MOST]:
            self._column.addWidget(Pill(each.message.rstrip("."), each.tone))
            where = "" if line and line.findings or not each.line else f"{each.line}: "
            self._column.addWidget(note(" ".join(part for part in (where + each.remedy, _cited(each)) if part)))
        if len(shown) > MOST:
            self._column.addWidget(note(f"and {of(len(shown) - MOST, 'more finding', 'more findings')}"))
        if not shown:
            unset = sum(each.tone == "info" for each in every)
            self._column.addWidget(Pill("Nothing to mend", "good"))
            if unset:
                words = f"{of(unset, 'number or FPPE is', 'numbers or FPPEs are')} still the office's to set."
                self._column.addWidget(note(words))


def _cited(finding: Finding) -> str:
    return f"({finding.citation})" if finding.citation else ""
