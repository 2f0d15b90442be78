"""Several cells pasted into one box of the review: which row gets which is shown before it is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from workbench.records.words import of
from workbench.sheets.targets import title
from workbench.sheets.wording import is_private
from workbench.ui.kit import plain
from workbench.ui.kit.boxes import DOTS
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.inputs import Block
from workbench.ui.kit.labels import note
from workbench.ui.kit.table import Table

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.plan_row import PlanRow

COLUMNS = (
    plain.Column("row", "Row", align="right"),
    plain.Column("provider", "Provider", bold=True),
    plain.Column("column", "Column"),
    plain.Column("now", "Now"),
    plain.Column("pasted", "Pasted"),
)
WORDS = "They go down the rows as the list shows them. Nothing is saved until you import."


class Pasted(NamedTuple):
    """One cell: its row, what it is read as, the column and text that it replaces, and its own text."""

    row: PlanRow
    target: str
    column: str
    now: str
    text: str


class Down(NamedTuple):
    """Cells that find their places, and how many lines of the block found no row."""

    cells: list[Pasted]
    left_over: int


def down(rows: Sequence[PlanRow], target: str, block: Block) -> Down:
    """A block laid over the rows from one column on: a line a row, a column of the block a column of the file; blanks change nothing."""
    free = [row for row in rows if row.result != "absent"]
    cells = []
    for row, line in zip(free, block, strict=False):
        for (each, column), text in zip(_columns(row, target), line, strict=False):
            if each and text:
                cells.append(Pasted(row, each, column, _now(row, each), text))
    return Down(cells, max(0, len(block) - len(free)))


def _columns(row: PlanRow, target: str) -> list[tuple[str, str]]:
    """The target's column and those to its right: what each is read as, and its label."""
    reading = getattr(row, "reading", None)  # a row of a list of ours has none: there a block is as wide as its box
    at = reading.column_of(target) if reading else None
    if reading is None or at is None:
        return [(target, next((p.named for p in row.problems if p.mended_in == target), title(target)))]
    right = sorted(column for column in reading.columns if column >= at)
    return [
        (reading.columns.get(column) or "", reading.label(column) if column in reading.columns else "")
        for column in range(at, right[-1] + 1)
    ]


def _now(row: PlanRow, target: str) -> str:
    typed = next((problem.typed for problem in row.problems if problem.mended_in == target), "")
    shown = getattr(row, "shown", None)
    return typed or (shown(target) if shown else "")


class PasteSheet(Sheet):
    """Asks before several cells are taken; take gets them all."""

    def __init__(self, found: Down, take: Callable[[Sequence[Pasted]], object], parent: QWidget) -> None:
        super().__init__(f"Paste {of(len(found.cells), 'cell')} down the column?", WORDS, parent)
        self._found, self._take = found, take
        listed = plain.PlainList("pasted", "Pasted cells", COLUMNS)
        listed.replace([plain.Row(n, _texts(each)) for n, each in enumerate(found.cells, 1)])
        self.table = Table(listed, date.today, name="Pasted cells")
        self.table.setMinimumSize(720, 240)
        self.body.addWidget(self.table)
        if found.left_over:
            self.body.addWidget(note(f"{of(found.left_over, 'line')} more than there are rows: left out.").kind("warn"))
        self.add_button("Cancel", "", self.reject)
        self.go = self.add_button(f"&Paste {of(len(found.cells), 'cell')}", "primary", self._go, default=True)
        self.go.setEnabled(bool(found.cells))

    def _go(self) -> None:
        self.accept()
        self._take(self._found.cells)


def _texts(each: Pasted) -> tuple[str, ...]:
    private = is_private(each.target)
    now, pasted = (DOTS if private and text else text for text in (each.now, each.text))
    return str(each.row.number), each.row.provider or "—", each.column, now or "—", pasted
