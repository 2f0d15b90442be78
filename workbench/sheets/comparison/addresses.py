"""Where somebody practices: an address changes as a whole, or it is asked. A street of one place beside the town of another is neither."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from workbench.sheets.agreeing import SAME
from workbench.sheets.comparison.effects import KEPT, UPDATE, Effect
from workbench.sheets.comparison.persons import Person, put, squeezed
from workbench.sheets.known import AT, Drafts

_P = AT["provider"]
_STREET, _MORE, _CITY, _STATE, _ZIP = (f"provider.{name}" for name in ("street", "street2", "city", "state", "zip"))
PARTS = {target: _P[target.partition(".")[2]] for target in (_STREET, _MORE, _CITY, _STATE, _ZIP)}
WORD = "address"
NO_STREET = "the file has no street of it"
NO_TOWN = "the file has no town of it"
_NUMBER = re.compile(r"\w+")
Values = Mapping[str, Any]


def merge(person: Person, values: Values, drafts: Drafts) -> list[Effect] | None:
    """Bring the address of a row to someone who is known; None where each of its parts may go its own way."""
    moved = [target for target in PARTS if target in values and _differs(person, target, values[target])]
    why = _open(person, values, moved)
    newer = next(filter(None, (drafts.newer("provider", person.row, PARTS[target]) for target in moved)), "")
    if why is None and not (newer and _STREET in moved):
        return None if _STREET not in moved else _whole(person, values, moved, drafts)
    again = any([person.states(PARTS[target]) for target in PARTS if target in values])
    if _is_taken(person, moved, drafts, again=again):
        return _whole(person, values, moved, drafts)
    said = [target for target in PARTS if target in values and (target in moved or not _same(person, target, values))]
    return [Effect(KEPT, WORD, each, person.row[PARTS[each]], values[each], newer or why or "") for each in said]


def _open(person: Person, values: Values, moved: Collection[str]) -> str | None:
    """Why it is asked whether the address of a row is the person's: None where nothing speaks against it."""
    ours = {target: person.row[at] for target, at in PARTS.items()}
    if _STREET in moved:
        said = person.place is not None or _P["street"] in person.stated
        if said:
            return ""  # another place, in another row of the same file
        has_town = ours[_CITY] or ours[_ZIP]
        return NO_TOWN if has_town and not (values.get(_CITY) or values.get(_ZIP)) else None
    is_alone = ours[_STREET] and not values.get(_STREET)
    return NO_STREET if is_alone and not {_CITY, _STATE, _ZIP}.isdisjoint(moved) else None


def _is_taken(person: Person, moved: Collection[str], drafts: Drafts, *, again: bool) -> bool:
    """Whether somebody chose the file's: of two rows of a file, the first's."""
    is_chosen = any(each in drafts.preferred for each in moved)
    return is_chosen and not (again and not drafts.take("provider", person.row[0], _P["street"]))


def _whole(person: Person, values: Values, moved: Collection[str], drafts: Drafts) -> list[Effect]:
    """The address of the row in the place of ours, without what of ours was of the other place."""
    found = {target: values[target] for target in PARTS if values.get(target)}
    is_elsewhere = not {_CITY, _STATE}.isdisjoint(moved)
    if _STREET in moved and (is_elsewhere or _ZIP in moved or _is_another_house(person, values)):
        found.setdefault(_MORE, "")
    if is_elsewhere:
        found = {_STREET: "", _MORE: "", _ZIP: ""} | found
    effects = []
    for target, theirs in found.items():
        at = PARTS[target]
        person.states(at)
        ours = person.row[at] or ""
        if ours != theirs and (target in moved or not ours or not theirs):
            put(person, at, theirs, drafts)
            effects.append(Effect(UPDATE, WORD, target, ours, theirs))
    return effects


def _is_another_house(person: Person, values: Values) -> bool:
    ours, theirs = (_NUMBER.search(text) for text in (person.row[PARTS[_STREET]], values[_STREET]))
    return not (ours and theirs and ours[0].casefold() == theirs[0].casefold())


def _differs(person: Person, target: str, theirs: Any) -> bool:
    """Whether a part says something else than ours, which is not blank."""
    ours = person.row[PARTS[target]]
    if not ours or not theirs:
        return False
    if target == _ZIP:
        return str(ours)[:5] != str(theirs)[:5]
    same = SAME.get(target.partition(".")[2])
    return squeezed(ours) != squeezed(theirs) and not (same and same(ours, theirs))


def _same(person: Person, target: str, values: Values) -> bool:
    return bool(person.row[PARTS[target]]) and not _differs(person, target, values[target])
