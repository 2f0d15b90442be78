"""Privileges of the sample hospital: its forms with the numbers it set, who holds what, and what applications ask for."""

import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from workbench.actions import starting_forms
from workbench.actions.sampling import terms
from workbench.actions.sampling.file import Columns, Values
from workbench.actions.sampling.pools import pool
from workbench.actions.starting_forms import Line, Shipped
from workbench.records.application import STAGES, Application
from workbench.records.appointment import Appointment
from workbench.records.credential import Credential
from workbench.records.evidence import Activity
from workbench.records.office_lists import CredentialSort, Specialty
from workbench.records.privilege import CriterionShown, HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import GONE, Provider
from workbench.records.record import Record
from workbench.rules import dossier
from workbench.rules.criteria import MET, NOT_MET, TO_JUDGE, judge
from workbench.store import bulk

FEW = 200
"""In a hospital for measuring, so many people hold privileges."""
ADVANCED = ("Physician assistant", "Nurse practitioner", "Clinical nurse specialist")
ALIKE = {
    "Internal Medicine": "hospital_medicine",
    "Family Medicine": "hospital_medicine",
    "Interventional Cardiology": "cardiology",
    "Nurse Anesthesia": "anesthesiology",
}
"""The forms of specialties that have none of their own name."""
CONDITION = "The first ten cases are proctored; report to the chair after the tenth."
SEEN = {
    "training": "Letter of the program director, seen by the office.",
    "cases": "Case log, seen by the office.",
    "board": "Letter of the board on eligibility, seen by the office.",
}
"""By what a criterion asks for."""
CHAIRED = STAGES.index("Department chair")


def furnish(today: date) -> None:
    """Write the hospital's forms: those that come with the program with its own numbers, short ones of the other
    specialties, and a draft that the lint has something to say about."""
    since = date(today.year - 1, 1, 1)
    for form in (*starting_forms.shipped(), *_short_forms()):
        specialty = Specialty.get_or_none(Specialty.name == form.specialty)
        kept = PrivilegeForm.create(
            name=form.name, specialty=specialty, edition=f"{since.year}-1", effective=since, state="In force"
        )
        for position, line in enumerate(form.lines):
            Privilege.create(form=kept, position=position, **vars(line) | _numbers(line))
    wound = PrivilegeForm.create(
        name="Wound Care",
        edition=f"{today.year + 1}-1",
        specialty=Specialty.get_or_none(Specialty.name == "Wound Care"),
    )
    board = "Board certified in internal medicine, general surgery or family medicine"
    Privilege.create(form=wound, name="Wound care core", description="Debridement and dressings.", board=board)
    Privilege.create(
        form=wound, position=1, sort="Special", name="Hyperbaric oxygen", training="An introductory course"
    )


def hold(today: date, large: bool) -> None:
    """Give current and former staff the privileges of their appointments, each with the cases that speak for it."""
    people = Provider.select().where(Provider.status != "Applicant").order_by(Provider.id).limit(FEW if large else None)
    lines, rows, counts = _lines(), list[Values](), list[Values]()
    appointments: dict[int, list[Appointment]] = {}
    for term in Appointment.select().order_by(Appointment.provider, Appointment.id):
        appointments.setdefault(term.provider_id, []).append(term)
    for person in people:
        rng = random.Random(f"privileges {person.id}")
        chosen = _chosen(lines.get(_form_of(person), ()), rng)
        for term in appointments.get(person.id, ()):
            rows += _held(person, term, chosen, rng, today)
        if person.status not in GONE:
            counts += [_cases(person.id, line, line.cases or 0, rng, today) for line in chosen if line.cases]
    _write(HeldPrivilege, rows)
    _write(Activity, counts)


def request(application: Application, today: date) -> int:
    """Ask for the core and some special privileges on an application, with the cases that speak for or against them, and
    the chair's view when the file has come that far; how many. Call it inside the sample's step; it does nothing to an
    application that asks for privileges already."""
    if application.privilege_requests.exists():
        return 0
    person, rng = application.provider, random.Random(f"requests {application.id}")
    lines = _chosen(_lines().get(_form_of(person), ()), rng)
    if application.sort == "Added privileges":
        lines = _added(_lines().get(_form_of(person), ()), lines, application)
    have = {row.name.casefold() for row in Activity.select().where(Activity.provider == person)}
    counts = []
    for line in lines:
        if line.cases and line.counted.casefold() not in have:
            have.add(line.counted.casefold())
            counts.append(_cases(person.id, line, line.cases, rng, today, short=rng.random() < 0.2))
    _write(Activity, counts)
    for line in lines:
        PrivilegeRequest.create(application=application, privilege=line)
    _look(application, today, rng)
    return len(lines)


def certify(application: Application) -> None:
    """Give a clean file the cards of life support that its core privileges ask for: dated, and seen, as the one that it has."""
    person = application.provider
    core = [line for line in _lines().get(_form_of(person), ()) if line.sort == "Core"]
    wanted = {word.strip() for line in core for word in line.life_support.split(",") if word.strip()}
    cards = Credential.select().join(CredentialSort).where(CredentialSort.key == "life_support")
    kept = list(cards.where((Credential.provider == person) & ~Credential.past).order_by(Credential.id))
    for title in sorted(wanted - {each.title for each in kept}) if kept else ():
        alike = {name: value for name, value in kept[0].__data__.items() if name != "id"}
        Credential.create(**alike | {"title": title})


