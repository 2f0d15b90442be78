"""Who a row is about: everyone known, found by number first, then by name and birth date, then by likeness, which always asks."""

from collections.abc import Iterator

from workbench.sheets import likeness
from workbench.sheets.comparison import namesakes
from workbench.sheets.comparison.namesakes import Entry, Namesakes, Ours
from workbench.sheets.comparison.near_people import Near, born_otherwise, npis_differ
from workbench.sheets.comparison.persons import HANGING, Facts, Match, Person, same_number, squeezed
from workbench.sheets.known import AT, Known

P, C, N = AT["provider"], AT["credential"], AT["identifier"]
_LAST, _FIRST, _MIDDLE, _SUFFIX = P["last"], P["first"], P["middle"], P["suffix"]
_NPI, _BORN, _EMAIL = P["npi"], P["birth_date"], P["email"]
_FIRSTS = (likeness.first_likeness, likeness.is_short_for, likeness.sounds_like)
"""In which ways the first names of one person can differ."""
_NUMBER, _STATE, _SORT, _TITLE, _PAST = (C[name] for name in ("number", "state", "sort_id", "title", "past"))


class Register:
    """Everyone, by everything they can be known by."""

    def __init__(self, known: Known, entry: Entry) -> None:
        self._entry = entry
        self.license, self.dea = known.sorts.get("license"), known.sorts.get("dea")
        self._by_npi: dict[str, list[Person]] = {}
        self._by_number: dict[tuple[str, str], Person] = {}
        self._by_license: dict[str, list[Person]] = {}
        self._by_dea: dict[str, list[Person]] = {}
        self._by_birth: dict[tuple[str, str], list[Person]] = {}
        self._by_email: dict[str, list[Person]] = {}
        self._by_name: dict[str, dict[tuple, dict[str, list[Person]]]] = {}
        self._near = Near(self.license)
        self._crowds: dict[int, Namesakes] = {}
        self._owners: dict[int, int] | None = None
        self._ours = Ours()
        self.people = {row[0]: Person(row) for row in known.tables["provider"]}
        for tbl, slot in HANGING:
            at = AT[tbl]["provider_id"]
            for row in known.tables[tbl]:
                getattr(self.people[row[at]], slot).append(row)
        for person in self.people.values():
            self.enter(person)
            self._ours.enter(person)

    def enter(self, person: Person) -> None:
        """Enter a person, or what became known of one since."""
        row = person.row
        if row[_NPI]:
            _once(self._by_npi.setdefault(row[_NPI], []), person)
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
                _once(self._by_dea.setdefault(squeezed(each[_NUMBER]), []), person)
        self._near.enter(person)
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
        """Who the row may be about; one certain match stands alone, unless a number speaks of somebody else too."""
        for tier in (self._own, self._npi, self._identifiers, self._licenses, self._deas, self._births):
            if found := list(tier(facts)):
                certain = [match for match in found if match.certain]
                if len(certain) == 1:
                    return self._questioned(facts, certain[0])
                found = [match._replace(certain=False, sure=False) for match in found]
                return _distinct([*found, *self.holders(facts, found[0].person)])
        near = self._near.find(facts, self._by_birth, self._by_name)
        found = [*self.holders(facts, None), *near, *self._alike(facts)]
        return _distinct(found) or [*self._numbered_otherwise(facts)]

    def _questioned(self, facts: Facts, match: Match) -> list[Match]:
        """A certain match asks after all where a number of the row is somebody else's, or another than the person's own."""
        others = list(self.holders(facts, match.person))
        differs = self._differs(facts, match.person)
        if not others and not differs:
            return [match]
        sure = match.sure and not others
        return [match._replace(why=match.why + differs, certain=False, sure=sure), *_distinct(others)]

    def holders(self, facts: Facts, person: Person | None) -> Iterator[Match]:
        """Whoever else has a license or a DEA number of the row that the person does not have."""
        for word, number, others in self.shared(facts, person):
            if word == "license" or len(others) == 1:  # a DEA number of several is their hospital's: said, not asked
                for other in others:
                    but = "the NPI differs" if namesakes.named(facts, other) else "under another name"
                    yield Match(other, f"{word} {number}, but {but}", False)

    def shared(self, facts: Facts, person: Person | None) -> Iterator[tuple[str, str, list[Person]]]:
        """Licenses and DEA numbers of the row that others have and the person does not have yet: (word, number, who)."""
        for sort, word, numbers, register in (
            (self.license, "license", facts.licenses, self._by_license),
            (self.dea, "DEA", facts.deas, self._by_dea),
        ):
            for number, state, _ in numbers:
                people = register.get(number)
                if not people or number.isalpha() or person and _held(person, number, state, sort):
                    continue
                if others := [p for p in people if p is not person and _held(p, number, state, sort)]:
                    yield word, _held(others[0], number, state, sort), others

    def owner(self, credential: int | None) -> int | None:
        """The id of whoever has a credential, by its id."""
        if credential and self._owners is None:
            self._owners = {each[0]: p.row[0] for p in self.people.values() for each in p.credentials}
        return self._owners.get(credential) if credential and self._owners else None

    def doubles(self, facts: Facts, person: Person) -> list[Match]:
        """Who may be the same as somebody known: of the facts of that person the others that a row would ask about."""
        same = (Match(each, f"NPI {facts.npi}", False) for each in self.npi_holders(facts.npi) if facts.npi)
        found = _distinct([*same, *self._births(facts), *self._licensed_alike(facts), *self._alike(facts)])
        return [match for match in found if match.person is not person]

    def _licensed_alike(self, facts: Facts) -> Iterator[Match]:
        """Whoever has a license of somebody's; a DEA number may be a hospital's."""
        for number, state, _ in facts.licenses:
            for each in self._by_license.get(number, ()):
                if held := _held(each, number, state, self.license):
                    yield Match(each, f"license {held}", False)

    def npi_holders(self, npi: str) -> list[Person]:
        """Everyone who has this NPI."""
        return self._by_npi.get(npi, [])

    def _differs(self, facts: Facts, person: Person, but: str = "but") -> str:
        """What tells that the row's license or DEA is another than the person's own of the same state; empty where it is not."""
        for sort, word, numbers in ((self.license, "license", facts.licenses), (self.dea, "DEA number", facts.deas)):
            said = [number for number, *_ in numbers]
            for _, state, title in numbers:
                ours = [e for e in person.credentials if e[_SORT] == sort and e[_NUMBER] and not e[_PAST]]
                ours = [e for e in ours if _agree(state, e[_STATE]) and _agree(title, e[_TITLE])]
                if ours and not any(same_number(each, e[_NUMBER], e[_STATE]) for each in said for e in ours):
                    return f", {but} the {word} differs: ours is {ours[0][_NUMBER]} {ours[0][_STATE]}".rstrip()
        return ""

    def called(self, last: str, first: str) -> list[Person]:
        """Everyone of this name."""
        groups = self._by_name.get(likeness.fold(last), {}).values()
        people = {id(p): p for group in groups for block in group.values() for p in block}
        alike = [p for p in people.values() if likeness.last_likeness(last, p.row[_LAST]) == 3]
        how = [(likeness.first_likeness(first, p.row[_FIRST]), p) for p in alike]
        return [p for n, p in how if n == 3] or [p for n, p in how if n == 2]

    def _own(self, facts: Facts) -> Iterator[Match]:
        """A list of this office that comes back says whose record each row is; another office's has other names there."""
        person = self.people.get(facts.record) if facts.record else None
        if person and not npis_differ(facts, person):
            mine, ours = (facts.last, facts.first), (person.row[_LAST], person.row[_FIRST])
            if tuple(map(likeness.fold, mine)) == tuple(map(likeness.fold, ours)):
                yield _match(facts, person, "our own ID", True)

    def _npi(self, facts: Facts) -> Iterator[Match]:
        for person in self._by_npi.get(facts.npi, ()) if facts.npi else ():
            # A new last name is no surprise; another first name is: two people may carry one NPI by mistake.
            row = person.row
            first = likeness.first_likeness(facts.first, row[_FIRST])
            last = likeness.last_likeness(facts.last, row[_LAST]) or namesakes.formerly(facts, person)
            sure = bool(first > 1 or first and last)
            why = f"NPI {facts.npi}" + ("" if sure else ", but under another name")
            yield _match(facts, person, why, sure)

    def _identifiers(self, facts: Facts) -> Iterator[Match]:
        for sort, value in facts.identifiers:
            person = self._by_number.get((sort, squeezed(value)))
            if person and namesakes.named(facts, person) and not npis_differ(facts, person):
                yield _match(facts, person, f"{sort} {value}", True)
                return

    def _licenses(self, facts: Facts) -> Iterator[Match]:
        for number, state, _ in facts.licenses:
            for person in self._by_license.get(number, ()):
                held = _held(person, number, state, self.license)
                named = namesakes.named(facts, person)
                if held and (named or namesakes.plausible(facts, person)):
                    differ = npis_differ(facts, person)
                    why = f"license {held}" + (", but the NPI differs" if differ else "")
                    yield _match(facts, person, why, named and not differ)

    def _deas(self, facts: Facts) -> Iterator[Match]:
        for number, state, _ in facts.deas:
            for person in self._by_dea.get(number, ()):
                named = namesakes.named(facts, person) and not npis_differ(facts, person)
                if named and _held(person, number, state, self.dea):
                    yield _match(facts, person, f"DEA {number}", True)

    def _births(self, facts: Facts) -> Iterator[Match]:
        for person in self._by_birth.get((facts.born, likeness.fold(facts.last)), ()) if facts.born else ():
            if namesakes.named(facts, person):
                yield _match(facts, person, "name and birth date", not npis_differ(facts, person))

    def _alike(self, facts: Facts) -> Iterator[Match]:
        """Namesakes whose numbers do not contradict, and whoever of the name or the family is reached as the row says."""
        seen: set[int] = set()
        for person in self._by_email.get(facts.email.lower(), ()) if facts.email else ():
            if namesakes.plausible(facts, person) or self._of_the_family(facts, person):
                seen.add(id(person))
                yield _match(facts, person, f"e-mail {facts.email}", False)
        for person in self._namesakes(facts):
            if id(person) not in seen and not self._contradicts(facts, person):
                seen.add(id(person))
                ways = namesakes.reached, namesakes.sounding
                tried = (way(facts, person, self._entry) for way in ways)
                if why := namesakes.alike(facts, person) or next(filter(None, tried), ""):
                    yield _match(facts, person, why, False)
        if facts.licenses:
            yield from self._otherwise_licensed(facts, seen)

    def _otherwise_licensed(self, facts: Facts, seen: set[int]) -> Iterator[Match]:
        """Of the very same name with another license of a state: an assistant who became a physician, or a namesake."""
        for numbers, firsts in self._by_name.get(likeness.fold(facts.last), {}).items():
            people = firsts.get(likeness.fold(facts.first))
            if not people or facts.npi and numbers[0]:
                continue
            crowd = self._crowds.setdefault(id(people), Namesakes())
            for person in crowd.sharing(people, facts, self._entry):
                if id(person) in seen or born_otherwise(facts, person):
                    continue
                if why := namesakes.besides(facts, person, self._entry):
                    but = self._differs(facts, person) + namesakes.differing(facts, person, self._entry)
                    yield Match(person, why + but, False)

    def _numbered_otherwise(self, facts: Facts) -> Iterator[Match]:
        """Of the people whom the office had before the file those of the name, whose NPI or license of a state is another: it may be
        a slip in either. Of two rows of one file it is no question: who lists them twice with their numbers means two."""
        for person in self._ours.called(facts):
            if not born_otherwise(facts, person) and (why := namesakes.alike(facts, person)):
                npi = npis_differ(facts, person)
                but = self._differs(facts, person, "and" if npi else "but")
                yield Match(person, f"{why}{', but the NPI differs' if npi else ''}{but}", False, apart=True)

    def _namesakes(self, facts: Facts) -> Iterator[Person]:
        mine = {state for _, state, _ in facts.licenses}
        for last in filter(None, (facts.last, facts.former)):
            for key in likeness.keys_of(last):
                for numbers, firsts in self._by_name.get(key, {}).items():
                    if facts.npi and numbers[0] or mine and mine & set(numbers[1:]):
                        continue  # whoever had the same numbers would have been found by them
                    for first, people in firsts.items():
                        if any(alike(facts.first, first) for alike in _FIRSTS):
                            yield from people

    def _of_the_family(self, facts: Facts, person: Person) -> bool:
        return namesakes.of_the_family(facts, person) and not self._contradicts(facts, person)

    def _contradicts(self, facts: Facts, person: Person) -> bool:
        if npis_differ(facts, person) or born_otherwise(facts, person):
            return True
        theirs = [each for each in person.credentials if each[_SORT] == self.license and each[_NUMBER]]
        return any(_agree(state, each[_STATE]) for _, state, _ in facts.licenses for each in theirs)


