"""Labelled lines for what is no record: a passphrase, a date, a setting. The Problem stands under the line."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from workbench.errors import Problem
from workbench.ui.kit.boxes import Box, ChoiceBox, LineBox, LongBox, MaskedBox
from workbench.ui.kit.labels import Words


class Lines(QWidget):
    """One line after the other, each with a label that is its buddy and room for what is wrong with it."""

    typed = Signal(str)
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, across: int = 1) -> None:
        """across is how many stand side by side."""
        super().__init__(parent)
        self._across = across
        self._boxes: dict[str, Box] = {}
        self._wrong: dict[str, Words] = {}
        self._writing, self._last = False, (1, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(3)
        self._grid.setHorizontalSpacing(12)
        for each in range(across):
            self._grid.setColumnStretch(2 * each, 1)

    def add(
        self,
        name: str,
        label: str,
        *,
        hint: str = "",
        secret: bool = False,
        value: str = "",
        beside: QWidget | None = None,
        above: QWidget | None = None,
    ) -> QLineEdit:
        """Another line; a secret one shows dots until asked for; beside stands right of the line, above over its end."""
        box = MaskedBox(hint) if secret else LineBox(hint)
        box.set_value(value)
        self._boxes[name], self._wrong[name] = box, Words("", 0.9).kind("bad")
        self._place(name, box, label, beside)
        if above is not None:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            row, column = self._last
            self._grid.addWidget(above, row, column, 1, 2, right)
        # textChanged, not textEdited: text that comes through the accessibility bus is typed too
        box.line.textChanged.connect(lambda _: self._typed(name))
        box.left.connect(lambda: self.left.emit(name))
        return box.line

    def add_choice(self, name: str, label: str, choices: Sequence[tuple[str, str]], value: str = "") -> ChoiceBox:
        """Another line: one of a few, (value, label) each; none is chosen without a value."""
        box = ChoiceBox([("", "Choose…"), *choices], empty=False)
        box.set_value(value)
        self._boxes[name], self._wrong[name] = box, Words("", 0.9).kind("bad")
        self._place(name, box, label, None)
        box.typed.connect(lambda: self._typed(name))
        box.left.connect(lambda: self.left.emit(name))
        return box

    def add_long(self, name: str, label: str) -> LongBox:
        """Another one, of several lines of text."""
        box = LongBox()
        self._boxes[name], self._wrong[name] = box, Words("", 0.9).kind("bad")
        self._place(name, box, label, None)
        box.typed.connect(lambda: self._typed(name))
        box.left.connect(lambda: self.left.emit(name))
        return box

    def _place(self, name: str, box: Box, label: str, beside: QWidget | None) -> None:
        said, wrong = Words(label).kind("muted"), self._wrong[name]
        said.setBuddy(box.inner)
        box.set_name(label.replace("&", ""))
        wrong.setWordWrap(True)
        wrong.setAccessibleIdentifier(f"wrong_{name}")
        wrong.hide()
        down, across = divmod(len(self._boxes) - 1, self._across)
        row, column = self._last = 1 + 4 * down, 2 * across
        self._grid.addWidget(said, row, column, 1, 2)
        self._grid.addWidget(box, row + 1, column, 1, 1 if beside is not None else 2)  # all end at one edge
        if beside is not None:
            self._grid.addWidget(beside, row + 1, column + 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(wrong, row + 2, column, 1, 2)
        self._grid.setRowMinimumHeight(row + 3, 6)

    def _typed(self, name: str) -> None:
        if self._writing:
            return
        self._say(name, "")
        self.typed.emit(name)

    def boxes(self) -> list[QLineEdit]:
        """What is written in, from top to bottom."""
        return [box.line for box in self._boxes.values() if isinstance(box, LineBox)]

    def text(self, name: str) -> str:
        """What stands in a line; a secret as it was typed, blanks and all; of a choice its value."""
        box = self._boxes[name]
        if isinstance(box, ChoiceBox):
            return str(box.value())
        assert isinstance(box, LineBox | LongBox)
        return box.line.text() if isinstance(box, MaskedBox) else box.text()

    def shows_both(self, first: str, second: str) -> None:
        """One button, that of the second of two secret lines, shows both."""
        box, other = self._boxes[first], self._boxes[second]
        assert isinstance(box, MaskedBox) and isinstance(other, MaskedBox)
        box.show_button.hide()
        other.show_button.clicked.connect(box.toggle)
        other.set_words("Show both", "Hide both")

    def select(self, name: str) -> None:
        """Go to a line of text, all of it chosen: what is typed next takes its place."""
        box = self._boxes[name]
        assert isinstance(box, LineBox)
        box.setFocus()
        box.line.select_whole()

    def set_text(self, name: str, text: str) -> None:
        """Write into a line, as if it had been kept."""
        self._writing = True
        self._boxes[name].set_value(text)
        self._writing = False

    def set_enabled(self, name: str, enabled: bool) -> None:
        """Let a line be written in, or not."""
        self._boxes[name].setEnabled(enabled)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say under each line what is wrong with it, and go to the first; lines without a Problem are right."""
        told = {each.field: each.message for each in problems}
        for name in self._boxes:
            self._say(name, told.get(name, ""))
        first = next((name for name in self._boxes if name in told), "")
        if first:
            self._boxes[first].setFocus()

    def show_doubt(self, doubt: Problem) -> None:
        """Say under a line what can be kept all the same, and go to it."""
        self._say(doubt.field, doubt.message, doubt=True)
        self.focus(doubt.field)

    def focus(self, name: str) -> None:
        """Go to a line."""
        self._boxes[name].setFocus()

    def _say(self, name: str, message: str, doubt: bool = False) -> None:
        self._wrong[name].kind("warn" if doubt else "bad")
        self._wrong[name].setText(message)
        self._wrong[name].setVisible(bool(message))
        self._boxes[name].show_wrong(bool(message) and not doubt)
