"""Labels in the first column and what they say beside them, "Name | Lee, Ann, MD", "NPI | 1382810863": given the colons that
labels of blocks have, and a single person told from a list of headings."""

from dataclasses import replace

from workbench.records.checks import npi_is_valid
from workbench.sheets.cell import cells
from workbench.sheets.column.groups import one_line
from workbench.sheets.column.headings import Synonyms, meaning
from workbench.sheets.column.layout import IDENTITY
from workbench.sheets.column.profile import is_name_with_degree
from workbench.sheets.reading import Sheet

LEAST = 3
"""Labels that are known from which a column is one of labels."""
_KNOWN = 0.75
"""The share of different labels that are known."""
_PAIR = 2


def with_colons(sheet: Sheet, synonyms: Synonyms) -> Sheet | None:
    """The sheet with a colon behind each label of its first column; None where that is no column of labels."""
    labels = _labels(sheet, synonyms)
    if labels is None:
        return None
    return replace(
        sheet, rows=[(f"{labels[n]}:", *row[1:]) if n in labels else row for n, row in enumerate(sheet.rows)]
    )


def is_of_one(sheet: Sheet, synonyms: Synonyms) -> bool:
    """Whether labels with their values tell of one person: each label once, and a name with its degree or an NPI among the values."""
    labels = _labels(sheet, synonyms)
    if labels is None:
        return False
    values = [cells.typed(sheet.rows[n][1]) for n in labels if len(sheet.rows[n]) > 1 and sheet.rows[n][1] is not None]
    return any(npi_is_valid(value) or is_name_with_degree(value) for value in values)


def _labels(sheet: Sheet, synonyms: Synonyms) -> dict[int, str] | None:
    """The labels by row; None where a row holds more than a label and its value, or few of the labels are known."""
    if any(any(cell is not None for cell in row[_PAIR:]) for row in sheet.rows):  # nearly every sheet ends here
        return None
    rows = [(n, row) for n, row in enumerate(sheet.rows) if row.count(None) < len(row)]
    if not rows or any(len(row) < _PAIR for _, row in rows):
        return None
    labels = {n: one_line(row[0]).rstrip(" :") for n, row in rows if isinstance(row[0], str) and row[1] is not None}
    said = set(labels.values())
    known = [text for text in said if _is_known(text, synonyms)]
    values = [one_line(sheet.rows[n][1]) for n in labels]
    headings = sum(1 for value in values if len(value) > _PAIR and _is_known(value, synonyms))
    is_list = 2 * headings > len(values)
    if is_list or len(known) < LEAST or len(known) < _KNOWN * len(said) or not any(_is_who(t, synonyms) for t in known):
        return None
    return labels


def _is_known(text: str, synonyms: Synonyms) -> bool:
    found = meaning(text, synonyms)
    return bool(found.known or found.attributes)


def _is_who(text: str, synonyms: Synonyms) -> bool:
    return bool(IDENTITY & set(meaning(text, synonyms).targets))
