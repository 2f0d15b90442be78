"""Tables that are turned: headings down the first column and one person a column. Each is read as if it stood the other way, so that
the number of a row is that of the person's column: row 2 is column B."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from workbench.records.checks import npi_is_valid
from workbench.sheets.asking import Question
from workbench.sheets.cell import cells
from workbench.sheets.column import groups, profile
from workbench.sheets.column.groups import one_line
from workbench.sheets.column.headings import Synonyms, meaning
from workbench.sheets.column.layout import IDENTITY
from workbench.sheets.column.vocabulary import may_be_heading
from workbench.sheets.look import Look, Style
from workbench.sheets.reading import Cell, Sheet
from workbench.sheets.sheet_reading import SheetReading

LEAST, LEAST_PEOPLE = 3, 2
"""Headings that are known, and people."""
FEW_UNKNOWN = 20
"""Headings that are not known, from which half of all at most may be so: a roster's first column is soon told from headings."""
KNOWN, MOST, MANY = 0.75, 0.8, 0.5
"""The shares of headings that are known, of cells that name somebody, and of headings in a row or a column that is none of people."""
_NAMES = ({"provider.full_name"}, {"provider.last"}, {"provider.first"})
Row = tuple[Cell, ...]


class _Table(NamedTuple):
    """Where such a table stands: its first row and the one behind its last, and the column of its headings."""

    start: int
    end: int
    column: int


def apart(sheet: Sheet, synonyms: Synonyms) -> list[Sheet]:
    """The parts of a sheet that holds such tables, each of these turned; empty for nearly every sheet."""
    tables = list(_tables(sheet.rows, synonyms))
    if not tables:
        return []
    parts: list[Sheet] = []
    at, above = 0, sheet.above
    for table in tables:
        titles = _titles(sheet.rows, at, table.start)
        is_part = any(_filled(row) > 1 for row in sheet.rows[at:titles])
        parts += [_part(sheet, at, titles, above)] if is_part else []
        said = sheet.rows[titles if is_part else at : table.start]
        parts.append(_turned(sheet, table, titles, [*above, *said], synonyms))
        above, at = above if titles else [*above, *said], table.end
    if any(map(_filled, sheet.rows[at:])):
        parts.append(_part(sheet, at, len(sheet.rows), above))
    return parts


def tell(sheet: Sheet, reading: SheetReading) -> None:
    """Say of a part of a sheet what it is a part of, and of a table that is turned how its rows are numbered."""
    if sheet.turned:
        row = reading.heading_row + 1
        chosen = f"read as if it were turned: row {row} is column {SheetReading.letter(row - 1)}"
        about = "People stand in columns, with the headings beside them"
        reading.notes.insert(0, f"{about}; {chosen}.")
        reading.questions.append(Question(reading.name, about, len(reading.rows), chosen))
    elif sheet.of:
        said = f"A table of its own on “{sheet.of}”, read by the headings in row {reading.heading_row}."
        reading.notes.insert(0, said)


def _titles(rows: Sequence[Row], at: int, start: int) -> int:
    """Where the titles above a table begin: with the sheet, or behind the last blank row."""
    if all(_filled(row) <= 1 for row in rows[:start]):
        return 0
    title = start
    while title > at and _filled(rows[title - 1]) == 1:
        title -= 1
    return start if _filled(rows[title - 1]) else title


def _part(sheet: Sheet, start: int, end: int, above: list[Row]) -> Sheet:
    """The rows between such tables, as a table of its own."""
    if not start:
        return replace(sheet, rows=sheet.rows[:end])
    while start < end and not _filled(sheet.rows[start]):
        start += 1
    number = sheet.first_row + start
    name = f"{sheet.name}, from row {number}"
    return replace(
        sheet, name=name, rows=sheet.rows[start:end], first_row=number, of=sheet.of or sheet.name, above=above
    )


