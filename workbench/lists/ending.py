"""Terms that end or ended: what the day's work reads of them, what follows, and which of them keep somebody from practice."""

from collections.abc import Container
from datetime import date
from typing import Any

from peewee import JOIN, SQL, Expression, Function, ModelSelect, fn

from workbench.lists.expirables import awake
from workbench.records.credential import Credential
from workbench.records.finding import BLOCKS, KeptFinding
from workbench.records.office_lists import CredentialSort, Department, Specialty
from workbench.records.provider import GONE, Provider
from workbench.rules.catalog import EXPIRES, RULES

_TOLD = (
    Credential.id,
    Credential.provider,
    Credential.title,
    Credential.number,
    Credential.state,
    Credential.expires,
    CredentialSort.name.alias("sort_name"),
    CredentialSort.key.alias("sort_key"),
    Provider.last,
    Provider.first,
    Provider.middle,
    Provider.suffix,
    Provider.degree,
    Specialty.name.alias("specialty"),
    Department.name.alias("department"),
)
"""Of a term, and of whose it is."""


def terms(limit: date, today: date) -> ModelSelect:
    """The current terms of the staff that end by a day, those over for which a file was found not to be ready (`grave`; none before
    files are judged) first, then what ended first. What was found is read, and no standard: the start waits for this."""
    return (
        Credential.select(
            *_TOLD,
            ((Credential.expires < today) & _found_to_block()).alias("grave"),
        )
        .join(CredentialSort)
        .switch(Credential)
        .join(Provider)
        .join(Specialty, JOIN.LEFT_OUTER, on=(Provider.specialty == Specialty.id))
        .switch(Provider)
        .join(Department, JOIN.LEFT_OUTER, on=(Provider.department == Department.id))
        .where(_of_the_staff(limit) & awake(today))
        .order_by(SQL("grave").desc(), Credential.expires, Credential.id)
    )


def _of_the_staff(limit: date) -> Expression:
    return ~Credential.past & (Credential.expires <= limit) & Provider.status.not_in(tuple(GONE))


def _found_to_block() -> Function:
    found = (KeptFinding.provider == Credential.provider) & (KeptFinding.credential == Credential.id)
    return fn.EXISTS(KeptFinding.select(SQL("1")).where(found & (KeptFinding.severity == BLOCKS)))


def is_elsewhere(row: Any, states: Container[str]) -> bool:
    """Whether it is a license of a state in which nobody works here."""
    return bool(row.sort_key == "license" and states and row.state and row.state not in states)


def matters(row: Any, states: Container[str]) -> str:
    """What follows once it is over, as its rule says; a license of a state in which nobody works here keeps nobody from it."""
    if is_elsewhere(row, states):
        return "Not needed to practice here: another state's license"
    return RULES[EXPIRES[row.sort_key]].why.rstrip(".") if row.sort_key in EXPIRES else ""
