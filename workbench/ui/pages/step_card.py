"""One step beside the trail: when, who, what it changed field by field, and whether it can be taken back by itself."""

from typing import Any

from PySide6.QtGui import QAction

from workbench.actions import undoing
from workbench.lists import step_changes
from workbench.records.texts import day
from workbench.records.words import of
from workbench.store.history import Step
from workbench.ui.kit import plain
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.card import Card, Facts
from workbench.ui.kit.heights import Heights
from workbench.ui.kit.labels import note
from workbench.ui.kit.table import Table
from workbench.ui.pages.file_records import rows
from workbench.ui.session import Session

WIDTH, WIDEST = 456, 680
SHARES, WRAPPED, LINES = (42, 20, 38), (0, 1, 2), 12
"""Of the room, by percent, what each column has; those whose words take several lines, and how many at most."""
CAN = "Nothing that it touched changed since: it can be reverted by itself. What is undone stays in the trail."
CANNOT = "It cannot be reverted by itself, because what it touched changed since."


class StepCard(Card):
    """Reads beside the window: what an import changed, or what came in its way, takes a moment."""

    def __init__(self, session: Session, revert: QAction, since: QAction) -> None:
        super().__init__("Nothing chosen")
        self._session, self._revert, self._since, self._step = session, revert, since, 0
        self._head: list[tuple[str, str]] = []
        self.setMinimumWidth(WIDTH)
        self.setMaximumWidth(WIDEST)
        self._facts, self.can = Facts(), note()
        self.can.setAccessibleIdentifier("can-be-reverted")
        columns = tuple(plain.Column(str(n), text, bold=not n) for n, text in enumerate(step_changes.HEADINGS))
        self.listed = plain.PlainList("step_changes", "What it changed", columns)
        self.table = Table(self.listed, lambda: session.today, seat=session.seat)
        self.table.columns.share(SHARES)
        Heights(self.table, *WRAPPED, most=LINES)
        self.table.set_empty("It changed nothing that a page shows.")
        self.add(self._facts)
        self.add(self.table, 1)
        self.add(self.can)
        self.add(ButtonRow([revert, since]))

    def show_step(self, step: Step | None) -> None:
        """Another step, or the same again since something changed."""
        self._step = step.id if step else 0
        self._weigh(False)
        self.set_title(step.name if step else "Nothing chosen")
        self.can.setText("")
        if step is None:
            self._facts.set(())
            self._show_changes(((), 0))
            return
        ask, id = self._session.reader.ask, step.id
        self._head = [("When", f"{day(step.at.date())}, {step.at:%H:%M}"), ("Who", step.seat)]
        self._facts.set(self._head)
        ask((self, "changes"), lambda: step_changes.of_step(id), self._show_changes)
        ask((self, "later"), lambda: (undoing.why_not(id), undoing.later_than(id)), self._tell_later)

    def _show_changes(self, found: tuple[Any, int]) -> None:
        lines, count = found
        self.listed.replace(rows(lines))
        self.table.refresh()
        if self._step:
            more = f", the first {step_changes.MOST} shown" if count > step_changes.MOST else ""
            self._facts.set([*self._head, ("Changed", f"{of(count, 'record')}{more}")])

    def _tell_later(self, found: tuple[str, list[Any]]) -> None:
        why, later = found
        self._weigh(not why, not later)
        self.can.setText(why or (f"{CANNOT} {undoing.said_of(later)}" if later else CAN))

    def _weigh(self, standing: bool, alone: bool = False) -> None:
        free = standing and not self._session.read_only
        self._revert.setEnabled(free and alone)
        self._since.setEnabled(free)
