"""What covers the screen of an office that is not encrypted: it hides what is open, and locks nothing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.card import Card
from workbench.ui.kit.labels import Words, note

COVERED = (
    "Nothing is locked: this office is not encrypted, and any key or click shows it again. "
    "To ask for a passphrase, encrypt the office in Settings."
)
_HELD = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
"""Keys that do nothing by themselves."""


class CoverScreen(QWidget):
    """Says that it covers and does not lock; one key, or a click, takes it away."""

    def __init__(self, name: str, uncover: Callable[[], object]) -> None:
        super().__init__()
        self._uncover = uncover
        self.done = False
        """Whether it goes because it was taken away; else closing it is taking it away."""
        self.setWindowTitle("Medical Staff Workbench")
        self.setObjectName("ground")
        self.setAccessibleName(f"{name} is covered. {COVERED}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card = Card()
        card.setFixedWidth(440)
        card.add(covered := Words(f"{name} is covered", 1.5, bold=True))
        covered.setWordWrap(True)
        said = note(COVERED)
        said.setAccessibleIdentifier("covering")
        card.add(said)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(middle)
        column.addStretch(3)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The keys that covered it, while they are held, do not uncover it."""
        if not event.isAutoRepeat() and event.key() not in _HELD:
            self._uncover()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._uncover()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self.done:
            super().closeEvent(event)
        else:
            event.ignore()
            self._uncover()
