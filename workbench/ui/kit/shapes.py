"""The shapes of a status, drawn and not written: no font is asked, and they survive grey print."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

from workbench.ui.kit.colors import Colors

SHAPE_OF = {
    "bad": "cross",
    "warn": "bang",
    "good": "check",
    "info": "arrow",
    "new": "plus",
    "changed": "tilde",
    "same": "equals",
    "doubt": "question",
}
HEIGHT, SIDE, SHAPE, GAP = 20, 8, 9, 5
"""Of a pill, in logical pixels: its height, room at both ends, the shape, and the space before the word."""
LEAST = 44
"""Of a pill that is cut short beside the number of the others, in logical pixels."""

_LINES = {  # in a square of 10
    "cross": (((1.5, 1.5), (8.5, 8.5)), ((8.5, 1.5), (1.5, 8.5))),
    "bang": (((5, 0.8), (5, 6)), ((5, 8.8), (5, 9))),
    "check": (((1, 5.5), (3.8, 8.4), (9, 1.8)),),
    "arrow": (((1, 5), (9, 5)), ((5.6, 1.6), (9, 5), (5.6, 8.4))),
    "plus": (((5, 1), (5, 9)), ((1, 5), (9, 5))),
    "equals": (((1, 3.3), (9, 3.3)), ((1, 6.7), (9, 6.7))),
}


def shape(name: str) -> QPainterPath:
    """The outline of a shape in a square of 10, to be stroked."""
    path = QPainterPath()
    for line in _LINES.get(name, ()):
        path.moveTo(*line[0])
        for point in line[1:]:
            path.lineTo(*point)
    if name == "tilde":
        path.moveTo(1, 6)
        path.cubicTo(3, 2, 5.5, 4, 5.5, 5)
        path.cubicTo(6, 6.5, 8, 7, 9, 3.8)
    if name == "question":
        path.moveTo(2.4, 3)
        path.cubicTo(2.4, 0, 7.6, 0, 7.6, 3)
        path.cubicTo(7.6, 4.8, 5, 4.8, 5, 6.6)
        path.moveTo(5, 9)
        path.lineTo(5, 9.1)
    return path


_PATHS = {tone: shape(name) for tone, name in SHAPE_OF.items()}


def draw_shape(painter: QPainter, tone: str, at: QPointF, color: str) -> None:
    """Stroke the shape of a tone with its upper left corner at that point; nothing for a tone without one."""
    path = _PATHS.get(tone)
    if path is None:
        return
    painter.save()
    painter.translate(at)
    painter.scale(SHAPE / 10, SHAPE / 10)
    pen = QPen(QColor(color), 1.9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.restore()


def draw_tick(painter: QPainter, box: QRectF, color: str) -> None:
    """The tick of a check box, in the middle of that box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center() - QPointF(4.5, 4.7))
    painter.scale(0.9, 0.9)
    pen = QPen(QColor(color), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(shape("check"), pen)
    painter.restore()


def pills_that_fit(
    pills: Sequence[tuple[str, str]], room: float, gap: int, metrics: QFontMetrics
) -> list[tuple[str, str]]:
    """Of (word, tone) pills in a row those that have room, whole, and how many more there are; where not even the first has room
    beside that, it is the one that is cut short."""
    wide = [pill_width(word, tone, metrics) for word, tone in pills]
    for count in range(len(pills), 1, -1):
        rest = [(f"+{len(pills) - count}", "quiet")] if count < len(pills) else []
        used = sum(wide[:count]) + gap * (count - 1) + sum(pill_width(*each, metrics) + gap for each in rest)
        if used <= room:
            return [*pills[:count], *rest]
    rest = [(f"+{len(pills) - 1}", "quiet")] if len(pills) > 1 else []
    fits = rest and LEAST + gap + pill_width(*rest[0], metrics) <= room
    return [pills[0], *(rest if fits else [])]


def shape_width(tone: str) -> int:
    """What the shape of a tone takes before the word, in logical pixels."""
    return SHAPE + GAP if tone in _PATHS else 0


def pill_width(text: str, tone: str, metrics: QFontMetrics) -> int:
    """How wide a pill with that word is, in logical pixels."""
    return 2 * SIDE + 1 + metrics.horizontalAdvance(text) + shape_width(tone)


def draw_pill(painter: QPainter, room: QRectF, text: str, tone: str, colors: Colors, font: QFont) -> None:
    """A pill at the left of the room, in its middle; the word is cut short if the room is narrow."""
    metrics = QFontMetrics(font)
    ground, ink = colors.tone(tone)
    height = min(max(HEIGHT, metrics.height() + 3), room.height())
    width = min(pill_width(text, tone, metrics), room.width())
    body = QRectF(room.left(), room.center().y() - height / 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(body, height / 2, height / 2)
    inside = body.adjusted(SIDE, 0, -SIDE + 2, 0)
    if tone in _PATHS:
        draw_shape(painter, tone, QPointF(inside.left(), body.center().y() - SHAPE / 2), ink)
        inside.setLeft(inside.left() + SHAPE + GAP)
    painter.setPen(QColor(ink))
    painter.setFont(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(inside.width()) + 1)
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def draw_pills(
    painter: QPainter, room: QRectF, pills: Sequence[tuple[str, str]], gap: int, colors: Colors, font: QFont
) -> None:
    """(word, tone) pills in a row, as many as have room, and how many more there are; the first alone may be cut short."""
    metrics = QFontMetrics(font)
    shown = pills_that_fit(pills, room.width(), gap, metrics)
    behind, left = sum(pill_width(*each, metrics) + gap for each in shown[1:]), room.left()
    for place, (said, tone) in enumerate(shown):
        body = QRectF(left, room.top(), room.right() - left - (0 if place else behind), room.height())
        draw_pill(painter, body, said, tone, colors, font)
        left += min(pill_width(said, tone, metrics), int(body.width())) + gap


def draw_long_pill(painter: QPainter, room: QRect, text: str, tone: str, colors: Colors, font: QFont) -> None:
    """A pill that fills its room, its words in several lines."""
    ground, ink = colors.tone(tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(room), HEIGHT / 2, HEIGHT / 2)
    line, inside = QFontMetrics(font).height(), room.adjusted(SIDE, 0, -SIDE, 0)
    lines = QFontMetrics(font).boundingRect(
        inside.adjusted(shape_width(tone), 0, 0, 9_999), int(Qt.TextFlag.TextWordWrap), text
    )
    top = room.top() + (room.height() - lines.height()) / 2
    draw_shape(painter, tone, QPointF(inside.left(), top + (line - SHAPE) / 2), ink)
    painter.setPen(QColor(ink))
    painter.setFont(font)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    painter.drawText(inside.adjusted(shape_width(tone), 0, 0, 0), int(middle), text)
