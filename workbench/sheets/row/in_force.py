"""The headings that hold for the rows below them, and whether a row further down says them again.

Headings of two rows come again on a later page as both rows, as the lower one alone, or with groups that are no longer
merged: each is held against each row as it is written, as its groups spread over the columns, and as both rows joined.
"""

from typing import NamedTuple

from workbench.sheets.asking import Question
from workbench.sheets.column import groups
from workbench.sheets.column.groups import one_line
from workbench.sheets.column.headings import Synonyms, meaning
from workbench.sheets.column.layout import Headings
from workbench.sheets.reading import Cell, Sheet

Texts = dict[int, str]
"""By column the text of a heading."""
AGAIN = 0.6
"""The share of headings from which a row says the same as those above it."""


class InForce(NamedTuple):
    """Headings that hold: what is meant by each column, every way to write them, and the groups over the lower row."""

    meant: Texts
    written: tuple[Texts, ...]
    lower: Texts
    over: Texts
    """By column the group that stands over it; empty where the headings are one row."""
    number: int
    """The number of the uppermost of their rows in the sheet."""

    def says(self, texts: Texts, synonyms: Synonyms) -> bool:
        """Whether they are these headings, or fewer of them, and none means something else."""
        return any(_is_again(texts, each, synonyms) for each in (self.meant, *self.written))

    def says_in_part(self, texts: Texts) -> bool:
        """Whether they are the lower row of headings of two rows, save for some."""
        return bool(self.over) and _same(texts, self.lower) >= AGAIN * len(texts)


def of(sheet: Sheet, found: Headings, over: Texts | None = None) -> InForce:
    """What holds below these headings; `over`: groups that they take from the headings before them."""
    rows = [texts_of(sheet.rows[index]) for index in found.rows]
    meant, number = found.texts, sheet.first_row + found.rows[0]
    if len(rows) == 1:
        return InForce(meant, (*rows,), rows[0], over or {}, number)
    above = groups.groups_over(sheet, found.rows[0], sheet.rows[found.rows[-1]])
    return InForce(meant, (*rows, above), rows[-1], above, number)


def asked(sheet: Sheet, heading: int, rows: int) -> list[Question]:
    """What is asked of a table whose headings are in part the lower row of those before it."""
    if not sheet.under:
        return []
    about = f"Row {heading} says the headings of row {sheet.under + 1} again in part, without the row above them"
    chosen = f"read as a table of its own, whose columns belong to what row {sheet.under} says above them"
    return [Question(sheet.name, about, rows, chosen)]


def texts_of(row: tuple[Cell, ...]) -> Texts:
    """The texts of a row by column."""
    return {column: text for column, cell in enumerate(row) if (text := one_line(cell))}


def _same(texts: Texts, before: Texts) -> int:
    return sum(1 for column, text in texts.items() if before.get(column, "").lower() == text.lower())


def _is_again(texts: Texts, before: Texts, synonyms: Synonyms) -> bool:
    if _same(texts, before) < AGAIN * len(texts):
        return False
    others = [(text, before.get(column, "")) for column, text in texts.items()]
    return all(text.lower() == old.lower() or meaning(text, synonyms) == meaning(old, synonyms) for text, old in others)
