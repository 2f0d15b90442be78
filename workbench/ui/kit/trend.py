"""A line over time, painted by us: figures of 0 to 100 by month, with gaps where there is none; it says in a sentence what it draws."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.kit import ink

HEIGHT, AIR = 54, 6
STEP = 10
"""The scale begins at a multiple of it."""
DOT = 2.6


class Trend(QWidget):
    """One line; a dashed one above it is 100."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._points: tuple[tuple[str, float | None], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[tuple[str, float | None]], says: str) -> None:
        """Draw these: what each is called, and its figure or None; says is what somebody hears who does not see it."""
        self._points = tuple(points)
        self.setAccessibleName(f"{self._title}. {says}")
        self.setToolTip(", ".join(f"{name} {figure:.0f} %" for name, figure in self._points if figure is not None))
        self.setVisible(sum(figure is not None for _, figure in self._points) > 1)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, HEIGHT + QFontMetrics(ink.font(0.8)).height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, colors = QPainter(self), ink.colors()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places()
        top = self._low(100.0)
        painter.setPen(QPen(QColor(colors.edge), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, top), QPointF(self.width(), top))
        painter.setPen(QPen(QColor(colors.accent), 2))
        for here, there in zip(places, places[1:], strict=False):
            if here is not None and there is not None:
                painter.drawLine(here, there)
        painter.setBrush(QColor(colors.accent))
        for each in places:
            if each is not None:
                painter.drawEllipse(each, DOT, DOT)
        self._name_ends(painter)

    def _name_ends(self, painter: QPainter) -> None:
        """The first month and the last, below."""
        font = ink.font(0.8)
        painter.setFont(font)
        painter.setPen(QColor(ink.colors().muted))
        below = QRectF(0, HEIGHT, self.width(), QFontMetrics(font).height())
        if self._points:
            painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), self._points[0][0])
            painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), self._points[-1][0])

    def _places(self) -> list[QPointF | None]:
        wide = (self.width() - 2 * AIR) / max(len(self._points) - 1, 1)
        return [
            None if figure is None else QPointF(AIR + place * wide, self._low(figure))
            for place, (_, figure) in enumerate(self._points)
        ]

    def _low(self, figure: float) -> float:
        """Where a figure lies, from the upper edge: the scale begins below the lowest."""
        least = min((each for _, each in self._points if each is not None), default=0.0)
        begins = max(0.0, (least - STEP / 2) // STEP * STEP)
        return AIR + (HEIGHT - 2 * AIR) * (100.0 - figure) / max(100.0 - begins, 1.0)
