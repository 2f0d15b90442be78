"""How a cell is painted: words, pills, what was and what is; elided texts are remembered."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip, QWidget

from workbench.records import texts
from workbench.ui.kit import ink
from workbench.ui.kit.cell_line import CellLine
from workbench.ui.kit.group_rows import draw_head
from workbench.ui.kit.in_words import not_set
from workbench.ui.kit.listed import Column, Row
from workbench.ui.kit.rows import Rows
from workbench.ui.kit.shapes import draw_pills, draw_tick, pill_width
from workbench.ui.kit.written_cells import APART, BECAME, LEFT, RIGHT, WrittenCells

CHECK = 16
"""The side of a check box; it and its margin stand before the first column's words."""
BETWEEN = " ¦ "
"""Between several pills of one cell, in its text and in its tone."""
PILLS = 4
"""Between two pills, in logical pixels."""
DAYS = tuple(f"{month} 28 2028" for month in texts.MONTHS)
"""Days as wide as any."""
_MOST = 20_000
_Middle = Qt.AlignmentFlag.AlignVCenter


class Cells(WrittenCells):
    """Paints the cells of one table straight from the model's rows."""

    def __init__(self, view: QAbstractItemView, model: Rows, *, checks: bool = False) -> None:
        super().__init__(view, model)
        self._view, self.checks = view, checks
        self.first = 0
        """The logical number of the column that stands first."""
        self._at = -1, -1
        self.has_days: Callable[[str], bool] = lambda key: False
        """Whether what is typed into a column is a day."""
        self.day_of: Callable[[str, str], date | None] = lambda key, text: None
        """The day that is understood of what is typed into a column."""
        self.means: Callable[[int, str, date], str] = lambda id, key, day: ""
        """What comes of a day in a row's cell once it is kept, if that is more than the day."""
        self.restyle()

    def restyle(self) -> None:
        """Take colors and fonts anew."""
        self._colors = ink.colors()
        super().restyle()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        colors, number, heads = self._colors, index.column(), self._model.heads
        if (head := heads.at(index.row())) is not None:
            draw_head(painter, self._view, rect, head, head.key in heads.closed, index.row(), (self._bold, self._plain))
            return
        painter.fillRect(rect, QColor(colors.soft if chosen else colors.panel))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colors.line))
        left = rect.left() + LEFT
        if number == self.first:
            left += self._draw_edge(painter, rect, index.row(), chosen)
        row = self._model.row_at(index.row())
        if row is not None:
            room = QRect(left, rect.top(), rect.right() - RIGHT - left + 1, rect.height() - 1)
            self._draw(painter, room, self._model.columns[number], row, number)
            self._mark(painter, rect, row.id, index, number)

    def go_to(self, current: QModelIndex) -> None:
        """The keyboard is on that cell: asked of Qt for every cell, it would cost three times the painting."""
        self._at = current.row(), current.column()

    def _mark(
        self, painter: QPainter, rect: QRect, id: int, index: QModelIndex | QPersistentModelIndex, number: int
    ) -> None:
        """A broken line with a flag in its corner around a cell that could not be set; a line around the one that F2 edits."""
        model = self._model
        if model.refused and (id, model.columns[number].key) in model.refused:
            wrong = QColor(self._colors.tone("bad")[1])
            painter.setPen(QPen(wrong, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(2, 3, -3, -4))
            corner = rect.topRight() + QPoint(-2, 3)
            painter.setBrush(wrong)
            painter.drawPolygon(QPolygon([corner, corner - QPoint(9, 0), corner + QPoint(0, 9)]))
        elif (index.row(), number) == self._at and model.columns[number].key in model.editable and self._is_at(index):
            painter.setPen(QPen(QColor(self._colors.link), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 2, -2, -3))

    def _is_at(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return self._view.hasFocus() and self._view.currentIndex() == index

    def _draw(self, painter: QPainter, room: QRect, column: Column, row: Row, number: int) -> None:
        text, tone = row.texts[number], row.tones[number]
        if not text or room.width() < 4:
            return
        painter.save()
        if getattr(column, "button", False):
            self._draw_button(painter, room, text)
        elif column.pill and tone:
            self._draw_pills(painter, QRectF(room), text, tone)
        elif BECAME in text:
            was, now = text.split(BECAME, 1)
            self._draw_change(painter, room, was, now, number)
        elif column.bold and APART in text:
            self._draw_named(painter, room, text, self._colors.ink(tone), number in self.wraps)
        elif number in self.wraps:
            self._write_lines(painter, room, text, self._bold if column.bold else self._plain, self._colors.ink(tone))
        else:
            font = self._struck() if tone == "gone" else self._bold if column.bold else self._plain
            self._write(painter, room, text, font, self._colors.ink(tone), right=column.align == "right")
        painter.restore()

    def _draw_pills(self, painter: QPainter, room: QRectF, text: str, tone: str) -> None:
        """One whole pill after the other, and how many more there are; the first alone may be cut short."""
        pills = list(zip(text.split(BETWEEN), tone.split(BETWEEN), strict=True))
        draw_pills(painter, room, pills, PILLS, self._colors, self._small)

    def button_rect(self, room: QRect, text: str) -> QRect:
        """Where the button of a cell lies: at the right, in the middle."""
        metrics = self._metrics[id(self._plain)]
        width = min(metrics.horizontalAdvance(text) + 2 * LEFT, room.width())
        height = min(metrics.height() + 8, room.height() - 4)
        return QRect(room.right() - width + 1, room.center().y() - height // 2, width, height)

    def _draw_button(self, painter: QPainter, room: QRect, text: str) -> None:
        body = self.button_rect(room, text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._colors.border), 1))
        painter.setBrush(QColor(self._colors.panel))
        painter.drawRoundedRect(QRectF(body).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(self._plain)
        painter.setPen(QColor(self._colors.text))
        painter.drawText(body, int(Qt.AlignmentFlag.AlignCenter), text)

    def _draw_change(self, painter: QPainter, room: QRect, was: str, now: str, number: int) -> None:
        """What was, struck, and what is now; “Phone: ” before it stays."""
        if number in self.wraps and not self._in_one(f"{was}{BECAME}{now}", self._plain, room.width()):
            gone = [(was, self._struck(), self._colors.tone("bad")[1])] if was else []
            self._write_parts(painter, room, [*gone, (now, self._plain, self._colors.text)])
            return
        if number in self.stacked and was:
            above, below = self._halves(room)
            self._write(painter, above, was, self._struck(), self._colors.tone("bad")[1])
            self._write(painter, below, now, self._plain, self._colors.text)
            return
        label, colon, value = was.partition(": ") if ": " in was else ("", "", was)
        used = self._write(painter, room, label + colon, self._plain, self._colors.text) if label else 0
        room = room.adjusted(used, 0, 0, 0)
        used = self._write(painter, room, value, self._struck(), self._colors.tone("bad")[1]) if value else 0
        self._write(painter, room.adjusted(used + (5 if value else 0), 0, 0, 0), now, self._plain, self._colors.text)

    def _draw_named(self, painter: QPainter, room: QRect, text: str, color: str, may_stack: bool) -> None:
        """A name, and behind it what tells more; below it where that has no room there, and the row is as tall."""
        lead, rest = text.split(APART, 1)
        if may_stack and not self._in_one(text, self._bold, room.width()) and room.height() >= 2 * self._line:
            self._write_parts(painter, room, [(lead, self._bold, color), (rest, self._plain, color)])
            return
        beside = room.adjusted(self._write(painter, room, lead, self._bold, color), 0, 0, 0)
        self._write(painter, beside, f"{APART}{rest}", self._plain, color)

    def _write(self, painter: QPainter, room: QRect, text: str, font: QFont, color: str, *, right: bool = False) -> int:
        shown = self._elide(text, font, room.width())
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(
            room, int(_Middle | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)), shown
        )
        return self._advance(font).horizontalAdvance(shown)

    def _elide(self, text: str, font: QFont, width: int) -> str:
        key = (text, font is self._bold, width)
        found = self._elided.get(key)
        if found is None:
            if len(self._elided) > _MOST:
                self._elided.clear()
            mode = Qt.TextElideMode.ElideMiddle if "@" in text and " " not in text else Qt.TextElideMode.ElideRight
            found = self._elided[key] = self._advance(font).elidedText(text.replace("\n", " "), mode, width)
        return found

    def _draw_edge(self, painter: QPainter, rect: QRect, row: int, chosen: bool) -> int:
        """Mark the current row at the very left, and draw its check box; the width taken."""
        if self._view.hasFocus() and self._view.currentIndex().row() == row:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height() - 1, QColor(self._colors.link))
        if not self.checks:
            return 0
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.check_box(rect)).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(QColor(self._colors.accent if chosen else self._colors.edge), 1.2))
        painter.setBrush(QColor(self._colors.accent if chosen else self._colors.panel))
        painter.drawRoundedRect(box, 3, 3)
        if chosen:
            draw_tick(painter, box, self._colors.on_accent)
        painter.restore()
        return CHECK + LEFT

    @staticmethod
    def check_box(rect: QRect) -> QRect:
        """Where the check box of a row's first cell lies."""
        return QRect(rect.left() + LEFT, rect.top() + (rect.height() - CHECK) // 2, CHECK, CHECK)

    def width_of(self, column: Column, number: int, row: Row) -> int:
        """How wide a cell would like to be, in logical pixels."""
        text = row.texts[number]
        if column.pill and row.tones[number]:
            metrics, tones = self._metrics[id(self._small)], row.tones[number].split(BETWEEN)
            pills = zip(text.split(BETWEEN), tones, strict=True)
            used = sum(pill_width(said, tone, metrics) + PILLS for said, tone in pills) - PILLS
        else:
            metrics = self._metrics[id(self._bold if column.bold else self._plain)]
            parts = text.split(BECAME, 1) if number in self.stacked else [text]
            used = max(map(metrics.horizontalAdvance, parts))
        used += 2 * LEFT if getattr(column, "button", False) else 0
        return used + LEFT + RIGHT + 2 + (CHECK + LEFT if self.checks and number == self.first else 0)

    def longest_width(self, column: Column, empty: bool) -> int:
        """How wide a cell is with the longest that may stand in it, where that is known: on its button, in its pill, or as a day."""
        longest = getattr(column, "longest", "")
        plain = self._metrics[id(self._plain)].horizontalAdvance
        if longest and getattr(column, "button", False):
            return plain(longest) + 3 * LEFT + RIGHT + 2
        if longest:
            return pill_width(longest, "warn", self._metrics[id(self._small)]) + LEFT + RIGHT + 2
        if getattr(column, "of_days", False) and not empty:  # of an empty one nobody knows whether any will stand there
            return max(map(plain, DAYS)) + LEFT + RIGHT + 2
        return 0

    def bold_width(self, text: str) -> int:
        """How wide bold words are, in logical pixels."""
        return self._metrics[id(self._bold)].horizontalAdvance(text)

    def createEditor(  # noqa: N802
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A line that says what it edits, and holds the order while it is open."""
        column = self._model.columns[index.column()]
        day_of = partial(self.day_of, column.key) if self.has_days(column.key) else None
        row = self._model.row_at(index.row())
        means = partial(self.means, row.id, column.key) if row is not None and day_of else None
        box = CellLine(parent, self._model.today, self._model.choices(column.key), day_of, means)
        box.setAccessibleName(column.heading)
        self._model.hold()
        return box

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802
        """What the cell holds."""
        super().setEditorData(editor, index)
        if isinstance(editor, CellLine):
            editor.begin()

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """What was typed, once it is whole."""
        if isinstance(editor, CellLine):
            editor.complete()
            if editor.text() == editor.first:
                return  # a day stands otherwise in its cell
        super().setModelData(editor, model, index)

    def helpEvent(  # noqa: N802
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """The whole text, only where it was cut short."""
        row = self._model.row_at(index.row()) if index.isValid() else None
        if row is not None:
            column = self._model.columns[index.column()]
            cut = self.width_of(column, index.column(), row) - 2 > option.rect.width()  # type: ignore[attr-defined]
            if index.column() in self.wraps:
                cut = self._height_of(row, index.column(), option.rect.width(), 99) > option.rect.height()  # type: ignore[attr-defined]
            said = row.texts[index.column()] if cut else ""
            if refused := self._model.refused.get((row.id, column.key)):
                said = not_set(*refused)
            QToolTip.showText(event.globalPos(), said, view)
        return True
