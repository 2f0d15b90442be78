"""The sample's applications: some twenty in all stages, some clean, some with faults that a coordinator would know.

What each shows stands in resources/sample/applications.toml; who it is about is chosen here."""

import random
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from workbench.actions.applications import questions
from workbench.actions.sampling import committees, delineating, terms
from workbench.actions.sampling.case_file import CaseFile
from workbench.actions.sampling.evidence import COUNTED, look_into
from workbench.actions.sampling.office import judge_of
from workbench.actions.sampling.pools import pool
from workbench.records.application import Application, Disclosure
from workbench.records.appointment import Appointment
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Specialty
from workbench.records.policy import Policy
from workbench.records.privilege import PrivilegeRequest
from workbench.records.provider import Provider
from workbench.store import settings

Values = dict[str, Any]
STAGES_SEEN = ("Credentials committee", "Medical executive committee", "Governing board", "Closed")
"""Stages of files on which the chair has reported."""
MONTHS = 24
"""The terms of the sample hospital."""


FIRST = 600
"""So many people are looked at for a case; the larger hospitals have enough of every sort among them."""


def apply(today: date, seed: int, large: bool) -> None:
    """Write the applications, and the evidence of current staff, in a large hospital of those who may apply; inside a step."""
    look_into(today, seed, FIRST if large else None)
    staff, taken = _Staff.of(today), set[int]()
    for number, case in enumerate(pool("applications")["case"]):
        person = next((each for each in staff.fitting(case) if each.id not in taken), None)
        if person is not None:
            taken.add(person.id)
            _write(case, person, today, random.Random(f"case {seed} {number}"))


@dataclass(frozen=True)
class _Staff:
    """The people whom cases can be about, and what must be known of them to choose; read once."""

    people: tuple[Provider, ...]
    ends: dict[int, date]
    """By person, the end of the newest term, if it leaves time enough for an ordinary reappointment."""
    lapsing: frozenset[int]
    """Whose license, DEA or coverage ends within two months: a file that could not be ready."""
    counted: frozenset[int]
    """Specialties whose cases are counted."""

    @classmethod
    def of(cls, today: date) -> "_Staff":
        """Four queries, however many the people are."""
        soon = terms.days_on(today, 60)
        newest = Appointment.select(Appointment.provider, fn.max(Appointment.ends)).group_by(Appointment.provider)
        lapsing = Credential.select(Credential.provider).join(CredentialSort)
        lapsing = lapsing.where(~Credential.past, CredentialSort.key.in_(("license", "dea", "liability")))
        lapsing = lapsing.where(Credential.expires.is_null() | (Credential.expires < soon))
        counted = Specialty.select(Specialty.id).where(Specialty.name.in_(list(COUNTED)))
        return cls(
            tuple(Provider.select().order_by(Provider.id).limit(FIRST)),
            {who: ends for who, ends in newest.tuples() if ends and ends > soon},
            frozenset(who for (who,) in lapsing.tuples()),
            frozenset(each for (each,) in counted.tuples()),
        )

    def fitting(self, case: Values) -> list[Provider]:
        """People whom a case can be about, the likeliest first."""
        if "last" in case:
            return [each for each in self.people if each.last == case["last"]]
        if case["sort"] == "Initial appointment":
            people = [each for each in self.people if each.status == "Applicant"]
        else:
            named = {each["last"] for each in pool("cast")["person"]}
            people = [each for each in self.people if self._could_renew(each) and each.last not in named]
            people.sort(key=lambda each: self.ends[each.id])
        wanted = bool(case.get("formed"))
        return sorted(people, key=lambda each: self._has_form(each) is not wanted)

    def _could_renew(self, person: Provider) -> bool:
        alone = person.provider_type == "Physician assistant" and person.supervisor_id is None
        return person.status == "Active" and person.id in self.ends and person.id not in self.lapsing and not alone

    def _has_form(self, person: Provider) -> bool:
        return person.specialty_id in self.counted and person.provider_type == "Physician"


def _write(case: Values, person: Provider, today: date, rng: random.Random) -> None:
    lacks, shows = set(case.get("lacks", ())), set(case.get("shows", ()))
    asked = _application(case, person, today, lacks, shows)
    file = CaseFile(case, asked, today, rng)
    if case["stage"] != "Requested":
        _answer(asked, lacks, shows)
        file.refer(lacks, shows)
    else:
        _answer(asked, {"disclosures"}, set())
    if case["stage"] not in ("Requested", "Received"):
        file.verify(lacks)
        file.check(lacks)
        file.query(lacks)
    file.show(lacks, shows)
    if case.get("clean"):
        delineating.certify(asked)
    if case["stage"] != "Requested":
        delineating.request(asked, today)
    if case.get("clean"):  # nothing is asked for that the chair does not plainly recommend
        PrivilegeRequest.delete().where(
            (PrivilegeRequest.application == asked) & (PrivilegeRequest.chair_view != "Recommend")
        ).execute()


