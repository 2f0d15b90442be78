"""The line in which a cell is edited: Ctrl+; writes today, as in a sheet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from workbench.ui.kit.passing_on import PassingOn


class CellLine(QLineEdit):
    """A line over its cell."""

    def __init__(self, parent: QWidget, today: Callable[[], str], choices: Sequence[str] = ()) -> None:
        """today tells the day as a cell shows it; choices are what the cell can hold, offered as one types."""
        super().__init__(parent)
        self._today, self._choices = today, list(choices)
        if self._choices:
            completer = QCompleter(self._choices, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setMaxVisibleItems(12)
            if (offered := completer.popup()) is not None:
                offered.setObjectName("offered")
                PassingOn(offered)
            self.setCompleter(completer)

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
            self.setText(self._today())
        elif event.key() == Qt.Key.Key_Down and completer is not None:
            completer.setCompletionPrefix("")  # all there is
            completer.complete()
        else:
            super().keyPressEvent(event)
