"""What the other columns of a sheet say of one: the city of a home, the phone of a reference, the board's day after MEC's."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from workbench.sheets import targets
from workbench.sheets.cell import cells
from workbench.sheets.column.headings import UNKNOWN, Meaning, Synonyms, meaning, normal
from workbench.sheets.column.profile import Profile
from workbench.store.database import database

LEFT_ON, CONTACT = "provider.left_on", "practice.contact"
OF_CONTACT = {f"provider.{name}": f"practice.{name}" for name in ("phone", "email", "fax")}
"""What right of a practice's credentialing contact is the contact's."""
TOWN = frozenset({"provider.street2", "provider.city", "provider.state", "provider.zip"})
CALLS = frozenset({"provider.phone", "provider.fax"})
PLACES = frozenset(
    {"home", "mailing", "mail", "billing", "remit", "remittance", "permanent", "residence", "residential"}
)
ENDS_OF_PLACES = frozenset({"address", "street", "city", "1", "residence", "home"})
SCHOOLS = frozenset({"school", "university", "college", "residency", "internship", "fellowship"})
PEOPLE = frozenset(
    {"spouse", "emergency", "manager", "assistant", "secretary", "scheduler", "kin", "attorney", "biller"}
)
REFERENCES = frozenset({"reference", "references", "referee"})
WAYS_TO_CALL = frozenset({"phone", "email", "fax", "cell", "mobile", "number", "pager"})
COMMITTEES = frozenset({"mec", "committee", "cc", "chair"})
DATED = frozenset({"", "license", "dea", "cds", "board"})
"""Sorts whose day may be its last; of a vaccine or a course it is the day it was given."""
SAYS_WHICH = frozenset(
    {"issue", "issued", "effective", "start", "original", "given", "received", "initial", "begin", "from"}
)
OWN = frozenset({"office", "practice", "work", "business", "primary", "clinic", "location"})


def meanings(texts: Mapping[int, str], look: Callable[[int], Profile], synonyms: Synonyms) -> dict[int, Meaning]:
    """What the headings mean by their words alone, save for "Date", which says too little for that."""
    return {
        column: _dated(meaning(text, synonyms), text, partial(look, column), synonyms) for column, text in texts.items()
    }


def others(texts: Mapping[int, str], meanings: Mapping[int, Meaning], synonyms: Synonyms) -> dict[int, str]:
    """The columns about another than the person or the office of the row, each with the heading that says so.

    `meanings` are those of the headings by their words alone. "Home Address, City, Zip, Phone": the last three are the
    home's, until a heading says something else of the person.
    """
    found: dict[int, str] = {}
    said, theirs = "", frozenset[str]()
    has_street = any(m.targets == ("provider.street",) and not m.weak for m in meanings.values())
    for column in sorted(texts):
        own = _own(meanings[column])
        phrase = normal(texts[column], synonyms.words).split()
        # A mailing address is the office's where the sheet has no other.
        opened = _opened(phrase, "" if meanings[column].weak and has_street else own, meanings[column].sort)
        if opened:
            said, theirs = texts[column], opened
        elif own and own in theirs and not OWN.intersection(phrase):
            found[column] = said
        elif meanings[column].sort in targets.BACKGROUNDS and said:  # the year of the school whose city follows
            continue
        elif meanings[column].known or OWN.intersection(phrase):
            said, theirs = "", frozenset()
    return found


def _own(found: Meaning) -> str:
    if not found.sort and "state" in found.attributes:
        return "provider.state"
    return found.targets[0] if found.targets else ""


def _opened(phrase: list[str], own: str, sort: str) -> frozenset[str]:
    """What the columns to the right of a heading would be about it, and not about the person; empty for most headings."""
    words = set(phrase)
    if own == CONTACT:
        return CALLS | {"provider.email", "provider.cell"}
    if sort in targets.BACKGROUNDS:
        return TOWN | (CALLS | {"provider.street"} if sort == "work" else frozenset())
    if not words or own or phrase[-1] in WAYS_TO_CALL:
        return frozenset()
    if words & REFERENCES:
        return TOWN | CALLS | {"provider.street", "provider.email", "provider.cell"}
    if words & PEOPLE or ("contact" in words and phrase[-1] in ("contact", "name", "person")):
        return CALLS | {"provider.email", "provider.cell"}
    if words & PLACES and phrase[-1] in ENDS_OF_PLACES:
        return TOWN | CALLS
    if words & SCHOOLS:
        return TOWN
    return frozenset({"provider.status_since"}) if phrase[-1] == "status" else frozenset()


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


def before_their_numbers(meanings: Mapping[int, Meaning]) -> set[int]:
    """Columns as "Exp" that may stand before what they are about: "Exp, License, Exp, DEA", where none follows the last.

    Read from the left, the day of the DEA would be that of the license.
    """
    days = [c for c, m in meanings.items() if "expires" in m.attributes and not m.known]
    numbers = [c for c, m in meanings.items() if m.sort and m.attributes in ((), ("number",))]
    first = min(days, default=None)
    if first is None or len(days) < 2 or not all(column + 1 in numbers for column in days):
        return set()
    left = meanings.get(first - 1, UNKNOWN)
    return set() if left.sort or left.attributes else set(days)


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
    if phrase == "insurance" and sum(m.sort == "liability" for m in meanings.values()) == 1:
        return "it may be health insurance as well as liability insurance"
    return ""
