"""The sample's temporary and disaster privileges, and one suspension: each with something that a reviewer must see."""

from datetime import date

from workbench.actions.sampling import terms
from workbench.records.application import Application
from workbench.records.conduct import AdverseAction
from workbench.records.provider import Provider
from workbench.records.short_term import DisasterPrivilege, TemporaryPrivilege


def short_terms(person: Provider, today: date) -> None:
    """One for a need that nobody wrote down; and of an applicant one that was granted too early and too long."""
    starts = terms.days_on(today, -6)
    granted = {"recommended_by": "President of the staff", "granted_by": "Chief executive"}
    seen = {"license_seen": starts, "competence_seen": starts}
    TemporaryPrivilege.create(
        provider=person, sort="Patient-care need", privileges="Pediatric sedation", starts=starts,
        ends=terms.days_on(today, 20), **granted, **seen,
    )  # fmt: skip
    asked = Application.select().where(
        (Application.stage == "Verification") & (Application.sort == "Initial appointment")
    )
    for each in asked.order_by(Application.id.desc()).limit(1):
        TemporaryPrivilege.create(
            provider=each.provider_id, application=each, sort="Applicant", privileges="Core privileges asked for",
            starts=starts, ends=terms.days_on(starts, 130), **granted,
        )  # fmt: skip


def volunteer(person: Provider, today: date) -> None:
    """Came with the flood; nobody looked the license up or said whether they go on."""
    came = terms.days_on(today, -5)
    DisasterPrivilege.create(provider=person, arrived=came, arrived_at="06:30", photo_id=True, proof="Current license")


def suspended(person: Provider, today: date) -> None:
    """A summary suspension that nobody lifted, noticed or reported; an earlier one with a hearing too soon."""
    AdverseAction.create(provider=person, sort="Suspension", summary=True, imposed=terms.days_on(today, -75))
    noticed = terms.days_on(today, -300)
    AdverseAction.create(
        provider=person, sort="Restriction", imposed=noticed, lifted=terms.days_on(noticed, 20), noticed=noticed,
        request_by=terms.days_on(noticed, 30), hearing_noticed=terms.days_on(noticed, 32), hearing=terms.days_on(noticed, 52),
    )  # fmt: skip
