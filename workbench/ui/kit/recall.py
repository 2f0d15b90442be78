"""What was chosen in a table, by id, kept while the rows become others."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject

if TYPE_CHECKING:
    from workbench.ui.kit.table import Table

_FLAG = QItemSelectionModel.SelectionFlag


class Recall(QObject):
    """Remembers selection, current cell and place before a reset, and brings them back after it.

    What is not among the first rows may be among the rest: it is looked for again when they come."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table, self._rows = table, table.model_
        self._chosen: set[int] = set()
        self._current: int | None = None
        self._column = ""
        """The key of the column that the keyboard was in: whoever writes down a column stays in it while the rows move."""
        self._place = 0
        self._group = ""
        """The key of the group that the keyboard was in."""
        self._missing: tuple[set[int], int | None] = (set(), None)
        self._rows.modelAboutToBeReset.connect(self._remember)
        self._rows.modelReset.connect(self._bring_back)
        self._rows.rowsInserted.connect(self._bring_rest)
        self._rows.counted.connect(self._begin)

    def _begin(self, count: int) -> None:
        """Rows that come after the keyboard did: it is on the first of them, so that the arrows work at once."""
        held = self._table.window().focusWidget() is self._table  # also while the window is not active yet
        if count and held and self._table.current() is None:
            first = self._rows.index(0, self._table.cells.first)
            self._table.selectionModel().setCurrentIndex(first, _FLAG.NoUpdate)

    def select(self, ids: set[int], how: QItemSelectionModel.SelectionFlag) -> None:
        """Select these, of those that are here."""
        rows = self._rows.places_of(ids)
        chosen, last = QItemSelection(), max(len(self._rows.columns) - 1, 0)
        for _, group in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
            run = [row for _, row in group]
            chosen.select(self._rows.index(run[0], 0), self._rows.index(run[-1], last))
        self._table.selectionModel().select(chosen, how)

    def _remember(self) -> None:
        missing, lost = self._missing
        current, heads = self._table.current(), self._rows.heads
        at = self._table.currentIndex()
        head = heads.at(heads.above(at.row())) if at.isValid() else None
        self._group = head.key if head is not None else ""
        self._chosen = {*self._table.selected(), *missing}
        self._current = lost if current is None else current
        self._column = self._rows.columns[at.column()].key if 0 <= at.column() < len(self._rows.columns) else ""
        self._place = self._table.verticalScrollBar().value()

    def _bring_back(self) -> None:
        found = self._make_current(self._current) or self._go_to_group()
        if self._chosen:
            self.select(self._chosen, _FLAG.ClearAndSelect)
        self._missing = (set(), None)
        if not self._rows.whole:
            self._missing = self._chosen.difference(self._table.selected()), None if found else self._current
        self._table.verticalScrollBar().setValue(self._place)
        if found and self._chosen:
            self._table.scrollTo(self._table.currentIndex())
        self._table.picked.emit()

    def _bring_rest(self) -> None:
        (chosen, current), self._missing = self._missing, (set(), None)
        self._make_current(current)
        if chosen:
            self.select(chosen, _FLAG.Select)

    def _go_to_group(self) -> bool:
        """To the head of the group, where its rows do not show any more; the keyboard was on it, or on one of them."""
        heads = self._rows.heads
        place = next((n for n, each in zip(heads.places, heads.groups, strict=True) if each.key == self._group), -1)
        if place >= 0:
            index = self._rows.index(place, self._table.cells.first)
            self._table.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
        return place >= 0

    def _make_current(self, record: int | None) -> bool:
        row = self._rows.place_of(record) if record is not None else -1
        if row >= 0:
            index = self._rows.index(row, self._column_now())
            self._table.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
        return row >= 0

    def _column_now(self) -> int:
        """Where that column is; the first that shows if it is not there any more."""
        place = next((n for n, column in enumerate(self._rows.columns) if column.key == self._column), -1)
        hidden = place < 0 or self._table.heading.isSectionHidden(place)
        return self._table.cells.first if hidden else place
