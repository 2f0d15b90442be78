"""Cells set right by their look before they leave the child: errors that calamine gives as blanks, numbers shown with zeros
before, and months and years that Excel keeps as their first day.
"""

import re
from collections.abc import Callable
from datetime import date, datetime

from workbench.sheets.files.looking import PARTLY_STRUCK, SheetLook

ZEROS = re.compile(r"^[0() /-]*0{2}[0() /-]*$")
"""A format that shows a number as a code: 00000, 000-00-0000; quotes and backslashes are taken off before."""
LETTERED = re.compile(r'^(?:"([A-Za-z]{1,4}[ .-]?)"|\\([A-Za-z]))(0[0 -]*)$')
"""A format that shows letters before a number: "A"0000."""
LONGEST = 20
MONTH, YEAR = "month", "year"
"""The shapes of formats that show no day: whoever typed 7/2027 has the first of July behind it."""
_NO_PART_OF_A_DAY = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')

Amend = Callable[[int, list], list]
"""Takes a row's place from 0 and its cells, and gives the cells as they are read."""


def amender(look: SheetLook | None, left: int) -> Amend | None:
    """What to do with each row of a sheet whose first column is `left`; None where there is nothing to do."""
    if look is None:
        return None
    padded = _padded(look, left)
    if not padded and not look.errors:
        return None
    by_row = _Patterns(look)

    def amend(index: int, row: list) -> list:
        errors = look.errors.get(index)
        shapes = padded.get(by_row.at(index + 1)) if padded else None
        if not errors and not shapes:
            return row
        row = list(row)
        for at, shape in shapes or ():
            if not 0 <= at < len(row):
                continue
            if shape in (MONTH, YEAR):
                row[at] = without_day(row[at], shape)
            elif type(row[at]) in (float, int):
                row[at] = shown(row[at], shape)
        for column, text in (errors or {}).items():
            if 0 <= column - left < len(row):
                before = row[column - left] if text == PARTLY_STRUCK else ""
                row[column - left] = f"{text}{before}".encode()
        return row

    return amend


def _padded(look: SheetLook, left: int) -> dict[int, list[tuple[int, str]]]:
    """By pattern of rows the cells whose numbers are shown with zeros before, or without a day, and their shape."""
    zeros = {n: shape for n, style in enumerate(look.styles) if (shape := shape_of(style.format))}
    return {
        pattern: [
            (at - left, zeros[style]) for first, last, style in runs if style in zeros for at in range(first, last + 1)
        ]
        for runs, pattern in look.patterns.items()
        if any(style in zeros for _, _, style in runs)
    }


class _Patterns:
    """The pattern of each row, asked for in order."""

    def __init__(self, look: SheetLook) -> None:
        self._starts, self._ids, self._place = look.starts, look.ids, -1

    def at(self, row: int) -> int:
        while self._place + 1 < len(self._starts) and self._starts[self._place + 1] <= row:
            self._place += 1
        return self._ids[self._place] if self._place >= 0 else -1


def shape_of(format: str) -> str:
    """The zeros of a format and the signs between them, MONTH or YEAR where it shows no day; "" for any other."""
    letters = _NO_PART_OF_A_DAY.sub("", format.partition(";")[0]).lower()
    if "y" in letters and not {"d", "h", "s"} & set(letters) and set(letters) <= set("my-/., '"):
        return MONTH if "m" in letters else YEAR
    if match := LETTERED.match(format.partition(";")[0]):
        return (match[1] or match[2]) + match[3]
    plain = format.partition(";")[0].replace("\\", "").replace('"', "")
    return plain if len(plain) <= LONGEST and plain.count("0") > 2 and ZEROS.match(plain) else ""


def without_day(cell: object, shape: str) -> object:
    """The first of a month, or of a year, as it is shown; a day that cannot stand for a whole month as it is."""
    if not isinstance(cell, date) or cell.day != 1 or isinstance(cell, datetime) and (cell.hour or cell.minute):
        return cell
    if shape == MONTH:
        return f"{cell.month}/{cell.year}"
    return str(cell.year) if cell.month == 1 else cell


def shown(number: float, shape: str) -> float | str:
    """A whole number as the format shows it: 2139 under 00000 is "02139"; any other number as it is."""
    if not 0 < number < 1e15 or number != int(number):
        return number
    digits = str(int(number)).zfill(shape.count("0"))
    first = shape.index("0")
    extra, rest = digits[: len(digits) - shape.count("0")], iter(digits[len(digits) - shape.count("0") :])
    return shape[:first] + extra + "".join(next(rest) if sign == "0" else sign for sign in shape[first:])
