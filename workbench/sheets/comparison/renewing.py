"""How a stated term meets what is known of a person: new, a renewal, filled in where ours is blank, or ours stays.

A later expiration is a renewal, which keeps the old term; an earlier one is not taken; a blank erases nothing.
"""

from datetime import date
from typing import Any

from workbench.records.credential import Credential
from workbench.sheets.cell import board_names
from workbench.sheets.comparison import same_term
from workbench.sheets.comparison.effects import ADD, KEPT, RENEW, UPDATE, Effect
from workbench.sheets.comparison.persons import Person, same_number, squeezed
from workbench.sheets.comparison.terms import (
    ENDLESS,
    EXPIRES,
    ISSUED,
    NUMBER,
    PAST,
    PROVIDER,
    SORT,
    STATE,
    VERIFIED,
    WORDS,
    C,
    named,
)
from workbench.sheets.known import Drafts, Row

FILLED = tuple(
    (C[n], n) for n in ("title", "number", "state", "issuer", "issued", "continuing", "per_claim", "aggregate")
)
"""What is filled in where ours is blank; how a term ends is a matter of its own."""
CARRIED = tuple(C[n] for n in ("title", "number", "state", "issuer", "issued", "continuing", "per_claim", "aggregate"))
ISSUED_ONCE = frozenset({"license", "dea", "cds"})
SHORTEST = 60
"""Days that a renewed term adds at least; a later end that is nearer corrects the term, and that asks."""


def merge(person: Person, group: str, term: Row, drafts: Drafts, key: str, place: int | None = None) -> list[Effect]:
    """Bring a term, with the key of its sort, to what is known of a person; what that does. Place: of which term, if that was said."""
    word = WORDS.get(key, "credential")
    if key == "license":
        _call_as_ours(person, term)
    place = same_term.same(person.credentials, term, key) if place is None else place
    if place is None:
        return _added(person, term, drafts, Effect(ADD, word, group, "", named(term)))
    known = person.credentials[place]
    newer = drafts.newer("credential", known, EXPIRES)
    if _renews(known, term, key) and not newer:
        return _renewed(person, place, term, drafts, group, word)
    filled = {at: term[at] for at, _ in FILLED if term[at] and not known[at]}
    aged = [(at, name, drafts.newer("credential", known, at)) for at, name in FILLED if at in filled]
    filled = {at: filled[at] for at, _, why in aged if not why}
    effects = [Effect(KEPT, word, f"{group}.{name}", "", term[at], why) for at, name, why in aged if why]
    effects += _unlike(known, term, group, word)
    effects += _ending(known, term, group, word, filled, newer)
    effects += [Effect(UPDATE, word, f"{group}.{name}", "", term[at]) for at, name in FILLED if at in filled]
    effects = [
        _chosen(each, known, term, filled, drafts) if each.target in drafts.preferred else each for each in effects
    ]
    if filled:
        row = person.credentials[place] = drafts.changing("credential", known)
        effects += _unverified(row, group, word)
        for at, value in filled.items():
            row[at] = value
    return effects


def _call_as_ours(person: Person, term: Row) -> None:
    """A license whose number the file writes with its state before it, or without it where we do, gets our number and state."""
    for ours in person.credentials:
        if ours[SORT] != term[SORT] or not term[NUMBER] or squeezed(ours[NUMBER]) == squeezed(term[NUMBER]):
            continue
        if term[STATE] in ("", ours[STATE]) and same_number(term[NUMBER], ours[NUMBER], ours[STATE]):
            term[NUMBER], term[STATE] = ours[NUMBER], ours[STATE]


def _chosen(effect: Effect, known: Row, term: Row, filled: dict[int, Any], drafts: Drafts) -> Effect:
    """A value of the file that somebody chose over ours; it stays ours where the term would end before it began, and where an
    earlier row of the file said otherwise."""
    name = effect.target.partition(".")[2]
    places = (EXPIRES, ENDLESS) if name == "expires" else (C[name],)
    wanted = {**dict(enumerate(known)), **filled, **{at: term[at] for at in places}}
    if effect.verb != KEPT or wanted[ISSUED] and wanted[EXPIRES] and wanted[EXPIRES] < wanted[ISSUED]:
        return effect
    if not drafts.take("credential", known[0], places[0]):
        return effect
    filled |= {at: term[at] for at in places}
    return effect._replace(verb=UPDATE, why="")


