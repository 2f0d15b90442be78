"""The boxes above the applications: those of one department, and those that one meeting can take."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from workbench.lists.in_process import Standing
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.table import Table
from workbench.ui.pages.application_cards import goals


class Filters:
    """Narrows a table of applications to a department and a meeting of theirs; shows what the table is filtered by."""

    def __init__(self, table: Table, row: QHBoxLayout) -> None:
        self._table = table
        self.department, self.meeting = self._box("Department", row), self._box("Meeting", row)

    def _box(self, name: str, row: QHBoxLayout) -> ChoiceBox:
        box = ChoiceBox([], empty=False)
        box.set_name(name)
        box.combo.addItem(f"{name}: all", "")
        box.combo.activated.connect(lambda _: self._narrow(name.lower(), str(box.value() or "")))
        row.addWidget(box)
        return box

    def offer(self, standings: Sequence[Standing]) -> None:
        """What can be filtered by: the departments and the meetings of these applications."""
        for box, values in (
            (self.department, sorted({each.department for each in standings if each.department})),
            (self.meeting, goals(standings)),
        ):
            first = box.combo.itemText(0)
            box.combo.clear()
            box.combo.addItem(first, "")
            for value in values:
                box.combo.addItem(value, value)
        self.follow()

    def _narrow(self, key: str, value: str) -> None:
        self._table.filter({each: text for each, text in {**self._table.filters, key: value}.items() if text})

    def follow(self) -> None:
        """Show what the table is filtered by."""
        for key, box in {"department": self.department, "meeting": self.meeting}.items():
            box.combo.setCurrentIndex(max(0, box.combo.findData(self._table.filters.get(key, ""))))
