"""How the days of a column are written, told from the whole column where one cell can be read in two ways.

Excel swaps day and month where its country is another than the file's: days up to 12 become dates of another month, the
others stay text. 63026 is 06/30/26 that lost its zero, or Excel's own count of days. 6/2026 and 2031 name no day at all.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from workbench.sheets import cells, dates
from workbench.sheets.asking import Answers, Option, Question, key_of

NUMERIC = re.compile(r"^\s*(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?=$|\s)")
SERIAL, PACKED, LEAVE = (
    Option("serial", "read as days that Excel counts"),
    Option("packed", "read as month, day and year whose first zero is lost"),
    Option("out", "left out"),
)
SWAPPED, DAY_FIRST, MONTH_FIRST, STAND = (
    Option("swapped", "the true dates are turned back to what was typed"),
    Option("day", "the day stands before the month, and the true dates are turned back"),
    Option("month", "the month stands before the day"),
    Option("stand", "taken as they stand"),
)
LAST, FIRST = Option("last", "read as the last day"), Option("first", "read as the first day")
YEARS = {"birth": (1920, 2010), "day": (1950, 2040), "expires": (1995, 2050)}
"""Years that a roster's days fall into, by the type of value: what else a number could say is no day."""
ENOUGH = 5
"""Different days from which it is no chance that every true date has a day up to 12 and no text has."""


@dataclass(frozen=True)
class DayManner:
    """How to read what one cell alone does not tell; by default as an American writes."""

    texts: str = "month"
    """6/7/26: month, day (first), or out (not read)."""
    typed: str = "stand"
    """True dates: stand, swapped, or out."""
    five: str = "serial"
    """63026: serial, packed or out."""
    whole: str = "out"
    """6/2026 and 2031: last, first, or out."""


PLAIN = DayManner()


@dataclass
class _Seen:
    """What the different cells of a column are, and how many rows they fill."""

    first_high: int = 0
    second_high: int = 0
    either: int = 0
    typed_low: int = 0
    typed_high: int = 0
    five: list[str] = field(default_factory=list)
    six: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    shown: dict[str, str] = field(default_factory=dict)

    def count(self, what: str, rows: int, text: str) -> None:
        self.rows[what] += rows
        self.shown.setdefault(what, text)


def manners(
    sheet: str, columns: Mapping[int, tuple[str, str, Sequence[Any]]], answers: Answers
) -> tuple[dict[int, DayManner], list[Question]]:
    """By column how its days are written, and what is asked. A column: its label, the type of value, its cells."""
    seen = {at: _seen(cells_of) for at, (_, _, cells_of) in columns.items()}
    packed = any(each.six for each in seen.values())
    found: dict[int, DayManner] = {}
    asked: list[Question] = []
    for at, (label, kind, _) in columns.items():
        work = _Column(sheet, label, kind, seen[at], answers)
        manner = work.five(work.whole(work.order(PLAIN)), packed)
        asked += work.asked
        if manner != PLAIN:
            found[at] = manner
    return found, asked


def _seen(column: Iterable[Any]) -> _Seen:
    seen = _Seen()
    for cell, rows in Counter(column).items():
        if cell is None or isinstance(cell, bool):
            continue
        if isinstance(cell, date):
            _see_typed(seen, cell, rows)
        else:
            _see_text(seen, cells.typed(cell).strip("' "), rows)
    return seen


def _see_typed(seen: _Seen, cell: date, rows: int) -> None:
    low = cell.day <= 12
    seen.typed_low += low and cell.day != cell.month
    seen.typed_high += not low
    seen.count("typed", rows, f"{cell:%m/%d/%Y}")


def _see_text(seen: _Seen, text: str, rows: int) -> None:
    if match := NUMERIC.match(text):
        first, second = int(match[1]), int(match[2])
        seen.first_high += first > 12 >= second
        seen.second_high += second > 12 >= first
        seen.either += first <= 12 and second <= 12 and first != second
        seen.count("texts", rows, text)
        if first > 12:
            seen.shown.setdefault("first", text)
    elif text.isdigit() and text.isascii():
        if len(text) == 5:
            seen.five.append(text)
            seen.count("five", rows, text)
        elif len(text) == 6 and _packed(text):
            seen.six += 1
        elif len(text) == 4 and dates.is_year(text):
            seen.count("whole", rows, text)
    elif dates.month_of(text):
        seen.count("whole", rows, text)


