"""Nobody judges their own file: whom a signed name means, and what of a file bears the hand of the person it is about."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from workbench.records import texts
from workbench.records.days import months_on
from workbench.records.policy import Policy
from workbench.records.provider import OtherName
from workbench.rules.dossier import Dossier, Row
from workbench.rules.lack import CHAIR, REFEREES, Lack, bad, warn
from workbench.rules.quorum import PHYSICIANS, Member, Members

SAME, PERHAPS, OTHER = "same", "perhaps", "other"
"""A name is the person's, or can be read so (“Dr. Okafor”, “A. Okafor”), or is somebody else's."""
_TITLES = frozenset({"dr", "prof", "professor", "doctor", "mr", "mrs", "ms", "miss"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_DEGREES = frozenset(each.casefold() for each in PHYSICIANS) | {
    *("phd", "mph", "mba", "mha", "ms", "msc", "rn", "np", "aprn", "arnp", "crna", "cnm", "cns", "dnp", "msn", "bsn"),
    *(
        "pa",
        "pa-c",
        "dds",
        "dmd",
        "dpm",
        "pharmd",
        "psyd",
        "lcsw",
        "od",
        "dc",
        "facs",
        "facp",
        "facc",
        "faaos",
        "facog",
    ),
}


def hand(name: str, person: Any, others: Iterable[Any] = ()) -> str:
    """Whether a name as it was signed is this person's: same, perhaps or other; of a blank one, other.

    person has last, first, middle, suffix, preferred and degree; others are further names with last and first."""
    signed = _words(name)
    if not signed:
        return OTHER
    found = {_hand(signed, person), *(_hand(signed, each, person) for each in others)}
    return next(each for each in (SAME, PERHAPS, OTHER) if each in found)


def _hand(signed: list[str], named: Any, whole: Any = None) -> str:
    person = whole if whole is not None else named
    last = [each for each in _words(named.last) if each not in _SUFFIXES]
    if not last or not set(last) <= set(signed):
        return OTHER
    if _suffix(signed) != _suffix(_words(f"{named.last} {person.suffix or ''}")) and _suffix(signed):
        return OTHER
    given = [each for each in _given(signed, person) if each not in last]
    firsts = [_words(each) for each in (named.first, person.preferred) if each]
    if not given or not firsts:
        return PERHAPS
    if any(set(first) <= set(given) for first in firsts):
        rest = [each for each in given if not any(each in first for first in firsts)]
        return OTHER if _other_middle(rest, person.middle) else SAME
    return PERHAPS if any(given[0] == first[0][0] for first in firsts) else OTHER


def _words(name: str) -> list[str]:
    """The words of a name without accents, case and dots: “M.D.” is one."""
    plain = unicodedata.normalize("NFKD", name or "").casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", plain)
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", plain)


def _given(signed: list[str], person: Any) -> list[str]:
    apart = _TITLES | _SUFFIXES | _DEGREES | set(_words(person.degree or ""))
    return [each for each in signed if each not in apart]


def _suffix(words: list[str]) -> set[str]:
    return {each for each in words if each in _SUFFIXES}


def _other_middle(rest: list[str], middle: str) -> bool:
    """Whether the initial of a second given name was signed that is not the person's."""
    own, initials = _words(middle), [each for each in rest if len(each) == 1]
    return bool(initials and own) and initials[0] != own[0][0]


def seat_of(members: Members, on: date, who: int, person: Any = None, others: Iterable[Any] = ()) -> Member | None:
    """The seat that a person has on a committee on a day: by the file, else by the whole name as it is printed, or a former
    one; others are the former names."""
    here, names = [each for each in members if each.sits(on)], tuple(others)
    own = next((each for each in here if each.provider == who), None)
    if own is None and person is not None:
        own = next((each for each in here if each.provider is None and hand(each.name, person, names) == SAME), None)
    return own


def seats_perhaps(members: Members, on: date, person: Any, others: Iterable[Any] = ()) -> Members:
    """The seats of nobody's file whose printed name can be read as a person's on a day: “Dr. Okafor”."""
    names = tuple(others)
    return tuple(
        each
        for each in members
        if each.sits(on) and each.provider is None and hand(each.name, person, names) == PERHAPS
    )


def whose_name(name: str, title: str) -> str:
    """What is not known of a reader's name, and what makes it known."""
    return (
        f"“{name.strip()}” may be {title}, who is on the agenda, and nobody reads their own file. Link the seat to the file of "
        "whoever sits on it, or write the reader's whole name."
    )


def names_of(people: Iterable[int]) -> Mapping[int, tuple[Any, ...]]:
    """The former names and aliases of some people, by their id."""
    found: dict[int, tuple[Any, ...]] = defaultdict(tuple)
    for row in OtherName.select().where(OtherName.provider.in_(list(people))).order_by(OtherName.id):
        found[row.provider_id] += (row,)
    return found


def own_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """What the applicant signed in the place of somebody who judges."""
    asked: Row = dossier.application
    if asked.chair_view:
        yield from _report(dossier, asked.chair)
    for each in dossier.references:
        if each.received and is_own(dossier, each.name):
            remedy = "Nobody is their own referee. Ask a peer who saw the applicant work."
            yield bad("Reference by the applicant", remedy, "references", REFEREES, each.id)
    for each in dossier.oppe:
        if each.ends >= months_on(on, -policy.term_months) and is_own(dossier, each.reviewer):
            period = f"The period to {texts.day(each.ends)} was reviewed by the applicant."
            remedy = f"{period} Have the vice chair or another chair conclude it."
            yield bad("OPPE reviewed by the applicant", remedy, "evidence", CHAIR, each.id)
    newest = next((each for each in dossier.queries if each.queried <= on), None)
    if newest is not None and is_own(dossier, newest.reviewed_by):
        remedy = "Have the response reviewed by somebody whom it is not about, and record by whom and when."
        yield bad("NPDB reviewed by the applicant", remedy, "evidence", record=newest.id)
    for each in dossier.flags:
        if each.resolved and is_own(dossier, each.by):
            remedy = f"Whom a red flag is about does not resolve it: {each.matter}"
            yield bad("Red flag resolved by the applicant", remedy, "claims", record=each.id)


def is_own(dossier: Dossier, name: str) -> bool:
    """Whether a signed name is surely that of the person whom the file is about."""
    return hand(name, dossier.person, dossier.names) == SAME


def _report(dossier: Dossier, chair: str) -> Iterator[Lack]:
    signed = hand(chair, dossier.person, dossier.names)
    if signed == SAME:
        remedy = "The applicant signed the chair's report; ask the vice chair or another chair."
        yield bad("Chair's report is the applicant's own", remedy, "chair", CHAIR)
    elif signed == PERHAPS:
        remedy = (
            f"It is signed “{chair.strip()}”. Write the whole name; if that is the applicant, ask the vice chair or another "
            "chair."
        )
        yield warn("Chair's report: whose name?", remedy, "chair", CHAIR)
