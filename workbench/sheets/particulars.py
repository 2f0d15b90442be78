"""What a row says of the person: names, place on the staff, how to reach them, numbers of others, practice, appointment.

A blank erases nothing, and what ours says more fully stays.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from workbench.records.provider import GONE
from workbench.sheets import likeness
from workbench.sheets.agreeing import SAME
from workbench.sheets.comparison import addresses, affiliating, appointing, cell_comments, choosing, practices
from workbench.sheets.comparison.appointing import hanging
from workbench.sheets.comparison.effects import ADD, KEPT, UPDATE, Effect
from workbench.sheets.comparison.persons import Person, put, squeezed
from workbench.sheets.known import ALIKE, AT, BLANK, Drafts, Row
from workbench.sheets.row.group_names import key

P = AT["provider"]
Values = Mapping[str, Any]
LINKS = {
    "department": "department",
    "specialty": "specialty",
    "subspecialty": "specialty",
    "category": "category",
}
"""By field the office's own list that it points into."""
WORDS = {name: "phone" for name in ("phone", "cell", "pager", "answering_service", "fax")}
WORDS |= {name: "name" for name in ("last", "first", "middle", "suffix", "preferred")}
WORDS |= {name: "address" for name in ("street", "street2", "city", "state", "zip")}
WORDS |= {
    "email": "e-mail address",
    "npi": "NPI",
    "ssn": "SSN",
    "languages": "language",
    "notes": "note",
    "category": "category",
}
IDENTIFIERS = {
    "identifier.caqh": "CAQH",
    "identifier.medicare": "Medicare",
    "identifier.medicaid": "Medicaid",
    "identifier.doctor_number": "Doctor number",
    "identifier.ehr": "EHR",
    "identifier.dictation": "Dictation",
    "identifier.employee": "Employee number",
}
_FROM = {"notes": "remarks", "ssn": "ssn_last4"}
FIELDS = {
    f"provider.{name}": (name, P[_FROM.get(name, name)], SAME.get(_FROM.get(name, name)))
    for name in [
        "last",
        "first",
        "middle",
        "suffix",
        "preferred",
        "degree",
        "npi",
        "provider_type",
        "section",
        "status",
        "employment",
        "status_since",
        "birth_date",
        "ssn",
        "languages",
        "email",
        "phone",
        "cell",
        "pager",
        "answering_service",
        "fax",
        "street",
        "street2",
        "city",
        "state",
        "zip",
        "notes",
    ]
}
LINKED = {f"provider.{name}": (name, P[f"{name}_id"]) for name in sorted(LINKS)}


def new_person(values: Values, drafts: Drafts, place: tuple[str, int]) -> tuple[Person, list[str]]:
    """A person as the row states them, and what of it could not be taken."""
    row: Row = list(BLANK["provider"])
    notes: list[str] = []
    for target, value in values.items():
        if found := FIELDS.get(target):
            taken = _taken(found[0], value, notes)
            if taken:
                row[found[1]] = taken
        elif link := LINKED.get(target):
            row[link[1]] = drafts.entry(LINKS[link[0]], value)
    if row[P["degree"]] and not row[P["provider_type"]]:
        row[P["provider_type"]] = likeness.provider_type(row[P["degree"]])
    return Person(drafts.add("provider", row), place), notes


ERASABLE = (frozenset(FIELDS) | frozenset(LINKED)) - {
    f"provider.{name}" for name in ("last", "first", "npi", "status", "status_since", "birth_date", "ssn", "notes")
}
"""Targets whose blank may erase, where somebody says so of the column: not what a person is known by."""


def erase(person: Person, targets: Iterable[str], drafts: Drafts) -> list[Effect]:
    """Leave blank what the row leaves blank, of columns of which that was said."""
    effects = []
    for target in targets:
        name, at = FIELDS[target][:2] if target in FIELDS else LINKED[target]
        ours = person.row[at]
        if ours in (None, "") or person.states(at):
            continue
        shown = drafts.name(LINKS[name], ours) if target in LINKED else ours
        put(person, at, BLANK["provider"][at], drafts)
        effects.append(Effect(UPDATE, WORDS.get(name, name.replace("_", " ")), target, shown, ""))
    return effects


