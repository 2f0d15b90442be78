"""Who a row may be: everybody whom it resembles, with what agrees and what differs, and a button for each answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.labels import Words, heading, note
from workbench.ui.pages import import_beside

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.plan import Plan
    from workbench.sheets.plan_row import Candidate, PlanRow

Rule = Callable[["PlanRow", Any], object]
"""Takes a row and the key of a candidate, or “new”."""


def add(column: QVBoxLayout, row: PlanRow, plan: Plan, rule: Rule) -> QPushButton | None:
    """Put the candidates of a row into a column, best first; of several the button of the first, of one it stands below the card."""
    several = len(row.candidates) > 1
    if several:
        column.addWidget(heading("Is it somebody the office knows?"))
    merges = [_add_one(column, row, each, plan, rule if several else None) for each in row.candidates]
    return next(filter(None, merges), None)


def _add_one(
    column: QVBoxLayout, row: PlanRow, candidate: Candidate, plan: Plan, rule: Rule | None
) -> QPushButton | None:
    name, told = import_beside.called(candidate, plan)
    words = Words(name, bold=True) if rule is not None else heading(f"Is it {name}?")
    words.setWordWrap(True)
    column.addWidget(words)
    why = import_beside.breaking(candidate.why)
    column.addWidget(note(f"{told}. Agrees by {why}; {import_beside.DIFFERS} marks what differs."))
    merge = None
    if rule is not None:
        shown, mark = import_beside.short(name).replace("&", "&&"), "&" * (candidate is row.candidates[0])
        words_of_it = f"{mark}Merge with {shown}\n{told.replace('&', '&&')}"
        merge = bare_button(words_of_it, "", partial(rule, row, candidate.key))
        merge.setAccessibleName(f"Merge with {name}, {told}")
        merge.setToolTip(f"Merge with {name}, {told}")
        column.addWidget(merge, 0, Qt.AlignmentFlag.AlignLeft)
    known = f"Row {candidate.key[1]}" if isinstance(candidate.key, tuple) else "Known"
    lines = import_beside.lines_of(row, candidate, plan)
    column.addWidget(import_beside.Beside(("Field", known, "Roster"), lines))
    return merge


def nameless(row: PlanRow) -> bool:
    """Whether nobody is named in a row of a roster, so that it can only be merged with somebody, or mended."""
    from workbench.sheets.plan_row import PlanRow

    return isinstance(row, PlanRow) and not row.values.get("provider.last")
