"""Boxes that understand what is typed: a day in many spellings, a number, a state, a record by its name."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from workbench.records import places
from workbench.records.days import NotADay, read_day
from workbench.records.texts import clock, clock_of, distance
from workbench.records.texts import day as day_text
from workbench.ui.kit.boxes import Box, LineBox
from workbench.ui.kit.inputs import Combo
from workbench.ui.kit.labels import small

Found = Sequence[tuple[int, str]]
"""Records as (id, title)."""
MOST = 30


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
        self._write(f"{value:%m/%d/%Y}" if value else "")
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
        self.understood.setText(f"{day_text(value)} · {distance(value, self._today())}" if value else "")

    def _tidy(self) -> None:
        """Once the box is left, a day understood is written as every other."""
        value = self.value()
        if value:
            self._write(f"{value:%m/%d/%Y}")


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


class _Found(QCompleter):
    """Offers all that was found, by whatever words; its popup marks none of them until the arrows do."""

    def splitPath(self, path: str) -> list[str]:  # noqa: N802
        return [""]


_NEW = object()
"""Stands in the list for a record that is not there yet."""


class LinkBox(Box):
    """Another record, found by typing a part of its title; text that names none is a problem, not a new record.

    Where find has make(parent, text, made), the list ends with a way to a new one, called as find.one says."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        self.combo = Combo()
        super().__init__(self.combo)
        self._find: Any = find
        one = getattr(find, "one", "")
        self.new = f"New {one}…" if one else ""
        """How the way to a new one is called; empty where there is none."""
        self._by_title: dict[str, int] = {}
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._titles = QStringListModel(self)
        completer = _Found(self._titles, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line = self._line = QLineEdit()
        self.combo.setLineEdit(line)
        self.combo.setCompleter(completer)
        line.textEdited.connect(self._search)
        line.editingFinished.connect(self.leave)
        self.combo.activated.connect(self._chosen)
        completer.activated[str].connect(self._take_offered)  # type: ignore[index]
        self._offer("")

    def _offer(self, text: str) -> None:
        found = list(self._find(text))[:MOST]
        self._by_title |= {title: each for each, title in found}
        nothing = [self._new_called(text)] if self.new and not found and text.strip() else []
        self._titles.setStringList([title for _, title in found] or nothing)

    def _new_called(self, text: str) -> str:
        return f"{self.new.removesuffix('…')} “{text.strip()}”…"

    def _chosen(self, at: int) -> None:
        if self.combo.itemData(at) is _NEW:
            self._make("")
        else:
            self.choose()

    def _take_offered(self, title: str) -> None:
        """A new one of what was typed was chosen below the box."""
        if self.new and title.startswith(self.new.removesuffix("…")) and title not in self._by_title:
            name = title.partition("“")[2].removesuffix("”…")
            QTimer.singleShot(0, self, lambda: self._make(name))

    def _make(self, text: str) -> None:
        self.revert()
        self._find.make(self.window(), text, self._made)

    def _made(self, record: int) -> None:
        """What was made on the way is what was meant."""
        title = self._find.title(record)
        self._by_title[title] = record
        self.fill()
        self._write(title)
        self.choose()

    def _search(self, text: str) -> None:
        self._offer(text)
        self.typed.emit()

    def set_name(self, name: str) -> None:
        super().set_name(name)
        self._line.setAccessibleName(name)

    def fill(self) -> None:
        """Put what there is to choose into the list that opens."""
        text = self.combo.currentText()
        self.combo.clear()
        self.combo.addItem("", None)
        for each, title in self._find(""):
            self.combo.addItem(title, each)
            self._by_title[title] = each
        if self.new:
            self.combo.addItem(self.new, _NEW)
        self.combo.setEditText(text)

    def leave(self) -> None:
        """A part of one title alone is that title: “DEA” is the DEA registration. So is what finds one record alone."""
        if self.text() not in self._by_title and (title := self._completion()):
            self._write(title)
        super().leave()

    def _completion(self) -> str:
        """The one title that holds what was typed; empty where there are several or none."""
        typed = self.text().casefold()
        if not typed:
            return ""
        found = self._found("")
        if len(found) >= MOST:  # there are more: what holds the words is asked for
            found = self._found(self.text())
        titles = [title for _, title in found]
        same = [title for title in titles if title.casefold() == typed]
        holding = same or [title for title in titles if all(word in title.casefold() for word in typed.split())]
        if not holding:  # an NPI, a former name: no title holds it
            holding = [title for _, title in self._found(self.text())]
        return holding[0] if len(holding) == 1 else ""

    def _found(self, text: str) -> Found:
        found = list(self._find(text))
        self._by_title |= {title: each for each, title in found}
        return found

    def value(self) -> int | None:
        return self._by_title.get(self.text())

    def set_value(self, value: Any) -> None:
        """An id, a record, or (id, title) where the title is known already."""
        if isinstance(value, tuple):
            self._by_title[value[1]] = value[0]
            value = value[0]
        value = getattr(value, "id", value)
        self.fill()
        title = next((title for title, each in self._by_title.items() if each == value), "")
        if value and not title and (told := getattr(self._find, "title", None)):  # the list offers the first ones alone
            title = told(value)
            self._by_title[title] = value
        self._write(title)
        self.keep()

    def problem(self) -> str:
        text = self.text()
        if not text or text in self._by_title:
            return ""
        return f"There is no “{text}” here; choose one from the list{f', or “{self.new}” in it' if self.new else ''}."

    def text(self) -> str:
        return self.combo.currentText().strip()

    def _write(self, text: str) -> None:
        self.combo.setCurrentIndex(self.combo.findText(text))
        self.combo.setEditText(text)
