"""Who of the sample crosses what the standards state beyond the rules of terms and expirations: matches, evaluations, hearings,
what was seen of an applicant; and verifications that the office struck, for the audit of the year."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from workbench.actions import verifying
from workbench.actions.sampling import terms
from workbench.actions.verifying import Look
from workbench.records.application import Application, Reference
from workbench.records.background import WorkHistory
from workbench.records.conduct import AdverseAction, Fppe
from workbench.records.credential import Credential
from workbench.records.evidence import CME, OPPE_RESULTS, Activity, Check, Oppe
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import OtherName, Provider
from workbench.records.upkeep import GoverningDocument
from workbench.records.verification import Verification
from workbench.store import database, history

STRUCK = (
    ("license", "Looked up a namesake: the license shown is of another physician of the same name."),
    ("board", "Recorded under the wrong physician; the page is of somebody in her practice."),
    ("dea", "The registration shown is of another state, and not the one held here."),
)
"""Of which sort a verification was struck, and why."""
STRIKES = "M. Alvarez"
"""Who struck them."""


def matched(person: Provider, today: date) -> None:
    """The newest search of the LEIE found a namesake, and nobody ruled on it."""
    searches = Check.select().where((Check.provider == person) & Check.sort.contains("LEIE"))
    newest = searches.order_by(Check.done.desc()).first()
    if newest is not None:
        newest.result, newest.remarks = "See the file", "Same name; no NPI on the list."
        newest.save()


def renamed(person: Provider, today: date) -> None:
    """A maiden name that came up after the lists of the month were searched."""
    OtherName.create(provider=person, sort="Former name", last="Abernathy", first=person.first)


def not_followed(person: Provider, today: date) -> None:
    """The newest OPPE ended in focused review, and no evaluation was opened."""
    newest = Oppe.select().where(Oppe.provider == person).order_by(Oppe.ends.desc()).first()
    if newest is not None:  # an unlucky number of people: whoever came first lately
        newest.result, newest.remarks = OPPE_RESULTS[2], "Three returns to surgery within a week."
        newest.save()


def without_a_plan(person: Provider, today: date) -> None:
    """An evaluation for cause, of which nobody wrote how it is done."""
    starts = terms.days_on(today, -30)
    Fppe.create(provider=person, sort="For cause", starts=starts, ends=terms.months_on(starts, 4), reviewer="Dr. Marsh")


def not_offered(person: Provider, today: date) -> None:
    """A restriction that was reported, and no notice of a hearing."""
    imposed = terms.days_on(today, -21)
    done = {"reported": terms.days_on(imposed, 8), "copied": terms.days_on(imposed, 8)}
    AdverseAction.create(provider=person, sort="Restriction", imposed=imposed, **done)


def applications(today: date) -> None:
    """Reappointments without credits and without own data or peers; an applicant whose program was not asked; old bylaws."""
    again = _under_way("Reappointment")
    for each in again[-2:-1]:
        Activity.delete().where((Activity.provider == each.provider_id) & (Activity.sort == CME)).execute()
    for each in again[-3:-2]:
        Oppe.delete().where(Oppe.provider == each.provider_id).execute()
        Reference.update(received=None).where(Reference.application == each).execute()
    for each in _under_way("Initial appointment")[:1]:
        looks = (Verification.provider == each.provider_id) & (Verification.element == "training")
        Verification.delete().where(looks).execute()
        _not_seen(each, "board")
        Check.delete().where((Check.provider == each.provider_id) & (Check.sort == "Military service")).execute()
    for each in _under_way("Initial appointment")[1:2]:
        _covered_since(each)
        for key in ("dea", "cds", "liability"):
            _not_seen(each, key)
        _licensed_elsewhere(each, today)
    for each in _under_way("Initial appointment")[2:3]:
        _idle(each, today)
    GoverningDocument.create(
        name="Surgery Center Bylaws", sort="Bylaws", reviewed=terms.months_on(today, -5), months=24, owner="SC MEC"
    )


def _held(asked: Any, key: str) -> Any:
    sort = CredentialSort.get(CredentialSort.key == key)
    return (Credential.provider == asked.provider_id) & (Credential.sort == sort)


def _not_seen(asked: Any, key: str) -> None:
    """What an applicant holds of a sort is stated, and nobody has seen it."""
    for each in Credential.select().where(_held(asked, key) & ~Credential.past):
        Verification.delete().where(Verification.credential == each).execute()
        each.verified, each.source, each.verified_by = None, "", ""
        each.save()


def _licensed_elsewhere(asked: Any, today: date) -> None:
    """A license of the state of the residency, as the applicant states."""
    sort = CredentialSort.get(CredentialSort.key == "license")
    ends = date(today.year + 1, 10, 31)
    span = {"issued": terms.months_on(ends, -24), "expires": ends}
    Credential.create(provider=asked.provider_id, sort=sort, number="58812", state="WI", **span)


def _covered_since(asked: Any) -> None:
    """The policy began ten days after the applicant attested to it, and none before it is on file."""
    Credential.delete().where(_held(asked, "liability") & Credential.past).execute()
    for each in Credential.select().where(_held(asked, "liability")):
        each.issued = terms.days_on(asked.attested, 10)
        each.expires, each.verified = terms.months_on(each.issued, 12), terms.days_on(each.issued, 2)
        each.save()


def _under_way(sort: str) -> list[Any]:
    asked = (Application.stage == "Verification") & (Application.sort == sort)
    return list(Application.select().where(asked).order_by(Application.id))


def away(asked: Application, today: date) -> None:
    """Thirteen months before the present position, of which the file says what they were for, and nothing in writing."""
    work = WorkHistory.select().where(WorkHistory.provider == asked.provider_id).order_by(WorkHistory.started.desc())
    newest = work.first()
    if newest is not None and len(newest.started) >= 7:
        left = date(int(newest.started[:4]), int(newest.started[5:7]), 1)
        back = terms.months_on(left, 13)
        if back < today:
            ended = f"{terms.months_on(back, -1):%Y-%m}"
            off = {"employer": "Time off", "time_off": "Travel", "started": newest.started[:7], "ended": ended}
            WorkHistory.create(provider=asked.provider_id, **off)
            newest.started = f"{back:%Y-%m}"
            newest.save()


def _idle(asked: Any, today: date) -> None:
    """The present position ended eight months ago, and the file says nothing of the time since."""
    work = WorkHistory.select().where((WorkHistory.provider == asked.provider_id) & (WorkHistory.ended == ""))
    for each in work:
        each.ended = f"{terms.months_on(today, -8):%Y-%m}"
        each.save()


def strike(today: date) -> None:
    """Verifications that were recorded and struck with a reason, as the office does it; none of it can be undone, since it is
    how the sample begins."""
    for key, why in STRUCK:
        mine = (CredentialSort.key == key) & ~Credential.past & Credential.verified.is_null(False)
        held = Credential.select().join(CredentialSort).join_from(Credential, Provider)
        sound = (Provider.status == "Active") & (Provider.provider_type == "Physician") & (Credential.expires > today)
        credential = held.where(mine & sound).order_by(Credential.provider.desc(), Credential.id).first()
        if credential is None:
            continue
        look = Look(today, str(credential.source), "T. Brandt", str(credential.standing), str(credential.discipline))
        done = f"Verify {credential.sort.name} {credential.number or credential.title}"
        with _by(look.by), history.step(done, kind="kept"):
            verifying.verify([credential.id], look, today)
        with _by(STRIKES), history.step("Strike a verification", kind="kept"):
            verifying.strike(verifying.standing_look(credential.id).id, STRIKES, why, today)  # type: ignore[union-attr]


@contextmanager
def _by(name: str) -> Iterator[None]:
    """The steps inside are somebody's of the sample, in the trail too: an audit compares who struck with who changed."""
    before, database.seat = database.seat, name
    try:
        yield
    finally:
        database.seat = before
