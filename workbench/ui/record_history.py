"""The history of one record, whatever sort it is of: when, who, what was done, which field, from what to what."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workbench.lists import step_changes
from workbench.records.kind import Kind
from workbench.records.words import within
from workbench.ui.kit import plain
from workbench.ui.kit.action import action
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.page import Shell
from workbench.ui.kit.table import Table
from workbench.ui.session import Session

WORDS = "Newest first. Enter goes to the step, where it can be reverted. Masked values are never shown."
WIDTH, HEIGHT = 900, 380


class RecordHistory(Sheet):
    """A table of what the log says of a record."""

    def __init__(self, session: Session, shell: Shell, kind: Kind, row: int, parent: QWidget | None = None) -> None:
        called = step_changes.record_called(kind.table, row)
        super().__init__(f"History of {called}", WORDS, parent)
        self.setMinimumWidth(WIDTH)
        self._shell = shell
        lines = step_changes.of_record(kind, row, session.today)
        self._steps = {line.id: line.keys[0] for line in lines}
        columns = tuple(plain.Column(str(n), text) for n, text in enumerate(step_changes.RECORD_HEADINGS))
        shown = [plain.Row(line.id, line.texts) for line in lines]
        self.listed = plain.PlainList("record_history", "History of the record", columns, shown)
        self.table = Table(self.listed, lambda: session.today, seat=session.seat)
        self.table.heading.setSectionsClickable(
            False
        )  # newest first: as texts the days would stand in a row of their own
        self.table.setMinimumHeight(HEIGHT)
        self.table.set_empty(f"Nothing is known of this record of {within(kind.title)}.")
        self.table.opened.connect(self._to_step)
        self.body.addWidget(self.table)
        self.add_button("Close", "", self.reject)
        self.table.setFocus()

    def _to_step(self, line: int) -> None:
        step: Any = self._steps[line]
        self.accept()
        self._shell.go("history", step=step)


def ask_history(page: Any, kind: Kind, row: int | None) -> None:
    """Show the history of a row of a page's list, if one is chosen."""
    if row is not None:
        RecordHistory(page.session, page.shell, kind, row, page.window()).open()


def add_history(page: Any, *tables: tuple[Table, Kind]) -> None:
    """Ctrl+H, and a line in the menu, for tables whose rows are records of a kind."""
    for table, kind in tables:
        ask = partial(_ask_current, page, table, kind)
        made = action("History of the row…", "history", "Ctrl+H", ask, table)
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        table.add_own([made])


def _ask_current(page: Any, table: Table, kind: Kind) -> None:
    ask_history(page, kind, table.current())
