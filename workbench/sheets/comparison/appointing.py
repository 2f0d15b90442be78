"""What a row says of appointments: at one facility with its term, or at each of several that columns of their own name."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from workbench.sheets.column import facilities
from workbench.sheets.comparison.effects import ADD, KEPT, UPDATE, Effect
from workbench.sheets.comparison.persons import Person
from workbench.sheets.known import AT, BLANK, Drafts, Row

P = AT["provider"]
Values = Mapping[str, Any]
TERM = (("initial", "initial"), ("starts", "starts"), ("last_reappointed", "starts"), ("ends", "ends"))
_TERMED = ("appointment.facility", *(f"appointment.{name}" for name, _ in TERM))


def merge(person: Person, values: Values, drafts: Drafts, effects: list[Effect]) -> None:
    """Bring the appointments that a row states to what is known of a person."""
    if facilities.TARGET in values:
        _be_on_staffs(person, values[facilities.TARGET], drafts, effects)
    if any(target in values for target in _TERMED):
        _appoint(person, values, drafts, effects)


def hanging(tbl: str, person: Person, drafts: Drafts, **values: Any) -> Row:
    """A new row that hangs on a person."""
    row = list(BLANK[tbl])
    row[AT[tbl]["provider_id"]] = person.row[0]
    for name, value in values.items():
        row[AT[tbl][name]] = value
    return drafts.add(tbl, row)


def _be_on_staffs(person: Person, text: str, drafts: Drafts, effects: list[Effect]) -> None:
    """Appointments at the facilities that columns of their own name; of those that are there the category."""
    at = AT["appointment"]
    for name, word, since in facilities.parts(text):
        facility = drafts.entry("facility", name)
        category = drafts.entry("category", word) if word else None
        n = next((n for n, row in enumerate(person.appointments) if row[at["facility_id"]] == facility), None)
        if n is None:
            person.appointments.append(
                hanging("appointment", person, drafts, facility_id=facility, category_id=category)
            )
            effects.append(
                Effect(ADD, "appointment", "appointment.facilities", "", f"{name}: {word}" if word else name)
            )
        elif category and person.appointments[n][at["category_id"]] != category:
            _set_category(person, n, (name, category, word), drafts, effects)
        if since:
            place = len(person.appointments) - 1 if n is None else n
            _term(person, place, "appointment.initial", at["initial"], since.isoformat(), (drafts, effects), n is None)


def _set_category(person: Person, n: int, said: tuple[str, int, str], drafts: Drafts, effects: list[Effect]) -> None:
    name, category, word = said
    at = AT["appointment"]["category_id"]
    row = person.appointments[n]
    old = drafts.name("category", row[at])
    why = drafts.newer("appointment", row, at)
    if why and "appointment.facilities" not in drafts.preferred:
        effects.append(Effect(KEPT, "appointment", "appointment.facilities", f"{name}: {old}", f"{name}: {word}", why))
        return
    person.appointments[n] = drafts.changing("appointment", row)
    person.appointments[n][at] = category
    effects.append(
        Effect(UPDATE, "appointment", "appointment.facilities", f"{name}: {old}" if old else name, f"{name}: {word}")
    )


def follow(person: Person, done: Sequence[Effect], drafts: Drafts, notes: list[str]) -> list[Effect]:
    """A new category of the person is that of the newest appointment as well, where it had the old one; of several places the row
    says none."""
    new = next((each for each in done if each.target == "provider.category" and each.verb == UPDATE), None)
    if new is None or not new.old:
        return []
    at = AT["appointment"]
    newest: dict[Any, int] = {}
    for n, row in sorted(enumerate(person.appointments), key=lambda pair: pair[1][at["ends"]] or "9999"):
        newest[row[at["facility_id"]]] = n
    held = [n for n in newest.values() if drafts.name("category", person.appointments[n][at["category_id"]]) == new.old]
    if len(newest) > 1 and held:
        notes.append(f"The appointments at several places keep their categories, also those as {new.old}.")
    elif held and (why := drafts.newer("appointment", person.appointments[held[0]], at["category_id"])):
        return [Effect(KEPT, "appointment", "appointment.category", new.old, new.new, why)]
    elif held:
        person.appointments[held[0]] = drafts.changing("appointment", person.appointments[held[0]])
        person.appointments[held[0]][at["category_id"]] = person.row[P["category_id"]]
        return [Effect(UPDATE, "appointment", "appointment.category", new.old, new.new)]
    return []


def _appoint(person: Person, values: Values, drafts: Drafts, effects: list[Effect]) -> None:
    at = AT["appointment"]
    facility = drafts.entry("facility", values["appointment.facility"]) if "appointment.facility" in values else None
    same = [
        n for n, row in enumerate(person.appointments) if not facility or row[at["facility_id"]] in (None, facility)
    ]
    # A reappointment opened a term of its own and kept the ones before: a roster speaks of the newest.
    n = max(same, key=lambda n: person.appointments[n][at["ends"]] or "9999", default=len(person.appointments))
    said = values.get("provider.category") if facility else None  # of one row a hospital each says its own
    if n < len(person.appointments):
        held = person.appointments[n]
        if said and held[at["facility_id"]] and not drafts.is_entry("category", said, held[at["category_id"]]):
            _set_category(
                person, n, (values["appointment.facility"], drafts.entry("category", said), said), drafts, effects
            )
    else:
        category = drafts.entry("category", said) if said else person.row[P["category_id"]]
        person.appointments.append(hanging("appointment", person, drafts, facility_id=facility, category_id=category))
        effects.append(Effect(ADD, "appointment", "appointment.facility", "", values.get("appointment.facility", "")))
    fresh = person.appointments[n][at["starts"]] is None and person.appointments[n][at["ends"]] is None
    for name, field in TERM:
        theirs = values.get(f"appointment.{name}")
        if isinstance(theirs, date) and not (name == "last_reappointed" and "appointment.starts" in values):
            _term(person, n, f"appointment.{name}", at[field], theirs.isoformat(), (drafts, effects), fresh)


def _term(person: Person, n: int, target: str, at: int, theirs: str, into: tuple, fresh: bool) -> None:
    drafts, effects = into
    ours = person.appointments[n][at]
    if ours == theirs:
        return
    why = drafts.newer("appointment", person.appointments[n], at)
    starts = person.appointments[n][AT["appointment"]["starts"]]
    backwards = at == AT["appointment"]["ends"] and bool(starts) and theirs < starts
    if backwards or (why or ours and theirs < ours) and target not in drafts.preferred:
        effects.append(Effect(KEPT, "appointment", target, ours or "", theirs, why))
        return
    person.appointments[n] = drafts.changing("appointment", person.appointments[n])
    person.appointments[n][at] = theirs
    if not (fresh and any(e.verb == ADD and e.word == "appointment" for e in effects)):
        effects.append(Effect(UPDATE, "appointment", target, ours or "", theirs))
