"""A line to search in: asks once the typing pauses."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from workbench.ui.kit.icons import set_icon

PAUSE = 120
"""Milliseconds without typing before the question is put."""


class SearchBox(QLineEdit):
    """A search line with its icon and a way to clear it; Esc clears, the arrow down goes to what was found."""

    asked = Signal(str)
    went_down = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder.rstrip("…"))
        self.setClearButtonEnabled(True)
        glass = QAction(self)
        set_icon(glass, "search", "muted")
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        for inside, name in zip(self.findChildren(QToolButton), ("Clear the search", "Search"), strict=False):
            inside.setAccessibleName(name)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._ask)
        self.textChanged.connect(lambda: self._timer.start())
        self._last = ""

    def narrow(self, table: Any) -> None:
        """Search in a table; one that finds nothing offers to clear the search."""
        self.asked.connect(table.search)
        table.unsearch.connect(self.drop)
        table.unsearch.connect(table.setFocus)

    def drop(self) -> None:
        """Search for nothing, at once."""
        self.clear()
        self._ask()

    def _ask(self) -> None:
        self._timer.stop()
        if self.text().strip() != self._last:
            self._last = self.text().strip()
            self.asked.emit(self._last)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.drop()
        elif event.key() == Qt.Key.Key_Down:
            self._ask()
            self.went_down.emit()
        else:
            super().keyPressEvent(event)
