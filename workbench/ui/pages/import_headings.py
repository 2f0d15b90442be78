"""A roster none of whose headings is known: which of its first rows holds them is the person's to say."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit import plain
from workbench.ui.kit.action import action
from workbench.ui.kit.buttons import button
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.labels import note
from workbench.ui.kit.table import Table

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.reading import Sheet, Workbook

MOST, LONGEST = 200, 160
COLUMNS = (plain.Column("row", "Row", align="right"), plain.Column("says", "What it says"))
DIGITS = re.compile(r"\d")


class HeadingRow(QWidget):
    """The first rows of a sheet, one to be pointed at; chosen(sheet, row)."""

    def __init__(self, chosen: Callable[[str, int], object], today: Callable[[], date]) -> None:
        super().__init__()
        self._chosen, self._sheets = chosen, dict[str, "Sheet"]()
        self.listed = plain.PlainList("heading_rows", "First rows", COLUMNS)
        self.table = Table(self.listed, today, name="Row of the headings")
        self.table.columns.shares = (1, 14)
        self.take = action("These are the &headings", "check", "Return", self._take, self)
        self.sheets = Chips("Sheets")
        self.sheets.chosen.connect(lambda _: self._show_sheet())
        self.table.opened.connect(lambda _: self._take())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(
            note(
                "No heading of this file is known. Point at the row that holds them; next, say what each column means. If no row "
                "does, as in a letter, write the people into Excel, a row each under Name, NPI, Specialty and so on, and paste that."
            ),
            1,
        )
        row.addWidget(button(self.take, "primary"))
        column.addLayout(row)
        column.addWidget(self.sheets)
        column.addWidget(self.table, 1)

    def show_file(self, workbook: Workbook) -> None:
        """Show the first rows of the sheets that have any."""
        self._sheets = {sheet.name: sheet for sheet in workbook.sheets if sheet.visible and sheet.rows}
        self.sheets.set([(name, name, len(sheet.rows)) for name, sheet in self._sheets.items()])
        self.sheets.setVisible(len(self._sheets) > 1)
        self._show_sheet()
        self.table.setFocus()

    def _show_sheet(self) -> None:
        sheet = self._sheets[self.sheets.current()]
        rows = [plain.Row(sheet.first_row + at, (str(sheet.first_row + at), _said(row))) for at, row in _first(sheet)]
        self.listed.replace(rows)
        self.table.refresh()
        if rows:
            self.table.go_to(rows[0].id)

    def _take(self) -> None:
        row = self.table.current()
        if row is not None:
            self._chosen(self.sheets.current(), row)


def _first(sheet: Sheet) -> list[tuple[int, tuple]]:
    said = ((at, row) for at, row in enumerate(sheet.rows[:MOST]) if any(isinstance(cell, str) for cell in row))
    return list(said)


def _said(row: tuple) -> str:
    """The words of a row; its digits as dots, since nobody knows yet which of them are birth dates."""
    words = " · ".join(" ".join(cell.split()) for cell in row if isinstance(cell, str) and cell.strip())
    return DIGITS.sub("•", words)[:LONGEST]
