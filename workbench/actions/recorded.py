"""What the trail says of the outcomes of an item: each with the outcome before it, and how the file stood until then.

The sentences that stand among a file's remarks and reasons are for people, who may write them anew: nothing is decided by them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.records.application import Application
from workbench.records.meeting import AgendaItem
from workbench.store import trail


@dataclass(frozen=True)
class Recorded:
    """An outcome as it was recorded, taken back, undone or redone: one step of the office."""

    outcome: str
    before: str
    out_of_turn: str
    file: Mapping[str, Any]
    """The row of the file before that step."""


def of(row: AgendaItem) -> Iterator[Recorded]:
    """The outcomes of an item, the newest first; of those alone that changed something of its file."""
    files = {each.step.id: each for each in trail.of(Application._meta.table_name, row.application_id)}  # type: ignore[attr-defined]
    for each in trail.of(AgendaItem._meta.table_name, row.id):
        item, was, file = each.after or {}, each.before or {}, files.get(each.step.id)
        outcome, before = item.get("outcome", ""), was.get("outcome", "")
        if outcome != before and file is not None and file.before is not None:
            yield Recorded(outcome, before, item.get("out_of_turn", ""), file.before)
