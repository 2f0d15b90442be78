"""What the formatting of a sheet does to its rows, under the answers that were given: left out, a status, values crossed out, notes."""

from collections.abc import Collection, Iterable

from workbench.sheets import targets
from workbench.sheets.comparison import cell_comments
from workbench.sheets.decisions import Answers, Choices
from workbench.sheets.look import Look
from workbench.sheets.painted import CROSSED_OUT, IN, OUT, MarkAsked, Marks
from workbench.sheets.plan_row import PlanRow, RowProblem
from workbench.sheets.recognizing import SheetReading

STATUS, NOTES = "provider.status", "provider.notes"
PARTS = {
    "provider.city_state": ("provider.city", "provider.state", "provider.zip"),
    "liability.limits": ("liability.per_claim", "liability.aggregate", "liability.limits"),
}
"""What is read of a column that holds several values."""


def asked(sheets: Iterable[Marks], answers: Answers) -> list[MarkAsked]:
    """Every mark of the sheets with what holds for it."""
    marks = [mark for sheet in sheets for mark in sheet.groups]
    return [MarkAsked(mark, answers.to(mark), bool(answers.given(mark))) for mark in marks]


class Formatted:
    """The formatting of one sheet; `left_out` are the columns of which nothing may be kept."""

    def __init__(
        self,
        reading: SheetReading,
        look: Look | None,
        marks: Marks,
        choices: Choices,
        file: str,
        left_out: Collection[int],
    ) -> None:
        self._marks, self._choices = marks, choices
        self._comments = cell_comments.by_row(look, reading, file, left_out) if look else {}
        crossed = next((mark for mark in marks.groups if mark.key == CROSSED_OUT), None)
        self._crossed_out = marks.crossed_out if crossed and choices.answers.to(crossed) == OUT else {}
        self._does_anything = bool(self._comments or marks.groups)

    def leaves_out(self, row: PlanRow) -> str:
        """Why a row stays out by its mark; "" where it does not."""
        row.mark = self._marks.of_row.get(row.number)
        if row.mark is None or row.place in self._choices.taken or self._choices.answers.to(row.mark) != OUT:
            return ""
        return row.mark.left_out

    def amend(self, row: PlanRow, problems: list[RowProblem]) -> list[RowProblem]:
        """Bring the row's values in line with its formatting, and take away the problems of values that it overrules."""
        if not self._does_anything:
            return problems
        values = dict(row.values)
        row.crossed = self._crossed_out.get(row.number, ())
        gone = {part for at in row.crossed for part in self._targets(row, at)}
        for target in gone & ({p.target for p in problems} | values.keys()):
            row.notes.append(f"{targets.title(target)} is crossed out in the file.")
            values.pop(target, None)
        answer = self._choices.answers.to(row.mark) if row.mark else IN
        if answer not in (IN, OUT):
            values[STATUS], gone = answer, gone | {STATUS}
        if said := self._comments.get(row.number):
            values[NOTES] = f"{values[NOTES]}\n{said}" if NOTES in values else said
        row.values = values
        return [problem for problem in problems if problem.target not in gone]

    @staticmethod
    def _targets(row: PlanRow, column: int) -> Collection[str]:
        target = row.reading.columns.get(column)
        return PARTS.get(target, (target,)) if target else ()
