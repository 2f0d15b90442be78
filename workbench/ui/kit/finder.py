"""Ctrl+K: people, numbers and commands from anywhere, as a list whose items speak."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtCore import Qt as Q
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.kit import ink
from workbench.ui.kit.icons import drawn
from workbench.ui.kit.searchbox import SearchBox

TALL, SHOWN = 46, 9
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Result:
    """Something found, and how to get there."""

    title: str
    subtitle: str
    open: Callable[[], object]
    icon: str = "user"


class Results(QAbstractListModel):
    """What was found for the text."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.results: Sequence[Result] = ()

    def show(self, results: Sequence[Result]) -> None:
        """Other results."""
        self.beginResetModel()
        self.results = results
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.results)

    def data(self, index: Index, role: int = Q.ItemDataRole.DisplayRole) -> Any:
        if role not in (Q.ItemDataRole.DisplayRole, Q.ItemDataRole.AccessibleTextRole):
            return None
        each = self.results[index.row()]
        spoken = role == Q.ItemDataRole.AccessibleTextRole and each.subtitle
        return f"{each.title}, {each.subtitle}" if spoken else each.title


class _Lines(QStyledItemDelegate):
    """Two lines each: what it is, and what sets it apart."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors, rect = ink.colors(), QRect(option.rect)  # type: ignore[attr-defined]
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(rect, QColor(colors.soft))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(colors.link))
        model = index.model()
        assert isinstance(model, Results)
        each = model.results[index.row()]
        picture = drawn(each.icon, colors.muted, 36)
        painter.drawPixmap(QRect(rect.left() + 12, rect.center().y() - 9, 18, 18), picture)
        room, half = rect.adjusted(42, 4, -12, -4), (rect.height() - 8) // 2
        if not each.subtitle:
            half *= 2
        self._write(painter, QRect(room.topLeft(), QSize(room.width(), half)), each.title, colors.text, True)
        below = QRect(room.topLeft() + QPoint(0, half), QSize(room.width(), half))
        self._write(painter, below, each.subtitle, colors.muted, False)

    @staticmethod
    def _write(painter: QPainter, room: QRect, text: str, color: str, bold: bool) -> None:
        painter.setFont(ink.font(1.0 if bold else 0.88, bold=bold))
        painter.setPen(QColor(color))
        shown = painter.fontMetrics().elidedText(text, Q.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Q.AlignmentFlag.AlignLeft | Q.AlignmentFlag.AlignVCenter), shown)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(100, TALL)


class Finder(SearchBox):
    """The line at the top of the window, and what drops down from it."""

    def __init__(self, placeholder: str, find: Callable[[str], Sequence[Result]], parent: QWidget) -> None:
        super().__init__(placeholder, parent)
        self._over = parent
        self.setObjectName("search")
        self._find = find
        self._before: QWidget | None = None
        self._offers = False
        """Whether all that can be done shows, since nothing was typed yet."""
        self._found = Results(self)
        self.popup = QFrame(parent)
        self.popup.setObjectName("popup")
        self.popup.hide()
        self.list = QListView()
        self.list.setAccessibleName("Results")
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setModel(self._found)
        self.list.setFocusProxy(self)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Q.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._open)
        column = QVBoxLayout(self.popup)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self.list)
        self.asked.connect(self._show)
        self.textEdited.connect(lambda _: self._stop_offering())

    def start(self, before: QWidget | None) -> None:
        """Take the keyboard, and remember where it was; what was looked for before is gone."""
        self._before = before if before is not self else self._before
        self.drop()
        self.setFocus(Q.FocusReason.ShortcutFocusReason)
        self._offers = True
        self._show("")

    def _show(self, text: str) -> None:
        found = list(self._find(text)) if (text or self._offers) and self.hasFocus() else []
        nothing = [Result(f"Nothing found for “{text}”", "", lambda: None, "search")] if text else []
        self._found.show(found or nothing)
        if not self._found.results or not self.hasFocus():
            self.popup.hide()
            return
        at = self.mapTo(self._over, QPoint(0, self.height() + 4))
        self.popup.setGeometry(at.x(), at.y(), self.width(), TALL * min(len(self._found.results), SHOWN) + 12)
        self.popup.show()
        self.popup.raise_()
        self.list.setCurrentIndex(self._found.index(0 if text else -1))  # Enter alone does nothing that nobody chose

    def _stop_offering(self) -> None:
        """Somebody types: what shows then is what was found."""
        if self._offers:
            self._offers = False
            self.popup.hide()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            chosen = self._found.results[index.row()]
            self.close_popup()
            self.clear()
            chosen.open()

    def close_popup(self) -> None:
        """Put the results away and give the keyboard back."""
        self._offers = False
        self.popup.hide()
        if self._before is not None:
            self._before.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, row, count = event.key(), self.list.currentIndex().row(), self._found.rowCount()
        step = {Q.Key.Key_Down: 1, Q.Key.Key_Up: -1}.get(Q.Key(key), 0)
        if step and self.popup.isVisible():
            self.list.setCurrentIndex(self._found.index((max(row, -1 if step > 0 else 0) + step) % count))
        elif key == Q.Key.Key_Down and not self.text():
            self._offers = True
            self._show("")
        elif key in (Q.Key.Key_Return, Q.Key.Key_Enter):
            super().keyPressEvent(event)  # what was typed last may not have been asked yet
            if self.popup.isVisible():
                self._open(self.list.currentIndex())
        elif key == Q.Key.Key_Escape:
            self.close_popup()
            self.drop()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Q.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()  # it closes what was found, and leaves no page
            return True
        if event.type() == QEvent.Type.FocusOut and not self.popup.underMouse():
            self._offers = False
            self.popup.hide()
        return super().event(event)
