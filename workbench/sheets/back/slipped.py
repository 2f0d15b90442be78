"""Columns that were sorted or moved by a row without the others: what their cells say is each another row's."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from workbench.sheets.returned import BackRow, Decided, Edit

WHY = "this is another row's value, as if the column had been sorted or moved by itself"
_LEAST, _SORTED = 4, 3
"""Rows of a column that moved, and of one that was only sorted, so that no value of it is lost."""


def ask(rows: Sequence[BackRow], decided: Decided, renewed_by: str) -> None:
    """Let what slipped into other rows wait for a decision; what was typed in the review is meant."""
    for name in _slipped(rows, decided.choices.corrections):
        for row in rows:
            found = [_waiting(row, edit, decided) if edit.name == name else edit for edit in row.edits]
            row.edits = found
    for row in rows:
        if any(edit.why == WHY for edit in row.edits):
            row.renews = row.renews and any(edit.name == renewed_by for edit in row.taken)
            asks = any(edit.clash and not edit.side for edit in row.edits)
            row.result = "clash" if asks else "changed" if row.taken else "same"


def _waiting(row: BackRow, edit: Edit, decided: Decided) -> Edit:
    if edit.clash or (*row.place, edit.key) in decided.choices.corrections:
        return edit
    return edit._replace(clash=True, side=decided.sides.get((*row.place, edit.key), ""), why=WHY)


def _slipped(rows: Sequence[BackRow], typed: Mapping[Any, Any]) -> Collection[str]:
    """The fields whose edited rows hold the same values as before, hardly one lost, in other places."""
    by_field: dict[str, list[Edit]] = {}
    for row in rows:
        for edit in row.edits:
            if not edit.clash and (*row.place, edit.key) not in typed:
                by_field.setdefault(edit.name, []).append(edit)
    return [name for name, edits in by_field.items() if _are_the_same_values(edits)]


def _are_the_same_values(edits: Sequence[Edit]) -> bool:
    lost = Counter(_plain(edit.old) for edit in edits) - Counter(_plain(edit.new) for edit in edits)
    missing = lost.total()
    return len(edits) >= _SORTED if not missing else len(edits) >= _LEAST and missing <= max(1, len(edits) // 4)


def _plain(value: Any) -> str:
    return "" if value is None else str(value).casefold()
