"""Several credentials across, each with its kind in a cell: "License Type 1, License Number 1, License Type 2, License Number 2".

What is no license stands in columns of its own kind, behind the others; what is of no known kind stands nowhere, and is told.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from workbench.sheets import limits, targets
from workbench.sheets.asking import Question
from workbench.sheets.cell import cells, words
from workbench.sheets.column.groups import one_line
from workbench.sheets.column.headings import Meaning, Synonyms, meaning, normal
from workbench.sheets.column.kinds_in_rows import sort_of
from workbench.sheets.reading import Cell, Sheet

_TYPE = re.compile(r"(?:license|credentialing|credential|certification|registration|document) (?:type|kind) (\d+)")
_LICENSE, _UNKNOWN = "license", "?"
_PARTS = ("number", "state", "issued", "expires", "issuer")
_LEAST = 2
Row = tuple[Cell, ...]


def apart(sheet: Sheet, synonyms: Synonyms) -> tuple[Sheet, list[Question]]:
    """The sheet with such credentials by their kinds, and what is said of it; as it is where all are licenses, or none is so."""
    for index in range(min(limits.HEADING_ROWS, len(sheet.rows) - 1)):
        texts = {at: text for at, cell in enumerate(sheet.rows[index]) if (text := one_line(cell))}
        types = {
            int(match[1]): at for at, text in texts.items() if (match := _TYPE.fullmatch(normal(text, synonyms.words)))
        }
        if len(types) >= _LEAST:
            return _by_kind(sheet, index, types, {at: meaning(text, synonyms) for at, text in texts.items()}, synonyms)
    return sheet, []


def _by_kind(
    sheet: Sheet, index: int, types: Mapping[int, int], means: Mapping[int, Meaning], synonyms: Synonyms
) -> tuple[Sheet, list[Question]]:
    below = sheet.rows[index + 1 :]
    sorts = {number: [_sort(row[at]) for row in below] for number, at in types.items()}
    if {sort for column in sorts.values() for sort in column} <= {"", _LICENSE}:
        return sheet, []
    rows = [list(row) for row in sheet.rows]
    count: Counter[str] = Counter()
    for number in sorted(types):
        parts = {at: found for at, found in means.items() if _is_of(number, found) and at not in types.values()}
        for sort in sorted(set(sorts[number]) - {"", _LICENSE, _UNKNOWN}):
            count[sort] += 1
            for at, found in parts.items():
                if heading := _heading(sort, found, count[sort], synonyms):
                    kept = [row[at] if kind == sort else None for row, kind in zip(below, sorts[number], strict=True)]
                    _append(rows, index, heading, kept)
        for row, kind in zip(rows[index + 1 :], sorts[number], strict=True):
            for at in (types[number], *(parts if kind not in ("", _LICENSE) else ())):
                row[at] = None
    unknown = sum(1 for column in sorts.values() for kind in column if kind == _UNKNOWN)
    told = [Question(sheet.name, "Credentials are of a kind that is not known", unknown, "left out")] if unknown else []
    return replace(sheet, rows=list(map(tuple, rows))), told


def _sort(cell: Cell) -> str:
    """The sort of credential that a cell names, "" where it is blank, a question mark where that is not known."""
    text = cells.typed(cell) if cell is not None else ""
    if not text or words.is_filler(text):
        return ""
    if sort := sort_of(text):
        return sort
    return _LICENSE if "lic" in text.casefold() or words.degrees_in(text) else _UNKNOWN


def _is_of(number: int, found: Meaning) -> bool:
    return found.sort in ("", _LICENSE) and bool(found.attributes) and not found.targets and found.number == number


def _heading(sort: str, found: Meaning, number: int, synonyms: Synonyms) -> str:
    """How such a part is headed that is of another kind; "" where that has none."""
    part = next((part for part in _PARTS if part in found.attributes), "")
    part = "state" if part == "issuer" and sort == "cds" else part  # "License Authority: Illinois"
    heading = f"{targets.SORTS[sort]} {part} {number}" if part else ""
    said = meaning(heading, synonyms)
    return heading if said.sort == sort and part in said.attributes else ""


def _append(rows: list[list[Cell]], index: int, heading: str, column: list[Cell]) -> None:
    for n, row in enumerate(rows):
        row.append(heading if n == index else column[n - index - 1] if n > index else None)
