"""What a payer's roster says of each person, by the targets that an import would read from it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any

from workbench.errors import Progress, quiet
from workbench.records.appointment import Appointment
from workbench.records.background import Affiliation, Education, Period, WorkHistory
from workbench.records.credential import Credential
from workbench.records.practice import PracticeMember
from workbench.records.provider import GONE, Identifier, Provider
from workbench.sheets import targets
from workbench.sheets.cell import words
from workbench.sheets.comparison import backgrounds, terms
from workbench.sheets.particulars import IDENTIFIERS

NAMED = ("specialty", "subspecialty", "department", "category", "supervisor")
_FROM = {"notes": "remarks", "ssn": "ssn_last4"}


def people(ids: Sequence[int], wanted: Collection[str], progress: Progress = quiet) -> dict[int, dict[str, Any]]:
    """By person the values of these targets: texts and days; what is blank, or says only that nothing is known, is absent."""
    found: dict[int, dict[str, Any]] = {}
    for done, person in enumerate(Provider.select().where(Provider.id.in_(list(ids)))):
        progress(done, len(ids))
        said = _of_person(person, wanted)
        found[person.id] = {target: value for target, value in said.items() if _says(value)}
    return found


def _says(value: Any) -> bool:
    """A payer wants a blank rather than “N/A” or “pending”."""
    return value not in (None, "") and not (
        isinstance(value, str) and (words.is_filler(value) or words.is_waiting(value))
    )


_ALONE: Mapping[str, Callable[[Provider], Any]] = {
    "provider.id": lambda person: str(person.id),
    "provider.left_on": lambda person: person.status_since if person.status in GONE else None,
}
"""What no field of a person says by itself."""


def _of_person(person: Provider, wanted: Collection[str]) -> dict[str, Any]:
    held = _terms(person.id)
    numbers = {each.sort: each.value for each in Identifier.select().where(Identifier.provider == person)}
    said: dict[str, Any] = {}
    for target in wanted:
        group, _, name = targets.plain(target).partition(".")
        if target == "provider.full_name":
            said[target] = person.title
        elif target in _ALONE:
            said[target] = _ALONE[target](person)
        elif group == "provider" and name in NAMED:
            linked = getattr(person, name)
            said[target] = linked.title if linked else None
        elif group == "provider":
            said[target] = getattr(person, _FROM.get(name, name), None)
        elif target in IDENTIFIERS:
            said[target] = numbers.get(IDENTIFIERS[target])
        elif target == "affiliation.hospital":
            said[target] = _hospitals(person.id)
        elif name == "limits":
            said[target] = _limits(held, target)
        elif group == "practice":
            said[target] = _practice(person.id, name)
        elif group == "appointment":
            said[target] = _appointment(person.id, name)
        elif group in targets.BACKGROUNDS:
            said[target] = _background(person.id, group, target, name)
        else:
            said[target] = _of_term(held, target, name)
    return said


def _terms(person: int) -> dict[str, list[Credential]]:
    """The current terms by the key of their sort, the last to end first."""
    found: dict[str, list[Credential]] = {}
    rows = Credential.select().where((Credential.provider == person) & ~Credential.past)
    for each in sorted(rows, key=lambda term: term.expires or date.max, reverse=True):
        found.setdefault(each.sort.key, []).append(each)
    return found


def _of_term(held: Mapping[str, list[Credential]], target: str, name: str) -> Any:
    place = terms.place_of(target)
    if place is None:
        return None
    _, key, title, _ = place
    numbered = targets.NUMBERED.match(target)
    alike = [each for each in held.get(key, []) if not title or each.title == title]
    at = int(numbered[2]) - 1 if numbered else 0
    return getattr(alike[at], name, None) if at < len(alike) else None


def _hospitals(person: int) -> list[str]:
    """The other hospitals on whose staff somebody is, the newest first."""
    rows = Affiliation.select().where((Affiliation.provider == person) & (Affiliation.ended == ""))
    return [str(each.hospital) for each in rows.order_by(Affiliation.started.desc(), Affiliation.id)]


def _limits(held: Mapping[str, list[Credential]], target: str) -> str | None:
    """The limits of a coverage as the trade writes them: 1,000,000/3,000,000."""
    each, every = (_of_term(held, target.replace("limits", name), name) for name in ("per_claim", "aggregate"))
    return f"{each:,}/{every:,}" if each and every else None


def _background(person: int, sort: str, target: str, name: str) -> Any:
    """A part of a school, a training or a position, the first or the one that the target's number says; by their ends."""
    tbl = "work_history" if sort == "work" else "education"
    model: type[Period] = WorkHistory if sort == "work" else Education
    rows = model.select().where(model.provider == person).order_by(model.ended, model.id)  # type: ignore[attr-defined]
    held = [each for each in rows if sort in ("work", "education") or each.sort == backgrounds.SORTS[sort]]
    numbered = targets.NUMBERED.match(target)
    at = int(numbered[2]) - 1 if numbered else 0
    return getattr(held[at], backgrounds.FIELDS[tbl][name], None) if at < len(held) else None


def _practice(person: int, name: str) -> Any:
    rows = PracticeMember.select().where(PracticeMember.provider == person)
    first = rows.order_by(PracticeMember.preferred.desc(), PracticeMember.id).first()
    return getattr(first.practice, name, None) if first else None


def _appointment(person: int, name: str) -> Any:
    rows = Appointment.select().where(Appointment.provider == person)
    term = rows.order_by(Appointment.ends.desc(), Appointment.id.desc()).first()
    if term is None:
        return None
    if name == "facility":
        return term.facility.title if term.facility else None
    return getattr(term, "starts" if name == "last_reappointed" else name, None)
