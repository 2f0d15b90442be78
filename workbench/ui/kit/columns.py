"""The columns of one table: wide enough for its first rows, fitted to the room, and as the user left them."""

from collections.abc import Callable, Collection, Iterable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QTableView

from workbench.ui.kit.cells import Cells
from workbench.ui.kit.heading import Heading
from workbench.ui.kit.listed import Row
from workbench.ui.kit.plain import PlainList
from workbench.ui.kit.rows import Rows
from workbench.ui.kit.seat import Seat
from workbench.ui.kit.widths import FAIR, LEAST, MOST, SAMPLE, fitted, lent, shared
from workbench.ui.kit.written_cells import APART

WHOLE = 220
"""Logical pixels up to which a name or a status is shown whole where the table is narrow."""

CUT = 92
"""What a column keeps of which the beginning tells enough."""

EMPTY = 64
"""What a column has in which nothing stands, where the table is narrow: of its heading the beginning."""


class Columns(QObject):
    """Once the user drags a column, hides one or moves one, that is how they lie from then on."""

    arranged = Signal()
    """The user dragged a column, hid one or moved one."""

    _wanted: list[int]
    _enough: list[int]
    _names: list[int]
    """What the names alone need, without what is told behind them: “Okafor, Adaeze N., MD · Cardiology”."""

    def __init__(self, view: QTableView, model: Rows, cells: Cells, heading: Heading, seat: Seat | None) -> None:
        super().__init__(view)
        self._view, self._model, self._cells, self._heading, self._seat = view, model, cells, heading, seat
        self._wanted, self._enough, self._names = [], [], []
        self._empty: set[int] = set()
        """The columns in which nothing stands."""
        self._asked: tuple[object, ...] = ()
        """Which rows said how wide the columns are."""
        self._same: tuple[object, ...] = ()
        """What else was asked for: of the same question the rows are others only where values changed."""
        self._by_hand = False
        self.offer: Callable[[QMenu, int], object] = lambda menu, column: None
        """Begins the menu of a column's heading."""
        self._own: list[tuple[str, bool, int]] | None = None
        self.shares: tuple[int, ...] = ()
        """What each column has of the room, where a table has a shape of its own; else the rows are asked."""
        self.shares_from = 0
        """Logical pixels of room from which on the shares hold; where there is less, the rows are asked."""
        self.wide: tuple[int, tuple[int, ...]] = (0, ())
        """Logical pixels of room from which on other shares hold, and these."""
        self.whole: frozenset[int] = frozenset()
        """The columns that are cut short nowhere."""
        self.cut: frozenset[int] = frozenset()
        """Those of which the beginning tells enough: they give way before the table scrolls sideways."""
        heading.sectionResized.connect(self._resized)
        heading.sectionMoved.connect(self._moved)
        heading.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heading.customContextMenuRequested.connect(self._offer)

    def share(self, shares: Sequence[int], least: int = 0) -> None:
        """Divide the room so, by percent; with less than so many logical pixels the rows are asked, and the table scrolls."""
        self.shares, self.shares_from = tuple(shares), least

    def follow(self, count: int) -> None:
        """There are so many rows now; the first that come of a view, or of a filter, say how wide the columns are, of few in
        memory each time all of them."""
        model = self._model
        asked, same = (model.view, tuple(sorted(model.filters.items()))), (model.text, model.order, model.group)
        few = 0 < count <= SAMPLE and isinstance(model.listed, PlainList)
        if few or (count and asked != self._asked) or not self._wanted:
            self._asked = asked if count else ()  # of an empty list the headings alone share the room
            self.guess()
        elif count and same == self._same:
            self._grow()
        self._same = same

    def forget(self) -> None:
        """Another list: guess anew."""
        self._wanted, self._by_hand = [], False

    def guess(self) -> None:
        """Ask the first rows how wide they are."""
        self._wanted, self._enough, self._names, self._empty = self._asked_of(self._model.sample(SAMPLE))
        self.fit()

    def _grow(self) -> None:
        """Where a value that shows became longer than its column has room for, ask again; no column becomes narrower by it, and of
        those that are wide enough none moves."""
        top = max(self._view.rowAt(0), 0)
        wanted, enough, names, empty = self._asked_of(self._model.sample(SAMPLE, top))
        shown = [n for n in range(len(wanted)) if not self._heading.isSectionHidden(n)]
        if all(wanted[n] <= max(self._wanted[n], self._heading.sectionSize(n)) for n in shown):
            return
        self._wanted, self._enough, self._names = (
            list(map(max, before, now))
            for before, now in ((self._wanted, wanted), (self._enough, enough), (self._names, names))
        )
        self._empty &= empty
        self.fit()

    def _asked_of(self, rows: Iterable[Row]) -> tuple[list[int], list[int], list[int], set[int]]:
        """By column what it would like to have, what is enough and what its names need; and which are empty."""
        rows, metrics = list(rows), self._heading.fontMetrics()
        wanted, enough, names, empty = [], [], [], set()
        for number, column in enumerate(self._model.columns):
            head = metrics.horizontalAdvance(column.heading) + 34
            each = [self._cells.width_of(column, number, row) for row in rows]
            alone = [width - self._behind(row.texts[number]) for width, row in zip(each, rows, strict=True)]
            widths = sorted(each) or [0]
            if not any(row.texts[number] for row in rows):
                empty.add(number)
            longest = self._cells.longest_width(column, number in empty)
            wanted.append(max(head, longest, widths[-1]))
            names.append(max([head, *alone]))
            least = min(head, EMPTY) if number in empty else head
            enough.append(max(least, longest, widths[-1 - len(widths) // 20]))
        return wanted, enough, names, empty

    def _behind(self, text: str) -> int:
        """How wide what stands behind a name is."""
        _, dot, behind = text.partition(APART)
        return self._cells.bold_width(dot + behind) if dot else 0

    def fit(self) -> None:
        """Fill the table's room, unless the user chose; where it is narrow, one cell in twenty may be cut short."""
        if self._by_hand or not self._wanted:
            return
        shown = [n for n in range(len(self._wanted)) if not self._heading.isSectionHidden(n)]
        room = self._view.viewport().width()
        if self.shares and room >= self.shares_from:
            start, wide = self.wide
            self._share(shown, room, wide if wide and room >= start else self.shares)
            return
        wanted = [self._wanted[n] for n in shown]
        if sum(wanted) > room:
            wanted = [self._wanted[n] if n in self.whole else self._least(n) for n in shown]
        whole = [place for place, n in enumerate(shown) if n in self.whole or self._says(n)]
        still = [place for place, n in enumerate(shown) if n in self._empty]
        named = [self._wanted[n] if n in self._empty else each for n, each in zip(shown, wanted, strict=True)]
        if sum(each if n in (*whole, *still) else min(each, FAIR) for n, each in enumerate(named)) <= room:
            wanted, whole = named, [*whole, *still]  # their headings stand whole where there is room at all
        given = fitted(wanted, room, whole, still)
        for place in (place for place, n in enumerate(shown) if n in self.cut):
            given[place] -= max(min(sum(given) - room, given[place] - CUT), 0)
        self._wear_widths(shown, given)

    def _wear_widths(self, shown: Sequence[int], given: Sequence[int]) -> None:
        """Give the columns these widths, once those with room to spare have lent it to those that are cut short, names first."""
        wanted, most = [self._wanted[n] for n in shown], self._view.viewport().width() * 2 // 5
        columns, wraps = self._model.columns, self._cells.wraps
        names = {
            place: min(self._names[n], most) for place, n in enumerate(shown) if columns[n].bold and n not in wraps
        }
        give = [place for place, n in enumerate(shown) if n not in self.whole and n not in wraps and not self._says(n)]
        for number, width in zip(shown, lent(given, wanted, names, give), strict=True):
            self._heading.resizeSection(number, width)

    def left_for(self, number: int, others: Collection[int]) -> int:
        """What a column would have of the room beside these others, each as wide as is enough for it; 0 before any row came."""
        if not self._wanted:
            return 0
        enough = {n: min(self._least(n), CUT) if n in self.cut else self._least(n) for n in others}
        taken = [self._wanted[n] if n in self.whole else enough[n] for n in others if n != number]
        return self._view.viewport().width() - sum(min(max(each, LEAST), MOST) for each in taken)

    def asks(self, number: int) -> int:
        """What a column would like to have, as far as the first rows say; 0 before any came."""
        return self._wanted[number] if self._wanted else 0

    def _says(self, number: int) -> bool:
        """Whether a column must be read: half a name or half a status says nothing; a long one is no status."""
        column = self._model.columns[number]
        return column.bold or column.pill and self._enough[number] <= WHOLE

    def _least(self, number: int) -> int:
        """What is enough for a column; of names, the longest may be cut short."""
        room = self._view.viewport().width()
        enough, most = self._enough[number], min(max(WHOLE, room // 6), room * 2 // 5)
        return min(enough, max(most, FAIR)) if self._model.columns[number].bold else enough

    def _share(self, shown: list[int], room: int, shares: Sequence[int]) -> None:
        """Give each column its part of the room; where half of it would say nothing, no less than its words need."""
        columns = self._model.columns
        told = [n for n in shown if self._says(n) and not columns[n].bold or getattr(columns[n], "button", False)]
        least = {shown.index(n): self._wanted[n] for n in told}
        self._wear_widths(shown, shared([shares[n] for n in shown], room, least))

    def is_chosen(self) -> bool:
        """Whether the user, or the view that shows, said which columns show."""
        return self._by_hand or self._own is not None

    # As a view has them

    def now(self) -> list[tuple[str, bool, int]]:
        """From left to right (key, whether it shows, logical pixels); 0 where the width is nobody's choice."""
        keys, heading = [column.key for column in self._model.columns], self._heading
        places = [heading.logicalIndex(visual) for visual in range(heading.count())]
        shown = [not heading.isSectionHidden(n) for n in places]
        wide = [heading.sectionSize(n) if self._by_hand else 0 for n in places]  # of a hidden one it is 0
        return [(keys[n], there, width) for n, there, width in zip(places, shown, wide, strict=True)]

    def wear(self, columns: Sequence[tuple[str, bool, int]]) -> None:
        """Lay the columns so, as now() tells them, until bare(); those that are not named stand last and are hidden.

        Where none shows, they lie as the user has them."""
        if not any(shown for _, shown, _ in columns):
            self.bare()
            return
        self._own = self.now() if self._own is None else self._own
        self._lay_as(columns)

    def bare(self) -> None:
        """Lay the columns as they were before a view laid them."""
        if self._own is not None:
            self._lay_as(self._own)
            self._own = None

    def _lay_as(self, columns: Sequence[tuple[str, bool, int]]) -> None:
        logical = {column.key: n for n, column in enumerate(self._model.columns)}
        shown = {logical[key]: width for key, visible, width in columns if visible}
        named = [logical[key] for key, _, _ in columns]
        for visual, n in enumerate([*named, *(n for n in logical.values() if n not in named)]):
            self._heading.moveSection(self._heading.visualIndex(n), visual)
            self._heading.setSectionHidden(n, n not in shown)
        self._by_hand = False
        self.fit()
        self._by_hand = any(shown.values())
        for n, width in shown.items():
            if width:
                self._heading.resizeSection(n, width)
        self._cells.first = self._heading.logicalIndex(0)
        self._view.viewport().update()

    def keep(self) -> None:
        """Remember how the columns lie, for this list at this seat; how a view lays them is the view's."""
        self.arranged.emit()
        if self._seat and self._by_hand and self._own is None:
            self._seat.keep_state(self._key(), self._heading.saveState())

    def hide_at_first(self, keys: Collection[str]) -> None:
        """Leave out what is seldom read, until the user chose columns: it is one click away."""
        if not self._by_hand:
            for number, column in enumerate(self._model.columns):
                self._heading.setSectionHidden(number, column.key in keys)
            self.fit()

    def restore(self) -> None:
        """Lay the columns as they were left, if they were ever changed."""
        state = self._seat.state(self._key()) if self._seat else None
        if state and self._heading.restoreState(state):
            self._heading.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # how rows were ordered is not a width
            self._by_hand = True
            self._cells.first = self._heading.logicalIndex(0)

    def _key(self) -> str:
        return f"columns/{self._model.listed.name}/{len(self._model.columns)}"

    def _resized(self) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton and self._heading.underMouse():
            self._by_hand = True
            self.keep()

    def _moved(self) -> None:
        self._by_hand = True
        self._cells.first = self._heading.logicalIndex(0)
        self._view.viewport().update()
        self.keep()

    def _offer(self, at: QPoint) -> None:
        menu = QMenu(self._view)
        column = self._heading.logicalIndexAt(at)
        if column >= 0:
            self.offer(menu, column)
        self._heading.offer_columns(menu)
        menu.triggered.connect(lambda each: self._hidden() if each.isCheckable() else None)
        menu.popup(self._heading.mapToGlobal(at))

    def lay(self, places: Sequence[int], hidden: Collection[int]) -> None:
        """Lay the columns from left to right by their places in the list, and hide some, as the user chose."""
        for visual, logical in enumerate(places):
            self._heading.moveSection(self._heading.visualIndex(logical), visual)
        for logical in places:
            self._heading.setSectionHidden(logical, logical in hidden)
        self._by_hand = False
        self._hidden()

    def _hidden(self) -> None:
        self.fit()
        self._by_hand = True
        self.keep()
