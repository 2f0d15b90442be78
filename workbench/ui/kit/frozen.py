"""The first column of a table that scrolls sideways: it stays, so that every row says whose it is."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QTableView

from workbench.ui.kit.heading import Heading
from workbench.ui.kit.table import Table


class Frozen(QTableView):
    """Lies over the table's own first column while there is more than its room; it shows the same rows, and takes no keys."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table
        self.setAccessibleName(f"{table.accessibleName()}: first column")
        self.setModel(table.model_)
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(table.cells)
        self.setHorizontalHeader(Heading(self))
        self.horizontalHeader().setSectionsMovable(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("frozen")
        self.setShowGrid(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        table.horizontalScrollBar().rangeChanged.connect(lambda *_: self.lay())
        table.heading.sectionResized.connect(lambda *_: self.lay())
        table.counted.connect(lambda _: self.lay())
        self.hide()

    def lay(self) -> None:
        """Lie over the first column, or be away where all columns have room."""
        table = self._table
        needed = table.horizontalScrollBar().maximum() > 0 and table.count() > 0
        self.setVisible(needed)
        if not needed:
            return
        for column in range(1, table.model_.columnCount()):
            self.setColumnHidden(column, True)
        self.verticalHeader().setDefaultSectionSize(table.cells.height)
        self.setColumnWidth(0, table.columnWidth(0))
        edge = table.frameWidth()
        self.setGeometry(edge, edge, table.columnWidth(0), table.heading.height() + table.viewport().height())
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.raise_()

    def clear_of(self, index: QModelIndex) -> None:
        """Scroll the table so that a cell does not lie below the first column."""
        under = self.width() - self._table.visualRect(index).left()
        if self.isVisible() and index.column() > 0 and under > 0:
            bar = self._table.horizontalScrollBar()
            bar.setValue(bar.value() - under)
