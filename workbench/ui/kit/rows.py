"""The one table model: an array of ids, and pages of rows fetched when shown. A million rows cost their ids."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from workbench.ui.kit.heads import Heads, heads_of
from workbench.ui.kit.in_words import head_in_words, not_set, row_in_words
from workbench.ui.kit.listed import Column, Group, Listed, Row
from workbench.ui.kit.reader import Reader

PAGE, KEPT = 64, 48
"""Rows fetched at once, and pages kept: some 3,000 rows, more than any screen shows."""
FIRST = 256
"""Rows shown first while one types or sorts; the others follow."""

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_ANSWERED = (_ROLE.DisplayRole, _ROLE.EditRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole, _ROLE.TextAlignmentRole)
_SIDES = {"left": Qt.AlignmentFlag.AlignLeft, "right": Qt.AlignmentFlag.AlignRight}


class Rows(QAbstractTableModel):
    """Shows any list; search, sort, view and filters ask the list for new ids and reset once."""

    counted = Signal(int)
    folded = Signal()  # other groups are closed

    def __init__(
        self, listed: Listed, today: Callable[[], date], parent: QObject | None = None, reader: Reader | None = None
    ) -> None:
        super().__init__(parent)
        self._reader = reader or Reader(parent=self)
        self.today = today
        self.text = self.view = ""
        self.order: tuple[tuple[str, bool], ...] = ()
        self.filters: dict[str, str] = {}
        self.group, self.closed = "", frozenset[str]()  # the key of what groups, and of the groups that are closed
        self.editable: Collection[str] = ()
        self.write: Callable[[int, str, str], str] = lambda *_: ""
        self.choices: Callable[[str], Sequence[str]] = lambda key: ()  # what a column's cells can hold
        self.refused: dict[tuple[int, str], tuple[str, str]] = {}
        """By record and column, what could not be set there, and why: the cell is marked until it is, or that is dropped."""
        self._held = False
        self._wear(listed)

    def _wear(self, listed: Listed) -> None:
        self.listed = listed
        self.columns: tuple[Column, ...] = tuple(listed.columns)
        self._ids: Sequence[int] = array("q")
        self.heads = Heads()
        self._partial = self._awaited = False
        self._pages: OrderedDict[int, Sequence[Row | None]] = OrderedDict()

    # What is asked for

    def show_list(self, listed: Listed) -> None:
        """Show another list from its beginning."""
        self.beginResetModel()
        self._wear(listed)
        self.text, self.view, self.order, self.filters, self.group, self.closed = "", "", (), {}, "", frozenset()
        self._ids = self._question(None)()
        self.endResetModel()
        self.counted.emit(len(self._ids))

    def begin(self, view: str, late: bool) -> None:
        """Show a view's first rows now; late, when they come."""
        self.view = view
        if late:
            self._seek(FIRST)
        else:
            self._arrived(self._question(FIRST)(), FIRST)

    def ask(self, **wanted: Any) -> None:
        """Change text, view, order or filters; asks the list only if something is new."""
        if any(getattr(self, name) != value for name, value in wanted.items()):
            for name, value in wanted.items():
                setattr(self, name, value)
            self._seek(FIRST)

    def refresh(self) -> None:
        """Fetch again what may have changed; the order stays while a row is edited; if no id moved, nothing resets."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))
        if not self._held:
            self._seek(None)

    def hold(self) -> None:
        """Keep the order from now on: a row is being edited."""
        self._held = True

    def release(self) -> None:
        """The edited row was left: the order may follow what was written."""
        if self._held:
            self._held = False
            self.refresh()

    def _seek(self, limit: int | None) -> None:
        """Ask the list, beside the window; an answer to what was asked before is no longer wanted."""
        self._awaited = True
        self._reader.ask(self, self._question(limit), lambda found: self._arrived(found, limit))

    def _question(self, limit: int | None) -> Callable[[], Any]:
        """What is asked for now, to be asked on any thread; of groups all, or none could be counted."""
        asked: dict[str, Any] = {"today": self.today(), "search": self.text, "view": self.view, "order": self.order}
        asked |= {"filters": dict(self.filters)}
        if self.group:
            return partial(self.listed.grouped, self.group, **asked)  # type: ignore[attr-defined]
        return partial(self.listed.ids, **asked, limit=limit)

    def _arrived(self, answer: Any, limit: int | None) -> None:
        self._awaited, shown = False, len(self._ids)
        heads, found = heads_of(answer, self.closed)
        self._partial = not heads.groups and limit is not None and len(found) == limit
        plain = not (heads.groups or self.heads.groups)
        if plain and shown and len(found) > shown and found[:shown] == self._ids:
            self.beginInsertRows(QModelIndex(), shown, len(found) - 1)
            self._ids = found
            self._pages.pop(shown // PAGE, None)  # it ended where the list did
            self.endInsertRows()
        elif found != self._ids:
            self.beginResetModel()
            self._ids, self.heads = found, heads
            self._pages.clear()
            self.endResetModel()
        self.heads = heads  # what they are called may be another
        self.counted.emit(self.count())
        if self._partial:
            QTimer.singleShot(0, self, self._complete)

    def close(self, keys: Collection[str]) -> None:
        """Show the rows of all groups but these."""
        before, self.closed = self.closed, frozenset(keys)
        if self.heads.groups and before != self.closed:
            self.beginResetModel()
            self.heads.closed = self.closed
            self._ids = self.heads.lay()
            self._pages.clear()
            self.endResetModel()
            self.folded.emit()

    @property
    def whole(self) -> bool:
        """Whether every row of the list is here, and not its first ones only."""
        return not self._partial

    @property
    def awaited(self) -> bool:
        """Whether something was asked for that has not come yet."""
        return self._awaited

    def _complete(self) -> None:
        """Ask for what follows the first rows, if that is still to be done."""
        if self._partial and not self._awaited:
            self._seek(None)

    def settle(self) -> None:
        """Wait for what was asked and has not come yet: whoever asks for all gets all, however early."""
        if self._partial or self._awaited:
            self._reader.drop(self)
            self._arrived(self._question(None)(), None)

    # Ids and rows

    def ids(self) -> Sequence[int]:
        """Every id of the list as it is asked for, in order."""
        self.settle()
        return self.heads.ids if self.heads.groups else self._ids

    def count(self) -> int:
        """How many records there are, whether their groups are open or not."""
        return len(self.heads.ids if self.heads.groups else self._ids)

    def below(self, row: int) -> list[int]:
        """The ids of the records that show from a row on."""
        return [each for each in self._ids[row:] if each >= 0]

    def row_of(self, record: int) -> int:
        """Where a record stands in the list as it is asked for, or -1."""
        self.settle()
        return self.place_of(record)

    def reveal(self, record: int) -> int:
        """The same; the group that it is in opens."""
        row = self.row_of(record)
        if row < 0 and self.heads.groups and (key := self.heads.of(record)):
            self.close(self.closed - {key})
        return self.place_of(record)

    def place_of(self, record: int) -> int:
        """Where a record stands among the rows that are here, or -1."""
        try:
            return self._ids.index(record)
        except ValueError:
            return -1

    def places_of(self, records: Collection[int]) -> list[int]:
        """Where those of these records stand that are here, from top to bottom."""
        wanted = frozenset(records)
        return [row for row, each in enumerate(self._ids) if each in wanted] if wanted else []

    def id_at(self, row: int) -> int:
        """The id of a row that is here."""
        return self._ids[row]

    def row_at(self, row: int) -> Row | None:
        """The texts and tones of a row; fetches its page if need be. None when the list no longer has it, and of a head."""
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(number)
        return page[place] if place < len(page) else None

    def _fetch(self, number: int) -> Sequence[Row | None]:
        ids = self._ids[number * PAGE : (number + 1) * PAGE]
        asked = [each for each in ids if each >= 0] if self.heads.groups else ids
        page: Sequence[Row | None] = self.listed.page(asked, self.today())
        if len(page) < len(ids):  # some are gone since the ids were asked for: the others keep their places
            there = {row.id: row for row in page if row is not None}
            page = [there.get(each) for each in ids]
        self._pages[number] = page
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return page

    def sample(self, most: int, first: int = 0) -> Iterable[Row]:
        """The first rows, or those from one on, to guess widths by."""
        rows = (self.row_at(row) for row in range(first, min(first + most, len(self._ids))))
        return [row for row in rows if row is not None]

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if role not in _ANSWERED or not index.isValid():
            return None
        number = index.column()
        if role == _ROLE.TextAlignmentRole:
            return self._side(number)
        if (head := self.heads.at(index.row())) is not None:
            return self._said(head, number, role)
        row = self.row_at(index.row())
        if row is None:
            return ""
        if role == _ROLE.AccessibleTextRole and number == 0:
            return row_in_words(self.columns, row)
        refused = self.refused.get((row.id, self.columns[number].key)) if self.refused else None
        if refused is not None and role != _ROLE.DisplayRole:
            return refused[0] if role == _ROLE.EditRole else not_set(*refused)
        return row.texts[number]

    def _said(self, head: Group, number: int, role: int) -> str:
        if role == _ROLE.AccessibleTextRole:
            heading = self.listed.column(self.group).heading  # type: ignore[attr-defined]
            return head_in_words(head, heading, head.key in self.heads.closed)
        return f"{head.title} · {head.count:,}" if number == 0 and role == _ROLE.DisplayRole else ""

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:  # noqa: N802
        """Hand the text to whoever writes; what is wrong with it is theirs to show."""
        row = self.row_at(index.row())
        if role != _ROLE.EditRole or row is None or self.data(index, role) == value:
            return False
        return not self.write(self._ids[index.row()], self.columns[index.column()].key, value)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.heads.at(index.row()):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        base = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        edited = self.columns[index.column()].key in self.editable
        return base | Qt.ItemFlag.ItemIsEditable if edited else base

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == _ROLE.TextAlignmentRole:
            return self._side(section)
        return self.columns[section].heading if role == _ROLE.DisplayRole else None

    def _side(self, number: int) -> int:
        return int((_SIDES.get(self.columns[number].align, _SIDES["left"]) | Qt.AlignmentFlag.AlignVCenter).value)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the list order itself by a column; -1 is the list's own order."""
        descending = order == Qt.SortOrder.DescendingOrder
        self.ask(order=((self.columns[column].key, descending),) if column >= 0 else ())
