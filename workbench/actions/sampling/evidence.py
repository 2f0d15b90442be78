"""What the sample's office looked into: NPDB queries, checks, OPPE and volumes of current staff; of most in a large one, OPPE alone."""

import random
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from workbench.actions.sampling import terms
from workbench.actions.sampling.file import File
from workbench.actions.sampling.office import judge_of
from workbench.actions.sampling.pools import pool
from workbench.records.appointment import Appointment
from workbench.records.evidence import Activity, Check, NpdbQuery, Oppe
from workbench.records.provider import GONE, Provider
from workbench.records.record import Record
from workbench.rules import searched_names
from workbench.rules.looked_into import LISTS

Rows = dict[type[Record], list[dict[str, Any]]]
AT_ONCE = 100
"""Rows of one statement."""
COUNTED = {
    "Orthopedic Surgery": (("Orthopedic procedures", 180, 340), ("Hip and knee replacements", 45, 130)),
    "General Surgery": (("General surgery procedures", 150, 320), ("Advanced laparoscopic procedures", 20, 70)),
    "Anesthesiology": (("Anesthetics", 400, 900), ("Obstetric anesthetics", 30, 110)),
    "Nurse Anesthesia": (("Anesthetics", 400, 900),),
    "Cardiovascular Disease": (("Cardiology encounters", 600, 1_400), ("Transthoracic echocardiograms", 200, 600)),
    "Interventional Cardiology": (("Coronary interventions", 60, 160), ("Diagnostic catheterizations", 120, 300)),
    "Emergency Medicine": (("Emergency encounters", 1_800, 3_600),),
    "Hospital Medicine": (("Inpatient encounters", 900, 2_200), ("Central venous catheters", 8, 30)),
    "Obstetrics and Gynecology": (("Deliveries", 90, 220), ("Gynecologic procedures", 60, 150)),
}
"""By specialty, what is counted there, as privilege forms call it, and how many a year at least and at most."""
_ENCOUNTERS = (("Patient encounters", 300, 1_600),)


def look_into(today: date, seed: int, first: int | None = None) -> None:
    """Write the evidence of everybody who is on the staff; of a large one, whose OPPE is written with the files, of the first."""
    rows: Rows = {model: [] for model in (NpdbQuery, Check, Oppe, Activity)}
    begun = {each.provider_id: each.initial for each in Appointment.select().order_by(Appointment.id.desc())}
    staff = Provider.select().where(Provider.status.not_in((*GONE, "Applicant"))).order_by(Provider.id).limit(first)
    for person in staff:
        rng = random.Random(f"evidence {seed} {person.id}")
        initial = begun.get(person.id) or person.status_since or today
        _query(rows, person, today, rng)
        _check(rows, person, today, initial, rng)
        if first is None:
            _evaluate(rows, person, today, initial, rng)
        volumes(rows, person, today, rng)
    write(rows)


def write(rows: Rows) -> None:
    """Insert what was gathered."""
    for model, many in rows.items():
        for start in range(0, len(many), AT_ONCE):
            model.insert_many(many[start : start + AT_ONCE]).execute()


def _query(rows: Rows, person: Provider, today: date, rng: random.Random) -> None:
    """Most are enrolled in continuous query, for a year at a time; the others were queried within two years."""
    reviewer = rng.choice(pool("applications")["reviewers"])
    enrolled = rng.random() < 0.8
    queried = terms.days_on(today, -rng.randrange(10, 350 if enrolled else 600))
    rows[NpdbQuery].append(
        {
            "provider": person.id,
            "queried": queried,
            "enrolled_until": terms.days_on(terms.months_on(queried, 12), -1) if enrolled else None,
            "result": "Reports" if rng.random() < 0.06 else "No reports",
            "reviewed": min(today, terms.days_on(queried, rng.randrange(1, 9))),
            "reviewed_by": reviewer,
        }
    )


MEDICAID = "State Medicaid exclusions"


