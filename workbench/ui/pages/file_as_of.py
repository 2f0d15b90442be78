"""Asking for the day that a file is shown as of, and reading it beside the window."""

from collections.abc import Callable
from datetime import date
from typing import Any

from workbench.lists import file
from workbench.records import texts
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


def read_then(page: Any, day: date | None, show: Callable[[date | None], object]) -> None:
    """Read the page's file as of a day as a job, since the past is rebuilt for it, then show(day); None or today at once."""
    session, who = page.session, page.file.id if page.file else 0
    if day is None or day >= session.today:
        show(None)
        return
    past = session.past(day)
    title = f"Reading the file as of {texts.day(day)}"
    session.jobs.start(title, lambda progress: past.ask(lambda: file.read(who, day)), lambda _: show(day))
