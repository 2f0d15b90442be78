"""The names of a row and of a person side by side; and of two of one name what else agrees and what does not, in words."""

from collections.abc import Callable, Iterable, Mapping

from workbench.sheets import likeness
from workbench.sheets.comparison.persons import Facts, Person, squeezed
from workbench.sheets.known import AT

Entry = Callable[[str, int | None], str]
"""The name of an entry of one of the office's lists, by the table and the id."""
Thing = tuple[str, str]
"""What may agree, and its value without blanks and marks: ("city", "ELDORADO")."""
P = AT["provider"]
_PRACTICE = AT["practice_member"]["practice_id"]
_PHONES = ("phone", "cell", "pager", "answering_service")
_THINGS = (("city", "city"), ("ZIP", "zip"), ("e-mail", "email"), ("department", "department"))
_REACHED = ("phone", "e-mail")
_COMPARED = ("middle", "degree", *(name for _, name in _THINGS), *_PHONES)
_SPELLED = 2
"""Letters from which a middle name is a name and not an initial."""
_FEW = 8
"""People who are compared one by one; of more than that the same thing says little, and these stand for all."""


def alike(facts: Facts, person: Person) -> str:
    """In which way the names are alike; empty where they are not."""
    row, (last, first) = person.row, _likenesses(facts, person)
    agrees = likeness.middles_agree(facts.middle, row[P["middle"]]) and likeness.suffixes_agree(
        facts.suffix, row[P["suffix"]]
    )
    if not agrees:
        return ""
    if formerly(facts, person) and first > 1:
        return "former name"
    if last == 3:
        return "name" if first == 3 else "like name" if first else ""
    return "like name" if last and first > 1 else ""


def named(facts: Facts, person: Person) -> bool:
    """The same last name, now or formerly, and a first name that can be the same."""
    row = person.row
    return (
        of_the_family(facts, person)
        and likeness.first_likeness(facts.first, row[P["first"]]) > 1
        and likeness.suffixes_agree(facts.suffix, row[P["suffix"]])
    )


def plausible(facts: Facts, person: Person) -> bool:
    """A name that marriage, a nickname or a slip of the pen can have made of the other."""
    last, first = _likenesses(facts, person)
    middle = person.row[P["middle"]]
    by_middle = bool(middle) and likeness.middles_agree(facts.first, middle)
    return bool(last and first) or first == 3 or last == 3 and by_middle


def of_the_family(facts: Facts, person: Person) -> bool:
    """The same last name, now or formerly."""
    return likeness.last_likeness(facts.last, person.row[P["last"]]) == 3 or formerly(facts, person)


def reached(facts: Facts, person: Person, entry: Entry) -> str:
    """By which phone or e-mail someone of the same last name is reached as well; empty where there is none."""
    if not of_the_family(facts, person):
        return ""
    ours = _of_person(person, entry)
    things = [f"{what} {ours[what, key]}" for what, key in _of_row(facts) if what in _REACHED and (what, key) in ours]
    return ", ".join(["last name", *things]) if things else ""


def sounding(facts: Facts, person: Person, entry: Entry) -> str:
    """What else agrees where both names are only spelled or sound alike (Bookmann, Kathryn); empty where nothing does."""
    last, first = _likenesses(facts, person)
    agrees = likeness.middles_agree(facts.middle, person.row[P["middle"]]) and likeness.suffixes_agree(
        facts.suffix, person.row[P["suffix"]]
    )
    if not (agrees and last and (first or likeness.sounds_like(facts.first, person.row[P["first"]]))):
        return ""
    ours = _of_person(person, entry)
    things = [f"{what} {ours[what, key]}" for what, key in _of_row(facts) if (what, key) in ours]
    return ", ".join(["like name", *things]) if things else ""


def formerly(facts: Facts, person: Person) -> bool:
    """Whether one of the two last names is a former one of the other."""
    was = [each[AT["other_name"]["last"]] for each in person.others]
    return any(likeness.last_likeness(facts.last, name) == 3 for name in was) or bool(
        facts.former and likeness.last_likeness(facts.former, person.row[P["last"]]) == 3
    )


class Namesakes:
    """Those of one first and last name, found by what else is known of them: in a crowd nobody is compared with everybody."""

    def __init__(self) -> None:
        self._entered = 0
        self._by_thing: dict[Thing, list[Person]] = {}

    def sharing(self, people: list[Person], facts: Facts, entry: Entry) -> list[Person]:
        """Whoever of them has anything of the row, a few of each thing; `people` may have grown since."""
        if len(people) <= _FEW:
            return people
        for person in people[self._entered :]:
            for thing in _of_person(person, entry):
                self._by_thing.setdefault(thing, []).append(person)
        self._entered = len(people)
        return list({id(p): p for thing in _of_row(facts) for p in self._by_thing.get(thing, ())[:_FEW]}.values())


