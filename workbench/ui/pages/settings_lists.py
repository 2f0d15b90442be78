"""Settings, what everybody in the office shares: its own lists, and the views that somebody saved."""

from collections.abc import Callable, Iterator
from typing import Any

from workbench.lists.named import LISTS, list_named
from workbench.lists.saved import Saved, saved_of
from workbench.papers.listing import in_words
from workbench.ui.kit import plain
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.card import Card
from workbench.ui.kit.folding import Folding
from workbench.ui.kit.table import Table
from workbench.ui.naming_views import ask_to_remove, ask_to_rename

OWN = ("departments", "categories", "specialties", "facilities", "credential_kinds", "practices", "payers")
"""What a roster, a form and a letter choose from."""
LEAST = 400
"""Logical pixels that a card needs to stand beside another."""
LIST_COLUMNS = (
    plain.Column("list", "List", bold=True),
    plain.Column("count", "Entries", align="right"),
    plain.Column("open", "", align="right", button=True),
)
VIEW_COLUMNS = (
    plain.Column("name", "View", bold=True),
    plain.Column("of", "Of"),
    plain.Column("shows", "Shows"),
)
NONE = "No saved views yet. A list that is filtered, ordered or searched can be kept with Ctrl+F9."
_FIRST = "All"


class ListsPart(Folding):
    """Two tables: the lists, and the views."""

    def __init__(self, page: Any) -> None:
        self._page, self._session = page, page.session
        self._views: dict[int, tuple[str, Saved]] = {}
        today = lambda: page.session.today  # noqa: E731
        self._lists = plain.PlainList("own_lists", "The office's lists", LIST_COLUMNS)
        self._saved = plain.PlainList("saved_views", "Saved views", VIEW_COLUMNS)
        self.lists = Table(self._lists, today, seat=page.session.seat)
        self.views = Table(self._saved, today, seat=page.session.seat)
        self._make_actions(page.add)
        super().__init__((self._card(self.lists), self._card(self.views)), LEAST)
        self.lists.opened.connect(self._open_list)
        self.views.opened.connect(lambda _: self._open())
        self.views.current_changed.connect(lambda _: self.weigh())
        self.views.set_actions([self.open_view, self.rename, self.remove])
        self.views.set_empty(NONE)

    def _make_actions(self, add: Callable[..., Any]) -> None:
        self.open_view = add("Open the view", "arrow-right", "", self._open)
        self.rename = add("Rename the view…", "pencil", "", self._ask_to_rename)
        self.remove = add("Remove the view…", "trash-2", "", self._ask_to_remove)

    def _card(self, table: Table) -> Card:
        card = Card(table.accessibleName(), margins=False)
        if table is self.views:
            card.head.addStretch(1)
            card.head.addWidget(ButtonRow([self.open_view, self.rename, self.remove]))
        table.setMinimumHeight(260)
        card.add(table, 1)
        return card

    def show_lists(self) -> None:
        """Count the lists, and read the views."""
        rows = []
        for place, name in enumerate(OWN):
            found = list_named(name)
            assert found is not None
            count = found.kind.model.select().count()
            rows.append(plain.Row(place, (found.title, f"{count:,}", "Open"), keys=(found.title, count, "")))
        self._lists.replace(rows)
        self.lists.refresh()
        self._views = {view.id: (title, view) for title, view in _all_views()}
        self._saved.replace([plain.Row(n, self._texts(*each)) for n, each in self._views.items()])
        self.views.refresh()
        self.weigh()

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        chosen = self._chosen() is not None
        self.open_view.setEnabled(chosen)
        for each in (self.rename, self.remove):
            each.setEnabled(chosen and not self._session.read_only)

    @staticmethod
    def _texts(title: str, view: Saved) -> tuple[str, ...]:
        found, asked = list_named(title), view.asked
        said = in_words(
            found, view=asked.base, search=asked.words, filters=asked.filters, order=asked.order, group=asked.group
        )
        return view.name, found.title if found else title, said

    def _chosen(self) -> tuple[str, Saved] | None:
        return self._views.get(self.views.current() or 0)

    # What can be done

    def _open_list(self, place: int) -> None:
        self._page.shell.go(OWN[place])

    def _open(self) -> None:
        if (chosen := self._chosen()) is not None:
            self._page.shell.go(chosen[0], view=chosen[1].key)

    def _ask_to_rename(self) -> None:
        if (chosen := self._chosen()) is not None:
            ask_to_rename(self._session, self._page.window(), chosen[1], built_in(chosen[0]))

    def _ask_to_remove(self) -> None:
        if (chosen := self._chosen()) is not None:
            ask_to_remove(self._session, chosen[1])


def built_in(listed: str) -> list[str]:
    """The titles of a list's own views, which no other may have."""
    found = list_named(listed)
    return [_FIRST, *(each.title for each in found.views)] if found else [_FIRST]


def _all_views() -> Iterator[tuple[str, Saved]]:
    """(name of its list, view) of every saved view, list by list."""
    for listed in LISTS:
        yield from ((listed.name, each) for each in saved_of(listed))
