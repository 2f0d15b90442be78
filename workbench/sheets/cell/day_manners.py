"""How the days of a column are written, told from the whole column where one cell can be read in two ways.

Excel swaps day and month where its country is another than the file's: days up to 12 become dates of another month, the
others stay text. 63026 is 06/30/26 that lost its zero, or Excel's own count of days. 6/2026 and 2031 name no day at all.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from workbench.records.private_texts import DOTS
from workbench.sheets import targets
from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.cell import dates
from workbench.sheets.cell.days_seen import Seen, is_packed, seen_in

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
DAY_FIRST_ALONE = "read so, since no cell can be read otherwise"
CENTURY = Option("later", "read as days of this century: 1931 is 2031")
LAST, FIRST = Option("last", "read as the last day"), Option("first", "read as the first day")
YEARS = {"birth": (1920, 2010), "day": (1950, 2040), "expires": (1995, 2050)}
"""Years that a roster's days fall into, by the type of value: what else a number could say is no day."""
_FIGURES = re.compile(r"\b\d+(?:[-/.]\d+)+|\b\d{4,}\b(?! on, as)|\b[A-Z][a-z]{2,8}[-\s.,'’]*\d{2,4}\b")
"""What stands in a question as an example of a day."""


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
    later: int = 0
    """Days by which the workbook counts from a later day than 1899-12-30."""
    long_ago: str = "out"
    """A last day before 1990: later (of this century) or out."""


PLAIN = DayManner()
MAY_HAVE = "Excel may have swapped"
Key = tuple[str, int, bool]
"""A sheet, a column of it, and whether its days stand inside cells of another kind."""


class DayColumn(NamedTuple):
    """A column of days: its sheet, how it is called, what it means, its cells."""

    sheet: str
    label: str
    target: str
    cells: Sequence[Any]
    later: int = 0
    """As DayManner has it."""


def manners(columns: Mapping[Key, DayColumn], answers: Replies) -> dict[Key, tuple[DayManner, list[Question]]]:
    """By column of a workbook how its days are written, and what is asked of it.

    What one column shows makes the others of the file doubtful too, where they show nothing: it was swapped as a whole.
    """
    work = {key: _Column(each, seen_in(each.cells), answers) for key, each in columns.items()}
    packed = any(each.seen.six for each in work.values())
    alike: dict[str, list[Any]] = {}
    for each in columns.values():
        alike.setdefault(each.target, []).extend(each.cells)
    together = (seen_in(column) for column in alike.values()) if len({key[0] for key in columns}) > 1 else ()
    orders = ({each.seen.order for each in work.values()} | {each.order for each in together}) - {""}
    return {key: (each.manner(orders, packed), _veiled(each)) for key, each in work.items()}


