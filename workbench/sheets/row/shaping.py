"""Sheets in which a person or a day is spread over several rows or columns, put into one before they are recognized."""

from workbench.sheets.asking import Question
from workbench.sheets.column import day_parts, kinds_across
from workbench.sheets.column.headings import Synonyms
from workbench.sheets.reading import Sheet
from workbench.sheets.row import person_lines, two_lines

_TWO_LINES = "People stand on two lines each, which are read as one row"
_NO_HEADING = "People stand on two lines each, and no heading stands over the second ones"


def shaped(sheet: Sheet, synonyms: Synonyms, *, chosen: bool) -> tuple[Sheet, list[Question]]:
    """The sheet with each person in one row and each day in one column, and what is said of it. `chosen`: somebody said where the
    headings stand, so that rows stay as they are."""
    asked: list[Question] = []
    one = two = sheet
    if not chosen:
        two = two_lines.under_two_rows(sheet, synonyms)
        one = two_lines.under_one_row(sheet, synonyms) if two is sheet else two
    moved = zip(sheet.rows, one.rows, strict=True) if one is not sheet else ()
    people = sum(1 for before, now in moved if any(before) and not any(now))
    if two is not sheet:
        asked.append(Question(sheet.name, _TWO_LINES, people - 1, "both lines"))
    elif one is not sheet:
        asked.append(
            Question(sheet.name, _NO_HEADING, people, "left out, but for what can only be one thing, as an e-mail")
        )
    named = one if chosen else person_lines.carried(one, synonyms)
    found, told = kinds_across.apart(day_parts.in_one(named, synonyms), synonyms)
    return found, asked + told
