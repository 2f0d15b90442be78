"""A sheet that asks for one line: a name, an edition, a reason."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.errors import Problem
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.lines import Lines


class OneLine(Sheet):
    """One line and one button; answer(text) says what is wrong with it, or nothing."""

    def __init__(
        self,
        headline: str,
        words: str,
        label: str,
        verb: str,
        answer: Callable[[str], list[Problem]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(headline, words, parent)
        self.lines, self._answer = Lines(), answer
        self.line = self.lines.add("line", label)
        self.body.addWidget(self.lines)
        self.add_button("Cancel", "", self.reject)
        self.add_button(verb, "primary", self.go, default=True)
        self.lines.focus("line")

    def go(self) -> None:
        """Do it, or say what is wrong."""
        problems = self._answer(self.lines.text("line"))
        self.lines.show_problems([Problem("line", each.message) for each in problems])
        if not problems:
            self.accept()
