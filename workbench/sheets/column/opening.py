"""Headings that open something beside the person of the row: a home, a chair, a hospital, a school, and what can follow of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.records import places
from workbench.sheets import likeness, targets
from workbench.sheets.cell import words
from workbench.sheets.column import profile
from workbench.sheets.column.headings import Meaning, Synonyms, load_synonyms, meaning, normal
from workbench.sheets.column.neighbors import CONTACT
from workbench.sheets.column.profile import Profile

STREET = "provider.street"
NAME = "provider.full_name"
DEGREE = "provider.degree"
NAMES = frozenset({NAME, "provider.last"})
SPECIALTY = "provider.specialty"
SUPERVISOR = "provider.supervisor"
TOWN = frozenset({"provider.street2", "provider.city", "provider.state", "provider.zip"})
CALLS = frozenset({"provider.phone", "provider.fax"})
EMAIL = "provider.email"
REACHED = CALLS | {EMAIL, "provider.cell", "provider.pager"}
NUMBERS = frozenset({"license", "dea", "cds"})
"""Sorts of numbers that a physician beside the person has too."""
PERSONAL = REACHED | TOWN | {STREET, NAME, DEGREE, "provider.birth_date", "provider.ssn"}
"""What is said of a person beside the person of the row."""
AFFILIATION, FACILITY = "affiliation.hospital", "appointment.facility"
ENDS_OF_PLACES = frozenset({"address", "street", "city", "1", "residence", "home"})
SCHOOLS = frozenset({"school", "university", "college", "residency", "internship", "fellowship"})
WAYS_TO_CALL = frozenset({"phone", "email", "fax", "cell", "mobile", "number", "pager"})
NUMBERED = frozenset({"npi", "dea", "license", "degree", "specialty"})
OWN = frozenset({"office", "practice", "work", "business", "primary", "clinic", "location"})
OWN_NAMES = frozenset(
    {"preferred", "pref", "nickname", "badge", "informal", "goes", "called", "legal", "display", "by"}
)
"""Words of headings over other names of the person, and over who entered or verified a row."""
_NO_PLACES = OWN | {"email", "web", "url", "ip"}
"""Words before "Address" where no town of another place follows."""
TITLES = frozenset(
    {"title", "titles", "job title", "position", "role", "degree", "credentials", "credential", "designation"}
)
"""Headings of what somebody beside the person is by profession: a coordinator, a spouse, an MD."""
PHYSICIANS = frozenset({"MD", "DO", "DPM", "DDS", "DMD", "MBBS"})
"""Degrees of those who supervise; an NP or a PA-C behind a supervisor is the person supervised."""
MOST = 0.6
FEW, MANY = 0.1, 0.5
"""The share of rows in which a value stands without the name beside it, from which it is not that name's: of a supervisor, whom
physicians have not, and of anybody else."""


@dataclass
class Run:
    """The heading that the columns to its right may be about."""

    said: str = ""
    theirs: frozenset[str] = frozenset()
    at: int = -1
    holds_numbers: bool = False
    """Whether a column so far is surely its own, so that numbers behind it are too."""
    is_empty: bool = False
    """Whether it is about somebody, and no row says anything of that somebody so far."""
    of_place: bool = False
    """Whether it is a carrier or a hospital, whose phone stands behind its town or is told by the values."""
    of_school: bool = False
    """Whether it is a school or a training, whose phone stands behind its town or is told by the values."""
    is_sure: bool = False
    """Whether it can only be about somebody else, as a spouse or a home, whatever the values beside it say."""
    is_supervisor: bool = False
    is_anyone: bool = False
    """Whether a supervisor need not be the physician of a PA: under "Supervisor" alone."""
    own_numbers: Mapping[str, int | None] = field(default_factory=dict)
    """By sort the column from which on numbers behind a clinician are the member's."""
    way: str = ""
    """How to reach a place, where a heading says that of it: behind "Carrier Phone" a "Phone" is another's."""

    is_referee: bool = False
    """Whether it is somebody who recommends, of whom a list has a license or a DEA number only behind the NPI."""
    has_npi: bool = False
    has_calls: bool = False
    """Whether a phone or a fax so far is surely its own, behind which an e-mail is too."""

    def take(self, look: Profile, own: str = "") -> None:
        """A column that is surely its own; `own`: what it says."""
        self.holds_numbers = True
        self.has_npi = self.has_npi or own == "provider.npi"
        self.has_calls = self.has_calls or own in CALLS
        self.is_empty = self.is_empty and not look.count


def run_of(
    texts: Mapping[int, str], column: int, own: str, found: Meaning, look: Profile, synonyms: Synonyms
) -> Run | None:
    """What a heading opens, about which the columns to its right may be; None for most. `own`: what of the person it would be."""
    text, right = texts[column], texts.get(column + 1, "")
    phrase = normal(text, synonyms.words).split()
    if not own and _is_elsewhere(phrase, look, synonyms):
        return Run(text, TOWN | CALLS | {STREET, EMAIL}, is_sure=True)
    if opened := _of_background(found.sort):
        return Run(text, opened, of_school=found.sort != "work")
    if opened := _opened(phrase, own, look, synonyms):
        if normal(right, synonyms.words).startswith(" ".join(phrase)):  # "Reference 1, Reference 1 Phone, Specialty"
            opened -= {SPECIALTY}
        is_sure = not synonyms.others["alone"].isdisjoint(phrase)
        is_referee = is_sure and not synonyms.others["clinicians"].isdisjoint(phrase)
        is_empty = EMAIL in opened and not look.count
        return Run(text, opened, is_empty=is_empty, is_sure=is_sure, is_referee=is_referee)
    if opened := _of_place(found, phrase, look, synonyms):
        return Run(text, opened, of_place=True, way="" if found.known else phrase[-1])
    return None


