"""Beside an outcome: each privilege that the file asks for, and what the committee says of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from workbench.lists import recommended
from workbench.lists.asked import Asked
from workbench.records.application import VIEWS
from workbench.records.committee import FINAL
from workbench.ui.kit.boxes import ChoiceBox, LineBox
from workbench.ui.kit.labels import heading, note
from workbench.ui.kit.scrolling import Scrolling

WIDE, LEAST = 470, 200
"""Logical pixels of the privileges' width, and of their height at least."""


class Privileges(QWidget):
    """Each privilege asked for, what is said of it, and under which conditions."""

    def __init__(self, lines: Sequence[Asked], kept: Sequence[recommended.Line], level: str) -> None:
        super().__init__()
        self._views: dict[int, ChoiceBox] = {}
        self._limits: dict[int, LineBox] = {}
        self._names = recommended.GRANTS if level in FINAL else {each: each for each in VIEWS}
        self._said = {each.request: (each.view, each.conditions) for each in kept}
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setVerticalSpacing(4)
        for each in lines:
            self._add(each)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        area = Scrolling(inner)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.addWidget(heading("Privileges"))
        words = "Filled in as the committees before, else the chair, recommended. An empty line says nothing."
        column.addWidget(note(words))
        column.addWidget(area, 1)
        self.setMinimumWidth(WIDE)

    def _add(self, each: Asked) -> None:
        row = self._grid.rowCount()
        name, view, limits = QLabel(each.name), ChoiceBox(list(self._names.items())), LineBox("Under which conditions")
        name.setWordWrap(True)
        name.setBuddy(view.inner)
        view.set_name(each.name)
        limits.set_name(f"Conditions of {each.name}")
        before = each.committee or each.chair
        said, text = self._said.get(each.id, (before, each.conditions if before == VIEWS[1] else ""))
        view.set_value(said)
        limits.set_value(text)
        view.typed.connect(lambda: limits.setVisible(view.value() == VIEWS[1]))
        limits.setVisible(said == VIEWS[1])
        self._views[each.id], self._limits[each.id] = view, limits
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(view, row, 1)
        self._grid.addWidget(limits, row + 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)

    def view(self, request: int) -> ChoiceBox:
        """The box of one privilege."""
        return self._views[request]

    def limits(self, request: int) -> LineBox:
        """The line with the conditions of one privilege."""
        return self._limits[request]

    def stops(self) -> list[QWidget]:
        """What the keyboard reaches, in order."""
        return [box.inner for each in self._views for box in (self._views[each], self._limits[each])]

    def boxes(self) -> list[ChoiceBox | LineBox]:
        """All that can be chosen or typed here."""
        return [*self._views.values(), *self._limits.values()]

    def values(self) -> dict[int, tuple[str, str]]:
        """By request what is said of it."""
        found = {each: (box.value(), self._limits[each].text()) for each, box in self._views.items() if box.value()}
        return {each: (view, text if view == VIEWS[1] else "") for each, (view, text) in found.items()}

    def dirty(self) -> bool:
        """Whether somebody chose or typed here."""
        return any(box.changed() for box in self.boxes())
