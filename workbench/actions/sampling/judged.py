"""What the sample's files show when the standards judge them: most are kept well, and every rule has somebody who crossed it."""

import random
import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from workbench.actions.sampling import answered, beyond, ending, excepted, terms
from workbench.actions.sampling.evidence import MEDICAID, write
from workbench.actions.sampling.short_terms import short_terms, suspended, volunteer
from workbench.records.application import Application
from workbench.records.appointment import Appointment
from workbench.records.committee import Committee, Seat
from workbench.records.conduct import Fppe
from workbench.records.credential import Credential
from workbench.records.evidence import Check, NpdbQuery, Oppe
from workbench.records.meeting import Meeting
from workbench.records.office_lists import CredentialSort
from workbench.records.privilege import HeldPrivilege
from workbench.records.provider import Provider
from workbench.records.upkeep import GoverningDocument, StaffCertification
from workbench.records.verification import Verification, VerificationSource

Rows = list[dict[str, Any]]


def keep(today: date, seed: int) -> None:
    """Write what is kept of everybody: letters, focused evaluations, looks before each renewal."""
    rng = random.Random(f"kept {seed}")
    for each in Application.select().where(Application.decided.is_null(False)):
        each.told = min(today, terms.days_on(each.decided, 6))
        each.save()
    write({Fppe: _plans(today, rng), Verification: _before_renewals()})
    _upkeep(today)
    excepted.keep(today)
    answered.keep(today)


def spoil(today: date) -> None:
    """Let each rule be crossed by somebody of whom nothing else is told."""
    told = {each.last for each in Provider.select().order_by(Provider.id).limit(16)}
    busy = {row[0] for row in Application.select(Application.provider).tuples()}
    held = {row[0] for row in HeldPrivilege.select(HeldPrivilege.provider).tuples()}
    staff = [
        each
        for each in Provider.select().where((Provider.status == "Active") & (Provider.provider_type == "Physician"))
        if each.last not in told and each.id not in busy and each.id in held
    ]
    for person, fault in zip(staff, _FAULTS, strict=False):
        fault(person, today)
    _applications(today)
    beyond.applications(today)
    _committees(today)


def _plans(today: date, rng: random.Random) -> Rows:
    """A focused evaluation at every grant: of six months, and concluded soon after."""
    grants = HeldPrivilege.select(HeldPrivilege.provider, HeldPrivilege.starts).distinct().tuples()
    rows = []
    for who, starts in sorted(grants):
        if starts > today:
            continue
        ends = terms.months_on(starts, 6)
        concluded = terms.days_on(ends, rng.randrange(-20, 1))
        over = concluded <= today
        rows.append(
            {"provider": who, "sort": "New privileges", "starts": starts, "ends": ends, "method": "Ten cases reviewed, two proctored."}
            | {"concluded": concluded if over else None, "result": "Met" if over else "", "reviewer": "Department chair"}
        )  # fmt: skip
    return rows


def _before_renewals() -> Rows:
    """Of each license that was renewed, the look at the board before the old term was over; the newest look stays its own."""
    license = CredentialSort.get(CredentialSort.key == "license")
    source = VerificationSource.get(VerificationSource.name == "State licensing board")
    terms_of = Credential.select().where(Credential.sort == license)
    ended = {
        (each.provider_id, each.state, each.number): each.expires
        for each in terms_of.where(Credential.past)
        if each.expires
    }
    rows = []
    for each in terms_of.where(~Credential.past & Credential.verified.is_null(False)):
        before = ended.get((each.provider_id, each.state, each.number))
        if before and each.expires and before < each.expires and each.verified > before:
            rows.append(
                {"provider": each.provider_id, "element": "license", "credential": each.id, "source": source.id, "method": "Website"}
                | {"done": terms.days_on(before, -21), "by": each.verified_by, "standing": "Active", "discipline": "None on record"}
            )  # fmt: skip
    return rows


