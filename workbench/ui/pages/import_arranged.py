"""Where the parts of the review lie: as much as the window has room for, and the rows and the next question never crowded out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from workbench.records.words import of
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.labels import small
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.pages import import_notes
from workbench.ui.pages.import_asked import ASKED, AskedCard
from workbench.ui.pages.import_marks import MarksStrip
from workbench.ui.pages.import_room import Room
from workbench.ui.pages.import_row import RowCard
from workbench.ui.pages.import_told import Told

LOW, SHORT, NARROW = 400, 640, 900
"""Logical pixels: below the one height the rows get what room there is; below the other what is said of the plan has two lines;
below the width the groups without rows have no chip."""
PART, ABOVE = 4, 2
"""The questions stand above the rows while they take no more than one part of so many; and where they do."""
CARD, CARD_PERCENT, GAP = (290, 440), 26, 20
"""Logical pixels that the card of a row has, least and most, and its share of the width; and between the chips and the search."""
SAFE = "Nothing is saved until you import, and the whole import can be undone"


class Arranged(QWidget):
    """The review as far as its room goes; what the parts show is the step's own."""

    results: Mapping[str, tuple[str, str, str]]
    always: Sequence[str]
    low, part = LOW, PART
    table: Table
    card: RowCard
    chips: Chips
    search_box: SearchBox
    told: Told
    notes: QPushButton
    marks: MarksStrip
    asked: AskedCard
    _room: Room

    def _counts(self, plan: Any) -> tuple[dict[str, int], int]:
        raise NotImplementedError

    def _looked_at(self, plan: Any) -> Any:
        raise NotImplementedError

    def _lay_out(self) -> None:
        """The groups; what is said of all of it; the questions, where they are few; the rows and the chosen one, or the questions alone."""
        self._head, self._below, self._dragged = QHBoxLayout(), QHBoxLayout(), False
        self._head.addWidget(self.chips, 1)
        self._below.addWidget(self.told, 1)
        self._below.addStretch(0)
        self._below.addWidget(self.notes)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.table)
        self._split.addWidget(self.card)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(14)
        self._split.splitterMoved.connect(self._drag)
        self._views = QStackedWidget()
        self._views.addWidget(self._split)
        self._views.addWidget(self.asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addLayout(self._head)
        self._column.addLayout(self._below)
        self._column.addWidget(self.marks)
        self._column.addWidget(self._views, 1)
        self._safe = small(SAFE)
        self._column.addWidget(self._safe)
        self.table.viewport().installEventFilter(self)

    def _drag(self) -> None:
        """The person said how wide the card is."""
        self._dragged = True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Other room, other places."""
        super().resizeEvent(event)
        low = self.height() < self.low
        self._safe.setVisible(not low)
        self.asked.be_low(low)
        if not self._dragged:
            wide = min(max(self.width() * CARD_PERCENT // 100, CARD[0]), CARD[1])
            self._split.setSizes([self.width() - wide - self._split.handleWidth(), wide])
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A narrow table leaves to the card what the card says too."""
        if event.type() == QEvent.Type.Resize:
            self._room.make()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        """Few questions stand above the rows, many have a chip and a card of their own; what is said has few lines."""
        many = self.marks.needs(self.width()) > self.height() // self.part or self.chips.current() == ASKED
        alone = bool(self.marks.boxes) and many
        if alone != self.asked.isAncestorOf(self.marks):
            if alone:
                self.asked.hold(self.marks)
            else:
                self._column.insertWidget(ABOVE, self.marks)
        self.marks.be_whole(alone)
        self.marks.setVisible(bool(self.marks.boxes))
        self._set_chips(alone)
        self._views.setCurrentWidget(self.asked if self.chips.current() == ASKED else self._split)
        self.told.be_high(1 if self.height() < self.low else 2 if self.height() < SHORT else 4)
        notes = len(import_notes.notes_of(self._looked_at(self.card.plan))) + self.told.is_cut() * len(self.told.said)
        self.notes.setText(of(notes, "note"))
        self.notes.setVisible(notes > 0)
        alone_told = notes > 0 and not self.told.text()  # the link alone would take a line of its own
        parts = [self.chips, self.search_box, *([self.notes] if alone_told else [])]
        beside = sum(part.sizeHint().width() + GAP for part in parts) <= self.width()
        (self._head if beside and alone_told else self._below).addWidget(self.notes)
        (self._head if beside else self._below).addWidget(self.search_box)

    def _set_chips(self, asked: bool) -> None:
        """A chip a result, and one for what the file asks where that is no longer above the rows."""
        counts, whole = self._counts(self.card.plan)
        always = {"", self.chips.current(), *(self.always if self.width() >= NARROW else ())}
        chips = [("", "All", whole, "")]
        for key, (_, _, chip) in self.results.items():
            chips.append((key, chip, counts.get(key, 0), "bad" if key == "rejected" else ""))
        shown = [chip for chip in chips if chip[2] or (chip[0] in always and (chip[0] in ("", *self.always)))]
        self.chips.set([*shown, (ASKED, "Questions", self.marks.open, "warn")] if asked else shown)

    def begin(self) -> None:
        """Another file was read: what it asks comes first, where that is too much to stand above its rows."""
        self.chips.choose("")
        self._arrange()
        self.chips.choose(ASKED if self.marks.open else "")
        self._show_result(self.chips.current())

    def _show_result(self, key: str) -> None:
        """The rows of one result, the first chosen, so that it is seen at once what about it; or what the file asks."""
        self._arrange()
        if key == ASKED:
            return
        self.table.set_view(key)
        self._room.make()
        if self.table.current() is None and self.table.count():
            self.table.go_to(self.table.ids()[0])

    def take_keyboard(self) -> None:
        """The keyboard goes to what is to be done: the first open question, else the rows."""
        if self.chips.current() != ASKED or not self.marks.focus_first():
            self.table.setFocus()
