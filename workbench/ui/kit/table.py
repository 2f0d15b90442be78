"""The one table: shows any list, keeps the selection by id, copies as a sheet does, works without a mouse."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from workbench.ui.kit import choosing, table_keys, table_mouse, viewport
from workbench.ui.kit.cells import Cells
from workbench.ui.kit.columns import Columns
from workbench.ui.kit.empty import Doing, Empty
from workbench.ui.kit.filtering import offer_filter, own_actions
from workbench.ui.kit.heading import Heading
from workbench.ui.kit.listed import Listed, Row
from workbench.ui.kit.menus import open_menu
from workbench.ui.kit.reader import Reader
from workbench.ui.kit.recall import Recall
from workbench.ui.kit.rows import Rows
from workbench.ui.kit.seat import Seat

NOTHING_LEFT = "No row holds what the columns are filtered by."
_FLAG = QItemSelectionModel.SelectionFlag
_CHOOSE = _FLAG.ClearAndSelect | _FLAG.Rows
_Edit = QAbstractItemView.EditTrigger


class Table(QTableView):
    """Rows of a list. Enter opens, Ctrl+C copies, a click on a heading orders; typing does nothing by accident."""

    opened = Signal(int)
    current_changed = Signal(object)
    picked = Signal()
    """Another row is current, or others are selected: what chosen() says may be something else."""
    counted = Signal(int)
    unsearch = Signal()
    painted_by = Cells
    """What paints the cells; a table of its own shape has its own."""
    filter_hint = ""
    """What its filters understand besides words."""
    named = ""
    """What somebody called the view that is shown; empty for the list's own."""

    def __init__(
        self,
        listed: Listed,
        today: date | Callable[[], date],
        *,
        name: str = "",
        seat: Seat | None = None,
        checks: bool = False,
        reader: Reader | None = None,
        view: str = "",
        late: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """The rows are asked for beside the window if there is a reader; late, the first of them too."""
        super().__init__(parent)
        self.model_ = Rows(listed, today if callable(today) else lambda: today, self, reader)
        self.cells = self.painted_by(self, self.model_, checks=checks)
        self._name = name
        self.heading = Heading(self, checks=checks)
        self._lay_out()
        self.columns = Columns(self, self.model_, self.cells, self.heading, seat)
        self._empty = Empty(self)
        self.nothing_of: Callable[[], tuple[Any, ...]] = tuple  # what is said where the filters are the page's own
        self.own = own_actions(self)
        self.set_actions(())
        self._connect()
        self.model_.begin(view, late)
        self.columns.restore()

    def _lay_out(self) -> None:
        viewport.bring(self)
        self.setAccessibleName(self._name or self.model_.listed.title)
        self.setModel(self.model_)
        self.setItemDelegate(self.cells)
        self.setHorizontalHeader(self.heading)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.cells.height)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(_Edit.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSortingEnabled(False)

    def _connect(self) -> None:
        self._recall = Recall(self)
        self.model_.counted.connect(self.columns.follow)
        self.model_.counted.connect(self._show_empty)
        self.model_.counted.connect(self.counted)
        self.heading.sortIndicatorChanged.connect(self.model_.sort)
        self.columns.offer = partial(offer_filter, self)
        self.heading.narrowed = lambda number: self.model_.columns[number].key in self.filters
        self.doubleClicked.connect(partial(table_mouse.open_at, self))
        self.selectionModel().currentChanged.connect(lambda now, _: self.cells.go_to(now))
        self.selectionModel().currentRowChanged.connect(self._current_row_changed)
        self.selectionModel().selectionChanged.connect(self.picked)

    # What is shown

    def search(self, text: str) -> None:
        """Show the rows that match."""
        self.model_.ask(text=text)

    def set_view(self, key: str) -> None:
        """Show one of the list's own views."""
        self.model_.ask(view=key)

    def filter(self, filters: dict[str, str]) -> None:
        """Show the rows whose columns hold these texts."""
        self.model_.ask(filters=dict(filters))
        self.heading.viewport().update()

    def group_by(self, key: str, closed: Iterable[str] = ()) -> None:
        """Group the rows by a column, "" is not at all; the groups of these keys are closed."""
        self.model_.ask(group=key, closed=frozenset(closed))

    def sort_by(self, key: str, descending: bool = False) -> None:
        """Order by a column, as a click on its heading does; "" is the list's own order."""
        place = next((n for n, column in enumerate(self.model_.columns) if column.key == key), -1)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.heading.setSortIndicator(place, order)

    def refresh(self) -> None:
        """Ask the list again; selection, current row and place are kept."""
        self.model_.refresh()

    def show_list(self, listed: Listed) -> None:
        """Show another list in this table."""
        self.columns.keep()
        self.model_.show_list(listed)
        self.heading.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName(self._name or listed.title)
        self.columns.forget()
        self.columns.guess()
        self.columns.restore()

    def count(self) -> int:
        """How many rows are shown; those of closed groups too, and no heads."""
        return self.model_.count()

    def ids(self) -> Sequence[int]:
        """Every id shown, in order."""
        return self.model_.ids()

    def row(self, record: int) -> Row | None:
        """The texts and tones of a record, if it is shown."""
        place = self.model_.row_of(record)
        return self.model_.row_at(place) if place >= 0 else None

    @property
    def text(self) -> str:
        """What is searched for now."""
        return self.model_.text

    @property
    def view(self) -> str:
        """The key of the view that is shown."""
        return self.model_.view

    @property
    def order(self) -> tuple[tuple[str, bool], ...]:
        """What the rows are ordered by: (column's key, descending)."""
        return self.model_.order

    @property
    def group(self) -> str:
        """The key of the column that the rows are grouped by; empty for none."""
        return self.model_.group

    @property
    def filters(self) -> dict[str, str]:
        """What the columns are filtered by."""
        return self.model_.filters

    def set_empty(self, sentence: str, button: str = "", call: Doing = None, *more: Any) -> None:
        """What to say, and to offer, when there are no rows at all; more are the words and the doing of another button."""
        self._empty.keep(sentence, button, call, *more)
        self._show_empty(self.count())

    def _show_empty(self, count: int) -> None:
        self._empty.follow(count, self.model_.text, self.unsearch.emit)
        if not count and self.filters and not self.text:
            self._empty.show_as(*(self.nothing_of() or (NOTHING_LEFT, "Clear filters", lambda: self.filter({}))))

    # Selection, by id

    def selected(self) -> list[int]:
        """The ids of the selected rows, in shown order."""
        return [self.model_.id_at(row) for row in self._selected_rows()]

    def _selected_rows(self) -> list[int]:
        return choosing.selected_rows(self.selectionModel(), self.model_.heads)

    def count_selected(self) -> int:
        """How many rows are selected, without reading which."""
        return choosing.count_selected(self.selectionModel(), self.model_.heads)

    def has_chosen(self) -> bool:
        """Whether chosen() has any."""
        return self.current() is not None or self.count_selected() > 0

    def chosen(self) -> list[int]:
        """The ids that an action is about: the selected rows, else the current one."""
        current = self.current()
        return self.selected() or ([current] if current is not None else [])

    def current(self) -> int | None:
        """The id of the current row; None on the head of a group, which is nobody's."""
        row = self.currentIndex().row()
        there = 0 <= row < self.model_.rowCount() and self.model_.heads.at(row) is None
        return self.model_.id_at(row) if there else None

    def selectAll(self) -> None:  # noqa: N802
        """Select every row of the list, also those that are still to come; what is selected shows: closed groups open."""
        self.model_.settle()
        self.model_.close(())
        super().selectAll()

    def select(self, ids: Iterable[int]) -> None:
        """Select these, of those that the list holds."""
        self.model_.settle()
        self._recall.select(set(ids), _FLAG.ClearAndSelect)

    def go_to(self, record: int, choose: bool = True) -> bool:
        """Make a record the current row, and the one that is selected unless it is not to be; False if it is not shown."""
        row = self.model_.reveal(record)
        if row >= 0:
            index = self.model_.index(row, self.cells.first)
            self.selectionModel().setCurrentIndex(index, _CHOOSE if choose else _FLAG.NoUpdate)
            self.scrollTo(index)
        return row >= 0

    def _current_row_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        self.viewport().update()
        self.current_changed.emit(self.current())
        self.picked.emit()
        if before.isValid() and current.row() != before.row():
            self.model_.release()

    # Editing in place

    def edit_with(self, keys: Iterable[str], write: Callable[[int, str, str], str]) -> None:
        """Let these columns be edited by F2; write(id, key, text) answers what is wrong, or nothing. A double click opens."""
        self.model_.editable, self.model_.write = frozenset(keys), write
        self.setEditTriggers(_Edit.EditKeyPressed)

    def add_own(self, actions: Sequence[QAction]) -> None:
        """What its context menu offers besides, whatever the page sets."""
        self.own[:0] = actions
        self.addActions(actions)

    # Keys and mouse

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """What the context menu offers."""
        for each in self.actions():
            self.removeAction(each)
        self.addActions([*actions, *self.own])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not table_keys.pressed(self, event):
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, with their headings, as a sheet expects them."""
        table_keys.copy(self, self._selected_rows())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not table_mouse.pressed(self, event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        table_mouse.released(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        open_menu(self, self.actions(), event, self.own)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "cells"):
            self.cells.restyle()
            self.verticalHeader().setDefaultSectionSize(self.cells.height)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.columns.fit()
