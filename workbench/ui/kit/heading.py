"""The heading of a table: quiet words, an arrow that says how the rows are ordered, a choice of columns."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from workbench.ui.kit import ink
from workbench.ui.kit.cells import CHECK
from workbench.ui.kit.written_cells import LEFT, RIGHT


class Heading(QHeaderView):
    """Paints itself, so that it looks the same wherever it stands."""

    def __init__(self, parent: QWidget, *, checks: bool = False) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._checks = checks
        self.narrowed: Callable[[int], bool] = lambda logical: False
        """Whether a column is filtered: its words are underlined."""
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setMinimumSectionSize(40)
        self.setFixedHeight(32)
        self.setAccessibleName("Columns")

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802
        colors, model = ink.colors(), self.model()
        painter.fillRect(rect, QColor(colors.raised))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colors.border))
        painter.save()
        narrowed = self.narrowed(logical)
        font = ink.font(0.88, bold=narrowed)
        font.setUnderline(narrowed)
        painter.setFont(font)
        sorted_here = self.sortIndicatorSection() == logical
        painter.setPen(QColor(colors.link if narrowed else colors.text if sorted_here else colors.muted))
        room = rect.adjusted(LEFT, 0, -RIGHT, 0)
        if self._checks and self.visualIndex(logical) == 0:
            room.setLeft(room.left() + CHECK + LEFT)
        text = str(model.headerData(logical, Qt.Orientation.Horizontal) or "")
        right = self._is_right(logical)
        if sorted_here:
            room.adjust(12 if right else 0, 0, 0 if right else -12, 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
        if sorted_here:
            used = painter.fontMetrics().horizontalAdvance(shown)
            at = room.right() - used - 11 if right else room.left() + used + 6
            self._draw_arrow(painter, QPointF(at, rect.center().y()), colors.link)
        painter.restore()

    def _is_right(self, logical: int) -> bool:
        align = self.model().headerData(logical, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        return bool(int(align or 0) & int(Qt.AlignmentFlag.AlignRight.value))

    def _draw_arrow(self, painter: QPainter, at: QPointF, color: str) -> None:
        up = -1 if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(color), 1))
        painter.setBrush(QColor(color))
        points = ((at.x(), at.y() - 2 * up), (at.x() + 7, at.y() - 2 * up), (at.x() + 3.5, at.y() + 2.5 * up))
        painter.drawPolygon(QPolygonF([QPointF(*each) for each in points]))

    def offer_columns(self, menu: QMenu) -> None:
        """Fill a menu with the columns, those that show being checked; the last one cannot be hidden."""
        for logical in range(self.count()):
            text = str(self.model().headerData(logical, Qt.Orientation.Horizontal))
            entry = menu.addAction(text)
            entry.setCheckable(True)
            entry.setChecked(not self.isSectionHidden(logical))
            entry.setEnabled(self.isSectionHidden(logical) or self.count() - self.hiddenSectionCount() > 1)
            entry.toggled.connect(lambda shown, which=logical: self.setSectionHidden(which, not shown))
