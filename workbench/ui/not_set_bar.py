"""What came of the cells that were set in a list, above the status bar: how many were, and the way to those that could not be."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workbench.actions.cells import Refused, Written
from workbench.records.words import of
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.labels import giving_status


class NotSet(QFrame):
    """Says how many cells could not be set, and shows them; hidden while all could."""

    def __init__(self, editing: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulk")
        self._editing = editing
        self.said = giving_status("not-set")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 14, 7)
        row.addWidget(self.said, 1)
        row.addWidget(bare_button("Show them…", "link", editing.show_refused))
        row.addWidget(bare_button("Clear the marks", "quiet", self._clear))
        self.hide()

    def tell(self, done: Written, refused: Sequence[Refused]) -> None:
        """What came of it."""
        why = f": {refused[0].message}" if len(refused) == 1 else "; each is marked with its reason."
        self.said.setText(f"{said_of(done, len(refused))}{why}")
        self.setVisible(bool(refused))

    def _clear(self) -> None:
        self._editing.drop()
        self.hide()


def said_of(done: Written, refused: int = 0) -> str:
    """“250 cells set, 47 already so, 3 not”."""
    parts = [f"{of(done.set, 'cell')} set"] if done.set else []
    parts += [f"{done.same:,} already so" if parts else f"{of(done.same, 'cell')} already so"] if done.same else []
    parts += [f"{refused:,} not" if parts else f"{of(refused, 'cell')} not set"] if refused else []
    return ", ".join(parts)
