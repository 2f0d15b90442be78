"""What the sample hospital has besides people: facilities, chairs and practices; and the ids its words stand for."""

import random
from dataclasses import dataclass
from typing import Any

from workbench.actions.sampling.file import Values
from workbench.actions.sampling.numbers import Numbers
from workbench.actions.sampling.pools import phone, pool, street
from workbench.records.office_lists import Category, CredentialSort, Department, Facility, Specialty
from workbench.records.practice import Practice, PracticeAddress
from workbench.records.provider import Provider

SITES = ("Riverbend Medical Center", "Riverbend Surgery Center")


@dataclass(frozen=True)
class Words:
    """By the name of a link field, the id that each word stands for."""

    ids: dict[str, dict[str, int]]

    def put(self, values: Values, links: frozenset[str]) -> Values:
        """The values with ids in the place of the words of these links."""
        return {
            name: self.ids[name][value] if name in links and isinstance(value, str) else value
            for name, value in values.items()
        }


def furnish(numbers: Numbers, rng: random.Random) -> tuple[Words, list[Values]]:
    """Write the facilities and practices; answers the words and the practices."""
    for site in SITES:
        facility = Facility.get_or_none(Facility.name == site)
        if facility:
            facility.state = "IL"
            facility.save()
        else:
            Facility.create(name=site, state="IL")
    practices = [_practice(each, numbers, rng) for each in pool("places")["practice"]]
    words = {
        "specialty": _named(Specialty),
        "department": _named(Department),
        "category": _named(Category),
        "facility": _named(Facility),
        "practice": _named(Practice),
        "sort": {sort.key: sort.id for sort in CredentialSort.select()},
    }
    return Words(words | {"subspecialty": words["specialty"]}), practices


def seat_chairs(chairs: dict[str, str]) -> None:
    """Name the chair of each department."""
    for department in Department.select().order_by(Department.id):
        if department.name in chairs:
            department.chair = chairs[department.name]
            department.save()


def judge_of(person: Provider) -> str:
    """Who reports on a person: the chair of the department, or of another where that chair is the person."""
    own = str(person.department.chair) if person.department else ""
    if own != person.title:
        return own
    others = Department.select(Department.chair).where(Department.chair.not_in(("", own)))
    first = others.order_by(Department.id).first()
    return str(first.chair) if first else ""


def _named(model: Any) -> dict[str, int]:
    return {row.name: row.id for row in model.select()}


def _practice(each: Values, numbers: Numbers, rng: random.Random) -> Values:
    city, code = rng.choice(pool("places")["cities"])
    local = "".join(c for c in each["name"].lower() if c.isalnum())[:24]
    practice = Practice.create(
        name=each["name"],
        tin=f"36-555{numbers.serial('tin', 4)}",
        npi=numbers.npi(),
        street=street(rng),
        city=city,
        state="IL",
        zip=code,
        contact=each["contact"],
        email=f"credentialing@{local}.example.org",
        phone=phone(rng),
        fax=phone(rng),
    )
    box = int(practice.tin[-4:])
    if box % 3 == 0:  # mail that does not go where patients are seen
        where = {"city": city, "state": "IL", "zip": code}
        PracticeAddress.create(practice=practice, sort="Mailing", street=f"PO Box {box}", **where)
    return each | {"carrier": rng.choice(pool("places")["carriers"])}
