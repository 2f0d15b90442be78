"""Where a person comes from and belongs: school, training, work without gaps, other hospitals, appointments, practice."""

import random
from datetime import date

from workbench.actions.sampling import terms
from workbench.actions.sampling.file import File, Values
from workbench.actions.sampling.numbers import Numbers
from workbench.actions.sampling.pools import pool
from workbench.records.appointment import Appointment
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.practice import PracticeMember
from workbench.records.provider import GONE, Identifier

_LONG_SCHOOL = {"Physician", "Dentist", "Podiatrist", "Psychologist"}


def educate(file: File, rng: random.Random) -> None:
    """School, then residency, then fellowship, each where the one before ended."""
    places, role = pool("places"), file.role
    graduated = file.trained.year - role.get("fellowship_years", 0) - role.get("residency_years", 0)
    physician = role["provider_type"] == "Physician"
    schools = (
        "osteopathic_schools" if role["degree"] == "DO" else "medical_schools" if physician else "professional_schools"
    )
    years = 4 if role["provider_type"] in _LONG_SCHOOL else 3
    file.add(
        Education,
        sort="Medical school" if physician else "Professional school",
        institution=rng.choice(places[schools]),
        program=role["degree"],
        started=f"{graduated - years}-08",
        ended=f"{graduated}-05",
    )
    _train(file, graduated, rng.choice(places["programs"]), rng.choice(places["programs"]))


def _train(file: File, graduated: int, where: str, where_next: str) -> None:
    """A year of internship, the rest of the residency in the same place, the fellowship in another."""
    role, field = file.role, file.role["boards"][0]
    resident = role.get("residency_years", 0)
    done, trained = graduated + resident, file.trained.year
    for sort, place, program, started, ended in (
        ("Internship", where, field, graduated, min(graduated + 1, done)),
        ("Residency", where, field, graduated + 1, done),
        ("Fellowship", where_next, role.get("fellowship", ""), done, trained),
    ):
        if ended > started:
            file.add(
                Education, sort=sort, institution=place, program=program, started=f"{started}-07", ended=f"{ended}-06"
            )


def employ(file: File, practice: Values, rng: random.Random) -> None:
    """Work from the end of training until now, with no more than a month between two positions."""
    starts = date(file.trained.year, 7, 1)
    months = max((file.stands.year - starts.year) * 12 + file.stands.month - starts.month, 1)
    moves = min(rng.choice((0, 1, 1, 2)), months // 24)
    cuts = sorted(rng.sample(range(12, months), moves)) if moves else []
    position = "Attending" if file.role["provider_type"] == "Physician" else file.role["degree"]
    for turn, cut in enumerate([*cuts, None]):
        hospital = rng.choice(pool("places")["hospitals"])
        ended = terms.month(terms.months_on(starts, cut - 1)) if cut else ""
        if not cut and file.person["status"] in GONE:
            ended = terms.month(file.stands)
        file.add(
            WorkHistory,
            employer=hospital if cut else practice["name"],
            position=f"{position}, {file.role['specialty']}",
            started=terms.month(terms.months_on(starts, cuts[turn - 1]) if turn else starts),
            ended=ended,
            city=rng.choice(pool("places")["cities"])[0] if cut else "Riverbend",
            state="IL",
        )


def appoint(file: File, index: int, rng: random.Random, facilities: tuple[str, str]) -> None:
    """Appointments of two years at most, whose ends are spread over the months to come; applicants have none yet."""
    if file.person["status"] == "Applicant":
        return
    begun = file.all(WorkHistory)[-1]["started"] if file.all(WorkHistory) else terms.month(file.person["status_since"])
    initial = min(date(int(begun[:4]), int(begun[5:7]), 15), terms.days_on(file.stands, -10))
    file.person["status_since"] = initial if file.person["status"] == "Active" else file.person["status_since"]
    surgical = file.person["department"] in ("Surgery", "Orthopedics", "Anesthesiology")
    for facility in facilities if surgical and rng.random() < 0.6 else facilities[:1]:
        ends = terms.month_end(file.stands, 1 + index * 7 % 23)
        starts = max(terms.days_on(terms.month_end(ends, -24), 1), initial)
        if file.person["status"] in GONE:
            ends = file.stands
        file.add(
            Appointment,
            facility=facility,
            category=file.person["category"],
            initial=initial,
            starts=min(starts, ends),
            ends=ends,
        )


def affiliate(file: File, rng: random.Random) -> None:
    """Membership of other hospitals' staffs."""
    for hospital in rng.sample(pool("places")["hospitals"], rng.choice((0, 1, 1, 2))):
        year = rng.randrange(file.trained.year, file.stands.year + 1)
        file.add(
            Affiliation,
            hospital=hospital,
            category=rng.choice(("Active", "Courtesy", "Consulting")),
            started=f"{year}",
            ended="" if rng.random() < 0.7 else f"{min(year + 3, file.stands.year)}",
            standing="Good standing",
        )


def identify(file: File, index: int, numbers: Numbers, rng: random.Random) -> None:
    """The office's own numbers and CAQH's."""
    file.add(Identifier, sort="Doctor number", value=f"{10001 + index}")
    file.add(Identifier, sort="Dictation", value=f"{4001 + index}")
    file.add(Identifier, sort="EHR", value=f"RB{numbers.serial('ehr', 6)}")
    if rng.random() < 0.8:
        file.add(Identifier, sort="CAQH", value="1" + numbers.serial("caqh", 7))


def join(file: File, practice: Values, others: list[Values], rng: random.Random) -> None:
    """The practice that gets the notices, for some a second one, and how the person is employed."""
    file.add(PracticeMember, practice=practice["name"], preferred=True)
    others = [each for each in others if each is not practice]
    if others and rng.random() < 0.12:
        file.add(PracticeMember, practice=rng.choice(others)["name"], preferred=False)
    kinds = (
        ("Hospital",)
        if practice.get("hospital_owned")
        else ("Group",) * 7 + ("Independent", "Contracted", "Locum tenens")
    )
    file.person["employment"] = rng.choice(kinds)
