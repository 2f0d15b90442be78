"""Boxes that understand what is typed: a day in many spellings, a number, a state, a record by its name."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from workbench.records import places
from workbench.records.days import NotADay, read_day
from workbench.records.texts import clock, clock_of, in_box, understood
from workbench.ui.kit.boxes import LineBox
from workbench.ui.kit.labels import small


class DayBox(LineBox):
    """A day: 1/2/26, 2026-01-02, Jan 2 2026, today, +30d or nothing; what was understood stands beside it."""

    def __init__(self, today: Callable[[], date], read: Callable[[str, date], date | None] = read_day) -> None:
        super().__init__("mm/dd/yyyy")
        self._today, self._read = today, read
        self.understood = small()
        self.understood.setAccessibleIdentifier("understood")
        self.line.setFixedWidth(120)
        self.row.addWidget(self.understood)
        self.row.setStretch(0, 0)
        self.row.addStretch(1)
        self.line.textChanged.connect(self._tell)
        self.line.editingFinished.connect(self._tidy)

    def set_value(self, value: Any) -> None:
        self._write(in_box(value))
        self.keep()

    def value(self) -> date | None:
        try:
            return self._read(self.text(), self._today())
        except NotADay:
            return None

    def problem(self) -> str:
        try:
            self._read(self.text(), self._today())
        except NotADay as error:
            return str(error)
        return ""

    def _tell(self) -> None:
        value = self.value()
        self.understood.setText(understood(value, self._today()) if value else "")

    def _tidy(self) -> None:
        """Once the box is left, a day understood is written as every other."""
        value = self.value()
        if value:
            self._write(in_box(value))


class FuzzyDayBox(LineBox):
    """A day, a month or a year: 7/15/2014, 7/2014, 2014."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("yyyy or mm/yyyy or mm/dd/yyyy")
        self._today = today

    def set_value(self, value: Any) -> None:
        parts = str(value or "").split("-")
        self._write("/".join([*parts[1:], parts[0]]))
        self.keep()

    def value(self) -> str:
        try:
            return self._iso()
        except (NotADay, ValueError):
            return self.text()

    def problem(self) -> str:
        try:
            self._iso()
        except (NotADay, ValueError):
            return f"“{self.text()}” is not a date; write 2014, 7/2014 or 7/15/2014."
        return ""

    def _iso(self) -> str:
        parts = self.text().replace("-", "/").split("/")
        if not self.text() or (len(parts) == 1 and len(parts[0]) == 4 and parts[0].isdigit()):
            return self.text()
        if len(parts) == 2:
            month, year = sorted(map(int, parts))
            return date(year, month, 1).strftime("%Y-%m") if year > 999 else _refuse()
        found = read_day(self.text(), self._today())
        return found.isoformat() if found else ""


def _refuse() -> str:
    raise ValueError


class NumberBox(LineBox):
    """A whole number, or whole dollars: thousands may have commas, dollars their sign."""

    def __init__(self, hint: str = "", *, money: bool = False) -> None:
        super().__init__(hint)
        self._money = money
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def set_value(self, value: Any) -> None:
        self._write("" if value is None else f"${value:,}" if self._money else str(value))
        self.keep()

    def value(self) -> int | None:
        bare = self._bare()
        return int(bare) if bare.lstrip("-").isdigit() else None

    def problem(self) -> str:
        bare = self._bare()
        return "" if not bare or bare.lstrip("-").isdigit() else f"“{self.text()}” is not a whole number."

    def _bare(self) -> str:
        text = self.text().replace(",", "").replace("$", "").replace(" ", "")
        return text[:-3] if text.endswith(".00") else text


class ClockBox(LineBox):
    """A time of day as it is written everywhere else, “7:30 am”; 0730, 7:30a and 19:30 are understood."""

    def __init__(self) -> None:
        super().__init__("7:30 am")

    def set_value(self, value: Any) -> None:
        self._write(clock(value or ""))
        self.keep()

    def value(self) -> str:
        return clock_of(self.text()) or self.text()

    def problem(self) -> str:
        return (
            "" if not self.text() or clock_of(self.text()) else f"“{self.text()}” is not a time, like 7:30 am or 13:00."
        )

    def leave(self) -> None:
        """Once the box is left, a time understood is written as every other."""
        if self.text() != (usual := clock(self.value())):
            self._write(usual)
        super().leave()


class StateBox(LineBox):
    """A state by its two letters or its name, however written: tx, Texas, Tex."""

    def value(self) -> str:
        return places.code(self.text()) or self.text()

    def leave(self) -> None:
        """Once the box is left, a state understood is written as every other."""
        if self.text() != self.value():
            self._write(self.value())
        super().leave()
