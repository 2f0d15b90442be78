"""The sample's verifications: one for every credential that was seen at a source, the office's list of those sources, and what
the office asked schools, hospitals and employers."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from workbench.records.background import SCHOOLS, Affiliation, Education, WorkHistory
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.records.verification import Verification, VerificationSource

AT_ONCE = 50
"""Rows of one statement."""
_LINKS = ("credential", "education", "affiliation", "work")
"""What a verification of the sample can be of; each row of one statement has the same columns."""


def record() -> None:
    """Write them; inside a step."""
    keys = dict(CredentialSort.select(CredentialSort.id, CredentialSort.key).tuples())
    sources = {str(each.name).casefold(): each for each in VerificationSource.select()}
    rows = [
        _row(each, str(keys[each.sort_id]), sources)
        for each in Credential.select().where(Credential.verified.is_null(False)).order_by(Credential.id)
    ]
    rows += _where_from(sources)
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
        **dict.fromkeys(_LINKS),
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


_LEFT_OUT = 11
"""One of so many schools, programs, hospitals and employers was not asked, or did not answer."""


def _where_from(sources: dict[str, VerificationSource]) -> Iterator[dict[str, Any]]:
    """Schools and training of whoever has a license that was seen, on that day; hospitals and employers of before."""
    licenses = Credential.select().join(CredentialSort).where((CredentialSort.key == "license") & ~Credential.past)
    licenses = licenses.where(Credential.verified.is_null(False)).order_by(Credential.verified)
    seen = {each.provider_id: each for each in licenses}
    for link, model in (("education", Education), ("affiliation", Affiliation), ("work", WorkHistory)):
        for each in model.select().order_by(model.id):
            license = seen.get(each.provider_id)
            if license and each.id % _LEFT_OUT and _is_over(each, link, license.verified):
                asked = _asked(each, link, sources)
                yield asked | {"done": license.verified, "by": license.verified_by}


def _is_over(each: Any, link: str, done: date) -> bool:
    """A school is asked once it is over; a practice that one works in today needs no asking, and a leave has nobody to ask."""
    ended = f"{each.ended}" < f"{done:%Y-%m}"
    return bool(link == "affiliation" or (each.ended and ended and not getattr(each, "time_off", "")))


def _asked(each: Any, link: str, sources: dict[str, VerificationSource]) -> dict[str, Any]:
    school = link == "education" and each.sort in SCHOOLS
    element = {"affiliation": "affiliation", "work": "work_history"}.get(link) or (
        "education" if school else "training"
    )
    usual = {"affiliation": "Other hospital", "work": "Employer"}.get(link, "School or program")
    profile = {"MD": "AMA Physician Profile", "DO": "AOA Physician Profile"}.get(each.program, "") if school else ""
    name = profile or usual
    row = {**dict.fromkeys(_LINKS), "standing": "", "discipline": "", "expires": None}
    about = {"provider": each.provider_id, "element": element, link: each.id, "source": sources[name.casefold()].id}
    method = "Report" if profile else "Letter"
    return row | about | {"method": method}
