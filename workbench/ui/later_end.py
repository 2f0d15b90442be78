"""A later end that was set in a list begins a new term, or mends the one that there is: the status bar says which, and the other
way is one key away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from workbench.actions import cells
from workbench.actions.cells import Cell, Written
from workbench.records.words import of
from workbench.store import history
from workbench.ui.kit.action import action, set_keys
from workbench.ui.kit.held import stand_in

if TYPE_CHECKING:
    from workbench.ui.in_place import InPlace

KEYS = "Ctrl+F3"
RENEWED, MENDED = "Take the later day as a mended slip", "Take the later day as a new term"
"""What can be done instead where it was the other."""
BEGINS, MENDS = "Enter begins a new term", "Enter mends this term"


class LaterEnd(QObject):
    """What became of the end that was set last in the list of a page."""

    def __init__(self, editing: InPlace, page: Any, table: Any, kind: Any) -> None:
        super().__init__(table)
        self._editing, self._page, self._table, self._kind = editing, page, table, kind
        self._cells: Sequence[Cell] = ()
        self._done, self._step = Written(), 0
        self.turn = action(MENDED, "refresh-cw", KEYS, self._turn, table)
        self.turn.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        page.know(self.turn)
        table.cells.means = self.means
        table.add_own([self.turn])
        page.session.stepped.connect(self.weigh)
        self.weigh()

    def tell(self, wanted: Sequence[Cell], done: Written, step: int) -> None:
        """These cells were set by a step; of several it is said how many began new terms."""
        one = len(wanted) == 1 and bool(done.renewed or done.mended)
        self._cells, self._done, self._step = (wanted, done, step) if one else ((), Written(), 0)
        text = RENEWED if done.renewed else MENDED
        self.turn.setText(text)
        set_keys(self.turn, KEYS, text)
        self.weigh()
        if one:
            self._page.session.messages.toast(self._says(), self._page.session.undo)
        elif done.mended:
            begun = f"{of(len(done.renewed), 'new term')} begun, " if done.renewed else ""
            same = of(len(done.mended), "later day", "later days")
            self._page.session.messages.toast(f"{begun}{same} mended in the same term", self._page.session.undo)

    def means(self, id: int, key: str, day: date) -> str:
        """What Enter does with a later end that is typed, before it is pressed."""
        begins = cells.begins_term(self._kind, id, self._editing.fields.get(key, ""), day)
        return "" if begins is None else BEGINS if begins else MENDS

    def weigh(self) -> None:
        """Only what stands, and was done last, can be meant otherwise."""
        newest = history.next_undo() if self._step else None
        can = newest is not None and newest.id == self._step and bool(self._page.free)
        self.turn.setEnabled(can)
        self.turn.setVisible(can)  # a row's menu is long enough

    def said(self, current: int | None) -> str:
        """What the status bar says on the row whose end was set; nothing on another."""
        if not self.turn.isEnabled() or current not in (*self._done.renewed.values(), *self._done.mended):
            return ""
        return self._says()

    def _says(self) -> str:
        if self._done.renewed:
            return f"A new term; the one before stays. {KEYS}: it was a slip, keep the term"
        unseen = ", no longer verified" if self._done.unseen else ""
        return f"The same term, its day mended{unseen}. {KEYS}: it was renewed, begin a new term"

    def _turn(self) -> None:
        wanted, before, name = self._cells, self._done, history.newest().name  # type: ignore[union-attr]
        today, renews = self._page.session.today, not self._done.renewed
        self._table.model_.hold()
        done = self._page.session.do(cells.otherwise, self._kind, wanted, today, name, renews)
        if done is not None:
            stand_in(self._table.model_, {new: old for old, new in before.renewed.items()})
            self._editing.wrote(wanted, (), done)


def later_end(editing: InPlace, page: Any, table: Any, kind: Any) -> LaterEnd | None:
    """Of a list whose terms end in a cell that is edited there; of others nothing."""
    return LaterEnd(editing, page, table, kind) if kind.model.renewed_by in editing.fields.values() else None
