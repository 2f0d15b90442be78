"""A row as if what the user typed in the review had stood in the file: it is read again, and judged like any other."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from workbench.errors import Problem
from workbench.sheets.plan_row import PlanRow
from workbench.sheets.reading import Cell
from workbench.sheets.recognizing import DataRow
from workbench.sheets.values import understand, understand_value


class Corrected(NamedTuple):
    """What a row says with what was typed: values, problems, notes, and the cells as if the file had them so."""

    values: Mapping[str, Any]
    problems: list[Problem]
    notes: list[str]
    cells: tuple[Cell, ...]


def corrected(row: PlanRow, texts: Mapping[str, str]) -> Corrected:
    """A row some of whose texts were typed anew, by target; an empty one leaves a blank."""
    cells, loose = list(row.cells), {}
    for target, text in texts.items():
        at = row.reading.column_of(target)
        if at is None:  # asked for where no column holds it, as a status that lines say
            loose[target] = text.strip()
        else:
            cells[at] = text.strip() or None
    reading = replace(row.reading, rows=[DataRow(row.number, tuple(cells), row.carried)], people=row.company)
    said = next(understand(reading))
    values, problems = dict(said.values), list(said.problems)
    for target, text in loose.items():
        value, message = understand_value(target, text)
        values.pop(target, None)
        problems = [problem for problem in problems if problem.field != target]
        if message:
            problems.append(Problem(target, message))
        elif value is not None:
            values[target] = value
    return Corrected(values, problems, list(said.notes), tuple(cells))


def left_blank(row: PlanRow, wanted: Collection[str]) -> list[str]:
    """Of the targets whose blank erases those whose cell in this row is blank."""
    columns = (
        (at, target) for at, target in row.reading.columns.items() if target in wanted and target not in row.typed
    )
    blank = {target: row.cells[at] is None for at, target in columns} if wanted else {}
    return [target for target, is_blank in blank.items() if target and is_blank and target not in row.values]
