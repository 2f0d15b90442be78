"""The plan of a list that comes back: row by row what was edited in the file, what changed here meanwhile, and where both did."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple

from workbench.lists.listing import ListOf
from workbench.records import texts
from workbench.records.words import of
from workbench.sheets import asking, wording
from workbench.sheets.asking import Option, Question
from workbench.sheets.back import happening
from workbench.sheets.decisions import DIFFERS, Choices, Place
from workbench.sheets.marks import Mark
from workbench.sheets.plan import Plan
from workbench.sheets.plan_row import Candidate, PlanRow, RowProblem
from workbench.sheets.reading import Cell

GROUPS = ("changed", "clash", "new", "doubtful", "rejected", "meanwhile", "same", "skipped")
COUNTED = {"clash": "doubtful", "meanwhile": "same"}
"""What a group counts as where an import counts its rows: a clash waits for a decision, ours stays as it is."""
FILE, OURS = "file", "ours"
OURS_STAY, FILES = Option(OURS, "ours stays"), Option(FILE, "what the file says is taken")
ALL_ROWS = f"{DIFFERS}|"
"""Of the question whose values hold in all rows that ask."""
_MOST_NAMED = 20


@dataclass(frozen=True)
class Decided:
    """What a person decided about the rows of a list that came back; by default nothing, which is always safe."""

    choices: Choices = field(default_factory=Choices)
    """As of any import; a target is the key of a column, and a ruling is about who an added row of a roster is."""
    rows: Mapping[Place, int | Literal["new"]] = field(default_factory=dict)
    """Whose record a row is that asks: an id, or “new”."""
    sides: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    """By sheet, row and column, whose value holds where both changed: FILE or OURS."""
    corrects: frozenset[Place] = frozenset()
    """Rows whose later day corrects the term that there is instead of renewing it."""


class Edit(NamedTuple):
    """One value that the file has otherwise than it went out."""

    key: str
    heading: str
    name: str
    """The field."""
    was: str
    """What it said when it went out; of what both changed alone, since else ours says it still."""
    ours: str
    file: str
    old: Any
    new: Any
    clash: bool = False
    side: str = FILE
    """Whose value holds; empty while nobody decided."""
    why: str = ""
    """Why it asks although only the file has it otherwise: "ours is later"."""

    @property
    def reads_ours(self) -> str:
        """Our value as a page shows it."""
        return texts.day(self.old) if isinstance(self.old, date) else self.ours

    @property
    def reads_file(self) -> str:
        """The file's value as a page shows it, with the zeros that a spreadsheet dropped."""
        if isinstance(self.new, str) and self.new.isdecimal() and self.file.isdecimal():
            return self.new
        return texts.day(self.new) if isinstance(self.new, date) else self.file


class BackRow:
    """What one row of the list does."""

    __slots__ = tuple(
        ["candidates", "cells", "edits", "id", "moved", "notes", "number", "problems", "renews", "result", "sheet"]
        + ["struck", "title", "told", "typed", "values", "corrects"]
    )

    def __init__(self, sheet: str, number: int, cells: tuple[Cell, ...], id: int | None) -> None:
        self.sheet, self.number, self.cells, self.id = sheet, number, cells, id
        self.title, self.result = "", "same"
        self.edits: list[Edit] = []
        self.moved: list[str] = []
        """The headings of what changed here meanwhile."""
        self.renews = False
        """Whether the edits open a new term, and the one that there is stays as an earlier one."""
        self.corrects = False
        """Whether they would, and it was said that they correct the term that there is."""
        self.struck = False
        """Whether it is struck through, and asks whether that person resigned."""
        self.values: dict[str, Any] = {}
        """Of a new record its values by field."""
        self.problems: tuple[RowProblem, ...] = ()
        self.candidates: tuple[Candidate, ...] = ()
        self.notes: list[str] = []
        self.told: list[str] = []
        self.typed: dict[int, str] = {}
        """By column what was typed in the review in the place of what the file has."""

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return self.sheet, self.number

    @property
    def provider(self) -> str:
        """What the record is called, as every plan's rows have it."""
        return self.title

    @property
    def taken(self) -> list[Edit]:
        """The edits that are written."""
        return [edit for edit in self.edits if edit.side == FILE]

    @property
    def happens(self) -> str:
        """What the row does, in one line."""
        return " ".join([happening.told(self), *self.notes])


@dataclass(slots=True)
class SheetBack:
    """A sheet of the file, and how its columns were understood."""

    name: str
    heading_row: int
    columns: dict[str, str | None]
    """By label what a column sets; None for what is only told, or not ours."""
    headings: list[str]
    """As they stand in the sheet."""
    known: frozenset[int]
    """The columns of the list; what stands in others is not kept, since nobody knows how private it is."""


