"""A tab of a file that is several tables, one below the other."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.lists.file import File
from workbench.ui.kit.card import scrolled
from workbench.ui.pages.file_records import RecordsCard


class Stacked(QWidget):
    """Cards one below the other."""

    def __init__(self, cards: Sequence[RecordsCard], above: Any = None) -> None:
        """above stands over the tables and shows a file as they do."""
        super().__init__()
        self.cards, self.above = cards, above
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner, self))
        for card in cards if above is None else [above, *cards]:
            column.addWidget(card)
        column.addStretch(1)

    def show_file(self, file: File) -> None:
        """Show the rows of a file."""
        if self.above is not None:
            self.above.show_file(file)
        for card in self.cards:
            card.show_file(file)
