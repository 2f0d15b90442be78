"""The rows of a list that came back, so that the one table shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.ui.kit.plain import Column, Row
from workbench.ui.pages.import_rows import PlanList, with_room

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.returned import Returned

RESULTS = {
    "changed": ("edited", "changed", "Edited"),
    "clash": ("clash", "doubt", "Clashes"),
    "new": ("new", "new", "New"),
    "doubtful": ("asks", "doubt", "Asks"),
    "rejected": ("cannot", "bad", "Cannot import"),
    "meanwhile": ("changed here", "same", "Changed here meanwhile"),
    "same": ("same", "same", "Same"),
    "skipped": ("left out", "quiet", "Left out"),
}
"""By result: its word in a row, its tone, its chip."""
_TONES = {"rejected": "bad", "doubtful": "warn", "clash": "warn"}


class ReturnList(PlanList):
    """The plan of a list that came back; a row's id is its place in the plan, from 1."""

    name, title = "return", "A list that came back"
    columns: tuple[Column, ...] = (
        Column("row", "Row", align="right"),
        Column("result", "Result", pill=True),
        Column("provider", "Record", bold=True),
        Column("happens", "What happens"),
    )

    def __init__(self, plan: Returned | None) -> None:
        super().__init__(None)
        self.rows: Any = plan.rows if plan else []
        self._several = len({row.sheet for row in self.rows}) > 1
        self.columns = with_room(type(self).columns, {RESULTS[row.result][0] for row in self.rows})

    def _row(self, place: int) -> Row:
        row: Any = self.at(place)
        word, tone, _ = RESULTS[row.result]
        number = f"{row.sheet} {row.number}" if self._several else str(row.number)
        texts = (number, word, row.provider or "—", row.happens)
        return Row(place, texts, ("quiet", tone, "", _TONES.get(row.result, "quiet")))

    def _words(self, place: int) -> str:
        row: Any = self.at(place)
        return f"{row.provider} {row.happens} {row.number}".casefold()
