"""A status as a shape, a word and a color."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from workbench.ui.kit import ink
from workbench.ui.kit.pressing import ByReturn
from workbench.ui.kit.shapes import HEIGHT, SIDE, draw_long_pill, draw_pill, pill_width, shape_width

LEAST = 120
"""Logical pixels to which a pill that wraps may be squeezed."""


class Pill(QLabel):
    """Paints its word in a pill; a label to whoever listens."""

    def __init__(self, text: str = "", tone: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_as(text, tone)

    def show_as(self, text: str, tone: str) -> None:
        """Say another word in another tone."""
        self.tone = tone
        self.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(ink.font(0.88))
        return QSize(pill_width(self.text(), self.tone, metrics) + 2, max(HEIGHT, metrics.height() + 3) + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        draw_pill(painter, QRectF(self.rect()), self.text(), self.tone, ink.colors(), ink.font(0.88))


class LongPill(Pill):
    """One whose words take several lines where they have no room side by side: among notes in a column, never in a row."""

    def __init__(self, text: str = "", tone: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(text, tone, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self.setWordWrap(True)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        whole = self.sizeHint()
        return QSize(min(whole.width(), LEAST), whole.height())

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        whole, metrics = self.sizeHint(), QFontMetrics(ink.font(0.88))
        if width >= whole.width():
            return whole.height()
        room = QRect(0, 0, max(width - 2 * SIDE - shape_width(self.tone) - 2, 1), 10_000)
        words = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text()).height()
        return words + whole.height() - metrics.height()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
        else:
            draw_long_pill(QPainter(self), self.rect(), self.text(), self.tone, ink.colors(), ink.font(0.88))


class PillPress(ByReturn, QAbstractButton):
    """A pill that opens what it counts; its word gives way where there is no room, and stands in the tooltip."""

    def __init__(self, text: str, tone: str, press: Callable[[], object]) -> None:
        super().__init__()
        self.tone = tone
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: press())

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(ink.font(0.88))
        return QSize(pill_width(self.text(), self.tone, metrics) + 4, max(HEIGHT, metrics.height() + 3) + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(64, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, inside = QPainter(self), QRectF(self.rect()).adjusted(2, 2, -2, -2)
        draw_pill(painter, inside, self.text(), self.tone, ink.colors(), ink.font(0.88))
        if self.hasFocus():
            painter.setPen(QPen(QColor(ink.colors().link), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)
