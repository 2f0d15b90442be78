"""Rows as tall as the words of some columns: nothing that has to be read is cut to one line while there is room."""

from PySide6.QtCore import QObject, QTimer

from workbench.ui.kit.table import Table

MOST = 6
"""Lines of a row at most, where a table does not say so itself; what is longer stands in its tooltip."""


class Heights(QObject):
    """Gives each row that shows its height; those that do not show are left as they are, however many."""

    def __init__(self, table: Table, *columns: int, most: int = MOST) -> None:
        super().__init__(table)
        self._table, self._most = table, most
        table.cells.wraps = columns
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.fit)
        table.model_.modelReset.connect(self._timer.start)
        table.model_.dataChanged.connect(lambda *_: self._timer.start())
        table.heading.sectionResized.connect(lambda *_: self._timer.start())
        table.verticalScrollBar().valueChanged.connect(lambda _: self._timer.start())
        table.verticalScrollBar().rangeChanged.connect(lambda *_: self._timer.start())

    def limit(self, most: int) -> None:
        """So many lines of a row at most, from now on."""
        if most != self._most:
            self._most = most
            self._timer.start()

    def fit(self) -> None:
        """Make the rows that show as tall as they need."""
        table, bottom = self._table, self._table.viewport().height()
        row = max(table.rowAt(0), 0)
        while row < table.count() and table.rowViewportPosition(row) < bottom:
            shown = table.model_.row_at(row)
            if shown is not None:
                wanted = table.cells.height_of_row(shown, table.columnWidth, self._most)
                if wanted != table.rowHeight(row):
                    table.setRowHeight(row, wanted)
            row += 1
