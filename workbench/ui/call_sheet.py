"""Logging a call: who called about whom, what was said, and by when to call back. Two boxes and Enter."""

from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.actions import calls
from workbench.errors import Problem
from workbench.records.provider import Provider
from workbench.ui.credential_sheets import day_or_problem
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.lines import Lines
from workbench.ui.session import Session

WORDS = "It is kept under Notes and tasks of the file, with today's date and your name."


class CallSheet(Sheet):
    """Asks what a call was about."""

    def __init__(self, session: Session, provider: int, parent: QWidget | None = None) -> None:
        person: Any = Provider.get_by_id(provider)
        super().__init__(f"Log a call about {person.title}", WORDS, parent)
        self.setMinimumWidth(560)
        self._session, self._provider = session, provider
        self.lines = Lines()
        self.lines.add("caller", "&Caller", hint="Mercy West, Jo Park, (312) 555-0143")
        self.lines.add("text", "&What was said", hint="Asked whether the appointment is current; sent the letter")
        self.lines.add("call_back", "Call &back by", hint="Empty for no. +1d, Dec 2, 12/02/2026")
        self.body.addWidget(self.lines)
        self.add_button("Cancel", "", self.reject)
        self.add_button("&Log the call", "primary", self.keep, default=True)

    def keep(self) -> None:
        """Keep it; what is wrong is said under its box."""
        by = day_or_problem("call_back", self.lines.text("call_back"), self._session.today)
        if isinstance(by, Problem):
            self.lines.show_problems([by])
            return
        said = (self.lines.text("caller"), self.lines.text("text"), self._session.today, self._session.seat_name, by)
        wrong = self._session.do(calls.log_call, self._provider, *said)
        if wrong:
            self.lines.show_problems(wrong)
        elif wrong is not None:
            self.accept()


def ask_call(session: Session, provider: int | None, parent: QWidget | None) -> None:
    """Ask, if somebody is chosen."""
    if provider is not None:
        sheet = CallSheet(session, provider, parent)
        sheet.open()
        sheet.lines.focus("caller")