@dataclass(slots=True)
class Returned:
    """What a list that came back will do."""

    file_name: str
    sha256: str
    mark: Mark
    listed: ListOf
    step: int
    rows: list[BackRow | PlanRow]
    sheets: list[SheetBack]
    absent: list[tuple[int, str]]
    """Records that went out and are in no row any more: id and title. Nobody is deleted for it."""
    unread: list[str]
    """Columns that somebody added, or that stand twice."""
    not_taken: list[str]
    ordinary: Plan | None = None
    """The plan of the rows that were added, by the ordinary way of an import."""

    @property
    def counts(self) -> dict[str, int]:
        """How many rows there are of each group."""
        counted = Counter(row.result for row in self.rows)
        return {group: counted[group] for group in GROUPS}

    @property
    def writes(self) -> bool:
        """Whether the import would write anything."""
        ours = any(row.result in ("changed", "new") for row in self.rows if isinstance(row, BackRow))
        return ours or self.ordinary is not None and self.ordinary.writes

    @property
    def to_write(self) -> int:
        """How many rows would be written."""
        counts = self.counts
        return counts["changed"] + counts["new"]

    @property
    def untouched(self) -> bool:
        """Whether the file says what it said when it went out."""
        counts, quiet = self.counts, not self.absent and not any(row.notes or row.told for row in self.rows)
        return quiet and counts["same"] + counts["meanwhile"] == len(self.rows)

    @property
    def new_list_entries(self) -> list[tuple[str, str]]:
        """What is added to the office's own lists: (“Department”, “Wound Care”)."""
        from workbench.sheets.entered import Proposed

        found = [
            (v.model.__name__, v.name)
            for row in self.rows
            if isinstance(row, BackRow)
            for v in _written(row)
            if isinstance(v, Proposed)
        ]
        return list(dict.fromkeys([*found, *(self.ordinary.new_list_entries if self.ordinary else [])]))

    def questions(self) -> list[Question]:
        """What a person would be asked or told, with the safe choice."""
        asking_ = [row for row in self.rows if isinstance(row, BackRow) and row.result in ("clash", "doubtful")]
        found = [_asked(row) for row in asking_]
        if len(clashes := [row for row in asking_ if row.result == "clash"]) > 1:
            about = f"{of(len(clashes), 'row asks', 'rows ask')} whose values hold"
            found.append(Question("", about, len(clashes), OURS_STAY.says, ALL_ROWS, (OURS_STAY, FILES)))
        told = Counter(text for row in self.rows if isinstance(row, BackRow) for text in row.told)
        sheet = self.sheets[0].name if self.sheets else ""
        found += [Question(sheet, text, count, "said, not taken") for text, count in told.items()]
        if self.absent:
            named = "; ".join(title for _, title in self.absent[:_MOST_NAMED])
            found.append(
                Question(
                    sheet, f"Rows that went out and are not in the file: {named}", len(self.absent), "kept as they are"
                )
            )
        return [*found, *self._renamed(sheet), *(self.ordinary.questions if self.ordinary else [])]

    def _renamed(self, sheet: str) -> list[Question]:
        """Columns that may be the list's under another heading: what was edited in them is not taken."""
        gone = [head for _, head in self.mark.columns if not any(head in each.headings for each in self.sheets)]
        if not gone or not self.unread:
            return []
        about = f"Not of the list: {texts.listed(self.unread)}; of the list and not in the file: {texts.listed(gone)}"
        chosen = "left out with what was edited there: give the columns their headings back"
        return [Question(sheet, about, len(self.rows), chosen)]

    def summary(self) -> dict[str, Any]:
        """The JSON of `import --json` (design/commands.md)."""
        counts, asked = Counter({group: 0 for group in GROUPS}), self.questions()
        named = asking.called(asked)
        labels = {(s.name, label.partition(": ")[2]): label for s in self.sheets for label in s.columns}
        for group, count in self.counts.items():
            counts[COUNTED.get(group, group)] += count
        kinds = ("changed", "same", "skipped", "rejected", "doubtful")
        return {
            "rows": len(self.rows),
            "added": counts["new"],
            **{kind: counts[kind] for kind in kinds},
            "sheets": [{"name": s.name, "heading_row": s.heading_row, "columns": s.columns} for s in self.sheets],
            "problems": [
                p._replace(column=labels.get((row.sheet, p.column), p.column)).spoken(row.sheet, row.number)
                for row in self.rows
                for p in row.problems
            ],
            "changes": [change for row in self.rows for change in _changes(row)],
            "questions": [each.spoken(named.get(each.key, "")) for each in asked],
        }


def row_key(row: BackRow) -> str:
    """The key of the question whose values of a row hold."""
    return asking.key_of(f"row {row.number}", row.sheet)


def _asked(row: BackRow) -> Question:
    about = f"Row {row.number}, {row.title or 'nobody named'}: {row.happens}"
    if row.result != "clash":
        return Question(row.sheet, about, 1, "left out")
    return Question(row.sheet, about, 1, "left out", row_key(row), (OURS_STAY, FILES), row=row.number)


def _changes(row: "BackRow | PlanRow") -> list[dict[str, Any]]:
    if row.result != "changed":
        return []
    if isinstance(row, BackRow):
        return [
            {"provider": row.title, "field": e.heading, "old": _kept(e.old, e.ours), "new": _kept(e.new, e.file)}
            for e in row.taken
        ]
    return [
        {
            "provider": row.provider,
            "field": c.field,
            "old": wording.openly(c.target, c.old),
            "new": wording.openly(c.target, c.new),
        }
        for c in row.changes
    ]


def _kept(value: Any, shown: str) -> str:
    """A value as the office has it, days as ISO; what is kept by its number, an entry of a list, as the cell shows it."""
    return wording.plain(value) if isinstance(value, date | str) else shown


def _written(row: BackRow) -> list[Any]:
    return [*row.values.values(), *(edit.new for edit in row.taken)] if row.result in ("changed", "new") else []
