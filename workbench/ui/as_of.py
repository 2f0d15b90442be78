"""“As of”: the list of a page as it stood at the end of a day, to look at, to print and to export; nothing is changed there."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.errors import Problem, Progress
from workbench.lists.then import ListThen
from workbench.records import texts
from workbench.records.asked_days import still_to_come
from workbench.records.words import within
from workbench.ui.commanding import why_off
from workbench.ui.in_place import InPlace
from workbench.ui.kit.action import action, plain
from workbench.ui.kit.bars import Banners
from workbench.ui.kit.buttons import button
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.page import Page
from workbench.ui.kit.rows import FIRST
from workbench.ui.kit.table import Table
from workbench.ui.saved_views import SavedViews

T = TypeVar("T")
WORDS = "The list, its views, what is printed and what is exported show how it stood at that day's end. Nothing can be changed there."
KEYS, OWN = "Ctrl+F8", "own hint"
"""OWN is the property of an action that keeps its tooltip while the tooltip says why it is off."""


class AsOf(QObject):
    """Knows the day that a page's list shows, and the list of that day."""

    def __init__(
        self, page: Page, table: Table, cells: InPlace, views: SavedViews, changed: Callable[[], object]
    ) -> None:
        """changed is called when the list shows another day: the page's counts are others then."""
        super().__init__(page)
        self._page, self._table, self._cells, self._views, self._changed = page, table, cells, views, changed
        self._present: Any = table.model_.listed
        self.listed: Any = self._present
        """The list that is shown: of today, or of the day."""
        self.ask = page.add("As of today ▾", "calendar", KEYS, self._ask, hint="Show the list as of a day")
        self._back = action("Back to today", "undo-2", "", lambda: self.show(None), self)
        self.bar = Banners()
        self.bar.hide()
        table.model_.today = lambda: self.day

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self._page.day

    def read(self, call: Callable[[], T]) -> T:
        """The answer of a call that reads, on the day that is shown."""
        return self._page.as_shown(call)

    def button(self) -> QWidget:
        """The button for the line above the list."""
        return button(self.ask, "link")

    def show(self, day: date | None) -> None:
        """Show the list as it stood at a day's end, read as a job; None, today or a day to come is today."""
        if day is None or day >= self._page.session.today:
            self._wear(self._present, None)
            return
        then = ListThen(self._present, self._page.session.past(day))
        asked = self._views.asked()

        def read(progress: Progress) -> None:
            progress(0, 1)
            then.page(asked.found(then, day, limit=FIRST).ids, day)

        title = f"Reading {within(self._present.title)} as of {texts.day(day)}"
        self._page.session.jobs.start(title, read, lambda _: self._wear(then, day))

    def _wear(self, listed: Any, day: date | None) -> None:
        self.listed, self._page.past = listed, day
        self.ask.setText(f"As of {texts.day(day)} ▾" if day else "As of today ▾")
        if day:
            said = f"{self._present.title} as they stood at the end of {texts.day(day)}. Nothing can be changed here."
            self.bar.put("past", said, [self._back], "info")
        else:
            self.bar.take("past")
        self.bar.setVisible(day is not None)
        nothing = f"Nothing of this was on file at the end of {texts.day(day)}." if day else ""
        self._table._empty.instead = (nothing, "Back to today", partial(self.show, None)) if day else ()
        self._cells.weigh()
        self._table.model_.listed = listed
        self._table.model_.release()  # a row that was edited is another list's
        self._table.refresh()
        self._views.count()
        self._changed()
        self._table.picked.emit()  # what can be done is weighed anew, though the list may be as long as it was
        self._say_why()
        self._table.setFocus()

    def _say_why(self) -> None:
        """What is off because of the day says so under the pointer; what can be done again has its own words again."""
        for each in self._page.actions():
            if (own := each.property(OWN)) is not None:
                each.setToolTip(own)
                each.setProperty(OWN, None)
            if self._page.past and not each.isEnabled():
                each.setProperty(OWN, each.toolTip())
                each.setToolTip(f"{plain(each.text())}: {why_off(self._page, each)}")

    def _ask(self) -> Sheet:
        return ask_day(self._page, f"Show {within(self._present.title)} as of", WORDS, self.day, self.show)


def ask_day(page: Page, title: str, words: str, day: date, show: Callable[[date | None], object]) -> Sheet:
    """Ask which day is to be shown; show(None) is today."""
    from workbench.ui.lines import Lines  # forms are loaded when one is asked for

    sheet, lines = Sheet(title, words, page.window()), Lines()
    lines.add("day", "&Day", value=f"{day:%m/%d/%Y}", hint="mm/dd/yyyy, Jan 2 2026, -30d")

    def go(chosen: date | None) -> None:
        sheet.accept()
        show(chosen)

    def read() -> None:
        chosen = past_day_or_problem("day", lines.text("day"), page.session.today)
        if isinstance(chosen, date):
            go(chosen)
        elif chosen is not None:
            lines.show_problems([chosen])

    sheet.body.addWidget(lines)
    sheet.add_button("Cancel", "", sheet.reject)
    sheet.add_button("Today", "", partial(go, None))
    sheet.add_button("Show", "primary", read, default=True)
    sheet.open()
    lines.select("day")
    return sheet


def past_day_or_problem(field: str, text: str, today: date) -> date | None | Problem:
    """Today or the day gone by that was typed, or what is wrong with it: a day to come would show today under another name."""
    from workbench.ui.credential_sheets import day_or_problem

    day = day_or_problem(field, text, today)
    said = still_to_come(day, today) if isinstance(day, date) else ""
    return Problem(field, f"{said} Type today or a day before it.") if said else day


def in_a_row(search: QWidget, filtered: QWidget, button: QWidget) -> QHBoxLayout:
    """The line above a list: what is searched for, what the columns hold, the day."""
    row = QHBoxLayout()
    row.addWidget(search)
    row.addWidget(filtered, 1)
    row.addWidget(button)
    return row
