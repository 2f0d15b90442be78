"""What is said of a whole plan above its rows: in full while that takes few lines, else its beginning, with the rest one press away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.kit.labels import Line, note


class Told(QWidget):
    """Sentences, one after the other; hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = 1
        self.said: Sequence[str] = ()
        self.whole, self.short = note(""), Line("", 0.9)
        self.short.kind("note")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.whole, self.short):
            column.addWidget(part)

    def tell(self, said: Sequence[str]) -> None:
        """Say these."""
        self.said = said
        for part in (self.whole, self.short):
            part.setText("  ".join(said))
        self.setVisible(bool(said))
        self._weigh()

    def be_high(self, lines: int) -> None:
        """So many lines they take at most; more are cut to one."""
        self._lines = lines
        self._weigh()

    def text(self) -> str:
        """All that is said."""
        return self.whole.text()

    def is_cut(self) -> bool:
        """Whether the end of it does not show."""
        return bool(self.text()) and self.whole.isHidden()

    def _weigh(self) -> None:
        """In full, or its beginning."""
        most = self._lines * self.whole.fontMetrics().lineSpacing() + 2
        fits = self.whole.heightForWidth(self.width()) <= most
        self.whole.setVisible(fits)
        self.short.setVisible(not fits)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._weigh()
