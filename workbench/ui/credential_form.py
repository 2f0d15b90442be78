"""The form of a credential, on a person's file and on the page of all: what is wrong beside the box, what is doubted too."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.actions import doubting
from workbench.errors import Problem
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.records.policy import Policy
from workbench.store import settings
from workbench.ui.kit.boxes import Box
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import Doubt, FormDialog
from workbench.ui.linking import links_of
from workbench.ui.session import Session

FIELDS = (
    *("sort", "number", "state", "title", "issuer", "issued", "expires", "lifetime", "continuing"),
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
) -> "CredentialDialog":
    """Add or correct one; keep writes it and answers what is wrong, None if the world refused; whose asks for the person.

    After one that is new the next can follow at once: the dialog's `added` are the ids of all."""
    fields = ("provider", *FIELDS) if whose else FIELDS
    form = _form_of(record, session, fields)
    asked = _Asked(form, record, keep, session)
    how: dict[str, Any] = {"doubts": asked.doubts, "refusals": asked.refusals}
    how["again"] = asked.again if record.get_id() is None else None
    dialog = CredentialDialog(title, form, asked.save, words=words, parent=parent, **how)
    dialog.added = asked.added
    dialog.open()
    return dialog


class _Asked:
    """What the form is about: one credential, and of those that are new one after the other."""

    def __init__(
        self, form: Form, record: Credential, keep: Callable[[Credential], list[Problem] | None], session: Session
    ) -> None:
        self._form, self._record, self._keep, self._session = form, record, keep, session
        self.added: list[int] = []

    def _stored(self) -> Credential:
        self._form.store(self._record)
        return self._record

    def refusals(self) -> list[Problem]:
        """What it would not be saved for. Nobody saw it at its source on a day that is still to come."""
        one = self._stored()
        early = one.verified is not None and one.verified > self._session.today
        return [*one.problems(), *([Problem("verified", "That day is still to come.")] if early else [])]

    def save(self) -> list[Problem]:
        """Keep it."""
        wrong = self._keep(one := self._stored())
        if wrong == []:
            self.added.append(one.get_id())
        return NOT_SAVED if wrong is None else wrong

    def doubts(self) -> list[Doubt]:
        """What may be wrong with it."""
        one = self._stored()
        found = [] if any(one.problems()) else doubting.of_credential(one)
        return [Doubt(each.message, each.field) for each in found]

    def again(self) -> None:
        """The next one of the same person."""
        self._session.messages.toast(f"Added: {self._record.which}", self._session.undo)
        self._record = Credential(provider=self._record.provider_id)
        self._form.load(self._record)
        self._form.changed.emit("sort")
        self._form.focus("sort")


class CredentialDialog(FormDialog):
    """The dialog of one credential, or of one after the other."""

    added: Sequence[int] = ()


def _form_of(record: Credential, session: Session, fields: tuple[str, ...]) -> Form:
    """The boxes that a credential of its kind has; another kind has others. What the office knows of a new one stands there."""
    links = links_of(Credential, fields, session.today, session)
    form = Form(Credential, fields, today=lambda: session.today, links=links, columns=2)
    form.load(record)
    is_new, here = record.get_id() is None, settings.load(Policy).state

    def suit(name: str = "sort") -> None:
        if name == "sort":
            unused = CredentialSort.unused(form.values()["sort"])
            if is_new:
                _say_state(form.box("state"), here, "state" not in unused)
            form.leave_out(unused)

    def sign(name: str) -> None:
        """Whoever says that it was verified, verified it, unless they say otherwise."""
        if name == "verified" and form.box("verified").changed() and not form.box("verified_by").text():
            form.box("verified_by").set_value(session.seat_name)

    form.changed.connect(suit)
    form.left.connect(suit)
    form.left.connect(sign)
    suit()
    return form


def _say_state(box: Box, here: str, used: bool) -> None:
    """Most are of the hospital's state: where a kind has one, it stands there until somebody says another."""
    if not box.changed() and box.text() in ("", here):
        box.set_value(here if used else "")
