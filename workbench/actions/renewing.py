"""Renewing a credential: the old term stays, a new one opens."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from workbench.errors import Problem
from workbench.records.credential import Credential
from workbench.records.desk import Task
from workbench.records.texts import day
from workbench.records.words import within
from workbench.store import history

_CARRIED = ["provider", "sort", "title", "number", "state", "issuer", "issued", "continuing", "per_claim", "aggregate"]
"""What a new term takes over; verification is of a term, so it is not."""


NEAR = 90
"""Days by which an end may move within its term: nothing that an office follows is renewed for less than a quarter."""


def renew(credential: Credential, expires: date | None, number: str = "") -> list[Problem]:
    """Keep the old term and open a new one, under a name the user will recognize in Undo."""
    if not expires:
        return [Problem("expires", "Say until when it was renewed.")]
    if credential.expires and expires <= credential.expires:
        return [Problem("expires", f"A renewal ends after the term before it, {day(credential.expires)}.")]
    if credential.past:
        return [Problem("expires", "This is an earlier term; renew the current one.")]
    values = carried(credential) | {"expires": expires}
    values["number"] = number or values["number"]
    problems = list(Credential.problems_in({**credential.__data__, **values, "verified": None}))
    if not problems:
        called = " ".join(part for part in (within(credential.sort.name), credential.title, credential.number) if part)
        with history.step(f"Renew {called} to {day(expires)}"):
            open_term(credential, values)
    return problems


def begins(before: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Whether a later end begins a new term: with another number it does, and where it lies about as far on as a renewal. A near
    day under the same number mends a slip of the term that there is."""
    moved = values["expires"] - before["expires"]
    return values.get("number", before["number"]) != before["number"] or moved.days >= NEAR


def carried(credential: Credential) -> dict[str, Any]:
    """What a new term takes over from the one before it."""
    return {name: credential.__data__.get(name) for name in _CARRIED}


def open_term(credential: Credential, values: dict[str, Any]) -> Credential:
    """Close a term and open the one after it; inside a step."""
    credential.past = True  # type: ignore[assignment]
    credential.save()
    made = Credential.create(**values)
    # What is still to be done about it goes on with the term that is in force.
    for each in Task.select().where((Task.credential == credential.id) & ~Task.done):
        each.credential = made
        each.save()
    return made
