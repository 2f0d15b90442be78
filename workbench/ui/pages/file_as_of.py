"""Asking for the day that a file is shown as of, and reading it beside the window."""

from collections.abc import Callable
from datetime import date
from typing import Any

from workbench.lists import file
from workbench.records import texts
from workbench.ui import as_of
from workbench.ui.kit.dialogs import Sheet

WORDS = "Every tab shows how it stood at that day's end. Nothing can be changed there."


def ask_day(page: Any) -> Sheet:
    """A sheet with one line; the page's show_day() gets the day, or None for today."""
    return as_of.ask_day(page, "Show the file as of", WORDS, page.day, page.show_day)


def read_then(page: Any, day: date | None, show: Callable[[date | None], object]) -> None:
    """Read the page's file as of a day as a job, since the past is rebuilt for it, then show(day); None or today at once."""
    session, who = page.session, page.file.id if page.file else 0
    if day is None or day >= session.today:
        show(None)
        return
    past = session.past(day)
    title = f"Reading the file as of {texts.day(day)}"
    session.jobs.start(title, lambda progress: past.ask(lambda: file.read(who, day)), lambda _: show(day))
