"""One card of a board: a name, a line, a pill with the reason, a bar, and a foot; painted, and spoken as one sentence."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.kit import ink
from workbench.ui.kit.shapes import GAP, HEIGHT, SHAPE, SHAPE_OF, SIDE, draw_pill, draw_shape, pill_width

PAD, SPACE, BAR = 10, 5, 6
MOST_LINES = 4
"""Of each text of a card."""
_MOST_KNOWN = 20_000
_known: dict[tuple[str, str, int, int], list[str]] = {}
"""How texts were broken: a card is measured several times before it is drawn."""


@dataclass(frozen=True)
class CardFace:
    """What a card shows."""

    id: int
    name: str
    line: str
    """“Initial · Psychiatry”."""
    tone: str
    pill: str
    progress: float
    """0 to 1."""
    foot: str
    """“41 days · waits for referees”."""

    @property
    def spoken(self) -> str:
        """The whole card as a sentence."""
        return ", ".join(part for part in (self.name, self.line, self.pill, self.foot) if part)


class BoardCard(QWidget):
    """A card; what the keyboard and the mouse do to it is the board's to say."""

    def __init__(self, face: CardFace) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.face = face
        self.current = False
        self.show_face(face)

    def show_face(self, face: CardFace) -> None:
        """Show another face."""
        self.face = face
        self.setAccessibleName(face.spoken)
        self.setToolTip(face.pill)
        self._fit()
        self.update()

    def set_current(self, current: bool) -> None:
        """Make it the one that Tab comes to and that the keys are about."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        if self.current != current:
            self.current = current
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(150, self._height(max(self.width(), 120)))

    def _fit(self) -> None:
        height = self._height(max(self.width(), 120))
        if self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _height(self, width: int) -> int:
        room = width - 2 * PAD
        words = sum(self._tall(text, font, room) for text, font in self._words())
        return 2 * PAD - 3 + words + self._pill_height(room) + BAR + 3 * SPACE

    def _pill_height(self, room: int) -> int:
        """One line where the reason fits, else as many as it needs: it must be read without opening the card."""
        font = ink.font(0.88)
        metrics = QFontMetrics(font)
        fits = pill_width(self.face.pill, self.face.tone, metrics) + 2 <= room
        return HEIGHT if fits else len(self._reason(room)) * metrics.lineSpacing() + 5

    def _reason(self, room: float) -> list[str]:
        """The lines of the reason in a pill that is too narrow for one."""
        before = SIDE - 1 + (SHAPE + GAP if self.face.tone in SHAPE_OF else 0)
        return in_lines(self.face.pill, ink.font(0.88), int(room) - before - 4)

    def _words(self) -> list[tuple[str, QFont]]:
        return [
            (self.face.name, ink.font(bold=True)),
            (self.face.line, ink.font(0.88)),
            (self.face.foot, ink.font(0.88)),
        ]

    def _tall(self, text: str, font: QFont, width: int) -> int:
        """As many lines as it needs: a name in full is worth more than an even row."""
        return len(in_lines(text, font, width)) * QFontMetrics(font).lineSpacing()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colors, painter = ink.colors(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.hasFocus()
        painter.setPen(QPen(QColor(colors.link if marked or self.current else colors.border), 2 if marked else 1))
        painter.setBrush(QColor(colors.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        room, top = self.width() - 2 * PAD, PAD - 1
        for place, (text, font) in enumerate(self._words()):
            if place == 2:
                top = self._draw_state(painter, top + SPACE, room)
            tall = self._tall(text, font, room)
            painter.setFont(font)
            painter.setPen(QColor(colors.text if place == 0 else colors.muted))
            for line, words in enumerate(in_lines(text, font, room)):
                painter.drawText(QRectF(PAD, top + line * QFontMetrics(font).lineSpacing(), room, tall + 1), 0, words)
            top += tall

    def _draw_state(self, painter: QPainter, top: int, room: int) -> int:
        """The pill and the bar; answers where the foot begins."""
        colors, tall = ink.colors(), self._pill_height(room)
        self._draw_pill(painter, QRectF(PAD, top, room, tall))
        top += tall + SPACE + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.hover))
        painter.drawRoundedRect(QRectF(PAD, top, room, BAR), BAR / 2, BAR / 2)
        painter.setBrush(QColor(colors.accent))
        painter.drawRoundedRect(QRectF(PAD, top, max(BAR, room * self.face.progress), BAR), BAR / 2, BAR / 2)
        return top + BAR + SPACE - 1

    def _draw_pill(self, painter: QPainter, room: QRectF) -> None:
        """As everywhere; a reason that is too long for one line stands in several."""
        colors, font, face = ink.colors(), ink.font(0.88), self.face
        if room.height() == HEIGHT:
            draw_pill(painter, room, face.pill, face.tone, colors, font)
            return
        ground, words = colors.tone(face.tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(room, 8, 8)
        inside = room.adjusted(SIDE - 1, 2, -4, 0)
        if face.tone in SHAPE_OF:
            first = room.top() + 2 + QFontMetrics(font).lineSpacing() / 2
            draw_shape(painter, face.tone, QPointF(inside.left(), first - SHAPE / 2), words)
            inside.setLeft(inside.left() + SHAPE + GAP)
        painter.setPen(QColor(words))
        painter.setFont(font)
        for place, line in enumerate(self._reason(room.width())):
            painter.drawText(inside.adjusted(0, place * QFontMetrics(font).lineSpacing(), 0, 0), 0, line)


def in_lines(text: str, font: QFont, width: int, most: int = MOST_LINES) -> list[str]:
    """A text in lines of a width, broken between words, and within one only where it alone is wider; the last of the most
    lines that there may be is cut short."""
    key = (text, font.key(), width, most)
    if (known := _known.get(key)) is None:
        if len(_known) > _MOST_KNOWN:
            _known.clear()
        known = _known[key] = _broken(text, font, width, most)
    return known


def _broken(text: str, font: QFont, width: int, most: int) -> list[str]:
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    layout, option = QTextLayout(text, font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        lines.append(text[start : start + line.textLength()].strip())
        if len(lines) == most:
            lines[-1] = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
            break
    layout.endLayout()
    return lines
