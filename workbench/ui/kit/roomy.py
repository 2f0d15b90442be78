"""What needs at least so much room: where the window has less, it scrolls both ways instead of being squeezed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from workbench.ui.kit.header import Header


class Roomy(QScrollArea):
    """Holds one part as large as itself, and never smaller than it can be used; Tab brings what it reaches into sight."""

    def __init__(self, inner: QWidget, least: QSize) -> None:
        """least is in logical pixels."""
        super().__init__()
        self._inner, self._least = inner, least
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)

    def keep_in_sight(self, table: Any, moved: Callable[[], bool]) -> None:
        """Scroll to the row of a table that somebody goes to, where moved() says that somebody did."""

        def follow() -> None:
            row = table.visualRect(table.currentIndex())
            if moved() and row.isValid():
                middle = table.viewport().mapTo(self._inner, row.center())
                self.ensureVisible(0, middle.y(), 0, row.height())

        table.current_changed.connect(lambda _: follow())

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, 0)

    def need(self, least: QSize) -> None:
        """Another size that it is never smaller than."""
        if least != self._least:
            self._least = least
            self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        room = self.maximumViewportSize()
        wide, high = room.width() < self._least.width(), room.height() < self._least.height()
        bar = self.verticalScrollBar().sizeHint().width()
        if wide:
            room.setHeight(room.height() - bar)
        if high:
            room.setWidth(room.width() - bar)
        self._inner.resize(room.expandedTo(self._least))
        self._keep_clear()

    def begin(self) -> None:
        """From the top left, where another page stands now."""
        self.ensureVisible(0, 0, 0, 0)
        self._keep_clear()

    def _keep_clear(self) -> None:
        """The buttons of a page are in sight without scrolling, the primary one first of all."""
        over = max(self._inner.width() - self.viewport().width(), 0)
        for header in self._inner.findChildren(Header):
            header.keep_clear(over)
