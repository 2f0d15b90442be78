"""The sample's verifications: one for every credential that was seen at a source, and the office's list of those sources."""

from typing import Any

from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.records.verification import Verification, VerificationSource

AT_ONCE = 50
"""Rows of one statement."""


def record() -> None:
    """Write them; inside a step."""
    keys = dict(CredentialSort.select(CredentialSort.id, CredentialSort.key).tuples())
    sources = {str(each.name).casefold(): each for each in VerificationSource.select()}
    rows = [
        _row(each, str(keys[each.sort_id]), sources)
        for each in Credential.select().where(Credential.verified.is_null(False)).order_by(Credential.id)
    ]
    for start in range(0, len(rows), AT_ONCE):
        Verification.insert_many(rows[start : start + AT_ONCE]).execute()


def _row(each: Any, element: str, sources: dict[str, VerificationSource]) -> dict[str, Any]:
    name = each.source or "Primary source"
    source = sources.get(name.casefold())
    if source is None:
        source = sources[name.casefold()] = VerificationSource.create(name=name, position=len(sources))
    if not source.accepted_as(element):
        source.primary = ", ".join(filter(None, (str(source.primary), element)))
        source.save()
    return {
        "provider": each.provider_id,
        "element": element,
        "credential": each.id,
        "source": source.id,
        "method": "Document seen" if element in ("liability", "life_support", "health") else "Website",
        "done": each.verified,
        "by": each.verified_by,
        "standing": each.standing,
        "discipline": each.discipline,
        "expires": each.expires,
    }
