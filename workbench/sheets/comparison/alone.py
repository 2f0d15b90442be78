"""What a row says of a credential without stating one, such as a state alone: it fills in the one that can be meant, or is told."""

from collections.abc import Mapping
from typing import Any

from workbench.sheets import targets
from workbench.sheets.comparison import renewing, same_term, terms
from workbench.sheets.comparison.effects import KEPT, UPDATE, Effect
from workbench.sheets.comparison.persons import Person
from workbench.sheets.comparison.terms import SORT, STATE, TITLE, WORDS, Stated
from workbench.sheets.known import Drafts, Row

_PARTS = {STATE: "state", TITLE: "title", terms.CONTINUING: "continuing"}


def merge(person: Person, stated: Stated, into: tuple[Drafts, Mapping[int, str]], notes: list[str]) -> list[Effect]:
    """Bring it to the one current credential of its sort that the person has; what that does. `into`: the drafts, and the keys of
    sorts by id."""
    drafts, keys = into
    notes += [
        f"{targets.title(target)}: “{_shown(said)}” has no place in the record; left out."
        for target, said in stated.lost
    ]
    effects: list[Effect] = []
    said_of = {term[SORT] for term in stated.terms.values()}
    for group, term in stated.alone.items():
        held = [row for row in person.credentials if row[SORT] == term[SORT] and not row[terms.PAST]]
        if any(_is_said(row, term) for row in held):
            continue
        if len(held) != 1 or term[SORT] in said_of:
            notes += _left(group, term)
        elif same_term.same(person.credentials, term, keys[term[SORT]]) is not None:
            effects += renewing.merge(person, group, term, drafts, keys[term[SORT]])
        else:
            effects += _unlike(person, held[0], group, term, (drafts, WORDS.get(keys[term[SORT]], "credential")))
    return effects


def _is_said(row: Row, term: Row) -> bool:
    return all(not term[at] or str(row[at]).casefold() == str(term[at]).casefold() for at in _PARTS)


def _left(group: str, term: Row) -> list[str]:
    return [
        f"{targets.title(f'{group}.{name}')}: “{_shown(term[at])}” stands without a number or a day; left out."
        for at, name in _PARTS.items()
        if term[at] and (at != TITLE or group not in terms.TITLED)
    ]


def _unlike(person: Person, held: Row, group: str, term: Row, into: tuple[Drafts, str]) -> list[Effect]:
    """Ours has another state: it stays, unless somebody chose the file's."""
    drafts, word = into
    target = f"{group}.state"
    if target not in drafts.preferred:
        return [Effect(KEPT, word, target, held[STATE], term[STATE])]
    at = next(n for n, row in enumerate(person.credentials) if row is held)
    row = person.credentials[at] = drafts.changing("credential", held)
    old, row[STATE] = row[STATE], term[STATE]
    return [Effect(UPDATE, word, target, old, term[STATE])]


def _shown(value: Any) -> str:
    return "Yes" if value is True or value == 1 else str(value)
