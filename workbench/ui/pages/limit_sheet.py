"""Asks for a limit of the office's own in place of a pack's, and why."""

from PySide6.QtWidgets import QWidget

from workbench.actions import standards
from workbench.errors import Problem
from workbench.lists.packs_in_force import RuleLine
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.lines import Lines
from workbench.ui.session import Session


class LimitSheet(Sheet):
    """One number and one reason."""

    def __init__(self, rule: RuleLine, session: Session, parent: QWidget | None = None) -> None:
        strictest = f" Strictest in force: {rule.strictest}." if rule.strictest else ""
        words = f"{rule.citation}: {rule.asks}.{strictest} The strictest limit wins; what was decided keeps the limit of its day."
        super().__init__(f"Change a limit: {rule.title}", words, parent)
        self._rule, self._session = rule, session
        self.lines = Lines()
        self.lines.add("limit", f"&Limit ({rule.unit})", value=str(rule.limit))
        self.lines.add("reason", "&Why", hint="Who decided it: the policy, the committee")
        self.body.addWidget(self.lines)
        self.add_button("Cancel", "", self.reject)
        self.add_button("Change the limit", "primary", self.go, default=True)
        self.lines.select("limit")

    def go(self) -> None:
        """Change it, or say what is wrong."""
        said = self.lines.text("limit").strip()
        if not (said.isascii() and said.isdigit()):
            self.lines.show_problems([Problem("limit", f"“{said}” is no number. Write one like 8.")])
            return
        wrong = self._session.do(standards.change_limit, self._rule.key, int(said), self.lines.text("reason"))
        self.lines.show_problems(wrong or [])
        if wrong == []:
            self.accept()
