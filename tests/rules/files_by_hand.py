"""Files made by hand: one that lacks nothing, and for every rule what brings it a day over its line."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from workbench.records.application import Application, Disclosure, Reference
from workbench.records.appointment import Appointment
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.committee import Committee, Seat
from workbench.records.conduct import AdverseAction, Fppe
from workbench.records.credential import Credential
from workbench.records.days import months_on
from workbench.records.evidence import Activity, Check, NpdbQuery, Oppe
from workbench.records.meeting import Meeting
from workbench.records.office_lists import Category, CredentialSort, Facility
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm
from workbench.records.provider import OtherName, Provider
from workbench.records.short_term import DisasterPrivilege, TemporaryPrivilege
from workbench.records.upkeep import GoverningDocument, StaffCertification
from workbench.records.verification import Verification, VerificationSource
from workbench.rules import packs, points
from workbench.store import history, settings

from .ready_file import a_ready_file

ON = date(2026, 11, 24)
END = date(2028, 12, 31)
ONE = timedelta(days=1)


def back(days: int = 0, months: int = 0) -> date:
    """So long before the day on which files are judged."""
    return months_on(ON, -months) - timedelta(days=days)


def change(record: Any, **values: Any) -> None:
    """Write some fields of a record."""
    with history.step("Spoil it"):
        for name, value in values.items():
            setattr(record, name, value)
        record.save()


def remove(record: Any) -> None:
    """Take a record away."""
    with history.step("Spoil it"):
        record.delete_instance()


class Clean:
    """A member of the staff whose file lacks nothing on the day."""

    def __init__(self, make: Callable[..., Any], last: str) -> None:
        self.make = make
        self.facility = Facility.get_or_none(Facility.name == "Riverbend") or make(
            Facility, name="Riverbend", state="IL"
        )
        self.person = make(Provider, last=last, degree="MD", provider_type="Physician", status="Active")
        self.term = self.of(Appointment, facility=self.facility, starts=date(2026, 1, 1), ends=END)
        self.license = self.credential("license", expires=date(2028, 7, 31), number="036-1")
        self.coverage = self.credential("liability", expires=date(2027, 7, 1))
        self.query = self.of(NpdbQuery, queried=back(30), result="No reports", reviewed=back(20), reviewed_by="Bo")
        for sort in ("OIG exclusion list (LEIE)", "SAM exclusions", "State Medicaid exclusions", "Identity"):
            self.of(Check, sort=sort, done=back(5))
        self.oppe = self.of(Oppe, starts=back(months=9), ends=back(months=2), reviewed=back(months=1), reviewer="Marsh")
        self.held = self.hold(date(2026, 1, 1))
        self.plan = self.of(Fppe, starts=date(2026, 1, 1), concluded=date(2026, 6, 1), result="Met")

    def of(self, model: Any, **values: Any) -> Any:
        """A record of this person."""
        return self.make(model, provider=self.person, **values)

    def credential(self, key: str, **values: Any) -> Any:
        """A verified credential of a sort."""
        sort = CredentialSort.get(CredentialSort.key == key)
        given = {"state": "IL" if sort.by_state else "", "verified": back(10), "source": "Seen"} | values
        return self.of(Credential, sort=sort, **given)

    def hold(self, starts: date, name: str = "Core") -> Any:
        """A privilege that ends with the appointment."""
        form = PrivilegeForm.get_or_none(PrivilegeForm.name == "Medicine") or self.make(PrivilegeForm, name="Medicine")
        line = Privilege.get_or_none(Privilege.name == name) or self.make(Privilege, form=form, name=name)
        return self.of(HeldPrivilege, privilege=line, facility=self.facility, starts=starts, ends=END)

    def check(self, word: str) -> Check:
        """Of a list."""
        return Check.get((Check.provider == self.person) & Check.sort.contains(word))


class Asking:
    """An applicant whose file is ready for a meeting."""

    def __init__(self, make: Callable[..., Any], last: str) -> None:
        self.make, self.file = make, a_ready_file(make)
        self.person = Provider.get_by_id(self.file.provider_id)
        change(self.person, last=last)
        for each in Check.select().where(Check.provider == self.person):
            change(each, done=back(5))
        change(self.file, chair_on=back(2))
        change(self.license, standing="Active", discipline="None on record")

    @property
    def license(self) -> Any:
        """Theirs."""
        return Credential.get((Credential.provider == self.person) & (Credential.number == "license"))


@dataclass(frozen=True)
class Case:
    """A rule, and a file that is on its line (late = 0) or a day over it (late = 1)."""

    rule: str
    severity: str
    spoil: Callable[[Any, int], None]
    also: tuple[str, ...] = ()
    """Rules that are found beside it a day over its line, as is right."""
    of: type = Clean
    packs: str = ""
    """Packs that ask it besides those of every office."""


def _license_at_expiration(file: Clean, late: int) -> None:
    ended = date(2026, 7, 31)
    file.credential("license", number="036-1", past=True, expires=ended, verified=None, source="")
    change(file.license, verified=ended + late * ONE)


def _source(file: Clean, late: int) -> None:
    name = "AMA Physician Profile" if late else "State licensing board"
    source = VerificationSource.get(VerificationSource.name == name)
    file.of(Verification, element="license", credential=file.license, source=source, done=back(10))


def _elsewhere(file: Clean, late: int) -> None:
    file.credential("dea", number="AB1234563", state="WI" if late else "IL", expires=END)


def _new_privilege(file: Clean, late: int) -> None:
    file.hold(back(60), "Special")
    file.of(Fppe, starts=back(60) + late * ONE, concluded=back(5), result="Met")


def _temporary(file: Clean, **values: Any) -> Any:
    given = {"sort": "Patient-care need", "privileges": "Core", "need": "Nobody else covers", "starts": back(3)}
    seen = {"license_seen": back(4), "competence_seen": back(4), "recommended_by": "President", "granted_by": "CEO"}
    values = given | seen | values
    file.of(Fppe, starts=values["starts"], method="Five cases")
    return file.of(TemporaryPrivilege, **{"ends": ON + 20 * ONE} | values)


def _need_without_a_query(file: Clean, late: int) -> None:
    """Queried a month before the grant, or a day earlier."""
    change(file.query, queried=back(33 + late), reviewed=back(20))
    _temporary(file)


def _temporary_of_applicant(asking: Asking, late: int, **values: Any) -> None:
    make, starts = asking.make, back(3)
    make(Fppe, provider=asking.person, starts=starts, method="Five cases")
    given = {"sort": "Applicant", "privileges": "Core", "application": asking.file, "starts": starts}
    seen = {"license_seen": back(4), "competence_seen": back(4), "recommended_by": "President", "granted_by": "CEO"}
    source = VerificationSource.get(VerificationSource.name == "AMA Physician Profile")
    make(Verification, provider=asking.person, element="training", source=source, done=back(4))
    make(TemporaryPrivilege, provider=asking.person, **given | seen | {"ends": ON + 20 * ONE} | values)


def _query_of_this_application(asking: Asking, late: int) -> None:
    """An older response was evaluated; that of this application is, or waits."""
    made = {"result": "No reports", "reviewed_by": "Marsh"}
    asking.make(NpdbQuery, provider=asking.person, queried=back(300), reviewed=back(290), **made)
    change(NpdbQuery.get(NpdbQuery.queried > back(300)), queried=back(20), reviewed=back(3 - late))
    _temporary_of_applicant(asking, late)


def _revoked_here(asking: Asking, late: int) -> None:
    done = {"reported": back(1), "copied": back(1), "noticed": back(1)}
    if late:
        asking.make(AdverseAction, provider=asking.person, sort="Revocation", imposed=back(900), **done)
    _temporary_of_applicant(asking, late)


def _challenged_license(asking: Asking, late: int) -> None:
    if late:
        change(asking.license, standing="Probation", discipline="On record")
    _temporary_of_applicant(asking, late)


def _disaster(file: Clean, **values: Any) -> None:
    came = back(3)
    seen = {"photo_id": True, "proof": "Current license", "license_seen": came, "decided": came}
    file.of(DisasterPrivilege, **{"activated": came, "arrived": came} | seen | values)


def _action(file: Clean, **values: Any) -> None:
    done = {"reported": back(1), "copied": back(1), "noticed": back(1)}
    file.of(AdverseAction, **{"sort": "Suspension", "imposed": back(10)} | done | values)


def _closed(file: Clean, late: int) -> None:
    file.of(Application, sort="Reappointment", stage="Closed", outcome="Approved", decided=back(30 + late))


def _gap(asking: Asking, days: int, **off: Any) -> None:
    """A school until a day, and work from so many days later on."""
    asking.make(
        Education,
        provider=asking.person,
        sort="Medical school",
        institution="Rush",
        started="2000-08-01",
        ended="2004-12-31",
    )
    work = {"employer": "Illini", "position": "Physician", "ended": ""}
    began = date(2004, 12, 31) + timedelta(days=days + 1)
    asking.make(WorkHistory, provider=asking.person, started=began.isoformat(), **work)
    if off:
        span = {"started": "2005-01-01", "ended": (began - ONE).isoformat()}
        asking.make(WorkHistory, provider=asking.person, employer="Time off", time_off="Family", **span, **off)


def _last_reference(asking: Asking, late: int) -> None:
    reference = Reference.select().where(Reference.application == asking.file).first()
    change(reference, received=ON + late * ONE)


def _came(file: Clean, late: int, **values: Any) -> None:
    came = back(3 + late)
    _disaster(file, **{"arrived": came, "activated": came, "license_seen": came, "decided": came} | values)


def _identity(asking: Asking, late: int) -> None:
    seen = Check.get((Check.provider == asking.person) & (Check.sort == "Identity"))
    change(seen, done=ON + late * ONE)


def _chair_limits(asking: Asking, late: int) -> None:
    change(asking.file, chair_view="Recommend with conditions" if late else "Recommend")


def _agency(asking: Asking, late: int) -> None:
    change(asking.license, standing="Active", discipline="" if late else "None on record")


def _seen(asking: Asking, element: str, late: int, **of: Any) -> None:
    """Seen at a source on the day of the decision, or a day after it."""
    source = VerificationSource.get(VerificationSource.name == "School or program")
    asking.make(Verification, provider=asking.person, element=element, source=source, done=ON + late * ONE, **of)


def _program(asking: Asking, late: int) -> None:
    """A program that everybody trained in, and a verification of it that is there on the day or comes after it."""
    made = {"sort": "Residency", "institution": "Rush", "started": "2001-07-01", "ended": "2004-06-30"}
    program = asking.make(Education, provider=asking.person, **made)
    asking.make(WorkHistory, provider=asking.person, employer="Illini", started="2004-07-01")
    _seen(asking, "training", late, education=program)


def _school(asking: Asking, late: int) -> None:
    made = {"sort": "Medical school", "institution": "Rush", "started": "2000-08-01", "ended": "2004-12-31"}
    school = asking.make(Education, provider=asking.person, **made)
    asking.make(WorkHistory, provider=asking.person, employer="Illini", started="2005-01-01")
    _seen(asking, "education", late, education=school)


def _position(asking: Asking, late: int) -> None:
    work = asking.make(WorkHistory, provider=asking.person, employer="Illini", started="2005-01-01")
    _seen(asking, "work_history", late, work=work)


def _hospital(asking: Asking, late: int) -> None:
    _seen(asking, "affiliation", late, affiliation=asking.make(Affiliation, provider=asking.person, hospital="Illini"))


def _registered(key: str) -> Callable[[Asking, int], None]:
    def spoil(asking: Asking, late: int) -> None:
        held = Credential.select().join(CredentialSort).where(CredentialSort.key == key)
        mine = held.where(Credential.provider == asking.person).first()
        values = {"state": "IL", "title": "Cardiology", "expires": END, "source": "Seen"}
        sort = CredentialSort.get(CredentialSort.key == key)
        mine = mine or asking.make(Credential, provider=asking.person, sort=sort, **values)
        change(mine, verified=ON + late * ONE)

    return spoil


def _elsewhere_licensed(asking: Asking, late: int) -> None:
    sort = CredentialSort.get(CredentialSort.key == "license")
    given = {"state": "WI", "number": "11-1", "expires": back(900), "source": "Board", "verified": ON + late * ONE}
    asking.make(Credential, provider=asking.person, sort=sort, standing="Expired", discipline="None on record", **given)


def _again(asking: Asking, **values: Any) -> None:
    """Theirs is a reappointment; with the term that ends, and what is granted in it evaluated."""
    asking.make(Appointment, provider=asking.person, facility=asking.file.facility, starts=back(months=24), ends=END)
    change(asking.file, sort="Reappointment", **values)


def _renewed(asking: Asking, late: int) -> None:
    """No peer was asked; the evaluation was reviewed on the day of the meeting, or after it."""
    _again(asking)
    for each in Reference.select().where(Reference.application == asking.file):
        remove(each)
    asking.make(
        Oppe, provider=asking.person, starts=back(200), ends=back(60), reviewed=ON + late * ONE, reviewer="Marsh"
    )


def _learned(asking: Asking, late: int) -> None:
    _again(asking)
    credits = Activity.get(Activity.provider == asking.person)
    change(credits, starts=back(months=36), ends=back(months=24) - late * ONE)


def _disclosed(asking: Asking, late: int) -> None:
    change(Disclosure.get(Disclosure.application == asking.file), answer=None if late else False)


def _able(asking: Asking, late: int) -> None:
    said = Check.get((Check.provider == asking.person) & (Check.sort == "Health attestation"))
    change(said, done=ON + late * ONE)


def _signed(file: Clean, late: int) -> None:
    source = VerificationSource.get(VerificationSource.name == "State licensing board")
    by = "" if late else "Bo"
    file.of(Verification, element="license", credential=file.license, source=source, done=back(10), by=by)


def _concern(file: Clean, late: int) -> None:
    change(file.oppe, result="Focused review")
    starts = file.oppe.starts - late * ONE
    file.of(Fppe, sort="For cause", method="Five cases", starts=starts, concluded=back(1), result="Met")


def _called_otherwise(file: Clean, late: int) -> None:
    """A maiden name that the last searches went under, or one that came up after them."""
    file.of(OtherName, sort="Former name", last="Abernathy", first="Ann")
    for word in ("LEIE", "SAM", "Medicaid"):
        change(file.check(word), names="" if late else f"{file.person.first} {file.person.last}; Abernathy, Ann")


def _looked_at(file: Clean, late: int) -> None:
    """A query of the NPDB a month ago, and of the license itself nothing since."""
    change(file.query, queried=back(late, 1))


def _served(asking: Asking, late: int) -> None:
    asking.make(Check, provider=asking.person, sort="Military service", done=ON + late * ONE)


def _covered_since(asking: Asking, late: int) -> None:
    """The policy began on the day of the attestation, or a day after it."""
    change(_coverage(asking), issued=asking.file.attested + late * ONE)


def _covered_until(asking: Asking, late: int) -> None:
    """The present policy began later; the one before it ended on the day of the attestation, or a day before it."""
    change(_coverage(asking), issued=asking.file.attested + 5 * ONE)
    old = {"past": True, "issued": back(900), "expires": asking.file.attested - late * ONE, "source": "Certificate"}
    sort = CredentialSort.get(CredentialSort.key == "liability")
    asking.make(Credential, provider=asking.person, sort=sort, number="old", **old)


def _coverage(asking: Asking) -> Any:
    return Credential.get((Credential.provider == asking.person) & (Credential.number == "liability"))


def looked_since(asking: Asking) -> date:
    """The day of the request."""
    return min(asking.file.requested, asking.file.received)


def _asked_after_the_query(asking: Asking, late: int) -> None:
    asked = NpdbQuery.get(NpdbQuery.provider == asking.person).queried + late * ONE
    change(asking.file, requested=asked, received=asked)


def _long_ago(file: Clean, late: int) -> None:
    began, ends = back(late, 24), ON + 100 * ONE
    change(file.term, starts=began, ends=ends)
    change(file.held, starts=began, ends=ends)
    change(file.oppe, starts=back(400, 24), ends=back(300, 24), reviewed=back(200, 24))


CASES = (
    Case("LIC_EXP", "block", lambda f, late: change(f.license, expires=back(late))),
    Case("LIC_EXP", "warn", lambda f, late: change(f.license, expires=ON + (30 - late) * ONE)),
    Case("LIC_EXP", "block", lambda f, late: change(f.license, standing="Revoked" if late else "Probation")),
    Case("DEA_EXP", "block", lambda f, late: f.credential("dea", number="AB1234563", expires=END, standing="Surrendered" if late else "")),
    Case("LIC_PSV", "block", lambda f, late: change(f.license, verified=ON + late * ONE)),
    Case("LIC_PSV_AT_EXP", "block", _license_at_expiration),
    Case("PSV_SOURCE", "warn", _source),
    Case("DEA_EXP", "block", lambda f, late: f.credential("dea", number="AB1234563", expires=back(late))),
    Case("CDS_EXP", "block", lambda f, late: f.credential("cds", expires=back(late))),
    Case("INS_EXP", "block", lambda f, late: change(f.coverage, expires=back(late))),
    Case("BOARD_EXP", "warn", lambda f, late: f.credential("board", title="Cardiology", expires=back(late))),
    Case("LIFE_EXP", "warn", lambda f, late: f.credential("life_support", title="ACLS", expires=back(late))),
    Case("HEALTH_EXP", "warn", lambda f, late: f.credential("health", title="TB screening", expires=back(late))),
    Case("DEA_STATE", "warn", _elsewhere),
    Case("REQUIRED", "block", lambda f, late: change(f.coverage, past=bool(late))),
    Case("APPT_MAX", "block", lambda f, late: late and remove(f.term), also=("PRIV_MAX",)),
    Case("APPT_MAX", "block", lambda f, late: late and change(f.term, starts=None, ends=None), also=("PRIV_MAX",)),
    Case("APPT_MAX", "block", lambda f, late: change(f.term, starts=date(2026, 1, 1), ends=END + late * ONE)),
    Case("PRIV_MAX", "block", lambda f, late: change(f.held, ends=END + late * ONE)),
    Case("APPRAISAL_24", "warn", _long_ago, also=("OPPE_INT",)),
    Case("NPDB_2Y", "block", lambda f, late: change(f.query, queried=back(late, 24), enrolled_until=END)),
    Case("NPDB_2Y", "block", lambda f, late: change(f.query, queried=back(late, 24))),
    Case("NPDB_CQ", "warn", lambda f, late: change(f.query, enrolled_until=ON + (30 - late) * ONE)),
    Case("LEIE_MONTH", "warn", lambda f, late: change(f.check("LEIE"), done=back(late, 1))),
    Case("EXCL_MATCH", "block", lambda f, late: change(f.check("LEIE"), result="See the file" if late else "Clear")),
    Case("EXCL_NAMES", "warn", _called_otherwise),
    Case("LEIE_MONTH", "block", lambda f, late: change(f.check("LEIE"), done=back(60 + late))),
    Case("SAM_MONTH", "warn", lambda f, late: change(f.check("SAM"), done=back(late, 1))),
    Case("SAM_MONTH", "block", lambda f, late: change(f.check("SAM"), done=back(60 + late))),
    Case("MEDICAID_MONTH", "warn", lambda f, late: change(f.check("Medicaid"), done=back(late, 1))),
    Case("MEDICAID_MONTH", "block", lambda f, late: change(f.check("Medicaid"), done=back(60 + late))),
    Case("FPPE_OPEN", "block", _new_privilege),
    Case("FPPE_DUE", "warn", lambda f, late: f.of(Fppe, sort="For cause", method="Five cases", starts=back(90), ends=back(late))),
    Case("OPPE_INT", "info", lambda f, late: f.of(Oppe, starts=back(months=20), ends=back(months=14), reviewed=back(late - 1, 13))),
    Case("OPPE_INT", "warn", lambda f, late: change(f.oppe, starts=back(months=20), ends=back(months=14), reviewed=back(late, 9))),
    # at twelve months it is periodic: the last good day is the one before
    Case("OPPE_INT", "block", lambda f, late: change(f.oppe, starts=back(months=20), ends=back(months=14), reviewed=back(late - 1, 12))),
    Case("TEMP_NEED", "block", lambda f, late: _temporary(f, ends=None if late else ON)),
    Case("TEMP_NEED", "block", lambda f, late: _temporary(f, ends=months_on(back(3), 36) - ONE + late * ONE)),
    Case("TEMP_ELIG", "block", _query_of_this_application, of=Asking, also=("EXPED_ELIG",)),
    Case("TEMP_ELIG", "block", _revoked_here, of=Asking, also=("EXPED_ELIG",)),
    Case("TEMP_ELIG", "block", _challenged_license, of=Asking, also=("EXPED_ELIG",)),
    Case("NPDB_APP", "block", _need_without_a_query),
    Case("TEMP_NEED", "block", lambda f, late: _temporary(f, license_seen=back(3) + late * ONE)),
    Case("TEMP_ELIG", "block", lambda f, late: _temporary_of_applicant(f, late, competence_seen=back(3) + late * ONE), of=Asking),
    Case("TEMP_120", "block", lambda f, late: _temporary_of_applicant(f, late, ends=back(3) + (119 + late) * ONE), of=Asking),
    Case("TEMP_120", "info", lambda a, late: _temporary_of_applicant(a, late, starts=back(200), ends=back(81 - late)), of=Asking),
    Case("DIS_ID", "info", lambda f, late: _disaster(f, arrived=back(60), activated=back(60) + late * ONE, ended=back(50))),
    Case("DIS_72_PSV", "warn", lambda f, late: _came(f, late, license_seen=None, why_not="The board was shut")),
    Case("DIS_ID", "block", lambda f, late: _disaster(f, activated=back(3) + late * ONE)),
    Case("DIS_72_PSV", "block", lambda f, late: _came(f, late, license_seen=None)),
    Case("DIS_72_DECIDE", "block", lambda f, late: _came(f, late, decided=None)),
    Case("DECISION_NOTICE", "warn", _closed),
    # an action of more than 30 days: reportable at once, due 30 days later
    Case("ADV_NPDB", "info", lambda f, late: _action(f, imposed=back(300), reported=back(270 - late), copied=back(275))),
    Case("ADV_NPDB", "block", lambda f, late: _action(f, imposed=back(30 + late), reported=None)),
    Case("SUSP_14", "warn", lambda f, late: _action(f, summary=True, imposed=back(13 + late), noticed=None)),
    Case("SUSP_30", "warn", lambda f, late: _action(f, summary=True, imposed=back(29 + late))),
    Case("HEARING_30", "warn", lambda f, late: _action(f, noticed=back(5), request_by=back(5) + (30 - late) * ONE)),
    Case("NPDB_APP", "block", _asked_after_the_query, of=Asking, also=("EXPED_ELIG",)),
    Case("PSV_AGE_ACC", "block", lambda a, late: change(a.license, verified=back(180 + late)), of=Asking, also=("EXPED_ELIG",)),
    Case("ATTEST_AGE", "warn", lambda a, late: change(a.file, attested=back(180 + late)), of=Asking),
    Case("GAP6", "block", lambda a, late: _gap(a, 29 + late), of=Asking, also=("EXPED_ELIG",)),
    Case("GAP12", "block", lambda a, late: _gap(a, 365 + late, remarks=""), of=Asking, also=("EXPED_ELIG",)),
    Case("REF_MIN", "block", _last_reference, of=Asking, also=("EXPED_ELIG",)),
    Case("IDENTITY", "block", _identity, of=Asking, also=("EXPED_ELIG",)),
    Case("APP_COMPLETE", "block", lambda a, late: change(a.file, chair_on=ON + late * ONE), of=Asking),
    Case("EXPED_ELIG", "info", _chair_limits, of=Asking),
    Case("AGENCY_QUERY", "block", lambda a, late: change(a.license, verified=looked_since(a) - late * ONE), of=Asking),
    Case("AGENCY_QUERY", "block", _agency, of=Asking),
    Case("PSV_ONCE", "block", _program, of=Asking, also=("EXPED_ELIG",)),
    Case("PSV_ONCE", "block", _school, of=Asking, also=("EXPED_ELIG",), packs="ncqa"),
    Case("PSV_ONCE", "block", _registered("dea"), of=Asking, also=("EXPED_ELIG",), packs="ncqa"),
    Case("PSV_ONCE", "block", _registered("cds"), of=Asking, also=("EXPED_ELIG",), packs="ncqa"),
    Case("PSV_ONCE", "block", _registered("liability"), of=Asking, also=("EXPED_ELIG",), packs="aaahc"),
    Case("PSV_ONCE", "block", _position, of=Asking, also=("EXPED_ELIG",), packs="achc"),
    Case("PSV_ONCE", "block", _elsewhere_licensed, of=Asking, also=("EXPED_ELIG",), packs="achc"),
    Case("PSV_ONCE", "warn", _registered("board"), of=Asking, packs="namss"),
    Case("PSV_ONCE", "warn", _hospital, of=Asking, packs="namss"),
    Case("DISCLOSED", "block", _disclosed, of=Asking, also=("EXPED_ELIG",)),
    Case("ABILITY", "block", _able, of=Asking, also=("EXPED_ELIG",)),
    Case("RENEW_DATA", "block", _renewed, of=Asking, also=("REF_MIN", "EXPED_ELIG")),
    Case("CME_DOC", "warn", _learned, of=Asking),
    Case("ACT_TIME", "warn", lambda a, late: change(a.file, complete=back(90 + late)), of=Asking),
    Case("FPPE_PLAN", "warn", lambda f, late: f.of(Fppe, sort="For cause", starts=back(9), method="" if late else "Five cases")),
    Case("CONCERN_FPPE", "warn", _concern),
    Case("HEARING_OFFER", "warn", lambda f, late: _action(f, sort="Restriction", noticed=None if late else back(1))),
    Case("SANCTION_MONTH", "block", _looked_at, packs="ncqa"),
    Case("PSV_SIGNED", "block", _signed, packs="ncqa"),
    Case("MILITARY", "warn", _served, of=Asking, packs="namss"),
    Case("COVER_ATTEST", "block", _covered_since, of=Asking, also=("EXPED_ELIG",), packs="ncqa"),
    Case("COVER_ATTEST", "block", _covered_until, of=Asking, also=("EXPED_ELIG",), packs="ncqa"),
)  # fmt: skip
"""Every rule over a person's file, on its line and a day over it."""


