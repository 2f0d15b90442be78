"""Words of a cell in as many lines as they need: how they are cut, how tall their row is, and what stands below what."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate

from workbench.ui.kit import ink
from workbench.ui.kit.listed import Row
from workbench.ui.kit.rows import Rows

LEFT = RIGHT = 10
BECAME = " ⇒ "
"""Between what was and what is: "Jul 31 2026 ⇒ Jul 31 2029"."""
APART = " · "
"""Between a name and what tells more of it."""
_Wrapped = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
Part = tuple[str, QFont, str]
"""Words, their font and their color."""


class WrittenCells(QStyledItemDelegate):
    """What the painting of cells knows of lines."""

    def __init__(self, view: QAbstractItemView, model: Rows) -> None:
        super().__init__(view)
        self._model = model
        self.wraps: Collection[int] = ()
        """The logical numbers of the columns whose words may take several lines."""
        self.stacked: Collection[int] = ()
        """The columns that say what was above what is, where the two have no room side by side."""

    def restyle(self) -> None:
        """Take fonts anew."""
        self._plain, self._bold, self._small = ink.font(), ink.font(bold=True), ink.font(0.88)
        self._metrics = {id(f): QFontMetrics(f) for f in (self._plain, self._bold, self._small)}
        self._elided: dict[tuple[str, bool | str, int], str] = {}
        self._line = self._metrics[id(self._plain)].lineSpacing()
        self.height = max(34, self._metrics[id(self._plain)].height() + 16)

    def _write_lines(self, painter: QPainter, room: QRect, text: str, font: QFont, color: str) -> None:
        """As many lines as there is room for; what is cut off ends in an ellipsis."""
        painter.setFont(font)
        painter.setPen(QColor(color))
        cut = self._cut(text, font, room.width(), room.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | _Wrapped), cut)

    def _write_parts(self, painter: QPainter, room: QRect, parts: Sequence[Part]) -> None:
        """One below the other, around the middle; where they have no room the first give way, each keeps a line."""
        needs = [self._needed(text, font, room.width()) for text, font, _ in parts]
        over = sum(needs) - room.height()
        for place, need in enumerate(needs):
            less = min(max(over, 0), max(need - self._line, 0))
            needs[place], over = need - less, over - less
        top = room.top() + max(room.height() - sum(needs), 0) // 2
        for (text, font, color), need in zip(parts, needs, strict=True):
            self._write_lines(painter, QRect(room.left(), top, room.width(), need), text, font, color)
            top += need

    def _cut(self, text: str, font: QFont, width: int, height: int) -> str:
        """The text as far as it has room."""
        key = (text, f"lines {height} {font.bold()}", width)
        found = self._elided.get(key)
        if found is None:
            found, words = text, text.split(" ")
            while len(words) > 1 and self._needed(found, font, width) > height:
                words.pop()
                found = f"{' '.join(words).rstrip(' ,;:.')} …"
            self._elided[key] = found
        return found

    def _needed(self, text: str, font: QFont, width: int) -> int:
        room = QRect(0, 0, max(width, 40), 10_000)
        return self._advance(font).boundingRect(room, int(_Wrapped), text).height()

    def _in_one(self, text: str, font: QFont, width: int) -> bool:
        """Whether it has room in one line."""
        return "\n" not in text and self._advance(font).horizontalAdvance(text) <= width

    def _height_of(self, row: Row, number: int, width: int, most: int) -> int:
        """How tall a row is whose words of a column take as many lines as they need in this width, at most so many."""
        bold, text, room = self._model.columns[number].bold, row.texts[number], width - LEFT - RIGHT
        font = self._font(row, number)
        mark = BECAME if BECAME in text else APART if bold and APART in text else ""
        if mark and not self._in_one(text, font, room):
            first, second = text.split(mark, 1)
            needed = self._needed(first, font, room) * bool(first) + self._needed(second, self._plain, room)
        else:
            needed = self._needed(text, font, room)
        return max(self.height, min(needed, most * self._line) + 16)

    def _font(self, row: Row, number: int) -> QFont:
        """In what the first words of a cell are written."""
        return self._bold if self._model.columns[number].bold else self._plain

    def height_of_row(self, row: Row, width: Callable[[int], int], most: int) -> int:
        """The same for all wrapping columns of a row, and tall enough for what was above what is."""
        stacked = any(BECAME in row.texts[number] for number in self.stacked)
        heights = [self._height_of(row, number, width(number), most) for number in self.wraps]
        return max(self.height, *heights, 2 * self._line + 16 if stacked else 0)

    def _halves(self, room: QRect) -> tuple[QRect, QRect]:
        """Two lines, around the middle."""
        middle, size = room.center().y(), QSize(room.width(), self._line)
        return QRect(QPoint(room.left(), middle - self._line), size), QRect(QPoint(room.left(), middle + 1), size)

    def _struck(self) -> QFont:
        font = QFont(self._plain)
        font.setStrikeOut(True)
        return font

    def _advance(self, font: QFont) -> QFontMetrics:
        return self._metrics.get(id(font)) or self._metrics[id(self._plain)]
