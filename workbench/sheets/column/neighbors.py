"""What the other columns of a sheet say of one: the board's day after MEC's, the license number under the name of a state."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from workbench.records import places
from workbench.sheets.cell import cells, words
from workbench.sheets.column import carriers, own_places, profile, two_npis
from workbench.sheets.column.headings import UNKNOWN, Meaning, Synonyms, meaning, normal
from workbench.sheets.column.profile import Profile, fits
from workbench.store.database import database

DEGREE, MOSTLY_DEGREES = "provider.degree", 0.9
LEFT_ON, CONTACT = "provider.left_on", "practice.contact"
OF_CONTACT = {f"provider.{name}": f"practice.{name}" for name in ("phone", "email", "fax")}
"""What right of a practice's credentialing contact is the contact's."""
STANDING = {"provider.category", "provider.status"}
ADDRESS = {f"provider.{name}" for name in ("street", "street2", "city", "state", "zip", "city_state")}
_TOWN = frozenset({"provider.city", "provider.zip", "provider.state", "provider.phone"})
_SECOND_LINE, _OF_SECOND = (
    re.compile(r"(?:office |practice )?address 2"),
    re.compile(r"(?:city|state|zip|phone|suite)(?: code| number)? 2"),
)
COMMITTEES = frozenset({"mec", "committee", "cc", "chair"})
DATED = frozenset({"", "license", "dea", "cds", "board"})
"""Sorts whose day may be its last; of a vaccine or a course it is the day it was given."""
NEAR = 4
"""So many columns behind a hospital are still about it."""
SAYS_WHICH = frozenset(
    {"issue", "issued", "effective", "start", "original", "given", "received", "initial", "begin", "from"}
)


def meanings(texts: Mapping[int, str], look: Callable[[int], Profile], synonyms: Synonyms) -> dict[int, Meaning]:
    """What the headings mean by their words alone, save for "Date", which says too little for that."""
    found = {
        column: _dated(meaning(text, synonyms), text, partial(look, column), synonyms) for column, text in texts.items()
    }
    found |= _standings(texts, found, look, synonyms)
    found |= _under_states(texts, found, look)
    found |= _licensed_as(found, look) | two_npis.told(found, look)
    found |= dict.fromkeys([*_of_members_alone(found, look), *_keys_beside_numbers(texts, found, synonyms)], UNKNOWN)
    found |= dict.fromkeys(_second_places(texts, found, synonyms), UNKNOWN) | _of_services(texts, synonyms)
    return found | dict.fromkeys(_of_places_beside_their_own(texts, found, synonyms), UNKNOWN)


def _standings(
    texts: Mapping[int, str], meanings: Mapping[int, Meaning], look: Callable[[int], Profile], synonyms: Synonyms
) -> dict[int, Meaning]:
    """ "Standing: Active, Courtesy" behind no other hospital is the staff category."""
    at_hospitals = [at for at, found in meanings.items() if found.targets == ("affiliation.hospital",)]
    return {
        at: Meaning(("provider.category", "provider.status"))
        for at, text in texts.items()
        if normal(text, synonyms.words) == "standing"
        if not any(0 < at - hospital <= NEAR for hospital in at_hospitals)
        if look(at).count and look(at).share(words.category) >= 0.6
    }


def _licensed_as(meanings: Mapping[int, Meaning], look: Callable[[int], Profile]) -> dict[int, Meaning]:
    """ "Licensure: MD, DO, NP": degrees, where no other column has them. MD and PA alone are states as well, and not sure."""
    if any(DEGREE in found.targets for found in meanings.values()):
        return {}
    over = {at: look(at) for at, found in meanings.items() if found.sort == "license" and not found.attributes}
    degrees = {at: each for at, each in over.items() if each.count and each.share(words.degrees_in) >= MOSTLY_DEGREES}
    return {
        at: UNKNOWN if all(map(places.code, each.distinct())) else Meaning((DEGREE,)) for at, each in degrees.items()
    }


def _of_places_beside_their_own(
    texts: Mapping[int, str], meanings: Mapping[int, Meaning], synonyms: Synonyms
) -> list[int]:
    """ "Location 1 City" beside an address that needs no number: parts of two places make no address."""
    first = {
        column
        for column, text in texts.items()
        if meanings[column].known and own_places.of_first_place(normal(text, synonyms.words), synonyms.own_places)
    }
    held = {target for column, m in meanings.items() if column not in first and not m.weak for target in m.targets[:1]}
    held |= ADDRESS if ADDRESS & held else set()
    return [column for column in first if held.intersection(meanings[column].targets)]


def _of_members_alone(meanings: Mapping[int, Meaning], look: Callable[[int], Profile]) -> list[int]:
    """ "Membership: Member" in every row beside a status: it says nothing, and takes no other column's place."""
    at = [column for column, found in meanings.items() if set(found.targets) == STANDING]
    alone = [column for column in at if len(at) > 1 and look(column).count and look(column).share(_is_member) == 1]
    return alone if len(alone) < len(at) else []


