"""The day that a roster stands for, as a box: it takes any day but one that is still to come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from workbench.records.days import NotADay, read_day
from workbench.ui.kit.boxes import mark_wrong
from workbench.ui.kit.pickers import DayBox

NAME = "The day this roster stands for"
TO_COME = "That day is still to come; a roster stands for a day that was."


class StandsFor(DayBox):
    """Calls say(day as ISO) once another day was typed and the box is left."""

    def __init__(self, today: Callable[[], date], say: Callable[[str], object]) -> None:
        super().__init__(today, _past)
        self._say = say
        self.line.setAccessibleName(NAME)
        self.left.connect(self._take)

    def show_day(self, day: date | None) -> None:
        """Show the day that holds."""
        self.set_value(day)
        self.kept_day = day

    def _take(self) -> None:
        day, problem = self.value(), self.problem()
        mark_wrong(self.line, bool(problem))
        self.understood.setText(problem or self.understood.text())
        if day is None and not problem:
            self.show_day(self.kept_day)
        elif day is not None and day != self.kept_day:
            self.kept_day = day
            self._say(day.isoformat())


def _past(text: str, today: date) -> date | None:
    day = read_day(text, today)
    if day is not None and day > today:
        raise NotADay(TO_COME)
    return day
