"""Snoozing credentials: out of the inbox until a day, and back again, each as one step. Nothing lapses unseen by it."""

from collections.abc import Sequence
from datetime import date, timedelta

from workbench.errors import Problem
from workbench.records.credential import Credential
from workbench.records.policy import Policy
from workbench.records.texts import day
from workbench.records.words import within
from workbench.rules import standards
from workbench.rules.catalog import EXPIRES
from workbench.rules.judging import BLOCK
from workbench.store import history, settings

WEEK = timedelta(days=7)
"""What is proposed, and the longest for what expired and keeps a file from being ready."""


def snooze(ids: Sequence[int], until: date, today: date) -> list[Problem]:
    """Take credentials from the inbox until a day, as one step; one that would expire meanwhile is a problem, and then
    nothing is written. One that expired already may be put off, since somebody knows; but not long if nobody practices
    without it."""
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
    if until > today + WEEK and (lapsed := _lapsed(found, today)):
        ended = f"{called(lapsed[0])} ended {day(lapsed[0].expires)}, and the file is not ready without it."
        return [Problem("day", f"{ended} Snooze it until {day(today + WEEK)} at most.")]
    if found:
        with history.step(f"Snooze {_said(found)} until {day(until)}"):
            _set(found, until)
    return []


def _lapsed(found: Sequence[Credential], today: date) -> list[Credential]:
    """Those that expired and keep a file from being ready."""
    policy = settings.load(Policy)
    return [
        each
        for each in found
        if each.expires
        and each.expires < today
        and any(line.severity == BLOCK for line in standards.lines(EXPIRES.get(each.sort.key, ""), policy, today))
    ]


def wake(ids: Sequence[int]) -> int:
    """Bring credentials back to the inbox, as one step; how many had been put off."""
    found = [each for each in _found(ids) if each.snoozed]
    if found:
        with history.step(f"Bring back {_said(found)}"):
            _set(found, None)
    return len(found)


def called(credential: Credential) -> str:
    """“State license 036-119204”."""
    return credential.which


def _found(ids: Sequence[int]) -> list[Credential]:
    return list(Credential.select().where(Credential.id.in_(list(ids))).order_by(Credential.id))


def _said(found: Sequence[Credential]) -> str:
    return within(called(found[0])) if len(found) == 1 else f"{len(found):,} credentials"


def _set(found: Sequence[Credential], until: date | None) -> None:
    for each in found:
        each.snoozed = until  # type: ignore[assignment]
        each.save()