def _look(application: Application, today: date, rng: random.Random) -> None:
    """What the office saw for what no record holds; and the chair's view, from that stage on."""
    found = dossier.of_application(application.id)
    seen = STAGES.index(application.stage) > CHAIRED or bool(application.chair_view)
    for row in found.requests if found else ():
        judged = judge(row, found, today)  # type: ignore[arg-type]
        verdict, kept = judged.verdict, PrivilegeRequest.get_by_id(row.id)
        # Of a file for expedited review everything was shown: a criterion that nobody saw met would be a doubt.
        if verdict == TO_JUDGE and (rng.random() < 0.7 or application.review == "Category 1"):
            for part in judged.parts:
                if part.verdict == TO_JUDGE and part.what in SEEN:
                    CriterionShown.create(request=row.id, part=part.key, text=SEEN[part.what])
        if seen:
            kept.chair_view = "Defer" if verdict == NOT_MET else "Recommend"
            if verdict == MET and row.sort == "Special" and rng.random() < 0.3:
                kept.chair_view, kept.conditions = "Recommend with conditions", CONDITION
        kept.save()


def _short_forms() -> Iterator[Shipped]:
    """A form of one or two lines for each specialty of the hospital that no starting form is for."""
    have = {form.specialty for form in starting_forms.shipped()} | set(ALIKE)
    roles = {role["specialty"]: role for role in pool("roles")["role"] if role["specialty"] not in have}
    for name, role in sorted(roles.items()):
        called = name.casefold()
        trained = f"fellowship in {role['fellowship']}" if role.get("fellowship") else f"residency in {name}"
        after = "or equivalent training that the medical staff accepts"
        core = Line(
            f"{name} core",
            description=f"Evaluate, diagnose, consult and treat within {called}, as trained.",
            training=f"Completed {trained.casefold()}, {after}",
            board=f"Board certified in {called}, or board eligible, {after}",
            fppe="Records of the first patients are reviewed; the department says how many.",
        )
        yield Shipped(called, name, name, (core,))


@cache
def _forms_by_key() -> dict[str, str]:
    return {form.key: form.name for form in starting_forms.shipped()}


@cache
def _forms_by_specialty() -> dict[str, str]:
    own = {form.specialty: form.name for form in starting_forms.shipped()}
    return own | {specialty: _forms_by_key()[key] for specialty, key in ALIKE.items()}


def _form_of(person: Provider) -> str:
    if person.provider_type in ADVANCED:
        return _forms_by_key()["advanced_practice"]
    name = person.specialty.name if person.specialty_id else ""
    return _forms_by_specialty().get(name, name)


def _lines() -> dict[str, tuple[Privilege, ...]]:
    """The lines in force by the name of their form."""
    query = Privilege.select(Privilege, PrivilegeForm).join(PrivilegeForm).where(PrivilegeForm.state == "In force")
    by_form: dict[str, tuple[Privilege, ...]] = {}
    for line in query.order_by(PrivilegeForm.id, Privilege.position):
        by_form[line.form.name] = (*by_form.get(line.form.name, ()), line)
    return by_form


def _chosen(lines: Sequence[Privilege], rng: random.Random) -> list[Privilege]:
    """All core privileges, and up to three special ones."""
    special = [line for line in lines if line.sort == "Special"]
    some = rng.sample(special, min(len(special), rng.choice((0, 1, 2, 2, 3))))
    return [line for line in lines if line.sort == "Core" or line in some]


def _added(form: Sequence[Privilege], chosen: Sequence[Privilege], application: Application) -> list[Privilege]:
    """Special privileges that the person does not hold: those chosen, else the first of the form; core ones if it has no other."""
    held = {row.privilege_id for row in application.provider.held}
    free = [line for line in form if line.sort == "Special" and line.id not in held]
    return [line for line in free if line in chosen] or free[:1] or list(form[:1])


def _numbers(line: Line) -> Values:
    """What this hospital asks for: a number of its own, in two years."""
    if not line.counted:
        return {}
    often = 100 if line.sort == "Core" else 50 if "replacement" in line.name else (10, 12, 20, 25)[len(line.name) % 4]
    return {"cases": often, "months": 24}


def _held(
    person: Provider, term: Appointment, lines: Iterable[Privilege], rng: random.Random, today: date
) -> Iterator[Values]:
    """The privileges of an appointment, and for some those of the term before."""
    earlier = term.initial and term.initial < term.starts and person.id % 4 == 0
    for line in lines:
        values = {"provider": person.id, "privilege": line.id, "facility": term.facility_id}
        if earlier:
            before = max(term.initial, terms.months_on(term.starts, -24))
            yield values | {"starts": before, "ends": term.starts - timedelta(days=1)}
        conditions = CONDITION if line.sort == "Special" and rng.random() < 0.06 else ""
        yield values | {"starts": term.starts, "ends": term.ends, "conditions": conditions}


def _cases(provider: int, line: Privilege, asks: int, rng: random.Random, today: date, short: bool = False) -> Values:
    """Two years of cases to the end of last month: enough for most, too few for some."""
    ends = today.replace(day=1) - timedelta(days=1)
    number = rng.randrange(asks // 3, asks) if short else rng.randrange(asks, asks * 2 + 12)
    return {
        "provider": provider,
        "sort": "Encounters" if "encounters" in line.counted.casefold() else "Procedures",
        "name": line.counted,
        "number": number,
        "starts": terms.months_on(ends + timedelta(days=1), -24),
        "ends": ends,
        "source": "EHR case log",
    }


def _write(model: type[Record], rows: list[Any]) -> None:
    columns, first = Columns(model), bulk.next_id(model._meta.table_name)
    numbered = [values | {"id": first + place} for place, values in enumerate(rows)]
    bulk.insert(model._meta.table_name, columns.names, columns.rows(numbered))
