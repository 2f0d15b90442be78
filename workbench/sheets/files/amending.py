"""Cells set right by their look before they leave the child: errors that calamine gives as blanks, numbers shown with zeros
before, and months and years that Excel keeps as their first day.
"""

from collections.abc import Callable

from workbench.sheets.files.looking import PARTLY_STRUCK, SheetLook
from workbench.sheets.files.number_shapes import MONTH, TEXT, YEAR, shape_of, shown, without_day

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
            elif type(row[at]) in (float, int) or type(row[at]) is str and TEXT in shape:
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
