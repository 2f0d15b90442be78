"""A row of a plan: what one row of the file will do, and what it may be about."""

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from workbench.records.provider import Provider
from workbench.sheets import targets, wording
from workbench.sheets.asking import Question
from workbench.sheets.cell import texts
from workbench.sheets.comparison.effects import KEPT, Effect
from workbench.sheets.comparison.persons import Match, Person
from workbench.sheets.decisions import Place
from workbench.sheets.known import AT
from workbench.sheets.painted import Mark
from workbench.sheets.reading import Cell
from workbench.sheets.recognizing import DataRow, SheetReading
from workbench.sheets.wording import Change, Disputed

_P = AT["provider"]
_TITLED = tuple(_P[name] for name in Provider.titled_by)


class RowProblem(NamedTuple):
    """A value that cannot be taken."""

    target: str
    message: str
    typed: str
    column: str
    read_in: str = ""
    """The target of the column that it was read from, where that is another one: a last name of a column of full names."""

    @property
    def mended_in(self) -> str:
        """The target whose text is typed anew to mend it."""
        return self.read_in or self.target

    @property
    def named(self) -> str:
        """What the text is called that is to be mended: the column as the file has it, else in words."""
        return self.column or targets.title(self.mended_in)

    def spoken(self, sheet: str, row: int) -> dict[str, Any]:
        """As `import --json` tells it: a private value is dots, and so is what is said of it."""
        value, message = wording.openly(self.target, self.typed), wording.veiled(self.target, self.message)
        return {"sheet": sheet, "row": row, "column": self.column, "value": value, "message": message}


class Candidate(NamedTuple):
    """Someone a doubtful row may be about."""

    key: int | Place
    """What a ruling takes."""
    name: str
    npi: str
    license: str
    expires: str
    why: str
    known: Mapping[str, str] = MappingProxyType({})
    """What the office has of the person, by target, as the row's own values read: last, first and middle name, suffix, degree, NPI,
    specialty, department, city, phone, e-mail and the current licenses (license.number, license2.number, ...). Blanks are absent."""


class RowAsked(NamedTuple):
    """What is asked of a row alone: of which of several terms its value is."""

    question: Question
    open: bool
    """Whether nobody answered it, now or before."""
    word: str
    told: Any
    """The value, as the record keeps it."""
    kept: bool = True
    """Whether the answer is remembered; one that the record itself shows from then on needs not be."""


_NOTHING: Mapping[str, str] = MappingProxyType({})


def _nothing(person: Person) -> Mapping[str, str]:
    return {}


