"""What is on an agenda for information: it is accepted for information or put off, and nothing is decided on it."""

from collections.abc import Iterable, Sequence

from workbench.actions.agenda_order import called
from workbench.errors import Problem
from workbench.records.meeting import AgendaItem
from workbench.records.texts import listed
from workbench.rules import chain

MOST = 3
"""So many items are named."""


def only_told(items: Sequence[int]) -> str:
    """Why nothing is decided on some items; "" where none of them is for information."""
    query = AgendaItem.select().where(AgendaItem.id.in_(list(items)) & AgendaItem.information)
    return _said(query.order_by(AgendaItem.position))


def problems(rows: Sequence[AgendaItem], outcome: str) -> list[Problem]:
    """What keeps an outcome from being recorded on items that are for information."""
    if not outcome or outcome in chain.OF_INFORMATION:
        return []
    said = _said(row for row in rows if row.information)
    return [Problem("outcome", said)] if said else []


def decided(rows: Iterable[AgendaItem]) -> list[Problem]:
    """What keeps items from being put on for information: something was decided on them."""
    found = [row for row in rows if row.outcome and row.outcome not in chain.OF_INFORMATION]
    if not found:
        return []
    said = listed([f"{called(row.__data__)} (“{row.outcome}”)" for row in found[:MOST]])
    return [Problem("information", f"An outcome is recorded of {said}. Take it back first, under Minutes and votes.")]


def _said(rows: Iterable[AgendaItem]) -> str:
    found = [called(row.__data__) for row in rows]
    if not found:
        return ""
    named = listed(found) if len(found) <= MOST else f"{listed(found[:MOST])} and {len(found) - MOST} more"
    stands, them = ("is", "it") if len(found) == 1 else ("are", "them")
    return (
        f"{named} {stands} on the agenda for information: nothing is decided on {them}. Record “Accepted for information” or "
        f"“Deferred”; to decide, take “For information” off under Agenda (Ctrl+I)."
    )