def _tables(rows: Sequence[Row], synonyms: Synonyms) -> Iterable[_Table]:
    at = 0
    while at < len(rows):
        is_first = (at == 0 or _is_short(rows[at - 1])) and _filled(rows[at]) > 1
        table = _table(rows, at, synonyms) if is_first else None
        if table:
            yield table
        at = table.end if table else at + 1


def _table(rows: Sequence[Row], start: int, synonyms: Synonyms) -> _Table | None:
    """The table that begins in a row; None where none does."""
    column = _first(rows[start])
    firsts = rows[start : start + 2]
    if (
        column and len(firsts) > 1 and firsts[1][column - 1] is not None
    ):  # "Provider 1, Provider 2" over the people alone
        start, column, firsts = start + 1, _first(firsts[1]), firsts[1:]
    texts = [cell for row in firsts if isinstance(cell := row[column], str) and may_be_heading(cell)]
    if not any(_is_heading(text, synonyms) for text in texts):
        return None  # nearly every row ends here
    found = _Table(start, _end(rows, start, column, synonyms), column)
    headed = [row for row in rows[found.start : found.end] if _filled(row) > 1]
    return found if _are_headed(headed, column, synonyms) and _names_people(headed, column, synonyms) else None


def _end(rows: Sequence[Row], start: int, column: int, synonyms: Synonyms) -> int:
    """The row behind the last one of a table: the headings of another follow, or those of who is meant again."""
    seen: set[str] = set()
    last, unknown = start, 0
    for at in range(start, len(rows)):
        row = rows[at]
        if _filled(row) <= 1:
            continue
        text = one_line(row[column])
        is_who = bool(text) and bool(IDENTITY & set(meaning(text, synonyms).targets))
        is_set_off = at > start and _filled(rows[at - 1]) <= 1
        if not text or is_who and text.casefold() in seen or is_set_off and not _is_heading(row[column], synonyms):
            break
        unknown += not _is_heading(row[column], synonyms)
        if _are_headings(row, column, synonyms) or unknown > max(FEW_UNKNOWN, len(seen) / 2):
            break
        seen.add(text.casefold())
        last = at
    return last + 1


def _are_headed(rows: Sequence[Row], column: int, synonyms: Synonyms) -> bool:
    """Whether each row begins with a heading, and no other column holds headings."""
    if any(cell is not None for row in rows for cell in row[:column]):
        return False
    known = [row for row in rows if _is_heading(row[column], synonyms)]
    if len(known) < LEAST or len(known) < KNOWN * len(rows):
        return False
    others = [[row[at] for row in rows if row[at] is not None] for at in range(column + 1, len(rows[0]))]
    return not any(
        sum(1 for cell in cells_of if _is_heading(cell, synonyms)) > MANY * len(cells_of) for cells_of in others
    )


def _are_headings(row: Row, column: int, synonyms: Synonyms) -> bool:
    """Whether a row is one of headings: most of what stands behind its first cell are some as well."""
    behind = [cell for cell in row[column + 1 :] if cell is not None]
    return sum(1 for cell in behind if _is_heading(cell, synonyms)) > MANY * len(behind)


def _names_people(rows: Sequence[Row], column: int, synonyms: Synonyms) -> bool:
    """Whether two people or more are named in the row of their NPIs, of their names in full, or in both rows of a name."""
    by_target: dict[str, list[str]] = {}
    for row in rows:
        for target in meaning(one_line(row[column]), synonyms).targets[:1]:
            by_target.setdefault(target, [cells.typed(cell) for cell in row[column + 1 :] if cell is not None])
    npis, names = by_target.get("provider.npi", []), by_target.get("provider.full_name", [])
    lasts, firsts = by_target.get("provider.last", []), by_target.get("provider.first", [])
    if not (npis and (names or lasts) or names or lasts and firsts):
        return False
    if max(map(len, (npis, names, lasts))) < LEAST_PEOPLE:
        return False
    if npis and len(set(npis)) < LEAST_PEOPLE:  # what two sources say of one person
        return False
    if npis:
        return sum(map(npi_is_valid, npis)) >= max(LEAST_PEOPLE, MANY * len(npis))
    if names:
        return sum(map(profile.is_name_with_degree, names)) >= MOST * len(names)
    dated = [
        cell for row in rows for cell in row[column + 1 :] if any(map(str.isdigit, cells.typed(cell) if cell else ""))
    ]
    return bool(dated) and all(text.replace(" ", "").isalpha() for text in (*lasts, *firsts))


