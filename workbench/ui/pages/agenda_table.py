"""The table of an agenda: numbered items under their sections, moved by keys or dragged with the mouse."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication

from workbench.lists.agenda_parts import Agenda, Item, Section
from workbench.ui.kit import ink
from workbench.ui.kit.cells import BETWEEN, Cells
from workbench.ui.kit.heights import Heights
from workbench.ui.kit.plain import Column, PlainList, Row
from workbench.ui.kit.rows import Column as AnyColumn
from workbench.ui.kit.rows import Row as AnyRow
from workbench.ui.kit.seat import Seat
from workbench.ui.kit.table import Table
from workbench.ui.kit.written_cells import APART

COLUMNS = (
    Column("number", "No."),
    Column("item", "Item", bold=True),
    Column("asked", "Action asked"),
    Column("minutes", "Min", align="right"),
    Column("flags", "Flags", pill=True),
)
SHARES = (8, 37, 23, 7, 25)
"""Percent of the width: the names of items need the most."""
WIDE = (800, (5, 34, 16, 5, 40))
"""Logical pixels from which on names have enough, and the flags have what is left."""
LINES = 3
"""Of a title, at most."""
INDENT, GRIP = 16, 12
"""Logical pixels: how far items stand in under their section, and the room of the six dots."""
HEAD, FILED = "head", "filed"
"""Tones of the cell of an item: a section's head, or an item that stands under one."""


def rows_of(agenda: Agenda) -> list[Row]:
    """The rows of an agenda: a head for each section that needs one, with a negative id; then its items."""
    rows = []
    for place, section in enumerate(agenda.sections):
        if section.headed:
            total = sum(item.minutes for item in section.items)
            title = f"{section.name} · {section.count}"
            rows.append(Row(-1 - place, (section.number, title, "", str(total or ""), ""), ("", HEAD, "", "quiet", "")))
        rows += [_row(item, section.headed) for item in section.items]
    return rows


def _row(item: Item, under: bool) -> Row:
    title = f"{item.title} · {item.detail}" if item.detail else item.title
    flags = list(item.flags)
    if item.outcome:
        flags = [(outcome_tone(item.outcome), item.outcome), *flags]
    said, tones = BETWEEN.join(text for _, text in flags), BETWEEN.join(tone for tone, _ in flags)
    return Row(
        item.id,
        (item.number, title, item.asks.replace("Category ", "Cat. "), str(item.minutes or ""), said),
        ("quiet" if under else "", FILED if under else HEAD, "", "quiet", tones),
    )


def outcome_tone(outcome: str) -> str:
    """How an outcome looks."""
    known = {"Approved": "good", "Approved with conditions": "warn", "Not approved": "bad", "Deferred": "warn"}
    return known.get(outcome, "info" if outcome else "")


class AgendaCells(Cells):
    """Heads are bold; what stands under one is set in, with six dots to drag it by."""

    def _draw(self, painter: QPainter, room: QRect, column: AnyColumn, row: AnyRow, number: int) -> None:
        tone = row.tones[number]
        if column.key != "item":
            super()._draw(painter, room, column, row, number)
        elif tone == HEAD:
            self._draw_titled(painter, room, row.texts[number], self._bold)
        else:
            self._draw_grip(painter, room.left() + INDENT, room.center().y())
            self._draw_titled(painter, room.adjusted(INDENT + GRIP, 0, 0, 0), row.texts[number], self._plain)

    def _draw_titled(self, painter: QPainter, room: QRect, text: str, font: QFont) -> None:
        """A title, and what tells more of it behind it, else below it."""
        lead, dot, rest = text.partition(APART)
        if not self._in_one(text, font, room.width()) and room.height() >= 2 * self._line:
            more = [(rest, self._plain, self._colors.muted)] if dot else []
            self._write_parts(painter, room, [(lead, font, self._colors.text), *more])
            return
        used = self._write(painter, room, lead, font, self._colors.text)
        if dot:
            self._write(painter, room.adjusted(used, 0, 0, 0), f"{APART}{rest}", self._plain, self._colors.muted)

    def _font(self, row: AnyRow, number: int) -> QFont:
        return self._plain if row.tones[number] == FILED else super()._font(row, number)

    def _height_of(self, row: AnyRow, number: int, width: int, most: int) -> int:
        return super()._height_of(row, number, width - (INDENT + GRIP) * (row.tones[number] == FILED), most)

    def _draw_grip(self, painter: QPainter, left: int, middle: int) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colors.muted))
        for across in (0, 4):
            for down in (-4, 0, 4):
                painter.drawEllipse(QPointF(left + across + 1, middle + down), 1.1, 1.1)
        painter.restore()

    def width_of(self, column: AnyColumn, number: int, row: AnyRow) -> int:
        return super().width_of(column, number, row) + (INDENT + GRIP if column.key == "item" else 0)


