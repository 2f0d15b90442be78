"""Vaccines that somebody declined: beside "Flu: Declined" the day under "Flu Exp" makes no vaccine of it."""

from collections.abc import Sequence

from workbench.sheets import targets
from workbench.sheets.cell import cells
from workbench.sheets.cell.naming import Notes
from workbench.sheets.column.headings import load_synonyms, meaning
from workbench.sheets.reading import Cell
from workbench.sheets.sheet_reading import SheetReading

_GIVEN = frozenset(["tb", "flu", "hepb", "mmr", "varicella", "tdap", "covid"])


def without(target: str, column: Sequence[Cell], reading: SheetReading, notes: Notes) -> Sequence[Cell]:
    """The cells of a vaccine's column but for the rows in which another column of it says that it was declined."""
    sort = targets.plain(target).partition(".")[0]
    if sort not in _GIVEN or len(column) != len(reading.rows):
        return column
    beside = [at for at, heading in reading.headings.items() if _is_of(sort, heading, reading.columns.get(at), target)]
    gone = [
        index
        for index, row in enumerate(reading.rows)
        if column[index] is not None and any(_says_declined(row.cells[at]) for at in beside)
    ]
    for index in gone:
        notes.setdefault(index, []).append(f"{targets.title(target)}: it was declined; left out.")
    return [None if index in gone else cell for index, cell in enumerate(column)] if gone else column


def _is_of(sort: str, heading: str, held: str | None, target: str) -> bool:
    is_its = (held or "").partition(".")[0] == sort or held is None and meaning(heading, load_synonyms()).sort == sort
    return is_its and held != target


def _says_declined(cell: Cell) -> bool:
    said = load_synonyms().lines["declined"]
    return isinstance(cell, str) and not set(said).isdisjoint(cells.typed(cell).casefold().split())
