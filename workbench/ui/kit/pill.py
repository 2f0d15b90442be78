"""A status as a shape, a word and a color."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workbench.ui.kit import ink
from workbench.ui.kit.shapes import HEIGHT, draw_pill, pill_width


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