def _keys_beside_numbers(texts: Mapping[int, str], meanings: Mapping[int, Meaning], synonyms: Synonyms) -> list[int]:
    """ "License ID" beside "License No.": the key that a system gives the license."""
    numbers = {
        at: normal(text, synonyms.words)
        for at, text in texts.items()
        if meanings[at].sort and meanings[at].attributes in ((), ("number",))
    }
    of = {at: (meanings[at].sort, meanings[at].number, meanings[at].state) for at in numbers}
    named = {of[at] for at, said in numbers.items() if said.endswith(" number")}
    return [at for at, said in numbers.items() if said.endswith(" id") and of[at] in named]


def _second_places(texts: Mapping[int, str], meanings: Mapping[int, Meaning], synonyms: Synonyms) -> list[int]:
    """ "Address 2" before "City 2", or behind the city of the first: the street of a second place, and no second line."""
    lines = [at for at, text in texts.items() if _SECOND_LINE.fullmatch(normal(text, synonyms.words))]
    return [
        at
        for at in lines
        if any(_OF_SECOND.fullmatch(normal(texts.get(side, ""), synonyms.words)) for side in (at + 1, at + 2))
        or _TOWN.intersection(meanings.get(at - 1, UNKNOWN).targets)
    ]


def _of_services(texts: Mapping[int, str], synonyms: Synonyms) -> dict[int, Meaning]:
    """ "Answering Svc, Service Phone": the phone of the service that answers."""
    said = {at: normal(text, synonyms.words) for at, text in texts.items()}
    of = [at for at, text in said.items() if text in _SERVICE_PHONES and "answering" in said.get(at - 1, "").split()]
    return dict.fromkeys(of, Meaning(("provider.answering_service",)))


_SERVICE_PHONES = ("service phone", "service number", "service phone number")


def _is_member(text: str) -> bool:
    return words.bare(text) in ("member", "staff member")


def _under_states(
    texts: Mapping[int, str], meanings: Mapping[int, Meaning], look: Callable[[int], Profile]
) -> dict[int, Meaning]:
    """ "IL, IL Exp, WI, WI Exp", "Illinois, Exp": numbers under the name of a state, beside the day of its license."""
    dated = {
        found.state for found in meanings.values() if found.state and "expires" in found.attributes and not found.sort
    }
    stated = {column: places.code(text) or "" for column, text in texts.items() if not meanings[column].known and text}
    return {
        column: Meaning(sort="license", attributes=("number",), state=state)
        for column, state in stated.items()
        if state in dated or state and (_has_its_end(column, meanings) or _have_their_days(look(column)))
        if fits("license", look(column))
    }


def _have_their_days(look: Profile) -> bool:
    """Whether most cells hold a number with its day: of a license, and of nothing else under the name of a state alone."""
    return bool(look.count) and profile.mostly_numbers_with_days(look, dea=False)


def _has_its_end(column: int, meanings: Mapping[int, Meaning]) -> bool:
    """ "Illinois, Exp": whether a bare last day stands directly behind the name of a state."""
    right = meanings.get(column + 1, UNKNOWN)
    return not right.known and not right.state and right.attributes[:1] == ("expires",)


