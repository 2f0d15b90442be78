"""A day in several columns, "Exp Month, Exp Day, Exp Year": written into the first of them, as one typed it into one cell."""

from dataclasses import replace

from workbench.sheets import limits, targets
from workbench.sheets.cell import cells
from workbench.sheets.column.groups import one_line
from workbench.sheets.column.headings import Synonyms, meaning, normal
from workbench.sheets.reading import Cell, Sheet

_PARTS = {
    "month": "month",
    "mo": "month",
    "mm": "month",
    "day": "day",
    "dd": "day",
    "year": "year",
    "yyyy": "year",
    "yy": "year",
}
_DAYS = ("day", "expires", "birth")
Row = tuple[Cell, ...]


def in_one(sheet: Sheet, synonyms: Synonyms) -> Sheet:
    """The sheet with such days in one column each and nothing in the others; as it is where there are none."""
    for index in range(min(limits.HEADING_ROWS, len(sheet.rows) - 1)):
        if found := _days(sheet.rows[index], synonyms):
            rows = list(sheet.rows)
            for first, (said, order) in found.items():
                end = first + len(order)
                rows[index] = _with(rows[index], first, end, said)
                for below in range(index + 1, len(rows)):
                    rows[below] = _with(rows[below], first, end, _day(rows[below][first:end], order))
            return replace(sheet, rows=rows)
    return sheet


def _days(row: Row, synonyms: Synonyms) -> dict[int, tuple[str, tuple[str, ...]]]:
    """By the first of such columns what they are the day of, and in which order its parts stand."""
    split = [_split(cell, synonyms) for cell in row]
    found: dict[int, tuple[str, tuple[str, ...]]] = {}
    for at in range(len(row) - 1):
        for count, parts in ((3, {"month", "day", "year"}), (2, {"month", "year"})):
            side = [each for each in split[at : at + count] if each]
            if len(side) == count and len({said for said, _ in side}) == 1 and {part for _, part in side} == parts:
                found[at] = side[0][0], tuple(part for _, part in side)
                split[at : at + count] = [None] * count
    return found


def _split(cell: Cell, synonyms: Synonyms) -> tuple[str, str] | None:
    """What a heading says besides month, day or year, and which of them it is; None where it is about no day."""
    words = normal(one_line(cell), synonyms.words).split() if isinstance(cell, str) else []
    parts = [word for word in words if word in _PARTS]
    if len(parts) != 1:
        return None
    said = " ".join(word for word in words if word not in _PARTS)
    found = meaning(said, synonyms)
    if said == "birth":
        return "birth date", _PARTS[parts[0]]
    ends = any(targets.ATTRIBUTES.get(each) in _DAYS for each in found.attributes)
    is_day = ends or any(targets.kind(target) in _DAYS for target in found.targets)
    return (said, _PARTS[parts[0]]) if is_day else None


def _with(row: Row, first: int, end: int, cell: Cell) -> Row:
    return (*row[:first], cell, *(None,) * (end - first - 1), *row[end:])


def _day(side: Row, order: tuple[str, ...]) -> Cell:
    """What the cells say as one typed it: 3/31/2027, March 31, 2027, and without a day 3/2027; ? stands for what is blank."""
    said = {part: cells.typed(cell) if cell is not None else "" for part, cell in zip(order, side, strict=True)}
    month, day, year = said["month"], said.get("day", ""), said["year"]
    if not (month or day or year):
        return None
    if month and not month.isdigit():
        return " ".join(filter(None, [month, f"{day}," if day else "", year or "?"]))
    return "/".join([month or "?", *([day] if day else []), year or "?"])
