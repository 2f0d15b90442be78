"""Snoozing credentials: out of the inbox until a day, and back again, each as one step. Nothing lapses unseen by it."""

from collections.abc import Sequence
from datetime import date

from workbench.errors import Problem
from workbench.records.credential import Credential
from workbench.records.texts import day
from workbench.records.words import within
from workbench.store import history


def snooze(ids: Sequence[int], until: date, today: date) -> list[Problem]:
    """Take credentials from the inbox until a day, as one step; one that would expire meanwhile is a problem, and then
    nothing is written. One that expired already may be put off: somebody knows."""
    if until <= today:
        return [Problem("day", f"{day(until)} has come already. Choose a day after today.")]
    found = _found(ids)
    unseen = [each for each in found if each.expires and today <= each.expires < until]
    if unseen:
        first = min(unseen, key=lambda each: each.expires)
        return [
            Problem(
                "day", f"{called(first)} expires {day(first.expires)}: it would lapse unseen. Snooze it until then."
            )
        ]
    if found:
        with history.step(f"Snooze {_said(found)} until {day(until)}"):
            _set(found, until)
    return []


def wake(ids: Sequence[int]) -> int:
    """Bring credentials back to the inbox, as one step; how many had been put off."""
    found = [each for each in _found(ids) if each.snoozed]
    if found:
        with history.step(f"Bring back {_said(found)}"):
            _set(found, None)
    return len(found)


def called(credential: Credential) -> str:
    """“State license 036-119204”."""
    return " ".join(part for part in (credential.sort.name, credential.number or credential.title) if part)


def _found(ids: Sequence[int]) -> list[Credential]:
    return list(Credential.select().where(Credential.id.in_(list(ids))).order_by(Credential.id))


def _said(found: Sequence[Credential]) -> str:
    return within(called(found[0])) if len(found) == 1 else f"{len(found):,} credentials"


def _set(found: Sequence[Credential], until: date | None) -> None:
    for each in found:
        each.snoozed = until  # type: ignore[assignment]
        each.save()