def _upkeep(today: date) -> None:
    for name, sort, months in (
        ("Medical Staff Bylaws", "Bylaws", 10),
        ("Rules and Regulations", "Rules and regulations", 16),
        ("Credentials Policy", "Policy", 31),
        ("Peer Review Policy", "Policy", 8),
    ):
        reviewed = terms.months_on(today, -months)
        GoverningDocument.create(
            name=name, sort=sort, approved=terms.months_on(reviewed, -24), reviewed=reviewed, months=24
        )
    for person, sort, months, credits in (("M. Alvarez", "CPCS", 8, 12), ("T. Brandt", "CPMSM", 20, 28)):
        ends = terms.month_end(today, months)
        StaffCertification.create(
            person=person, sort=sort, certified=terms.months_on(ends, -36), expires=ends, credits=credits
        )


def _screened(sort: str, days: int) -> Callable[[Provider, date], None]:
    def fault(person: Provider, today: date) -> None:
        Check.update(done=terms.days_on(today, -days)).where(
            (Check.provider == person) & (Check.sort == sort)
        ).execute()

    return fault


def _queried(person: Provider, today: date) -> None:
    queried = terms.months_on(today, -25)
    NpdbQuery.delete().where(NpdbQuery.provider == person).execute()
    NpdbQuery.create(provider=person, queried=queried, result="No reports", reviewed=queried, reviewed_by="Dr. Marsh")


def _evaluated(months: int) -> Callable[[Provider, date], None]:
    def fault(person: Provider, today: date) -> None:
        seen = terms.months_on(today, -months)
        Oppe.delete().where(Oppe.provider == person).execute()
        span = {"starts": terms.months_on(seen, -9), "ends": terms.months_on(seen, -1)}
        Oppe.create(provider=person, reviewed=seen, reviewer="Department chair", **span)

    return fault


def _not_appraised(person: Provider, today: date) -> None:
    """Nobody looked for 26 months, and when the term began is not on file."""
    _evaluated(26)(person, today)
    Appointment.delete().where(Appointment.provider == person).execute()


def _expired(key: str, **made: Any) -> Callable[[Provider, date], None]:
    """One that ended at the last July 31, when Illinois renews."""

    def fault(person: Provider, today: date) -> None:
        sort = CredentialSort.get(CredentialSort.key == key)
        ends = date(today.year if today > date(today.year, 7, 31) else today.year - 1, 7, 31)
        source = {"verified": terms.days_on(ends, -300), "source": "Seen", "verified_by": "M. Alvarez"}
        given = {"issued": terms.months_on(ends, -36), "expires": ends, "lifetime": False} | source
        mine = (Credential.provider == person) & (Credential.sort == sort) & ~Credential.past
        same = mine & (Credential.title == made["title"]) if "title" in made else mine
        if not Credential.update(**given).where(same).execute():
            Credential.create(provider=person, sort=sort, **given | made)

    return fault


def _registration(person: Provider, today: date) -> None:
    dea = CredentialSort.get(CredentialSort.key == "dea")
    mine = (Credential.provider == person) & (Credential.sort == dea) & ~Credential.past
    ended = terms.days_on(today, -12)
    Credential.update(expires=ended, issued=terms.months_on(ended, -36), verified=terms.months_on(ended, -36)).where(
        mine
    ).execute()


def _wrong_source(person: Provider, today: date) -> None:
    license = Credential.get((Credential.provider == person) & ~Credential.past & (Credential.sort == 1))
    ama = VerificationSource.get(VerificationSource.name == "AMA Physician Profile")
    seen = terms.days_on(today, -9)
    of = {"provider": person, "element": "license", "credential": license, "source": ama, "method": "Report"}
    Verification.create(
        **of, done=seen, by="T. Brandt", standing="Active", discipline="None on record", reason="Site down."
    )
    license.verified, license.source, license.verified_by = seen, ama.name, "T. Brandt"
    license.save()


