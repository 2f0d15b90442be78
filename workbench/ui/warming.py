"""Making the pages that nobody looks at yet, and their parts, while nobody waits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workbench.ui.kit.page import Described

if TYPE_CHECKING:
    from workbench.ui.window import Window

AFTER, APART, BETWEEN = 300, 30, 5
"""Milliseconds from the window's showing to the first page, from one page to the next, and from a piece to the next."""


class Warming(QObject):
    """First those that open by a row, a person's file; what they stand on is loaded beside, on the reader's thread."""

    def __init__(self, window: Window, kinds: Mapping[str, Described]) -> None:
        super().__init__(window)
        self._window, self._kinds = window, kinds
        self._rooms = [room for page in kinds.values() for room in page.rooms]
        self._left: dict[str, list[Callable[[], object]]] = {}
        """By page, what is still to be loaded before it is made."""
        self._parts: list[Callable[[], object]] | None = None
        """What is still to be made of the pages; None until all are there."""

    def begin(self) -> None:
        """Soon: the window has just shown."""
        QTimer.singleShot(AFTER, self, self.go_on)

    def go_on(self) -> None:
        """Make one more page, until all are there; then their parts."""
        if self._rooms:  # together it is longer than anybody should wait
            load = partial(import_module, self._rooms.pop(0))
            self._window.session.reader.ask("rooms", load, lambda _: self.go_on())
            return
        opened = [key for key, page in self._kinds.items() if page.group == "hidden"]
        missing = [key for key in (*opened, *self._kinds) if key not in self._window.page_keys(made=True)]
        if not self._window.isVisible():
            return
        if missing:
            QTimer.singleShot(BETWEEN if self._loads(missing[0]) else APART, self, self.go_on)
        elif self._makes():
            QTimer.singleShot(APART, self, self.go_on)

    def _makes(self) -> bool:
        """Make one more part of the pages; False once all are there."""
        if self._parts is None:
            made = [self._window.page(key) for key in self._window.page_keys(made=True)]
            self._parts = [make for page in made for make in page.to_make()]
        if self._parts:
            self._parts.pop(0)()
        return bool(self._parts)

    def _loads(self, key: str) -> bool:
        """Load one more piece of a page, or make it once all are there: the window never stands still for both."""
        page = self._kinds[key]
        if key not in self._left:
            self._left[key] = [partial(import_module, each) for each in page.pieces()] + [page.load]
        if self._left[key]:
            self._left[key].pop(0)()
            return True
        self._window.page(key)
        return False
