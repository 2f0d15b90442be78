"""Whether those who came late or left early leave a quorum, where it is counted per item.

When an item was called is not recorded, so nothing is decided by it: the times of the agenda, counted from the call to order,
only say for which items somebody should say who was there."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from workbench.lists.agenda_parts import Agenda, Item
from workbench.lists.recusals import Recused
from workbench.records.texts import clock
from workbench.rules import quorum
from workbench.rules.quorum import OfItem

Attended = Mapping[int, Any]
"""Attendances by seat, with presence, arrived and left."""


def throughout(found: Agenda, attended: Attended) -> int | None:
    """How many votes were there from beginning to end; None where nobody came late or left early."""
    moved = {seat for seat, row in attended.items() if row.arrived or row.left}
    return quorum.present(found.members, found.held, _presence(attended), [*moved]) if moved else None


def doubtful(
    found: Agenda,
    attended: Attended,
    recused: Mapping[int, Collection[Recused]],
    quorums: Mapping[int, OfItem],
    decided: Collection[str],
) -> Iterator[str]:
    """For each decided item that had a quorum by who came, and by the agenda's times had none: what to record."""
    for item in found.items:
        left = quorums.get(item.id)
        if left is None or left.short or item.quorum_choice or item.outcome not in decided or not item.at:
            continue
        at = _called(found, item)
        gone = [seat for seat, row in attended.items() if _is_away(row, at)]
        out = {*gone, *(each.seat for each in recused.get(item.id, ()))}
        there = quorum.present(found.members, found.held, _presence(attended), [*out])
        if gone and there < left.needed:
            votes = "1 vote was" if there == 1 else f"{there} votes were"
            yield (
                f"{item.number}: at {clock(at)}, when it came up by the agenda, {votes} there; the quorum is {left.needed}. Record "
                "whoever had left or not yet come under Recusals, or correct the times under Attendance."
            )


def _presence(attended: Attended) -> dict[int, str]:
    return {seat: row.presence for seat, row in attended.items()}


def _is_away(row: Any, at: str) -> bool:
    return bool(row.arrived and at < row.arrived) or bool(row.left and at >= row.left)


def _called(found: Agenda, item: Item) -> str:
    """When an item came up by the agenda, later by as much as the meeting began late."""
    late = max(0, _minutes(found.opened) - _minutes(found.starts)) if found.opened and found.starts else 0
    hours, minute = divmod(_minutes(item.at) + late, 60)
    return f"{hours % 24:02}:{minute:02}"


def _minutes(time: str) -> int:
    hours, minute = time.split(":")
    return 60 * int(hours) + int(minute)
