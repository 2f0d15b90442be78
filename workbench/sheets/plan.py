"""The plan of an import: what every row of the file will do, seen before anything is written."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from workbench.records.provider import Provider
from workbench.sheets import targets, wording
from workbench.sheets.asking import Question
from workbench.sheets.decisions import Choices, Place
from workbench.sheets.effects import KEPT, Effect
from workbench.sheets.known import AT, Drafts
from workbench.sheets.look import Look
from workbench.sheets.painted import Mark, MarkAsked
from workbench.sheets.persons import Match, Person
from workbench.sheets.reading import Cell
from workbench.sheets.recognizing import DataRow, SheetReading
from workbench.sheets.wording import Change, Disputed

RESULTS = ("new", "changed", "same", "doubtful", "rejected", "skipped")
_P = AT["provider"]
_TITLED = tuple(_P[name] for name in Provider.titled_by)


class RowProblem(NamedTuple):
    """A value that cannot be taken."""

    target: str
    message: str
    typed: str
    column: str


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


class Unsettled(NamedTuple):
    """A word that the office does not know, or one whose meaning was said."""

    target: str
    said: str
    """As the file has it."""
    rows: int
    chosen: str | None
    """What somebody said it means, empty for nothing; None while nobody did."""
    proposed: str
    """What it may mean."""
    options: tuple[str, ...]
    """What it can mean; empty where any text can be typed."""


def _nothing(person: Person) -> Mapping[str, str]:
    return {}


class PlanRow:
    """What one row of the file will do; its texts are made when they are asked for."""

    __slots__ = (
        "carried",
        "cells",
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
        "values",
    )

    def __init__(self, reading: SheetReading, data: DataRow, values: Mapping[str, Any]) -> None:
        self.reading, self.values = reading, values
        self.number, self.cells, self.carried = data.number, data.cells, data.carried
        self.filed: tuple[Cell, ...] = data.filed or data.cells
        """The cells as the file has them; in `cells` what the rows above say is filled in."""
        self.result = "rejected"
        self.mark: Mark | None = None
        """What the row's formatting sets it apart by."""
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
        if self.person:
            return person_title(self.person)
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

    def column(self, target: str) -> str:
        """The column that a target was read from."""
        at = self.reading.column_of(target)
        return "" if at is None else self.reading.label(at)


@dataclass(slots=True)
class Plan:
    """What an import will do."""

    file_name: str
    sha256: str
    choices: Choices
    readings: list[SheetReading]
    rows: list[PlanRow]
    absent: list[PlanRow]
    """The current staff that a roster of theirs would name and this one does not; nothing happens to them."""
    unsettled: list[Unsettled]
    """Words whose meaning somebody may say."""
    drafts: Drafts
    step: int
    """The newest step when the plan was made; it holds only as long as no other was made since."""
    counts: dict[str, int]
    questions: list[Question]
    seen: list[Question]
    """What of the file's look was only taken note of, or not looked at."""
    marks: list[MarkAsked]
    """The groups of rows that the file's formatting sets apart, and what becomes of each."""
    looks: Mapping[str, Look]
    """By sheet how it looks, where that is known."""
    left_out: list[str]
    not_taken: list[str]
    withheld: Mapping[str, Mapping[int, bool]]
    """By sheet the columns that are not kept as the file has them, not even in the source rows: nothing of a True one."""

    @property
    def new_list_entries(self) -> list[tuple[str, str]]:
        """What is added to the office's own lists: (“Department”, “Wound Care”)."""
        return self.drafts.new_entries

    @property
    def to_write(self) -> int:
        """Rows that would be written."""
        return self.counts["new"] + self.counts["changed"]

    @property
    def writes(self) -> bool:
        """Whether the import would write anything."""
        return self.drafts.anything

    @property
    def as_of(self) -> date | None:
        """The day the file speaks of, where it says so."""
        return next((reading.as_of for reading in self.readings if reading.as_of), None)

    def of(self, result: str) -> list[PlanRow]:
        """The rows of one result."""
        return [row for row in self.rows if row.result == result]

    def row(self, place: Place) -> PlanRow:
        """The row at a place; raises KeyError."""
        for row in self.rows:
            if row.number == place[1] and row.sheet == place[0]:
                return row
        raise KeyError(place)

    def columns_read(self) -> list[dict[str, Any]]:
        """By sheet how its columns were read."""
        return [
            {
                "name": reading.name,
                "heading_row": reading.heading_row,
                "columns": {reading.label(at): target for at, target in reading.columns.items()},
            }
            for reading in self.readings
        ]

    def summary(self) -> dict[str, Any]:
        """The JSON of `import --json` (design/commands.md)."""
        counts = Counter(self.counts)
        return {
            "rows": len(self.rows),
            "added": counts["new"],
            **{result: counts[result] for result in ("changed", "same", "skipped", "rejected", "doubtful")},
            "sheets": self.columns_read(),
            "problems": [
                {"sheet": row.sheet, "row": row.number, "column": p.column, "value": p.typed, "message": p.message}
                for row in self.rows
                for p in row.problems
            ],
            "changes": [
                {
                    "provider": row.provider,
                    "field": wording.title(e),
                    "old": wording.plain(e.old),
                    "new": wording.plain(e.new),
                }
                for row in self.rows
                if row.result == "changed"
                for e in row.effects
                if e.verb != KEPT
            ],
            "questions": [question.spoken for question in self.questions],
        }


def person_title(person: Person) -> str:
    """How the office shows a person."""
    return Provider.title_of(*(person.row[at] for at in _TITLED))


def target_title(target: str) -> str:
    """How a target is called on screen."""
    return targets.title(target)
