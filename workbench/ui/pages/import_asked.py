"""What a file asks, on a card of its own where it is too much to stand above the rows: each question whole, with its answers."""

from __future__ import annotations

from collections.abc import Callable

from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.labels import note
from workbench.ui.pages.import_marks import MarksStrip

ASKED = "file asks"
"""The key of the chip that leads here; no result of a row is called so."""
WORDS = (
    "Each answer holds for all its rows, and for the next file of this look. Until one is given, the careful one holds."
)


class AskedCard(Card):
    """Holds the questions while they have no room above the rows; go_on leads to the rows."""

    def __init__(self, go_on: Callable[[], object]) -> None:
        super().__init__("What the file asks")
        self.go_on = bare_button("Go on to the ro&ws", "", go_on)
        self.head.addStretch(1)
        self.head.addWidget(self.go_on)
        self._words = note(WORDS)
        self.add(self._words)

    def hold(self, marks: MarksStrip) -> None:
        """Take the questions below the words."""
        self.add(marks, 1)

    def be_low(self, low: bool) -> None:
        """In a low window the questions have the room of the words too."""
        self._words.setVisible(not low)
