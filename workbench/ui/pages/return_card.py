"""The card beside a list that came back: each edit with what it said when it went out, what we say and what the file says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.labels import Words, heading, note, small
from workbench.ui.pages.import_row import Decisions, RowCard

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.returned import BackRow, Edit

FILE, OURS = "file", "ours"


@dataclass(frozen=True)
class Choosing(Decisions):
    """What a person can decide about a row of a list, besides what any import asks."""

    whose: Callable[[Any, Any], object]
    """With the id of its record, or “new”."""
    side: Callable[[Any, Sequence[str], str], object]
    """With the columns, and whose values hold."""
    term: Callable[[Any, bool], object]
    """Whether the later day corrects the term instead of renewing it."""


class BackCard(RowCard):
    """Shows one row of a list that came back; a row that was added is shown as in any import."""

    def __init__(self, decide: Choosing) -> None:
        self._choose = decide
        super().__init__(decide)

    def _fill(self, column: QVBoxLayout, row: Any) -> None:
        if not hasattr(row, "edits"):
            super()._fill(column, row)
            return
        if row.problems:
            self._add_problems(column, row)
        else:
            self.drafts.pop(row.place, None)
            column.addWidget(note(row.happens))
        if row.result == "doubtful":
            self._ask_whose(column, row)
        if row.edits:
            column.addWidget(_edits(row.edits))
            self._ask_sides(column, row)
            self._ask_term(column, row)
        for text in row.told:
            column.addWidget(note(f"{text}."))

    def _ask_whose(self, column: QVBoxLayout, row: BackRow) -> None:
        column.addWidget(heading("Whose row is it?"))
        for place, each in enumerate(row.candidates):
            words = Words(each.name, bold=True)
            words.setWordWrap(True)
            column.addWidget(words)
            mark = "" if place else "&"
            button = bare_button(f"It is {mark}this record", "", partial(self._choose.whose, row, each.key))
            button.setAccessibleName(f"It is {each.name}")
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if row.id is None:
            new = bare_button("It is a &new record", "", partial(self._choose.whose, row, "new"))
            column.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask_sides(self, column: QVBoxLayout, row: BackRow) -> None:
        """Where both changed: one answer for each value, or one for all."""
        clashes = [edit for edit in row.edits if edit.clash]
        if not clashes:
            return
        column.addWidget(heading("Which holds?"))
        for edit in clashes if len(clashes) > 1 else ():
            column.addWidget(small(edit.heading))
            column.addLayout(self._sides(row, [edit], ""))
        if len(clashes) > 1:
            column.addWidget(small("All of them"))
        column.addLayout(self._sides(row, clashes, "&"))

    def _sides(self, row: BackRow, edits: Sequence[Edit], mark: str) -> QHBoxLayout:
        buttons, keys = QHBoxLayout(), [edit.key for edit in edits]
        named = ", ".join(edit.heading for edit in edits)
        for side, text in ((FILE, f"Take the {mark}file's"), (OURS, f"Keep {mark}ours")):
            chosen = all(edit.side == side for edit in edits)
            made = bare_button(text, "primary" if chosen else "", partial(self._choose.side, row, keys, side))
            made.setAccessibleName(f"{text.replace('&', '')}: {named}")
            buttons.addWidget(made)
        buttons.addStretch(1)
        return buttons

    def _ask_term(self, column: QVBoxLayout, row: BackRow) -> None:
        """A later day is a renewal; somebody who mended a slip says so."""
        if row.result != "changed":
            return
        if row.renews:
            made = bare_button("It &corrects the date", "", partial(self._choose.term, row, True))
        elif row.corrects:
            made = bare_button("It is a &renewal", "", partial(self._choose.term, row, False))
        else:
            return
        column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)


def _edits(edits: Sequence[Edit]) -> QWidget:
    """Field, when it went out, here, in the file; without clashes the list said what we say."""
    clash = any(edit.clash and not edit.why for edit in edits)
    heads = ["Field", *(["Went out"] if clash else []), "Here", "File"]
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(6)
    for place, text in enumerate(heads):
        grid.addWidget(small(text), 0, place)
        grid.setColumnStretch(place, 1 if place else 0)
    for line, edit in enumerate(edits, 1):
        went = [edit.was if edit.clash and not edit.why else edit.reads_ours] if clash else []
        values = [*went, edit.reads_ours, edit.reads_file]
        grid.addWidget(small(edit.heading), line, 0, Qt.AlignmentFlag.AlignTop)
        for place, value in enumerate(values, 1):
            last = place == len(values)
            words = Words(value or "empty", bold=last)
            words.setWordWrap(True)
            words.kind("warn" if edit.clash and last else "")
            grid.addWidget(words, line, place, Qt.AlignmentFlag.AlignTop)
    return made
