"""The second step of an import: what each column was understood as, beside its first values; changeable by hand."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from workbench.sheets.targets import TARGETS, is_known, title
from workbench.sheets.wording import is_private
from workbench.ui.kit.boxes import DOTS, ChoiceBox
from workbench.ui.kit.card import Card
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.inputs import Check, Count
from workbench.ui.kit.labels import Line, Words, note, small
from workbench.ui.kit.reading_order import read_in_order
from workbench.ui.kit.scrolling import Scrolling
from workbench.ui.pages.import_raw import RawRows, stands
from workbench.ui.pages.import_values import Settle, ValuesCard

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.actions.importing import Prepared
    from workbench.sheets.recognizing import SheetReading

SAMPLES = 3
LONGEST = 34
RAW_HEIGHT, LOW, WIDE = 190, 420, 1200
"""Logical pixels that the first rows have where there is room; in a step lower than the second one part shows at a time, and in
one narrower than the third the columns and the words take turns: beside each other neither can be read."""
ROWS, COLUMNS, WORDS = "rows", "columns", "words"
"""The parts of the step."""
NOT_READ = "Not read"
ABOVE = "The first rows as the file has them; a press on a letter leads to what its column means"


class ColumnLine(NamedTuple):
    """The parts of one column: its label, what it means, its first values, and whether its blanks erase."""

    name: Words
    box: ChoiceBox
    values: Line
    blank: Check


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
        self._lines: dict[int, ColumnLine] = {}
        self._laid: tuple[object, ...] = ()
        """The columns that the lines are about."""
        self._notes = note("")
        self.sheets = Chips("Sheets")
        self.sheets.shy = True
        self.sheets.chosen.connect(self._show_sheet)
        self.parts = Chips("What shows")
        self.parts.chosen.connect(lambda _: self._show_parts())
        self._above = small(ABOVE)
        self._row, self.raw = Count(), RawRows(self._choose_heading, self._go_to_column)
        self._card, self._scroll = Card(""), Scrolling()
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
        self._row.setRange(0, 10_000)
        self._row.setSpecialValueText("none")  # 0: the columns are named by hand
        self._row.setAccessibleName("Headings on row")
        self._row.editingFinished.connect(self._move_heading)
        self.raw.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        label = small("&Headings on row")
        label.setBuddy(self._row)
        head = QHBoxLayout()
        head.addWidget(self.sheets)
        head.addWidget(self.parts)
        head.addWidget(self._above)
        head.addStretch(1)
        head.addWidget(label)
        head.addWidget(self._row)
        return head

    def _side_by_side(self) -> QSplitter:
        """The columns, and beside them the words that the office does not know."""
        self._split = split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._card)
        split.addWidget(self.values)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(14)
        split.setSizes([1 << 14, self.values.minimumWidth()])
        return split

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Other room, other parts."""
        super().resizeEvent(event)
        self._show_parts()

    def _show_parts(self) -> None:
        """What shows at once, and the chips to choose by where not all of it does."""
        low, narrow, words = self.height() < LOW, self.width() < WIDE, len(self.values.boxes)
        columns = len(reading.columns) if (reading := self._reading()) else 0
        chips: list[tuple] = [(COLUMNS, "Columns", columns)]
        chips += [(WORDS, "Words", words, "warn" if self.values.open else "")] if words else []
        self.parts.set([*chips, (ROWS, "First rows")] if low else chips)
        turns = low or (narrow and words > 0)
        self.parts.setVisible(turns)
        self._above.setVisible(not turns)
        shown = {self.parts.current()} if turns else {COLUMNS, WORDS}
        self.raw.setMaximumHeight(self.maximumHeight() if low else RAW_HEIGHT)
        self.raw.setVisible(ROWS in shown or not low)
        self._card.setVisible(COLUMNS in shown)
        self.values.setVisible(WORDS in shown and words > 0)
        self._split.setVisible(bool({COLUMNS, WORDS} & shown))

    def take_keyboard(self) -> None:
        """The keyboard goes to what the first column means."""
        if self._lines:
            next(iter(self._lines.values())).box.setFocus()

    @property
    def boxes(self) -> dict[int, ChoiceBox]:
        """By column what it means."""
        return {index: line.box for index, line in self._lines.items()}

    def show_plan(self, prepared: Prepared) -> None:
        """Show what was understood; the chosen sheet stays."""
        self._prepared = prepared
        self.sheets.set([(each.name, each.name, len(each.rows)) for each in prepared.readings])
        self._show_sheet(self.sheets.current())
        self.values.show_plan(prepared.plan)
        self._show_parts()
        read_in_order(self._scroll, self.values)

    def _reading(self) -> SheetReading | None:
        readings = self._prepared.readings if self._prepared else []
        return next((each for each in readings if each.name == self.sheets.current()), None)

    def _show_sheet(self, name: str) -> None:
        reading = self._reading()
        if reading is None:
            return
        assert self._prepared
        from workbench.sheets import alphabets

        self._row.setValue(_heading_row(reading))
        workbook, _ = alphabets.read_as(self._prepared.workbook, reading.answers)
        sheet = next(each for each in workbook.sheets if each.name == reading.name)
        self.raw.show_sheet(sheet, reading.heading_rows, self._hidden(reading))
        self._show_lines(reading)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Only when it is looked at are the columns laid out: of 250 that takes a second."""
        super().showEvent(event)
        if (reading := self._reading()) is not None:
            self._show_lines(reading)

    def _show_lines(self, reading: SheetReading) -> None:
        """A line a column; of the same columns the lines stay, so that the keyboard and the place stay too."""
        if not self.isVisible():
            return
        laid = reading.name, reading.heading_row, tuple(map(reading.label, sorted(reading.columns)))
        if laid != self._laid:
            self._laid = laid
            self._lay(reading)
        hidden = self._hidden(reading)
        for index, line in self._lines.items():
            self._say(line, reading, index, hidden)
        self._notes.setText("\n".join(reading.notes))
        read_in_order(self.sheets, self.parts, self._row, self.raw, self._scroll, self.values)

    def _lay(self, reading: SheetReading) -> None:
        self._lines = {}
        inner = QWidget()
        inner.setObjectName("clear")
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(7)
        for place, text in enumerate(("Column", "Means", "First values", "A blank")):
            grid.addWidget(small(text), 0, place)
        choices = [(each, title(each)) for each in sorted(TARGETS, key=lambda each: title(each).casefold())]
        for place, index in enumerate(sorted(reading.columns), 1):
            line = self._lines[index] = self._line(reading, index, choices)
            for at, part in enumerate(line):
                grid.addWidget(part, place, at)
        self._notes = note("")
        grid.addWidget(self._notes, grid.rowCount(), 0, 1, 3)
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(2, 1)
        self._scroll.setWidget(inner)

    def _line(self, reading: SheetReading, index: int, choices: list[tuple[str, str]]) -> ColumnLine:
        label, sheet = reading.label(index), reading.name
        box = ChoiceBox(choices)
        box.combo.setAccessibleName(f"Column {label} means")
        box.combo.setItemText(0, NOT_READ)
        box.combo.setMinimumWidth(180)
        box.combo.installEventFilter(self)
        box.left.connect(lambda: self._corrected(sheet, None, {index: box.value() or None}))
        name = Words(label)
        name.setBuddy(box.combo)
        blank = Check("clears ours")
        blank.setAccessibleName(f"A blank in column {label} erases what the office has")
        blank.toggled.connect(lambda wanted: self._erase(str(box.value()), wanted))
        return ColumnLine(name, box, Line("", 0.9), blank)

    def _say(self, line: ColumnLine, reading: SheetReading, index: int, hidden: set[int]) -> None:
        """What the column is read as now."""
        from workbench.sheets.particulars import ERASABLE

        target = reading.columns[index] or ""
        if line.box.combo.findData(target) < 0 and is_known(target):
            line.box.combo.addItem(title(target), target)
        line.box.set_value(target)
        line.name.be_bold(bool(target))
        line.values.setText(_samples(reading, index, index in hidden) or "empty")
        line.values.kind("muted")
        line.blank.setVisible(target in ERASABLE)
        line.blank.blockSignals(True)
        line.blank.setChecked(bool(self._prepared and target in self._prepared.choices.erasing))
        line.blank.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The column whose meaning has the keyboard is pointed at in the first rows."""
        if event.type() == QEvent.Type.FocusIn:
            at = next((index for index, line in self._lines.items() if line.box.combo is watched), None)
            self.raw.point_at(at)
        return super().eventFilter(watched, event)

    def _go_to_column(self, column: int) -> None:
        """From the first rows to what a column means."""
        self.parts.choose(COLUMNS)
        self._show_parts()
        if (line := self._lines.get(column)) is not None:
            line.box.setFocus()
            self._scroll.ensureWidgetVisible(line.box)

    def _hidden(self, reading: SheetReading) -> set[int]:
        """The columns with birth dates and social security numbers, also those that are not read."""
        withheld = self._prepared.plan.withheld.get(reading.name, {}) if self._prepared else {}
        return {*withheld, *(at for at, target in reading.columns.items() if is_private(target or ""))}

    def _choose_heading(self, row: int) -> None:
        self._row.setValue(row)
        self._move_heading()

    def _move_heading(self) -> None:
        reading = self._reading()
        if reading is not None and self._row.value() != _heading_row(reading):
            self._corrected(reading.name, self._row.value(), {})


def _heading_row(reading: SheetReading) -> int:
    """The row of the headings, 0 where the sheet has none."""
    return reading.heading_row if reading.heading_rows else 0


def _samples(reading: SheetReading, index: int, hidden: bool) -> str:
    cells = (row.cells[index] for row in reading.rows[:200] if index < len(row.cells))
    values = list(islice((cell for cell in cells if cell not in (None, "")), SAMPLES))
    return DOTS if hidden and values else " · ".join(stands(value)[:LONGEST] for value in values)
