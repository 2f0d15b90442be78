"""A list of which nothing tells that its people are of the medical staff: names, perhaps birth dates and addresses; or one that says
that they are excluded.

It may be anybody's list, and an import would make all of them active members: that is asked, and until then they stay out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.column.groups import one_line
from workbench.sheets.reading import Sheet, Workbook
from workbench.sheets.recognizing import SheetReading
from workbench.sheets.row import excluded, occupations
from workbench.sheets.values import Understood

ABOUT = "Only names are recognized: are these people of the medical staff?"
OUT = Option("out", "no, or not known: everyone is left out")
IN = Option("in", "yes: they are brought in")
LEFT_OUT = "Left out: not known to be medical staff"
ANYBODYS = frozenset(
    f"provider.{name}"
    for name in (
        *("full_name", "last", "first", "middle", "suffix", "former_names", "alias", "preferred", "birth_date", "ssn"),
        *("languages", "email", "phone", "cell", "fax", "street", "street2", "city", "state", "zip", "city_state"),
        "notes",
    )
)
"""What anybody's list says of people; every other target tells of a clinician, a member or somebody the office knows."""
DEGREES = 0.2
"""The share of rows with a degree behind the name from which on the names alone tell."""
_TELLS = re.compile(
    r"\b(?:medical[\W_]+staff|(?:active|courtesy|consulting|honorary|associate|provisional|affiliate|allied|house)[\W_]+"
    r"(?:medical[\W_]+)?(?:staff|health)|credential\w*|re-?appoint\w*|privileg\w*|provider|practitioner|physician|clinician|"
    r"doctor|surgeon|hospitalist|anesthesi\w+|dentist|podiatrist|psychologist|midwi\w+|nurse|apps?|ahps?|cvo|locums?)s?\b",
    re.IGNORECASE,
)
"""Words of a title, a heading, a sheet's or a file's name that say whose list it is."""


@dataclass(frozen=True)
class Strangers:
    """The sheets of people of whom nothing is known, as far as they stay out, and what is asked of each."""

    sheets: frozenset[str] = frozenset()
    questions: tuple[Question, ...] = ()


def on_sheets(
    workbook: Workbook,
    readings: Sequence[SheetReading],
    understood: Sequence[Sequence[Understood]],
    answers: Replies,
) -> Strangers:
    """The sheets that may be anybody's, and what was answered."""
    named = {sheet.name: sheet for sheet in reversed(workbook.sheets)}
    out, questions = set(), []
    for reading, rows in zip(readings, understood, strict=True):
        titles = [*_titles(workbook, reading, named[reading.name])]
        about = occupations.told(reading) or excluded.told(reading, of_sheets(workbook, [reading]))
        if not about and (not _is_anybodys(reading, rows) or any(map(_TELLS.search, titles))):
            continue
        chosen = answers.to(key := key_of("whose", reading.name), (OUT, IN), OUT.key)
        questions.append(Question(reading.name, about or ABOUT, len(rows), chosen.says, key, (OUT, IN)))
        if chosen is OUT:
            out.add(reading.name)
    return Strangers(frozenset(out), tuple(questions))


def of_sheets(workbook: Workbook, readings: Sequence[SheetReading]) -> list[str]:
    """What stands above the rows of the sheets that are taken, and how these and the file are called."""
    named = {sheet.name: sheet for sheet in reversed(workbook.sheets)}
    found = (title for each in readings for title in (*_above(each, named[each.name]), _parted(each.name)))
    return list(dict.fromkeys([_parted(workbook.path.stem), *found]))


def _is_anybodys(reading: SheetReading, rows: Sequence[Understood]) -> bool:
    found = {target for target in reading.columns.values() if target}
    if not found.union(reading.constants) <= ANYBODYS or any(row.carried for row in reading.rows):
        return False
    with_degree = sum("provider.degree" in row.values for row in rows)
    return with_degree <= DEGREES * len(rows)


def _titles(workbook: Workbook, reading: SheetReading, sheet: Sheet) -> Iterator[str]:
    """What stands above the rows, and how sheet and file are called, word from word as a person reads it."""
    yield _parted(workbook.path.stem)
    yield _parted(sheet.of or sheet.name)
    yield from (_parted(text) for text in reading.headings.values())
    yield from _above(reading, sheet)


def _above(reading: SheetReading, sheet: Sheet) -> Iterator[str]:
    for row in sheet.rows[: max(reading.heading_row - sheet.first_row, 0)]:
        yield from (one_line(cell) for cell in row if isinstance(cell, str))


def _parted(name: str) -> str:
    return name.replace("_", " ").replace("-", " ")
