"""A bordered panel with a title, the facts that stand in one, and what scrolls."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.ui.kit.breaking import Value
from workbench.ui.kit.labels import heading, small
from workbench.ui.kit.parting import part_with
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
        self._rows: list[tuple[QLabel, LongPill | Value]] = []

    def set(self, facts: Iterable[tuple]) -> None:
        """The facts: (label, value) or (label, value, tone); a value without words is a dash. Rows that are there say others: to
        make them anew takes Qt several times as long."""
        wanted = [(*fact, "")[:3] for fact in facts]
        gone: list[QWidget] = [part for pair in self._rows[len(wanted) :] for part in pair]
        del self._rows[len(wanted) :]
        for row, (label, value, tone) in enumerate(wanted):
            gone += self._tell(row, label, value, tone if value else "")
        part_with(*gone)

    def _tell(self, row: int, label: str, value: str, tone: str) -> list[QWidget]:
        """Say it in a row; the parts that cannot."""
        there = self._rows[row] if row < len(self._rows) else None
        if there is not None and isinstance(there[1], LongPill) == bool(tone):
            quiet, shown = there
            if quiet.text() != label:
                quiet.setText(label)
            if isinstance(shown, LongPill):
                shown.show_as(value, tone)
            else:
                shown.say(value or "—")
            shown.setAccessibleDescription(label)
            return []
        quiet = small(label)
        shown = LongPill(value, tone) if tone else Value(value or "—")
        shown.setAccessibleDescription(label)
        self._rows[row:] = [(quiet, shown), *self._rows[row + 1 :]]
        for part in there or ():
            self._grid.removeWidget(part)
        self._grid.addWidget(quiet, row, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(shown, LongPill):  # unaligned, its width would be the column's
            self._grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        else:
            self._grid.addWidget(shown, row, 1)
        return list(there or ())


def scrolled(inner: QWidget, parent: QWidget | None = None) -> Scrolling:
    """A part that is higher than the page may be."""
    return Scrolling(inner, parent)
