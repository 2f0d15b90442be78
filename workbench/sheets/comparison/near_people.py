"""Who a row may be about although no number agrees: of one last name, and one slip of the pen away. It always asks."""

from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA

from workbench.sheets import likeness
from workbench.sheets.comparison.persons import Facts, Match, Person, squeezed
from workbench.sheets.known import AT

P, C = AT["provider"], AT["credential"]
_SHORTEST = 5
"""Letters of a license number of which one may be a slip."""
_FEW = 8
"""People of one name and an initial who are asked about; of more than that an initial says nothing."""


class Near:
    """Everyone by their last name with a half of their license number: two that are one character apart share the other half."""

    def __init__(self, license: int | None) -> None:
        self._license = license
        self._by_half: dict[tuple[str, int, bool, str], list[Person]] = {}

    def enter(self, person: Person) -> None:
        """Enter a person, or what became known of one since."""
        for each in person.credentials:
            if each[C["sort_id"]] == self._license and len(number := squeezed(each[C["number"]] or "")) >= _SHORTEST:
                for key in _halves(likeness.fold(person.row[P["last"]]), number):
                    people = self._by_half.setdefault(key, [])
                    if not people or people[-1] is not person:
                        people.append(person)

    def find(
        self,
        facts: Facts,
        by_birth: Mapping[tuple[str, str], list[Person]],
        by_name: Mapping[str, dict[tuple, dict[str, list[Person]]]],
    ) -> Iterator[Match]:
        """Whoever is one slip of the pen from what the row says; by birth date and last name, by name as the register has them."""
        last, first = likeness.fold(facts.last), likeness.fold(facts.first)
        if facts.born:
            yield from _born(facts, by_birth.get((facts.born, last), ()))
        yield from self._licensed(facts)
        if len(first) == 1:
            yield from _initialed(facts, by_name.get(last, {}).values())
        else:
            for firsts in by_name.get(first, {}).values():
                yield from _turned(facts, firsts.get(last, ()))

    def _licensed(self, facts: Facts) -> Iterator[Match]:
        """Of one last name, the license one character apart, and a first name that is close or the same birth date."""
        last = likeness.fold(facts.last)
        for number, state, _ in facts.licenses:
            for person in self._candidates(last, number):
                theirs = self._apart(person, number, state)
                if theirs and not _is_another(facts, person) and (_close(facts, person) or _born_alike(facts, person)):
                    yield Match(person, f"last name, and license {theirs} one character apart", False)

    def _candidates(self, last: str, number: str) -> Iterable[Person]:
        if len(number) < _SHORTEST:
            return ()
        first, second = (self._by_half.get(key, ()) for key in _halves(last, number))
        return {id(p): p for p in (*first, *second)}.values() if first or second else ()

    def _apart(self, person: Person, number: str, state: str) -> str:
        """The number of theirs that is one character from this one; empty where there is none, or where they have this one too."""
        found = ""
        for each in person.credentials:
            theirs = squeezed(each[C["number"]] or "")
            if each[C["sort_id"]] != self._license or state and each[C["state"]] and state != each[C["state"]]:
                continue
            if theirs == number:
                return ""
            if len(theirs) == len(number) and OSA.distance(theirs, number, score_cutoff=1) == 1:
                found = each[C["number"]]
        return found


def _born(facts: Facts, people: Iterable[Person]) -> Iterator[Match]:
    """Of people of one last name and birth date those whose first name is close: Len, Lena. Twins have others."""
    for person in people:
        if _close(facts, person) and not _is_another(facts, person):
            yield Match(person, "last name and birth date", False)


def _initialed(facts: Facts, groups: Iterable[dict[str, list[Person]]]) -> Iterator[Match]:
    """Of one last name those whose first name begins with the initial that the row has alone. Groups: people by first name."""
    initial = likeness.fold(facts.first)
    found = [
        person
        for firsts in groups
        for first, people in firsts.items()
        if first.startswith(initial)
        for person in people
        if likeness.fold(person.row[P["last"]]) == likeness.fold(facts.last) and not _is_another(facts, person)
    ]
    if len(found) <= _FEW:
        yield from (Match(person, "last name and initial", False) for person in found)


def _turned(facts: Facts, people: Iterable[Person]) -> Iterator[Match]:
    """People whose first name is the row's last one and the other way round."""
    for person in people:
        if likeness.fold(person.row[P["last"]]) == likeness.fold(facts.first) and not _is_another(facts, person):
            yield Match(person, "first and last name the other way round", False)


def npis_differ(facts: Facts, person: Person) -> bool:
    """Whether two NPIs say that it is somebody else."""
    npi = person.row[P["npi"]]
    return bool(facts.npi and npi and facts.npi != npi)


def born_otherwise(facts: Facts, person: Person) -> bool:
    """Whether two birth dates say that it is somebody else."""
    day = person.row[P["birth_date"]]
    return bool(facts.born and day and facts.born != day)


def _halves(last: str, number: str) -> tuple[tuple[str, int, bool, str], ...]:
    middle = max(len(number) // 2, len(number) - 3)  # what begins all numbers of a state tells nobody from anybody
    return (last, len(number), True, number[:middle]), (last, len(number), False, number[middle:])


def _close(facts: Facts, person: Person) -> bool:
    mine, other = facts.first, person.row[P["first"]]
    return bool(mine and other) and (
        likeness.first_likeness(mine, other) > 0
        or likeness.is_short_for(mine, other)
        or likeness.sounds_like(mine, other)
    )


def _born_alike(facts: Facts, person: Person) -> bool:
    return bool(facts.born) and facts.born == person.row[P["birth_date"]]


def _is_another(facts: Facts, person: Person) -> bool:
    """Whether an NPI, the birth date, the middle name or the suffix says that it is somebody else."""
    row = person.row
    return bool(
        npis_differ(facts, person)
        or born_otherwise(facts, person)
        or not likeness.middles_agree(facts.middle, row[P["middle"]])
        or not likeness.suffixes_agree(facts.suffix, row[P["suffix"]])
    )
