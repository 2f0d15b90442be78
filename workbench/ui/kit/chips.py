"""A row of chips, one of which is chosen: the views of a list, with their counts."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workbench.ui.kit import ink
from workbench.ui.kit.parting import part_with
from workbench.ui.kit.pressing import ByReturn

PAD, GAP, BELOW = 12, 8, 6
"""Inside a chip, between two, and between two lines of them."""


class Chip(ByReturn, QAbstractButton):
    """One choice; painted, so that its count can be quieter than its word."""

    def __init__(self, key: str, title: str, count: int | None, tone: str) -> None:
        super().__init__()
        self.key, self.title, self.tone = key, title, tone
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """Say how many there are."""
        self.count = count
        self.setText(self.title if count is None else f"{self.title} {count:,}")
        self.setAccessibleName(self.text())
        self._size = QSize()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        if self._size.isEmpty():  # asked for some hundred times while a page is laid out
            metrics = QFontMetrics(ink.font(0.95, bold=True))
            self._size = QSize(metrics.horizontalAdvance(self.text()) + 2 * PAD, metrics.height() + 10)
        return self._size

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size = QSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colors, chosen = ink.colors(), self.isChecked()
        tone = self.tone if self.count != 0 else ""  # of none there is nothing to warn of
        color = colors.tone(tone)[1] if tone else colors.link if chosen else colors.text
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = colors.link if chosen or self.hasFocus() else color if tone else colors.border
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        ground = colors.soft if chosen else colors.hover if self.underMouse() else colors.panel
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        painter.setPen(QColor(color))
        painter.setFont(ink.font(0.95, bold=chosen))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class Chips(QWidget):
    """Exactly one is chosen; the arrows choose the neighbor. Those without room go on in the next line."""

    chosen = Signal(str)
    menu_asked = Signal(str, QPoint)
    """The key of a chip, and where on the screen its menu was asked for."""

    def __init__(self, title: str = "Views", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # fixed, it would be one line
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._chips: list[Chip] = []
        self.shy = False
        """Hidden while there is nothing to choose between."""

    def choices(self) -> list[tuple[str, str, int | None, str]]:
        """The choices as set() takes them, with the counts that are known."""
        return [(chip.key, chip.title, chip.count, chip.tone) for chip in self._chips]

    def _weigh(self) -> None:
        if self.shy:
            self.setVisible(len(self._chips) > 1)

    def tell(self, hints: Mapping[str, str]) -> None:
        """Say more of some chips, by their keys, where the mouse rests on them and to a screen reader."""
        for chip in self._chips:
            chip.setToolTip(hints.get(chip.key, ""))
            chip.setAccessibleDescription(hints.get(chip.key, ""))

    def set(self, choices: Iterable[tuple]) -> None:
        """The choices: (key, title), (key, title, count) or (key, title, count, tone). The same ones
        stay, with their new counts: who is pressing one while its page is read again has pressed it."""
        wanted = [(*choice, None, "")[:4] if len(choice) == 2 else (*choice, "")[:4] for choice in choices]
        if [(chip.key, chip.title, chip.tone) for chip in self._chips] == [
            (key, title, tone) for key, title, _, tone in wanted
        ]:
            for chip, (_, _, count, _) in zip(self._chips, wanted, strict=True):
                chip.set_count(count)
            self._room_again()
            return
        before = self.current()
        for chip in self._chips:
            part_with(chip)
        self._chips = [Chip(*each) for each in wanted]
        for chip in self._chips:
            chip.setParent(self)
            chip.toggled.connect(partial(self._toggled, chip.key))
            chip.show()
        for one, other in zip(self._chips, self._chips[1:], strict=False):
            QWidget.setTabOrder(one, other)
        self._lay()
        self.updateGeometry()
        self._weigh()
        keys = [chip.key for chip in self._chips]
        if keys:
            self.choose(before if before in keys else keys[0])

    # Lines

    def _places(self, room: int) -> list[QRect]:
        """Where the chips lie in that width."""
        places: list[QRect] = []
        left = top = 0
        sizes = [part.sizeHint() for part in self._chips]
        tall = max((size.height() for size in sizes), default=0)
        for size in (QSize(size.width(), tall) for size in sizes):
            if left and left + size.width() > room:
                left, top = 0, top + size.height() + BELOW
            places.append(QRect(left, top, size.width(), size.height()))
            left += size.width() + GAP
        return places

    def _lay(self) -> None:
        for part, place in zip(self._chips, self._places(self.width()), strict=True):
            part.setGeometry(place)

    def _room_again(self) -> None:
        """Other counts take other room; where the chips do not show, no event tells of it."""
        self._lay()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    def sizeHint(self) -> QSize:  # noqa: N802
        places = self._places(1 << 20)
        return QSize(places[-1].right() + 1, places[-1].height()) if places else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        sizes = [part.sizeHint() for part in self._chips]
        return QSize(max((each.width() for each in sizes), default=0), sizes[0].height() if sizes else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange):
            self._lay()
            self.updateGeometry()
        return super().event(event)

    # Choosing

    def current(self) -> str:
        """The key of the chosen chip."""
        return next((chip.key for chip in self._chips if chip.isChecked()), "")

    def _toggled(self, key: str, checked: bool) -> None:
        """A click and a screen reader's toggle alike choose."""
        self.choose(key)
        self.chosen.emit(key)

    def choose(self, key: str) -> None:
        """Choose without a signal; a key that is not there changes nothing."""
        if all(chip.key != key for chip in self._chips):
            return
        for chip in self._chips:
            chip.blockSignals(True)
            chip.setChecked(chip.key == key)
            chip.blockSignals(False)

    def set_counts(self, counts: Mapping[str, int | None]) -> None:
        """Change the counts of some chips, by their keys."""
        for key, count in counts.items():
            self.set_count(key, count)

    def set_count(self, key: str, count: int | None) -> None:
        """Change the count of one chip."""
        for chip in self._chips:
            if chip.key == key:
                chip.set_count(count)
        self._room_again()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Of the chip under the mouse; by the key, of the one that has the keyboard."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        for chip in self._chips:
            if chip.hasFocus() if by_key else chip.geometry().contains(event.pos()):
                self.menu_asked.emit(chip.key, chip.mapToGlobal(chip.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and self._chips:
            place = next((n for n, chip in enumerate(self._chips) if chip.hasFocus()), 0) + step
            chip = self._chips[place % len(self._chips)]
            chip.setFocus()
            chip.click()
        else:
            super().keyPressEvent(event)
