"""What the lists of a window are narrowed to, kept over a window that is made anew: survey mode hides records, not what one looks at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from workbench.lists.columns import field_at
from workbench.lists.saved import Asked
from workbench.records.words import within
from workbench.store import database

if TYPE_CHECKING:
    from workbench.ui.saved_views import SavedViews
    from workbench.ui.window import Window


@dataclass(frozen=True)
class Narrowed:
    """A page's list: which view it shows, and what else it is asked for."""

    page: str
    listed: str
    view: str
    asked: Asked


def narrowed(window: Window) -> list[Narrowed]:
    """The lists of the pages that were made, as far as they show something else than at first."""
    found = []
    for key in window.page_keys(made=True):
        for views in _views(window, key):
            asked = views.asked()
            if asked.words or asked.filters or asked.order or asked.group or views.chips.current():
                found.append(Narrowed(key, views.listed.name, views.chips.current(), asked))
    return found


class NarrowedAgain(QObject):
    """Narrows the lists of another window so, one after the other: a page that is not there yet is made for it, and nobody waits for
    all of them. In the end it says which filters it could not keep."""

    def __init__(self, window: Window, lists: Sequence[Narrowed]) -> None:
        super().__init__(window)
        self._window = window
        self._left = [each for each in lists if each.page in window.page_keys()]
        self._dropped: list[str] = []
        self._soon()

    def _soon(self) -> None:
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        if self._left:
            self._narrow(self._left.pop(0))
            self._soon()
        elif self._dropped:
            named = " and ".join(self._dropped)
            said = f"The filter of {named} asks for what survey mode does not show, and is off."
            self._window.session.messages.toast(said)

    def _narrow(self, each: Narrowed) -> None:
        for views in _views(self._window, each.page):
            if views.listed.name == each.listed:
                asked = each.asked
                if asked.filters and _is_veiled(views.listed, asked, self._window.session.today):
                    self._dropped.append(within(views.listed.title))
                    asked = replace(asked, filters={})
                views.begin_with(each.view, asked)


def _views(window: Window, key: str) -> Iterator[SavedViews]:
    from workbench.ui.saved_views import SavedViews  # the start does not wait for how lists are printed

    yield from window.page(key).findChildren(SavedViews)


def _is_veiled(listed: Any, asked: Asked, today: Any) -> bool:
    """Whether filters ask for what a veil leaves out: a value that nobody sees, or rows of which none is left."""
    veil = database.veil
    if veil is None:
        return False
    for key in dict(asked.filters):
        for path in listed.column(key).sorts_by:
            field = field_at(listed.kind.model, path)
            veiled = veil.tables.get(field.model._meta.table_name)
            if veiled is not None and field.column_name in veiled.values:
                return True
    return not listed.ids(today=today, view=asked.base, filters=dict(asked.filters), limit=1)
