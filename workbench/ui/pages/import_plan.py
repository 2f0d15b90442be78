"""The third step of an import: the plan row by row, narrowed by its result, and the chosen row in full beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal

from workbench.ui.kit.action import action
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.filtering import show_view
from workbench.ui.kit.heights import Heights
from workbench.ui.kit.reading_order import read_in_order
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.pages import import_notes, import_unread
from workbench.ui.pages.import_arranged import Arranged
from workbench.ui.pages.import_asked import ASKED, AskedCard
from workbench.ui.pages.import_marks import Answer, MarksStrip, Reply
from workbench.ui.pages.import_notes import NotesSheet
from workbench.ui.pages.import_room import HAPPENS, Room
from workbench.ui.pages.import_row import Decisions, RowCard
from workbench.ui.pages.import_rows import RESULTS, PlanList, marked
from workbench.ui.pages.import_told import Told

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.painted import Mark
    from workbench.sheets.plan import Plan
    from workbench.sheets.plan_row import PlanRow

MOST_NAMED = 6
ASKING = ("rejected", "doubtful")
"""Results of rows that wait for a decision."""
WIDE = (5, 6)
"""NPI and specialty: shown while what happens can be read beside them, else they are in the card alone."""
EXPIRES = next(n for n, column in enumerate(PlanList.columns) if column.key == "expires")
LINES = 3
"""Lines of a row at most: the card beside it says all of it."""
NOTHING_TO_MEND = "Nothing of this row wants mending: it is edited in the file, or in its record once it is imported."


class PlanStep(Arranged):
    """Chips by result, the rows, and the card of the chosen one."""

    unasked = Signal(str)
    """Somebody wants to edit a row where nothing is to be mended: a sentence."""
    results: Mapping[str, tuple[str, str, str]] = RESULTS
    asking: Sequence[str] = ASKING
    always: Sequence[str] = ("new", "changed", "same")
    """Results whose chip shows even where there are none."""
    wide: Sequence[int] = WIDE
    whole = frozenset({EXPIRES})

    def __init__(self, today: Callable[[], date], decide: Decisions, answer: Answer, reply: Reply) -> None:
        super().__init__()
        self.listed = self._list_of(None)
        self.table = Table(self.listed, today, name="Import plan")
        self.table.columns.whole, self.table.columns.cut = self.whole, frozenset(self.wide[-1:])
        self._heights = Heights(self.table, HAPPENS, most=LINES)
        self._room = Room(self.table, self.wide, self.whole)
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
        self.told = Told()
        self.marks = MarksStrip(answer, reply, self._show_marked, today)
        self.notes = bare_button("", "link", self._show_notes)
        self.asked = AskedCard(self._leave_asked)
        self._lay_out()

    def show_plan(self, plan: Plan | None) -> None:
        """Show a plan; the chosen result and row stay chosen."""
        self.listed = self._list_of(plan)
        current, order, self.card.plan = self.table.current(), self.table.order, plan
        self._room.forget()
        self.marks.show_plan(self._looked_at(plan))
        said = (*self._said_of(plan), self._new_of(plan), self._unread_of(plan)) if plan else ()
        self.told.tell([each for each in said if each])
        self._arrange()
        self.table.show_list(self.listed)
        self.table.set_view(self._view())
        self.table.search(self.search_box.text().strip())
        for key, descending in order:
            self.table.sort_by(key, descending)
        if current is not None:
            self.table.go_to(current)
        self._show_row(self.table.current())
        self._room.make()
        read_in_order(self.chips, self.notes, self.search_box, self.marks, self.asked, self.table, self.card)

    def go_on(self, decided: PlanRow, before: Sequence[int]) -> None:
        """After a decision about a row, with the order that the rows had: the keyboard stays where the work is.

        A row that still asks, and still shows, keeps it; else the next one that asks as this one did gets it, else the table."""
        place = next((n for n, row in enumerate(self.listed.rows, 1) if row.place == decided.place), 0)
        wanted = self._asks(decided)
        if place and wanted and not (self._asks(self.listed.at(place)) and place in set(self.table.ids())):
            at = before.index(place) if place in before else 0
            left = (n for n in (*before[at:], *before[:at]) if self._asks(self.listed.at(n)) == wanted)
            place = next(left, place)
        if place and self.table.go_to(place) and self._asks(self.listed.at(place)) and self.card.focus_first():
            return
        self.table.setFocus()

    def _leave_asked(self) -> None:
        self.chips.choose("")
        self._show_result("")
        self.table.setFocus()

    def _show_notes(self) -> None:
        """What was taken note of, in full, and what is said above the rows."""
        said = self.told.said if self.told.is_cut() else ()
        NotesSheet(import_notes.notes_of(self._looked_at(self.card.plan)), self.window(), said).open()

    def _begin_mending(self) -> None:
        """Go to what the current row wants mended or asks; a row that asks for nothing says so."""
        if not self.card.focus_first() and self.table.current() is not None:
            self.unasked.emit(NOTHING_TO_MEND)

    def rows_from(self, row: PlanRow) -> list[PlanRow]:
        """A row and those below it, as the list shows them."""
        places = list(self.table.ids())
        at = next((n for n, place in enumerate(places) if self.listed.at(place).place == row.place), len(places))
        return [self.listed.at(place) for place in places[at:]]

    def _view(self) -> str:
        """The chosen result."""
        chosen = self.chips.current()
        return "" if chosen == ASKED else chosen

    def _show_result(self, key: str) -> None:
        """The rows of one result; the first is chosen, so that it is seen at once what about it."""
        self._arrange()
        if key == ASKED:
            return
        show_view(self.table, key)
        self._room.make()
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
        self._arrange()
        self.table.set_view(marked(mark))
        self.table.setFocus()

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
