"""People of the office who may be one and the same, by what an import would ask about."""

from collections.abc import Iterator
from typing import NamedTuple

from workbench.errors import Progress, quiet
from workbench.records.provider import Provider
from workbench.sheets import likeness
from workbench.sheets.comparison import namesakes
from workbench.sheets.comparison.matching import Register
from workbench.sheets.comparison.persons import Facts, Person, squeezed
from workbench.sheets.known import AT, COLUMNS, Drafts, Known
from workbench.store import bulk

_P, _C, _N, _O = AT["provider"], AT["credential"], AT["identifier"], AT["other_name"]
_OFTEN = 500


class Double(NamedTuple):
    """Two people who may be one, the one kept longer first."""

    first: int
    second: int
    why: str


class Like(NamedTuple):
    """Somebody whom a new person may be, and in which way the names are alike."""

    id: int
    title: str
    why: str


def like(last: str, first: str, middle: str, suffix: str, npi: str) -> list[Like]:
    """Who of the office may be called so; nobody whose NPI is another. The most alike come first."""
    facts = Facts(last, first, middle, suffix, "", npi, "", "", (), (), ())
    found = []
    for person in _near(last):
        theirs = person.row[_P["npi"]]
        why = "" if npi and theirs and npi != theirs else namesakes.alike(facts, person)
        if why:
            title = Provider.title_of(*(person.row[_P[name]] for name in Provider.titled_by))
            found.append(Like(person.row[0], title, "same name" if why == "name" else why))
    return sorted(found, key=lambda each: (each.why != "same name", each.title))


def _near(last: str) -> list[Person]:
    """Whose last name, now or formerly, may be this one."""
    names = bulk.fetch("provider", ("id", "last"))
    was = bulk.fetch("other_name", ("provider_id", "last"))
    ids = sorted({id for id, theirs in (*names, *was) if likeness.last_likeness(last, theirs)})
    among = f"IN ({', '.join(map(str, ids))})"
    people = {row[0]: Person(row) for row in bulk.fetch("provider", COLUMNS["provider"], f"WHERE id {among}")}
    for row in bulk.fetch("other_name", COLUMNS["other_name"], f"WHERE provider_id {among}"):
        people[row[_O["provider_id"]]].others.append(row)
    return list(people.values())


def doubles(known: Known, progress: Progress = quiet) -> list[Double]:
    """Every pair once, in the order of the first one's id."""
    drafts = Drafts(known)
    register = Register(known, drafts.name)
    found: dict[tuple[int, int], str] = {}
    for place, person in enumerate(register.people.values()):
        if place % _OFTEN == 0:
            progress(place, len(register.people))
        for match in register.doubles(_facts(person, register), person):
            ids = sorted((person.row[0], match.person.row[0]))
            found.setdefault((ids[0], ids[1]), match.why)
    return [Double(first, second, why) for (first, second), why in sorted(found.items())]


def _facts(person: Person, register: Register) -> Facts:
    """What a row would say that said all of somebody known."""
    row = person.row
    former = ", ".join(each[_O["last"]] for each in person.others)
    return Facts(
        row[_P["last"]],
        row[_P["first"]],
        row[_P["middle"]],
        row[_P["suffix"]],
        former,
        row[_P["npi"]],
        row[_P["birth_date"]] or "",
        row[_P["email"]],
        tuple((each[_N["sort"]], each[_N["value"]]) for each in person.identifiers),
        tuple(_numbers(person, register.license)),
        tuple(_numbers(person, register.dea)),
    )


def _numbers(person: Person, sort: int | None) -> Iterator[tuple[str, str, str]]:
    for each in person.credentials:
        if each[_C["sort_id"]] == sort and each[_C["number"]] and not each[_C["past"]]:
            yield squeezed(each[_C["number"]]), each[_C["state"]], each[_C["title"]]
