"""A heading "Name" over two columns, merged or the second without a heading: the surnames in one, the given names in the other."""

from collections.abc import Callable, Iterator

from workbench.sheets import likeness
from workbench.sheets.column.headings import Synonyms, meaning
from workbench.sheets.column.layout import Headings
from workbench.sheets.column.profile import Profile
from workbench.sheets.reading import Sheet

LEAST, MUCH_MORE = 0.25, 3
"""The share of given names that tells their column: the list holds the ones that are no surnames too; and how much more often."""


def told(sheet: Sheet, found: Headings, look: Callable[[int], Profile], synonyms: Synonyms) -> dict[int, str | None]:
    """The targets of both columns, by which of them holds given names; nothing where that is not sure."""
    for left, right in _pairs(sheet, found):
        if meaning(found.texts.get(left, ""), synonyms).targets != ("provider.full_name",):
            continue
        shares = [look(at).share(_is_given) for at in (left, right)]
        if look(left).count and look(right).count and max(shares) >= max(LEAST, MUCH_MORE * min(shares)):
            names: tuple[str, str] = ("provider.last", "provider.first")
            return dict(zip((left, right), names if shares[1] > shares[0] else names[::-1], strict=True))
    return {}


def _pairs(sheet: Sheet, found: Headings) -> Iterator[tuple[int, int]]:
    """Two columns side by side with one heading."""
    number, width = sheet.first_row + found.rows[-1], len(sheet.rows[found.rows[-1]])
    for top, left, bottom, right in sheet.merged:
        is_one = right not in found.texts or found.texts[right] == found.texts[left]
        if top <= number <= bottom and right == left + 1 and is_one:
            yield left, right
    for left in found.texts:
        if left + 1 not in found.texts and left + 1 < width:
            yield left, left + 1


def _is_given(text: str) -> bool:
    return likeness.is_given(text.split()[0]) if text.split() and "," not in text else False
