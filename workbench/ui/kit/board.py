"""A board: columns of cards. Arrows go from card to card, Enter opens, Ctrl and an arrow moves to the next column; so does dragging."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from workbench.ui.kit.board_card import BoardCard, CardFace
from workbench.ui.kit.labels import Words, note, small
from workbench.ui.kit.parting import part_with

NARROW, GAP, LOW = 150, 8, 40
"""Pixels: of a column at least, between two, and of the height of its cards where the window is low."""
MOST = 60
"""Cards of one column; the others are counted, and the list shows them."""
MIME = "application/x-workbench-card"
_UP_DOWN = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ACROSS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


@dataclass(frozen=True)
class Lane:
    """A column: its key, what it is called, and the faces of its cards in order."""

    key: str
    title: str
    faces: tuple[CardFace, ...]


class Column(QFrame):
    """One lane on the page; a card that is dropped on it is asked to move there."""

    dropped = Signal(int, str)

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self.key = lane.key
        self.setObjectName("lane")
        self.setMinimumWidth(NARROW)
        self.setAcceptDrops(True)
        self.setAccessibleName(lane.title)
        self.count = small()
        self.cards: list[BoardCard] = []
        self._more = note()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 9, 1, 6)
        column.setSpacing(6)
        column.addLayout(self._head(lane.title))
        column.addWidget(self._room(), 1)

    def _head(self, words: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(9, 0, 9, 0)
        title = Words(words, 0.95, bold=True)
        title.setWordWrap(True)
        head.addWidget(title, 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _room(self) -> QScrollArea:
        """Where the cards lie."""
        inner = QWidget()
        inner.setObjectName("clear")
        self.row = QVBoxLayout(inner)
        self.row.setContentsMargins(7, 1, 7, 2)
        self.row.setSpacing(8)
        self.row.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setMinimumHeight(LOW)
        self.area.setWidget(inner)
        return self.area

    def show_lane(self, lane: Lane) -> None:
        """Show these cards; those that are there are used again, so that the keyboard stays where it is."""
        shown = lane.faces[:MOST]
        while len(self.cards) > len(shown):
            gone = self.cards.pop()
            self.row.removeWidget(gone)
            part_with(gone)
        for place, face in enumerate(shown):
            if place == len(self.cards):
                self.cards.append(BoardCard(face))
                self.row.insertWidget(place, self.cards[place])
                self.cards[place].show()  # else the keyboard could not go to it at once
            self.cards[place].show_face(face)
        self.count.setText(f"{len(lane.faces):,}")
        more = len(lane.faces) - len(shown)
        self._more.setText(f"and {more:,} more: see the list" if more else "")
        self._more.setVisible(bool(more))
        self.row.insertWidget(len(self.cards), self._more)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self._light(False)
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.dropped.emit(int(bytes(event.mimeData().data(MIME).data())), self.key)

    def _light(self, on: bool) -> None:
        self.setProperty("lit", on)
        self.style().unpolish(self)
        self.style().polish(self)


class Board(QScrollArea):
    """The columns side by side; one card is current."""

    opened = Signal(int)
    moved = Signal(int, str)
    """A card is to go to a column: (id, the column's key). The page decides, and shows the board anew."""
    current_changed = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("clear")
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self.setWidget(inner)
        self.columns: list[Column] = []
        self._current: int | None = None
        self._pressed: QPoint | None = None
        self.may_move = True
        """Whether cards can be moved: not in an office that is open for reading only."""

    def show_lanes(self, lanes: Sequence[Lane]) -> None:
        """Show these; the current card stays current as long as it is there."""
        focused = isinstance(QApplication.focusWidget(), BoardCard)
        if [each.key for each in lanes] != [each.key for each in self.columns]:
            self._make(lanes)
        for column, lane in zip(self.columns, lanes, strict=True):
            column.show_lane(lane)
        for card in self.cards():
            card.installEventFilter(self)
        if self.card(self._current) is None:
            self._current = next((each.face.id for each in self.cards()), None)
        self._mark(focus=focused)

    def _make(self, lanes: Sequence[Lane]) -> None:
        for old in self.columns:
            self._row.removeWidget(old)
            part_with(old)
        self.columns = [Column(each) for each in lanes]
        for column in self.columns:
            self._row.addWidget(column, 1)
            column.dropped.connect(self._asked)

    def cards(self) -> Iterator[BoardCard]:
        """Every card, column by column."""
        return (card for column in self.columns for card in column.cards)

    def card(self, id: int | None) -> BoardCard | None:
        """The card of an id."""
        return next((card for card in self.cards() if card.face.id == id), None)

    def current(self) -> int | None:
        """The id of the current card."""
        return self._current

    def go_to(self, id: int, *, focus: bool = True) -> bool:
        """Make a card the current one; False if it is not there."""
        if self.card(id) is None:
            return False
        self._current = id
        self._mark(focus=focus)
        return True

    def setFocus(self, *args: object) -> None:  # noqa: N802
        """The keyboard goes to the current card."""
        card = self.card(self._current)
        if card is not None:
            card.setFocus()

    def _mark(self, *, focus: bool) -> None:
        for each in self.cards():
            each.set_current(each.face.id == self._current)
        card = self.card(self._current)
        if card is not None and focus:
            card.setFocus()
        if card is not None:
            column = next(each for each in self.columns if card in each.cards)
            column.area.ensureWidgetVisible(card, 0, 8)
            self.ensureWidgetVisible(column, GAP, 0)
            self.verticalScrollBar().setValue(0)  # a lane scrolls by itself; its name stays in sight
        self.current_changed.emit(self._current)

    def _asked(self, id: int, key: str) -> None:
        column = next((each for each in self.columns if any(card.face.id == id for card in each.cards)), None)
        if column is not None and column.key != key and self.may_move:
            self._current = id
            self.moved.emit(id, key)

    # Keys and mouse, of whichever card has them

    def eventFilter(self, watched: object, event: object) -> bool:  # type: ignore[override]  # noqa: N802
        if not isinstance(watched, BoardCard):
            return False
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            return self._key(watched, event)
        if isinstance(event, QMouseEvent):
            return self._mouse(watched, event)
        if isinstance(event, QContextMenuEvent) and self.actions():
            self.go_to(watched.face.id)
            menu = QMenu(self)
            menu.addActions(self.actions())
            menu.popup(event.globalPos())
            return True
        return False

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """What the context menu of a card offers."""
        self.addActions(list(actions))

    def _key(self, card: BoardCard, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        across, down = _ACROSS.get(key, 0), _UP_DOWN.get(key, 0)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit(card.face.id)
        elif across and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            place = self._column_of(card) + across
            if 0 <= place < len(self.columns):
                self._asked(card.face.id, self.columns[place].key)
        elif across or down:
            self._step(card, across, down)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            cards = self.columns[self._column_of(card)].cards
            self.go_to(cards[0 if key == Qt.Key.Key_Home else -1].face.id)
        else:
            return False
        return True

    def _column_of(self, card: BoardCard) -> int:
        return next(place for place, column in enumerate(self.columns) if card in column.cards)

    def _step(self, card: BoardCard, across: int, down: int) -> None:
        """Down the column, or to the nearest column that holds a card, at the same height."""
        at = self._column_of(card)
        height = self.columns[at].cards.index(card) + down
        at += across
        while across and 0 <= at < len(self.columns) and not self.columns[at].cards:
            at += across
        if 0 <= at < len(self.columns):
            cards = self.columns[at].cards
            if across or 0 <= height < len(cards):
                self.go_to(cards[min(height, len(cards) - 1)].face.id)

    def _mouse(self, card: BoardCard, event: QMouseEvent) -> bool:
        left = Qt.MouseButton.LeftButton
        if event.type() == QMouseEvent.Type.MouseButtonPress and event.button() == left:
            self._pressed = event.position().toPoint()
            self.go_to(card.face.id)
        elif event.type() == QMouseEvent.Type.MouseButtonDblClick and event.button() == left:
            self._pressed = None
            self.opened.emit(card.face.id)
        elif event.type() == QMouseEvent.Type.MouseMove and self._pressed is not None and self.may_move:
            if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self._drag(card)
        elif event.type() == QMouseEvent.Type.MouseButtonRelease:
            self._pressed = None
        else:
            return False
        return True

    def _drag(self, card: BoardCard) -> None:
        held = QMimeData()
        held.setData(MIME, str(card.face.id).encode())
        drag = QDrag(card)
        drag.setMimeData(held)
        drag.setPixmap(card.grab())
        drag.setHotSpot(QPoint(card.width() // 2, 18))
        drag.exec(Qt.DropAction.MoveAction)
