"""What may be wrong with a new record and can be kept all the same: a number that somebody else has, a person who is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import Problem
from workbench.records.checks import bare
from workbench.records.credential import Credential
from workbench.records.provider import Provider
from workbench.store import search

if TYPE_CHECKING:
    from workbench.sheets.duplicates import Like

SHARED = frozenset({"liability"})
"""Sorts whose numbers are of several people: a group has one policy."""
MOST = 3
"""Who are named; the others are counted."""


def of_credential(record: Credential) -> list[Problem]:
    """That the number is on other people's files too, under the same sort and state."""
    number, sort = bare(record.number), record.__data__.get("sort")
    if not number or sort is None or record.past or record.sort.key in SHARED:
        return []
    query = Credential.select().where(
        (Credential.sort == sort) & (Credential.provider != record.__data__.get("provider")) & ~Credential.past
    )
    for word in search.query(str(record.number)):
        query = query.where(Credential.id.in_(search.matching("credential", word)))
    states = {"", str(record.state)}
    found = {each.provider.title: None for each in query if bare(each.number) == number and _may_be(each.state, states)}
    if not found:
        return []
    return [Problem("number", f"{record.number} is the number of {_named(list(found))} too.")]


def of_person(record: Provider) -> list[Like]:
    """People who may be this one, by the import's own likeness; nobody where the numbers tell them apart."""
    from workbench.sheets import duplicates  # what compares names is loaded when somebody is added

    parts = (record.last, record.first, record.middle, record.suffix, record.npi)
    return duplicates.like(*(str(part or "") for part in parts))


def _may_be(state: str, states: set[str]) -> bool:
    """A state that is blank says nothing."""
    return not state or state in states or states == {""}


def _named(titles: list[str]) -> str:
    more = len(titles) - MOST
    shown = " and ".join(titles) if len(titles) < 3 else "; ".join(titles[:MOST])
    return f"{shown} and {more:,} more" if more > 0 else shown