@dataclass
class _Column:
    sheet: str
    label: str
    kind: str
    seen: _Seen
    answers: Answers
    asked: list[Question] = field(default_factory=list)

    def order(self, manner: DayManner) -> DayManner:
        """Whether days and months may be swapped."""
        seen = self.seen
        if seen.first_high and not seen.second_high and (seen.either or seen.typed_low and not seen.typed_high):
            about = (
                f"text as {seen.shown['first']} names the day before the month"
                + (
                    f", and no true date has a day past 12 ({seen.shown['typed']})"
                    if seen.typed_low and not seen.typed_high
                    else ""
                )
                + ": Excel may have swapped day and month"
            )
            rows = seen.rows["texts"] + (0 if seen.typed_high else seen.rows["typed"])
            chosen = self._ask("order", about, rows, (DAY_FIRST, MONTH_FIRST, LEAVE))
            if chosen == "out":
                return replace(manner, texts="out", typed=manner.typed if seen.typed_high else "out")
            back = chosen == "day" and not seen.typed_high
            return replace(manner, texts=chosen, typed="swapped" if back else "stand")
        is_split = (
            seen.second_high > 1 and seen.typed_low > 1 and not (seen.first_high or seen.typed_high or seen.either)
        )
        if is_split and seen.second_high + seen.typed_low >= ENOUGH:
            about = (
                f"no true date has a day past 12 ({seen.shown['typed']}), and every text has ({seen.shown['texts']}): "
                "Excel may have swapped day and month of the true dates"
            )
            chosen = self._ask("order", about, seen.rows["typed"], (SWAPPED, STAND, LEAVE))
            return replace(manner, typed=chosen)
        return manner

    def whole(self, manner: DayManner) -> DayManner:
        """Months and years that stand where a day should."""
        rows, shown = self.seen.rows["whole"], self.seen.shown.get("whole", "")
        if not rows:
            return manner
        what = "year" if len(shown) == 4 else "month"
        about = f"cells as {shown} name a {what} and no day"
        return replace(manner, whole=self._ask("whole", about, rows, (LAST, FIRST, LEAVE)))

    def five(self, manner: DayManner, sheet_is_packed: bool) -> DayManner:
        """Five digits: days that Excel counts, or a packed day that lost its zero."""
        five = self.seen.five
        if not five:
            return manner
        low, high = YEARS.get(self.kind, YEARS["day"])
        serial = [low <= dates.serial(text).year <= high for text in five]
        packed = [_packed("0" + text, self.kind) for text in five]
        if all(packed) and (self.seen.six or sheet_is_packed or not all(serial) and len(five) > 1):
            return replace(manner, five="packed")
        if not all(packed) and all(day or not other for day, other in zip(serial, packed, strict=True)):
            self._tell_serials(five[0])
            return manner
        about = f"five digits as {self.seen.shown['five']} may be a day that Excel counts, or {_both(five[0])}"
        return replace(manner, five=self._ask("five", about, self.seen.rows["five"], (SERIAL, PACKED, LEAVE)))

    def _tell_serials(self, text: str) -> None:
        about = f"Column {self.label}: numbers as {text} are Excel's count of days"
        chosen = f"read as days: {text} is {dates.serial(text):%m/%d/%Y}"
        self.asked.append(Question(self.sheet, about, self.seen.rows["five"], chosen))

    def _ask(self, what: str, about: str, rows: int, options: tuple[Option, ...]) -> str:
        key = key_of(what, self.sheet, self.label)
        chosen = self.answers.to(key, options, LEAVE.key)
        self.asked.append(Question(self.sheet, f"Column {self.label}: {about}", rows, chosen.says, key, options))
        return chosen.key


def _packed(text: str, kind: str = "day") -> bool:
    """Whether six digits are month, day and year."""
    try:
        found = dates.day_of(text, kind)
    except ValueError:
        return False
    return found is not None


def _both(text: str) -> str:
    return f"0{text[0]}/{text[1:3]}/{text[3:]} without its zero"
