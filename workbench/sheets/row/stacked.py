"""Tables below each other on one sheet, each with headings of its own: Physicians, and further down APPs with other columns.

Every table becomes a sheet of its own, named after the row at which it begins; the numbers of its rows stay the sheet's.
One whose headings name no people (a list of the chairs of departments) is recognized by nobody, so it is left out and said.
Headings that come again begin no table. Where the lower row of two comes again with other headings among them, the table
below is one of its own, and the groups of the upper row hold for it.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from workbench.sheets.column import groups, layout
from workbench.sheets.column.headings import Synonyms, load_synonyms, meaning
from workbench.sheets.column.layout import IDENTITY, Headings
from workbench.sheets.column.vocabulary import may_be_heading
from workbench.sheets.reading import Cell, Sheet, Workbook
from workbench.sheets.row import blocks, in_force, turned
from workbench.sheets.row.in_force import InForce, Texts, texts_of

NUMBER = re.compile(r"\d{3}")
LOOKED_AT = 6
SHORT = 2
"""Cells up to which a row above headings is a title, and no person."""
LONGEST = 60
LEAST, LEAST_OF_FEW = 3, 2
KNOWN_OF_ALL = 0.6
Row = tuple[Cell, ...]


class Cut(NamedTuple):
    """Where other headings stand, and the groups that they take from the headings before."""

    rows: tuple[int, ...]
    over: Texts
    under: int
    """The number of the row of those groups; 0 where there are none."""
    again: list[int]
    """The rows below that say the headings again."""


def apart(workbook: Workbook) -> Workbook:
    """The workbook with each table of a sheet as a sheet of its own; mostly nothing changes."""
    synonyms = load_synonyms()
    parts = [part for sheet in workbook.sheets for part in _parts(sheet, synonyms)]
    stays = len(parts) == len(workbook.sheets) and not any(part.turned for part in parts)
    return workbook if stays else replace(workbook, sheets=parts)


def _parts(sheet: Sheet, synonyms: Synonyms) -> list[Sheet]:
    if sheet.rows and (abreast := blocks.apart(sheet, synonyms)):
        return abreast
    if sheet.rows and (found_turned := turned.apart(sheet, synonyms)):
        return [part for each in found_turned for part in ([each] if each.turned else _parts(each, synonyms))]
    found = layout.find(sheet, synonyms) if sheet.rows else None
    if found is None or blocks.find(sheet, synonyms):
        return [sheet]
    found = _first(sheet, found, synonyms)
    cuts = _cuts(sheet, found, synonyms)
    if not cuts:
        return [sheet]
    above = sheet.rows[: found.rows[0]]
    rows = list(sheet.rows)
    for cut in cuts:
        for index in (cut.rows[-1], *cut.again):
            rows[index] = _under(rows[index], cut.over, synonyms)
    starts = [_with_titles(rows, cut.rows[0]) for cut in cuts]
    parts = [replace(sheet, rows=rows[: starts[0]])]
    for cut, start, end in zip(cuts, starts, [*starts[1:], len(rows)], strict=True):
        number = sheet.first_row + start
        part = replace(sheet, name=f"{sheet.name}, from row {number}", of=sheet.name, above=above, under=cut.under)
        part.rows, part.first_row = rows[start:end], number
        parts.append(part)
    return parts


def _under(row: Row, over: Texts, synonyms: Synonyms) -> Row:
    """A row of headings with the groups over them, where that means something."""
    texts = {column: text for column, text in texts_of(row).items() if column in over}
    joined = {column: groups.joined_with(over[column], text, synonyms) for column, text in texts.items()}
    return tuple(joined.get(column, cell) for column, cell in enumerate(row)) if joined else row


def _first(sheet: Sheet, best: Headings, synonyms: Synonyms) -> Headings:
    """The headings of the first table of people: the best ones may be those of a further one."""
    for index in range(best.rows[0]):
        texts = texts_of(sheet.rows[index])
        if not _may_be_headings(sheet.rows[index]) or not _names_people(texts.values(), synonyms):
            continue
        below = sheet.rows[index + 1 : best.rows[0]]
        if _are_headings(sheet, index, texts, {}, synonyms) and any(_filled(row) > SHORT for row in below):
            return layout.at(sheet, index, synonyms) or best
    return best


def _names_people(texts: Iterable[str], synonyms: Synonyms) -> bool:
    return any(IDENTITY.intersection(meaning(text, synonyms).targets) for text in texts)


def _cuts(sheet: Sheet, found: Headings, synonyms: Synonyms) -> list[Cut]:
    """Where headings other than those before stand."""
    cuts: list[Cut] = []
    current = in_force.of(sheet, found)
    for index in range(found.rows[-1] + 1, len(sheet.rows)):
        row = sheet.rows[index]
        if not _may_be_headings(row):
            continue
        texts = texts_of(row)
        if current.says(texts, synonyms) and not _has_other_groups(sheet, index, current, synonyms):
            if cuts:
                cuts[-1].again.append(index)
            continue
        if not _are_headings(sheet, index, texts, current.meant, synonyms):
            continue
        if cuts and cuts[-1].rows[-1] == index - 1:
            cuts.pop()
        cut, current = _cut(sheet, index, texts, current, synonyms)
        cuts.append(cut)
    return cuts


def _cut(sheet: Sheet, index: int, texts: Texts, before: InForce, synonyms: Synonyms) -> tuple[Cut, InForce]:
    """The headings that end in this row, and what holds from there on."""
    own = _of_two_rows(sheet, index, synonyms)
    if own is None and before.says_in_part(texts):
        joined = {at: groups.joined_with(before.over.get(at, ""), text, synonyms) for at, text in texts.items()}
        cut = Cut((index,), before.over, before.number, [])
        return cut, InForce(joined, (texts,), texts, before.over, before.number)
    own = own or Headings((index,), texts, 0.0)
    return Cut(own.rows, {}, 0, []), in_force.of(sheet, own)


def _of_two_rows(sheet: Sheet, index: int, synonyms: Synonyms) -> Headings | None:
    """The headings that end in this row, if the row above is of them."""
    if not _may_be_headings(sheet.rows[index - 1]):
        return None
    found = layout.at(sheet, index, synonyms)
    return found if found and len(found.rows) == 2 else None


def _has_other_groups(sheet: Sheet, index: int, current: InForce, synonyms: Synonyms) -> bool:
    """Whether the row above groups the same lower headings otherwise: DEA became CDS."""
    above = _of_two_rows(sheet, index, synonyms)
    return above is not None and not current.says(texts_of(sheet.rows[index - 1]), synonyms)


def _may_be_headings(row: Row) -> bool:
    """A quick look, since every row gets it: no numbers, and half of the texts are made of words that headings are made of."""
    looked_at = known = 0
    for cell in row:
        if cell is None:
            continue
        if type(cell) is not str or len(cell) > LONGEST or NUMBER.search(cell):
            return False
        known += may_be_heading(cell)
        looked_at += 1
        if looked_at == LOOKED_AT:
            break
    return looked_at > 1 and 2 * known >= looked_at


def _are_headings(sheet: Sheet, index: int, texts: Texts, before: Texts, synonyms: Synonyms) -> bool:
    """Whether a row holds headings; `before`: those of the table above, of which two again leave no doubt."""
    row = sheet.rows[index]
    if len(texts) < len(row) - row.count(None) or any(len(text) > LONGEST for text in texts.values()):
        return False
    found = [meaning(text, synonyms) for text in texts.values()]
    known = [each for each in found if each.known]
    is_who = any(IDENTITY.intersection(each.targets) for each in known)
    counted = [each for each in found if each.known or is_who and each.attributes]  # "NPI, License #, State, Exp"
    different = len({(each.targets, each.sort, each.attributes) for each in counted})
    again = {text.lower() for text in texts.values()} & {text.lower() for text in before.values()}
    if different < (LEAST if len(texts) > LEAST and len(again) < LEAST_OF_FEW else LEAST_OF_FEW):
        return False
    if is_who:
        return 2 * len(counted) >= len(found)
    return _filled(sheet.rows[index - 1]) <= 1 and len(known) >= KNOWN_OF_ALL * len(found)


def _with_titles(rows: list[Row], index: int) -> int:
    """Where a table begins: with the lines directly above its headings, or one that blank rows set off on both sides."""
    start = index
    while start and 0 < _filled(rows[start - 1]) <= SHORT and _is_title(rows[start - 1]):
        start -= 1
    if start < index:
        return start
    title = index - 1
    while title > 1 and not _filled(rows[title]):
        title -= 1
    is_set_off = title < index - 1 and _filled(rows[title]) == 1 and not _filled(rows[title - 1])
    return title if is_set_off and _is_title(rows[title]) else index


def _filled(row: Row) -> int:
    return len(row) - row.count(None)


def _is_title(row: Row) -> bool:
    return isinstance(next((cell for cell in row if cell is not None), None), str)
