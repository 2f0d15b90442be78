"""Years as a bar, painted by us: what filled them, side by side where it overlaps, and the times that nothing filled as dashed boxes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workbench.rules.lanes import lanes
from workbench.ui.kit import ink

LANE, BETWEEN = 16, 3
LEAST = 2
"""Pixels of a time however short."""
SIDE = 5
"""Pixels before and behind the words in a time."""


@dataclass(frozen=True)
class Time:
    """A time with what it was; tone is bad or warn for one that nothing filled, else empty."""

    start: date
    end: date
    title: str
    tone: str = ""
    strong: bool = False


class TimeBar(QWidget):
    """From the first beginning to a day."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._lanes: list[list[Time]] = []
        self._holes: tuple[Time, ...] = ()
        self._first = self._until = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_times(self, times: Sequence[Time], until: date, says: str) -> None:
        """Draw these, in the order of their beginnings; says is what somebody hears who does not see it."""
        filled = [each for each in times if not each.tone]
        self._holes = tuple(each for each in times if each.tone)
        self._lanes, self._until = lanes(filled), until
        self._first = min((each.start for each in filled), default=until)
        self.setAccessibleName(f"{self._title}. {says}")
        self.setVisible(bool(filled))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, max(len(self._lanes), 1) * (LANE + BETWEEN) + QFontMetrics(ink.font(0.8)).height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def at(self, x: float) -> str:
        """What lies at a place: its name, of several each."""
        every = [*self._holes, *(each for lane in self._lanes for each in lane)]
        return "\n".join(each.title for each in every if self._x(each.start) - 1 <= x <= self._x(each.end) + 1)

    def event(self, event: QHelpEvent) -> bool:  # type: ignore[override]
        if event.type() == QHelpEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.at(event.pos().x()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, colors, font = QPainter(self), ink.colors(), ink.font(0.8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        for place, lane in enumerate(self._lanes):
            for each in lane:
                self._draw(painter, each, place)
        for each in self._holes:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.ink(each.tone)), 1.4, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self._box(each, 0).adjusted(0.7, 0.7, -0.7, -0.7), 2, 2)
        painter.setPen(QColor(colors.muted))
        below = QRectF(0, self.height() - QFontMetrics(font).height(), self.width(), QFontMetrics(font).height())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), str(self._first.year))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), str(self._until.year))

    def _draw(self, painter: QPainter, each: Time, place: int) -> None:
        colors, box = ink.colors(), self._box(each, place)
        painter.setPen(QPen(QColor(colors.accent if each.strong else colors.edge), 1))
        painter.setBrush(QColor(colors.accent if each.strong else colors.soft))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        room = box.adjusted(SIDE, 0, -SIDE, 0)
        said = painter.fontMetrics().elidedText(each.title, Qt.TextElideMode.ElideRight, int(room.width()))
        if len(said) > 3:
            painter.setPen(QColor(colors.on_accent if each.strong else colors.text))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), said)

    def _x(self, day: date) -> float:
        return self.width() * (day - self._first).days / max((self._until - self._first).days, 1)

    def _box(self, each: Time, place: int) -> QRectF:
        left, right = self._x(each.start), self._x(each.end)
        return QRectF(left, place * (LANE + BETWEEN), max(right - left - 1, LEAST), LANE)
