"""Snoozing on the page of credentials: out of the inbox until tomorrow or a day, and back."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtGui import QAction

from workbench.actions import snoozing
from workbench.errors import Problem
from workbench.records.credential import Credential
from workbench.records.words import of
from workbench.ui.pages.privilege_sheets import OneDay

WORDS = "Until that day they are under “Snoozed”, and not on Today. The standards judge them all the same. One action, one undo."


class Snooze:
    """What the page can do with the chosen rows; after(place) is told where the first of them stood."""

    def __init__(self, page: Any, chosen: Callable[[], Sequence[int]], after: Callable[[int], object]) -> None:
        self._page, self._chosen, self._after = page, chosen, after
        self.tomorrow = page.add("Snooze until tomorrow", "clock", "Ctrl+Shift+W", self._until_tomorrow)
        self.until = page.add("&Snooze…", "calendar-clock", "Ctrl+Shift+S", self.ask, "Out of the inbox until a day")
        self.back = page.add(
            "&Bring back", "undo-2", "Ctrl+Shift+U", self._wake, "Back to the inbox: no longer snoozed"
        )

    def actions(self) -> list[QAction]:
        """In the order of a bar."""
        return [self.until, self.tomorrow, self.back]

    def weigh(self, view: str) -> None:
        """Only what can be done now can be pressed; of what shows asleep one is only brought back."""
        can = self._page.free and bool(self._chosen()) and view != "past"
        for each in (self.tomorrow, self.until):
            each.setEnabled(can)
            each.setVisible(view != "snoozed")
        self.back.setEnabled(can)
        self.back.setVisible(view == "snoozed")

    def ask(self) -> OneDay | None:
        """Until when, a week unless one of them expires before."""
        ids, session = list(self._chosen()), self._page.session
        if not ids:
            return None
        ends = [each.expires for each in Credential.select().where(Credential.id.in_(ids)) if each.expires]
        proposed = min([session.today + snoozing.WEEK, *(end for end in ends if end > session.today)])
        place = self._place()

        def answer(until: date) -> list[Problem]:
            return session.do(snoozing.snooze, ids, until, session.today) or []

        title = f"Snooze {of(len(ids), 'credential')}"
        sheet = OneDay(title, WORDS, "&Until", "Snooze", proposed, session, answer, self._page.window())
        sheet.accepted.connect(lambda: self._after(place))
        sheet.open()
        return sheet

    def _until_tomorrow(self) -> None:
        session, place = self._page.session, self._place()
        until = session.today + timedelta(days=1)
        wrong = session.do(snoozing.snooze, list(self._chosen()), until, session.today)
        if wrong:
            session.messages.error(f"{wrong[0].message} Nothing was changed.")
        elif wrong is not None:
            self._after(place)

    def _wake(self) -> None:
        place = self._place()
        if self._page.session.do(snoozing.wake, list(self._chosen())):
            self._after(place)

    def _place(self) -> int:
        return int(self._page.table.currentIndex().row())
