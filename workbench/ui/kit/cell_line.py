"""The line in which a cell is edited: Ctrl+; writes today, as in a sheet, and what was understood of a day shows below it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

from workbench.records import texts
from workbench.ui.kit.passing_on import PassingOn


class CellLine(QLineEdit):
    """A line over its cell."""

    def __init__(
        self,
        parent: QWidget | None,
        today: Callable[[], date],
        choices: Sequence[str] = (),
        day_of: Callable[[str], date | None] | None = None,
        means: Callable[[date], str] | None = None,
    ) -> None:
        """choices are what the cell can hold, offered as one types; day_of reads what is typed where the cell holds a day: what was
        understood shows below it before it is kept, and what it means, if means says so."""
        super().__init__(parent)
        self._today, self._choices, self._day_of = today, list(choices), day_of
        self._means = means or (lambda day: "")
        self.first = ""
        """What stood there before anything was typed."""
        self.understood = QLabel(parent)
        self.understood.setObjectName("understood")
        self.understood.hide()
        if day_of is not None:
            self.textEdited.connect(self._tell)
        if self._choices:
            completer = QCompleter(self._choices, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setMaxVisibleItems(12)
            if (offered := completer.popup()) is not None:
                offered.setObjectName("offered")
                PassingOn(offered)
            self.setCompleter(completer)

    def begin(self) -> None:
        """What stands here now is what the cell holds: a day as days are typed."""
        day = self._day_of(self.text()) if self._day_of is not None else None
        if day is not None:
            self.setText(texts.in_box(day))
        self.first = self.text()

    def _tell(self) -> None:
        """What was made of the text so far, below the line, or above it where nothing is below."""
        day = self._day_of(self.text()) if self._day_of is not None else None
        said = (texts.understood(day, self._today()), self._means(day)) if day is not None else ()
        self.understood.setText(" · ".join(filter(None, said)))
        self.understood.adjustSize()
        below, ground = self.geometry().bottomLeft(), self.parentWidget()
        if ground is not None:
            if below.y() + self.understood.height() > ground.height():
                below.setY(self.y() - self.understood.height())
            below.setX(max(0, min(below.x(), ground.width() - self.understood.width())))
        self.understood.move(below)
        self.understood.raise_()
        self.understood.setVisible(day is not None)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.understood.deleteLater()

    def complete(self) -> None:
        """The beginning of one choice alone is that choice: “Surg” is Surgery."""
        typed = self.text().strip().casefold()
        meant = [each for each in self._choices if each.casefold().startswith(typed)] if typed else []
        if len(meant) == 1:
            self.setText(meant[0])

    def _take(self) -> bool:
        """Take what is marked of what is offered, else what was typed; False while nothing is offered."""
        offered = self.completer().popup() if self.completer() is not None else None
        if offered is None or not offered.isVisible():
            return False
        if offered.currentIndex().isValid():
            self.setText(str(offered.currentIndex().data()))
        offered.hide()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        completer = self.completer()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._take():
            # once more, now that nothing is offered: the table hears it and keeps the cell
            QCoreApplication.postEvent(self, QKeyEvent(event.type(), event.key(), event.modifiers()))
        elif event.key() == Qt.Key.Key_Semicolon and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setText((texts.in_box if self._day_of is not None else texts.day)(self._today()))
            self._tell()
        elif event.key() == Qt.Key.Key_Down and completer is not None:
            completer.setCompletionPrefix("")  # all there is
            completer.complete()
        else:
            super().keyPressEvent(event)