def merge(person: Person, values: Values, drafts: Drafts, notes: list[str]) -> list[Effect]:
    """Bring what a row says to someone who is known; what that does."""
    effects: list[Effect] = []
    _merge_standing(person, values, drafts, effects, notes)
    address = addresses.merge(person, values, drafts)
    for target, value in values.items():
        if target in _STANDING or address is not None and target in addresses.PARTS:
            continue
        if found := FIELDS.get(target):
            name, at, same = found
            theirs = _taken(name, value, notes)
            if theirs:
                _merge_value(person, (target, name, at, same), theirs, drafts, effects)
        elif link := LINKED.get(target):
            _merge_link(person, target, link, value, drafts, effects)
    effects += address or []
    derived = likeness.provider_type(person.row[P["degree"]]) if "provider.degree" in values else ""
    if derived and not person.row[P["provider_type"]]:
        put(person, P["provider_type"], derived, drafts)
        effects.append(Effect(UPDATE, "provider type", "provider.provider_type", "", derived))
    return effects


_STATUS, _SINCE = _STANDING = ("provider.status", "provider.status_since")
RETURNS = "since it is asked whether somebody who left is back"


def _merge_standing(person: Person, values: Values, drafts: Drafts, effects: list[Effect], notes: list[str]) -> None:
    """The status before the day since which it holds: a new status does not hold since the day of the one before, and where ours stays
    its day does too."""
    said = {target: _taken(FIELDS[target][0], values[target], notes) for target in _STANDING if target in values}
    if said.get(_STATUS):
        _merge_value(person, (_STATUS, *FIELDS[_STATUS]), said[_STATUS], drafts, effects)
    stays = any(each.verb == KEPT for each in effects)
    at, ours = P["status_since"], person.row[P["status_since"]]
    if stays and said.get(_SINCE) and said[_SINCE] != ours:
        effects.append(Effect(KEPT, _SINCE.partition(".")[2], _SINCE, ours or "", said[_SINCE], "as the status does"))
    elif not stays and said.get(_SINCE):
        _merge_value(person, (_SINCE, *FIELDS[_SINCE]), said[_SINCE], drafts, effects)
    elif effects and not stays and ours:
        put(person, at, None, drafts)
        effects.append(Effect(UPDATE, "status since", _SINCE, ours, ""))


def _comes_back(ours: Any, theirs: Any) -> bool:
    """Whether the status of somebody who left becomes that of a member again; of the deceased any other."""
    return ours in GONE and (theirs not in GONE or ours == "Deceased")


def _merge_value(person: Person, field: tuple, theirs: Any, drafts: Drafts, effects: list[Effect]) -> None:
    target, name, at, same = field
    ours, again = person.row[at], person.states(at)
    if ours == theirs:
        return
    if ours and isinstance(ours, str) and (ours.casefold() == theirs.casefold() or same and same(ours, theirs)):
        return
    if name == "notes" and not (theirs := cell_comments.unsaid(ours or "", theirs)):
        return
    # Of two rows of one file that differ the first counts, unless the second says the same more fully.
    again = again and bool(ours) and name != "notes" and not (same and same(theirs, ours))
    taken = target in drafts.preferred
    if name != "notes" and not taken and (why := drafts.newer("provider", person.row, at)):
        effects.append(Effect(KEPT, WORDS.get(name, name), target, ours or "", theirs, why))
        return
    is_new = any(each.target == _STATUS for each in effects)
    earlier = name == "status_since" and ours and theirs < ours and not is_new
    back = RETURNS if name == "status" and _comes_back(ours, theirs) else ""
    taken = taken and not (again and not drafts.take("provider", person.row[0], at))
    if (again or earlier or back) and not taken or name == "npi" and ours:
        effects.append(Effect(KEPT, WORDS.get(name, name), target, ours, theirs, "" if again else back))
        return
    if name == "last" and ours:  # married, or mended
        _keep_name(person, ours, drafts, effects)
    value = f"{ours}\n{theirs}" if name == "notes" and ours else theirs
    put(person, at, value, drafts)
    effects.append(Effect(UPDATE, WORDS.get(name, name.replace("_", " ")), target, ours or "", theirs))


