"""The forms over one application."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from workbench.actions import applications
from workbench.errors import Problem
from workbench.lists.application_file import ApplicationFile
from workbench.records.application import Application
from workbench.ui.kit.card import Card
from workbench.ui.kit.form import Form
from workbench.ui.kit.mnemonics import letters_of
from workbench.ui.linking import links_of
from workbench.ui.pages.kept_forms import KeptForms

ASKED = (
    ("What is asked for", "category department facility term_starts term_ends", 2),
    ("Dates", "requested received complete attested", 2),
    ("Remarks", "remarks", 1),
)
REPORTED = (
    ("Evaluation and changes", "fppe changes", 1),
    ("Review as decided", "review review_reason", 1),
)
CHOICE = 6
"""Letters that a box for a choice shows at least."""


class ApplicationForms(KeptForms):
    """Cards with forms, one below the other."""

    def __init__(self, page: Any, groups: tuple[tuple[str, str, int], ...]) -> None:
        super().__init__(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        taken = letters_of(each.text() for each in (page.back_to_list, page.report, page.forward))
        for title, names, columns in groups:
            card, form = Card(title), self._form(tuple(names.split()), columns, taken)
            taken += form.letters  # one page, one letter: Alt and a letter that two have goes to neither
            card.add(form)
            column.addWidget(card)
            self._take(form, CHOICE)
        column.addStretch(1)

    def _form(self, names: tuple[str, ...], columns: int, taken: str) -> Form:
        session = self._page.session
        links = links_of(Application, names, session.today, session)
        return Form(Application, names, today=lambda: session.today, links=links, columns=columns, taken=taken)

    def show_file(self, file: ApplicationFile) -> None:
        """Show an application."""
        if self._show(file.application, file.values):
            self._restore()

    def go_to(self, name: str) -> bool:
        """Go to the box of a field; False if it is not here."""
        for form in self.forms:
            if name in form.values():
                form.focus(name)
                return True
        return False

    def _set(self, name: str, value: Any) -> list[Problem] | None:
        return self._page.session.do(applications.set_field, self._record, name, value)  # type: ignore[no-any-return]

    def _wrong(self, form: Form, name: str) -> str:
        kept = Application.get_by_id(self._record).__data__
        return " ".join(each.message for each in Application.problems_by(kept, name, form.values()[name]))

    def _settle(self, form: Form, name: str, message: str) -> None:
        super()._settle(form, name, message)
        if not message:
            self._try_again(form)

    def _try_again(self, form: Form) -> None:
        """What another box stood in the way of is kept now: a term is moved by its start and then by its end, or the other way."""
        for name in [each for each in form.values() if each in self._draft]:
            if not form.box(name).problem() and not self._wrong(form, name):
                self._commit(form, name)
                return

    def _draft_of(self, record: int) -> dict[str, str]:
        return applications.draft_of(record)

    def _keep_draft(self, before: Mapping[str, str]) -> None:
        """Other forms of the same application have their own part of its draft."""
        others = {key: text for key, text in self._draft_of(self._record).items() if key not in before}
        applications.keep_draft(self._record, others | self._draft)