def _of_place(found: Meaning, phrase: list[str], look: Profile, synonyms: Synonyms) -> frozenset[str]:
    """What right of a carrier, a hospital elsewhere, "Carrier Phone" or "Hospital Address" can be about it."""
    is_hospital = found.targets == (AFFILIATION,) or found.targets == (FACILITY,) and "hospital" in phrase
    is_carrier = found.sort == "liability" and found.attributes in ((), ("issuer",)) and may_name(look)
    is_way = not found.known and bool(phrase) and phrase[-1] in WAYS_TO_CALL | {"address", "street", "city"}
    is_theirs = is_way and not synonyms.others["companies"].isdisjoint(phrase)
    if is_way and not is_theirs and phrase[-1] in ("address", "street") and _NO_PLACES.isdisjoint(phrase):
        return TOWN  # "DEA Address, City"
    return TOWN | CALLS | {STREET, EMAIL} if is_hospital or is_carrier or is_theirs else frozenset()


def _is_elsewhere(phrase: list[str], look: Profile, synonyms: Synonyms) -> bool:
    """Whether a heading names a place or a company that is nobody's own: "Surgery Center", an "Agency" that licenses nobody."""
    said = f" {' '.join(phrase)} "
    if not any(f" {each} " in said for each in synonyms.others["elsewhere"]) or phrase[-1] in WAYS_TO_CALL | NUMBERED:
        return False
    return bool(look.count) and may_name(look) and look.share(lambda text: _licenses(text, synonyms)) < MOST


def _licenses(text: str, synonyms: Synonyms) -> bool:
    return places.code(text) is not None or not synonyms.others["authorities"].isdisjoint(text.casefold().split())


def speaks_of_others(text: str, synonyms: Synonyms) -> bool:
    """Whether a heading over others, as in two rows, says that they are about somebody else or another place."""
    phrase = normal(text, synonyms.words).split()
    if not phrase or OWN.intersection(phrase) and not names_another(phrase, synonyms):
        return False
    return SUPERVISOR in meaning(text, synonyms).targets or bool(
        (names_another(phrase, synonyms) or synonyms.others["places"].intersection(phrase))
        and not meaning(text, synonyms).known
    )


def names_another(phrase: list[str], synonyms: Synonyms) -> bool:
    """Whether a heading in words is about somebody else than the person."""
    return not (synonyms.others["people"] | synonyms.others["clinicians"]).isdisjoint(phrase)


def _opened(phrase: list[str], own: str, look: Profile, synonyms: Synonyms) -> frozenset[str]:
    """What the columns to the right of a heading would be about it, and not about the person; empty for most headings."""
    if own == CONTACT:
        return CALLS | {"provider.email", "provider.cell", DEGREE}
    if own == SUPERVISOR:
        return REACHED | NUMBERS | {"provider.npi", NAME, DEGREE}
    named = set(phrase)
    if not named or own or phrase[-1] in WAYS_TO_CALL | NUMBERED:
        return frozenset()
    lists = synonyms.others
    is_place = bool(named & (lists["places"] - SCHOOLS))
    if named & lists["clinicians"] and may_name(look):
        return PERSONAL | NUMBERS | {"provider.npi", SPECIALTY}
    if (named & lists["people"] or "contact" in named and phrase[-1] in ("contact", "name", "person")) and not (
        is_place and phrase[-1] in ENDS_OF_PLACES
    ):
        return PERSONAL if may_name(look) else frozenset()
    if is_place and phrase[-1] in ENDS_OF_PLACES:
        return TOWN | CALLS | ({EMAIL} if named & lists["paying"] else frozenset())
    if named & SCHOOLS:
        return TOWN
    if phrase[-1] == "status":
        return frozenset({"provider.status_since"})
    is_somebody = OWN_NAMES.isdisjoint(named) and look.count and look.share(_is_somebody) >= MOST
    return REACHED if is_somebody else frozenset()


def _of_background(sort: str) -> frozenset[str]:
    """What right of a school, a training or a position is about that."""
    return TOWN | CALLS | {STREET, EMAIL} if sort in targets.BACKGROUNDS else frozenset()


def may_name(look: Profile) -> bool:
    """Whether the cells can name somebody: no days, no yes and no, no staff categories."""
    return not look.count or look.share(is_name) >= 0.5


def is_name(text: str) -> bool:
    """Whether a text can be a name: no yes or no, no standing, and no way to reach somebody."""
    if not any(map(str.isalpha, text)) or _is_a_way(text):
        return False
    return not (words.is_yes_or_no(text) or words.category(text) or words.status(text))


def _is_a_way(text: str) -> bool:
    """ "Text", "Email or phone": what stands under "Preferred Contact", and is nobody's name."""
    return set(load_synonyms().lines["ways_to_reach"]).issuperset(text.casefold().split())


def _is_somebody(text: str) -> bool:
    """ "Dr. Hill", "Hill, Al MD", "Sue": a person under a heading that is not known."""
    parts = text.replace(",", " ").split()
    if not 0 < len(parts) <= 4 or not is_name(text):
        return False
    return parts[0].strip(".").lower() == "dr" or profile.is_name_with_degree(text) or likeness.is_given(parts[0])
