"""The form of a credential, on a person's file and on the page of all: what is wrong beside the box, what is doubted too."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.actions import doubting
from workbench.errors import Problem
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import Doubt, FormDialog
from workbench.ui.linking import links_of
from workbench.ui.session import Session

FIELDS = (
    *("sort", "title", "number", "state", "issuer", "issued", "expires", "lifetime", "continuing"),
    *("per_claim", "aggregate", "standing", "discipline", "verified", "source", "verified_by", "remarks"),
)
NOT_SAVED = [Problem("", "It was not saved.")]


def ask_credential(
    title: str,
    record: Credential,
    keep: Callable[[Credential], list[Problem] | None],
    session: Session,
    parent: QWidget,
    *,
    words: str = "",
    whose: bool = False,
) -> FormDialog:
    """Add or correct one; keep writes it and answers what is wrong, None if the world refused; whose asks for the person."""
    form = _form_of(record, session, ("provider", *FIELDS) if whose else FIELDS)

    def refusals() -> list[Problem]:
        form.store(record)
        return list(record.problems())

    def save() -> list[Problem]:
        form.store(record)
        wrong = keep(record)
        return NOT_SAVED if wrong is None else wrong

    def doubts() -> list[Doubt]:
        form.store(record)
        found = [] if any(record.problems()) else doubting.of_credential(record)
        return [Doubt(each.message, each.field) for each in found]

    dialog = FormDialog(title, form, save, words=words, doubts=doubts, refusals=refusals, parent=parent)
    dialog.open()
    return dialog


def _form_of(record: Credential, session: Session, fields: tuple[str, ...]) -> Form:
    """The boxes that a credential of its kind has; another kind has others."""
    links = links_of(Credential, fields, session.today, session)
    form = Form(Credential, fields, today=lambda: session.today, links=links, columns=2)
    form.load(record)

    def suit(name: str = "sort") -> None:
        if name == "sort":
            form.leave_out(CredentialSort.unused(form.values()["sort"]))

    form.changed.connect(suit)
    form.left.connect(suit)
    suit()
    return form
