"""Parts side by side, as many as have room; the others go on below."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget


class Folding(QWidget):
    """Columns of one width; all parts of a line are as high as the highest."""

    def __init__(self, parts: Sequence[QWidget], least: int, gap: int = 14) -> None:
        """least is the width, in logical pixels, that a part needs to stand beside another."""
        super().__init__()
        self._parts, self._least, self._gap, self._columns = list(parts), least, gap, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self._arrange(len(self._parts))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self.setMinimumHeight(0)
        while self._grid.takeAt(0) is not None:
            pass
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, part in enumerate(self._parts):
            row, column = divmod(place, columns)
            last = place + 1 == len(self._parts)
            self._grid.addWidget(part, row, column, 1, columns - column if last else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        fitting = (self.width() + self._gap) // (self._least + self._gap)
        self._arrange(max(1, min(fitting, len(self._parts))))
        # A grid asks for the height of columns as wide as it would like them. Where words
        # wrap in narrower ones, that is less than its parts need, and their boxes would give.
        least = self.minimumSizeHint().height()
        if self.height() < least:
            self.setMinimumHeight(least)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        widest = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        return QSize(widest, super().minimumSizeHint().height())
