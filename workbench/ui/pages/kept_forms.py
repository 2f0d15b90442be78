"""Forms over one record that a page shows: a field is kept when its box is left, if it changed; text with a Problem stays as a draft."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from workbench.errors import Problem
from workbench.ui.kit.fields import label_of
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

    # Esc

    def event(self, event: QEvent) -> bool:
        """Esc is for what was typed into a box; where nothing was, it is for the page."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_esc(event) and self._typed() is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        typed = self._typed() if _is_esc(event) else None
        if typed is None:
            super().keyPressEvent(event)
        else:
            self._give_up(*typed)

    def _typed(self) -> tuple[Form, str] | None:
        """The box that the keyboard is in, if something was typed there that nobody tried to keep yet."""
        for form in self.forms:
            box = form.focused()
            name = next((each for each in form.values() if form.box(each) is box), "")
            if box is not None and name and box.changed() and box.text() != self._draft.get(name):
                return form, name
        return None

    def _give_up(self, form: Form, name: str) -> None:
        """The value stays as it was, and what was typed can be had back: Esc loses no text."""
        text, record = form.box(name).text(), self._record
        form.box(name)._write(self._draft[name]) if name in self._draft else form.revert(name)
        self._gave_up()

        def put_back() -> None:
            if self._record == record and self._page.can_write():
                self._take_up()
                form.focus(name)
                form.box(name)._write(text)

        said = f"{label_of(form.model.field(name))} stays as it was; what was typed was not kept."
        self._page.session.messages.toast(said, put_back)

    def _gave_up(self) -> None:
        """What follows when somebody left a box with Esc."""

    def _take_up(self) -> None:
        """Show the boxes again."""

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


def _is_esc(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
