"""The forms over one application: a field is kept when its box is left; text with a Problem stays as a draft."""

from typing import Any

from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget

from workbench.actions import applications
from workbench.lists.application_file import ApplicationFile
from workbench.records.application import Application
from workbench.ui.kit.card import Card
from workbench.ui.kit.form import Form
from workbench.ui.kit.mnemonics import letters_of
from workbench.ui.linking import links_of

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


class ApplicationForms(QWidget):
    """Cards with forms, one below the other."""

    def __init__(self, page: Any, groups: tuple[tuple[str, str, int], ...]) -> None:
        super().__init__()
        self._page, self._application = page, 0
        self.forms: list[Form] = []
        self._draft: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        taken = letters_of(each.text() for each in (page.back_to_list, page.report, page.forward))
        for title, names, columns in groups:
            card, form = Card(title), self._form(tuple(names.split()), columns, taken)
            taken += form.letters  # one page, one letter: Alt and a letter that two have goes to neither
            card.add(form)
            column.addWidget(card)
            self.forms.append(form)
        column.addStretch(1)

    def _form(self, names: tuple[str, ...], columns: int, taken: str) -> Form:
        session = self._page.session
        links = links_of(Application, names, session.today, session)
        form = Form(Application, names, today=lambda: session.today, links=links, columns=columns, taken=taken)
        for name in names:  # a long choice must not make the whole card wide
            if isinstance(inner := form.box(name).inner, QComboBox):
                inner.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                inner.setMinimumContentsLength(CHOICE)
        form.left.connect(lambda name: self._commit(form, name))
        return form

    def show_file(self, file: ApplicationFile) -> None:
        """Show an application; of the same one, boxes with text that was not kept yet stay as they are."""
        other, self._application = file.application != self._application, file.application
        if other:
            self._draft = applications.draft_of(file.application)
        for form in self.forms:
            for name, value in form.values().items():
                box, shown = form.box(name), file.values.get(name)
                if other or (not box.changed() and value != (shown[0] if isinstance(shown, tuple) else shown)):
                    box.set_value(shown)
            form.set_read_only(not self._page.can_write())
            if other:
                form.show_problems([])
                self._restore(form)

    def _restore(self, form: Form) -> None:
        """What was typed and could not be kept stands in its box again, with what is wrong with it."""
        for name in form.values():
            if name in self._draft:
                form.box(name)._write(self._draft[name])
                form._tell(name, form.box(name).problem() or self._wrong(form, name))

    def _wrong(self, form: Form, name: str) -> str:
        kept = Application.get_by_id(self._application).__data__
        return " ".join(each.message for each in Application.problems_by(kept, name, form.values()[name]))

    def go_to(self, name: str) -> bool:
        """Go to the box of a field; False if it is not here."""
        for form in self.forms:
            if name in form.values():
                form.focus(name)
                return True
        return False

    def finish(self) -> None:
        """Leave the box that is being written in, so that it is kept."""
        box = QApplication.focusWidget()
        if box is not None and self.isAncestorOf(box):
            box.clearFocus()

    def _commit(self, form: Form, name: str) -> None:
        if not self._page.can_write():
            return
        message = form.box(name).problem()
        if not message:
            wrong = self._page.session.do(applications.set_field, self._application, name, form.values()[name])
            if wrong is None:  # the world refused, which was said; the text stays
                return
            message = " ".join(each.message for each in wrong)
        form._tell(name, message)
        before = dict(self._draft)
        if message:
            self._draft[name] = form.box(name).text()
        else:
            self._draft.pop(name, None)
            form.keep(name)
        if self._draft != before:
            self._keep_draft(before)
        if not message:
            self._try_again(form)

    def _try_again(self, form: Form) -> None:
        """What another box stood in the way of is kept now: a term is moved by its start and then by its end, or the other way."""
        for name in [each for each in form.values() if each in self._draft]:
            if not form.box(name).problem() and not self._wrong(form, name):
                self._commit(form, name)
                return

    def _keep_draft(self, before: dict[str, str]) -> None:
        others = {key: text for key, text in applications.draft_of(self._application).items() if key not in before}
        applications.keep_draft(self._application, others | self._draft)
