"""The rows that could not come in, saved to be mended and imported again: with the reason, and what only place or look said."""

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from workbench.actions import sourcing
from workbench.records.provider import Provider
from workbench.sheets import rejects, targets, wording, writing
from workbench.sheets.comparison.cell_comments import STOOD
from workbench.sheets.comparison.formatted import NOTES, STATUS
from workbench.sheets.painted import IN, OUT
from workbench.sheets.plan import Plan
from workbench.sheets.plan_row import PlanRow
from workbench.sheets.recognizing import SheetReading

USUAL = "Active"
"""The status of whoever comes in without one."""
Said = Mapping[str, Any]


def save(plan: Plan, path: Path) -> int:
    """Write the rows that were refused, are in doubt or are left out as companies as xlsx, in their own columns and with the
    reason, under the day that they are of; how many."""
    rows = [row for row in plan.rows if is_sent_back(row)]
    readings = [reading for reading in plan.readings if any(row.reading is reading for row in rows)] or plan.readings[
        :1
    ]
    beside = {row.place: _beside(plan, row) for row in rows}
    said = {id(each): _titled(each, [beside[row.place] for row in rows if row.reading is each]) for each in readings}
    headings = [_headings(each, said[id(each)]) for each in readings]
    start = {id(reading): sum(map(len, headings[:n])) for n, reading in enumerate(readings)}
    width = sum(map(len, headings))
    table = [
        _line(row, sourcing.cells_refused(plan, row), beside[row.place], (said[id(row.reading)], start, width))
        for row in rows
    ]
    return writing.write_table(
        path, rejects.sheet_of(plan.as_of), [*chain.from_iterable(headings), rejects.REASON], table
    )


def is_sent_back(row: PlanRow) -> bool:
    """Whether a row that did not come in is one that somebody may want to mend; not where it was left out by choice."""
    return row.result in ("rejected", "doubtful") or row.result == "skipped" and row.company


def _headings(reading: SheetReading, said: list[str]) -> list[str]:
    """The file's columns, and what it said by its section lines, its headings or its look as columns of their own."""
    return [reading.headings.get(at, "") for at in sorted(reading.columns)] + [targets.title(t) for t in said]


def _beside(plan: Plan, row: PlanRow) -> Said:
    """What a row says without a cell: by lines above it, by its headings, by its look, by comments, or since it was typed."""
    typed = {t: text for t, text in row.typed.items() if row.reading.column_of(t) is None and not wording.is_private(t)}
    said: dict[str, Any] = {**row.reading.constants, **row.carried, **typed}
    if row.mark and (answer := plan.choices.answers.to(row.mark)) not in (IN, OUT):
        said[STATUS] = answer
    if comments := [line for line in str(row.values.get(NOTES, "")).splitlines() if STOOD.search(line)]:
        said[NOTES] = "\n".join(comments)
    return said


def _titled(reading: SheetReading, rows: Sequence[Said]) -> list[str]:
    """What of that needs a column of its own; that somebody is active is what the import takes everybody for, unless we know better."""
    said = dict.fromkeys(target for row in rows for target in row if reading.column_of(target) is None)
    is_usual = {row.get(STATUS, USUAL) for row in rows} == {USUAL}
    if is_usual and not Provider.select().where(Provider.status != USUAL).exists():
        said.pop(STATUS, None)
    return list(said)


def _line(row: PlanRow, kept: Sequence[Any], beside: Said, into: tuple[list[str], Mapping[int, int], int]) -> list[Any]:
    """A row as it is sent back: its cells, of those crossed out nothing, and what stands beside them."""
    said, start, width = into
    cells = {at: kept[at] if at < len(kept) and at not in row.crossed else None for at in sorted(row.reading.columns)}
    for target in (STATUS, NOTES):
        if target in beside and (at := row.reading.column_of(target)) is not None:
            held = cells[at] if target == NOTES else None
            cells[at] = f"{held}\n{beside[target]}" if held else beside[target]
    values: list[Any] = [None] * start[id(row.reading)]
    values += [str(cell) if isinstance(cell, str) else cell for cell in (*cells.values(), *map(beside.get, said))]
    return [*values, *[None] * (width - len(values)), row.happens]
