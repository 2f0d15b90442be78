"""One card of a board: a name, a line, a pill with the reason, a bar, and a foot; painted, and spoken as one sentence."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.kit import ink
from workbench.ui.kit.shapes import HEIGHT, draw_pill, pill_width

PAD, SPACE, BAR = 10, 5, 6
_WRAP = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value)


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
        return 2 * PAD - 3 + words + HEIGHT + BAR + 3 * SPACE

    def _words(self) -> list[tuple[str, QFont]]:
        return [
            (self.face.name, ink.font(bold=True)),
            (self.face.line, ink.font(0.88)),
            (self.face.foot, ink.font(0.88)),
        ]

    def _tall(self, text: str, font: QFont, width: int) -> int:
        """Two lines at most: a name in full is worth more than an even row."""
        metrics = QFontMetrics(font)
        tall = metrics.boundingRect(0, 0, width, 10_000, _WRAP, text).height()
        return min(tall, 2 * metrics.lineSpacing())

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
            painter.drawText(QRectF(PAD, top, room, tall + 1), _WRAP, text)
            top += tall

    def _draw_state(self, painter: QPainter, top: int, room: int) -> int:
        """The pill and the bar; answers where the foot begins."""
        colors, font = ink.colors(), ink.font(0.88)
        width = min(room, pill_width(self.face.pill, self.face.tone, QFontMetrics(font)) + 2)
        draw_pill(painter, QRectF(PAD, top, width, HEIGHT), self.face.pill, self.face.tone, colors, font)
        top += HEIGHT + SPACE + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.hover))
        painter.drawRoundedRect(QRectF(PAD, top, room, BAR), BAR / 2, BAR / 2)
        painter.setBrush(QColor(colors.accent))
        painter.drawRoundedRect(QRectF(PAD, top, max(BAR, room * self.face.progress), BAR), BAR / 2, BAR / 2)
        return top + BAR + SPACE - 1
