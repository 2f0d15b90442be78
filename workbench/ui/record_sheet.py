"""The dialog with a record's form, for a record of any kind."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.actions import editing
from workbench.errors import Problem
from workbench.records.kind import Kind
from workbench.records.record import Record
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import Doubt, FormDialog
from workbench.ui.linking import links_of
from workbench.ui.session import Session

MANY = 9
"""Fields from which a form stands in two columns."""


def ask_record(
    parent: QWidget,
    session: Session,
    kind: Kind,
    record: Record,
    saved: Callable[[int], object] = lambda _: None,
    fields: tuple[str, ...] = (),
) -> None:
    """Edit a record, or add one that is new; saved takes its id. Without fields the form has all of them."""
    one, is_new = editing.one(kind), record.get_id() is None
    form = _form_of(record, kind, session, fields)

    def save() -> list[Problem]:
        form.store(record)
        wrong = session.do(editing.save, record, kind)
        if wrong == []:
            _tell(record, session, saved)
        return wrong if wrong is not None else [Problem("", "It was not saved.")]

    title, verb = (f"Add {one}", "Add") if is_new else (f"Edit {one}", "Save")

    def refusals() -> list[Problem]:
        form.store(record)
        return list(record.problems())

    def doubts() -> list[Doubt]:
        form.store(record)
        return [Doubt(each.message, each.field) for each in record.doubts()]

    FormDialog(title, form, save, verb=verb, doubts=doubts, refusals=refusals, parent=parent.window()).open()


def _tell(record: Record, session: Session, saved: Callable[[int], object]) -> None:
    """Where it is, and what came of it besides."""
    saved(record.get_id())
    if said := record.followed():
        session.messages.toast(said, session.undo)


def _form_of(record: Record, kind: Kind, session: Session, fields: tuple[str, ...]) -> Form:
    fields = fields or tuple(field.name for field in kind.model._meta.sorted_fields if not field.primary_key)
    form = Form(
        kind.model,
        fields,
        today=lambda: session.today,
        links=links_of(kind.model, fields, session.today, session),
        masked=kind.masked,
        columns=2 if len(fields) >= MANY else 1,
    )
    form.load(record)
    form.set_read_only(session.read_only)
    return form
