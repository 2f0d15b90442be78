"""The line in which a cell is edited: Ctrl+; writes today, as in a sheet."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class CellLine(QLineEdit):
    """A line over its cell."""

    def __init__(self, parent: QWidget, today: Callable[[], str]) -> None:
        """today tells the day as a cell shows it."""
        super().__init__(parent)
        self._today = today

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Semicolon and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setText(self._today())
        else:
            super().keyPressEvent(event)