def _is_heading(cell: Cell, synonyms: Synonyms) -> bool:
    if not isinstance(cell, str):
        return False
    found = meaning(one_line(cell).rstrip(" :"), synonyms)
    return bool(found.known or found.attributes)


def _is_short(row: Row) -> bool:
    """Whether a row is blank or a title; nearly every row has something in its first two cells, and is looked at no further."""
    return None in row[:2] and _filled(row) <= 1


def _first(row: Row) -> int:
    return next(at for at, cell in enumerate(row) if cell is not None)


def _filled(row: Row) -> int:
    return len(row) - row.count(None)


def _turned(sheet: Sheet, table: _Table, begins: int, above: list[Row], synonyms: Synonyms) -> Sheet:
    """The table with its columns as rows; what its cells look like goes along. `begins`: where its titles do."""
    lines = [at for at in range(table.start, table.end) if _filled(sheet.rows[at]) > 1]
    rows = list(zip(*(sheet.rows[at] for at in lines), strict=True))[table.column :]
    while not any(cell is not None for cell in rows[-1]):
        rows.pop()
    rows[0] = _headings(sheet.rows, lines, table, synonyms)
    name = f"{sheet.name}, turned" + (f" from row {sheet.first_row + begins}" if begins else "")
    numbers = [sheet.first_row + at for at in lines]
    return Sheet(
        name,
        sheet.visible,
        rows,
        table.column + 1,
        look=sheet.look and _look(sheet.look, numbers, table.column),
        of=sheet.of or sheet.name,
        above=above,
        turned=True,
    )


def _headings(rows: Sequence[Row], lines: Sequence[int], table: _Table, synonyms: Synonyms) -> Row:
    """The headings of rows, each with the line that stands above it as a group: "LICENSE" over Number, State, Exp. What says itself what
    it is stands under none: a DEA number that nobody has is no group."""
    found: list[Cell] = []
    group = ""
    for at in range(table.start, table.end):
        text = one_line(rows[at][table.column]).rstrip(" :")
        if at in lines:
            is_bare = bool(group and text) and not meaning(text, synonyms).known
            found.append((groups.joined_with(group, text, synonyms) if is_bare else text) or None)
        else:
            group = text
    return tuple(found)


def _look(look: Look, numbers: Sequence[int], first: int) -> Look:
    """How the cells of rows look where the columns from the first on are rows. Numbers: of the rows, which are columns now."""
    place = {number: at for at, number in enumerate(numbers)}
    styles: dict[Style, int] = {}
    by_column: dict[int, list[tuple[int, int, int]]] = {}
    for at, number in enumerate(numbers):
        for column, style in look.styles_in(number).items():
            if column >= first:
                by_column.setdefault(column, []).append((at, at, styles.setdefault(style, len(styles))))
    struck: dict[int, frozenset[int]] = {}
    for number, at in place.items():
        for column in look.struck_texts.get(number, ()):
            struck[column + 1] = struck.get(column + 1, frozenset()) | {at}
    patterns = [*map(tuple, by_column.values()), ()]
    ids = {column: n for n, column in enumerate(by_column)}
    starts = sorted({at for column in ids for at in (column, column + 1)})
    return Look(
        tuple(styles),
        tuple(patterns),
        array("I", [column + 1 for column in starts]),
        array("I", [ids.get(column, len(patterns) - 1) for column in starts]),
        frozenset(column + 1 for column in look.hidden_columns if column >= first),
        frozenset(place[number] for number in look.hidden_rows if number in place),
        struck,
        tuple(
            each._replace(row=each.column + 1, column=place[each.row])
            for each in look.comments
            if each.row in place and each.column >= first
        ),
    )