class PlanRow:
    """What one row of the file will do; its texts are made when they are asked for."""

    __slots__ = (
        "asks",
        "carried",
        "cells",
        "company",
        "crossed",
        "effects",
        "filed",
        "mark",
        "matches",
        "notes",
        "number",
        "ours",
        "person",
        "problems",
        "reading",
        "result",
        "preferred",
        "told",
        "typed",
        "values",
        "words",
    )

    def __init__(self, reading: SheetReading, data: DataRow, values: Mapping[str, Any]) -> None:
        self.reading, self.values = reading, values
        self.number, self.cells, self.carried = data.number, data.cells, data.carried
        self.filed: tuple[Cell, ...] = data.filed or data.cells
        """The cells as the file has them; in `cells` what the rows above say is filled in, and what was typed in the review."""
        self.typed: Mapping[str, str] = _NOTHING
        """By target what was typed in the review in the place of what the file has."""
        self.result = "rejected"
        self.company = False
        """Whether it is taken for a company as long as nobody says otherwise."""
        self.mark: Mark | None = None
        """What the row's formatting sets it apart by."""
        self.crossed: Collection[int] = ()
        """Columns whose value is crossed out and not taken."""
        self.person: Person | None = None
        self.effects: list[Effect] = []
        self.preferred: Collection[str] = ()
        """Targets whose value somebody chose over ours."""
        self.problems: tuple[RowProblem, ...] = ()
        self.matches: tuple[Match, ...] = ()
        self.ours: Callable[[Person], Mapping[str, str]] = _nothing
        """What the office has of somebody, by target; told by the comparison where the row asks."""
        self.notes: list[str] = []
        """What of the row was left out or left open."""
        self.words: tuple[tuple[str, str], ...] = ()
        """Words close to the office's own, by target: those that wait for their meaning, and those that have one."""
        self.asks: tuple[RowAsked, ...] = ()
        self.told: list[str] = []
        """What comes in as the row has it, and is to be looked at."""

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        return self.reading.name

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return self.reading.name, self.number

    @property
    def provider_id(self) -> int | None:
        """The person's id in the office; of a new person the id that it will get."""
        return self.person.row[0] if self.person else None

    @property
    def provider(self) -> str:
        """The person as the office will show it; of a row that is not imported, as the file names it."""
        return person_title(self.person) if self.person else self.named

    @property
    def named(self) -> str:
        """The person as the file names them."""
        parts = (self.values.get(f"provider.{name}", "") for name in Provider.titled_by)
        return Provider.title_of(*parts) or str(self.values.get("provider.full_name", ""))

    @property
    def npi(self) -> str:
        """The NPI, also a wrong one as typed."""
        return self.shown("provider.npi") or (self.person.row[_P["npi"]] if self.person else "")

    @property
    def specialty(self) -> str:
        """The specialty as the file has it."""
        return self.shown("provider.specialty")

    @property
    def license_expires(self) -> str:
        """When the license expires, also a wrong date as typed."""
        return self.shown("license.expires")

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Who a doubtful row may be about."""
        return tuple(
            Candidate(
                match.person.key,
                person_title(match.person),
                match.person.row[_P["npi"]],
                *wording.license_of(match.person),
                match.why,
                self.ours(match.person),
            )
            for match in self.matches
        )

    @property
    def open_asks(self) -> list[Question]:
        """What is asked of the row and nobody answered yet."""
        return [each.question for each in self.asks if each.open]

    @property
    def happens(self) -> str:
        """What the row does, in words."""
        return wording.happens(self)

    @property
    def changes(self) -> list[Change]:
        """Field by field what changes; of a row that is not about someone known, what it says."""
        return wording.changes(self)

    @property
    def disputed(self) -> list[Disputed]:
        """Where ours stays although the row says otherwise, and where somebody chose the row's."""
        return wording.disputed(self)

    def shown(self, target: str) -> str:
        """The file's value as it reads, or the wrong text as typed."""
        if target in self.values:
            return wording.reads(target, self.values[target])
        return next((problem.typed for problem in self.problems if problem.target == target), "")

    def was(self, target: str) -> str:
        """What the office has of a target that this row changes."""
        found = next((e for e in self.effects if e.target == target and e.verb != KEPT), None)
        return wording.reads(target, found.old) if found else ""

    def wrong(self, target: str) -> bool:
        """Whether the value has a problem."""
        return any(problem.target == target for problem in self.problems)

    def problem(self, target: str, message: str) -> RowProblem:
        """What is wrong with a value of the row, with what was typed."""
        at = self.reading.source_of(target)
        typed = self.cells[at] if at is not None and at < len(self.cells) else self.typed.get(target)
        column = "" if at is None else self.reading.label(at)
        return RowProblem(target, message, _as_shown(typed), column, self.reading.read_in(target))

    def column(self, target: str) -> str:
        """The column that a target was read from."""
        at = self.reading.column_of(target)
        return "" if at is None else self.reading.label(at)


def _as_shown(cell: Cell) -> str:
    """A cell as Excel shows it: a number kept with a fraction of nothing has none."""
    return "" if cell is None else cell if isinstance(cell, str) else texts.typed(cell)


def person_title(person: Person) -> str:
    """How the office shows a person."""
    return Provider.title_of(*(person.row[at] for at in _TITLED))
