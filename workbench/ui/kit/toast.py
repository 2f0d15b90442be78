"""What was just done, with Undo; it leaves by itself, but not while the pointer or the keyboard is on it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.labels import Words

STAYS = 8000
"""Milliseconds."""
FOOT = 3
"""Above the window's edge: over the status bar and the page's margin, where no row of a list is hidden."""


class Toast(QFrame):
    """One at a time, at the bottom of the window."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("toast")
        self._call: Callable[[], object] | None = None
        self._said = Words()
        self._said.setObjectName("said")
        self._said.setAccessibleIdentifier("said")
        self._undo = bare_button("Undo", "", self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(14)
        row.addWidget(self._said)
        row.addWidget(self._undo)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self._leave)
        over.installEventFilter(self)
        self.hide()

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show a sentence, and a way back if there is one."""
        self._call = undo
        self._said.setText(text)
        self._undo.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _press(self) -> None:
        call, self._call = self._call, None
        self.hide()
        if call:
            call()

    def _leave(self) -> None:
        if self.underMouse() or self._undo.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        over = self._over.rect()
        self.setMaximumWidth(over.width() - 40)
        self.adjustSize()
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - FOOT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
