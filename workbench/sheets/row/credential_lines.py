"""Tables of one row a credential whose kind stands in the lines above the rows: STATE LICENSE, further down DEA, then ACLS.

Their headings are bare (Practitioner, NPI, Number, Expires), so what the lines say becomes a column of kinds.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from workbench.sheets.column import kinds_in_rows, named_sheets
from workbench.sheets.column.headings import Synonyms, meaning
from workbench.sheets.column.layout import Headings
from workbench.sheets.reading import Cell, Sheet
from workbench.sheets.row.lines import AGAIN, Lines

HEADING = "Credential Type"
_NOTE = "The lines between the rows say of which credential the rows below them are."
_SEVERAL = 2
"""Kinds in the lines from which a heading as "License #" is the number of any of them."""
Row = tuple[Cell, ...]


def told(sheet: Sheet, found: Headings, synonyms: Synonyms) -> tuple[Sheet, Headings]:
    """The sheet with a column of kinds, and its headings. Where no lines name the kinds of all rows the sheet stays as it is, and
    its name may say of which credential it is."""
    with_kinds = _with_kinds(sheet, found, synonyms)
    return with_kinds or (sheet, named_sheets.told(found, sheet.of or sheet.name, synonyms))


def notes(found: Headings, sheet: Sheet) -> list[str]:
    """What is said of a sheet whose last column was made of such lines."""
    return [_NOTE] if found.texts.get(len(sheet.rows[0]) - 1) is HEADING else []


def _with_kinds(sheet: Sheet, found: Headings, synonyms: Synonyms) -> tuple[Sheet, Headings] | None:
    said = {index: text for index, row in enumerate(sheet.rows) if (text := kinds_in_rows.alone(row))}
    named = {index for index, text in said.items() if kinds_in_rows.sort_of(text)}
    if not named or not _are_open(found, len({kinds_in_rows.sort_of(said[index]) for index in named}), synonyms):
        return None
    lines = Lines(found, [sheet.rows[index] for index in found.rows], {}, synonyms)
    kind = _above(sheet.rows, found.rows[0], said, named)
    kinds: dict[int, str] = {}
    for index in range(found.rows[-1] + 1, len(sheet.rows)):
        row = sheet.rows[index]
        line = lines.line(row)
        if index in said:
            is_of_kinds = index in named or line.doubtful and not line.carries
            kind = said[index] if is_of_kinds else kind
        elif line != AGAIN and any(cell is not None for cell in row):
            if not kind:
                return None
            kinds[index] = kind
    if not any(map(kinds_in_rows.sort_of, kinds.values())):
        return None
    return _with_column(sheet, found, kinds, named - set(found.rows))


def _with_column(sheet: Sheet, found: Headings, kinds: dict[int, str], lines: set[int]) -> tuple[Sheet, Headings]:
    """With the kinds behind the other columns, and nothing in the lines that named them."""
    width, last = len(sheet.rows[0]), found.rows[-1]
    blank: Row = (None,) * width
    rows = [(*(blank if n in lines and n > last else row), kinds.get(n)) for n, row in enumerate(sheet.rows)]
    rows[last] = (*sheet.rows[last], HEADING)
    return replace(sheet, rows=rows), replace(found, texts={**found.texts, width: HEADING})


def _are_open(found: Headings, kinds: int, synonyms: Synonyms) -> bool:
    """Whether the headings say number or end, and of no credential; of a license, where the lines name several kinds."""
    means = [meaning(text, synonyms) for text in found.texts.values()]
    sorts = {each.sort for each in means} - {""}
    parts = {part for each in means if each.sort or not each.known for part in each.attributes}
    is_bare = not sorts or sorts == {"license"} and kinds >= _SEVERAL
    return is_bare and not {"number", "expires"}.isdisjoint(parts)


def _above(rows: Sequence[Row], heading: int, said: Mapping[int, str], named: Collection[int]) -> str:
    """The kind that the line right above the headings names; "" where it names none."""
    above = next((n for n in range(heading - 1, -1, -1) if any(cell is not None for cell in rows[n])), None)
    return said[above] if above is not None and above in named else ""
