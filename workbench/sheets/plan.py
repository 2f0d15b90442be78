"""The plan of an import: what every row of the file will do, seen before anything is written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from workbench.records import texts
from workbench.sheets import as_of, asking, wording
from workbench.sheets.as_of import Said
from workbench.sheets.asking import Question
from workbench.sheets.comparison.effects import KEPT
from workbench.sheets.decisions import Choices, Place
from workbench.sheets.known import Drafts
from workbench.sheets.look import Look
from workbench.sheets.painted import MarkAsked
from workbench.sheets.plan_row import PlanRow
from workbench.sheets.recognizing import SheetReading

RESULTS = ("new", "changed", "same", "doubtful", "rejected", "skipped")


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
    close: bool = False
    """Whether it is no entry of its list and close to one: it is left out until somebody says what it means."""
    sheet: str = ""
    """Where it stands first."""
    meant: str = ""
    """Which of the options a legend in the file says that it means."""


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
    today: date | None = None
    """The day of the import: the one that the file speaks of where neither it nor anybody says another."""

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
    def said(self) -> Said | None:
        """The day that the file says it stands for, and where; of several the oldest."""
        return min((reading.said for reading in self.readings if reading.said), default=None)

    @property
    def as_of(self) -> date | None:
        """The day that its values are of."""
        return self.choices.day_of(self.said.day if self.said else None) or self.today

    @property
    def stands_for(self) -> str:
        """The day that its values are of, and who says so: "Sep 30, 2026, as its title says"."""
        return f"{texts.day(self.as_of)}, {self.who_says}" if self.as_of else ""

    @property
    def who_says(self) -> str:
        """Who says which day that is: "as its title says"."""
        if self.choices.answers.replies.chosen.get(as_of.KEY):
            return "as you said"
        return f"as its {self.said.where} says" if self.said else "the day of the import: the sheet names no day"

    @property
    def day_asked(self) -> Question:
        """The question which day it stands for, which takes an answer also where the file says it."""
        chosen = self.choices.answers.replies.chosen.get(as_of.KEY)
        return as_of.asked(self.said.day if self.said else None, chosen, len(self.rows))

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
        """The JSON of `import --json` (design/commands.md); private values are dots, as on the page."""
        counts, named = Counter(self.counts), asking.called(self.questions)
        return {
            "rows": len(self.rows),
            "added": counts["new"],
            **{result: counts[result] for result in ("changed", "same", "skipped", "rejected", "doubtful")},
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "sheets": self.columns_read(),
            "problems": [p.spoken(row.sheet, row.number) for row in self.rows for p in row.problems],
            "changes": [
                {
                    "provider": row.provider,
                    "field": wording.title(e),
                    "old": wording.openly(e.target, wording.plain(e.old)),
                    "new": wording.openly(e.target, wording.plain(e.new)),
                }
                for row in self.rows
                if row.result == "changed"
                for e in row.effects
                if e.verb != KEPT
            ],
            "absent": [{"id": row.provider_id, "provider": row.provider, "npi": row.npi} for row in self.absent],
            "questions": [each.spoken(named.get(each.key, "")) for each in self.questions],
        }


def counted(rows: Sequence[PlanRow]) -> dict[str, int]:
    """How many rows have each result."""
    counts = Counter(row.result for row in rows)
    return {result: counts[result] for result in RESULTS}
