"""The quick look of the page of credentials: whose it is and how to reach them, which credential, and the call that was answered."""

from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout

from workbench.records import texts
from workbench.records.credential import Credential
from workbench.ui.kit.table import Table
from workbench.ui.pages.looking import Looking

BESIDE = ("contact", "noticed", "expires")
"""Columns that make room for it."""


class Look:
    """What the page can show at the side of its list."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._looking: Looking | None = None
        page.quick = page.add("&Quick look", "panel-right", "Space", lambda: self._made().toggle())
        page.call = page.add("&Log a call…", "phone", "Ctrl+J", self._log_call, "Keep who called about the person")
        page.close_look = page.add("Close the quick look", "x", "Esc", lambda: self._made().hide())
        page.removeAction(page.quick)  # of the table alone: a space elsewhere means something else
        page.close_look.setEnabled(False)

    def beside(self, table: Table) -> QHBoxLayout:
        """The list, with room at its side."""
        side = self._page._side = QHBoxLayout()
        side.setSpacing(14)
        side.addWidget(table, 1)
        table.current_changed.connect(lambda _: self.follow())
        return side

    def actions(self) -> list[QAction]:
        """For the menu of a row."""
        return [self._page.quick, self._page.call]

    def weigh(self) -> None:
        """A call is about somebody."""
        self._page.call.setEnabled(self._page.table.current() is not None and self._page.free)

    def follow(self) -> None:
        """Another row is current, or something changed."""
        if self._looking is not None:
            self._looking.follow()

    def close(self) -> None:
        """Put it away: columns are read and laid as they are meant."""
        if self._looking is not None:
            self._looking.close()

    def _made(self) -> Looking:
        if self._looking is None:
            self._looking = Looking(self._page, self._whose, BESIDE, self._about)
        return self._looking

    def _current(self) -> Any:
        """The credential that the keyboard is on, on the day that is shown."""
        current = self._page.table.current()
        return self._page.then.read(lambda: Credential.get_or_none(Credential.id == current))

    def _whose(self) -> int | None:
        found = self._current()
        return int(found.provider_id) if found is not None else None

    def _about(self) -> list[tuple[str, str]]:
        """Which credential it is, by its number, and until when."""
        found = self._current()
        if found is None:
            return []
        ends = texts.day(found.expires)
        return [("Credential", f"{found.which}{f', to {ends}' if ends else ''}")]

    def _log_call(self) -> None:
        from workbench.ui import call_sheet

        whose = self._whose()
        if whose is not None:
            call_sheet.ask_call(self._page.session, whose, self._page.window())
