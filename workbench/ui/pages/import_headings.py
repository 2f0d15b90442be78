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
from workbench.ui.pages.import_raw import stands

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.reading import Sheet, Workbook

MOST, LONGEST = 200, 160
COLUMNS = (plain.Column("row", "Row", align="right"), plain.Column("says", "What it says"))
DIGITS = re.compile(r"\d")
SSN = re.compile(r"(?<!\d)\d{3}([- ]?)\d{2}\1\d{4}(?!\d)")


class HeadingRow(QWidget):
    """The first rows of a sheet, one to be pointed at; chosen(sheet, row)."""

    def __init__(self, chosen: Callable[[str, int], object], today: Callable[[], date]) -> None:
        super().__init__()
        self._chosen, self._sheets = chosen, dict[str, "Sheet"]()
        self.listed = plain.PlainList("heading_rows", "First rows", COLUMNS)
        self.table = Table(self.listed, today, name="Row of the headings")
        self.table.columns.shares = (1, 14)
        self.take = action("These are the &headings", "check", "Return", self._take, self)
        self.none = action("&No row does", "x", "", self._take_none, self)
        self.none.setToolTip("The columns are then A, B, C…, and you say what each means")
        self.sheets = Chips("Sheets")
        self.sheets.chosen.connect(lambda _: self._show_sheet())
        self.table.opened.connect(lambda _: self._take())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(
            note(
                "No heading of this file is known. Point at the row that holds them, or say that no row does; next, say what each "
                "column means. A letter has no columns: write the people into Excel, a row each under Name, NPI, Specialty and so "
                "on, and paste that."
            ),
            1,
        )
        row.addWidget(button(self.none))
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

    def _take_none(self) -> None:
        from workbench.sheets.sheet_reading import NO_HEADINGS

        self._chosen(self.sheets.current(), NO_HEADINGS)


def _first(sheet: Sheet) -> list[tuple[int, tuple]]:
    said = ((at, row) for at, row in enumerate(sheet.rows[:MOST]) if any(isinstance(cell, str) for cell in row))
    return list(said)


def _said(row: tuple) -> str:
    """What a row says; the digits of days and of nine digits as dots, since nobody knows yet which of them are birth dates and SSNs."""
    said = (" ".join(stands(cell).split()) for cell in row if cell is not None)
    return " · ".join(DIGITS.sub("•", text) if _may_be_private(text) else text for text in said if text)[:LONGEST]


def _may_be_private(text: str) -> bool:
    from workbench.sheets.cell import cells

    try:
        is_day = cells.day(text) is not None
    except ValueError:
        is_day = False
    return is_day or SSN.search(text) is not None