def _dated(found: Meaning, text: str, look: Callable[[], Profile], synonyms: Synonyms) -> Meaning:
    """ "License #, Date": lists mean the day of issue by it, and the end where all the days are to come."""
    phrase = normal(text, synonyms.words).split()
    if found.targets == (LEFT_ON,) and look().count:
        return found if _have_left(look()) else Meaning(attributes=("expires",)) if "termination" in phrase else UNKNOWN
    if found.sort == "board" and len(found.attributes) != 1 and "certification" in phrase:
        days = look()
        is_past = days.count and days.dates >= 0.6 and days.share(is_to_come) <= 0.1
        return found._replace(attributes=("issued",)) if is_past else found  # "Certified: 7/1/2010"
    if (
        found.attributes != ("issued",)
        or found.sort not in DATED
        or phrase[-1] != "date"
        or SAYS_WHICH.intersection(phrase)
    ):
        return found
    to_come = look()
    return found._replace(attributes=("expires",)) if to_come.count and to_come.share(is_to_come) >= 0.9 else found


def _have_left(look: Profile) -> bool:
    """Whether a "Term Date" tells of people who left: hardly any day is still to come."""
    return not look.count or look.days >= 0.5 and look.share(is_to_come) <= 0.2


def is_to_come(text: str) -> bool:
    """Whether a text is a day that is still to come."""
    try:
        day = cells.expires(text)
    except ValueError:
        return False
    return isinstance(day, date) and day > database.clock().date()


def before_their_numbers(meanings: Mapping[int, Meaning], texts: Mapping[int, str], synonyms: Synonyms) -> set[int]:
    """Columns as "Exp" that may stand before what they are about: "Exp, License, Exp, DEA", where none follows the last.

    Read from the left, the day of the DEA would be that of the license.
    """
    days = [c for c, m in meanings.items() if "expires" in m.attributes and not m.known]
    numbers = [c for c, m in meanings.items() if m.sort and m.attributes in ((), ("number",))]
    first = min(days, default=None)
    if first is None or len(days) < 2 or not all(column + 1 in numbers for column in days):
        return set()
    at = first - 1
    while meanings.get(at) == UNKNOWN and not synonyms.same_group["any"].isdisjoint(
        normal(texts[at], synonyms.words).split()
    ):
        at -= 1  # "License, Verified, Exp"
    left = meanings.get(at, UNKNOWN)
    return set() if left.sort or left.attributes else set(days)


def is_in_an_address(
    column: int, meanings: Mapping[int, Meaning], look: Callable[[int], Profile], has_address: bool
) -> bool:
    """Whether a "State" stands beside a town or a street, or beside no number that may be a license's; `has_address`: the sheet has
    an address elsewhere, or nothing that a state could be of."""
    sides = [meanings.get(at, UNKNOWN) for at in (column - 1, column + 1)]
    if any(ADDRESS & set(side.targets) for side in sides):
        return True
    return has_address and not any(_is_a_number(at, meanings, look) for at in (column - 1, column + 1))


def _is_a_number(column: int, meanings: Mapping[int, Meaning], look: Callable[[int], Profile]) -> bool:
    """Whether a heading that is not known stands over numbers, which may be those of a license."""
    if meanings.get(column) != UNKNOWN or not (said := look(column)).count:
        return False
    return fits("license", said) and said.days < 0.5  # 20050519 is a day


def names_a_term(text: str, synonyms: Synonyms) -> bool:
    """Whether a heading far from its credential says that it is a term's day: "Expires", not "Start" or "To"."""
    return not {"expires", "issue", "issued", "renewal", "renews"}.isdisjoint(normal(text, synonyms.words).split())


def doubt(
    text: str, look: Profile, texts: Mapping[int, str], meanings: Mapping[int, Meaning], synonyms: Synonyms
) -> str:
    """Why a heading that can name a credential may as well mean something else in this sheet; "" if it does not."""
    phrase = normal(text, synonyms.words)
    if phrase in ("board", "board date") and look.count and look.dates >= 0.6:
        said = {word for other in texts.values() for word in normal(other, synonyms.words).split()}
        if said & COMMITTEES:
            return "beside the committees' dates it may be the day on which the governing board decided"
    is_alone = sum(m.sort == "liability" for m in meanings.values()) == 1
    if phrase == "insurance" and is_alone and not carriers.named(look):
        return "it may be health insurance as well as liability insurance"
    return ""
