"""What an empty table says: one sentence, one button."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QVBoxLayout, QWidget


class Empty(QWidget):
    """Lies over a table's rows while there are none."""

    def __init__(self, over: QAbstractScrollArea) -> None:
        super().__init__(over.viewport())
        self._over = over.viewport()
        self._call: Callable[[], object] | None = None
        self._said = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._said.setObjectName("empty")
        self._said.setAccessibleIdentifier("empty")
        self._said.setProperty("kind", "muted")
        self._said.setWordWrap(True)
        self._press = QPushButton()
        self._press.clicked.connect(lambda: self._call and self._call())
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._said)
        column.addWidget(self._press, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        over.viewport().installEventFilter(self)
        self.hide()

    def show_as(self, sentence: str, button: str = "", call: Callable[[], object] | None = None) -> None:
        """Say this, with a button if there is something to do about it."""
        self._said.setText(sentence)
        self._press.setText(button)
        self._press.setVisible(bool(button))
        self._call = call
        self.setGeometry(self._over.rect())
        self.setVisible(bool(sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False
