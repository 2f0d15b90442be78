"""A row of chips, one of which is chosen: the views of a list, with their counts."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from workbench.ui.kit import ink

PAD = 12


class Chip(QAbstractButton):
    """One choice; painted, so that its count can be quieter than its word."""

    def __init__(self, key: str, title: str, count: int | None, tone: str) -> None:
        super().__init__()
        self.key, self.title, self.tone = key, title, tone
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """Say how many there are."""
        self.setText(self.title if count is None else f"{self.title} {count:,}")
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(ink.font(0.95, bold=True))
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * PAD, metrics.height() + 10)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colors, chosen = ink.colors(), self.isChecked()
        color = colors.tone(self.tone)[1] if self.tone else colors.link if chosen else colors.text
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = colors.link if chosen or self.hasFocus() else color if self.tone else colors.border
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        ground = colors.soft if chosen else colors.hover if self.underMouse() else colors.panel
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        painter.setPen(QColor(color))
        painter.setFont(ink.font(0.95, bold=chosen))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class Chips(QWidget):
    """Exactly one is chosen; the arrows choose the neighbor."""

    chosen = Signal(str)

    def __init__(self, title: str = "Views", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._chips: list[Chip] = []

    def set(self, choices: Iterable[tuple]) -> None:
        """The choices: (key, title), (key, title, count) or (key, title, count, tone)."""
        before = self.current()
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.setParent(None)
        self._chips = [Chip(*(*choice, None, "")[:4] if len(choice) == 2 else (*choice, "")[:4]) for choice in choices]
        for place, chip in enumerate(self._chips):
            self._row.insertWidget(place, chip)
            chip.toggled.connect(partial(self._toggled, chip.key))
            chip.show()
        keys = [chip.key for chip in self._chips]
        if keys:
            self.choose(before if before in keys else keys[0])

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

    def set_count(self, key: str, count: int | None) -> None:
        """Change the count of one chip."""
        for chip in self._chips:
            if chip.key == key:
                chip.set_count(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and self._chips:
            place = next((n for n, chip in enumerate(self._chips) if chip.hasFocus()), 0) + step
            chip = self._chips[place % len(self._chips)]
            chip.setFocus()
            chip.click()
        else:
            super().keyPressEvent(event)
