"""What is to mend on a form, in sentences: of the chosen line, else of the whole form."""

from workbench.lists.delineation import LineRow
from workbench.records.words import of
from workbench.rules.form_lint import Finding
from workbench.ui.kit.fitting import Fitting
from workbench.ui.kit.labels import note
from workbench.ui.kit.pill import LongPill, Pill

MOST = 3
"""Findings said one by one; the others are counted."""
MOST_HIGH = 150
"""Logical pixels; a low window shows fewer at once."""


class Findings(Fitting):
    """Stands under the lines of a form."""

    def __init__(self) -> None:
        super().__init__(MOST_HIGH)
        self.setAccessibleName("What to mend")
        self.column.setContentsMargins(14, 10, 14, 0)
        self.column.setSpacing(4)

    def show_findings(self, line: LineRow | None, every: tuple[Finding, ...]) -> None:
        """Say what is to mend on the chosen line; without one, or where it has nothing, on the form."""
        self.empty()
        if line is not None:
            self.column.addWidget(note(f"{line.name} requires: {line.criteria}"))
        serious = sorted((each for each in every if each.tone != "info"), key=lambda each: each.tone)
        shown = list(line.findings) if line and line.findings else serious
        for each in shown[:MOST]:
            self.column.addWidget(LongPill(each.message.rstrip("."), each.tone))
            where = "" if line and line.findings or not each.line else f"{each.line}: "
            self.column.addWidget(note(" ".join(part for part in (where + each.remedy, _cited(each)) if part)))
        if len(shown) > MOST:
            self.column.addWidget(note(f"and {of(len(shown) - MOST, 'more finding', 'more findings')}"))
        if not shown:
            unset = sum(each.tone == "info" for each in every)
            self.column.addWidget(Pill("Nothing to mend", "good"))
            if unset:
                words = f"{of(unset, 'number or FPPE is', 'numbers or FPPEs are')} still the office's to set."
                self.column.addWidget(note(words))


def _cited(finding: Finding) -> str:
    return f"({finding.citation})" if finding.citation else ""
