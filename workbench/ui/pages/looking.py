"""The quick look beside a list of people, or of what is theirs: shown, followed by the arrows, put away; which columns give way."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from workbench.ui.pages.quick_look import QuickLook

BESIDE = ("npi", "phone", "category", "specialty")
"""Columns that make room for the quick look, which shows them."""


class Looking:
    """Opens and closes the quick look of a page."""

    def __init__(
        self,
        page: Any,
        whose: Callable[[], int | None] | None = None,
        beside: Sequence[str] = BESIDE,
        make: Callable[[], Any] | None = None,
    ) -> None:
        """whose is what is looked at of the current row, which of a list of people is that row; beside are columns that make room;
        make makes the part that shows it, if not a person."""
        self._page, self._table, self._beside, self._make = page, page.table, beside, make or self._of_person
        self._whose = whose or page.table.current
        self._at: int | None = None
        self._made_room: list[str] = []
        self._uncut: frozenset[int] = frozenset()
        """Columns that are cut short nowhere while it is closed; beside it only what the rows are called by."""
        self._look: Any = None

    def _of_person(self) -> "QuickLook":
        from workbench.ui.pages.quick_look import QuickLook

        page = self._page
        return QuickLook(page.session, page.open_file, page.call, page.close_look)

    @property
    def look(self) -> Any:
        """The quick look; it is made when it is first asked for."""
        if self._look is None:
            self._look = self._make()
            self._page._side.addWidget(self._look)
        return self._look

    def is_open(self) -> bool:
        """Whether it shows."""
        return self._look is not None and not self._look.isHidden()

    def toggle(self) -> None:
        """Look at the current row; at the same one once more puts it away."""
        if self.look.isVisible() and self._at == self._whose():
            self.hide()
        else:
            self._look_at()
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
        if self._page.isVisible():
            self._page.shown()  # the keyboard goes to the list
        self.weigh()

    def follow(self) -> None:
        """Another row is current, or something of it changed."""
        if self.is_open():
            self._look_at()

    def _look_at(self) -> None:
        self._at = self._whose()
        self.look.look_at(self._at, self._page.past)

    def weigh(self) -> None:
        """Esc belongs to the quick look only while it is open."""
        self._page.close_look.setShortcut(QKeySequence("Esc"))
        self._page.close_look.setEnabled(self.is_open())

    def _make_room(self, wanted: bool) -> None:
        """Hide some columns beside the quick look; those that were hidden before stay so."""
        if wanted and not self._made_room:
            hidden = self._table.heading.isSectionHidden
            self._uncut = self._table.columns.whole
            self._table.columns.whole = frozenset({0}) & self._uncut
            self._made_room = [key for key in self._beside if not hidden(self._place(key))]
            self._hide(self._made_room, True)
        elif not wanted:
            self._table.columns.whole = self._uncut or self._table.columns.whole
            self._hide(self._made_room, False)
            self._made_room = []

    def _place(self, key: str) -> int:
        return [column.key for column in self._table.model_.columns].index(key)

    def _hide(self, keys: Sequence[str], hidden: bool) -> None:
        for key in keys:
            self._table.heading.setSectionHidden(self._place(key), hidden)
        self._table.columns.fit()
