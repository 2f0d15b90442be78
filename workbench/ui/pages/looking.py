"""The quick look beside the list of people: shown, followed by the arrows, put away; the columns that make room for it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from workbench.ui.pages.quick_look import QuickLook

BESIDE = ("npi", "phone", "category", "specialty")
"""Columns that make room for the quick look, which shows them."""


class Looking:
    """Opens and closes the quick look of a page whose list is of people."""

    def __init__(self, page: Any) -> None:
        self._page, self._table = page, page.table
        self._made_room: list[str] = []
        self._look: QuickLook | None = None

    @property
    def look(self) -> "QuickLook":
        """The quick look; it is made when it is first asked for."""
        if self._look is None:
            from workbench.ui.pages.quick_look import QuickLook

            page = self._page
            self._look = QuickLook(page.session, page.open_file, page.call, page.close_look)
            page._side.addWidget(self._look)
        return self._look

    def is_open(self) -> bool:
        """Whether it shows."""
        return self._look is not None and not self._look.isHidden()

    def toggle(self) -> None:
        """Look at the current person; at the same one once more puts it away."""
        if self.look.isVisible() and self.look.provider == self._table.current():
            self.hide()
        else:
            self.look.look_at(self._table.current(), self._page.past)
            self._make_room(True)
            self.look.show()
        self.weigh()

    def close(self) -> None:
        """Put it away if it is open: the columns stand as they are meant."""
        if self.is_open():
            self.hide()

    def hide(self) -> None:
        """Put it away."""
        self.look.hide()
        self._make_room(False)
        self._table.setFocus()
        self.weigh()

    def follow(self) -> None:
        """Another person is current, or something of them changed."""
        if self.is_open():
            self.look.look_at(self._table.current(), self._page.past)

    def weigh(self) -> None:
        """Esc belongs to the quick look only while it is open."""
        self._page.close_look.setShortcut(QKeySequence("Esc"))
        self._page.close_look.setEnabled(self.is_open())

    def _make_room(self, wanted: bool) -> None:
        """Hide some columns beside the quick look; those that were hidden before stay so."""
        if wanted and not self._made_room:
            hidden = self._table.heading.isSectionHidden
            self._made_room = [key for key in BESIDE if not hidden(self._page._place(key))]
            self._hide(self._made_room, True)
        elif not wanted:
            self._hide(self._made_room, False)
            self._made_room = []

    def _hide(self, keys: Sequence[str], hidden: bool) -> None:
        for key in keys:
            self._table.heading.setSectionHidden(self._page._place(key), hidden)
        self._table.columns.fit()
