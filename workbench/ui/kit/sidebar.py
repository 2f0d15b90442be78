"""The pages, one button each; the count is drawn in the button and spoken as its description."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.kit import ink
from workbench.ui.kit.card import scrolled
from workbench.ui.kit.icons import drawn
from workbench.ui.kit.labels import Words
from workbench.ui.kit.page import Described
from workbench.ui.kit.pressing import ByReturn

WIDTH, RAIL = 208, 56
"""With names, and with icons alone."""
BREAK = 9
"""Above a group."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def key_of_page(number: int) -> str:
    """The key of a page by its number from 1: Ctrl+1 to Ctrl+9, then Alt+0 and so on; "" beyond."""
    if number <= 9:
        return f"Ctrl+{number}"
    return f"Alt+{number - 10}" if number <= 19 else ""


def key_to(page: Described, place: int) -> str:
    """The key of a page that is at a place among those that show: it goes by the page's own number, where it has one."""
    return key_of_page(getattr(page, "number", place))


class Entry(ByReturn, QAbstractButton):
    """One page of the sidebar, one of several as a radio button is; every one is reached by Tab, and the arrows are the sidebar's."""

    tabbed = Signal()
    """It got the keyboard."""
    lit = False
    """Whether its page shows, or one that stands under it."""

    def __init__(self, page: Described, place: int) -> None:
        super().__init__()
        self.key, self._icon, self.count = page.key, page.icon, ""
        self._keys, self._narrow = key_to(page, place), False
        self.setText(page.title)
        self.setAccessibleName(page.title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._tell()

    def light(self, lit: bool, here: bool) -> None:
        """Light it or not; checked, which a press cannot undo, it is where its own page shows."""
        self.lit = lit
        self.setAutoExclusive(False)
        self.setChecked(here)
        self.setAutoExclusive(True)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Qt leaves Tab to one of several that exclude each other; these are pages, and Tab comes to each."""
        super().focusInEvent(event)
        self.tabbed.emit()

    def set_count(self, count: str) -> None:
        """What stands beside the name."""
        self.count = count
        self.setAccessibleDescription(count)
        self._tell()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, with a dot where there is a count; the tooltip says both."""
        self._narrow = narrow
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        said = " · ".join(part for part in (self.text(), self.count) if part) if self._narrow else ""
        self.setToolTip(f"{said} ({self._keys})" if said and self._keys else said or self._keys)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize((RAIL if self._narrow else WIDTH) - 16, max(30, self.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.sizeHint().width(), self.fontMetrics().height() + 7)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colors, chosen, painter = ink.colors(), self.lit, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if chosen or self.underMouse() or self.hasFocus():
            ring = QPen(QColor(colors.text if chosen else colors.link), 1.6) if self.hasFocus() else Qt.PenStyle.NoPen
            painter.setPen(ring)
            painter.setBrush(QColor(colors.accent if chosen else colors.hover if self.underMouse() else colors.sidebar))
            painter.drawRoundedRect(body, 6, 6)
        words = colors.on_accent if chosen else colors.text
        picture = drawn(self._icon, words if chosen else colors.muted, 36)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left = body.center().x() - 9 if self._narrow else 10
        painter.drawPixmap(QRectF(left, body.center().y() - 8, 16, 16), picture, QRectF(picture.rect()))
        if self._narrow:
            if self.count:
                self._draw_dot(painter, body)
            return
        painter.setPen(QColor(words))
        painter.setFont(ink.font(bold=chosen))
        painter.drawText(body.adjusted(34, 0, -8, 0), int(_LEFT), self.text())
        if self.count:
            self._draw_count(painter, body)

    def _draw_dot(self, painter: QPainter, body: QRectF) -> None:
        colors = ink.colors()
        painter.setPen(QPen(QColor(colors.accent if self.lit else colors.sidebar), 1.5))
        painter.setBrush(QColor(colors.on_accent if self.lit else colors.link))
        painter.drawEllipse(QRectF(body.center().x() + 3, body.center().y() - 11, 8, 8))

    def _draw_count(self, painter: QPainter, body: QRectF) -> None:
        colors, font = ink.colors(), ink.font(0.85)
        metrics = QFontMetrics(font)
        width, height = metrics.horizontalAdvance(self.count) + 16, metrics.height() + 3
        room = QRectF(body.right() - width - 7, body.center().y() - height / 2, width, height)
        chosen = self.lit
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.soft if chosen else colors.tones["quiet"][0]))
        painter.drawRoundedRect(room, height / 2, height / 2)
        painter.setPen(QColor(colors.text if chosen else colors.tones["quiet"][1]))
        painter.setFont(font)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self.count)


class Sidebar(QFrame):
    """Grouped entries, exactly one of which is lit; where the screen is low, they move together, then scroll."""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[Described], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName("Pages")
        self.narrow = self._again = False
        self.entries: dict[str, Entry] = {}
        self._groups: list[tuple[Words, str]] = []
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        group = ""
        for page in pages:
            if page.group != group:
                group = page.group
                self._groups.append((self._heading(group), group))
                column.addWidget(self._groups[-1][0])
            entry = Entry(page, len(self.entries) + 1)
            entry.toggled.connect(partial(self._toggled, page.key))
            entry.pressed.connect(partial(self._pressed, page.key))
            entry.clicked.connect(partial(self._clicked, page.key))
            entry.tabbed.connect(self._keep_tabs)
            self.entries[page.key] = entry
            column.addWidget(entry)
        column.addStretch(1)
        self._area = self._scrolled(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 10, 7, 6)
        outer.addWidget(self._area)
        self.set_narrow(False)

    @staticmethod
    def _heading(group: str) -> Words:
        words = Words(group, 0.85, bold=True)
        words.setIndent(10)
        words.setAlignment(Qt.AlignmentFlag.AlignBottom)
        return words

    @staticmethod
    def _scrolled(inner: QWidget) -> QScrollArea:
        area = scrolled(inner)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, or with their names; a group is then a gap."""
        self.narrow = narrow
        self.setFixedWidth(RAIL if narrow else WIDTH)
        for words, group in self._groups:
            words.setText("" if narrow else group)
            words.setFixedHeight(BREAK if narrow else words.fontMetrics().height() + 2 * BREAK)
        for entry in self.entries.values():
            entry.set_narrow(narrow)

    def _toggled(self, key: str, checked: bool) -> None:
        """A click and a screen reader's toggle alike go to the page."""
        if checked:
            self.light(key)
            self.chosen.emit(key)

    def _pressed(self, key: str) -> None:
        self._again = self.entries[key].isChecked()

    def _clicked(self, key: str) -> None:
        """A click on the page that shows goes there again."""
        if self._again:
            self._again = False
            self.chosen.emit(key)

    def _keep_tabs(self) -> None:
        for entry in self.entries.values():
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def light(self, key: str, here: bool = True) -> None:
        """Light the entry of the page that shows, and no other; not here where a page under it shows."""
        for each, entry in self.entries.items():
            entry.blockSignals(True)
            entry.light(each == key, each == key and here)
            entry.blockSignals(False)
        self._keep_tabs()

    def set_count(self, key: str, count: str) -> None:
        """Change what stands beside a page's name."""
        if key in self.entries:
            self.entries[key].set_count(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        all_ = list(self.entries.values())
        here = next((n for n, entry in enumerate(all_) if entry.hasFocus()), -1)
        if step and here >= 0:
            all_[(here + step) % len(all_)].setFocus()
        else:
            super().keyPressEvent(event)
