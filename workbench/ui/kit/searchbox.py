"""A line to search in: asks once the typing pauses, and says how many were found."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from workbench.ui.kit import ink
from workbench.ui.kit.icons import set_icon
from workbench.ui.kit.inputs import LineEdit

PAUSE = 120
"""Milliseconds without typing before the question is put."""
CLEAR = 30
"""Logical pixels of the button that clears the line."""


class SearchBox(LineEdit):
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
        self._last = self._counted = ""

    def narrow(self, table: Any) -> None:
        """Search in a table, and say how many it found; one that finds nothing offers to clear the search."""

        def tell(count: int) -> None:
            more = "" if table.model_.whole else "+"
            self._tell(f"{count:,}{more} found" if table.text else "")

        self.asked.connect(table.search)
        table.counted.connect(tell)
        table.unsearch.connect(self.drop)
        table.unsearch.connect(table.setFocus)

    def drop(self) -> None:
        """Search for nothing, at once. Ctrl+Z then takes back what was done to the office, not that a search was cleared."""
        self.search("")

    def search(self, text: str) -> None:
        """Search for a text, at once."""
        self.setText(text)
        self._ask()

    def _tell(self, found: str) -> None:
        self._counted = found
        self.setAccessibleDescription(found)
        self.setTextMargins(0, 0, self.fontMetrics().horizontalAdvance(found) + 6 if found else 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """As every line, with how many were found at its end, before the way to clear it."""
        super().paintEvent(event)
        if self._counted:
            painter = QPainter(self)
            painter.setPen(QColor(ink.colors().muted))
            room = self.rect().adjusted(0, 0, -CLEAR, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._counted)

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