class Ours:
    """The people whom the office had before the file, by their names."""

    def __init__(self) -> None:
        self._by_name: dict[str, dict[str, list[Person]]] = {}

    def enter(self, person: Person) -> None:
        """Enter somebody by the last names of now and before."""
        first = likeness.fold(person.row[P["first"]])
        for last in (person.row[P["last"]], *(each[AT["other_name"]["last"]] for each in person.others)):
            for key in likeness.keys_of(last):
                self._by_name.setdefault(key, {}).setdefault(first, []).append(person)

    def called(self, facts: Facts) -> list[Person]:
        """Whoever may have the name of a row; a few, for of a crowd the name alone tells nobody."""
        found: dict[int, Person] = {}
        for last in filter(None, (facts.last, facts.former)):
            for key in likeness.keys_of(last):
                for first, people in self._by_name.get(key, {}).items():
                    if likeness.first_likeness(facts.first, first):
                        found |= {id(person): person for person in people[:_FEW]}
        return list(found.values())


def besides(facts: Facts, person: Person, entry: Entry) -> str:
    """Why someone of the same name may be the same person although a number differs; empty where nothing says so.

    A spelled-out middle name is enough; without one another thing must agree, for there is more than one John Smith.
    """
    if not _same_name(facts, person):
        return ""
    ours = _of_person(person, entry)
    agrees = {what: ours[what, key] for what, key in _of_row(facts) if (what, key) in ours}
    name = "full name" if agrees.pop("middle name", "") else "name"
    things = [f"{what} {shown}" for what, shown in agrees.items()]
    return ", ".join([name, *things]) if things or name == "full name" else ""


def differing(facts: Facts, person: Person, entry: Entry) -> str:
    """What of the rest is not the same: “, the city differs: ours is Benton”; empty where nothing is."""
    mine, ours = _said(facts), _known(person, entry)
    return "".join(
        f", the {what} differs: ours is {ours[name]}"
        for what, name in (*_THINGS, ("degree", "degree"))
        if mine[name] and ours[name] and squeezed(mine[name]) != squeezed(ours[name])
    )


def _likenesses(facts: Facts, person: Person) -> tuple[int, int]:
    last, first = person.row[P["last"]], person.row[P["first"]]
    return likeness.last_likeness(facts.last, last), likeness.first_likeness(facts.first, first)


def _same_name(facts: Facts, person: Person) -> bool:
    """Every part is the same, an initial for a middle name: a son differs by his Jr, a namesake mostly by the middle name."""
    row = person.row
    parts = (("last", facts.last), ("first", facts.first), ("suffix", facts.suffix))
    alike = all(likeness.fold(mine) == likeness.fold(row[P[name]]) for name, mine in parts)
    return alike and likeness.middles_agree(facts.middle, row[P["middle"]])


def _of_row(facts: Facts) -> dict[Thing, str]:
    return _things(_said(facts), [facts.said.get("practice.name", "")])


def _of_person(person: Person, entry: Entry) -> dict[Thing, str]:
    return _things(_known(person, entry), [entry("practice", each[_PRACTICE]) for each in person.practices])


def _said(facts: Facts) -> dict[str, str]:
    said = {name: facts.said.get(f"provider.{name}", "") for name in _COMPARED}
    return {**said, "zip": said["zip"][:5]}


def _known(person: Person, entry: Entry) -> dict[str, str]:
    row = person.row
    known = {name: row[P[name]] for name in _COMPARED if name != "department"}
    return {**known, "zip": known["zip"][:5], "department": entry("department", row[P["department_id"]])}


def _things(said: Mapping[str, str], practices: Iterable[str]) -> dict[Thing, str]:
    """What can be of one person besides the name, as it reads."""
    middle = likeness.fold(said["middle"])
    found = {("middle name", middle): said["middle"]} if len(middle) >= _SPELLED else {}
    found |= {(what, squeezed(said[name])): said[name] for what, name in _THINGS if said[name]}
    found |= {("phone", squeezed(said[name])[-10:]): said[name] for name in _PHONES if said[name]}
    return found | {("practice", squeezed(name)): name for name in practices if name}
