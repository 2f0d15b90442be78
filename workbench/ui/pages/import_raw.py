"""The first rows of a sheet as the file has them, with the row of the headings marked; another can be chosen by hand."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from workbench.ui.kit import ink
from workbench.ui.kit.boxes import DOTS

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.look import Look
    from workbench.sheets.reading import Cell, Sheet

SHOWN_ROWS, SHOWN_COLUMNS = 12, 40
ABOVE = 4
WIDEST = 150
LONGEST = 60


class RawRows(QTableWidget):
    """A small table of the sheet's own cells; Enter or a double click makes a row the headings: chosen(row of the sheet).

    A press on the letter of a column leads to what it means: meant(column)."""

    def __init__(self, chosen: Callable[[int], object], meant: Callable[[int], object]) -> None:
        super().__init__()
        self._chosen = chosen
        self._first = 1
        self.setAccessibleName("First rows as the file has them")
        self.setToolTip("Enter or a double click makes a row the headings")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(24)
        self.horizontalHeader().setMaximumSectionSize(WIDEST)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().sectionClicked.connect(meant)
        self.doubleClicked.connect(lambda index: self._chosen(self._first + index.row()))

    def show_sheet(self, sheet: Sheet, heading_rows: Collection[int], hidden: Collection[int]) -> None:
        """The rows around the headings (numbers of the sheet), or the first where it has none; of hidden columns no cell is shown."""
        last = max(heading_rows, default=sheet.first_row - 1)
        top = max(0, min(heading_rows, default=last) - sheet.first_row - ABOVE)
        if last - sheet.first_row < SHOWN_ROWS - 2:
            top = 0
        rows = sheet.rows[top : top + SHOWN_ROWS]
        self._first = sheet.first_row + top
        width = min(max(map(len, rows)), SHOWN_COLUMNS)
        self.clear()
        self.clearSpans()
        self.setRowCount(len(rows))
        self.setColumnCount(width)
        self.setHorizontalHeaderLabels([_letter(column) for column in range(width)])
        self.setVerticalHeaderLabels([str(self._first + index) for index in range(len(rows))])
        for line, row in enumerate(rows):
            number = self._first + line
            heading, below = number in heading_rows, number > last
            for column, cell in enumerate(row[:width]):
                text = "" if cell is None else DOTS if column in hidden and below else stands(cell)
                item = QTableWidgetItem(text[:LONGEST])
                _dress(item, heading, column, number, sheet.look)
                self.setItem(line, column, item)
            filled = [column for column, cell in enumerate(row[:width]) if cell is not None]
            if len(filled) == 1 and filled[0] + 1 < width:  # a title runs over the empty cells beside it, as in a sheet
                self.setSpan(line, filled[0], 1, width - filled[0])
        self.resizeColumnsToContents()
        self.setCurrentCell(max(0, last - self._first), 0)

    def point_at(self, column: int | None) -> None:
        """Bring a column into sight and mark its letter; None, or one that is not shown, marks none."""
        for each in range(self.columnCount()):
            letter = _letter(each)
            self.setHorizontalHeaderItem(each, QTableWidgetItem(f"▸ {letter}" if each == column else letter))
        if column is not None and column < self.columnCount() and self.currentRow() >= 0:
            self.scrollTo(self.model().index(self.currentRow(), column))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._chosen(self._first + self.currentRow())
            return
        super().keyPressEvent(event)


def stands(cell: Cell) -> str:
    """A cell as a sheet would show it, in one line: 07/31/2027, 1234567893."""
    from workbench.sheets.cell import cells

    if isinstance(cell, date):
        late = isinstance(cell, datetime) and (cell.hour or cell.minute or cell.second)
        return f"{cell:%m/%d/%Y %H:%M}" if late else f"{cell:%m/%d/%Y}"
    return cells.typed(cell)


def _dress(item: QTableWidgetItem, heading: bool, column: int, row: int, look: Look | None) -> None:
    """As the file has it: headings bold, what is struck through struck through, fills in their color."""
    font = ink.font(1, bold=heading)
    if look is not None:
        font.setStrikeOut(column in look.struck_in(row))
        style = look.styles_in(row).get(column)
        if style is not None and style.fill:
            item.setBackground(QColor(f"#{style.fill}"))
            item.setForeground(QColor("black" if QColor(f"#{style.fill}").lightnessF() > 0.45 else "white"))
    item.setFont(font)


def _letter(column: int) -> str:
    from workbench.sheets.recognizing import SheetReading

    return SheetReading.letter(column)
