"""Today's findings: what the standards find that no credential that lapses and no application says by itself."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from peewee import fn

from workbench.lists.today import Doing
from workbench.records.finding import BLOCKS, WARNS, KeptFinding
from workbench.records.policy import Policy
from workbench.records.words import of
from workbench.rules.catalog import RULES
from workbench.rules.pack_rows import RULES_OF
from workbench.store import derived

FEW = 5
"""Files that are told one by one; where more are short of a rule, they are one line that opens their list, below what has a day:
nobody mends them all today."""
_QUALITY = ("npdb", "exclusions", "sanctions", "fppe", "oppe", "adverse")
_PRIVILEGES = ("privileges", "temporary", "disaster")
_TABS = dict.fromkeys(_QUALITY, "quality") | dict.fromkeys(_PRIVILEGES, "privileges") | {"appointment": "summary"}
"""By element, the part of a file where it is mended; all else where its credentials are."""


def doings(on: date, policy: Policy) -> Iterator[Doing]:
    """What blocks, and what will within the office's urgent days; nothing while nobody judged for the day: Today does not wait."""
    state = derived.state()
    if state is None or state.day != on:
        return
    wanted = _wanted(on + timedelta(days=policy.urgent_days))
    people = fn.COUNT(fn.DISTINCT(KeptFinding.provider))
    counts = KeptFinding.select(KeptFinding.rule, people).where(wanted).group_by(KeptFinding.rule).tuples()
    for rule, count in counts:
        if rule not in RULES:
            continue
        if count > FEW:
            files, leads = f"{of(count, 'file')} short of it", {"rule": rule}
            why, opens = RULES[rule].why, ("Open list", "standards")
            yield Doing(None, RULES[rule].title, files, why, *opens, leads, stands=True)
        else:
            yield from (_one(row, on) for row in KeptFinding.select().where(wanted & (KeptFinding.rule == rule)))


def _wanted(soon: date) -> Any:
    """Of a credential the day of its end tells, of an application what it waits for."""
    alone = KeptFinding.credential.is_null() & KeptFinding.application.is_null()
    near = (KeptFinding.severity == WARNS) & KeptFinding.worse_on.is_null(False) & (KeptFinding.worse_on <= soon)
    return alone & ((KeptFinding.severity == BLOCKS) | near)


def _one(row: Any, on: date) -> Doing:
    stands = row.severity == BLOCKS
    due, how = on if stands else row.worse_on, {"stands": stands}
    if not row.provider:
        return Doing(due, row.requirement, row.person, row.message, "Open", "standards", {"part": "findings"}, **how)
    leads = {"provider": row.provider, "tab": _tab(row.rule)}
    return Doing(due, row.requirement, row.person, row.message, "Open", "file", leads, **how)


def _tab(rule: str) -> str:
    element = next((each for each, rules in RULES_OF.items() if rule in rules), "")
    return _TABS.get(element, "credentials")