def _check(rows: Rows, person: Provider, today: date, initial: date, rng: random.Random) -> None:
    by = rng.choice(pool("names")["verifiers"])
    screened = terms.days_on(today.replace(day=1), 9)
    screened = screened if screened <= today else terms.months_on(screened, -1)
    for sort, done, source in (
        ("Identity", terms.days_on(initial, -20), "Driver's license, Illinois"),
        ("Background check", terms.days_on(initial, -33), "Prairie Background Services"),
        ("OIG exclusion list (LEIE)", screened, f"File of {screened:%B %Y}"),
        ("SAM exclusions", screened, f"Extract of {screened:%B %Y}"),
        (MEDICAID, screened, f"File of {screened:%B %Y}"),
    ):
        rows[Check].append(checked(person, sort, done, source, by))


def checked(person: Provider, sort: str, done: date, source: str, by: str) -> dict[str, Any]:
    """A check that found nothing; of an exclusion list under every name that the person has by now."""
    others = person.other_names if sort in LISTS else ()  # type: ignore[attr-defined]
    names = searched_names.noted(searched_names.names_of(person, others)) if sort in LISTS else ""
    said = {"source": source, "result": "Clear", "names": names, "by": by}
    return {"provider": person.id, "sort": sort, "done": done, **said}


def _evaluate(rows: Rows, person: Provider, today: date, initial: date, rng: random.Random) -> None:
    for period in _periods(today, initial, rng):
        rows[Oppe].append({"provider": person.id, "reviewer": judge_of(person)} | period)


def evaluate(file: File, chairs: Mapping[str, str], today: date, rng: random.Random) -> None:
    """The same of a file that is still to be written; chairs by department, as far as they are known."""
    terms_held = file.all(Appointment)
    if file.person["status"] in (*GONE, "Applicant") or not terms_held:
        return
    title = Provider.title_of(*(file.person.get(name, "") for name in Provider.titled_by))
    own = [chairs.get(file.person["department"], ""), *chairs.values()]
    judge = next((each for each in own if each and each != title), "")
    for period in _periods(today, terms_held[0]["initial"], rng):
        file.add(Oppe, reviewer=judge, **period)


def _periods(today: date, initial: date, rng: random.Random) -> Iterator[dict[str, Any]]:
    """Two periods of eight months, reviewed some weeks after they ended; of who came later, one since they did."""
    periods = []
    for back in (17, 9):
        starts = terms.months_on(today.replace(day=1), -back)
        ends = terms.month_end(starts, 7)
        if starts > initial:
            periods.append((starts, ends, rng.randrange(12, 40)))
    ends = terms.month_end(terms.months_on(today.replace(day=1), -2), 0)
    if not periods and terms.months_on(initial, 3) < ends:
        periods.append((initial, ends, 14))
    for starts, ends, after in periods:
        reviewed = min(today, terms.days_on(ends, after))
        yield {"starts": starts, "ends": ends, "result": "No concern", "reviewed": reviewed}


def volumes(rows: Rows, person: Provider, today: date, rng: random.Random, source: str = "Riverbend EHR") -> None:
    """What the person did in the 24 months before this one, and CME credits."""
    ends = terms.month_end(today, -1)
    starts = terms.days_on(terms.month_end(ends, -24), 1)
    counted = COUNTED.get(person.specialty.name if person.specialty else "", _ENCOUNTERS)
    have = {each.name for each in Activity.select().where(Activity.provider == person)}
    told = [
        ("Encounters" if name.endswith("encounters") else "Procedures", name, 2 * rng.randrange(least, most), source)
        for name, least, most in counted
        if name not in have
    ]
    for sort, name, number, whose in (*told, ("CME credits", "CME credits", rng.randrange(52, 140), "Certificates")):
        period = {"starts": starts, "ends": ends}
        rows[Activity].append(
            {"provider": person.id, "sort": sort, "name": name, "number": number, "source": whose} | period
        )