def _unverified(row: Row, group: str, word: str) -> list[Effect]:
    """What an import fills in is stated, not verified: the term waits for a verification that has seen all of it."""
    was = row[VERIFIED]
    for at, blank in ((VERIFIED, None), *((C[name], "") for name in Credential.witnessed_by[1:])):
        row[at] = blank
    return [Effect(UPDATE, word, f"{group}.verified", was, "")] if was else []


def _added(person: Person, term: Row, drafts: Drafts, effect: Effect) -> list[Effect]:
    """A new term, unless it is an earlier one of ours: an older list says it again."""
    if drafts.has_ended(person.row[0], term[SORT], term[NUMBER], term[EXPIRES]):
        return []
    _open(person, term, drafts)
    return [effect]


def _open(person: Person, term: Row, drafts: Drafts) -> None:
    term[PROVIDER] = person.row[0]
    person.credentials.append(drafts.add("credential", term))


def _renews(known: Row, term: Row, key: str) -> bool:
    """A later end renews, unless it is that of the same term: issued on the same day, or sooner after than any term is long.

    Of a license or a registration lists give the day of the first issue, which no renewal changes: it tells nothing."""
    if not same_term.is_later(known, term) or known[ENDLESS]:
        return False
    if known[ISSUED] and term[ISSUED] == known[ISSUED] and key not in ISSUED_ONCE:
        return False
    return (date.fromisoformat(term[EXPIRES]) - date.fromisoformat(known[EXPIRES])).days >= SHORTEST


def _renewed(person: Person, place: int, term: Row, drafts: Drafts, group: str, word: str) -> list[Effect]:
    """The old term stays as an earlier one, a new one opens with what it carries over."""
    old = drafts.changing("credential", person.credentials[place])
    old[PAST] = 1
    person.credentials[place] = old
    for at in CARRIED:
        if term[at] in (None, "", 0):
            term[at] = old[at]
    if squeezed(term[NUMBER]) == squeezed(old[NUMBER]):
        term[NUMBER] = old[NUMBER]  # 036.1111 is no other number than 036-1111
    if term[ISSUED] and term[ISSUED] > term[EXPIRES]:
        term[ISSUED] = None
    _open(person, term, drafts)
    return [Effect(RENEW, word, f"{group}.expires", old[EXPIRES], term[EXPIRES])]


def replace(person: Person, group: str, term: Row, drafts: Drafts, key: str, place: int) -> list[Effect]:
    """A term with another number takes the place of ours, which stays as an earlier one."""
    old = drafts.changing("credential", person.credentials[place])
    old[PAST] = 1
    person.credentials[place] = old
    for at in (C["title"], C["state"]):
        term[at] = term[at] or old[at]
    _open(person, term, drafts)
    return [Effect(UPDATE, WORDS.get(key, "credential"), f"{group}.number", old[NUMBER], term[NUMBER])]


def _ending(known: Row, term: Row, group: str, word: str, filled: dict[int, Any], newer: str) -> list[Effect]:
    """How the term ends: filled in where ours is open, otherwise ours stays and the difference is shown."""
    target = f"{group}.expires"
    ours = known[EXPIRES] or ("Lifetime" if known[ENDLESS] else "")
    theirs = term[EXPIRES] or ("Lifetime" if term[ENDLESS] else "")
    if not theirs or ours == theirs:
        return []
    issued = known[ISSUED] or filled.get(ISSUED)
    if newer or ours or term[EXPIRES] and issued and term[EXPIRES] < issued:
        return [Effect(KEPT, word, target, ours, theirs, newer)]
    filled[EXPIRES], filled[ENDLESS] = term[EXPIRES], term[ENDLESS]
    return [Effect(UPDATE, word, target, "", theirs)]


def _unlike(known: Row, term: Row, group: str, word: str) -> list[Effect]:
    """Values of the same term that differ from ours: they are shown, ours stay."""
    found = []
    for at, name in FILLED:
        ours, theirs = known[at], term[at]
        if not ours or not theirs or ours == theirs:
            continue
        if isinstance(ours, str) and (squeezed(ours) == squeezed(theirs) or _is_one_board(name, ours, theirs)):
            continue
        found.append(Effect(KEPT, word, f"{group}.{name}", ours, theirs))
    return found


def _is_one_board(name: str, ours: str, theirs: str) -> bool:
    """ABIM and the American Board of Internal Medicine: one issuer said in two ways."""
    return name == "issuer" and board_names.are_one(ours, theirs)
