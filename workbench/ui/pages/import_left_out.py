"""The values that an import leaves out of rows that it brings in: counted and named once it is done, so that none is lost unseen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.kit import plain
from workbench.ui.kit.labels import heading
from workbench.ui.kit.table import Table

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.plan import Plan

BROUGHT = ("new", "changed", "same")
COLUMNS = (
    plain.Column("row", "Row", align="right"),
    plain.Column("who", "Provider", bold=True),
    plain.Column("what", "What was left out, or left open"),
)
SHARES = (8, 27, 65)


def left_out(plan: Plan | None) -> list[tuple[int, str, str]]:
    """By row of the file its number, who it is about and what of it was not taken; what is private is not told."""
    from workbench.sheets import targets, wording

    if plan is None:
        return []
    found = []
    for row in plan.rows:
        if row.result in BROUGHT:
            for each in row.problems:
                value, why = wording.openly(each.target, each.typed), wording.veiled(each.target, each.message)
                said = f" “{value}”" if value else ""
                found.append((row.number, row.provider, f"{targets.title(each.target)}{said}: {why}"))
            found += [(row.number, row.provider, note) for note in row.notes]
    return found


class LeftOut(QWidget):
    """Lists them; hidden where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.listed = plain.PlainList("left_out", "Values left out", COLUMNS)
        self.table = Table(self.listed, date.min, name="Values left out")
        self.table.columns.share(SHARES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading("Values left out"))
        column.addWidget(self.table, 1)
        self.hide()

    def show_rows(self, rows: list[tuple[int, str, str]]) -> None:
        """Other rows."""
        self.listed.replace(
            [plain.Row(place, (f"{number:,}", who, what)) for place, (number, who, what) in enumerate(rows, 1)]
        )
        self.table.refresh()
        self.setVisible(bool(rows))
