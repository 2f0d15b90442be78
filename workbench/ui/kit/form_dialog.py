"""A form in a window of its own, with Save and Cancel. Esc never loses text: it asks first."""

from collections.abc import Callable

from PySide6.QtWidgets import QScrollArea, QWidget

from workbench.errors import Problem
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.form import Form
from workbench.ui.kit.labels import note

TALL = 520


class FormDialog(Sheet):
    """Closes once save() has nothing to complain about."""

    def __init__(
        self,
        title: str,
        form: Form,
        save: Callable[[], list[Problem]],
        *,
        verb: str = "Save",
        words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Save gets what it needs from the form by store(record); texts that cannot be read never reach it."""
        super().__init__(title, words, parent)
        self.form, self._save = form, save
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(form)
        form.setObjectName("clear")
        hint = form.sizeHint()
        area.setMinimumSize(max(440, hint.width() + 24), min(hint.height() + 8, TALL))
        self.body.addWidget(area)
        self.rest = note().kind("bad")
        self.rest.setAccessibleIdentifier("problems")
        self.rest.hide()
        self.body.addWidget(self.rest)
        self.add_button("Cancel", "", self.reject)
        self.add_button(verb, "primary", self.accept, default=True)
        form.focus()

    def accept(self) -> None:
        """Save; stay open while something is wrong."""
        problems = self.form.problems() or self._save()
        homeless = self.form.show_problems(problems)
        self.rest.setText(" ".join(each.message for each in homeless))
        self.rest.setVisible(bool(homeless))
        if not problems:
            super().accept()

    def reject(self) -> None:
        """Close; ask first if something was typed."""
        if not self.form.dirty():
            super().reject()
            return
        asked = Sheet("Discard what you typed?", "It has not been saved.", self)
        asked.add_button("Keep editing", "", asked.reject, default=True)
        asked.add_button("Discard", "danger", lambda: (asked.accept(), super(FormDialog, self).reject()))
        asked.open()
