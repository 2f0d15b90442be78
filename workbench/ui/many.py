"""What can be done with all selected rows of a list: one field set, a task assigned, a file, paper. One action, one undo."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from workbench.actions.tasks import About
from workbench.lists.writable import may_set
from workbench.records.credential import Credential
from workbench.records.fields import Link
from workbench.records.kind import Kind
from workbench.records.provider import Provider
from workbench.ui.in_place import InPlace
from workbench.ui.kit.page import Page
from workbench.ui.kit.table import Table
from workbench.ui.list_exporting import export_list
from workbench.ui.list_printing import print_list


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
        about: Callable[[], str] = str,
    ) -> None:
        """one is what a row is called; fields are those that may be set together, without them all that a form may set;
        export is the page's own, if it has one; shown says whether the list is what the page shows now; about is what a task is
        called at first."""
        super().__init__(page)
        self._page, self._table, self._kind, self._editing, self._one = page, table, kind, editing, one
        self._shown, self._about = shown, about
        self.fields = list(fields) or fields_of(kind, list(editing.fields.values()))
        self.edit = page.add("Edit a field…", "pencil", "Ctrl+F2", self._edit)
        self.edit.setVisible(bool(self.fields))
        self.assign = page.add("Assign a task…", "clipboard-list", "Ctrl+Shift+T", self._assign)
        self.assign.setVisible(kind.model is Provider or "provider" in kind.model._meta.fields)
        self.export = export or page.add("E&xport selection…", "download", "Ctrl+Shift+E", self._export)
        self.history = page.add("History of the row…", "history", "Ctrl+H", self._history)
        self.print_ = page.add("Print selection…", "printer", "Ctrl+Shift+F12", self._print)
        table.picked.connect(self.weigh)
        table.counted.connect(lambda _: self.weigh())
        self.weigh()

    def actions(self) -> list[QAction]:
        """What a bulk bar and a context menu offer, in this order."""
        some = (self.edit, self.assign, self.export, self.print_, self.history)
        return [each for each in some if each.isVisible()]

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        chosen, free = self._shown() and self._table.has_chosen(), self._page.free
        self.edit.setEnabled(chosen and free and bool(self.fields))
        self.assign.setEnabled(chosen and free and self.assign.isVisible())
        for each in (self.export, self.print_):
            each.setEnabled(chosen)
        one = self._table.current() is not None and self._table.count_selected() <= 1  # of one row, and not of sixty
        self.history.setEnabled(self._shown() and one and not self._page.session.survey)

    def _edit(self) -> None:
        from workbench.ui.many_sheets import EditField  # forms are loaded when one is asked for

        EditField(self._page, self._kind, self.fields, self._table.chosen(), self._editing, self._one).open()

    def chosen(self) -> list[About]:
        """What the selected rows are about, in the order of the list: each person once, and each credential."""
        ids = self._table.chosen()
        model: Any = self._kind.model
        if model is Provider:
            return [About(each) for each in ids]
        whose = dict(model.select(model.id, model.provider).where(model.id.in_(ids)).tuples())
        own = [each for each in ids if whose.get(each)]
        return list(dict.fromkeys(About(whose[each], each if model is Credential else None) for each in own))

    def _assign(self) -> None:
        from workbench.ui import many_sheets

        one = "credential" if self._kind.model is Credential else "provider"
        many_sheets.ask_task(self._page, self.chosen(), self._about(), one)

    def _export(self) -> None:
        name = f"{self._kind.title} {self._page.session.today.isoformat()}"
        export_list(self._page.session, self._table, name, self._one, self._page, self._table.chosen())

    def _history(self) -> None:
        from workbench.ui.record_history import ask_history

        ask_history(self._page, self._kind, self._table.current())

    def _print(self) -> None:
        print_list(self._page, self._table, chosen=self._table.chosen())


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