def _merge_link(person: Person, target: str, link: tuple, value: str, drafts: Drafts, effects: list[Effect]) -> None:
    name, at = link
    ours, again = person.row[at], person.states(at)
    if drafts.is_entry(LINKS[name], value, ours):
        return
    called = drafts.name(LINKS[name], ours)
    if called.casefold() != value.casefold() and not (LINKS[name] in ALIKE and key(called) == key(value)):
        why = drafts.newer("provider", person.row, at)
        if (why or ours and again) and target not in drafts.preferred:
            effects.append(Effect(KEPT, WORDS.get(name, name), target, called, value, why))
            return
    theirs = drafts.entry(LINKS[name], value)
    if theirs != ours:
        put(person, at, theirs, drafts)
        effects.append(Effect(UPDATE, WORDS.get(name, name), target, called, value))


def _taken(name: str, value: Any, notes: list[str]) -> Any:
    """A value as the record keeps it; a word that is none of the choices is said and left out."""
    if isinstance(value, date):
        return value.isoformat()
    if name == "ssn":
        return squeezed(value)[-4:]
    if name in choosing.CHOICES:
        found = choosing.choice(name, value)
        if not found:
            notes.append(f"{name.replace('_', ' ').capitalize()} “{value}” is none of the choices; left out.")
        return found
    return value


def others(person: Person, values: Values, drafts: Drafts, notes: list[str]) -> list[Effect]:
    """What hangs on the person besides credentials: former names, numbers, practice, appointment."""
    effects: list[Effect] = []
    if former := values.get("provider.former_names"):
        for name in former.replace(";", ",").split(","):
            if name.strip() and likeness.fold(name) != likeness.fold(person.row[P["last"]]):
                _keep_name(person, name.strip(), drafts, effects)
    if alias := values.get("provider.alias"):
        _keep_name(person, alias, drafts, effects, "alias")
    affiliating.merge(person, values, drafts, effects, notes)
    for target, sort in IDENTIFIERS.items():
        if value := values.get(target):
            _identify(person, target, sort, value, drafts, effects)
    practices.merge(person, values, drafts, effects, notes)
    appointing.merge(person, values, drafts, effects)
    return effects


def _keep_name(person: Person, last: str, drafts: Drafts, effects: list[Effect], sort: str = "former name") -> None:
    at, first = AT["other_name"]["last"], ""
    given, _, rest = last.partition(" ")
    if rest and likeness.first_likeness(person.row[P["first"]], given):  # AKA: Beatrice Boo-Hoo
        first, last = given, rest
    if not any(likeness.fold(each[at]) == likeness.fold(last) for each in person.others):
        row = hanging("other_name", person, drafts, last=last, first=first, sort=sort.capitalize())
        person.others.append(row)
        target = "provider.alias" if sort == "alias" else "provider.former_names"
        effects.append(Effect(ADD, sort, target, "", last))


def _identify(person: Person, target: str, sort: str, value: str, drafts: Drafts, effects: list[Effect]) -> None:
    at = AT["identifier"]
    for n, each in enumerate(person.identifiers):
        if each[at["sort"]].casefold() == sort.casefold():
            again = person.states(target)
            if squeezed(each[at["value"]]) != squeezed(value):
                why = drafts.newer("identifier", each, at["value"])
                if (again or why) and target not in drafts.preferred:
                    effects.append(Effect(KEPT, "number", target, each[at["value"]], value, why))
                    return
                effects.append(Effect(UPDATE, "number", target, each[at["value"]], value))
                person.identifiers[n] = drafts.changing("identifier", each)
                person.identifiers[n][at["value"]] = value
            return
    person.identifiers.append(hanging("identifier", person, drafts, sort=sort, value=value))
    effects.append(Effect(ADD, "number", target, "", value))
