"""Asking for the day that a file is shown as of."""

from datetime import date
from typing import Any

from workbench.ui.credential_sheets import day_or_problem
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.lines import Lines

WORDS = "Every tab shows how it stood at that day's end. Nothing can be changed there."


def ask_day(page: Any) -> Sheet:
    """A sheet with one line; the page's show_day() gets the day, or None for today."""
    sheet, lines = Sheet("Show the file as of", WORDS, page.window()), Lines()
    lines.add("day", "&Day", value=f"{page.day:%m/%d/%Y}", hint="mm/dd/yyyy, Jan 2 2026, -30d")

    def today() -> None:
        sheet.accept()
        page.show_day(None)

    def go() -> None:
        day = day_or_problem("day", lines.text("day"), page.session.today)
        if isinstance(day, date):
            sheet.accept()
            page.show_day(day)
        elif day is not None:
            lines.show_problems([day])

    sheet.body.addWidget(lines)
    sheet.add_button("Today", "", today)
    sheet.add_button("Show", "primary", go, default=True)
    sheet.open()
    lines.focus("day")
    return sheet
