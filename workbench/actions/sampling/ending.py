"""Whose registrations, coverage and licenses end within the month: what is told before it happens."""

from datetime import date

from workbench.actions.sampling import terms
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider

_SOON = 18
"""Days."""


def registration(person: Provider, today: date) -> None:
    """The DEA registration."""
    _ends(person, "dea", today, 36)


def coverage(person: Provider, today: date) -> None:
    """The policy of the year."""
    _ends(person, "liability", today, 12)


def _ends(person: Provider, key: str, today: date, months: int) -> None:
    sort = CredentialSort.get(CredentialSort.key == key)
    ends = terms.days_on(today, _SOON)
    mine = (Credential.provider == person) & (Credential.sort == sort) & ~Credential.past
    Credential.update(expires=ends, issued=terms.months_on(ends, -months)).where(mine).execute()


def in_iowa(person: Provider, today: date) -> None:
    """A license and a registration of another state, where the person works on weekends."""
    ends = terms.days_on(today, _SOON)
    seen = {"verified": terms.days_on(today, -40), "verified_by": "T. Brandt", "issued": terms.months_on(ends, -24)}
    for key, number, issuer in (
        ("license", "MD-45127", "Iowa Board of Medicine"),
        ("cds", "5-10482", "Iowa Board of Pharmacy"),
    ):
        sort = CredentialSort.get(CredentialSort.key == key)
        held = {"provider": person, "sort": sort, "number": number, "state": "IA", "issuer": issuer, "expires": ends}
        Credential.create(**held, source=issuer, **seen)
