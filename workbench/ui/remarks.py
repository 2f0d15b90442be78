"""What is wrong, said in place: one line each with what to do, the worst first, and a way to what it is about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workbench.rules.remark import Remark
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.labels import Words
from workbench.ui.kit.pill import Pill

WORDS = {"bad": "Mend", "warn": "Look", "info": "Soon"}
MOST_HIGH = 100
"""Logical pixels that the remarks take at most; more are scrolled to."""


class Remarks(QScrollArea):
    """As high as what it says, up to a limit; hidden while there is nothing to say."""

    asked = Signal(object)
    """A remark whose place is to be shown."""

    def __init__(self, title: str = "What to mend", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.said: tuple[Remark, ...] = ()
        self._lines = QWidget()
        self._lines.setObjectName("clear")
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(12, 6, 12, 6)
        self._column.setSpacing(4)
        self.setWidget(self._lines)
        self.hide()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say these."""
        if tuple(remarks) == self.said:
            return
        self.said = tuple(remarks)
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.setParent(None)
        for each in self.said:
            self._column.addWidget(self._line(each))
        self._column.addStretch(1)
        self.setVisible(bool(self.said))
        self._fit()

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

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        wanted = self._column.heightForWidth(self.viewport().width()) if self._column.hasHeightForWidth() else -1
        wanted = wanted if wanted > 0 else self._column.sizeHint().height()
        self.setFixedHeight(min(wanted + 2, MOST_HIGH))
