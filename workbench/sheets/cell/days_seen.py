"""What the different cells of a column of days are, and how many rows they fill."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from workbench.sheets.cell import cells, dates, day_words

NUMERIC = re.compile(r"^\s*(\d{1,2})\s*[-/.\\]\s*(\d{1,2})\s*[-/.\\]\s*(?:\d{4}|\d{2})(?=$|\s)")
_LONG_AGO = re.compile(r"(?<=[-/. ])19(?:0[1-9]|[1-8]\d)$|^19(?:0[1-9]|[1-8]\d)[-/.]")
ENOUGH = 5
"""Different days from which it is no chance that every true date has a day up to 12 and no text has."""


@dataclass
class Seen:
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
    day: date | None = None
    """One of the true dates."""

    @property
    def is_surely_day_first(self) -> bool:
        """Whether every day can be read in one way only: 14.03.2027."""
        return bool(self.first_high) and not (self.second_high or self.either or self.typed_low or self.typed_high)

    @property
    def order(self) -> str:
        """What the column shows by itself: days before months (day), true dates that were swapped (typed), or nothing."""
        if (
            self.is_surely_day_first
            or self.first_high
            and not self.second_high
            and (self.either or self.typed_low and not self.typed_high)
        ):
            return "day"
        is_usual = self.first_high or self.typed_high or self.either or self.second_high < 2 or self.typed_low < 2
        return "" if is_usual or self.second_high + self.typed_low < ENOUGH else "typed"

    def speaks_against(self, order: str) -> bool:
        """Whether it shows that it is written as usual, whatever other columns are."""
        return bool(self.typed_high or order == "day" and self.second_high)

    def count(self, what: str, rows: int, text: str) -> None:
        self.rows[what] += rows
        self.shown.setdefault(what, text)


def seen_in(column: Iterable[Any]) -> Seen:
    """What the cells of a column are."""
    seen = Seen()
    for cell, rows in Counter(column).items():
        if cell is None or isinstance(cell, bool):
            continue
        if isinstance(cell, date):
            _see_typed(seen, cell, rows)
        else:
            _see_text(seen, cells.without_fraction(cells.typed(cell).strip("' ")), rows)
    return seen


def _see_typed(seen: Seen, cell: date, rows: int) -> None:
    low = cell.day <= 12
    seen.typed_low += low and cell.day != cell.month
    seen.typed_high += not low
    seen.rows["typed"] += rows
    if 1900 < cell.year < dates.FIRST_END:
        seen.count("ago", rows, f"{cell:%m/%d/%Y}")
    seen.day = seen.day or cell


def _see_text(seen: Seen, text: str, rows: int) -> None:
    if _LONG_AGO.search(text):
        seen.count("ago", rows, text)
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
        elif len(text) == 6 and is_packed(text):
            seen.six += 1
        elif len(text) == 4 and dates.is_year(text):
            seen.count("whole", rows, text)
    elif dates.month_of(text) or dates.whole(text := day_words.after_until(text)):
        seen.count("whole", rows, text)


def is_packed(text: str, kind: str = "day") -> bool:
    """Whether six digits are month, day and year."""
    try:
        found = dates.day_of(text, kind)
    except ValueError:
        return False
    return found is not None