@dataclass
class _Column:
    column: DayColumn
    seen: Seen
    answers: Replies
    asked: list[Question] = field(default_factory=list)

    def manner(self, orders: set[str], sheet_is_packed: bool) -> DayManner:
        """How the column is written; `orders`: what columns of the file show."""
        found = PLAIN
        if self.seen.order == "day":
            found = self._day_first()
        elif self.seen.order == "typed":
            found = self._swapped()
        elif may := [order for order in sorted(orders) if self._is_doubtful(order)]:
            found = self._beside(may[0])
        found = replace(found, later=self.column.later, long_ago=self._long_ago())
        return self.five(self.whole(found), sheet_is_packed)

    def _long_ago(self) -> str:
        """Last days before 1990: two digits of a year that Excel took for the last century's."""
        rows = self.seen.rows["ago"]
        if not rows or targets.kind(self.column.target) != "expires":
            return LEAVE.key
        about = f"days lie before {dates.FIRST_END}; of two digits Excel makes years of the last century"  # maybe birth dates
        return self._ask("century", about, rows, (CENTURY, LEAVE))

    def _day_first(self) -> DayManner:
        seen = self.seen
        if seen.is_surely_day_first:
            about = f"Column {self.column.label}: text as {seen.shown['first']} names the day before the month"
            self.asked.append(Question(self.column.sheet, about, seen.rows["texts"], DAY_FIRST_ALONE))
            return DayManner(texts="day")
        is_typed = bool(seen.typed_low and not seen.typed_high)
        no_true = f", and no true date has a day past 12 ({seen.day:%m/%d/%Y})" if is_typed else ""
        about = f"text as {seen.shown['first']} names the day before the month{no_true}: {MAY_HAVE} day and month"
        rows = seen.rows["texts"] + (0 if seen.typed_high else seen.rows["typed"])
        chosen = self._ask("order", about, rows, (DAY_FIRST, MONTH_FIRST, LEAVE))
        typed = {"day": "swapped", "month": "stand", "out": "out"}[chosen]
        return DayManner(texts=chosen, typed="stand" if seen.typed_high else typed)

    def _swapped(self) -> DayManner:
        shown = self.seen.shown
        about = (
            f"no true date has a day past 12 ({self.seen.day:%m/%d/%Y}), and every text has ({shown['texts']}): "
            f"{MAY_HAVE} day and month of the true dates"
        )
        return DayManner(typed=self._ask("order", about, self.seen.rows["typed"], (SWAPPED, STAND, LEAVE)))

    def _is_doubtful(self, order: str) -> bool:
        """Whether nothing in the column speaks against what another one shows."""
        seen = self.seen
        is_low = seen.typed_low or order == "day" and (seen.either or seen.first_high)
        return bool(is_low) and not seen.speaks_against(order)

    def _beside(self, order: str) -> DayManner:
        """A column that shows nothing, in a file of which another column is swapped."""
        seen = self.seen
        first = DAY_FIRST if order == "day" else SWAPPED
        rows = seen.rows["typed"] + (seen.rows["texts"] if order == "day" else 0)
        about = f"days up to 12: {MAY_HAVE} day and month, as in another column of the file"
        chosen = self._ask("order", about, rows, (first, STAND, LEAVE))
        texts = {"day": "day", "out": "out"}.get(chosen, "month") if order == "day" else "month"
        return DayManner(texts=texts, typed={"day": "swapped"}.get(chosen, chosen))

    def whole(self, manner: DayManner) -> DayManner:
        """Months and years that stand where a day should."""
        rows, shown = self.seen.rows["whole"], self.seen.shown.get("whole", "")
        if not rows:
            return manner
        what = "year" if shown.isdigit() else "month"
        about = f"cells as {shown} name a {what} and no day"
        return replace(manner, whole=self._ask("whole", about, rows, (LAST, FIRST, LEAVE)))

    def five(self, manner: DayManner, sheet_is_packed: bool) -> DayManner:
        """Five digits: days that Excel counts, or a packed day that lost its zero."""
        five = self.seen.five
        if not five:
            return manner
        kind = targets.kind(self.column.target)
        low, high = YEARS[kind]
        serial = [low <= dates.serial(text, self.column.later).year <= high for text in five]
        packed = [is_packed("0" + text, kind) for text in five]
        if all(packed) and (self.seen.six or not all(serial) and (sheet_is_packed or len(five) > 1)):
            return replace(manner, five="packed")
        if not all(packed) and all(day or not other for day, other in zip(serial, packed, strict=True)):
            self._tell_serials(five[0])
            return manner
        about = f"five digits as {self.seen.shown['five']} may be a day that Excel counts, or {_both(five[0])}"
        return replace(manner, five=self._ask("five", about, self.seen.rows["five"], (SERIAL, PACKED, LEAVE)))

    def _tell_serials(self, text: str) -> None:
        later = self.column.later
        from_when = " from 1904 on, as the whole workbook has it" if later else ""
        about = f"Column {self.column.label}: numbers as {text} are Excel's count of days{from_when}"
        chosen = f"read as days: {text} is {dates.serial(text, later):%m/%d/%Y}"
        self.asked.append(Question(self.column.sheet, about, self.seen.rows["five"], chosen))

    def _ask(self, what: str, about: str, rows: int, options: tuple[Option, ...]) -> str:
        sheet, label = self.column.sheet, self.column.label
        key = key_of(what, sheet, label)
        chosen = self.answers.to(key, options, LEAVE.key)
        self.asked.append(Question(sheet, f"Column {label}: {about}", rows, chosen.says, key, options))
        return chosen.key


def _veiled(column: "_Column") -> list[Question]:
    """What is asked of a column; no birth date stands in it as an example."""
    if targets.kind(column.column.target) != "birth":
        return column.asked
    return [
        each._replace(about=_FIGURES.sub(DOTS, each.about), chosen=_FIGURES.sub(DOTS, each.chosen))
        for each in column.asked
    ]


def _both(text: str) -> str:
    return f"0{text[0]}/{text[1:3]}/{text[3:]} without its zero"
