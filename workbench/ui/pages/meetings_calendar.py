"""Making the calendar of a year: which committees, which year, and what it would add, before it is added."""

from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from workbench.actions import meetings
from workbench.actions.meetings import Calendar
from workbench.lists.meetings import usual
from workbench.records.committee import Committee
from workbench.records.words import of
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.inputs import Check
from workbench.ui.kit.labels import Words, note

FIRST, LAST = 1990, 2099


class MakeCalendar(Sheet):
    """Shows what it would do as the year and the committees are chosen."""

    def __init__(self, page: Any, year: int) -> None:
        super().__init__(
            "Make the calendar of a year",
            "From each committee's usual day; closed days are gone around.",
            page.window(),
        )
        self._page, self.plan = page, Calendar(year, ())
        self.year = QLineEdit(str(year))
        self.year.setAccessibleName("Year")
        self.year.setFixedWidth(90)
        self.boxes: dict[int, Check] = {}
        self.body.addWidget(self._grid())
        self.holidays = Check("Add the US federal &holidays to the closed days first")
        self.holidays.setChecked(True)
        self.holidays.toggled.connect(self._tell)
        self.body.addWidget(self.holidays)
        self.said = note("")
        self.said.setAccessibleIdentifier("plan")
        self.body.addWidget(self.said)
        self.add_button("Cancel", "", self.reject)
        self.go = self.add_button("Make calendar", "primary", self.accept, default=True)
        self.year.textChanged.connect(self._tell)
        self._tell()
        self.year.setFocus()

    def _grid(self) -> QWidget:
        """The year, and each committee with its usual day."""
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        label = QLabel("&Year")
        label.setBuddy(self.year)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.year, 0, 1)
        for row, each in enumerate(Committee.select().where(Committee.active).order_by(Committee.name), 1):
            box = self.boxes[each.id] = Check(str(each.name).replace("&", "&&"))
            box.setChecked(True)
            box.toggled.connect(self._tell)
            grid.addWidget(box, row, 0)
            grid.addWidget(Words(usual((each.ordinal, each.weekday, each.every))).kind("muted"), row, 1)
        grid.setColumnStretch(1, 1)
        return held

    def _year(self) -> int | None:
        text = self.year.text().strip()
        return int(text) if text.isascii() and text.isdigit() and FIRST <= int(text) <= LAST else None

    def _chosen(self) -> list[int]:
        return [each for each, box in self.boxes.items() if box.isChecked()]

    def _tell(self) -> None:
        year = self._year()
        if year is None:
            self.said.setText(f"A year from {FIRST} to {LAST}.")
            self.go.setEnabled(False)
            return
        holidays = year if self.holidays.isChecked() else None
        self.plan = meetings.plan_calendar(self._chosen(), year, self._page.session.today, holidays=holidays)
        self.go.setEnabled(bool(self.plan.days))
        self.go.setText(f"Make {of(len(self.plan.days), 'meeting')}")
        self.said.setText(" ".join(self._sentences()))
        self.adjustSize()

    def _sentences(self) -> list[str]:
        plan = self.plan
        said = [f"{of(len(plan.days), 'meeting')} will be added."]
        said += (
            [f"{of(plan.there, 'month')} left out: the committee has a meeting there, or cancelled it."]
            if plan.there
            else []
        )
        said += [f"Cancelled, and not added again: {'; '.join(plan.cancelled)}."] if plan.cancelled else []
        said += [f"{of(plan.past, 'day')} left out: past."] if plan.past else []
        return [*said, *plan.moved]

    def accept(self) -> None:
        """Make it, as one step."""
        year = self._year()
        if year is None:
            return
        self._page.session.do(_make, self._chosen(), year, self._page.session.today, self.holidays.isChecked())
        super().accept()


def _make(chosen: list[int], year: int, today: Any, holidays: bool) -> Calendar:
    return meetings.make_calendar(chosen, year, today, holidays=year if holidays else None)


def ask_calendar(page: Any, year: int) -> MakeCalendar:
    """Offer the year that shows, or the next one once that one has all its meetings."""
    sheet = MakeCalendar(page, year)
    if not sheet.plan.days:
        sheet.year.setText(str(year + 1))
    sheet.open()
    return sheet
