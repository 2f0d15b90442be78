"""What is wrong, said in place: one line each with what to do, the worst first, and a way to what it is about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from workbench.rules.remark import Remark
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.fitting import Fitting
from workbench.ui.kit.labels import Line, Words
from workbench.ui.kit.pill import Pill

WORDS = {"bad": "Mend", "warn": "Look", "info": "Soon"}
ORDER = {"bad": 0, "warn": 1, "info": 2}
"""By tone, what is said first."""
MOST_HIGH = 100
"""Logical pixels that the remarks take at most; more are scrolled to."""
MOST_OPEN = 280
"""Logical pixels of remarks that somebody opened: to read them is what one wants now."""


class Remarks(Fitting):
    """As high as what it says, up to a limit; hidden while there is nothing to say."""

    asked = Signal(object)
    """A remark whose place is to be shown."""

    def __init__(self, title: str = "What to mend", parent: QWidget | None = None, *, folds: bool = False) -> None:
        """With folds several are one line, the worst with how many there are, until somebody opens it."""
        super().__init__(MOST_HIGH, parent)
        self.setAccessibleName(title)
        self.said: tuple[Remark, ...] = ()
        self._folds, self.is_open = folds, False
        self.column.setContentsMargins(12, 6, 12, 6)
        self.column.setSpacing(4)
        self.hide()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say these."""
        if tuple(remarks) == self.said:
            return
        self.said = tuple(remarks)
        self._lay()
        self.setVisible(bool(self.said))

    def _lay(self) -> None:
        self.empty()
        self.most = MOST_OPEN if self._folds and self.is_open else MOST_HIGH
        if self._folds and len(self.said) > 1:
            self.column.addWidget(self._head())
        if self.is_open or not self._folds or len(self.said) == 1:
            for each in self.said:
                self.column.addWidget(self._line(each))
        self.column.addStretch(1)
        self.fit()

    def _head(self) -> QWidget:
        """The worst of several in one line, and the way to all of them."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        worst = min(self.said, key=lambda each: ORDER.get(each.tone, 1))
        if not self.is_open:
            row.addWidget(Pill(WORDS.get(worst.tone, "Look"), worst.tone))
        row.addWidget(Line("" if self.is_open else str(worst), 0.95), 1)
        turn = bare_button("Fold" if self.is_open else f"All {len(self.said)}", "link", self.turn)
        turn.setAccessibleName(f"{self.accessibleName()}: {'fold' if self.is_open else 'show'} all {len(self.said)}")
        row.addWidget(turn)
        return line

    def turn(self) -> None:
        """Show all of them, or the worst alone; the keyboard stays where one pressed."""
        self.is_open = not self.is_open
        self._lay()
        if (button := self.findChild(QPushButton)) is not None:
            button.setFocus()

    def _line(self, remark: Remark) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Pill(WORDS.get(remark.tone, "Look"), remark.tone), 0, Qt.AlignmentFlag.AlignTop)
        words = Words(str(remark), 0.95)
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words.setContentsMargins(0, 2, 0, 0)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(words, 1)
        if remark.item or remark.seat:
            show = bare_button("Show", "link", lambda: self.asked.emit(remark))
            show.setAccessibleName(f"Show: {remark.sentence}")
            row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return line
