"""A fixed office on a fixed day, with a meeting: a clean file, one with red flags, an APP, a reappointment with OPPE. And in
every field that a packet must leave out, or an edition may not show, a canary."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from tests.papers.small_pdf import small_pdf
from workbench.records.application import Application, Claim, Disclosure, RedFlag, Reference
from workbench.records.appointment import Appointment
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.committee import Committee, Seat
from workbench.records.credential import Credential
from workbench.records.desk import PRINTED, Document, Note
from workbench.records.evidence import Activity, Check, NpdbQuery, Oppe
from workbench.records.meeting import ActionItem, AgendaItem, Attendance, Meeting
from workbench.records.office_lists import Category, CredentialSort, Department, Specialty
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import OtherName, Provider
from workbench.records.verification import Verification, VerificationSource
from workbench.store import blobs, history, settings

TODAY = date(2026, 11, 24)
HELD = date(2026, 12, 1)
LEGEND = "Privileged under the Example Medical Studies Act, section 8-2101."
NEVER = (
    "8642",
    "Mar 3 1979",
    "1979-03-03",
    "Tagalogcanary",
    "Canarylane",
    "Canarycity",
    "canaryremark",
    "canarynote",
    "canarytiter",
    "canaryhealth",
    "canarycheck",
    "canaryaccommodation",
    "canaryleave",
    "canarysealed",
    "canarypassport",
    "canarycell",
)
"""What no packet shows."""
CONFIDENTIAL = (
    "canaryclaim",
    "canarydisclosure",
    "canaryreferee",
    "canaryflag",
    "canaryresolution",
    "canarychair",
    "canaryoppe",
    "canaryreason",
    "canaryaction",
    "No reports",
    "no reports",
    "sealed insert",
    "$240,000",
)
"""What the committee sees, and neither a survey nor an open edition."""


class PacketOffice:
    """The office's records, by name."""

    def __init__(self, make: Callable[..., Any]) -> None:
        """Everything, as steps of its own."""
        self.make = make
        with history.step("Policy"):
            settings.save(hospital="Riverbend Medical Center", state="IL", legend=LEGEND)
        self.committee = self._committee()
        self.before = self._before()
        self.meeting = make(
            Meeting, committee=self.committee, held=HELD, starts="07:30", length=90, place="Board Room B"
        )
        self.form = self._form()
        self.clean = self._clean()
        self.flagged = self._flagged()
        self.app = self._app()
        self.renewed = self._renewed()
        self._agenda()

    def put(self, section: str, **what: Any) -> Any:
        """One more item at the end of the agenda."""
        place = AgendaItem.select().where(AgendaItem.meeting == self.meeting).count()
        return self.make(AgendaItem, meeting=self.meeting, section=section, position=place, **{"title": "", **what})

    def attach(self, provider: Any, file_name: str, content: bytes, **what: Any) -> Any:
        """A document on a person's file, whatever its content; it is printed unless it is said otherwise."""
        with history.step(f"Attach {file_name}"):
            digest = blobs.keep(content)
            title = file_name.rsplit(".", 1)[0].replace("_", " ")
            values = {
                "packet": PRINTED,
                "title": title,
                "file_name": file_name,
                "dated": date(2026, 10, 5),
                "sha256": digest,
            }
            return Document.create(provider=provider, size=len(content), **values | what)

    def _committee(self) -> Any:
        made = self.make(Committee, name="Credentials Committee", short="Credentials", level="Credentials committee")
        for place, (name, role) in enumerate(
            (
                ("H. Marsh, MD", "Chair"),
                ("P. Ngo, MD", "Member"),
                ("A. Ruiz, DO", "Member"),
                ("D. Alvarez, CPCS", "Staff"),
            )
        ):
            self.make(
                Seat, committee=made, name=name, role=role, votes=role != "Staff", physician=True, provider=None,
                ends=date(2027, 12, 31 - place), stands_in_for=None,
            )  # fmt: skip
        return made

    def _before(self) -> Any:
        made = self.make(
            Meeting, committee=self.committee, held=date(2026, 11, 3), state="Held", opened="07:31", adjourned="08:40"
        )
        self.make(
            AgendaItem, meeting=made, section="Policy", title="Telemedicine by proxy", outcome="Approved",
            conclusion="Recommended to the MEC.", reason="canaryreason: counsel agrees.", application=None,
        )  # fmt: skip
        for seat in Seat.select().order_by(Seat.id):
            self.make(
                Attendance, meeting=made, seat=seat, presence="Excused" if seat.name == "A. Ruiz, DO" else "Present"
            )
        self.make(
            ActionItem, committee=self.committee, raised_at=made, title="Ask counsel (canaryaction)", owner="Alvarez",
            due=date(2026, 12, 15), done=None,
        )  # fmt: skip
        return made

    def _form(self) -> Any:
        made = self.make(PrivilegeForm, name="Orthopedic Surgery", state="In force")
        self.core = self.make(
            Privilege, form=made, position=0, sort="Core", name="Orthopedic core", training="", board="", life_support="",
            counted="", cases=None, months=None,
        )  # fmt: skip
        self.hips = self.make(
            Privilege, form=made, position=1, sort="Special", name="Hip and knee replacement", counted="Joint replacements",
            cases=50, months=24, training="", board="", life_support="",
        )  # fmt: skip
        self.spine = self.make(
            Privilege, form=made, position=2, sort="Special", name="Spine decompression", counted="Spine decompressions",
            cases=20, months=24, training="", board="", life_support="",
        )  # fmt: skip
        return made

    def _person(self, last: str, first: str, npi: str, degree: str = "MD", **more: Any) -> Any:
        made = self.make(
            Provider, last=last, first=first, degree=degree, npi=npi, birth_date=date(1979, 3, 3), ssn_last4="8642",
            languages="Tagalogcanary", street="7 Canarylane", city="Canarycity", remarks="canaryremark", cell="canarycell",
            specialty=Specialty.get(Specialty.name == "Orthopedic Surgery"),
            department=Department.get(Department.name == "Surgery"), **more,
        )  # fmt: skip
        self.make(Note, provider=made, text="canarynote")
        self._credentials(made)
        for sort, source in (
            ("OIG exclusion list (LEIE)", "OIG"), ("SAM exclusions", "GSA"),
            ("State Medicaid exclusions", "HFS"), ("Identity", "Passport"),
            ("Background check", "Prairie Screening"), ("Health attestation", "Application"),
        ):  # fmt: skip
            self.make(
                Check, provider=made, sort=sort, done=date(2026, 11, 10), source=source, by="Alvarez",
                remarks="canaryhealth" if "Health" in sort else "canarycheck",
            )  # fmt: skip
        self._history(made)
        return made

    def _credentials(self, person: Any) -> None:
        for key, title, number, issuer, expires in (
            ("license", "Physician and Surgeon", "036-151822", "IDFPR", date(2029, 7, 31)),
            ("dea", "Schedules 2 to 5", "FM4471902", "DEA", date(2028, 3, 31)),
            ("board", "Orthopaedic Surgery", "", "AOBOS", date(2031, 12, 31)),
            ("liability", "", "P-77120", "MedPro", date(2027, 7, 1)),
            ("health", "Measles canarytiter", "", "Employee health", date(2027, 1, 1)),
        ):
            self.make(
                Credential, provider=person, sort=CredentialSort.get(CredentialSort.key == key), title=title, number=number,
                issuer=issuer, state="IL" if key in ("license", "dea") else "", expires=expires, issued=None,
                per_claim=1_000_000 if key == "liability" else None, aggregate=3_000_000 if key == "liability" else None,
                verified=date(2026, 11, 4), source="Primary source", past=False, lifetime=False,
                standing="Active" if key == "license" else "", discipline="None on record" if key == "license" else "",
            )  # fmt: skip

    def _history(self, person: Any) -> None:
        school = self.make(
            Education, provider=person, sort="Medical school", institution="Kirksville COM", program="DO", started="2002-08",
            ended="2006-05",
        )  # fmt: skip
        training = self.make(
            Education, provider=person, sort="Residency", institution="Des Peres", program="Orthopedic Surgery",
            started="2006-06", ended="2011-06",
        )  # fmt: skip
        self.make(
            WorkHistory, provider=person, employer="Gateway Orthopedics, St. Louis", position="Surgeon", started="2011-07",
            ended="2019-02",
        )  # fmt: skip
        self.make(
            WorkHistory,
            provider=person,
            employer="Prairie Bone and Joint",
            position="Surgeon",
            started="2019-03",
            ended="",
        )
        self._looked_up(person, "education", "AOA Physician Profile", date(2026, 10, 29), education=school)
        if person.last != "Lopez":
            self._looked_up(person, "training", "School or program", date(2026, 11, 2), education=training)
        self.make(
            Affiliation, provider=person, hospital="St. Odile Hospital", category="Active", started="2019", ended="",
            standing="Good standing",
        )  # fmt: skip

    def _looked_up(self, person: Any, element: str, source: str, done: date, **of: Any) -> None:
        about = {"credential": None, "education": None, "affiliation": None, "work": None, "reference": None, **of}
        self.make(
            Verification, provider=person, element=element, done=done, by="Alvarez", remark="canaryremark", struck=None,
            source=VerificationSource.get(VerificationSource.name == source), document=None, **about,
        )  # fmt: skip

    def _application(self, person: Any, sort: str, **more: Any) -> Any:
        values = {
            "stage": "Credentials committee", "category": Category.get(Category.name == "Provisional"),
            "department": Department.get(Department.name == "Surgery"), "term_starts": date(2026, 12, 18),
            "term_ends": date(2028, 11, 30), "requested": date(2026, 9, 1), "received": date(2026, 9, 15),
            "complete": date(2026, 11, 10), "attested": date(2026, 9, 15), "chair": "P. Ngo, MD", "chair_view": "Recommend",
            "chair_report": "Qualified (canarychair).", "chair_on": date(2026, 11, 18), "facility": None,
            "fppe": "First ten replacements proctored.",
        }  # fmt: skip
        made = self.make(Application, provider=person, sort=sort, **values | more)
        questions = ("Has a license been limited?", "Can you safely perform what you ask for?")
        for place, question in enumerate(questions):
            self.make(
                Disclosure, application=made, position=place, question=question, answer=False, explanation="",
                health=place == 1,
            )  # fmt: skip
        return made

    def _asked(self, application: Any, *privileges: Any, view: str = "Recommend") -> None:
        for each in privileges:
            self.make(PrivilegeRequest, application=application, privilege=each, chair_view=view, decision="")

    def _referee(self, application: Any, name: str, relationship: str, to: str, **grades: Any) -> None:
        all_good = dict.fromkeys(
            ("knowledge", "skills", "judgment", "interpersonal", "communication", "professionalism"), 4
        )
        self.make(
            Reference, application=application, name=name, degree="MD", relationship=relationship, observed_from="2018",
            observed_to=to, received=date(2026, 10, 1), recommends="Recommend", comment="Careful (canaryreferee).",
            **all_good | grades,
        )  # fmt: skip

    def _query(self, person: Any, result: str, **more: Any) -> None:
        self.make(
            NpdbQuery, provider=person, queried=date(2026, 11, 4), enrolled_until=date(2027, 11, 3), result=result,
            reviewed=date(2026, 11, 5), reviewed_by="H. Marsh, MD", **{"response": None} | more,
        )  # fmt: skip

    def _clean(self) -> Any:
        person = self._person("Banerjee", "Arjun", "1679553432", middle="K")
        made = self._application(person, "Initial appointment")
        self._asked(made, self.core)
        for name in ("Lang", "Oda", "Sato"):
            self._referee(made, name, "Peer", "")
        self._query(person, "No reports")
        return made

    def _flagged(self) -> Any:
        person = self._person("Morris", "Kevin", "1245319599", "DO", middle="T")
        self._gap(person)
        self.make(OtherName, provider=person, last="Tolliver", first="Kevin")
        made = self._application(
            person, "Initial appointment", chair_view="Recommend with conditions",
            chair_report="Spine when 20 cases are shown (canarychair).",
        )  # fmt: skip
        self._answer_yes(made)
        self._asked(made, self.core, self.hips, self.spine)
        self._referee(made, "Ruiz", "Partner", "", judgment=3)
        self._referee(made, "Lang", "Department chair", "2019", skills=3, communication=None)
        self.make(
            Claim, provider=person, occurred="2022", closed="2025-08", allegation="Wrong implant size (canaryclaim)",
            outcome="Settled", paid=240_000,
        )  # fmt: skip
        self.make(
            RedFlag, application=made, matter="Two insurers in one year (canaryflag)", resolution="Explained (canaryresolution)",
            resolved=date(2026, 11, 9), by="Alvarez",
        )  # fmt: skip
        for name, number in (("Joint replacements", 94), ("Spine decompressions", 11)):
            self.make(
                Activity, provider=person, name=name, number=number, starts=date(2024, 11, 1), ends=date(2026, 10, 31),
                source="Case log",
            )  # fmt: skip
        response = self.attach(person, "npdb_response.pdf", sealed_pdf(), title="Response")
        self._query(person, "Reports", response=response)
        return made

    def _gap(self, person: Any) -> None:
        with history.step("A gap"):
            WorkHistory.update(started="2019-10").where(
                (WorkHistory.provider == person) & (WorkHistory.employer == "Prairie Bone and Joint")
            ).execute()
        self.make(
            WorkHistory, provider=person, employer="Medical leave", position="", started="2019-03", ended="2019-09",
            remarks="canaryleave",
        )  # fmt: skip

    def _answer_yes(self, application: Any) -> None:
        with history.step("Answers"):
            for row in Disclosure.select().where(Disclosure.application == application).order_by(Disclosure.position):
                row.answer = True
                row.explanation = "canaryaccommodation" if row.position else "Settled in 2015 (canarydisclosure)."
                row.save()

    def _app(self) -> Any:
        boss = self.clean.provider
        person = self._person(
            "Lopez", "Ana", "1023011178", "PA-C", provider_type="Physician assistant", supervisor=boss
        )
        made = self._application(person, "Initial appointment")
        self._asked(made, self.core)
        for name in ("Lang", "Oda", "Sato"):
            self._referee(made, name, "Supervisor", "")
        self._query(person, "No reports")
        return made

    def _renewed(self) -> Any:
        person = self._person("Okafor", "Adaeze", "1104828823", middle="N")
        self.make(
            Appointment, provider=person, starts=date(2024, 1, 1), ends=date(2026, 12, 31), facility=None, category=None
        )
        made = self._application(person, "Reappointment", changes="Gave up spine surgery.", fppe="")
        self._asked(made, self.core, self.hips)
        for line in (self.core, self.spine):
            self.make(
                HeldPrivilege, provider=person, privilege=line, facility=None, application=None, starts=date(2024, 1, 1),
                ends=date(2026, 12, 31), conditions="",
            )  # fmt: skip
        self._referee(made, "Sato", "Peer", "")
        self._query(person, "No reports")
        self.make(
            Oppe, provider=person, starts=date(2026, 1, 1), ends=date(2026, 6, 30), result="No concern",
            reviewer="P. Ngo, MD", reviewed=date(2026, 8, 1), remarks="canaryoppe",
        )  # fmt: skip
        self.make(
            Activity, provider=person, name="Joint replacements", number=61, starts=date(2024, 11, 1),
            ends=date(2026, 10, 31), source="EHR",
        )  # fmt: skip
        self.make(
            Activity, provider=person, sort="CME credits", name="CME credits", number=112, starts=date(2024, 1, 1),
            ends=date(2026, 10, 31), source="Certificates",
        )  # fmt: skip
        return made

    def _agenda(self) -> None:
        self.put("Call to order", title="Call to order, conflicts of interest", minutes=2)
        self.put("Minutes", minutes=3)
        self.put("Action items", minutes=5)
        self.put("Consent list", application=self.clean, asked="Recommend, Category 1", minutes=1)
        self.put("Initial appointments", application=self.flagged, asked="Discuss", minutes=10)
        self.put("Initial appointments", application=self.app, asked="Discuss", minutes=5)
        self.put("Reappointments", application=self.renewed, asked="Recommend", minutes=5)
        self.put("Policy", title="Robotic criteria", asked="Recommend", minutes=10)


def canaries_in(said: str, canaries: Iterable[str]) -> list[str]:
    """Which of some canaries stand in what was said. Four digits stand in many a hash, and in many a length of what is packed:
    those are looked for where no other digit of a hash is beside them."""
    return sorted(each for each in canaries if re.search(_alone(each), said))


def _alone(canary: str) -> str:
    if re.fullmatch("[0-9a-f]+", canary):
        return rf"(?<![0-9a-f])(?<!/Length ){canary}(?![0-9a-f])"
    return re.escape(canary)


def sealed_pdf() -> bytes:
    """The NPDB's response, which only the insert may hold."""
    return small_pdf(says=("canarysealed",))
