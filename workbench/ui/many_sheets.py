"""What is asked about the selection of a list: which field is to be what, and which task."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout

from workbench.actions import cells, tasks
from workbench.errors import Problem
from workbench.records.desk import Task
from workbench.records.kind import Kind
from workbench.records.words import of, within
from workbench.ui.in_place import InPlace
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.page import Page
from workbench.ui.kit.parting import empty
from workbench.ui.kit.reading_order import read_in_order
from workbench.ui.linking import links_of

TASK = ("title", "due", "owner", "remarks")
ONCE = "One action, one undo. Where it cannot be set, the row is named with the reason."


def ask_task(
    page: Page, about: Sequence[tasks.About], title: str = "", one: str = "provider", *, remarks: str = ""
) -> None:
    """A task about each of these, called so until somebody calls it otherwise; one is what each is called."""
    session = page.session
    form = Form(Task, TASK, today=lambda: session.today)
    form.load(Task(title=title, remarks=remarks))

    def save() -> list[Problem]:
        said = form.values()
        owner, remarks = said["owner"] or "", said["remarks"] or ""
        wrong = session.do(tasks.assign, about, said["title"], said["due"], owner, remarks)
        return wrong if wrong is not None else [Problem("", "It was not saved.")]

    leads = " It leads to the credential." if any(each.credential for each in about) else ""
    each = "person" if one == "provider" else one
    words = f"One for each {each}; Today shows it until it is done.{leads} One action, one undo."
    headline = f"Assign a task about {of(len(about), one)}"
    FormDialog(headline, form, save, verb="Assign", words=words, parent=page.window()).open()


class EditField(Sheet):
    """Asks which field, and what it is to be in all selected rows."""

    def __init__(
        self, page: Page, kind: Kind, fields: Sequence[str], ids: Sequence[int], editing: InPlace, one: str
    ) -> None:
        super().__init__(f"Edit a field of {of(len(ids), one)}", ONCE, page.window())
        self._page, self._kind, self._ids, self._editing = page, kind, list(ids), editing
        self._among = of(len(ids), one)
        self.which = ChoiceBox([(name, kind.model.field(name).verbose_name) for name in fields], empty=False)
        self.which.set_name("Field")
        self.which.combo.activated.connect(lambda _: self._ask())
        label = QLabel("&Field")
        label.setBuddy(self.which.inner)
        self._room = QVBoxLayout()
        self.body.addWidget(label)
        self.body.addWidget(self.which)
        self.body.addLayout(self._room)
        self._cancel = self.add_button("Cancel", "", self.reject)
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
        read_in_order(self.which, self.form, self._cancel, self.press)

    def accept(self) -> None:
        """Set it; where nothing could be, say why and stay. Nothing is erased because nothing was typed: that is asked first."""
        name = str(self.which.value())
        lacking = cells.lacking_in(self._kind, name, self.form.box(name).text())
        if wrong := [*self.form.problems(), *([lacking] if lacking else [])]:
            self.form.show_problems(wrong)
        elif self.form.box(name).text().strip():
            self._set(name)
        else:
            called = within(self._kind.model.field(name).verbose_name)
            self._page.session.messages.confirm(
                f"Erase {called} of {self._among}?",
                f"Erase in {self._among}",
                partial(self._set, name),
                detail="Nothing was typed, so that what stands there would go. One action, one undo.",
            )

    def _set(self, name: str) -> None:
        wanted = cells.of_all(self._ids, name, self.form.box(name).text())
        self._editing.write(wanted, cells.called(self._kind, name, self._ids), hold=False)
        refused = self._editing.last
        if len(refused) == len(self._ids) and len({each.message for each in refused}) == 1:
            self.form.show_problems([Problem(name, refused[0].message)])
            return
        super().accept()