def _match(facts: Facts, person: Person, why: str, certain: bool) -> Match:
    """By a number or the birth date; sure if the full name is the same besides."""
    row = person.row
    last, first = likeness.last_likeness(facts.last, row[_LAST]), likeness.first_likeness(facts.first, row[_FIRST])
    named = last == 3 and first == 3 and likeness.middles_agree(facts.middle, row[_MIDDLE])
    return Match(person, why, certain, certain and named and likeness.suffixes_agree(facts.suffix, row[_SUFFIX]))


def _held(person: Person, number: str, state: str, sort: int | None) -> str:
    """The number as a person's credential of a sort and state has it; empty where there is none."""
    for each in person.credentials:
        if each[_SORT] == sort and _agree(state, each[_STATE]) and squeezed(each[_NUMBER]) == number:
            return each[_NUMBER]
    return ""


def _agree(mine: str, other: str) -> bool:
    """Whether two states or titles can be the same; a blank says nothing."""
    return not mine or not other or mine.casefold() == other.casefold()


def _distinct(matches: list[Match]) -> list[Match]:
    """Each person once, by what was found first."""
    first: dict[int, Match] = {}
    for match in matches:
        first.setdefault(id(match.person), match)
    return list(first.values())


def _once(people: list[Person], person: Person) -> None:
    if not any(each is person for each in people):
        people.append(person)
