"""The forms of a file: a field is kept when its box is left, if it changed; text with a Problem stays as a draft."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QGridLayout, QWidget

from workbench.actions import filing
from workbench.lists.file import File
from workbench.records.provider import PROVIDERS, Provider
from workbench.ui.kit.card import Card
from workbench.ui.kit.dialogs import SAVES
from workbench.ui.kit.form import Form
from workbench.ui.linking import links_of

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


class FileForms(QWidget):
    """The forms over one person."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self._page, self._file = page, 0
        self.forms: list[Form] = []
        self._draft: dict[str, str] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(14)
        cards = {title: Card(title) for title in PLACES}
        for title, names in GROUPS:
            form = self._form(tuple(names.split()), 2 if title in WIDE and " " in names else 1)
            cards[title].add(form)
            self.forms.append(form)
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
        form = Form(Provider, names, today=lambda: session.today, links=links, masked=PROVIDERS.masked, columns=columns)
        for name in names:  # a long choice must not make the whole card wide
            if isinstance(inner := form.box(name).inner, QComboBox):
                inner.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                inner.setMinimumContentsLength(8)
        form.left.connect(lambda name: self._commit(form, name))
        return form

    def show_file(self, file: File) -> None:
        """Show a person; of the same person, boxes with text that was not kept yet stay as they are."""
        other, self._file = file.id != self._file, file.id
        if other:
            self._draft = filing.draft_of(file.id)
        for form in self.forms:
            for name, value in form.values().items():
                box = form.box(name)
                if other or (not box.changed() and value != _bare(file.values.get(name))):
                    box.set_value(file.values.get(name))
            if other:
                form.show_problems([])
            form.set_read_only(not self._page.can_write())

    def start(self) -> None:
        """Go to the first box, or to the first text that could not be kept."""
        names = [name for form in self.forms for name in form.values() if name in self._draft]
        for form in self.forms:
            for name in form.values():
                if name in self._draft:
                    form.box(name)._write(self._draft[name])
                    self._check(form, name)
        form = next((each for each in self.forms if names and names[0] in each.values()), self.forms[0])
        form.focus(names[0] if names else "")

    def finish(self) -> None:
        """Leave the box that is being written in, so that it is kept; so is what was written without the keyboard."""
        box = QApplication.focusWidget()
        if box is not None and self.isAncestorOf(box):
            box.clearFocus()
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
        filing.keep_draft(self._file, {})

    def _commit(self, form: Form, name: str) -> None:
        if not self._page.can_write():
            return
        message = form.box(name).problem()
        if not message:
            problems = self._page.session.do(filing.set_field, self._file, name, form.values()[name])
            if problems is None:  # the world refused, which was said; the text stays
                return
            message = " ".join(each.message for each in problems)
        self._settle(form, name, message)

    def _settle(self, form: Form, name: str, message: str) -> None:
        form._tell(name, message)
        before = dict(self._draft)
        if message:
            self._draft[name] = form.box(name).text()
        else:
            self._draft.pop(name, None)
            form.keep(name)
        if self._draft != before:
            filing.keep_draft(self._file, self._draft)
            self._page.tell_draft()

    def _check(self, form: Form, name: str) -> None:
        values = {**Provider.get_by_id(self._file).__data__, name: form.values()[name]}
        wrong = [each.message for each in Provider.problems_in(values) if each.field == name]
        form._tell(name, form.box(name).problem() or " ".join(wrong))


def _bare(value: Any) -> Any:
    return value[0] if isinstance(value, tuple) else value
