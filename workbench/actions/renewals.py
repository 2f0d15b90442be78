"""Renewing several credentials at once, each to its own day: one step, one undo, all or none."""

from collections.abc import Mapping
from datetime import date

from workbench.actions.renewing import renew
from workbench.errors import Problem
from workbench.records.credential import Credential
from workbench.store import history


class _NotAll(Exception):
    """One of them could not be renewed: the step is taken back."""


def renew_each(terms: Mapping[int, tuple[date | None, str]]) -> dict[int, list[Problem]]:
    """Renew credentials, by id, to (expires, new number or ""); what is wrong is returned by id, nothing written."""
    found = list(Credential.select().where(Credential.id.in_(list(terms))))
    wrong: dict[int, list[Problem]] = {}
    try:
        if len(found) == 1:  # the single renewal's own name says more
            _renew(found, terms, wrong)
        elif found:
            with history.step(f"Renew {len(found):,} credentials"):
                _renew(found, terms, wrong)
    except _NotAll:
        pass
    return wrong


def _renew(
    found: list[Credential], terms: Mapping[int, tuple[date | None, str]], wrong: dict[int, list[Problem]]
) -> None:
    for credential in found:
        problems = renew(credential, *terms[credential.id])
        if problems:
            wrong[credential.id] = problems
    if wrong:
        raise _NotAll