class AgendaTable(Table):
    """Items are dragged up and down; while one is held, a line shows where it would go, and Esc lets it be."""

    painted_by = AgendaCells
    dropped = Signal(object, object, str)
    """The ids that were dragged, the item before which they go or None, and the section."""
    section_dropped = Signal(str, int)
    """A section that was dragged by its head, and by how many places."""

    def __init__(self, today: Callable[[], date], seat: Seat | None = None) -> None:
        self.listed = PlainList("agenda", "Agenda", COLUMNS)
        super().__init__(self.listed, today, name="Agenda", seat=seat)
        self.agenda: Agenda | None = None
        self.can_drag = True
        self._pressed: QPoint | None = None
        self._gap = -1
        self.heading.setSectionsClickable(False)
        self.columns.shares, self.columns.wide = SHARES, WIDE
        self.columns.whole = frozenset({2})  # what is asked for is read before a long title is
        self.heading.setMinimumSectionSize(36)
        Heights(self, [each.key for each in COLUMNS].index("item"), most=LINES)
        self.set_empty("Nothing stands on this agenda.")

    def show_agenda(self, agenda: Agenda) -> None:
        """Show an agenda; what is chosen stays chosen."""
        self.agenda = agenda
        self.listed.replace(rows_of(agenda))
        self.refresh()

    def items(self) -> list[int]:
        """The chosen items; a section's head stands for its items."""
        found: list[int] = []
        for each in self.chosen():
            found += [each] if each > 0 else [item.id for item in self._section(each).items]
        return list(dict.fromkeys(found))

    def section(self) -> str:
        """The section in which the current row stands."""
        each = self.current()
        if each is None or self.agenda is None:
            return ""
        if each < 0:
            return self._section(each).name
        return next((item.section for item in self.agenda.items if item.id == each), "")

    def on_head(self) -> bool:
        """Whether the current row is a section's head."""
        return (self.current() or 0) < 0

    def _section(self, head: int) -> Section:
        assert self.agenda is not None
        return self.agenda.sections[-1 - head]

    # Dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mousePressEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier and event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if self.can_drag and plain else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._gap < 0 and (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll_along(at)
        self._gap = self._gap_at(at)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        gap = self._gap
        self._let_go()
        if gap >= 0:
            self._drop(gap)
        else:
            super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """While something is held, Esc is for it and not for the page."""
        override = event.type() == QEvent.Type.ShortcutOverride and self._gap >= 0
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self._gap >= 0:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def _let_go(self) -> None:
        self._pressed, self._gap = None, -1
        self.unsetCursor()
        self.viewport().update()

    def _scroll_along(self, at: QPoint) -> None:
        bar = self.verticalScrollBar()
        if at.y() < self.cells.height // 2:
            bar.setValue(bar.value() - self.cells.height // 2)
        elif at.y() > self.viewport().height() - self.cells.height // 2:
            bar.setValue(bar.value() + self.cells.height // 2)

    def _gap_at(self, at: QPoint) -> int:
        """The gap between rows that is nearest: 0 before the first, as many as there are rows after the last."""
        index = self.indexAt(QPoint(4, at.y()))
        if not index.isValid():
            return self.count() if at.y() > 0 else 0
        rect = self.visualRect(index)
        return index.row() + (at.y() > rect.center().y())

    def _drop(self, gap: int) -> None:
        ids, head = list(self.ids()), self.current()
        if self.agenda is None or head is None:
            return
        if head < 0:
            names = [section.name for section in self.agenda.sections]
            over = self._named(ids[gap - 1] if gap else ids[0])
            by = names.index(over) - names.index(self._section(head).name)
            self.section_dropped.emit(self._section(head).name, by)
            return
        before = ids[gap] if gap < len(ids) and ids[gap] > 0 else None
        section = self._named(ids[gap - 1]) if gap else self._named(ids[0])
        if before is not None and self._named(before) != section:
            section = self._named(before) if self._named(before) == self.section() else section
            before = before if self._named(before) == section else None
        self.dropped.emit(self.items(), before, section)

    def _named(self, row: int) -> str:
        assert self.agenda is not None
        if row < 0:
            return str(self._section(row).name)
        return next(item.section for item in self.agenda.items if item.id == row)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._gap < 0:
            return
        end = self.count() - 1
        last = self.rowViewportPosition(end) + self.rowHeight(end) if self.count() else 0
        y = self.rowViewportPosition(self._gap) if self._gap < self.count() else last
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(ink.colors().link), 2))
        painter.drawLine(0, y, self.viewport().width(), y)
        painter.end()
