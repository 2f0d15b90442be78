"""What is on the screen while an office is locked."""

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.errors import Problem, WorkbenchError
from workbench.store.keys import WrongPassphrase
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.labels import Words, note
from workbench.ui.lines import Lines


class LockScreen(QWidget):
    """Says which office is locked and nothing of what is in it; one line for the passphrase."""

    def __init__(
        self, name: str, unlock: Callable[[str], object], leave: Callable[[], object], quit_: Callable[[], object]
    ) -> None:
        super().__init__()
        self._unlock, self._quit = unlock, quit_
        self.done = False
        """Whether it goes because it was unlocked or left; else closing it ends the program."""
        self.setWindowTitle("Medical Staff Workbench")
        self.setObjectName("ground")
        self.lines = Lines()
        self.lines.add("passphrase", "&Passphrase", secret=True).returnPressed.connect(self.go)
        card = Card()
        card.setFixedWidth(440)
        card.add(locked := Words(f"{name} is locked", 1.5, bold=True))
        locked.setWordWrap(True)
        card.add(note("What you were doing is kept. The passphrase leads back to it."))
        card.add(self.lines)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(bare_button("&Close the office", "", leave))
        row.addWidget(bare_button("&Unlock", "primary", self.go))
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(3)

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
