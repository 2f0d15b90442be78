"""The columns of a sheet recognized, from a sample of its rows."""

from collections.abc import Mapping

from workbench.sheets.cell import day_words
from workbench.sheets.column import kinds_in_rows, name_halves, no_ends, side_by_side
from workbench.sheets.column.columns import Columns
from workbench.sheets.column.headings import Synonyms, without_formats
from workbench.sheets.column.layout import Headings
from workbench.sheets.column.profile import Profile
from workbench.sheets.column.proofs import NONE, Lists
from workbench.sheets.own_lists import own_columns
from workbench.sheets.reading import Cell, Sheet

SAMPLED_ROWS = 2000
NARROW = 4
"""Columns below which a line of one cell in the middle may be data."""
Said = Mapping[int, str | None]


def of_sheet(sheet: Sheet, found: Headings, synonyms: Synonyms, said: Said, lists: Lists = NONE) -> Columns:
    """Every column that has a heading, a value or a correction, recognized; `said` is what somebody said of columns."""
    sample = _sampled(sheet, found.rows[-1])
    profiles: dict[int, Profile] = {}

    def look(column: int) -> Profile:
        if column not in profiles:
            profiles[column] = Profile([row[column] for row in sample])
        return profiles[column]

    own = own_columns(found.texts) or name_halves.told(sheet, found, look, synonyms)
    corrected = {column: target for column, target in said.items() if column < len(sheet.rows[0])}
    texts = {column: found.texts.get(column, "") for column in range(len(sheet.rows[0]))}
    second = None if own else side_by_side.begins(texts, look, synonyms)
    if second is not None:
        texts = {column: text for column, text in texts.items() if column < second}
        own = dict.fromkeys(range(second, len(sheet.rows[0])), None)
    kinds = None if own and second is None else kinds_in_rows.columns(texts, look, synonyms)
    corrected = {**own, **(kinds[1] if kinds else {}), **corrected}
    used = found.texts.keys() | corrected | {c for row in sample for c, cell in enumerate(row) if cell is not None}
    plain = {column: without_formats(found.texts.get(column, ""), synonyms) for column in used}
    columns = Columns(plain, look, synonyms, corrected, lists)
    columns.recognize()
    columns.second = second
    columns.no_ends = no_ends.taken_back(columns, look, corrected)
    if kinds and columns.targets[kinds[0]] == kinds_in_rows.KIND:
        columns.notes.append(
            (kinds[0], "is read as the kind of credential of each row, whatever the other headings say")
        )
    return columns


def _sampled(sheet: Sheet, heading: int) -> list[tuple[Cell, ...]]:
    """Rows to look at: the first hundred, and others spread over the sheet. Short lines are no data: left out."""
    headings = sheet.rows[heading]
    count = len(headings) - headings.count(None)
    few = max(2 if count < 4 else 3, count // 4)
    start, end = heading + 1, len(sheet.rows)
    step = max(1, (end - start) // SAMPLED_ROWS)
    chosen = (
        sheet.rows[start:end] if step == 1 else sheet.rows[start : start + 100] + sheet.rows[start + 100 : end : step]
    )
    width = len(headings)
    key = next((c for c, cell in enumerate(headings) if isinstance(cell, str)), 0)
    chosen = [row for row in chosen if row[key] != headings[key]]
    if width < NARROW:
        return _without_last_lines([row for row in chosen if not _is_a_month(row)])
    return [row for row in chosen if width - row.count(None) >= few] or chosen


def _is_a_month(row: tuple[Cell, ...]) -> bool:
    """Whether a line says a month and nothing else: "JANUARY 2027" over those of that month."""
    if len(row) - row.count(None) != 1:
        return False
    cell = next(cell for cell in row if cell is not None)
    return isinstance(cell, str) and any(map(str.isalpha, cell)) and day_words.is_whole(cell)


def _without_last_lines(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Rows of a narrow sheet without the lines of one cell below the last row with more: "Thanks, Mary 312-555-0000"."""
    last = next((at for at in range(len(rows) - 1, -1, -1) if len(rows[at]) - rows[at].count(None) > 1), -1)
    return rows[: last + 1] if last >= 0 else rows
