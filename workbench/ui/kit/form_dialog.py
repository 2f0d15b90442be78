"""A form in a window of its own, with Save and Cancel. Esc never loses text: it asks first."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from workbench.errors import Problem
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.form import Form
from workbench.ui.kit.labels import note

LEAST, AROUND = 200, 220
"""Logical pixels: of the form's height at least, and what stands around it in the dialog and around the dialog."""


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
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        form.installEventFilter(self)
        self.body.addWidget(area)
        self.rest = note().kind("bad")
        self.rest.setAccessibleIdentifier("problems")
        self.rest.hide()
        self.body.addWidget(self.rest)
        self.add_button("Cancel", "", self.reject)
        self.add_button(verb, "primary", self.accept, default=True)
        form.focus()

    def fit(self) -> None:
        """As wide as the form, and as tall as a screen allows."""
        form = self.form.layout()
        if form is not None:
            form.invalidate()
        hint = self.form.sizeHint().expandedTo(self.form.minimumSizeHint())
        wide = max(440, hint.width() + 20)
        tall = form.totalHeightForWidth(wide - 20) if form is not None and form.hasHeightForWidth() else hint.height()
        self._area.setMinimumSize(wide, min(tall + 8, self._most()))

    def _most(self) -> int:
        return max(LEAST, self.screen().availableGeometry().height() - AROUND)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A problem that is said under a box takes room: the dialog grows by it, as far as the screen goes."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
            if (layout := self.layout()) is not None:
                layout.activate()
            self.resize(self.size().expandedTo(self.minimumSizeHint()))
        return False

    def accept(self) -> None:
        """Save; stay open while something is wrong."""
        problems = self.form.problems() or self._save()
        homeless = self.form.show_problems(problems)
        self.rest.setText(" ".join(each.message for each in homeless))
        self.rest.setVisible(bool(homeless))
        if (box := self.form.focused()) is not None and problems:
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(box))
        if not problems:
            super().accept()

    def reject(self) -> None:
        """Close; ask first if something was typed."""
        if not self.form.dirty():
            super().reject()
            return
        asked = Sheet("Discard what you typed?", "It has not been saved.", self)
        asked.add_button("Keep editing", "", asked.reject, default=True)
        asked.add_button("Discard", "danger", asked.accept)
        asked.accepted.connect(self._discard)
        asked.open()

    def _discard(self) -> None:
        super().reject()
