"""Who a roster does not name although one of its sort would: told, never ended. Absence says nothing by itself."""

from collections.abc import Iterable, Sequence
from typing import Any

from workbench.records.provider import GONE
from workbench.sheets import likeness
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
"""The share of rows that must name a practice or department for the file to be one of those alone."""


def absent(rows: Sequence[PlanRow], register: Register, known: Known) -> list[Person]:
    """The current staff whom the file should name and does not, by name; none where the file is no roster of theirs."""
    brought = [row for row in rows if row.result in _COMING]
    named = _named(rows, register, known)
    found = {row.person.row[0] for row in brought if row.person and not row.person.place}
    scope = [person for person in _scope(rows, register, known) if _is_current(person)]
    present = {person.row[0] for person in scope if person.row[0] in found or named(person)}
    kinds = {person.row[_P["provider_type"]] for person in scope if person.row[0] in present}
    scope = [person for person in scope if person.row[_P["provider_type"]] in kinds]
    missing = [person for person in scope if person.row[0] not in present]
    if len(scope) - len(missing) < max(1, LEAST * len(scope)):
        return []
    return sorted(missing, key=lambda person: (person.row[_P["last"]].casefold(), person.row[_P["first"]].casefold()))


def line(person: Person, reading: SheetReading, ours: Any) -> PlanRow:
    """Someone whom the file does not name, as a line beside its rows; ours is how the office calls them."""
    row = PlanRow(reading, DataRow(0, (), {}), ours)
    row.result, row.person = "absent", person
    return row


def _is_current(person: Person) -> bool:
    status = person.row[_P["status"]]
    return status not in GONE and status != "Applicant"


def _scope(rows: Sequence[PlanRow], register: Register, known: Known) -> Iterable[Person]:
    """Whom the file is about: the members of the practices that it names, those of its departments, or everybody."""
    people = [person for person in register.people.values() if not person.place]
    practices = _only("practice.name", "practice", rows, known)
    if practices:
        at = AT["practice_member"]["practice_id"]
        return [person for person in people if any(each[at] in practices for each in person.practices)]
    departments = _only("provider.department", "department", rows, known)
    if departments:
        return [person for person in people if person.row[_P["department_id"]] in departments]
    return people


def _only(target: str, tbl: str, rows: Sequence[PlanRow], known: Known) -> set[int]:
    """The ids of the groups that nearly every row names."""
    names = [str(row.values[target]).casefold() for row in rows if target in row.values]
    if len(names) < MOST_ROWS * len(rows):
        return set()
    said = set(names)
    return {row[0] for row in known.tables[tbl] if row[1].casefold() in said}


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
