"""Everyone the office keeps: saved views, search as one types, a quick look at the side, many at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout

from workbench.actions import editing, exporting, filing
from workbench.errors import Problem
from workbench.lists import STAFF
from workbench.records.provider import PROVIDERS, Provider
from workbench.ui.kit.bulk import BulkBar
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.dialogs import ask_save_file
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.header import Header
from workbench.ui.kit.page import Page
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.linking import links_of
from workbench.ui.pages.quick_look import QuickLook
from workbench.ui.wording import SHEETS, of

AT_FIRST = ("email",)
"""Columns that the heading's menu brings back: a name in full is worth more."""
BESIDE = ("npi", "phone", "category")
"""Columns that make room for the quick look, which shows them."""
NEW = tuple("last first middle suffix degree provider_type npi specialty department category status email phone".split())
SHOWS = {"provider", "specialty", "department", "category", "other_name", "identifier", "credential", "setting", "appointment", "practice"}


class Providers(Page):
    """The list of people."""

    key, title, icon, group = "providers", "Providers", "users", ""

    def __init__(self, session: Any, shell: Any) -> None:
        super().__init__(session, shell)
        self._make_actions()
        self.table = Table(STAFF, lambda: session.today, seat=session.seat, checks=True)
        self._made_room: list[str] = []
        self.look = QuickLook(session, self.open_file, self.close_look)
        self._lay_out()
        self.table.set_actions([self.open_file, self.quick, self.department, self.category, self.status, self.export_chosen, self.drop])
        self.table.opened.connect(self._open)
        self.table.picked.connect(self._weigh)
        self.table.counted.connect(lambda _: self._weigh())
        self.table.current_changed.connect(lambda _: self._follow())
        self._show_view("")
        self._count()

    def _make_actions(self) -> None:
        self.new = self.add("&Add provider", "user-plus", "Ctrl+N", self._add)
        self.bring = self.add("&Import roster…", "upload", "Ctrl+I", lambda: self.shell.go("import"))
        self.export_all = self.add("&Export to Excel…", "file-spreadsheet", "Ctrl+E", lambda: self._export(self.table.ids()))
        self.open_file = self.add("&Open the file", "folder-open", "Ctrl+Return", lambda: self._open(self.table.current()))
        self.quick = self.add("&Quick look", "panel-right", "Space", self._toggle_look)
        self.close_look = self.add("Close the quick look", "x", "Esc", self._hide_look)
        self.department = self.add("Set &department…", "building-2", "Ctrl+Shift+D", lambda: self._set("department"))
        self.category = self.add("Set &category…", "list", "Ctrl+Shift+C", lambda: self._set("category"))
        self.status = self.add("Set &status…", "user-check", "Ctrl+Shift+S", self._set_status)
        self.export_chosen = self.add("E&xport selection…", "download", "Ctrl+Shift+E", lambda: self._export(self.table.selected()))
        self.drop = self.add("Dele&te…", "trash-2", "Del", self._ask_delete)
        for each in (self.quick, self.drop):  # of the table alone: a space and a Del elsewhere mean something else
            self.removeAction(each)

    def _lay_out(self) -> None:
        self._hide(AT_FIRST, True)
        self.header = Header(self.title)
        self.header.buttons([self.bring, self.export_all, (self.new, "primary")])
        self.body.addWidget(self.header)
        self.chips = Chips("Views of providers")
        self.chips.set([("", "Everyone", None, ""), *((view.key, view.title, None, "") for view in STAFF.views)])
        self.chips.chosen.connect(self._show_view)
        self.body.addWidget(self.chips)
        self.search_box = SearchBox("Search providers…")
        self.search_box.asked.connect(self.table.search)
        self.search_box.went_down.connect(self._down)
        self.search_box.setFixedWidth(380)
        row = QHBoxLayout()
        row.addWidget(self.search_box)
        row.addStretch(1)
        self.body.addLayout(row)
        side = QHBoxLayout()
        side.setSpacing(14)
        side.addWidget(self.table, 1)
        side.addWidget(self.look)
        self.body.addLayout(side, 1)
        bulk = [self.department, self.category, self.status, self.export_chosen, self.drop]
        self.body.addWidget(BulkBar(self.table, bulk, least=2))

    # What is shown

    def refresh(self, tables: set[str]) -> None:
        """Show what changed."""
        if tables & SHOWS:
            self.table.refresh()
            self._count()
            self._follow()

    def open(self, view: str = "", current: int | None = None, search: str = "", **_: Any) -> None:
        """Show a view, or come back to a person."""
        if current is None or view or search:
            self.search_box.setText(search)
            self.table.search(search)
            self.chips.choose(view)
            self._show_view(view)
        if current is not None:
            self.table.go_to(current)
        self.table.setFocus()

    def shown(self) -> None:
        """Ready for the arrows."""
        if self.table.current() is None and self.table.count():
            self.table.selectionModel().setCurrentIndex(
                self.table.model_.index(0, 0), self.table.selectionModel().SelectionFlag.NoUpdate
            )
        self.table.setFocus()

    def badge(self) -> str:
        """How many people there are."""
        count = STAFF.count(today=self.session.today)
        return f"{count:,}" if count else ""

    def _show_view(self, key: str) -> None:
        self.table.set_view(key)
        view = STAFF.view(key)
        if view:
            self.table.set_empty(f"Nobody here: “{view.title}” is empty.", "Show everyone", lambda: self.open())
        else:
            self.table.set_empty("Nobody here yet. Bring in the roster the office keeps in Excel.", "Import roster…", self.bring.trigger)

    def _count(self) -> None:
        counts = {view.key: STAFF.count(today=self.session.today, view=view.key) for view in STAFF.views}
        everyone = STAFF.count(today=self.session.today)
        for key, count in {"": everyone, **counts}.items():
            self.chips.set_count(key, count)
        self.header.subtitle(f"{of(everyone, 'person', 'people')} · {counts['current']:,} on staff")
        self.badge_changed.emit()

    def _weigh(self) -> None:
        """Only what can be done now can be pressed."""
        chosen, free = bool(self._chosen()), not self.session.read_only
        for each in (self.department, self.category, self.status, self.drop):
            each.setEnabled(chosen and free)
        for each in (self.new, self.bring):
            each.setEnabled(free)
        self.open_file.setEnabled(self.table.current() is not None)
        self.export_chosen.setEnabled(chosen)
        self.export_all.setEnabled(self.table.count() > 0)

    def _chosen(self) -> list[int]:
        current = self.table.current()
        return self.table.selected() or ([current] if current is not None else [])

    def _down(self) -> None:
        if self.table.count():
            self.table.go_to(self.table.ids()[0])
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # The quick look

    def _toggle_look(self) -> None:
        if self.look.isVisible() and self.look.provider == self.table.current():
            self._hide_look()
        else:
            self.look.look_at(self.table.current())
            self._make_room(True)
            self.look.show()
        self._weigh_look()

    def _hide_look(self) -> None:
        self.look.hide()
        self._make_room(False)
        self.table.setFocus()
        self._weigh_look()

    def _make_room(self, wanted: bool) -> None:
        """Hide some columns beside the quick look; those that were hidden before stay so."""
        if wanted and not self._made_room:
            self._made_room = [key for key in BESIDE if not self.table.heading.isSectionHidden(self._place(key))]
            self._hide(self._made_room, True)
        elif not wanted:
            self._hide(self._made_room, False)
            self._made_room = []

    def _hide(self, keys: Sequence[str], hidden: bool) -> None:
        for key in keys:
            self.table.heading.setSectionHidden(self._place(key), hidden)
        self.table.columns.fit()

    def _place(self, key: str) -> int:
        return next(place for place, column in enumerate(STAFF.columns) if column.key == key)

    def _weigh_look(self) -> None:
        """Esc belongs to the quick look only while it is open."""
        self.close_look.setShortcut(QKeySequence("Esc"))
        self.close_look.setEnabled(not self.look.isHidden())

    def _follow(self) -> None:
        if not self.look.isHidden():
            self.look.look_at(self.table.current())

    # What can be done

    def _open(self, provider: int | None) -> None:
        if provider is not None:
            self.shell.go("file", provider=provider, among=self.table.ids())

    def _add(self) -> None:
        form, record = self._form(NEW, columns=2), Provider()
        form.load(record)

        def save() -> list[Problem]:
            form.store(record)
            wrong = self.session.do(editing.save, record, PROVIDERS)
            if wrong == []:
                self.shell.go("file", provider=record.get_id())
            return wrong or []

        FormDialog("Add provider", form, save, verb="Add provider", parent=self.window()).open()

    def _form(self, names: Sequence[str], columns: int = 1) -> Form:
        links = links_of(Provider, names, self.session.today)
        return Form(Provider, names, today=lambda: self.session.today, links=links, columns=columns)

    def _set(self, name: str) -> None:
        ids, form = self._chosen(), self._form((name,))
        title = f"Set {Provider.field(name).verbose_name.lower()} of {of(len(ids), 'provider')}"

        def save() -> list[Problem]:
            text = form.box(name).text()
            return self.session.do(editing.set_text, PROVIDERS, ids, name, text, self.session.today) or []

        FormDialog(title, form, save, verb="Set", words="One action, one undo.", parent=self.window()).open()

    def _set_status(self) -> None:
        ids, form = self._chosen(), self._form(("status", "status_since"))
        form.set_values({"status": "", "status_since": self.session.today})

        def save() -> list[Problem]:
            values = form.values()
            return self.session.do(filing.set_status, ids, values["status"] or "", values["status_since"]) or []

        FormDialog(f"Set status of {of(len(ids), 'provider')}", form, save, verb="Set", words="One action, one undo.", parent=self.window()).open()

    def _ask_delete(self) -> None:
        ids = self._chosen()
        what = of(len(ids), "provider")
        self.session.messages.confirm(
            f"Delete {what}?", f"Delete {what}", lambda: self.session.do(editing.delete, PROVIDERS, ids),
            detail="Their credentials, documents and notes go with them. Somebody who left is better kept with the status Resigned. Undo brings all of it back.",
        )

    def _export(self, ids: Any) -> None:
        """Write the rows as they are shown: this view, this search, this order."""
        chosen, today = list(ids), self.session.today

        def write(path: Path) -> None:
            self.session.seat.last_folder = str(path.parent)
            self.session.jobs.start(
                "Exporting providers",
                lambda progress: exporting.export(STAFF, chosen, path),
                done=lambda count: self.session.messages.toast(f"{of(count, 'provider')} written to {path.name}"),
            )

        ask_save_file(self, "Export providers", f"Providers {today.isoformat()}.xlsx", SHEETS, self.session.seat.last_folder, write)
