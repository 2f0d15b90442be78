"""What an empty table says: one sentence, one button, and at most one way elsewhere."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.ui.kit.pressing import Press

Doing = QAction | Callable[[], object] | None
"""What a button does. Of an action it shows only while that can be done."""


class Empty(QWidget):
    """Lies over a table's rows while there are none."""

    def __init__(self, over: QAbstractScrollArea) -> None:
        super().__init__(over.viewport())
        self._over = over.viewport()
        self._calls: dict[QPushButton, Doing] = {}
        self._followed: set[QAction] = set()
        self._sentence: tuple[Any, ...] = ("Nothing here yet.",)
        self.instead: tuple[Any, ...] = ()
        """What show_as() is given for now, whatever is kept: the list shows a day gone by."""
        self._said = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._said.setObjectName("empty")
        self._said.setAccessibleIdentifier("empty")
        self._said.setProperty("kind", "muted")
        self._said.setWordWrap(True)
        self._press, self._other = Press(), Press()
        self._other.setProperty("kind", "link")
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._said)
        for each in (self._press, self._other):
            each.clicked.connect(partial(self._go, each))
            column.addWidget(each, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        over.viewport().installEventFilter(self)
        self.hide()

    def keep(self, *sentence: Any) -> None:
        """What show_as() is given once there is nothing at all."""
        self._sentence = sentence

    def follow(self, count: int, searched: str, clear: Callable[[], object]) -> None:
        """Say that nothing matches, or that nothing is there; nothing where there are rows."""
        if count:
            self.hide()
        elif searched:
            self.show_as(f"Nothing here matches “{searched}”.", "Clear the search", clear)
        else:
            self.show_as(*(self.instead or self._sentence))

    def show_as(
        self,
        sentence: str,
        button: str = "",
        call: Doing = None,
        other: str = "",
        elsewhere: Doing = None,
    ) -> None:
        """Say this, with a button if there is something to do about it."""
        self._said.setText(sentence)
        for each, words, doing in ((self._press, button, call), (self._other, other, elsewhere)):
            each.setText(words)
            self._calls[each] = doing
            if isinstance(doing, QAction) and doing not in self._followed:
                self._followed.add(doing)
                doing.enabledChanged.connect(self._weigh)
        self._weigh()
        self.setGeometry(self._over.rect())
        self.setVisible(bool(sentence))

    def _weigh(self) -> None:
        for each, doing in self._calls.items():
            each.setVisible(bool(each.text()) and (not isinstance(doing, QAction) or doing.isEnabled()))

    def _go(self, pressed: QPushButton) -> None:
        call = self._calls.get(pressed)
        if isinstance(call, QAction):
            call.trigger()
        elif call is not None:
            call()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False
