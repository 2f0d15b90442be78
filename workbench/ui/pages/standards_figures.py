"""The figures above the requirements: how many files are ready, how that was in the months before, and by department."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.lists import readiness
from workbench.lists.standards import Board, OfDepartment
from workbench.records import texts
from workbench.records.words import of
from workbench.ui.kit.card import Card
from workbench.ui.kit.charts import Bar, Chart
from workbench.ui.kit.labels import Words, note
from workbench.ui.kit.trend import Trend

FEW = 6
"""Departments that are shown."""


class Figures(QWidget):
    """Two cards side by side."""

    def __init__(self, by_department: Callable[[str], object]) -> None:
        super().__init__()
        self._by_department = by_department
        self._shown: list[OfDepartment] = []
        self.percent, self.ready, self.before = Words("", 1.9, bold=True), note(), note()
        self.trend = Trend("Ready files by month")
        self.departments = Chart("Files that are ready, by department", self._press, upright=False)
        figure, bars = Card("Ready files"), Card()
        self._by = bars
        above = QHBoxLayout()
        above.addWidget(self.percent)
        above.addSpacing(8)
        above.addWidget(self.ready, 1)
        figure.body.addLayout(above)
        for part in (self.trend, self.before):
            figure.add(part)
        figure.body.addStretch(1)
        bars.add(self.departments)
        bars.body.addStretch(1)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(14)
        beside.addWidget(figure, 1)
        beside.addWidget(bars, 2)

    def show_board(self, board: Board) -> None:
        """Show what was counted."""
        self.percent.setText(board.percent)
        self.ready.setText(f"{board.ready:,} of {of(board.files, 'file')} are ready.")
        said = readiness.said(board.trend)
        self.trend.show_points([(_named(each.month), each.percent) for each in board.trend], said)
        self.before.setText(said)
        self._shown = _least_ready(board)
        counted = "by what is shown here" if board.by_what_shows else "the least ready"
        self._by.set_title(f"By department, {counted}")
        self.departments.show_bars([_bar(each) for each in self._shown], 100)

    def _press(self, place: int) -> None:
        self._by_department(self._shown[place].name)


def _named(month: date) -> str:
    return f"{texts.MONTHS[month.month - 1]} {month.year}"


def _bar(each: OfDepartment) -> Bar:
    percent = int(100 * each.ready / each.files)
    says = f"{each.name}: {each.ready:,} of {of(each.files, 'file')} ready. Shows the findings of the others."
    return Bar(each.name, percent, "accent", says, f"{percent} %")


def _least_ready(board: Board) -> list[OfDepartment]:
    """The departments that need most, the one that needs most first: as many as have room."""
    return sorted(board.departments, key=lambda each: (each.ready / each.files, -each.files))[:FEW]
