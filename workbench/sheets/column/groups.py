"""Headings on two rows: groups above ("License" over Number and Exp) count like the words before a heading in one row."""

from collections.abc import Mapping

from workbench.records import places
from workbench.sheets.column import opening
from workbench.sheets.column.headings import Synonyms, meaning
from workbench.sheets.reading import Cell, Sheet, Wrong

SURE = 0.5
"""What headings on two rows are worth more than the lower row alone."""
_NAME = "provider.full_name"
_WHO = frozenset({_NAME, "provider.last"})
_SHORT = 3
"""Words of a group that stands alone."""
_TITLE = 4
"""Digits in a row from which it holds a day or a count, and no groups."""


def one_line(cell: Cell) -> str:
    """A heading's text on one line; "" where there is none."""
    if isinstance(cell, Wrong):
        cell = cell.written
    return " ".join(cell.split()) if isinstance(cell, str) else ""


def joined(sheet: Sheet, index: int, texts: Mapping[int, str], synonyms: Synonyms) -> dict[int, str]:
    """The headings of a row, each with the group in the row above it."""
    over = groups_over(sheet, index - 1, sheet.rows[index])
    if len(set(over.values())) == 1 and not _merged(sheet, index - 1) and _is_one_of_others(over, texts, synonyms):
        ((at, group),) = over.items()
        over = {column: group for column in texts if column >= at}
    elif credential := _of_one_credential(sheet, index, texts, synonyms):
        return {**texts, **credential}
    found = dict(texts)
    merged = {column for left, right in _merged(sheet, index - 1) for column in range(left, right + 1)}
    for column, group in over.items():
        found[column] = joined_with(group, texts.get(column, ""), synonyms, is_surely_over=column in merged)
    for group in _of_strangers(over, texts, found, synonyms):
        found |= {
            column: f"{group} {texts[column]}" for column, each in over.items() if each == group and column in texts
        }
    return found


def joined_with(group: str, text: str, synonyms: Synonyms, *, is_surely_over: bool = False) -> str:
    """Group and heading together if that means something or is about somebody else, else the heading alone.

    `is_surely_over`: the group's cell is merged over the heading, so that "Status" under "License" is nobody's own."""
    if not text:
        return group
    both = f"{group} {text}"
    of_both = meaning(both, synonyms)
    if of_both.state and of_both.attributes and (places.code(text) or is_surely_over and places.code(group)):
        return both if of_both.known or places.code(text) else f"{group} License {text}"
    if of_both.known or opening.speaks_of_others(group, synonyms):
        return both
    alone = meaning(text, synonyms)
    if is_surely_over and (over := meaning(group, synonyms)).known:
        is_of_people = bool(_WHO.intersection(over.targets))
        if over.sort or _NAME in alone.targets and not is_of_people:  # "Status" under License, "Name" under Employer
            return both
    return text if alone.known or alone.attributes and not meaning(group, synonyms).sort else both


def _of_strangers(
    over: Mapping[int, str], texts: Mapping[int, str], found: Mapping[int, str], synonyms: Synonyms
) -> list[str]:
    """Groups that mean nothing to us and hold a name, where the name of the person stands in another group."""
    unknown = {group for group in over.values() if not meaning(group, synonyms).known}
    named = {column for column, text in found.items() if _WHO.intersection(meaning(text, synonyms).targets)}
    return [
        group
        for group in unknown
        if any(
            over.get(column) == group and meaning(texts[column], synonyms).targets == (_NAME,)
            for column in named & texts.keys()
        )
        and min(named) < min(column for column, each in over.items() if each == group)
    ]


def groups_over(sheet: Sheet, index: int, below: tuple[Cell, ...]) -> dict[int, str]:
    """The group heading over each column: through merged cells, or, where there are none, as far as the next one."""
    row = sheet.rows[index]
    groups = {column: text for column, cell in enumerate(row) if (text := one_line(cell))}
    merged = _merged(sheet, index)
    for left, right in merged:
        if left in groups:
            groups |= dict.fromkeys(range(left, min(right, len(row) - 1) + 1), groups[left])
    if merged or len(groups) < 2:
        return groups
    current = ""
    for column in range(len(row)):
        current = groups.get(column, current)
        if current and one_line(below[column]) and column not in groups:
            groups[column] = current
    return groups