def _answer(late: int) -> None:
    """Every point is answered; one with no, once the day has come on which somebody saw it; a yearly one a year ago."""
    asked = (row.point for pack in packs.shipped().values() for row in pack.rows if row.point)
    says = {point: points.Answer("Yes", back(), "Bylaws 6.2") for point in asked}
    if late:
        says["hearing"] = points.Answer("No", back(), "")
    says["integrity_training"] = points.Answer("Yes", back(late, 12), "Course of the NCQA")
    with history.step("Answer"):
        settings.save(answers=json.dumps({point: answer.kept for point, answer in says.items()}))


def spoil_the_office(make: Callable[..., Any], rule: str, late: int) -> None:
    """The same for the rules over the office itself."""
    if rule == "BOARD_COMM_2":
        body = make(Committee, name="Board Credentials", level="Expedited board committee")
        for number in range(2 - late):
            make(Seat, committee=body, name=f"Member {number}", role="Member", votes=True)
    elif rule == "MEC_MD_MAJ":
        body = make(Committee, name="MEC", level="Medical executive committee")
        for number in range(4):
            make(Seat, committee=body, name=f"Member {number}", role="Member", votes=True, physician=number < 3 - late)
    elif rule == "NO_BOARD_ONLY":
        form = make(PrivilegeForm, name="Cardiology", state="In force")
        training = "" if late else "Fellowship in Cardiology"
        make(Privilege, form=form, name="Core", board="Certified in Cardiology", training=training)
    elif rule == "BYLAWS_ADOPTED":
        make(GoverningDocument, name="Staff Bylaws", sort="Bylaws", approved=ON + late * ONE, reviewed=ON, months=99)
    elif rule == "TELE_AGREEMENT":
        category = Category.get(Category.name == "Telemedicine")
        make(Provider, last="Distant", provider_type="Other", status="Leave of absence", category=category)
        approved = ON + late * ONE
        make(GoverningDocument, name="Agreement", sort="Telemedicine agreement", approved=approved, months=99)
    elif rule == "INTEGRITY_AUDIT":
        make(
            GoverningDocument, name="Integrity", sort="Information integrity policy", reviewed=back(late, 12), months=99
        )
    elif rule == "BOARD_MEETS":
        board = make(Committee, name="Board", level="Governing board")
        make(Meeting, committee=board, held=back(late, 12), state="Held")
    elif rule == "POLICY_SAYS":
        _answer(late)
    elif rule == "BYLAWS_REVIEW":
        make(GoverningDocument, name="Bylaws", reviewed=back(late, 24), months=0)
    elif rule == "STAFF_CERT":
        values = {"certified": back(months=36), "credits": 0, "of_namss": 0}
        make(StaffCertification, person="Ann", sort="CPCS", expires=months_on(back(late), 12), **values)


OF_OFFICE = (
    ("BOARD_COMM_2", "block"),
    ("MEC_MD_MAJ", "warn"),
    ("NO_BOARD_ONLY", "warn"),
    ("BYLAWS_REVIEW", "warn"),
    ("STAFF_CERT", "info"),
    ("BYLAWS_ADOPTED", "warn"),
    ("TELE_AGREEMENT", "warn"),
    ("POLICY_SAYS", "warn"),
)
"""Rules over the office, each with what it yields; STATE_LIMIT has no line but the state itself."""

OF_OTHER_PACKS = (("INTEGRITY_AUDIT", "warn", "ncqa"), ("BOARD_MEETS", "warn", "aaahc"))
"""The same of what only packs ask that are not of every office."""
