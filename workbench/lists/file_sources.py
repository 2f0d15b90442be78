"""What the rosters said of a person: file, sheet, row, column and the text as it stood there, and what it was read as."""

import json
from collections.abc import Callable, Iterator
from datetime import date

from workbench.lists.file_parts import Line
from workbench.records import texts
from workbench.records.provider import MergedPerson
from workbench.records.roster import RosterImport
from workbench.store import sources

HEADINGS = (
    "Imported",
    "File",
    "Sheet",
    "Row",
    "Column",
    "As it stood there",
    "Typed instead",
    "Number format",
    "Read as",
    "As of",
)
MASKED = "not shown"
NOT_READ = "not read"
NO_COLUMN = "no column"
_PRIVATE = frozenset({"provider.birth_date", "provider.ssn"})


def lines(provider: int, until: date, title: Callable[[str], str]) -> tuple[Line, ...]:
    """One line a cell, the newest import first, up to the end of a day; title says what a target is called."""
    imports = {each.id: each for each in RosterImport.select().where(RosterImport.imported <= until)}
    people = [provider, *(each.gone for each in MergedPerson.select().where(MergedPerson.provider == provider))]
    found = [each for person in people for each in sources.of_person(person) if each.import_id in imports]
    found.sort(key=lambda each: (-each.import_id, each.sheet, each.row))
    told = [line for each in found for line in _cells(each, imports[each.import_id], title)]
    return tuple(Line(place, line) for place, line in enumerate(told, 1))


def _cells(source: sources.SourceRow, imported: RosterImport, title: Callable[[str], str]) -> Iterator[tuple[str, ...]]:
    sheet = next((each for each in json.loads(imported.columns_read) if each["name"] == source.sheet), None)
    labels = list(sheet["columns"].items()) if sheet else []
    typed = dict(sheet.get("typed", {}).get(str(source.row), {})) if sheet else {}
    stands_for = texts.day(imported.as_of) if imported.as_of else ""
    head = (texts.day(imported.imported), imported.file_name, source.sheet, str(source.row))
    for label, target in labels:
        at = _place(label)
        cell = source.cells[at] if at < len(source.cells) else None
        instead = typed.pop(target, "")
        if cell in (None, "") and not instead:
            continue
        shown = MASKED if target in _PRIVATE else "" if cell is None else str(cell)
        format_ = source.formats.get(label.partition(":")[0], "")
        yield *head, label, shown, instead, format_, title(target) if target else NOT_READ, stands_for
    for target, text in typed.items():  # asked for where no column holds it
        yield *head, NO_COLUMN, "", text, "", title(target), stands_for


def _place(label: str) -> int:
    """The column that a label begins with: "B: Lic Exp" is 1."""
    place = 0
    for letter in label.partition(":")[0]:
        place = place * 26 + ord(letter) - 64
    return place - 1
