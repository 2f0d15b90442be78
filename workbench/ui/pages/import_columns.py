"""The second step of an import: what each column was understood as, beside its first values; changeable by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QSpinBox, QSplitter, QVBoxLayout, QWidget

from workbench.sheets.targets import TARGETS, is_known, title
from workbench.ui.kit.boxes import DOTS, ChoiceBox
from workbench.ui.kit.card import Card
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.inputs import Check
from workbench.ui.kit.labels import Line, Words, note, small
from workbench.ui.kit.scrolling import Scrolling
from workbench.ui.pages.import_beside import is_private
from workbench.ui.pages.import_raw import RawRows, stands
from workbench.ui.pages.import_values import Settle, ValuesCard

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.actions.importing import Prepared
    from workbench.sheets.recognizing import SheetReading

SAMPLES = 3
LONGEST = 34
RAW_HEIGHT = 190
"""Logical pixels that the first rows have where there is room; half of it in the smallest window."""


class ColumnsStep(QWidget):
    """Every column of a sheet with its meaning; corrected(sheet, heading row or None, {column: target or None}).

    Beside them the words that the office does not know, whose meaning settle takes; erase(target, whether its blanks erase)."""

    def __init__(
        self,
        corrected: Callable[[str, int | None, dict[int, str | None]], object],
        settle: Settle,
        erase: Callable[[str, bool], object],
    ) -> None:
        super().__init__()
        self.values, self._corrected, self._erase = ValuesCard(settle), corrected, erase
        self._prepared: Prepared | None = None
        self.boxes: dict[int, ChoiceBox] = {}
        """By column what it means."""
        self.sheets = Chips("Sheets")
        self.sheets.chosen.connect(self._show_sheet)
        self._row = QSpinBox()
        self._row.setRange(1, 10_000)
        self._row.setAccessibleName("Headings on row")
        self._row.editingFinished.connect(self._move_heading)
        self.raw = RawRows(self._choose_heading)
        self.raw.setMinimumHeight(RAW_HEIGHT // 2)
        self.raw.setMaximumHeight(RAW_HEIGHT)
        self.raw.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._card = Card("")
        self._scroll = Scrolling()
        self._scroll.setAccessibleName("Columns")
        self._card.add(self._scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self.raw, 2)
        column.addWidget(self._side_by_side(), 3)

    def _head(self) -> QHBoxLayout:
        """The sheets, and the row of their headings."""
        label = small("&Headings on row")
        label.setBuddy(self._row)
        head = QHBoxLayout()
        head.addWidget(self.sheets)
        head.addStretch(1)
        head.addWidget(label)
        head.addWidget(self._row)
        return head

    def _side_by_side(self) -> QSplitter:
        """The columns, and beside them the words that the office does not know."""
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._card)
        split.addWidget(self.values)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(14)
        return split

    def show_plan(self, prepared: Prepared) -> None:
        """Show what was understood; the chosen sheet stays."""
        self._prepared = prepared
        self.sheets.set([(each.name, each.name, len(each.rows)) for each in prepared.readings])
        self._show_sheet(self.sheets.current())
        self.values.show_plan(prepared.plan)

    def _reading(self) -> SheetReading | None:
        readings = self._prepared.readings if self._prepared else []
        return next((each for each in readings if each.name == self.sheets.current()), None)

    def _show_sheet(self, name: str) -> None:
        reading = self._reading()
        if reading is None:
            return
        assert self._prepared
        self._row.setValue(reading.heading_row)
        sheet = next(each for each in self._prepared.workbook.sheets if each.name == reading.name)
        self.raw.show_sheet(sheet, reading.heading_rows, self._hidden(reading))
        held = next((at for at, box in self.boxes.items() if box.combo.hasFocus()), None)
        scrolled = self._scroll.verticalScrollBar().value()
        self._fill(reading)
        self._scroll.verticalScrollBar().setValue(scrolled)
        if held in self.boxes:  # the keyboard stays at its column
            self.boxes[held].setFocus()

    def _fill(self, reading: SheetReading) -> None:
        """A line a column, and what was noted of the columns."""
        self.boxes = {}
        inner = QWidget()
        inner.setObjectName("clear")
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(7)
        for place, text in enumerate(("Column", "Means", "First values", "A blank")):
            grid.addWidget(small(text), 0, place)
        for line, index in enumerate(sorted(reading.columns), 1):
            self._add_column(grid, line, reading, index)
        for text in reading.notes:
            grid.addWidget(note(text), grid.rowCount(), 0, 1, 3)
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(2, 1)
        self._scroll.setWidget(inner)

    def _add_column(self, grid: QGridLayout, line: int, reading: SheetReading, index: int) -> None:
        target = reading.columns[index]
        box = ChoiceBox(_choices(target))
        box.set_value(target or "")
        self.boxes[index] = box
        box.combo.setAccessibleName(f"Column {reading.label(index)} means")
        box.combo.setMinimumWidth(180)
        box.left.connect(lambda: self._corrected(reading.name, None, {index: box.value() or None}))
        name = Words(reading.label(index), bold=target is not None)
        name.setBuddy(box.combo)
        values = [
            cell
            for row in reading.rows[:200]
            if index < len(row.cells) and (cell := row.cells[index]) not in (None, "")
        ]
        shown = (
            DOTS
            if index in self._hidden(reading) and values
            else " · ".join(stands(value)[:LONGEST] for value in values[:SAMPLES])
        )
        grid.addWidget(name, line, 0)
        grid.addWidget(box, line, 1)
        grid.addWidget(Line(shown or "empty", 0.9).kind("muted"), line, 2)
        if target in self._erasable():
            grid.addWidget(self._blank(reading.label(index), target or ""), line, 3)

    def _erasable(self) -> frozenset[str]:
        from workbench.sheets.particulars import ERASABLE

        return ERASABLE

    def _blank(self, label: str, target: str) -> Check:
        """Whether the column's blanks erase what the office has."""
        box = Check("erases ours")
        box.setAccessibleName(f"A blank in column {label} erases what the office has")
        box.setChecked(bool(self._prepared and target in self._prepared.choices.erasing))
        box.toggled.connect(lambda wanted: self._erase(target, wanted))
        return box

    def _hidden(self, reading: SheetReading) -> set[int]:
        """The columns with birth dates and social security numbers, also those that are not read."""
        withheld = self._prepared.plan.withheld.get(reading.name, {}) if self._prepared else {}
        return {*withheld, *(at for at, target in reading.columns.items() if is_private(target or ""))}

    def _choose_heading(self, row: int) -> None:
        self._row.setValue(row)
        self._move_heading()

    def _move_heading(self) -> None:
        reading = self._reading()
        if reading is not None and self._row.value() != reading.heading_row:
            self._corrected(reading.name, self._row.value(), {})


def _choices(target: str | None) -> list[tuple[str, str]]:
    known = [(each, title(each)) for each in TARGETS]
    if target and target not in TARGETS and is_known(target):
        known.append((target, title(target)))
    return sorted(known, key=lambda choice: choice[1].casefold())
