"""The saved views of a list's page: chips behind the built-in ones, kept, updated, renamed, moved and removed by name."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from workbench.actions import views
from workbench.errors import Problem
from workbench.lists.filtering import HINT
from workbench.lists.saved import MARK, Asked, Laid, Saved, saved_of
from workbench.papers.listing import in_words
from workbench.ui.kit import filtering
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.filtering import Filtered
from workbench.ui.kit.page import Page
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.naming_views import ask_name, ask_to_remove, ask_to_rename

KEPT = "It keeps the filters, the words searched for, the order, the groups and the columns. Everybody in this office sees it."


class SavedViews(QObject):
    """Knows which saved view a table shows, and whether it still shows just that."""

    def __init__(
        self,
        page: Page,
        table: Table,
        chips: Chips,
        search: SearchBox,
        show: Callable[[str], object],
        *,
        before: Callable[[], object] = lambda: None,
    ) -> None:
        """show(key) shows a built-in view and begins with leave(); before is called before columns are read or laid."""
        super().__init__(page)
        self._page, self._table, self.chips, self._search = page, table, chips, search
        self._show, self._before = show, before
        self._saved: list[Saved] = []
        self.current: Saved | None = None
        self._applying = False
        self._make_actions()
        table.filter_hint = HINT
        tail = (("Update the view", self.update), ("Save this view…", self.save))
        self.filtered = Filtered(table, [bare_button(words, "link", doing.trigger) for words, doing in tail])
        chips.chosen.connect(self.choose)
        chips.menu_asked.connect(self._offer)
        table.counted.connect(lambda _: self._weigh())
        table.columns.arranged.connect(self._weigh)
        table.model_.folded.connect(self._weigh)
        self._read()
        self._weigh()

    @property
    def listed(self) -> Any:
        """The list that the table shows, of today or as of a day."""
        return self._table.model_.listed

    def _make_actions(self) -> None:
        add = self._page.add
        self.save = add("Save this view…", "star", "Ctrl+F9", self._ask_to_save)
        self.update = add("Update the view", "save", "Ctrl+Shift+F9", self._update)
        self.rename = add("Rename the view…", "pencil", "Alt+F9", self._ask_to_rename)
        self.left = add("Move the view left", "arrow-left", "Alt+Shift+Left", partial(self._move, -1))
        self.right = add("Move the view right", "arrow-right", "Alt+Shift+Right", partial(self._move, 1))
        self.remove = add("Remove the view…", "trash-2", "Alt+Shift+F9", self._ask_to_remove)

    # What is shown

    def choose(self, key: str) -> None:
        """Show a view, saved or built in."""
        found = next((each for each in self._saved if each.key == key), None)
        if found is None:
            self._show(key)
            self._weigh()
        else:
            self._wear(found)

    def open(self, key: str) -> None:
        """Show all of a built-in view: whoever comes from a count finds the rows that were counted. Or a saved one."""
        if key.startswith(MARK):
            self.choose(key)
            return
        self.chips.choose(key)
        self._show(key)

    def leave(self) -> None:
        """A built-in view is shown from here on, as it is: what a saved one brought along goes, and what somebody filtered, ordered
        or grouped the rows by. Words that somebody typed stay in their box."""
        if self._applying:
            return
        filtering.bare(self._table)
        if self.current is None:
            return
        self._before()
        asked, self.current = self.current.asked, None
        self._table.columns.bare()
        self._table.named = ""
        if asked.words:
            self._table.search("")
            self._search.drop()

    def _wear(self, view: Saved) -> None:
        self._applying, asked = True, view.asked
        try:
            self._before()
            self.current, table = view, self._table
            table.named = view.name
            grouped: Any = {"group": asked.group, "closed": asked.closed}
            table.model_.ask(
                view=asked.base, text=asked.words, filters=dict(asked.filters), order=asked.order, **grouped
            )
            self._search.setText(asked.words)
            table.sort_by(*(asked.order[0] if asked.order else ("",)))
            table.columns.wear([(each.key, each.shown, each.width) for each in asked.columns])
            self._show(asked.base)
            self.chips.choose(view.key)
        finally:
            self._applying = False
        self._weigh()

    def begin_with(self, key: str, asked: Asked) -> None:
        """Show a view by its key, with words, filters, order and groups of its own."""
        self.chips.choose(key)
        self.choose(key)
        self._search.search(asked.words)
        self._table.filter(dict(asked.filters))
        self._table.sort_by(*(asked.order[0] if asked.order else ("",)))
        self._table.group_by(asked.group, asked.closed)

    def asked(self) -> Asked:
        """What the table is asked for now, and how it lies."""
        table = self._table
        columns = tuple(Laid(*each) for each in table.columns.now())
        now = dict(table.filters), table.order, columns, table.group, table.model_.closed
        return Asked(table.view, table.text, *now)

    def is_changed(self) -> bool:
        """Whether the table shows something else than the chosen chip says."""
        if self.current is not None:
            now, kept = self.asked(), self.current.asked
            return (replace(now, columns=()) if not kept.columns else now) != kept
        return bool(self._table.text or self._table.filters or self._table.order or self._table.group)

    def _weigh(self) -> None:
        if self._applying:
            return
        free, changed = not self._page.session.read_only, self.is_changed()
        mine = self.current is not None and free
        self.save.setEnabled(free)
        for each in (self.rename, self.left, self.right, self.remove):
            each.setEnabled(mine)
        self.update.setEnabled(mine and changed)
        self.filtered.show_more((mine and changed, free and changed))

    # What the office keeps

    def refresh(self, tables: Collection[str]) -> None:
        """Read the views again if they changed: here, by undo, or by the other seat."""
        if "saved_view" in tables:
            self._read()
            now = next((each for each in self._saved if self.current and each.id == self.current.id), None)
            if self.current is not None and now is None:
                self.chips.choose(self.current.asked.base)
                self._show(self.current.asked.base)
            elif now is not None and self.current is not None and now.asked != self.current.asked:
                self._wear(now)
            elif now is not None:
                self.current = now
            self._weigh()
        if self._saved:
            self.count()

    def _read(self) -> None:
        self._saved = saved_of(self.listed)
        known = {key: count for key, _, count, _ in self.chips.choices()}
        built_in = [each for each in self.chips.choices() if not each[0].startswith(MARK)]
        self.chips.set([*built_in, *((each.key, each.name, known.get(each.key), "") for each in self._saved)])
        self.chips.tell({each.key: self._words(each) for each in self._saved})
        self.count()

    def _words(self, view: Saved) -> str:
        asked, listed = view.asked, self.listed
        said = in_words(
            listed, view=asked.base, search=asked.words, filters=asked.filters, order=asked.order, group=asked.group
        )
        return f"Saved view · {said}" if said else "Saved view"

    def count(self) -> None:
        """Count the rows of each beside the window, one after the other."""
        session, listed, today = self._page.session, self.listed, self._table.model_.today()
        left = list(self._saved)

        def ask() -> None:
            if left:
                session.reader.ask((self, "counts"), partial(left[0].count, listed, today), tell)

        def tell(count: int) -> None:
            self.chips.set_count(left.pop(0).key, count)
            ask()

        ask()

    def _offer(self, key: str, at: QPoint) -> None:
        if key != self.chips.current():
            self.chips.choose(key)
            self.choose(key)
        menu = QMenu(self.chips)
        saved = [self.update, self.rename, self.left, self.right, self.remove]
        menu.addActions([self.save, *(saved if self.current else [])])
        menu.popup(at)

    # What is done with them

    def _titles(self) -> list[str]:
        return [title for key, title, _, _ in self.chips.choices() if not key.startswith(MARK)]

    def _ask_to_save(self) -> None:
        self._before()
        asked, listed = self.asked(), self.listed.name

        def save(name: str) -> list[Problem]:
            made = self._page.session.do(views.keep, listed, name, asked, self._titles())
            if isinstance(made, int):
                self._read()
                self.choose(f"{MARK}{made}")
                return []
            return made or [Problem("name", "It was not saved.")]

        ask_name(self._page.session, self._page.window(), ("Save this view", "Save view", KEPT), "", save)

    def _update(self) -> None:
        if self.current is not None:
            self._before()
            self._page.session.do(views.change, self.current.id, self.asked())

    def _ask_to_rename(self) -> None:
        if self.current is not None:
            ask_to_rename(self._page.session, self._page.window(), self.current, self._titles())

    def _move(self, by: int) -> None:
        if self.current is not None:
            self._page.session.do(views.move, self.current.id, by)

    def _ask_to_remove(self) -> None:
        if self.current is not None:
            ask_to_remove(self._page.session, self.current)
