"""Who a roster does not name although one of its sort would: told, never ended. Absence says nothing by itself.

What sort of roster it is, the file says: of everybody where it names most of the staff, else of the practices or departments that it
names; one whose rows all name one practice, department, category or facility is of that one alone.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from workbench.records.provider import GONE
from workbench.sheets import likeness
from workbench.sheets.column import facilities
from workbench.sheets.comparison import numbered, terms
from workbench.sheets.comparison.matching import Register
from workbench.sheets.comparison.persons import Person
from workbench.sheets.known import AT, Known
from workbench.sheets.plan_row import PlanRow
from workbench.sheets.recognizing import DataRow, SheetReading

_P = AT["provider"]
_COMING = ("new", "changed", "same")
LEAST = 0.5
"""The share of a group that a file must name to be a roster of that group; otherwise who is missing says nothing."""
MOST_ROWS = 0.8
"""The share of rows that must name a group for the file to be one of those groups."""
STAFF = frozenset({"Physician", "Dentist", "Podiatrist", "Psychologist", "Optometrist", "Chiropractor"})
"""Provider types that rosters of the medical staff hold beside each other; those of the others stand on one roster too."""


def absent(rows: Sequence[PlanRow], titles: Collection[str], register: Register, known: Known) -> list[Person]:
    """The current staff whom the file should name and does not, by name; none where the file is no roster of theirs. Titles: how
    the file and its sheets are called, and what stands above the headings."""
    brought = [row for row in rows if row.result in _COMING]
    named = _named(rows, register, known)
    found = {row.person.row[0] for row in brought if row.person and not row.person.place}
    staff = [person for person in register.people.values() if not person.place and _is_current(person)]
    present = {person.row[0] for person in staff if person.row[0] in found or named(person)}
    staff = _of_its_kinds(staff, present)
    for scope in _scopes(_File(rows, titles, present), staff, known):
        missing = [person for person in scope if person.row[0] not in present]
        if len(scope) - len(missing) >= max(1, LEAST * len(scope)):
            return sorted(missing, key=_by_name)
    return []


def _by_name(person: Person) -> tuple[str, str]:
    return person.row[_P["last"]].casefold(), person.row[_P["first"]].casefold()


def line(person: Person, reading: SheetReading, ours: Any) -> PlanRow:
    """Someone whom the file does not name, as a line beside its rows; ours is how the office calls them."""
    row = PlanRow(reading, DataRow(0, (), {}), ours)
    row.result, row.person = "absent", person
    return row


def _is_current(person: Person) -> bool:
    status = person.row[_P["status"]]
    return status not in GONE and status != "Applicant"


def _of_its_kinds(staff: list[Person], present: set[int]) -> list[Person]:
    """Those of whose sort the file names anybody: physicians and their like, or the others. A roster of physicians misses no nurse."""
    kinds = {_kind(person) for person in staff if person.row[0] in present}
    everybody = {True, False} <= kinds
    return [person for person in staff if everybody or _kind(person) in kinds]


def _kind(person: Person) -> bool | None:
    """Whether somebody is of the medical staff in its narrow sense; None where the type is not known."""
    kind = person.row[_P["provider_type"]]
    return kind in STAFF if kind else None


class _Sort(NamedTuple):
    """A sort of group that a roster can be of: what its rows say of it, and to which of them somebody belongs."""

    said: Callable[[PlanRow], frozenset[str]]
    table: str
    held: Callable[[Person], Iterable[Any]]


def _value(target: str) -> Callable[[PlanRow], frozenset[str]]:
    return lambda row: frozenset([str(row.values[target]).casefold()] if target in row.values else [])


def _own(field: str) -> Callable[[Person], Iterable[Any]]:
    return lambda person: (person.row[_P[field]],)


def _facilities(row: PlanRow) -> frozenset[str]:
    listed = facilities.parts(row.values.get(facilities.TARGET, ""))
    return _value("appointment.facility")(row) | {each.name.casefold() for each in listed if each.name}


_PRACTICE, _FACILITY = AT["practice_member"]["practice_id"], AT["appointment"]["facility_id"]
_PRACTICES = _Sort(_value("practice.name"), "practice", lambda person: (each[_PRACTICE] for each in person.practices))
_DEPARTMENTS = _Sort(_value("provider.department"), "department", _own("department_id"))
_FACILITIES = _Sort(_facilities, "facility", lambda person: (each[_FACILITY] for each in person.appointments))
_CATEGORIES = _Sort(_value("provider.category"), "category", _own("category_id"))


class _File(NamedTuple):
    """What tells whom a file is about."""

    rows: Sequence[PlanRow]
    titles: Collection[str]
    present: Collection[int]
    """The ids of the current staff whom it names."""


def _scopes(file: _File, staff: list[Person], known: Known) -> Iterator[list[Person]]:
    """Whom the file may be about: the one group that its title or all its rows name, else everybody, else the groups it names."""
    if alone := _alone(file, staff, known):
        scope = staff
        for sort, names in alone:
            scope = _members(sort, names, scope, known)
        yield scope
        return
    yield staff
    for sort in (_PRACTICES, _DEPARTMENTS):
        if names := _names(sort, file.rows):
            yield _members(sort, names, staff, known)


def _alone(file: _File, staff: list[Person], known: Known) -> list[tuple[_Sort, frozenset[str]]]:
    """The groups that the whole file is of: a practice; a department, a facility or both; else a category.

    A department, facility or category that the whole staff shares tells nothing."""
    said = {}
    for sort in (_PRACTICES, _FACILITIES, _DEPARTMENTS, _CATEGORIES):
        names = _names(sort, file.rows)
        if not names and sort in (_PRACTICES, _FACILITIES):
            names = _titled(sort, file, staff, known)
        used = {id for person in staff for id in sort.held(person) if id}
        if len(names) == 1 and (sort is _PRACTICES and used or len(used) > 1):
            said[sort] = names
    for group in ((_PRACTICES,), (_FACILITIES, _DEPARTMENTS), (_CATEGORIES,)):
        if found := [(sort, said[sort]) for sort in group if sort in said]:
            return found
    return []


def _titled(sort: _Sort, file: _File, staff: list[Person], known: Known) -> frozenset[str]:
    """The group of the office that a title names, if most of those whom the file names belong to it: a hospital may be called as
    one of its facilities."""
    spoken = [f" {_plain(title)} " for title in file.titles]
    names = (row[1].casefold() for row in known.tables[sort.table])
    found = frozenset(name for name in names if _plain(name) and any(f" {_plain(name)} " in title for title in spoken))
    theirs = [person for person in _members(sort, found, staff, known) if person.row[0] in file.present]
    return found if len(theirs) >= MOST_ROWS * len(file.present) else frozenset()


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


_WORD = re.compile(r"\w+")


def _names(sort: _Sort, rows: Sequence[PlanRow]) -> frozenset[str]:
    """The groups that the rows name, where nearly every row names one."""
    said = [names for row in rows if (names := sort.said(row))]
    return frozenset().union(*said) if said and len(said) >= MOST_ROWS * len(rows) else frozenset()


def _members(sort: _Sort, names: frozenset[str], staff: list[Person], known: Known) -> list[Person]:
    ids = {row[0] for row in known.tables[sort.table] if row[1].casefold() in names}
    return [person for person in staff if not ids.isdisjoint(sort.held(person))]


def _named(rows: Sequence[PlanRow], register: Register, known: Known) -> "_Named":
    """Whom the rows that do not come in may be about."""
    ids: set[int] = set()
    names: set[tuple[str, str]] = set()
    for row in rows:
        if row.result in _COMING:
            continue
        stated = terms.terms_of(row.values, known.sorts, known.kinds).terms
        matches = (*row.matches, *numbered.holders(row.values, stated, register))
        ids |= {match.person.row[0] for match in matches}
        last, first = row.values.get("provider.last", ""), row.values.get("provider.first", "")
        names.add((likeness.fold(last), likeness.fold(first)[:1]))
    return _Named(ids, names)


class _Named:
    """Whether a person may be meant by a row that does not come in: by its numbers, as a candidate, or by last name and initial."""

    def __init__(self, ids: set[int], names: set[tuple[str, str]]) -> None:
        self._ids, self._names = ids, names

    def __call__(self, person: Person) -> bool:
        key = likeness.fold(person.row[_P["last"]]), likeness.fold(person.row[_P["first"]])[:1]
        return person.row[0] in self._ids or key in self._names
