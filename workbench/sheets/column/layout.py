"""Where a sheet's headings stand: which of the first rows, alone or joined with the group headings above."""

from dataclasses import dataclass, replace

from workbench.sheets import limits
from workbench.sheets.column import by_names, groups, kinds_in_rows
from workbench.sheets.column.groups import one_line
from workbench.sheets.column.headings import Synonyms, meaning, normal
from workbench.sheets.reading import Cell, Sheet

IDENTITY = {"provider.full_name", "provider.last", "provider.npi"}
WORK = {f"provider.{name}" for name in ("npi", "degree", "provider_type", "department", "specialty", "category")}
FAMILY = {"relation", "relationship", "dependent", "dependents"}
"""Words of headings over the families of the staff, where nothing tells of work: they are on no medical staff."""


@dataclass(slots=True)
class Headings:
    """The rows of the headings (indexes into the sheet's rows) and the text over each column."""

    rows: tuple[int, ...]
    texts: dict[int, str]
    score: float


def find(sheet: Sheet, synonyms: Synonyms) -> Headings | None:
    """The best headings in the first rows; None if fewer than two are known or none says who the row is about."""
    best: Headings | None = None
    for index in range(min(limits.HEADING_ROWS + 5, len(sheet.rows))):
        if sheet.first_row + index > max(limits.HEADING_ROWS, sheet.first_row) + 5:
            break
        found = at(sheet, index, synonyms)
        if found and (best is None or found.score > best.score + 0.01):
            best = found
    return best if best and _is_roster(sheet, best, synonyms) else None


def at(sheet: Sheet, index: int, synonyms: Synonyms) -> Headings | None:
    """The headings that end in this row: alone, or joined with the row above if that says more."""
    row = sheet.rows[index]
    texts = {column: text for column, cell in enumerate(row) if (text := one_line(cell))}
    if not texts:
        return None
    alone = Headings((index,), texts, _score(texts, row, synonyms))
    if index == 0:
        return alone
    joined = groups.joined(sheet, index, texts, synonyms)
    two = Headings((index - 1, index), joined, _score(joined, row, synonyms))
    if groups.stand_above(sheet, index, alone.texts, synonyms):
        return Headings(two.rows, joined, max(two.score, alone.score) + groups.SURE)
    three = _on_three_rows(sheet, index, texts, synonyms)
    if three and three.score > max(alone.score, two.score) + 0.9:
        return three
    top = {column: text for column, cell in enumerate(sheet.rows[index - 1]) if (text := one_line(cell))}
    if two.score > max(alone.score, _score(top, sheet.rows[index - 1], synonyms)) + 0.9 and (
        len(top) > 1 or _is_a_group(sheet, index - 1, len(texts))
    ):
        return two
    return alone


def _on_three_rows(sheet: Sheet, index: int, texts: dict[int, str], synonyms: Synonyms) -> Headings | None:
    """ "State License" and "Federal" above "DEA" above Number and Expires: the lower group counts where both stand."""
    if index < 2:
        return None
    upper, lower = sheet.rows[index - 2 : index]
    if sum(1 for cell in upper if one_line(cell)) < 2 or not any(map(one_line, lower)):
        return None
    groups_row = tuple(below if one_line(below) else above for above, below in zip(upper, lower, strict=True))
    number = sheet.first_row + index - 2
    merged = [(number, left, number, right) for top, left, bottom, right in sheet.merged if top in (number, number + 1)]
    over = replace(sheet, rows=[*sheet.rows[: index - 2], groups_row, sheet.rows[index]], merged=merged)
    joined = groups.joined(over, index - 1, texts, synonyms)
    return Headings((index - 2, index - 1, index), joined, _score(joined, sheet.rows[index], synonyms))


def _is_a_group(sheet: Sheet, index: int, headings: int) -> bool:
    """Whether a row of one cell is a group above some of the headings, not a title above them all."""
    number = sheet.first_row + index
    return any(top <= number <= bottom and 1 < right - left + 1 < headings for top, left, bottom, right in sheet.merged)


def _score(texts: dict[int, str], row: tuple[Cell, ...], synonyms: Synonyms) -> float:
    seen: set[object] = set()
    score = 0.0
    for text in texts.values():
        if len(text) > 80:
            continue
        found = meaning(text, synonyms)
        key = found[:3] + found[3:5]
        if found.known:
            score += 1.0 if key not in seen else 0.3
        elif found.attributes:
            score += 0.5
        seen.add(key)
    return score - sum(1 for cell in row if cell is not None and not isinstance(cell, str))


def _is_roster(sheet: Sheet, found: Headings, synonyms: Synonyms) -> bool:
    known = [meaning(text, synonyms) for text in found.texts.values()]
    if not any(m.sort or WORK.intersection(m.targets) for m in known) and any(
        FAMILY.intersection(normal(text, synonyms.words).split()) for text in found.texts.values()
    ):
        return False
    numbers = any(m.sort in ("license", "dea") and ("number" in m.attributes or not m.attributes) for m in known)
    who = any(IDENTITY & set(m.targets) for m in known)
    if found.score >= 2 and (who or numbers) or len(found.texts) == 1 and found.score >= 1 and who:
        return True
    if who and found.score > 1 and kinds_in_rows.in_table(sheet, found.rows[-1], found.texts, synonyms):
        return True
    if who and found.score > 1 and len(found.texts) > 1 and kinds_in_rows.in_lines(sheet):
        return True
    return found.score >= 1 and by_names.in_table(sheet, found.rows[-1], found.texts, synonyms)