def _application(case: Values, person: Provider, today: date, lacks: set[str], shows: set[str]) -> Application:
    begun: date = terms.days_on(today, -case["days"])
    since = terms.days_on(today, -int(case["since"] if "since" in case else case["days"]))
    if str(case.get("outcome", "")).startswith("Approved"):
        since = committees.last_decision(since, short=_review(shows) == "Category 1")
    term = person.appointments.order_by(Appointment.ends.desc(), Appointment.id).first()
    values: Values = {
        "provider": person,
        "sort": case["sort"],
        "stage": case["stage"],
        "stage_since": since,
        "facility": term.facility if term else _main(),
        "category": person.category,
        "department": person.department,
        "chair": judge_of(person),
        "requested": terms.days_on(begun, -6),
    }
    if case["stage"] == "Requested":
        values["requested"] = begun
    else:
        values["received"] = begun
        values["complete"] = None if "complete" in lacks else terms.days_on(begun, 5)
        values["attested"] = None if "attestation" in lacks else terms.days_on(begun, -2)
    values |= _term_asked(case, term, today) | _decided(case, since, shows)
    if case["stage"] in STAGES_SEEN and case.get("outcome") != "Withdrawn":
        values |= _report(case, begun, since, shows)
    return Application.create(**values)


def _term_asked(case: Values, term: Any, today: date) -> Values:
    if case["sort"] == "Added privileges" or (case["sort"] == "Reappointment" and term is None):
        return {}
    if case["sort"] == "Initial appointment":
        starts = terms.days_on(terms.month_end(today, 1), 1)
    elif case["stage"] == "Closed":
        return {"term_starts": term.starts, "term_ends": term.ends}
    else:
        starts = terms.days_on(term.ends, 1)
    longest = min(MONTHS, settings.load(Policy).term_months)
    return {"term_starts": starts, "term_ends": terms.days_on(terms.months_on(starts, longest), -1)}


def _report(case: Values, begun: date, since: date, shows: set[str]) -> Values:
    limited = "conditions" in shows
    new = case["sort"] != "Reappointment"
    return {
        "chair_view": "Recommend with conditions" if limited else "Recommend",
        "chair_on": max(begun, terms.days_on(since, -_BEFORE.get(case["stage"], 1))),
        "chair_report": _LIMITED if limited else _PLAIN,
        "fppe": "Five cases observed and ten charts reviewed in the first six months." if new else "",
        "review": _review(shows),
        "changes": "" if new else "Moved to two days of clinic; no new procedures.",
    }


def _review(shows: set[str]) -> str:
    return "Category 2" if shows - {"fair_reference"} else "Category 1"


_BEFORE = {"Medical executive committee": 20, "Governing board": 20, "Closed": 60}
"""So many days before its stage, or its decision, the chair had reported on a file: the committees met since."""
_PLAIN = "Qualified by training, experience and current competence for what is asked; no concerns in the department."
_LIMITED = "Recommended, with proctoring of the first ten cases; the record of claims was discussed with the applicant."


def _decided(case: Values, since: date, shows: set[str]) -> Values:
    if case["stage"] != "Closed":
        return {}
    told = {"outcome": case["outcome"], "decided": since}
    if case["outcome"] == "Approved with conditions":
        told["conditions"] = "Ten cases proctored by a member of the department."
    return told


def _answer(asked: Application, lacks: set[str], shows: set[str]) -> None:
    for position, question in enumerate(questions(), 1):
        yes = position == 9 and bool(shows & {"claims", "claim"}) or position == 5 and "yes" in shows
        still_open = "disclosures" in lacks and position > 8
        Disclosure.create(
            application=asked,
            position=position,
            question=question.text,
            health=question.health,
            answer=None if still_open or asked.stage == "Requested" else yes,
            explanation=_EXPLAINED[position] if yes else "",
        )


_EXPLAINED = {
    5: "Put on three months of remediation in the second year of residency for late records; completed, and promoted.",
    9: "See the claims listed with this application.",
}


def _main() -> Any:
    facility = Application.facility.rel_model
    return facility.select().order_by(facility.id).first()
