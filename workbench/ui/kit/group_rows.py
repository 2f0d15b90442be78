"""How the head of a group is painted: an arrow that says whether it is open, what its rows have in common, how many they are."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QAbstractItemView

from workbench.ui.kit import ink
from workbench.ui.kit.colors import Colors
from workbench.ui.kit.listed import Group

ARROW, AROUND = 9, 10
"""Logical pixels of the arrow, and before and behind it."""


def draw_head(
    painter: QPainter,
    view: QAbstractItemView,
    rect: QRect,
    head: Group,
    closed: bool,
    row: int,
    fonts: tuple[QFont, QFont],
) -> None:
    """Paint one cell's part of a head. It is written over all columns from the left edge of what shows: each cell has its part."""
    colors = ink.colors()
    painter.save()
    painter.setClipRect(rect)
    painter.fillRect(rect, QColor(colors.raised))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colors.line))
    line = QRect(AROUND, rect.top(), view.viewport().width() - 2 * AROUND, rect.height() - 1)
    if view.hasFocus() and view.currentIndex().row() == row:
        painter.fillRect(0, rect.top(), 3, rect.height() - 1, QColor(colors.link))
    _draw_arrow(painter, line, closed, colors)
    _write(painter, line.adjusted(ARROW + AROUND, 0, 0, 0), head, fonts, colors)
    painter.restore()


def _draw_arrow(painter: QPainter, line: QRect, closed: bool, colors: Colors) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.muted))
    left, middle = line.left(), line.center().y() + 0.5
    down = ((left, middle - 2.5), (left + ARROW, middle - 2.5), (left + ARROW / 2, middle + 3))
    right = ((left + 2, middle - ARROW / 2), (left + 7.5, middle), (left + 2, middle + ARROW / 2))
    painter.drawPolygon(QPolygonF([QPointF(*each) for each in (right if closed else down)]))


def _write(painter: QPainter, room: QRect, head: Group, fonts: tuple[QFont, QFont], colors: Colors) -> None:
    bold, plain = fonts
    count = f"{head.count:,}"
    metrics, left = QFontMetrics(bold), room.width() - QFontMetrics(plain).horizontalAdvance(count) - AROUND
    title = metrics.elidedText(head.title, Qt.TextElideMode.ElideRight, left)
    side = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    painter.setFont(bold)
    painter.setPen(QColor(colors.text))
    painter.drawText(room, side, title)
    painter.setFont(plain)
    painter.setPen(QColor(colors.muted))
    painter.drawText(room.adjusted(metrics.horizontalAdvance(title) + AROUND, 0, 0, 0), side, count)
