"""A bordered panel with a title, the facts that stand in one, and what scrolls."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.breaking import Value
from workbench.ui.kit.labels import heading, small
from workbench.ui.kit.parting import empty
from workbench.ui.kit.pill import LongPill
from workbench.ui.kit.scrolling import Scrolling


class Card(QFrame):
    """A panel; put parts into body, and what belongs beside the title into head."""

    def __init__(self, title: str = "", *, margins: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*((16, 14, 16, 14) if margins else (1, 1, 1, 1)))
        self._column.setSpacing(10 if margins else 0)
        self.title = heading(title)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.head.addWidget(self.title)
        if not margins:
            self.head.setContentsMargins(14, 10, 12, 10)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self._column.addLayout(self.head)
        self._column.addLayout(self.body)
        self.title.setVisible(bool(title))  # not before it lies here: it would show as a window of its own

    def set_title(self, title: str) -> None:
        """Another title; none hides it."""
        self.title.setText(title)
        self.title.setVisible(bool(title))

    def add(self, part: QWidget, stretch: int = 0) -> QWidget:
        """Put a part below the others."""
        self.body.addWidget(part, stretch)
        return part


class Facts(QWidget):
    """Labels and values in two columns, to read and to copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)

    def set(self, facts: Iterable[tuple]) -> None:
        """The facts: (label, value) or (label, value, tone); a value without words is a dash."""
        empty(self._grid)
        for row, fact in enumerate(facts):
            label, value, tone = (*fact, "")[:3]
            quiet = small(label)
            self._grid.addWidget(quiet, row, 0, Qt.AlignmentFlag.AlignTop)
            shown = LongPill(value, tone) if tone and value else Value(value or "—")
            shown.setAccessibleDescription(label)
            if isinstance(shown, LongPill):  # unaligned, its width would be the column's
                self._grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            else:
                self._grid.addWidget(shown, row, 1)


def scrolled(inner: QWidget) -> Scrolling:
    """A part that is higher than the page may be."""
    return Scrolling(inner)
