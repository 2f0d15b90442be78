"""F9: which columns of a list show, where they stand, and what the rows are ordered by, without a mouse."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from workbench.ui.kit.boxes import Check, ChoiceBox
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.labels import note

KEYS = "Space shows or hides a column; Ctrl+Up and Ctrl+Down move it."
LAST = "One column must show."


class ColumnList(QListWidget):
    """The columns from left to right, each with its tick."""

    def __init__(self, columns: Sequence[tuple[int, str, bool]]) -> None:
        """Columns as (place in the list, heading, whether it shows)."""
        super().__init__()
        self.setAccessibleName("Columns")
        self.setSpacing(2)
        for place, heading, shown in columns:
            item = QListWidgetItem(heading)
            item.setData(Qt.ItemDataRole.UserRole, place)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(0)

    def chosen(self) -> tuple[list[int], set[int]]:
        """Every column's place, from left to right, and those that are hidden."""
        items = [self.item(row) for row in range(self.count())]
        places = [int(item.data(Qt.ItemDataRole.UserRole)) for item in items]
        ticked = [item.checkState() == Qt.CheckState.Checked for item in items]
        return places, {place for place, shown in zip(places, ticked, strict=True) if not shown}

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            row = self.currentRow()
            if 0 <= row + by < self.count():
                item = self.takeItem(row)
                self.insertItem(row + by, item)
                self.setCurrentRow(row + by)
        else:
            super().keyPressEvent(event)


class Arrange(Sheet):
    """Asks how a table's columns lie and what its rows are ordered by."""

    def __init__(self, table: Any, parent: QWidget) -> None:
        super().__init__(f"Columns and order of {table.accessibleName()}", KEYS, parent)
        self._table, heading = table, table.heading
        places = [heading.logicalIndex(visual) for visual in range(heading.count())]
        columns = table.model_.columns
        self.list = ColumnList([(each, columns[each].heading, not heading.isSectionHidden(each)) for each in places])
        self.body.addWidget(self.list)
        self.order = ChoiceBox([(each.key, each.heading) for each in columns])
        self.order.combo.setItemText(0, "The list's own order")
        self.order.set_name("Order by")
        self.falling = Check("&Descending")
        now = table.order[0] if table.order else ("", False)
        self.order.set_value(now[0])
        self.falling.setChecked(now[1])
        if heading.sectionsClickable():
            self._add_order()
        self.wrong = note().kind("bad")
        self.wrong.hide()
        self.body.addWidget(self.wrong)
        self.add_button("Cancel", "", self.reject)
        self.add_button("Show it so", "primary", self.accept, default=True)
        self.list.setFocus()

    def _add_order(self) -> None:
        label = QLabel("Order &by")
        label.setBuddy(self.order.inner)
        for part in (label, self.order, self.falling):
            self.body.addWidget(part)

    def accept(self) -> None:
        """Lay the columns and order the rows; the last column cannot be hidden."""
        places, hidden = self.list.chosen()
        if len(hidden) == len(places):
            self.wrong.setText(LAST)
            self.wrong.show()
            return
        self._table.columns.lay(places, hidden)
        if self._table.heading.sectionsClickable():
            self._table.sort_by(str(self.order.value() or ""), self.falling.isChecked())
        super().accept()
