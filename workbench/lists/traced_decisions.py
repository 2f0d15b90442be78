"""The chain of decisions about a person: received, the chair's view, each committee's outcome, the decision, and that they were told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.records.application import Application
from workbench.records.committee import Committee
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED
from workbench.records.policy import Policy
from workbench.rules import acting, chain
from workbench.store import asking, settings

MOST = 2
"""Applications that are told, the newest."""


@dataclass(frozen=True)
class Decision:
    """One link of the chain."""

    on: date | None
    what: str
    """“Credentials Committee: recommended”."""
    said: str = ""
    """Conditions, which a surveyor is not shown."""


def of_people(ids: Iterable[int], for_survey: bool) -> dict[int, list[Decision]]:
    """By person the chain of the newest applications, the older first."""
    query = Application.select().where(Application.provider.in_(asking.among(ids)))
    mine: dict[int, list[Any]] = defaultdict(list)
    for each in query.order_by(Application.received, Application.id):
        mine[each.provider_id].append(each)
    shown = {who: some[-MOST:] for who, some in mine.items()}
    items = _items(each.id for some in shown.values() for each in some)
    since = acting.letters_since(settings.load(Policy))
    return {
        who: [link for each in some for link in _chain(each, items.get(each.id, []), for_survey, since)]
        for who, some in shown.items()
    }


def _items(applications: Iterable[int]) -> dict[int, list[Any]]:
    query = AgendaItem.select(
        AgendaItem.application.alias("application"),
        AgendaItem.outcome.alias("outcome"),
        AgendaItem.conditions.alias("conditions"),
        Meeting.held.alias("held"),
        Committee.name.alias("committee"),
        Committee.level.alias("level"),
    )
    query = query.join(Meeting).join(Committee).where(AgendaItem.application.in_(asking.among(applications)))
    query = query.where((AgendaItem.outcome != "") & ~AgendaItem.information & (Meeting.state != CANCELLED))
    found: dict[int, list[Any]] = defaultdict(list)
    for row in query.order_by(Meeting.held, Meeting.starts, AgendaItem.id).namedtuples():
        found[row.application].append(row)
    return found


def _chain(asked: Any, items: list[Any], for_survey: bool, since: date) -> Iterator[Decision]:
    yield Decision(asked.received or asked.requested, f"{asked.sort}: {'received' if asked.received else 'requested'}")
    if asked.complete:
        yield Decision(asked.complete, "Application complete")
    if asked.chair_on:
        view = f": {asked.chair_view.lower()}" if asked.chair_view and not for_survey else ""
        yield Decision(asked.chair_on, f"Department chair reported{view}")
    for row in items:
        last = row.level in ("Governing board", "Expedited board committee")
        outcome = row.outcome if last or row.outcome not in chain.APPROVED else f"Recommended{row.outcome[8:]}"
        shown = outcome.partition(" with conditions")[0] if for_survey else outcome
        yield Decision(row.held, f"{row.committee}: {shown.lower()}", "" if for_survey else row.conditions)
    if asked.told:
        yield Decision(asked.told, "Applicant told of the decision")
    elif asked.stage != "Closed":
        yield Decision(None, f"Under way: {asked.stage.lower()}")
    elif asked.decided and asked.decided < since and asked.outcome != "Withdrawn":
        yield Decision(None, "When the applicant was told was not kept")
