"""The page of a kind that nobody designed one for: its list, a form, and deletion that says what is in the way."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from workbench.actions import editing
from workbench.actions.in_use import in_use
from workbench.errors import Problem
from workbench.lists.named import LISTS
from workbench.records.kind import Kind
from workbench.records.record import Record
from workbench.ui.kit.bulk import BulkBar
from workbench.ui.kit.dialogs import ask_save_file
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.header import Header
from workbench.ui.kit.page import Page, Shell
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.linking import links_of
from workbench.ui.list_printing import print_action
from workbench.ui.pages import face
from workbench.ui.session import Session
from workbench.ui.wording import SHEETS, of

MANY = 9
"""Fields from which a form stands in two columns."""


class KindPage(Page):
    """A table, and a form in a dialog. One class a kind is made by page_of."""

    kind: Kind

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self.one = editing.one(self.kind)
        self.list = next(each for each in LISTS if each.kind is self.kind)
        self.new = self.add(f"&Add {self.one}", "plus", "Ctrl+N", self._add)
        self.edit = self.add(f"&Edit {self.one}…", "pencil", "F2", lambda: self._edit(self.table.current()))
        self.delete = self.add("&Delete…", "trash-2", "Delete", self._delete)
        self.export = self.add("E&xport to Excel…", "file-spreadsheet", "Ctrl+E", self._export)
        self.table = Table(self.list, lambda: session.today, seat=session.seat, checks=True, reader=session.reader)
        self.print_ = print_action(self, self.table)
        self.table.set_actions([self.edit, self.delete])
        self.header = Header(self.kind.title)
        self.header.buttons([self.print_, self.export, (self.new, "primary")])
        self.searching = self.search_box = SearchBox(f"Search {self.kind.title.lower()}…")
        self.searching.setFixedWidth(340)
        self._lay_out()
        self.table.opened.connect(self._edit)
        self.table.picked.connect(self._weigh)
        self.table.counted.connect(lambda _: self._weigh())
        offer = () if session.read_only else (f"Add {self.one}", self._add)
        self.table.set_empty(f"No {self.kind.title.lower()} yet.", *offer)
        self._count()
        self._weigh()

    def _lay_out(self) -> None:
        self.searching.narrow(self.table)
        self.searching.went_down.connect(self.table.setFocus)
        row = QHBoxLayout()
        row.addWidget(self.searching)
        row.addStretch(1)
        self.body.addWidget(self.header)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(BulkBar(self.table, [self.delete]))

    def shown(self) -> None:
        """The keyboard goes to the list."""
        self.table.setFocus()

    def refresh(self, tables: set[str]) -> None:
        """Show what changed."""
        if tables & {self.kind.table, *(target._meta.table_name for target in self._targets())}:
            self.table.refresh()
            self._count()

    def _targets(self) -> list[type[Record]]:
        links = (getattr(self.kind.model.field(name), "rel_model", None) for name in self.kind.columns)
        return [target for target in links if target is not None]

    def open(self, record: int | None = None, **_: Any) -> None:
        """Go to one record."""
        if record is not None:
            self.searching.clear()
            self.table.search("")
            self.table.go_to(record)

    def _count(self) -> None:
        count = self.list.count(today=self.session.today)
        self.header.subtitle(of(count, self.one, self.kind.title.lower()))

    def _weigh(self) -> None:
        free, at = not self.session.read_only, self.table.current() is not None
        self.new.setEnabled(free)
        self.edit.setEnabled(at)
        self.delete.setEnabled(free and (at or bool(self.table.selected())))
        self.export.setEnabled(self.table.count() > 0)

    # What can be done

    def _add(self) -> None:
        self._ask(self.kind.model(), f"Add {self.one}", "Add")

    def _edit(self, record: int | None) -> None:
        found = self.kind.model.get_or_none(self.kind.model.id == record)
        if found is not None:
            self._ask(found, f"Edit {self.one}", "Save")

    def _ask(self, record: Record, title: str, verb: str) -> None:
        fields = tuple(field.name for field in self.kind.model._meta.sorted_fields if not field.primary_key)
        form = Form(
            self.kind.model,
            fields,
            today=lambda: self.session.today,
            links=links_of(self.kind.model, fields, self.session.today),
            masked=self.kind.masked,
            columns=2 if len(fields) >= MANY else 1,
        )
        form.load(record)
        form.set_read_only(self.session.read_only)

        def save() -> list[Problem]:
            form.store(record)
            wrong = self.session.do(editing.save, record, self.kind)
            if wrong == []:
                self.table.go_to(record.get_id())
            return wrong if wrong is not None else [Problem("", "It was not saved.")]

        FormDialog(title, form, save, verb=verb, parent=self.window()).open()

    def _delete(self) -> None:
        current = self.table.current()
        ids = self.table.selected() or ([current] if current is not None else [])
        if not ids:
            return
        what = of(len(ids), self.one, self.kind.title.lower())
        held = in_use(self.kind, ids)
        if held:
            self.session.messages.tell(
                f"{what[:1].upper()}{what[1:]} cannot be deleted",
                f"It is still named by {held}. Nothing was changed. Give them another {self.one} first.",
            )
            return
        self.session.messages.confirm(
            f"Delete {what}?",
            f"Delete {what}",
            lambda: self.session.do(editing.delete, self.kind, ids),
            detail="It can be undone.",
        )

    def _export(self) -> None:
        ids = list(self.table.ids())

        def write(path: Any) -> None:
            from workbench.actions import exporting  # the spreadsheet library costs a third of the start

            self.session.seat.last_folder = str(path.parent)
            self.session.jobs.start(
                f"Exporting {self.kind.title.lower()}",
                lambda progress: exporting.export(self.list, ids, path),
                done=lambda count: self.session.messages.toast(f"{of(count, 'row')} written to {path.name}"),
            )

        name = f"{self.kind.title} {self.session.today.isoformat()}.xlsx"
        ask_save_file(self, f"Export {self.kind.title.lower()}", name, SHEETS, self.session.seat.last_folder, write)


def page_of(kind: Kind) -> type[KindPage]:
    """The page of a kind; it stands in the sidebar where the kind says."""

    class OfKind(KindPage):
        """Made for one kind."""

        key, title, icon, group, under = face(kind.name)

    OfKind.kind = kind
    OfKind.__name__ = f"{kind.name}_page"
    return OfKind
