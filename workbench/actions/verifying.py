"""Recording a verification: what was seen at the primary source, on which day, by whom."""

from collections.abc import Sequence
from datetime import date

from workbench.errors import Problem
from workbench.records.credential import Credential
from workbench.store import history

LICENSE = "license"
SOURCES = {
    LICENSE: "State licensing board",
    "dea": "DEA Registration Validation",
    "cds": "State licensing board",
    "board": "ABMS Certification Matters",
    "liability": "Certificate of insurance",
    "life_support": "eCard of the training center",
    "health": "Record of the health service",
}
"""What an office usually writes, by sort; only proposed, never filled in unseen."""


def verify(
    ids: Sequence[int],
    on: date | None,
    source: str,
    by: str,
    today: date,
    standing: str = "",
    discipline: str = "",
) -> list[Problem]:
    """Record one verification of all these credentials as one step; what is wrong is returned and nothing is written.

    on is the day it was seen at the source, not after today; by is who saw it and may be empty. standing and discipline are
    what the board of a license showed, of STANDINGS and DISCIPLINES; other sorts have neither."""
    found = list(Credential.select().where(Credential.id.in_(list(ids))))
    problems = list(_problems(found, on, source.strip(), today))
    if not problems and found:
        what = _called(found[0]) if len(found) == 1 else f"{len(found):,} credentials"
        with history.step(f"Verify {what}"):
            for credential in found:
                credential.verified, credential.source, credential.verified_by = on, source.strip(), by.strip()
                if credential.sort.key == LICENSE:
                    credential.standing, credential.discipline = standing, discipline
                credential.save()
    return problems


def are_licenses(ids: Sequence[int]) -> bool:
    """Whether all of these are licenses, of which a board says how they stand."""
    return {each.sort.key for each in Credential.select().where(Credential.id.in_(list(ids)))} == {LICENSE}


def usual_source(ids: Sequence[int]) -> str:
    """What to propose as the source of these credentials; nothing when they are of several sorts."""
    keys = {each.sort.key for each in Credential.select().where(Credential.id.in_(list(ids)))}
    return SOURCES.get(keys.pop(), "") if len(keys) == 1 else ""


def _problems(found: list[Credential], on: date | None, source: str, today: date) -> list[Problem]:
    problems = []
    if not on:
        problems.append(Problem("verified", "Say on which day it was verified."))
    elif on > today:
        problems.append(Problem("verified", "That day is still to come; a verification is of what was seen."))
    if not source:
        problems.append(Problem("source", "Say where it was verified."))
    if any(each.past for each in found):
        problems.append(Problem("verified", "An earlier term is among them; a verification is of the current term."))
    return problems


def _called(credential: Credential) -> str:
    """“State license 036-119204”, as a user knows it."""
    return f"{credential.sort.name} {credential.number or credential.title}".strip()
