"""A quick look at a record of any kind: all that is kept of it, without leaving the list."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import button, icon_button
from workbench.ui.kit.card import Card, Facts, scrolled
from workbench.ui.kit.labels import small

WIDTH = 440


class RecordLook(Card):
    """Stands at the side of a list while it is open; the arrows move through the records."""

    def __init__(self, listed: Any, then: Any, does: Sequence[QAction], close: QAction) -> None:
        """then knows the list on the day that is shown; does is what can be done from here."""
        super().__init__("Quick look")
        self._listed, self._then = listed, then
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("Quick look")
        self.head.addStretch(1)
        self.head.addWidget(icon_button(close))
        self.facts, inner = Facts(), QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.facts)
        column.addStretch(1)
        self.add(scrolled(inner), 1)
        row = QHBoxLayout()
        for each in does:
            row.addWidget(button(each))
        row.addStretch(1)
        row.addWidget(small("↑ ↓ next · Esc closes"))
        self.body.addLayout(row)
        self.hide()

    def look_at(self, record: int | None, day: date | None = None) -> None:
        """Show a record, or none; as it stood at a day's end."""
        rows = self._then.listed.page([record], self._then.day) if record is not None else []
        told = list(zip((each.heading for each in self._listed.columns), rows[0].texts, strict=True)) if rows else []
        self.set_title(told[0][1] if told else "Nothing is chosen")
        self.facts.set([(heading, text) for heading, text in told[1:] if text])
