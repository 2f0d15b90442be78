"""Of whom the sample's office does not ask something, and why: what a surveyor asks to see."""

from datetime import date

from workbench.actions.sampling import terms
from workbench.records.office_lists import Specialty
from workbench.records.provider import Provider
from workbench.records.requirement import RequirementException


def keep(today: date) -> None:
    """Of two people something is not asked, and the office says why: one as long as it holds, one until a day."""
    since = terms.months_on(today, -7)
    for specialty, element, reason, until in _EXCEPTIONS:
        staff = (Provider.status == "Active") & (Provider.provider_type == "Physician") & (Specialty.name == specialty)
        person = (
            Provider.select().join(Specialty, on=Provider.specialty).where(staff).order_by(Provider.id.desc()).first()
        )
        if person is not None:
            ends = terms.month_end(today, until) if until else None
            RequirementException.create(
                provider=person, element=element, reason=reason, since=since, until=ends, by="M. Alvarez"
            )


_EXCEPTIONS = (
    ("Pathology", "life_support", "Reads slides and never treats at the bedside (Credentials Policy 4.2).", 0),
    (
        "Diagnostic Radiology",
        "life_support",
        "Reads from home until the new suite opens; no procedures meanwhile (MEC minutes).",
        5,
    ),
)
"""Specialty, element, reason, and for how many months more it holds; 0 while nothing changes."""
