"""A sheet understood as a table: what each column means, its rows, and what is asked of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from workbench.sheets import targets
from workbench.sheets.as_of import Said
from workbench.sheets.asking import UNANSWERED, Question, Replies
from workbench.sheets.cell.manners import Manners
from workbench.sheets.row.sorting import Asked, DataRow, Skipped

Meanings = Mapping[tuple[str, str], str]
"""By target and folded text what the text means; "" leaves the value blank."""


def folded(text: str) -> str:
    """A text of a cell as meanings are looked up by."""
    return " ".join(text.split()).casefold()


_NAME = ("provider.full_name", "provider.last")
_PLACE = ("provider.city_state", "provider.street")
_INSIDE: Mapping[str, tuple[str, ...]] = {
    "provider.full_name": ("provider.last",),
    "provider.last": ("provider.full_name",),
    "provider.middle": ("provider.full_name", "provider.first"),
    **dict.fromkeys([f"provider.{part}" for part in ("first", "suffix", "degree", "former_names")], _NAME),
    **dict.fromkeys([f"provider.{part}" for part in ("preferred", "alias")], _NAME),
    **dict.fromkeys([f"provider.{part}" for part in ("city", "state", "zip")], _PLACE),
    "provider.department": ("provider.department_section",),
    "provider.section": ("provider.department_section",),
    "provider.status_since": ("provider.left_on",),
    "provider.npi": ("provider.full_name",),
}
"""By target the columns whose cells may hold it too, the likeliest first."""
_BESIDE = {
    "per_claim": ("limits",),
    "aggregate": ("limits",),
    "limits": ("per_claim", "aggregate"),
    "title": ("issuer",),
}
"""The same of what belongs to a credential, by the name alone; its number may hold all of it."""


NO_HEADINGS = 0
"""Said of a sheet in the place of a row: none holds headings, and the columns are named by hand."""


@dataclass(frozen=True)
class Correction:
    """What the person said of a sheet: the row of the headings, and columns with their target (None: leave it out)."""

    heading_row: int | None = None
    """From 1; NO_HEADINGS where no row holds any."""
    columns: Mapping[int, str | None] = field(default_factory=dict)


@dataclass(slots=True)
class SheetReading:
    """A sheet understood as a table. Columns count from A = 0, rows from 1."""

    name: str
    visible: bool
    heading_row: int
    heading_rows: tuple[int, ...]
    headings: dict[int, str]
    columns: dict[int, str | None]
    constants: dict[str, str]
    rows: list[DataRow]
    skipped: list[Skipped]
    notes: list[str]
    asked: list[Asked] = field(default_factory=list)
    """Lines between the rows that a person would be asked about."""
    passed: str = ""
    """What is said of the rows that are no data: section lines, headings again, totals."""
    said: Said | None = None
    """The day that it stands for, as far as it is said."""
    look: tuple[str, ...] = ()
    """The texts of the row of the headings, column by column; "" where there is none."""
    correction: Correction = Correction()
    """What a person said of the columns."""
    meanings: Meanings = field(default_factory=dict)
    manners: Manners = field(default_factory=Manners)
    held: dict[int, str] = field(default_factory=dict)
    """By row the status that holds whatever the row says; "" while that is asked."""
    questions: list[Question] = field(default_factory=list)
    answers: Replies = UNANSWERED
    people: bool = False
    """Whether somebody said that all rows are people, also those that would be taken for companies."""
    may_mean: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Columns of which the targets are known between which it is asked."""
    may_be_facilities: dict[int, bool] = field(default_factory=dict)
    """Columns that may be one facility each, by whether that is worth a question where the office has none of that name."""

    @property
    def as_of(self) -> date | None:
        """The day that the sheet says it stands for."""
        return self.said.day if self.said else None

    @staticmethod
    def letter(column: int) -> str:
        """A, B, ... Z, AA as Excel shows it."""
        text = ""
        column += 1
        while column:
            column, rest = divmod(column - 1, 26)
            text = chr(65 + rest) + text
        return text

    def label(self, column: int) -> str:
        """The column's letter and heading: "B: Lic Exp"."""
        heading = self.headings.get(column, "")
        return f"{self.letter(column)}: {heading}" if heading else self.letter(column)

    def column_of(self, target: str) -> int | None:
        """The first column that holds a target."""
        return next((column for column, found in self.columns.items() if found == target), None)

    def source_of(self, target: str) -> int | None:
        """The column that a target is read from: its own, or the one whose cells hold it among other things."""
        places = map(self.column_of, _sources(target))
        return next((column for column in places if column is not None), None)

    def read_in(self, target: str) -> str:
        """The target of the column that a target is read from; the target itself where no column holds it."""
        at = self.source_of(target)
        return target if at is None else self.columns[at] or target


def _sources(target: str) -> list[str]:
    """The targets of the columns that may hold a target, its own first: license2.expires may stand in that of license.number."""
    found = [target, *_INSIDE.get(target, ())]
    plain = targets.plain(target)
    group, own = target.partition(".")[0], plain.partition(".")[0]
    if own in targets.SORTS:
        name = plain.partition(".")[2]
        beside = (name, *_BESIDE.get(name, ()), "number", "issuer")
        found += [f"{each}.{part}" for each in dict.fromkeys((group, own)) for part in beside]
    return found