def stand_above(sheet: Sheet, index: int, texts: Mapping[int, str], synonyms: Synonyms) -> bool:
    """Whether the row above surely holds groups: some are merged over several headings, or are about somebody else,
    and every other text there stands over a column without a heading of its own, or over one alone.
    """
    upper = {column: text for column, cell in enumerate(sheet.rows[index - 1]) if (text := one_line(cell))}
    if _is_one_of_others(upper, texts, synonyms) or _of_one_credential(sheet, index, texts, synonyms):
        return not _are_again(sheet, index, texts)
    if _is_one_of_names(upper, texts, synonyms):
        return not _are_again(sheet, index, texts)
    held = sum(1 for cell in sheet.rows[index - 1] if cell is not None)
    if len(upper) < 2 or held != len(upper) or any(sum(map(str.isdigit, text)) >= _TITLE for text in upper.values()):
        return False
    known = sum(1 for text in texts.values() if (found := meaning(text, synonyms)).known or found.attributes)
    if known < 2 or known < 0.5 * len(texts):
        return False
    wide = any(sum(left <= column <= right for column in texts) > 1 for left, right in _merged(sheet, index - 1))
    own = [text for column, text in upper.items() if column not in texts]
    of_others = any(opening.speaks_of_others(text, synonyms) for text in upper.values())
    if own and not any(meaning(text, synonyms).known for text in own):
        return False
    is_over = len(upper) < len(texts) + len(own) and (wide or of_others)
    return is_over and not _are_again(sheet, index, texts)


def _are_again(sheet: Sheet, index: int, texts: Mapping[int, str]) -> bool:
    """Whether the headings of a row stand further up already: then the row above it is data."""
    said = {text.casefold() for text in texts.values()}
    return any(
        2 * sum(1 for cell in row if one_line(cell).casefold() in said) > len(said) for row in sheet.rows[: index - 1]
    )


def _is_one_of_others(upper: Mapping[int, str], texts: Mapping[int, str], synonyms: Synonyms) -> bool:
    """Whether a row holds one text alone, over a heading further right, and that is about somebody else: no title is so short."""
    if len(upper) != 1:
        return False
    ((at, text),) = upper.items()
    known = sum(1 for each in texts.values() if meaning(each, synonyms).known)
    is_over_some = at in texts and at > min(texts) and known > 1
    return is_over_some and len(text.split()) <= _SHORT and opening.speaks_of_others(text, synonyms)


def _of_one_credential(sheet: Sheet, index: int, texts: Mapping[int, str], synonyms: Synonyms) -> dict[int, str]:
    """The headings of a credential that a row names alone above the first of them, not merged: "Malpractice Insurance" over
    "Company, Policy #, Exp Date". Each must be a part of it, and two of them at least; empty where they are not."""
    upper = {column: text for column, cell in enumerate(sheet.rows[index - 1]) if (text := one_line(cell))}
    over = sum(1 for cell in sheet.rows[index - 2] if one_line(cell)) if index > 1 else 0
    if len(upper) != 1 or over > 1 or _merged(sheet, index - 1):
        return {}  # several above it are groups too
    ((at, group),) = upper.items()
    sort = meaning(group, synonyms).sort
    if not sort or at not in texts or at == min(texts) or len(group.split()) > _SHORT:
        return {}
    found: dict[int, str] = {}
    for column in range(at, max(texts) + 1):
        both = f"{group} {texts.get(column, '')}"
        of_it, alone = meaning(both, synonyms), meaning(texts.get(column, ""), synonyms)
        is_others = alone.sort not in ("", sort) or column > at and bool(alone.targets)
        if column not in texts or of_it.sort != sort or not of_it.attributes or is_others:
            break
        found[column] = both
    return found if len(found) > 1 else {}


def _is_one_of_names(upper: Mapping[int, str], texts: Mapping[int, str], synonyms: Synonyms) -> bool:
    """Whether a row holds one text alone that names a credential, over a "Name" right of the person's: the carrier's or the board's."""
    if len(upper) != 1:
        return False
    ((at, text),) = upper.items()
    if meaning(texts.get(at, ""), synonyms).targets != (_NAME,) or meaning(f"{text} {texts[at]}", synonyms).sort == "":
        return False
    return any(column < at and _WHO.intersection(meaning(each, synonyms).targets) for column, each in texts.items())


def _merged(sheet: Sheet, index: int) -> list[tuple[int, int]]:
    """First and last column of the cells merged across columns in a row."""
    number = sheet.first_row + index
    return [(left, right) for top, left, bottom, right in sheet.merged if top <= number <= bottom and right > left]
