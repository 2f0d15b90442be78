"""On the page of one of the office's lists: its entries that may mean the same, offered to be joined."""

from collections.abc import Sequence
from typing import Any

from workbench.actions import keeping_apart
from workbench.actions.joining import JOINABLE
from workbench.records.words import of
from workbench.ui.commanding import WORDS
from workbench.ui.kit.buttons import bare_button

MOST_COMPARED = 2000
"""Entries that are compared with each other for being nearly equal."""
NAMED, LETTERS = 2, 40
"""Entries that are named before they are looked at, and letters of each."""


class Joining:
    """What the page offers of it; of other kinds nothing of it shows."""

    def __init__(self, page: Any) -> None:
        self._page, self._kind = page, page.kind
        self.join = page.add("&Join…", "merge", "Ctrl+J", lambda: self._join(page.table.selected()))
        self.tidy = page.add("Find what may &mean the same…", "users", "Ctrl+Shift+F", self._join_alike)
        self.tidy.setProperty(WORDS, "tidy merge join duplicates doubles clean up")
        self.alike = bare_button("", "link", self._join_alike)
        """Says what was found; it has a line of its own."""
        self.alike.hide()
        for each in (self.join, self.tidy):
            each.setVisible(self._kind in JOINABLE)

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        free = self._page.free
        self.tidy.setEnabled(free and self._kind in JOINABLE)
        self.join.setEnabled(free and len(self._page.table.selected()) > 1)

    def look(self) -> None:
        """Look for entries that may mean the same, beside the window."""
        if self._kind in JOINABLE:
            self._page.session.reader.ask((self._page, "alike"), self._find, self._tell)

    def _find(self) -> list[list[str]]:
        from workbench.sheets import likeness

        names = [name for (name,) in self._kind.model.select(self._kind.model.name).tuples()]
        found = likeness.alike(names) if len(names) <= MOST_COMPARED else []
        return keeping_apart.still_alike(self._kind, found)

    def _tell(self, groups: list[list[str]]) -> None:
        names = [
            name if len(name) <= LETTERS else f"{name[:LETTERS]}…" for name in (groups[0][:NAMED] if groups else [])
        ]
        shown = " and ".join(f"“{name}”" for name in names).replace("&", "&&")
        more = f", and {of(len(groups) - 1, 'more group')}" if len(groups) > 1 else ""
        self.alike.setText(f"{shown} may mean the same{more}: join…")
        self.alike.setVisible(bool(groups) and self._page.free)

    def _join_alike(self) -> None:
        from workbench.ui.pages.tidy_sheet import TidySheet

        TidySheet(self._page.session, self._kind, self._find, self._page.window()).open()

    def _join(self, ids: Sequence[int]) -> None:
        if len(ids) > 1:
            from workbench.ui.pages.join_sheet import JoinSheet

            JoinSheet(self._page.session, self._kind, ids, self._page.table.go_to, self._page.window()).open()
