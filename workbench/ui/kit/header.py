"""The top of a page: who or what it is about, a sentence, and at most one primary button."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from workbench.ui.kit import ink
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.labels import Line, title
from workbench.ui.kit.parting import empty
from workbench.ui.kit.pill import Pill

SIDE, GAP = 52, 14
LEAST = 120
"""Of the title, in logical pixels."""


class Avatar(QWidget):
    """A person's picture, else the initials in a soft square; says nothing that the title does not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.initials = ""
        self.picture = QImage()
        self.setFixedSize(QSize(SIDE, SIDE))
        self._offered: tuple[QAction, ...] = ()

    def offer(self, actions: Iterable[QAction], hint: str) -> None:
        """What can be done with the picture: a click does the first, the menu has all; each has keys of its own."""
        self._offered = tuple(actions)
        self.setToolTip(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            for each in self._offered[:1]:
                each.trigger()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        if self._offered:
            menu = QMenu(self)
            menu.addActions(self._offered)
            menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colors, painter = ink.colors(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.picture.isNull():
            self._paint_picture(painter)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.soft))
        painter.drawRoundedRect(self.rect(), 8, 8)
        painter.setPen(QColor(colors.link))
        painter.setFont(ink.font(1.35, bold=True))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.initials)

    def _paint_picture(self, painter: QPainter) -> None:
        """What of it is square in the middle, and of a tall one rather the upper part: there is the face."""
        wide, tall = self.picture.width(), self.picture.height()
        side = min(wide, tall)
        cut = QRect((wide - side) // 2, (tall - side) // 4, side, side)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(outline)
        painter.drawImage(self.rect(), self.picture, cut)


class Header(QWidget):
    """Title, subtitle, pills and buttons in one line. Where there is less room, the pills go below the title, and the line there
    goes on under the buttons; with less still, buttons go into a menu, then the subtitle ends early; the title gives way last."""

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
        self._pills, self._buttons, self._low = QWidget(), ButtonRow(), False
        self._under, self._over = False, 0
        self._pill_row, self._below = QHBoxLayout(self._pills), QHBoxLayout()
        self._pill_row.setContentsMargins(0, 0, 0, 0)
        self._pill_row.setSpacing(8)
        self._below.setSpacing(10)
        self._below.addWidget(self._subtitle, 1)
        self._below.addStretch()  # an empty line would be no wider than nothing, and the title with it
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._title, 0, 1)
        self._grid.addWidget(self._avatar, 0, 0, 2, 1)
        self._place()

    def title(self, text: str) -> None:
        """What the page is about."""
        self._title.setText(text)
        self._arrange()

    def said(self) -> str:
        """What the page is about."""
        return self._title.text()

    def subtitle(self, text: str) -> None:
        """One quiet sentence; what is too long ends in an ellipsis and is told in the tooltip."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))
        self._arrange()

    def initials(self, text: str) -> None:
        """Two letters for a person; none hides the square."""
        self._avatar.initials = text
        self._avatar.setVisible(bool(text))
        self._avatar.update()

    def offer_picture(self, actions: Iterable[QAction], hint: str) -> None:
        """What a click on the picture, or on the initials, does, and what their menu has."""
        self._avatar.offer(actions, hint)

    def picture(self, content: bytes | None) -> None:
        """A picture in the place of the initials; None brings those back."""
        self._avatar.picture = QImage.fromData(content) if content else QImage()
        self._avatar.update()

    def is_picture_at(self, at: QPoint) -> bool:
        """Whether a place of the header is the picture's."""
        return not self._avatar.isHidden() and self._avatar.geometry().contains(at)

    def pills(self, pills: Iterable[tuple[str, str]]) -> None:
        """Statuses beside the buttons: (text, tone)."""
        empty(self._pill_row)
        for text, tone in pills:
            self._pill_row.addWidget(Pill(text, tone))
        self._pills.setVisible(self._pill_row.count() > 0)
        self._arrange()

    def buttons(self, actions: Iterable[QAction | tuple[QAction, str]]) -> None:
        """The page's buttons in order, the primary one last: an action, or (action, kind)."""
        self._buttons.set(actions)
        self._arrange()

    # Room

    def keep_clear(self, over: int) -> None:
        """So many logical pixels at the right are out of sight: the buttons stand before them."""
        if over != self._over:
            self._over = over
            self._grid.setContentsMargins(0, 0, over, 0)
            self._arrange()

    def _arrange(self) -> None:
        """Give each its room, as the class says."""
        named = self._title.fontMetrics().horizontalAdvance(self._title.text()) + 2
        square = 0 if self._avatar.isHidden() else SIDE + GAP
        pills = 0 if self._pills.isHidden() else self._pill_row.sizeHint().width() + GAP
        room = self.width() - self._over
        beside = square + self._buttons.sizeHint().width() + GAP
        self._lower(bool(pills) and square + named + pills + self._buttons.sizeHint().width() + GAP > room)
        said = self._subtitle.fontMetrics().horizontalAdvance(self._subtitle.text()) + 2
        self._sink(square + said + pills + self._buttons.sizeHint().width() + GAP > room)
        left = room - square - GAP - self._buttons.minimumSizeHint().width()
        short = named + beside > room
        self._title.setMinimumWidth(max(min(named, left), 0) if short else 0)

    def _lower(self, low: bool) -> None:
        if low == self._low:
            return
        self._low = low
        if low:
            self._grid.removeWidget(self._pills)
            self._below.insertWidget(0, self._pills)
        else:
            self._below.removeWidget(self._pills)
        self._place()

    def _sink(self, under: bool) -> None:
        if under != self._under:
            self._under = under
            self._place()

    def _place(self) -> None:
        """The line below the title ends before the buttons, or goes on under them."""
        high, wide = (1, 3) if self._under else (2, 1)
        self._grid.setVerticalSpacing(0 if self._under else 2)  # the buttons are higher than the title
        for part in (self._pills, self._buttons):
            self._grid.removeWidget(part)
        if (place := self._grid.indexOf(self._below)) >= 0:
            self._grid.takeAt(place)
        if not self._low:
            self._grid.addWidget(self._pills, 0, 2, high, 1)
        self._grid.addWidget(self._buttons, 0, 3, high, 1)
        self._grid.addLayout(self._below, 1, 1, 1, wide)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        square = 0 if self._avatar.isHidden() else SIDE + GAP
        return QSize(square + LEAST + GAP + self._buttons.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)
