"""The tabs of a file: underlined words with counts."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyleOptionTab,
    QStylePainter,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from workbench.ui.kit import ink

GAP, CLOSE = 22, 12
"""Logical pixels between two tabs, and where all would not fit otherwise."""
_MIDDLE_LEFT = int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft).value)


class Tabs(QTabBar):
    """A tab bar of Qt's own (arrows, names, selection are spoken), painted our way."""

    chosen = Signal(str)

    def __init__(self, title: str = "Parts of the file", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = GAP
        self.setAccessibleName(title)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        for arrow in self.findChildren(QToolButton):  # the arrow keys go from tab to tab: Tab need not stop at these
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentChanged.connect(self._tell)

    def _tell(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(self.tabData(place))

    def set(self, tabs: Iterable[tuple]) -> None:
        """The tabs: (key, title) or (key, title, count); the chosen one stays chosen."""
        before = self.current()
        self.blockSignals(True)
        wanted = [(*tab, None)[:3] for tab in tabs]
        texts = [self._text(title, count) for _, title, count in wanted]
        self._stand(texts, self.width())
        while self.count() > len(wanted):
            self.removeTab(self.count() - 1)
        for place, ((key, *_), text) in enumerate(zip(wanted, texts, strict=True)):
            if place < self.count():
                self.setTabText(place, text)
            else:
                self.addTab(text)
            self.setTabData(place, key)
        self.choose(before)
        self.blockSignals(False)

    @staticmethod
    def _text(title: str, count: int | None) -> str:
        return (title if count is None else f"{title} {count:,}").replace("&", "&&")

    def _stand(self, texts: Sequence[str], width: int) -> None:
        """Where the tabs have no room they stand closer, before the last of them hides behind arrows."""
        wide = sum(self._words(each) for each in texts)
        self._gap = GAP if wide + len(texts) * GAP <= width else CLOSE

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._stand([self.tabText(place) for place in range(self.count())], event.size().width())
        super().resizeEvent(event)

    def current(self) -> str:
        """The key of the chosen tab."""
        return str(self.tabData(self.currentIndex()) or "")

    def choose(self, key: str) -> None:
        """Choose a tab by its key."""
        for place in range(self.count()):
            if self.tabData(place) == key:
                self.setCurrentIndex(place)

    def turn(self, by: int) -> None:
        """The next part, or the one before; after the last comes the first."""
        self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def enter(self, part: QWidget) -> None:
        """Give the keyboard to the first table of a part, so that its keys work there; without one it stays on the tabs."""
        tables = (each for each in part.findChildren(QTableView) if each.isVisibleTo(part))
        (next(tables, None) or self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802
        high = QFontMetrics(ink.font(bold=True)).height()
        return QSize(self._words(self.tabText(index)) + self._gap, high + 18)

    @staticmethod
    def _words(text: str) -> int:
        """How wide the words of a tab are; the chosen one is bold, whatever the font."""
        return QFontMetrics(ink.font(bold=True)).horizontalAdvance(text) + 6

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colors, painter = ink.colors(), QStylePainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colors.border))
        for place in range(self.count()):
            self._draw(painter, place, self.tabRect(place))

    def _draw(self, painter: QPainter, place: int, rect: QRect) -> None:
        colors, chosen = ink.colors(), place == self.currentIndex()
        option = QStyleOptionTab()
        self.initStyleOption(option, place)
        words = rect.adjusted(0, 0, -self._gap, 0)
        painter.setFont(ink.font(bold=chosen))
        color = colors.link if chosen else colors.muted
        painter.setPen(QColor(color))
        text = self.tabText(place).replace("&&", "&")
        painter.drawText(words, _MIDDLE_LEFT, text)
        width = painter.fontMetrics().horizontalAdvance(text)
        if chosen:
            painter.fillRect(words.left(), rect.bottom() - 1, width, 2, QColor(colors.link))
        if chosen and bool(option.state & QStyle.StateFlag.State_HasFocus):  # type: ignore[attr-defined]
            painter.setPen(QColor(colors.link))
            painter.drawRoundedRect(QRect(words.left() - 4, rect.top() + 4, width + 8, rect.height() - 10), 4, 4)
