"""Rows that are taken for companies: left out until somebody says that they are people, of one row or of all of a sheet."""

from collections import defaultdict

from workbench.records.words import of
from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.plan_row import PlanRow

LEFT_OUT = "A company, not a person"
OUT = Option("out", "left out")
IN = Option("in", "they are people: brought in")
PERSON = Option("in", "a person: brought in")
_FEW = 8
"""Rows whose numbers are told."""


class Businesses:
    """One pass over the rows: which were taken for companies, and what was answered."""

    def __init__(self, answers: Replies) -> None:
        self._answers = answers
        self._rows: dict[str, list[int]] = defaultdict(list)

    def leaves_out(self, row: PlanRow) -> str:
        """Why a row that is taken for a company stays out; "" where somebody said that it is a person."""
        row.company = True
        self._rows[row.sheet].append(row.number)
        chosen = self._answers.chosen
        said = chosen.get(key_of_row(row)) or chosen.get(key_of("companies", row.sheet), OUT.key)
        return LEFT_OUT if said == OUT.key else ""

    @property
    def questions(self) -> list[Question]:
        """What is asked of all such rows of a sheet."""
        return [self._asked(sheet, numbers) for sheet, numbers in self._rows.items()]

    def _asked(self, sheet: str, numbers: list[int]) -> Question:
        key, options = key_of("companies", sheet), (OUT, IN)
        about = f"{of(len(numbers), 'row is', 'rows are')} taken for companies, not people"
        if len(numbers) == 1:
            about = f"Row {numbers[0]} is taken for a company, not a person"
        elif len(numbers) <= _FEW:
            about += f" (rows {', '.join(map(str, numbers))})"
        return Question(sheet, about, len(numbers), self._answers.to(key, options, OUT.key).says, key, options)


def key_of_row(row: PlanRow) -> str:
    """The key of the question whether one row is a person."""
    return key_of(f"company {row.number}", row.sheet)


def of_row(row: PlanRow) -> Question:
    """The question whether a row that is taken for a company is a person all the same."""
    chosen = OUT if row.result == "skipped" else PERSON
    return Question(row.sheet, f"Row {row.number}", 1, chosen.says, key_of_row(row), (OUT, PERSON), row.number)


def other(row: PlanRow) -> str:
    """The answer of a row that is not the one it has."""
    return PERSON.key if row.result == "skipped" else OUT.key
