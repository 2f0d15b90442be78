"""Rows understood: every cell read by its column's type, names taken apart, what lines above carried filled in.

Column by column, and each different cell once: 50,000 rows of 20 columns hold far fewer different ones, and no row
costs an object of its own beyond its values.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from workbench.errors import Problem, Progress, quiet
from workbench.sheets import likeness, targets
from workbench.sheets.cell import (
    cells,
    conserving,
    crossed,
    issuing_states,
    judging,
    name_columns,
    names,
    no_words,
    several,
    standings,
    words,
    zips,
)
from workbench.sheets.cell.cells import LIFETIME
from workbench.sheets.cell.gathering import Gathering
from workbench.sheets.cell.naming import Column, Notes, Wrongs
from workbench.sheets.reading import Cell, Wrong
from workbench.sheets.recognizing import DataRow, SheetReading, folded

__all__ = ["LIFETIME", "Understood", "Value", "understand", "understand_value"]

Value = str | date | int | bool | cells.Lifetime


class Understood:
    """What one row says: values by target (blanks are absent), problems, whose values are absent too, what was passed over."""

    __slots__ = ("company", "notes", "number", "problems", "values")

    def __init__(
        self,
        number: int,
        values: dict[str, Value],
        problems: list[Problem],
        company: bool = False,
        notes: Sequence[str] = (),
    ) -> None:
        self.number, self.values, self.problems, self.company, self.notes = number, values, problems, company, notes

    def __repr__(self) -> str:
        return f"Understood({self.number}, {self.values}, {self.problems}{', company' if self.company else ''})"


def understand_value(target: str, cell: Cell) -> tuple[Value | None, str | None]:
    """One cell for one target: the value, or what is wrong with it."""
    if cell is None or cell == "":
        return None, None
    if isinstance(cell, Wrong) or isinstance(cell, str) and cell.strip() in cells.ERRORS:
        return None, Wrong(str(cell).strip()).says
    kind = targets.kind(target)
    if no_words.means_blank(kind, cell):
        return None, None
    if why := no_words.fault(kind, target, cell)[0]:
        return None, why
    try:
        value = cells.READERS[kind](cell)
    except ValueError as error:
        return None, str(error)
    wrong = "" if value is None else judging.fault(target, value)
    return (None, wrong) if wrong else (value, None)


def understand(reading: SheetReading, progress: Progress = quiet) -> Iterator[Understood]:
    """Every data row of a sheet, in order; progress is called between two columns."""
    work = Gathering(reading)
    cells_of = [row.cells for row in reading.rows]
    spread, _ = several.spread(reading.columns, cells_of, reading.constants)
    for each in spread:
        progress(0, len(cells_of))
        work.take(each)
    columns = work.columns(len(cells_of))
    table = _merged(standings.without_categories(columns), work.notes)
    table = standings.without_statuses(table, work.notes)
    table = crossed.without_crossed(table, work.notes)
    table = zips.settled(table, reading.constants, work.wrong)
    table = issuing_states.settled(table)
    table = judging.judged(table, work.wrong, work.notes)
    return _rows(reading.rows, table, reading, work.wrong, work.companies, work.notes)


def _merged(columns: Iterable[Column], notes: Notes) -> dict[str, Sequence[Any]]:
    """One column per target: the first that says something wins, so a column of its own comes before what a name says.

    Surnames and given names in capitals come back in proper case here, where both sorts of column have met.
    """
    table: dict[str, Sequence[Any]] = {}
    for target, column in columns:
        if target in ("provider.last", "provider.first", "provider.middle", "provider.former_names"):
            column = _proper(column, given=target in ("provider.first", "provider.middle"))
        before = table.get(target)
        table[target] = column if before is None else _both(target, before, column, notes)
    if "provider.last" in table:
        _suffix_in_surname(table)
        name_columns.part_initials(table)
    return {target: column for target, column in table.items() if any(value is not None for value in column)}


_SAID_TWICE = frozenset(f"provider.{name}" for name in ("last", "first", "suffix", "degree", "preferred"))


def _both(target: str, before: Sequence[Any], column: Sequence[Any], notes: Notes) -> list[Any]:
    """Two columns of one target: the first counts; several former names are all kept, another last name is told."""
    both = [a if a is not None else b for a, b in zip(before, column, strict=True)]
    if target in targets.JOINED:
        join = targets.JOINED[target]
        return [
            join.join((a, b)) if a and b and likeness.fold(a) != likeness.fold(b) else a or b
            for a, b in zip(before, column, strict=True)
        ]
    if target == "provider.status":
        return standings.both(before, column, notes)
    if target in _SAID_TWICE:
        for index, (a, b) in enumerate(zip(before, column, strict=True)):
            if a and b and a != b and _differ(target, a, b):
                notes.setdefault(index, []).append(f"{targets.title(target)}: another column says “{b}”, not “{a}”.")
    return both


def _differ(target: str, ours: str, other: str) -> bool:
    """Whether two texts for one target say two things; of degrees, whether the other names one that ours does not."""
    if target == "provider.degree":
        return not set(other.split(", ")) <= set(ours.split(", "))
    return likeness.fold(ours) != likeness.fold(other)


def _proper(column: Sequence[str | None], *, given: bool) -> list[str | None]:
    read = {text: names.proper(text, given=given) if text else None for text in set(column)}
    return [read[text] for text in column]


def _suffix_in_surname(table: dict[str, Sequence[Any]]) -> None:
    """ "Smith Jr" or "Smith, MD" in the column of surnames."""
    read = {text: _surname(text) for text in set(table["provider.last"]) if text and (" " in text or "," in text)}
    read = {text: parts for text, parts in read.items() if parts[0] != text}
    if not read:
        return
    last = table["provider.last"]
    for position, target in ((1, "provider.suffix"), (2, "provider.degree")):
        said = [read[text][position] or None if text in read else None for text in last]
        before = table.get(target)
        table[target] = (
            said if before is None else [a if a is not None else b for a, b in zip(before, said, strict=True)]
        )
    table["provider.last"] = [read[text][0] if text in read else text for text in last]


def _surname(text: str) -> tuple[str, str, str]:
    tokens = text.replace(",", " ").split()
    suffix = degree = ""
    while len(tokens) > 1:
        found = words.words().suffixes.get(tokens[-1].strip(".").lower())
        is_degree = words.degrees_in(tokens[-1]) and tokens[-1].replace(".", "").upper() in (
            "MD",
            "DO",
            "PHD",
            "PA-C",
            "NP",
        )
        if found and tokens[-1] != "V":
            suffix = found
        elif is_degree and tokens[-1] != "Do":
            degree = words.degree(tokens[-1]) or ""
        else:
            break
        tokens.pop()
    return (" ".join(tokens), suffix, degree) if suffix or degree else (text, "", "")


def _rows(
    rows: list[DataRow],
    table: dict[str, Sequence[Any]],
    reading: SheetReading,
    wrong: Wrongs,
    companies: set[int],
    notes: Notes,
) -> Iterator[Understood]:
    keys, meanings = tuple(table), reading.meanings
    net = conserving.Net(reading.columns, reading.manners.not_theirs, meanings)
    nothing: list[Problem] = []
    by_row = zip(*table.values(), strict=True) if table else iter([()] * len(rows))
    for index, (row, said) in enumerate(zip(rows, by_row, strict=True)):
        pairs = zip(keys, said, strict=True)
        values = {key: value for key, value in pairs if value is not None} if None in said else dict(pairs)
        for target, text in row.carried.items():
            if means := meanings.get((target, folded(text)), text) if meanings else text:
                values.setdefault(target, means)
        for target, text in reading.constants.items():
            sort = target.partition(".")[0]
            if f"{sort}.number" in values or f"{sort}.expires" in values:
                values.setdefault(target, text)
        problems = wrong.get(index, nothing) if wrong else nothing
        company = bool(companies) and index in companies
        said_of: Sequence[str] = notes.get(index, ()) if notes else ()
        if not company and (unsaid := net.unsaid(row.cells, values, problems, said_of)):
            said_of = [*said_of, *unsaid]
        yield Understood(row.number, values, problems if problems is not nothing else [], company, said_of)
