"""Whom a row without a readable name is about, by the numbers that it holds: told, and decided by nobody but a person."""

from collections.abc import Mapping
from typing import Any

from workbench.records import texts
from workbench.sheets.comparison import identifying, named_elsewhere
from workbench.sheets.comparison.matching import Register
from workbench.sheets.comparison.persons import Match, Person
from workbench.sheets.plan_row import PlanRow

NAMES = ("provider.last", "provider.full_name")
FIRST = "provider.first"

NO_STATE = "the name in the row above, and no state tells two licenses of one person from those of two"


def brings_nobody(row: PlanRow) -> str:
    """Why somebody new does not come in: the row names nobody itself, or it has no first name and no column is known to hold it; ""
    for all others."""
    if why := named_elsewhere.stays_out(row):
        return why
    columns = row.reading.columns.values()
    if row.values.get(FIRST) or not {FIRST, "provider.full_name", "provider.preferred"}.isdisjoint(columns):
        return ""
    return "No column of the sheet is known to hold first names; left out until it is said which one does"


def last_alone(values: Mapping[str, Any], person: Person | None) -> list[str]:
    """What is said of somebody new of whom a row has no first name."""
    if person is not None or values.get(FIRST):
        return []
    return ["Somebody new comes in with a last name alone: the row has no first name."]


def holders(values: Mapping[str, Any], stated: Mapping[str, Any], register: Register) -> list[Match]:
    """Whoever has the NPI, a license or the DEA number of a row, first who has most of them; a DEA of several is a hospital's."""
    facts = identifying.facts_of(values, stated, register)
    found: dict[int, tuple[Person, list[str]]] = {}
    for person in register.npi_holders(facts.npi) if facts.npi else ():
        found[id(person)] = person, [f"NPI {facts.npi}"]
    for word, number, people in register.shared(facts, None):
        for person in people if word == "license" or len(people) == 1 else ():
            found.setdefault(id(person), (person, []))[1].append(f"{word} {number}")
    held = sorted(found.values(), key=lambda each: -len(each[1]))
    return [Match(person, texts.listed(numbers), False) for person, numbers in held]
