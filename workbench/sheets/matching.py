"""Who a row is about: everyone known, found by number first, then by name and birth date, then by likeness, which always asks."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from workbench.sheets import likeness
from workbench.sheets.known import AT, Known, Row

P, C, N = AT["provider"], AT["credential"], AT["identifier"]
_LAST, _FIRST, _MIDDLE, _SUFFIX = P["last"], P["first"], P["middle"], P["suffix"]
_NPI, _BORN, _EMAIL = P["npi"], P["birth_date"], P["email"]
_NUMBER, _STATE, _SORT = C["number"], C["state"], C["sort_id"]


class Person:
    """Someone of the office, or of the file: the row of the provider and what hangs on it, as the import drafts it."""

    __slots__ = ("appointments", "credentials", "identifiers", "others", "place", "practices", "row", "stated")

    def __init__(self, row: Row, place: tuple[str, int] | None = None) -> None:
        self.row = row
        self.place = place
        """Where in the file a new person was first met."""
        self.stated: frozenset[int | str] = frozenset()
        """Of someone of the office: what rows of this file have stated already; of two that differ, the first counts."""
        self.credentials: list[Row] = []
        self.identifiers: list[Row] = []
        self.others: list[Row] = []
        self.practices: list[Row] = []
        self.appointments: list[Row] = []

    def states(self, what: int | str) -> bool:
        """Note that a row of the file states a value; whether an earlier one did."""
        before = self.place is not None or what in self.stated
        self.stated |= {what}
        return before

    @property
    def key(self) -> Any:
        """What a ruling calls this person: the id in the office, or the row of the file."""
        return self.place or self.row[0]


class Facts(NamedTuple):
    """What of a row tells who it is about."""

    last: str
    first: str
    middle: str
    suffix: str
    former: str
    npi: str
    born: str
    email: str
    identifiers: tuple[tuple[str, str], ...]
    licenses: tuple[tuple[str, str], ...]
    """(number without blanks and marks, state or "")."""
    deas: tuple[str, ...]


class Match(NamedTuple):
    """Someone whom a row may be about, and what says so."""

    person: Person
    why: str
    certain: bool
    named: bool = False
    """Whether last name, first name and middle initial agree: enough for --merge-certain."""


def squeezed(number: str) -> str:
    """A number without blanks, dashes and dots, in capitals."""
    return number.upper() if number.isalnum() else "".join(filter(str.isalnum, number)).upper()


class Register:
    """Everyone, by everything they can be known by."""

    def __init__(self, known: Known) -> None:
        self.license, self.dea = known.sorts.get("license"), known.sorts.get("dea")
        self._by_npi: dict[str, Person] = {}
        self._by_number: dict[tuple[str, str], Person] = {}
        self._by_license: dict[str, list[Person]] = {}
        self._by_dea: dict[str, Person] = {}
        self._by_birth: dict[tuple[str, str], list[Person]] = {}
        self._by_email: dict[str, list[Person]] = {}
        self._by_name: dict[str, dict[tuple, dict[str, list[Person]]]] = {}
        self.people = {row[0]: Person(row) for row in known.tables["provider"]}
        for tbl, slot in (
            ("credential", "credentials"),
            ("identifier", "identifiers"),
            ("other_name", "others"),
            ("practice_member", "practices"),
            ("appointment", "appointments"),
        ):
            at = AT[tbl]["provider_id"]
            for row in known.tables[tbl]:
                getattr(self.people[row[at]], slot).append(row)
        for person in self.people.values():
            self.enter(person)

    def enter(self, person: Person) -> None:
        """Enter a person, or what became known of one since."""
        row = person.row
        if row[_NPI]:
            self._by_npi.setdefault(row[_NPI], person)
        if row[_EMAIL]:
            _once(self._by_email.setdefault(row[_EMAIL].lower(), []), person)
        if row[_BORN]:
            _once(self._by_birth.setdefault((row[_BORN], likeness.fold(row[_LAST])), []), person)
        for each in person.identifiers:
            self._by_number.setdefault((each[N["sort"]], squeezed(each[N["value"]])), person)
        for each in person.credentials:
            if each[_NUMBER] and each[_SORT] == self.license:
                _once(self._by_license.setdefault(squeezed(each[_NUMBER]), []), person)
            elif each[_NUMBER] and each[_SORT] == self.dea:
                self._by_dea.setdefault(squeezed(each[_NUMBER]), person)
        self._enter_name(person)

    def _enter_name(self, person: Person) -> None:
        """By name within what could contradict a namesake: has an NPI, is licensed in these states."""
        states = {each[_STATE] for each in person.credentials if each[_SORT] == self.license and each[_NUMBER]}
        numbers = (bool(person.row[_NPI]), *sorted(states))
        first = likeness.fold(person.row[_FIRST])
        for last in (person.row[_LAST], *(each[AT["other_name"]["last"]] for each in person.others)):
            for key in likeness.keys_of(last):
                block = self._by_name.setdefault(key, {}).setdefault(numbers, {}).setdefault(first, [])
                if not block or block[-1] is not person:
                    block.append(person)

    def find(self, facts: Facts) -> list[Match]:
        """Who the row may be about; one certain match stands alone."""
        for tier in (self._npi, self._identifiers, self._licenses, self._deas, self._births):
            found = list(tier(facts))
            if found:
                certain = [match for match in found if match.certain]
                return certain if len(certain) == 1 else [match._replace(certain=False) for match in found]
        return list(self._alike(facts))

    def called(self, last: str, first: str) -> list[Person]:
        """Everyone of this name."""
        groups = self._by_name.get(likeness.fold(last), {}).values()
        people = {id(p): p for group in groups for block in group.values() for p in block}
        alike = [p for p in people.values() if likeness.last_likeness(last, p.row[_LAST]) == 3]
        same = [p for p in alike if likeness.first_likeness(first, p.row[_FIRST]) == 3]
        return same or [p for p in alike if likeness.first_likeness(first, p.row[_FIRST]) == 2]

    def _npi(self, facts: Facts) -> Iterator[Match]:
        person = self._by_npi.get(facts.npi) if facts.npi else None
        if person:
            # A new last name is no surprise; another first name is: two people may carry one NPI by mistake.
            row = person.row
            first = likeness.first_likeness(facts.first, row[_FIRST])
            sure = bool(first > 1 or first and likeness.last_likeness(facts.last, row[_LAST]))
            why = f"NPI {facts.npi}" + ("" if sure or self._formerly(facts, person) else ", but under another name")
            yield _match(facts, person, why, sure or self._formerly(facts, person))

    def _identifiers(self, facts: Facts) -> Iterator[Match]:
        for sort, value in facts.identifiers:
            person = self._by_number.get((sort, squeezed(value)))
            if person and self._named(facts, person) and not _npis_differ(facts, person):
                yield _match(facts, person, f"{sort} {value}", True)
                return

    def _licenses(self, facts: Facts) -> Iterator[Match]:
        for number, state in facts.licenses:
            for person in self._by_license.get(number, ()):
                if not any(_is_license(each, number, state, self.license) for each in person.credentials):
                    continue
                named = self._named(facts, person)
                if named or self._plausible(facts, person):
                    shown = next(e[_NUMBER] for e in person.credentials if squeezed(e[_NUMBER]) == number)
                    differ = _npis_differ(facts, person)
                    yield _match(
                        facts,
                        person,
                        f"license {shown}" + (", but the NPI differs" if differ else ""),
                        named and not differ,
                    )

    def _deas(self, facts: Facts) -> Iterator[Match]:
        for number in facts.deas:
            person = self._by_dea.get(number)
            # A hospital's registration is used by many: the name must be the same.
            if person and self._named(facts, person) and not _npis_differ(facts, person):
                yield _match(facts, person, f"DEA {number}", True)

    def _births(self, facts: Facts) -> Iterator[Match]:
        for person in self._by_birth.get((facts.born, likeness.fold(facts.last)), ()) if facts.born else ():
            if self._named(facts, person):
                yield _match(facts, person, "name and birth date", not _npis_differ(facts, person))

    def _alike(self, facts: Facts) -> Iterator[Match]:
        """Namesakes whose numbers do not contradict, and whoever has the same e-mail address."""
        seen: set[int] = set()
        for person in self._by_email.get(facts.email.lower(), ()) if facts.email else ():
            if self._plausible(facts, person):
                seen.add(id(person))
                yield _match(facts, person, f"e-mail {facts.email}", False)
        for person in self._namesakes(facts):
            if id(person) not in seen and not self._contradicts(facts, person):
                seen.add(id(person))
                if why := self._why(facts, person):
                    yield _match(facts, person, why, False)

    def _namesakes(self, facts: Facts) -> Iterator[Person]:
        mine = {state for _, state in facts.licenses}
        for last in filter(None, (facts.last, facts.former)):
            for key in likeness.keys_of(last):
                for numbers, firsts in self._by_name.get(key, {}).items():
                    if facts.npi and numbers[0] or mine and mine & set(numbers[1:]):
                        continue  # whoever had the same numbers would have been found by them
                    for first, people in firsts.items():
                        if likeness.first_likeness(facts.first, first):
                            yield from people

    def _why(self, facts: Facts, person: Person) -> str:
        row = person.row
        last, first = likeness.last_likeness(facts.last, row[_LAST]), likeness.first_likeness(facts.first, row[_FIRST])
        agrees = likeness.middles_agree(facts.middle, row[_MIDDLE]) and likeness.suffixes_agree(
            facts.suffix, row[_SUFFIX]
        )
        if not agrees:
            return ""
        if self._formerly(facts, person) and first > 1:
            return "former name"
        if last == 3:
            return "name" if first == 3 else "like name" if first else ""
        return "like name" if last and first > 1 else ""

    def _named(self, facts: Facts, person: Person) -> bool:
        """The same last name, now or formerly, and a first name that can be the same."""
        row = person.row
        last = likeness.last_likeness(facts.last, row[_LAST]) == 3 or self._formerly(facts, person)
        return (
            last
            and likeness.first_likeness(facts.first, row[_FIRST]) > 1
            and likeness.suffixes_agree(facts.suffix, row[_SUFFIX])
        )

    def _plausible(self, facts: Facts, person: Person) -> bool:
        """A name that marriage, a nickname or a slip of the pen can have made of the other."""
        row = person.row
        last, first = likeness.last_likeness(facts.last, row[_LAST]), likeness.first_likeness(facts.first, row[_FIRST])
        return bool(last and first) or first == 3 or last == 3 and likeness.middles_agree(facts.first, row[_MIDDLE])

    def _formerly(self, facts: Facts, person: Person) -> bool:
        was = [each[AT["other_name"]["last"]] for each in person.others]
        return any(likeness.last_likeness(facts.last, name) == 3 for name in was) or bool(
            facts.former and likeness.last_likeness(facts.former, person.row[_LAST]) == 3
        )

    def _contradicts(self, facts: Facts, person: Person) -> bool:
        row = person.row
        if _npis_differ(facts, person) or facts.born and row[_BORN] and facts.born != row[_BORN]:
            return True
        theirs = [each for each in person.credentials if each[_SORT] == self.license and each[_NUMBER]]
        return any(
            state == each[_STATE] or not state or not each[_STATE] for _, state in facts.licenses for each in theirs
        )


def _match(facts: Facts, person: Person, why: str, certain: bool) -> Match:
    row = person.row
    last, first = likeness.last_likeness(facts.last, row[_LAST]), likeness.first_likeness(facts.first, row[_FIRST])
    named = last == 3 and first == 3 and likeness.middles_agree(facts.middle, row[_MIDDLE])
    return Match(person, why, certain, named and likeness.suffixes_agree(facts.suffix, row[_SUFFIX]))


def _npis_differ(facts: Facts, person: Person) -> bool:
    return bool(facts.npi and person.row[_NPI] and facts.npi != person.row[_NPI])


def _is_license(row: Row, number: str, state: str, sort: int | None) -> bool:
    same_state = not state or not row[_STATE] or state == row[_STATE]
    return row[_SORT] == sort and same_state and squeezed(row[_NUMBER]) == number


def _once(people: list[Person], person: Person) -> None:
    if not any(each is person for each in people):
        people.append(person)
