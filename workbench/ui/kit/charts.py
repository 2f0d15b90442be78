"""Small charts painted by us; each says in a sentence what it draws, and its parts are buttons that open their rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.kit import ink
from workbench.ui.kit.parting import empty
from workbench.ui.kit.pressing import ByReturn

BAR_HEIGHT, BAR_WIDTH = 64, 26
TALLEST = 260
"""Logical pixels of an upright chart at most."""
APART = 40
"""Logical pixels from one lying bar to the next at most."""
LEAST = 3
"""Pixels of a bar that stands for anything at all."""


@dataclass(frozen=True)
class Bar:
    """One value: what it is called, how many, its tone, and what it says when asked."""

    title: str
    count: int
    tone: str
    says: str
    shown: str = ""
    """What stands behind a lying bar, if not the count: “98 %”."""


class _Part(ByReturn, QAbstractButton):
    """What bars and meters share: focus, a spoken sentence, a hint."""

    def __init__(self, bar: Bar, most: int, press: Callable[[], object]) -> None:
        super().__init__()
        self.bar, self.most = bar, max(most, 1)
        self.setAccessibleName(bar.says)
        self.setToolTip(bar.says)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: press())

    def _color(self) -> QColor:
        colors = ink.colors()
        if self.bar.tone == "accent":
            return QColor(colors.accent)
        return QColor(colors.edge if self.bar.tone == "quiet" else colors.ink(self.bar.tone))

    def _draw_focus(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setPen(QPen(QColor(ink.colors().link), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


class _Column(_Part):
    """An upright bar with its count above and its title below; as tall as there is room."""

    def __init__(self, bar: Bar, most: int, press: Callable[[], object]) -> None:
        super().__init__(bar, most, press)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(TALLEST)

    def sizeHint(self) -> QSize:  # noqa: N802
        least = self.minimumSizeHint()
        return QSize(max(BAR_WIDTH + 12, least.width()), least.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(ink.font(0.8))
        wide = max(BAR_WIDTH, metrics.horizontalAdvance(self.bar.title)) + 2  # titles stand beside each other
        return QSize(wide, BAR_HEIGHT + 2 * metrics.height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, colors, font = QPainter(self), ink.colors(), ink.font(0.8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QFontMetrics(font).height()
        room = self.height() - 2 * line - 6
        tall = max(LEAST, room * self.bar.count / self.most) if self.bar.count else 1
        left = (self.width() - BAR_WIDTH) / 2
        bottom = self.height() - line - 3
        painter.fillRect(
            QRectF(left, bottom - tall, BAR_WIDTH, tall), self._color() if self.bar.count else QColor(colors.line)
        )
        painter.setFont(font)
        painter.setPen(QColor(colors.text if self.bar.count else colors.muted))
        above = QRectF(0, bottom - tall - line - 1, self.width(), line)
        painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), str(self.bar.count) if self.bar.count else "")
        painter.setPen(QColor(colors.muted))
        painter.drawText(QRectF(0, bottom + 3, self.width(), line), int(Qt.AlignmentFlag.AlignCenter), self.bar.title)
        self._draw_focus(painter)


class _Meter(_Part):
    """A lying bar with its title before and its count behind."""

    def __init__(self, bar: Bar, most: int, press: Callable[[], object], titles: int) -> None:
        super().__init__(bar, most, press)
        self._titles = titles
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(APART)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._titles + 120, QFontMetrics(ink.font(0.88)).height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, colors, font = QPainter(self), ink.colors(), ink.font(0.88)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(colors.muted))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRectF(1, 0, self._titles, self.height()), middle, self.bar.title)
        counts = metrics.horizontalAdvance("100 %" if self.bar.shown else "0000") + 6
        whole = QRectF(self._titles + 11, self.height() / 2 - 4, self.width() - self._titles - counts - 15, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.line))
        painter.drawRoundedRect(whole, 4, 4)
        if self.bar.count:
            painter.setBrush(self._color())
            whole.setWidth(max(8.0, whole.width() * self.bar.count / self.most))
            painter.drawRoundedRect(whole, 4, 4)
        painter.setPen(QColor(colors.text))
        behind = QRectF(self.width() - counts, 0, counts - 4, self.height())
        painter.drawText(
            behind,
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
            self.bar.shown or f"{self.bar.count:,}",
        )
        self._draw_focus(painter)


class Chart(QWidget):
    """Bars that open their rows: press(place of the bar)."""

    def __init__(self, title: str, press: Callable[[int], object], *, upright: bool) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._press, self._upright = press, upright
        self._bars: list[Bar] = []
        self._box: QHBoxLayout | QVBoxLayout = QHBoxLayout(self) if upright else QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0 if upright else 1)

    def show_bars(self, bars: Sequence[Bar], most: int = 0) -> None:
        """Draw these; bars that are the same stay, with the keyboard and whoever is pressing one. most is what a whole bar
        stands for (100 of percents); else the longest is whole."""
        if list(bars) == self._bars:
            return
        self._bars = list(bars)
        empty(self._box)
        most = most or max((bar.count for bar in bars), default=0)
        metrics = QFontMetrics(ink.font(0.88))
        titles = max((metrics.horizontalAdvance(bar.title) for bar in bars), default=0)
        for place, bar in enumerate(bars):
            press = lambda place=place: self._press(place)  # noqa: E731
            self._box.addWidget(_Column(bar, most, press) if self._upright else _Meter(bar, most, press, titles))
        if self._upright:
            self._box.addStretch(1)
