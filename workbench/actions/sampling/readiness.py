"""How ready the sample's files were in the months before, as invented as its people: a program that was begun with would have
kept it, and a chart without a past shows nothing."""

import random
from datetime import date, timedelta

from workbench.records.days import months_on
from workbench.records.policy import Policy
from workbench.records.provider import GONE, Provider
from workbench.rules import standing
from workbench.rules.findings import Judge
from workbench.store import derived, settings

MONTHS, CLIMB = 11, 1.5
"""Months before this one, and by how many of a hundred files each was behind the next."""


def keep(today: date, seed: int) -> None:
    """A figure for the last day of each of the months before, up to what is found today."""
    rng = random.Random(f"readiness {seed}")
    judge = Judge(today, settings.load(Policy))
    blocked = {each.provider for each in judge.people(standing.everybody()) if not each.is_ready}
    people = {row[0] for row in Provider.select(Provider.id).where(Provider.status.not_in(tuple(GONE))).tuples()}
    files, ready = len(people), len(people - blocked)
    for back in range(MONTHS):
        ended = months_on(today.replace(day=1), -back) - timedelta(days=1)
        share = ready / files - (CLIMB * (back + 1) + rng.uniform(-1.5, 1.5)) / 100 if files else 0.0
        derived.note_readiness(ended, files, round(max(share, 0.0) * files))