def _late_look(person: Provider, today: date) -> None:
    """The renewal was looked up five days after the earlier term was over."""
    mine = (Credential.provider == person) & (Credential.state == "IL") & Credential.number.startswith("036")
    license = Credential.get(mine & ~Credential.past)
    ended = terms.before(terms.ILLINOIS["036"], license.expires)
    late, looks = terms.days_on(ended, 5), Verification.credential == license
    Credential.delete().where(mine & Credential.past).execute()
    license.issued = min(license.issued or ended, terms.months_on(ended, -36))
    license.verified = late
    license.save()
    was = {"past": True, "expires": ended, "verified": terms.months_on(ended, -35)}
    Credential.create(**license.__data__ | {"id": None} | was)
    Verification.delete().where(looks & (Verification.done < ended)).execute()
    Verification.update(done=late).where(looks).execute()


def _no_end(person: Provider, today: date) -> None:
    HeldPrivilege.update(ends=None).where(HeldPrivilege.provider == person).execute()


def _no_plan(person: Provider, today: date) -> None:
    starts = terms.days_on(today, -40)
    HeldPrivilege.update(starts=starts).where(HeldPrivilege.provider == person).execute()
    Fppe.delete().where(Fppe.provider == person).execute()


def _open_plan(person: Provider, today: date) -> None:
    ends = terms.days_on(today, -20)
    of = {"sort": "For cause", "method": "Five cases, all retrospective.", "reviewer": "Department chair"}
    Fppe.create(provider=person, starts=terms.months_on(ends, -3), ends=ends, **of)


_FAULTS: tuple[Callable[[Provider, date], None], ...] = (
    _screened("OIG exclusion list (LEIE)", 70),
    _screened("SAM exclusions", 70),
    _screened(MEDICAID, 70),
    _queried,
    _evaluated(13),
    _evaluated(10),
    _not_appraised,
    _expired("cds", number="336-555010", state="IL", issuer="Illinois"),
    _expired("health", title="TB screening", issuer="Employee Health"),
    _registration,
    _wrong_source,
    _late_look,
    _no_end,
    _no_plan,
    _open_plan,
    short_terms,
    volunteer,
    suspended,
    beyond.matched,
    beyond.not_followed,
    beyond.without_a_plan,
    beyond.not_offered,
    _screened("OIG exclusion list (LEIE)", 40),
    _screened("SAM exclusions", 40),
    _screened(MEDICAID, 40),
    ending.registration,
    ending.coverage,
    ending.in_iowa,
    beyond.renamed,
)
"""In the order of the people whom they befall."""


def _applications(today: date) -> None:
    """An attestation that grew old, a year off without a word about it, and a decision without a letter."""
    asked = Application.select().where((Application.stage == "Verification") & (Application.sort == "Reappointment"))
    for each in asked.order_by(Application.id.desc()).limit(1):
        each.attested = terms.days_on(today, -200)
        each.save()
    initial = Application.select().where(
        (Application.stage == "Verification") & (Application.sort == "Initial appointment")
    )
    for each in initial.order_by(Application.id).limit(1):
        beyond.away(each, today)
    closed = Application.select().where(Application.outcome == "Approved").order_by(Application.decided.desc())
    for each in closed.limit(1):
        each.told = None
        each.save()


def _committees(today: date) -> None:
    """Those of the surgery center, which nobody has looked at since it was bought."""
    board = Committee.create(
        name="Surgery Center Board Committee", short="SC Board", level="Expedited board committee", every=3
    )
    Seat.create(committee=board, name="Ruth Ellison", role="Chair", votes=True)
    staff = Committee.create(
        name="Surgery Center Executive Committee", short="SC MEC", level="Medical executive committee", every=3
    )
    for name, doctor in (("Paul Odom", True), ("Carla Reyes", False)):
        Seat.create(committee=staff, name=name, role="Member", votes=True, physician=doctor)
    owners = Committee.create(
        name="Surgery Center Governing Board", short="SC Owners", level="Governing board", every=12
    )
    for name, role in (("Ruth Ellison", "Chair"), ("Paul Odom", "Member"), ("Gerald Whitman", "Member")):
        Seat.create(committee=owners, name=name, role=role, votes=True)
    held = {"state": "Held", "starts": "18:00", "opened": "18:00", "adjourned": "19:10", "uid": str(uuid.UUID(int=14))}
    Meeting.create(committee=owners, held=terms.months_on(today, -14), **held)
