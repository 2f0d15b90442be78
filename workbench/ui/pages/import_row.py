"""The card beside the plan: one row in full, what is wrong with it in boxes to mend, and who it may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.labels import Words, heading, note, small

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.plan import Candidate, Change, PlanRow, RowProblem

SHOWN_CHANGES = 40


@dataclass(frozen=True)
class Decisions:
    """What a person can decide about a row; each takes the row."""

    mend: Callable[[PlanRow, dict[str, str]], object]
    """With the texts typed instead, by target."""
    rule: Callable[[PlanRow, Any], object]
    """With the key of a candidate, or “new”."""
    without: Callable[[PlanRow], object]
    skip: Callable[[PlanRow], object]


class RowCard(Card):
    """Shows one row of a plan; what the person decides goes to Decisions."""

    def __init__(self, decide: Decisions) -> None:
        super().__init__("")
        self._decide = decide
        self._boxes: dict[str, QLineEdit] = {}
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("The row in full")
        self.add(self._scroll, 1)
        self.setMinimumWidth(330)
        self.show_row(None)

    def show_row(self, row: PlanRow | None) -> None:
        """Show a row, or what to do when there is none."""
        inner = QWidget()
        inner.setObjectName("clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        self._boxes = {}
        self.set_title(f"Row {row.number} · {row.provider or 'nobody named'}" if row else "")
        if row is None:
            column.addWidget(note("Choose a row to see what it would do, field by field."))
        else:
            self._fill(column, row)
        column.addStretch(1)
        self._scroll.setWidget(inner)

    def focus_first(self) -> None:
        """Go to the first box that wants mending."""
        for box in self._boxes.values():
            box.setFocus()
            box.selectAll()
            return

    def _fill(self, column: QVBoxLayout, row: PlanRow) -> None:
        if row.problems:
            self._add_problems(column, row)
        else:
            column.addWidget(note(row.happens))
        if row.candidates and row.result in ("doubtful", "rejected"):
            self._add_candidates(column, row)
        if row.changes and not row.problems:
            column.addWidget(_changes(row.changes[:SHOWN_CHANGES]))
        for text in (*row.notes, *row.told):
            column.addWidget(note(text))
        column.addWidget(
            note("A value that is imported is recorded as stated by the roster, not as verified at the source.")
        )
        buttons = QHBoxLayout()
        word = "&Bring it in after all" if row.result == "skipped" else "&Leave this row out"
        buttons.addWidget(bare_button(word, "", lambda: self._decide.skip(row)))
        buttons.addStretch(1)
        column.addLayout(buttons)

    def _add_problems(self, column: QVBoxLayout, row: PlanRow) -> None:
        for problem in row.problems:
            self._add_problem(column, row, problem)
        buttons = QHBoxLayout()
        if self._boxes:
            buttons.addWidget(bare_button("&Mend", "primary", lambda: self._apply(row)))
            if row.result == "rejected":
                several = "these values" if len(row.problems) > 1 else "this value"
                buttons.addWidget(bare_button(f"Bring in &without {several}", "", lambda: self._decide.without(row)))
        buttons.addStretch(1)
        column.addLayout(buttons)

    def _add_problem(self, column: QVBoxLayout, row: PlanRow, problem: RowProblem) -> None:
        said = Words(problem.message).kind("bad")
        said.setWordWrap(True)
        if not problem.target:
            column.addWidget(said)
            return
        box = QLineEdit(problem.typed)
        label = small(problem.column or problem.target)
        label.setBuddy(box)
        box.setAccessibleName(problem.column or problem.target)
        box.setAccessibleDescription(problem.message)
        box.returnPressed.connect(lambda: self._apply(row))
        self._boxes[problem.target] = box
        for part in (label, box, said):
            column.addWidget(part)

    def _apply(self, row: PlanRow) -> None:
        self._decide.mend(row, {target: box.text() for target, box in self._boxes.items()})

    def _add_candidates(self, column: QVBoxLayout, row: PlanRow) -> None:
        column.addWidget(heading("Is it somebody the office knows?"))
        for candidate in row.candidates:
            column.addWidget(_candidate(candidate))
            name = candidate.name.partition(",")[0]
            merge = bare_button(f"&Merge with {name}", "", partial(self._decide.rule, row, candidate.key))
            merge.setAccessibleName(f"Merge with {candidate.name}")
            column.addWidget(merge, 0, Qt.AlignmentFlag.AlignLeft)
        apart = bare_button("&Keep apart", "", lambda: self._decide.rule(row, "new"))
        column.addWidget(apart, 0, Qt.AlignmentFlag.AlignLeft)


def _candidate(candidate: Candidate) -> QWidget:
    facts = [
        f"NPI {candidate.npi}" if candidate.npi else "",
        f"License {candidate.license}" if candidate.license else "",
    ]
    facts.append(f"to {candidate.expires}" if candidate.expires else "")
    words = Words(candidate.name, bold=True)
    words.setWordWrap(True)
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(words)
    known = small(" · ".join(fact for fact in facts if fact))
    known.setWordWrap(True)
    column.addWidget(known)
    column.addWidget(note(f"Agrees by {candidate.why}."))
    return box


def _changes(changes: list[Change]) -> QWidget:
    """Field, now, roster: the old struck through, the new bold."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    for place, text in enumerate(("Field", "Now", "Roster")):
        grid.addWidget(small(text), 0, place)
    for line, change in enumerate(changes, 1):
        old, new = Words(change.old or "—"), Words(change.new or "—", bold=True)
        if change.old:
            font = old.font()
            font.setStrikeOut(True)
            old.setFont(font)
        name = small(change.field)
        name.setToolTip(f"Read from column {change.column}" if change.column else "")
        for place, part in enumerate((name, old, new)):
            part.setWordWrap(True)
            part.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(part, line, place)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    return box
