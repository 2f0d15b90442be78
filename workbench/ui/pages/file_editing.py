"""The forms of a file."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout

from workbench.actions import filing
from workbench.errors import Problem
from workbench.lists.file import File
from workbench.records.provider import PROVIDERS, Provider
from workbench.ui.kit.card import Card
from workbench.ui.kit.dialogs import SAVES
from workbench.ui.kit.form import Form
from workbench.ui.linking import links_of
from workbench.ui.pages.kept_forms import KeptForms

GROUPS = (
    ("Name", "last first middle suffix preferred degree npi languages birth_date ssn_last4"),
    ("How to reach", "pager answering_service phone cell email fax street street2 city state zip"),
    ("Standing", "status category department section specialty subspecialty provider_type employment supervisor"),
    ("Standing", "status_since"),
    ("Remarks", "remarks"),
)
WIDE = ("Name", "Standing")
PLACES = {"Name": (0, 0, 1, 1), "How to reach": (0, 1, 2, 1), "Standing": (1, 0, 1, 1), "Remarks": (2, 0, 1, 2)}
"""Row, column, rows and columns of each card."""
REACH = 390
"""Pixels that an e-mail address needs."""
CHOICE = 8
"""Letters that a box for a choice shows at least."""


class FileForms(KeptForms):
    """The forms over one person."""

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(14)
        cards = {title: Card(title) for title in PLACES}
        for title, names in GROUPS:
            form = self._form(tuple(names.split()), 2 if title in WIDE and " " in names else 1)
            cards[title].add(form)
            self._take(form, CHOICE)
        for title, place in PLACES.items():
            cards[title].body.addStretch(1)
            grid.addWidget(cards[title], *place)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, REACH)
        grid.setRowStretch(3, 1)
        for keys in SAVES:
            shortcut = QShortcut(QKeySequence(keys), self, page.edit.trigger)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _form(self, names: tuple[str, ...], columns: int) -> Form:
        session = self._page.session
        links = links_of(Provider, names, session.today, session)
        return Form(Provider, names, today=lambda: session.today, links=links, masked=PROVIDERS.masked, columns=columns)

    def show_file(self, file: File) -> None:
        """Show a person."""
        self._show(file.id, file.values)

    def start(self) -> None:
        """Go to the first box, or to the first text that could not be kept."""
        names = [name for form in self.forms for name in form.values() if name in self._draft]
        self._restore()
        form = next((each for each in self.forms if names and names[0] in each.values()), self.forms[0])
        form.focus(names[0] if names else "")

    def _gave_up(self) -> None:
        """Back to what is read."""
        self._page.back.trigger()

    def _take_up(self) -> None:
        if not self._page.summary.editing:
            self._page.edit.trigger()

    def finish(self) -> None:
        """Leave the box that is being written in, so that it is kept; so is what was written without the keyboard."""
        super().finish()
        for form in self.forms:
            for name in form.values():
                if form.box(name).text() != self._draft.get(name):
                    form.box(name).leave()

    @property
    def draft(self) -> dict[str, str]:
        """What was typed and could not be kept, by the fields' names."""
        return dict(self._draft)

    def drop_draft(self) -> None:
        """Forget what could not be kept."""
        for form in self.forms:
            for name in form.values():
                if name in self._draft:
                    form.revert(name)
        self._draft = {}
        filing.keep_draft(self._record, {})

    def _set(self, name: str, value: Any) -> list[Problem] | None:
        return self._page.session.do(filing.set_field, self._record, name, value)  # type: ignore[no-any-return]

    def _wrong(self, form: Form, name: str) -> str:
        values = {**Provider.get_by_id(self._record).__data__, name: form.values()[name]}
        return " ".join(each.message for each in Provider.problems_in(values) if each.field == name)

    def _draft_of(self, record: int) -> dict[str, str]:
        return filing.draft_of(record)

    def _keep_draft(self, before: Mapping[str, str]) -> None:
        filing.keep_draft(self._record, self._draft)
        self._page.tell_draft()
