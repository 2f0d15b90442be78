"""The top of a page: who or what it is about, a sentence, and at most one primary button."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit import ink
from workbench.ui.kit.buttons import button
from workbench.ui.kit.labels import Line, title
from workbench.ui.kit.pill import Pill

SIDE = 52


class Avatar(QWidget):
    """Initials in a soft square; says nothing that the title does not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.initials = ""
        self.setFixedSize(QSize(SIDE, SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colors, painter = ink.colors(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.soft))
        painter.drawRoundedRect(self.rect(), 8, 8)
        painter.setPen(QColor(colors.link))
        painter.setFont(ink.font(1.35, bold=True))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.initials)


class Header(QWidget):
    """Title, subtitle, pills and buttons in one line."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._avatar = Avatar()
        self._avatar.hide()
        self._title, self._subtitle = title(text), Line("", 0.88)
        self._subtitle.kind("muted")
        self._subtitle.setObjectName("subtitle")
        self._subtitle.setAccessibleIdentifier("subtitle")
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._subtitle.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._pills, self._buttons = QHBoxLayout(), QHBoxLayout()
        self._pills.setSpacing(8)
        self._buttons.setSpacing(10)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        row.addLayout(self._pills)
        row.addLayout(self._buttons)

    def title(self, text: str) -> None:
        """What the page is about."""
        self._title.setText(text)

    def subtitle(self, text: str) -> None:
        """One quiet sentence; what is too long ends in an ellipsis and is told in the tooltip."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))

    def initials(self, text: str) -> None:
        """Two letters for a person; none hides the square."""
        self._avatar.initials = text
        self._avatar.setVisible(bool(text))
        self._avatar.update()

    def pills(self, pills: Iterable[tuple[str, str]]) -> None:
        """Statuses beside the buttons: (text, tone)."""
        _empty(self._pills)
        for text, tone in pills:
            self._pills.addWidget(Pill(text, tone))

    def buttons(self, actions: Iterable[QAction | tuple[QAction, str]]) -> None:
        """The page's buttons in order, the primary one last: an action, or (action, kind)."""
        _empty(self._buttons)
        for each in actions:
            doing, kind = each if isinstance(each, tuple) else (each, "")
            self._buttons.addWidget(button(doing, kind))


def _empty(row: QHBoxLayout) -> None:
    while (item := row.takeAt(0)) is not None:
        if (part := item.widget()) is not None:
            part.hide()
            part.setParent(None)
