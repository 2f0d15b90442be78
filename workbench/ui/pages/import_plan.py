"""The third step of an import: the plan row by row, narrowed by its result, and the chosen row in full beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from workbench.ui.kit.action import action
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.filtering import show_view
from workbench.ui.kit.heights import Heights
from workbench.ui.kit.labels import Line, note, small
from workbench.ui.kit.reading_order import read_in_order
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.pages import import_notes, import_unread
from workbench.ui.pages.import_marks import Answer, MarksStrip, Reply
from workbench.ui.pages.import_notes import NotesSheet
from workbench.ui.pages.import_row import Decisions, RowCard
from workbench.ui.pages.import_rows import RESULTS, PlanList, marked
from workbench.ui.wording import of

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.painted import Mark
    from workbench.sheets.plan import Plan
    from workbench.sheets.plan_row import PlanRow

MOST_NAMED = 6
ASKING = ("rejected", "doubtful")
"""Results of rows that wait for a decision."""
WIDE = (5, 6)
"""NPI and specialty: shown while what happens can be read beside them, else they are in the card alone."""
HAPPENS, READ = 3, 230
"""The column that says what happens, and the logical pixels that it needs to be read."""
EXPIRES = next(n for n, column in enumerate(PlanList.columns) if column.key == "expires")
LINES = 3
"""Lines of a row at most: the card beside it says all of it."""
LOW, SHORT = 400, 640
"""Logical pixels: below the one height the rows get what room there is; below the other what is said of the plan has one line."""
NOTHING_TO_MEND = "Nothing of this row wants mending: it is edited in the file, or in its record once it is imported."
SAFE = "Nothing is saved until you import, and the whole import can be undone"


class PlanStep(QWidget):
    """Chips by result, the rows, and the card of the chosen one."""

    unasked = Signal(str)
    """Somebody wants to edit a row where nothing is to be mended: a sentence."""
    results: Mapping[str, tuple[str, str, str]] = RESULTS
    asking: Sequence[str] = ASKING
    always: Sequence[str] = ("new", "changed", "same")
    """Results whose chip shows even where there are none."""
    wide: Sequence[int] = WIDE
    whole = frozenset({EXPIRES})
    low = LOW

    def __init__(self, today: Callable[[], date], decide: Decisions, answer: Answer, reply: Reply) -> None:
        super().__init__()
        self.listed = self._list_of(None)
        self.table = Table(self.listed, today, name="Import plan")
        self.table.columns.whole = self.whole
        self._heights = Heights(self.table, HAPPENS, most=LINES)
        self._won = 0
        """Logical pixels that what happens has more where what was stands above what is."""
        self.card = self._card_of(decide)
        self.edit = action("Mend the row", "pencil", "F2", self._begin_mending, self.table)
        """As F2 edits in every list; what a row does not ask for is not edited here."""
        self.edit.setEnabled(False)
        self.edit.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.table.set_actions([self.edit, self.card.skipping])
        self.chips = Chips("Results")
        self.chips.chosen.connect(self._show_result)
        self.table.current_changed.connect(self._show_row)
        self.table.current_changed.connect(lambda row: self.edit.setEnabled(row is not None))
        self.table.counted.connect(lambda _: self._show_row(self.table.current()))
        self.table.opened.connect(lambda _: self.card.focus_first())
        self.search_box = SearchBox("Search the plan…")
        self.search_box.narrow(self.table)
        self.search_box.went_down.connect(self.table.setFocus)
        self.search_box.setMaximumWidth(260)
        self._said = note("")
        self._said_in_short = Line("", 0.9)
        self._said_in_short.kind("note")
        self._unread, self._new = note(""), note("")
        self.marks = MarksStrip(answer, reply, self._show_marked, today)
        self._lay_out()

    def _lay_out(self) -> None:
        head, self.notes = QHBoxLayout(), bare_button("", "link", self._show_notes)
        head.addWidget(self.chips, 1)
        head.addWidget(self.notes)
        head.addWidget(self.search_box)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(self.card)
        split.setStretchFactor(0, 1)
        split.setSizes([900, 310])
        split.setChildrenCollapsible(False)
        split.setHandleWidth(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._said)
        column.addWidget(self._said_in_short)
        column.addWidget(self._new)
        column.addWidget(self._unread)
        column.addWidget(self.marks)
        column.addWidget(split, 1)
        self._safe = small(SAFE)
        column.addWidget(self._safe)
        self.table.viewport().installEventFilter(self)

    def show_plan(self, plan: Plan | None) -> None:
        """Show a plan; the chosen result and row stay chosen."""
        self.listed = self._list_of(plan)
        counts, whole = self._counts(plan)
        chips = [("", "All", whole, "")]
        for key, (_, _, chip) in self.results.items():
            chips.append((key, chip, counts.get(key, 0), "bad" if key == "rejected" else ""))
        self.chips.set([chip for chip in chips if chip[2] or chip[0] in ("", *self.always)])
        current, order, self.card.plan = self.table.current(), self.table.order, plan
        self.table.cells.stacked, self._won = (), 0
        self.table.show_list(self.listed)
        self.table.set_view(self.chips.current())
        self.table.search(self.search_box.text().strip())
        for key, descending in order:
            self.table.sort_by(key, descending)
        if current is not None:
            self.table.go_to(current)
        self._show_row(self.table.current())
        self._say(plan)
        self.marks.show_plan(self._looked_at(plan))
        self.notes.setText(of(len(notes := import_notes.notes_of(self._looked_at(plan))), "note"))
        self.notes.setVisible(bool(notes))
        self._make_room()
        read_in_order(self.chips, self.search_box, self.marks, self.table, self.card)

    def go_on(self, decided: PlanRow, before: Sequence[int]) -> None:
        """After a decision about a row, with the order that the rows had: the keyboard stays where the work is.

        A row that still asks keeps it; else the next one that asks as this one did gets it, else the table."""
        place = next((n for n, row in enumerate(self.listed.rows, 1) if row.place == decided.place), 0)
        wanted = self._asks(decided)
        if place and wanted and not self._asks(self.listed.at(place)):
            at = before.index(place) if place in before else 0
            left = (n for n in (*before[at:], *before[:at]) if self._asks(self.listed.at(n)) == wanted)
            place = next(left, place)
        if place and self.table.go_to(place) and self._asks(self.listed.at(place)) and self.card.focus_first():
            return
        self.table.setFocus()

    def _show_notes(self) -> None:
        """What was taken note of, in full."""
        NotesSheet(import_notes.notes_of(self._looked_at(self.card.plan)), self.window()).open()

    def _begin_mending(self) -> None:
        """Go to what the current row wants mended or asks; a row that asks for nothing says so."""
        if not self.card.focus_first() and self.table.current() is not None:
            self.unasked.emit(NOTHING_TO_MEND)

    def rows_from(self, row: PlanRow) -> list[PlanRow]:
        """A row and those below it, as the list shows them."""
        places = list(self.table.ids())
        at = next((n for n, place in enumerate(places) if self.listed.at(place).place == row.place), len(places))
        return [self.listed.at(place) for place in places[at:]]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A low window keeps its room for the rows: one line of what is said, one question at a time."""
        low = self.height() < self.low
        self._safe.setVisible(not low)
        short = self.height() < SHORT
        self._said.setVisible(not short and bool(self._said.text()))
        self._said_in_short.setVisible(short and bool(self._said.text()))
        self.marks.be_low(low)
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A narrow table shows NPI and specialty in the card alone."""
        if event.type() == QEvent.Type.Resize:
            self._make_room()
        return super().eventFilter(watched, event)

    def _make_room(self) -> None:
        """What happens comes first: where it has too little room, what was stands above what is, and NPI and specialty go."""
        shown = [n for n in range(len(self.listed.columns)) if n not in self.wide]
        needed = min(READ, self.table.columns.asks(HAPPENS))
        if bool(self.table.cells.stacked) != (self.table.columns.left_for(HAPPENS, shown) - self._won < needed):
            self._stack(shown)
        for column in self.wide:
            fits = self.table.columns.left_for(HAPPENS, [*shown, column]) >= needed > 0
            shown += [column] if fits else []
            self.table.setColumnHidden(column, not fits)
        self.table.columns.fit()

    def _stack(self, shown: Sequence[int]) -> None:
        """Write what was above what is, or beside it again, and remember how much room that wins."""
        cells, columns, before = self.table.cells, self.table.columns, self.table.columns.left_for(HAPPENS, shown)
        cells.stacked = () if cells.stacked else self.whole
        columns.guess()
        self._won = columns.left_for(HAPPENS, shown) - before if cells.stacked else 0

    def _show_result(self, key: str) -> None:
        """The rows of one result; the first is chosen, so that it is seen at once what about it."""
        show_view(self.table, key)
        self._make_room()
        if self.table.current() is None and self.table.count():
            self.table.go_to(self.table.ids()[0])

    def untaken(self) -> bool:
        """Whether something was typed in place of a wrong value and is not in the plan."""
        return bool(self.card.untaken(self.listed.rows))

    def take_typed(self, then: Callable[[bool], object] = lambda right: None) -> None:
        """Put what was typed into the plan; then() hears whether all of it is right."""
        typed = self.card.untaken(self.listed.rows)

        def taken() -> None:
            wrong = [n for n, row in enumerate(self.listed.rows, 1) if row.place in typed and row.result == "rejected"]
            if wrong:
                self.table.go_to(wrong[0])
            then(not wrong)

        if typed:
            self.card.take(typed, taken)

    def _take_left(self) -> None:
        """The boxes of a row were left for another row: what was typed in them holds."""
        if self.isVisible() and self.untaken():
            self.card.take(self.card.untaken(self.listed.rows), lambda: None)

    def _show_row(self, place: int | None) -> None:
        if self.untaken() and (place is None or self.listed.at(place).place not in self.card.drafts):
            QTimer.singleShot(0, self, self._take_left)
        self.card.show_row(self.listed.at(place) if place is not None else None)
        read_in_order(self.table, self.card)

    def _show_marked(self, mark: Mark) -> None:
        """The rows of one mark alone, until another chip is chosen."""
        self.chips.choose("")
        self.table.set_view(marked(mark))
        self.table.setFocus()

    def _say(self, plan: Plan | None) -> None:
        """What is left out, what would be new in the office's own lists, and in full which columns nobody reads."""
        said = self._said_of(plan) if plan else []
        short = self.height() < SHORT
        for part, shows in ((self._said, not short), (self._said_in_short, short)):
            part.setText("  ".join(said))
            part.setVisible(shows and bool(said))
        self._new.setText(self._new_of(plan))  # in full also where the window is low: the office's lists grow by it
        self._new.setVisible(bool(self._new.text()))
        self._unread.setText(self._unread_of(plan))
        self._unread.setVisible(bool(self._unread.text()))

    def _asks(self, row: PlanRow) -> str:
        """In which way a row waits for a decision; empty where it does not."""
        return row.result if row.result in self.asking else "asks" if getattr(row, "open_asks", ()) else ""

    # What another sort of plan shows otherwise

    def _list_of(self, plan: Any) -> PlanList:
        return PlanList(plan)

    def _counts(self, plan: Any) -> tuple[dict[str, int], int]:
        """How many rows each chip shows, and how many the file has."""
        if plan is None:
            return {}, 0
        listed, same = self.listed, plan.counts["same"] - self.listed.differing
        beside = {"absent": len(plan.absent), "kept": len(listed.kept), "asks": len(listed.asking)}
        return {**plan.counts, "same": same, **beside}, len(plan.rows)

    def _looked_at(self, plan: Any) -> Any:
        """The plan of a file whose formatting may mean something."""
        return plan

    def _card_of(self, decide: Decisions) -> RowCard:
        return RowCard(decide)

    def _said_of(self, plan: Any) -> list[str]:
        return import_notes.said_of(plan)

    def _new_of(self, plan: Any) -> str:
        new = [f"{kind} “{name}”" for kind, name in plan.new_list_entries] if plan else []
        return f"Not in the office's lists yet, and added with the import: {some(new)}." if new else ""

    def _unread_of(self, plan: Any) -> str:
        return import_unread.told(plan, " (see 2 Columns)")


def some(names: list[str]) -> str:
    """Some names, and how many more there are."""
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return "; ".join(names[:MOST_NAMED]) + more
