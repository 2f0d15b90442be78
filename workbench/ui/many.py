"""What can be done with all selected rows of a list: one field set, a task assigned, a file, paper. One action, one undo."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout

from workbench.actions import cells, tasks
from workbench.errors import Problem
from workbench.lists.writable import may_set
from workbench.records.desk import Task
from workbench.records.fields import Link
from workbench.records.kind import Kind
from workbench.records.provider import Provider
from workbench.ui.in_place import InPlace
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.page import Page
from workbench.ui.kit.parting import empty
from workbench.ui.kit.table import Table
from workbench.ui.linking import links_of
from workbench.ui.list_exporting import export_list
from workbench.ui.list_printing import print_list
from workbench.ui.wording import of

TASK = ("title", "due", "owner", "remarks")
ONCE = "One action, one undo. Where it cannot be set, the row is named with the reason."


class Many(QObject):
    """The actions of a list's selection that every list has; each page adds its own."""

    def __init__(
        self,
        page: Page,
        table: Table,
        kind: Kind,
        editing: InPlace,
        *,
        one: str = "row",
        fields: Sequence[str] = (),
        export: QAction | None = None,
        shown: Callable[[], bool] = lambda: True,
    ) -> None:
        """one is what a row is called; fields are those that may be set together, without them all that a form may set;
        export is the page's own, if it has one; shown says whether the list is what the page shows now."""
        super().__init__(page)
        self._page, self._table, self._kind, self._editing, self._one = page, table, kind, editing, one
        self._shown = shown
        self.fields = list(fields) or fields_of(kind, list(editing.fields.values()))
        self.edit = page.add("Edit a field…", "pencil", "Ctrl+F2", self._edit)
        self.edit.setVisible(bool(self.fields))
        self.assign = page.add("Assign a task…", "clipboard-list", "Ctrl+Shift+T", self._assign)
        self.assign.setVisible(kind.model is Provider or "provider" in kind.model._meta.fields)
        self.export = export or page.add("E&xport selection…", "download", "Ctrl+Shift+E", self._export)
        self.print_ = page.add("Print selection…", "printer", "Ctrl+Shift+F12", self._print)
        table.picked.connect(self.weigh)
        table.counted.connect(lambda _: self.weigh())
        self.weigh()

    def actions(self) -> list[QAction]:
        """What a bulk bar and a context menu offer, in this order."""
        return [each for each in (self.edit, self.assign, self.export, self.print_) if each.isVisible()]

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        chosen, free = self._shown() and self._table.has_chosen(), not self._page.session.read_only
        self.edit.setEnabled(chosen and free and bool(self.fields))
        self.assign.setEnabled(chosen and free and self.assign.isVisible())
        for each in (self.export, self.print_):
            each.setEnabled(chosen)

    def _said(self, ids: Sequence[int]) -> str:
        return of(len(ids), self._one)

    def _edit(self) -> None:
        EditField(self._page, self._kind, self.fields, self._table.chosen(), self._editing, self._one).open()

    def people(self) -> list[int]:
        """Who the selected rows are about, each once, in the order of the list."""
        ids = self._table.chosen()
        if self._kind.model is Provider:
            return ids
        model: Any = self._kind.model
        whose = dict(model.select(model.id, model.provider).where(model.id.in_(ids)).tuples())
        return list(dict.fromkeys(whose[each] for each in ids if whose.get(each)))

    def _assign(self) -> None:
        session, people = self._page.session, self.people()
        form = Form(Task, TASK, today=lambda: session.today)
        form.load(Task())

        def save() -> list[Problem]:
            said = form.values()
            wrong = session.do(
                tasks.assign, people, said["title"], said["due"], said["owner"] or "", said["remarks"] or ""
            )
            return wrong if wrong is not None else [Problem("", "It was not saved.")]

        words = "One for each person; Today shows it until it is done. One action, one undo."
        title = f"Assign a task about {of(len(people), 'provider')}"
        FormDialog(title, form, save, verb="Assign", words=words, parent=self._page.window()).open()

    def _export(self) -> None:
        name = f"{self._kind.title} {self._page.session.today.isoformat()}"
        export_list(self._page.session, self._table, name, self._one, self._page, self._table.chosen())

    def _print(self) -> None:
        print_list(self._page, self._table, chosen=self._table.chosen())


class EditField(Sheet):
    """Asks which field, and what it is to be in all selected rows."""

    def __init__(
        self, page: Page, kind: Kind, fields: Sequence[str], ids: Sequence[int], editing: InPlace, one: str
    ) -> None:
        super().__init__(f"Edit a field of {of(len(ids), one)}", ONCE, page.window())
        self._page, self._kind, self._ids, self._editing = page, kind, list(ids), editing
        self.which = ChoiceBox([(name, kind.model.field(name).verbose_name) for name in fields], empty=False)
        self.which.set_name("Field")
        self.which.combo.activated.connect(lambda _: self._ask())
        label = QLabel("&Field")
        label.setBuddy(self.which.inner)
        self._room = QVBoxLayout()
        self.body.addWidget(label)
        self.body.addWidget(self.which)
        self.body.addLayout(self._room)
        self.add_button("Cancel", "", self.reject)
        self.press = self.add_button(f"Set in {of(len(ids), one)}", "primary", self.accept, default=True)
        self.which.set_value(fields[0])
        self._ask()
        self.which.inner.setFocus()

    def choose(self, name: str) -> None:
        """Ask for this field."""
        self.which.set_value(name)
        self._ask()

    def _ask(self) -> None:
        """The box of the field that was chosen."""
        name, session = str(self.which.value()), self._page.session
        empty(self._room)
        links = links_of(self._kind.model, (name,), session.today)
        self.form = Form(self._kind.model, (name,), today=lambda: session.today, links=links, taken="f")
        if self._kind.model.field(name).choices:
            self.form.set_values({name: ""})  # nothing is chosen for anybody by itself
        self._room.addWidget(self.form)

    def accept(self) -> None:
        """Set it; where nothing could be, say why and stay."""
        name = str(self.which.value())
        if wrong := self.form.problems():
            self.form.show_problems(wrong)
            return
        wanted = cells.of_all(self._ids, name, self.form.box(name).text())
        self._editing.write(wanted, cells.called(self._kind, name, self._ids), hold=False)
        refused = self._editing.last
        if len(refused) == len(self._ids) and len({each.message for each in refused}) == 1:
            self.form.show_problems([Problem(name, refused[0].message)])
            return
        super().accept()


def fields_of(kind: Kind, first: Sequence[str] = ()) -> list[str]:
    """The fields of a kind that may be the same in many records, and that a name says: those that the list shows first,
    and last those that tell records apart."""
    found = []
    for name in kind.columns:
        field = kind.model.field(name)
        named = not isinstance(field, Link) or field.rel_model.titled_by == ("name",)
        if named and may_set(kind, name) and (name,) not in kind.alone:
            found.append(name)
    telling = kind.model.titled_by
    return sorted(found, key=lambda name: (name in telling, first.index(name) if name in first else len(first)))
