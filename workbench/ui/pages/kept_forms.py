"""Forms over one record that a page shows: a field is kept when its box is left, if it changed; text with a Problem stays as a draft."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from workbench.errors import Problem
from workbench.ui.kit.form import Form


class KeptForms(QWidget):
    """Whoever makes one says how a field of the record is set, how its draft is kept, and what is wrong with a text."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self._page, self._record = page, 0
        self.forms: list[Form] = []
        self._draft: dict[str, str] = {}

    def _set(self, name: str, value: Any) -> list[Problem] | None:
        """What is wrong with the value, else it is set; None where the world refused, which was said."""
        raise NotImplementedError

    def _draft_of(self, record: int) -> dict[str, str]:
        raise NotImplementedError

    def _keep_draft(self, before: Mapping[str, str]) -> None:
        """Keep the draft as it is now; before is what these forms had of it."""
        raise NotImplementedError

    def _wrong(self, form: Form, name: str) -> str:
        """What is wrong with what stands in a box, beside the others of the record."""
        raise NotImplementedError

    def _take(self, form: Form, letters: int) -> None:
        """Keep what is written into a form; a long choice, that shows so many letters at least, must not make the card wide."""
        for name in form.values():
            if isinstance(inner := form.box(name).inner, QComboBox):
                inner.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                inner.setMinimumContentsLength(letters)
        form.left.connect(lambda name: self._commit(form, name))
        self.forms.append(form)

    def _show(self, record: int, values: Mapping[str, Any]) -> bool:
        """Show a record, and whether it is another; of the same one, boxes with text that was not kept yet stay as they are."""
        other, self._record = record != self._record, record
        if other:
            self._draft = self._draft_of(record)
        for form in self.forms:
            for name, value in form.values().items():
                box, shown = form.box(name), values.get(name)
                if other or (not box.changed() and value != (shown[0] if isinstance(shown, tuple) else shown)):
                    box.set_value(shown)
            if other:
                form.show_problems([])
            form.set_read_only(not self._page.can_write())
        return other

    def _restore(self) -> None:
        """What was typed and could not be kept stands in its box again, with what is wrong with it."""
        for form in self.forms:
            for name in form.values():
                if name in self._draft:
                    form.box(name)._write(self._draft[name])
                    form._tell(name, form.box(name).problem() or self._wrong(form, name))

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
            wrong = self._set(name, form.values()[name])
            if wrong is None:  # the text stays
                return
            message = " ".join(each.message for each in wrong)
        self._settle(form, name, message)

    def _settle(self, form: Form, name: str, message: str) -> None:
        """A field was kept, or with a message it was not: then its text is part of the draft."""
        form._tell(name, message)
        before = dict(self._draft)
        if message:
            self._draft[name] = form.box(name).text()
        else:
            self._draft.pop(name, None)
            form.keep(name)
        if self._draft != before:
            self._keep_draft(before)
