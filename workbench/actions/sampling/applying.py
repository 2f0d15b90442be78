"""The sample's applications: some twenty in all stages, some clean, some with faults that a coordinator would know.

What each shows stands in resources/sample/applications.toml; who it is about is chosen here."""

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

from workbench.actions.applications import questions
from workbench.actions.sampling import delineating, terms
from workbench.actions.sampling.case_file import CaseFile
from workbench.actions.sampling.evidence import COUNTED, look_into
from workbench.actions.sampling.pools import pool
from workbench.records.application import Application, Disclosure
from workbench.records.appointment import Appointment
from workbench.records.credential import Credential
from workbench.records.policy import Policy
from workbench.records.privilege import PrivilegeRequest
from workbench.records.provider import Provider
from workbench.store import settings

Values = dict[str, Any]
STAGES_SEEN = ("Credentials committee", "Medical executive committee", "Governing board", "Closed")
"""Stages of files on which the chair has reported."""
MONTHS = 24
"""The terms of the sample hospital."""


def apply(today: date, seed: int, large: bool) -> None:
    """Write the applications, and the evidence of current staff except in a large hospital; inside a step."""
    if not large:
        look_into(today, seed)
    taken: set[int] = set()
    for number, case in enumerate(pool("applications")["case"]):
        person = next(_fitting(case, today, taken), None)
        if person is not None:
            taken.add(person.id)
            _write(case, person, today, random.Random(f"case {seed} {number}"))


def _fitting(case: Values, today: date, taken: set[int]) -> Iterator[Provider]:
    """People whom a case can be about, the likeliest first."""
    query = Provider.select().where(Provider.id.not_in(list(taken))).order_by(Provider.id)
    if "last" in case:
        yield from query.where(Provider.last == case["last"])
        return
    initial = case["sort"] == "Initial appointment"
    query = query.where(Provider.status == ("Applicant" if initial else "Active"))
    named = {each["last"] for each in pool("cast")["person"]}
    people = [each for each in query if initial or (each.last not in named and _term(each, today) is not None)]
    if not initial:
        people = [each for each in people if _is_current(each, today)]
        people.sort(key=lambda each: _term(each, today).ends)  # type: ignore[union-attr]
    formed = [each for each in people if _has_form(each)]
    others = [each for each in people if not _has_form(each)]
    yield from (formed + others if case.get("formed") else others + formed)


def _has_form(person: Provider) -> bool:
    return bool(person.specialty and person.specialty.name in COUNTED and person.provider_type == "Physician")


def _term(person: Provider, today: date) -> Appointment | None:
    """The newest term, if it leaves time enough for an ordinary reappointment."""
    found = person.appointments.order_by(Appointment.ends.desc(), Appointment.id).first()
    return found if found and found.ends and found.ends > terms.days_on(today, 60) else None


def _is_current(person: Provider, today: date) -> bool:
    """Whether nothing of what keeps a file from a meeting lapses within two months."""
    soon = terms.days_on(today, 60)
    lapsing = [
        each
        for each in person.credentials.where(~Credential.past)
        if each.sort.key in ("license", "dea", "liability") and (each.expires is None or each.expires < soon)
    ]
    return not lapsing and not (person.provider_type == "Physician assistant" and person.supervisor_id is None)


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
    if case["stage"] != "Requested":
        delineating.request(asked, today)
    if case.get("clean"):  # nothing is asked for that the chair does not plainly recommend
        PrivilegeRequest.delete().where(
            (PrivilegeRequest.application == asked) & (PrivilegeRequest.chair_view != "Recommend")
        ).execute()


def _application(case: Values, person: Provider, today: date, lacks: set[str], shows: set[str]) -> Application:
    begun: date = terms.days_on(today, -case["days"])
    since = terms.days_on(today, -int(case["since"] if "since" in case else case["days"]))
    term = person.appointments.order_by(Appointment.ends.desc(), Appointment.id).first()
    values: Values = {
        "provider": person,
        "sort": case["sort"],
        "stage": case["stage"],
        "stage_since": since,
        "facility": term.facility if term else _main(),
        "category": person.category,
        "department": person.department,
        "chair": person.department.chair if person.department else "",
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
        "chair_on": max(begun, terms.days_on(since, -1)),
        "chair_report": _LIMITED if limited else _PLAIN,
        "fppe": "Five cases observed and ten charts reviewed in the first six months." if new else "",
        "review": "Category 2" if shows - {"fair_reference"} else "Category 1",
        "changes": "" if new else "Moved to two days of clinic; no new procedures.",
    }


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
            question=question,
            answer=None if still_open or asked.stage == "Requested" else yes,
            explanation=_EXPLAINED[position] if yes else "",
        )


_EXPLAINED = {
    5: "Put on three months of remediation in the second year of residency for late records; completed, and promoted.",
    9: "See the claims listed with this application; both carriers' letters are attached.",
}


def _main() -> Any:
    facility = Application.facility.rel_model
    return facility.select().order_by(facility.id).first()
