"""Privileges: who holds what on a day, the forms that delineate them, and the lookup card for units."""

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.lists.privileges import HELD
from workbench.records.words import of
from workbench.ui.kit.action import set_keys
from workbench.ui.kit.header import Header
from workbench.ui.kit.page import Page, Shell
from workbench.ui.kit.tabs import Tabs
from workbench.ui.pages import face
from workbench.ui.pages.privilege_exchange import Exchange
from workbench.ui.pages.privilege_forms import Forms
from workbench.ui.pages.privilege_holders import TABLES, Holders
from workbench.ui.session import Session

TABS = (("holders", "Who holds what"), ("forms", "Forms"))


class Privileges(Page):
    """Two parts: the list of what is held, and the forms."""

    key, title, icon, group, under = face("privileges")

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self._shown: QWidget | None = None
        self.turn = self.add("Next part of the page", "", "Ctrl+Tab or Ctrl+PgDown or Ctrl+PgUp", self._turn)
        self.header, self.tabs, self._stack = Header(self.title), Tabs("Parts of the page"), QStackedWidget(self)
        self.holders, self.forms = Holders(self), Forms(self)
        self.exchange = Exchange(self)
        self.search_box = self.holders.searching
        self._parts: dict[str, Any] = {"holders": self.holders, "forms": self.forms}
        for part in self._parts.values():
            self._stack.addWidget(part)
        for widget in (self.header, self.tabs):
            self.body.addWidget(widget)
        self.body.addWidget(self._stack, 1)
        self.tabs.set(TABS)
        self.tabs.chosen.connect(self._show)
        self._show("holders")
        self._count()

    def shows(self, part: QWidget) -> bool:
        """Whether a part is the one that shows: the keys are its own."""
        return self._shown is part

    def actions(self) -> list[Any]:
        """What can be done here, with the keys of a form's lines."""
        return [*super().actions(), *self.forms.line_actions]

    def shown(self) -> None:
        """The keyboard goes to the list."""
        (self.holders.table if self.shows(self.holders) else self.forms.table).setFocus()

    def refresh(self, tables: set[str]) -> None:
        """Show what changed."""
        self.holders.refresh(tables)
        self.forms.refresh(tables)
        if tables & TABLES:
            self._count()

    def open(self, view: str | None = None, form: int | None = None, record: int | None = None, **_: Any) -> None:
        """Show a view of who holds what, one held privilege, or one form."""
        if form is not None:
            self.tabs.choose("forms")
            self.forms.go_to(form)
        elif view is not None or record is not None:
            self.tabs.choose("holders")
            self.holders.searching.clear()
            self.holders.show_view(view or "")
            if record is not None:
                self.holders.table.go_to(record)

    def go_to_form(self, name: str) -> None:
        """Show the form of that name."""
        found = next((row.id for row in self.forms.rows() if row.name == name), None)
        if found is not None:
            self.open(form=found)

    def recount(self, tables: set[str]) -> None:
        """The sidebar says how many must be looked at, whatever page shows."""
        if tables & TABLES:
            self.badge_changed.emit()

    def badge(self) -> str:
        """How many are held by people who left or are suspended, which somebody must look at."""
        count = HELD.count(today=self.session.today, view="standing")
        return f"{count:,}" if count else ""

    def _turn(self) -> None:
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())

    def _show(self, key: str) -> None:
        self._shown = self._parts[key]
        self._stack.setCurrentWidget(self._shown)
        forms = key == "forms"
        self.search_box = None if forms else self.holders.searching
        mine = (
            [self.exchange.bring, self.exchange.export]
            if forms
            else [self.holders.print_, self.holders.export, self.exchange.pdf, self.holders.new]
        )
        first = self.forms.new if forms else self.exchange.html
        self.header.buttons([*mine, (first, "primary")])
        set_keys(self.holders.new, "" if forms else "Ctrl+N")
        set_keys(self.forms.new, "Ctrl+N or Ctrl+Shift+F" if forms else "Ctrl+Shift+F")
        for here, there, keys in (
            (self.holders.correct, self.forms.edit, "F4"),
            (self.holders.many.export, self.exchange.export, "Ctrl+Shift+E"),
        ):
            set_keys(here, "" if forms else keys)
            set_keys(there, keys if forms else "")
        for part in self._parts.values():
            part.weigh()
        self.exchange.weigh()

    def _count(self) -> None:
        in_force = HELD.count(today=self.session.today, view="in_force")
        forms = sum(row.state == "In force" for row in self.forms.rows())
        self.header.subtitle(f"{of(in_force, 'privilege')} in force today · {of(forms, 'form')} in force")
        self.badge_changed.emit()
