"""What is on the screen while an office is locked."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.errors import Problem, WorkbenchError
from workbench.store.keys import WrongPassphrase
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.labels import Words, note
from workbench.ui.lines import Lines

KEPT = "What you were doing is kept. The passphrase leads back to it."
WAITS = "Nothing can be read here. A job still runs; when it ends, the connection is closed too. Or cancel it."
STOPS = "Stopping… nothing will have been changed by it. Then the connection is closed."
WRITTEN = "It is being written and can no longer be stopped. It takes a moment; then the connection is closed."


class LockScreen(QWidget):
    """Says which office is locked and nothing of what is in it; one line for the passphrase."""

    def __init__(
        self,
        name: str,
        unlock: Callable[[str], object],
        leave: Callable[[], object],
        quit_: Callable[[], object],
        cancel: Callable[[], bool],
    ) -> None:
        """cancel asks what still runs to stop, and says whether it can."""
        super().__init__()
        self._unlock, self._quit, self._cancel = unlock, quit_, cancel
        self.done = False
        """Whether it goes because it was unlocked or left; else closing it ends the program."""
        self.setWindowTitle("Medical Staff Workbench")
        self.setObjectName("ground")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.lines = Lines()
        self.lines.add("passphrase", "&Passphrase", secret=True).returnPressed.connect(self.go)
        self._lay_out(self._card(name, leave))
        self.wait(False)

    def _card(self, name: str, leave: Callable[[], object]) -> Card:
        card = Card()
        card.setFixedWidth(440)
        card.add(locked := Words(f"{name} is locked", 1.5, bold=True))
        locked.setWordWrap(True)
        self.said = note(KEPT)
        self.said.setAccessibleIdentifier("locking")
        card.add(self.said)
        card.add(self.lines)
        row = QHBoxLayout()
        row.addStretch(1)
        self.stop = bare_button("&Cancel what runs", "", self._stop)
        self._presses = [bare_button("&Close the office", "", leave), bare_button("&Unlock", "primary", self.go)]
        for each in (self.stop, *self._presses):
            row.addWidget(each)
        card.body.addLayout(row)
        return card

    def _lay_out(self, card: Card) -> None:
        """The card in the middle, a little above it."""
        column = QVBoxLayout(self)
        column.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(3)

    def wait(self, waits: bool) -> None:
        """Something still runs, and the office is locked when it ends; or it is locked and asks for the passphrase."""
        self.said.setText(WAITS if waits else KEPT)
        self.stop.setVisible(waits)
        for each in (self.lines, *self._presses):
            each.setVisible(not waits)
        if waits:
            self.setFocus()  # whoever types the passphrase at once cancels nothing by its spaces
        else:
            self.lines.focus("passphrase")

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.said.setText(STOPS if self._cancel() else WRITTEN)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self.done:
            self._quit()
        super().closeEvent(event)

    def go(self) -> None:
        """Try what was typed."""
        try:
            self._unlock(self.lines.text("passphrase"))
        except WrongPassphrase:
            said = "That is not the passphrase of this office. It stays locked."
            self.lines.show_problems([Problem("passphrase", said)])
            self.lines.select("passphrase")
        except WorkbenchError as error:
            self.lines.show_problems([Problem("passphrase", str(error))])
