"""Columns about somebody or something else than the person of the row: the city of a home, the phone of a chair.

"Home Address, City, Zip, Phone": the last three are the home's, until a heading says something else of the person.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from workbench.sheets import likeness, targets
from workbench.sheets.cell import words
from workbench.sheets.column import own_numbers, profile, said_own
from workbench.sheets.column.headings import Meaning, Synonyms, meaning, normal
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
REACHED = CALLS | {"provider.email", "provider.cell", "provider.pager"}
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
_TITLES = frozenset(
    {"title", "titles", "job title", "position", "role", "degree", "credentials", "credential", "designation"}
)
"""Headings of what somebody beside the person is by profession: a coordinator, a spouse, an MD."""
_PHYSICIANS = frozenset({"MD", "DO", "DPM", "DDS", "DMD", "MBBS"})
"""Degrees of those who supervise; an NP or a PA-C behind a supervisor is the person supervised."""
MOST = 0.6
FEW, MANY = 0.1, 0.5
"""The share of rows in which a value stands without the name beside it, from which it is not that name's: of a supervisor, whom
physicians have not, and of anybody else."""


@dataclass
class _Run:
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
    is_sure: bool = False
    """Whether it can only be about somebody else, as a spouse or a home, whatever the values beside it say."""
    is_supervisor: bool = False
    own_numbers: Mapping[str, int | None] = field(default_factory=dict)
    """By sort the column from which on numbers behind a clinician are the member's."""
    way: str = ""
    """How to reach a place, where a heading says that of it: behind "Carrier Phone" a "Phone" is another's."""

    def take(self, look: Profile) -> None:
        """A column that is surely its own."""
        self.holds_numbers = True
        self.is_empty = self.is_empty and not look.count


def others(
    texts: Mapping[int, str], meanings: Mapping[int, Meaning], look: Callable[[int], Profile], synonyms: Synonyms
) -> dict[int, str]:
    """The columns about another than the person or the office of the row, each with the heading that says so. `meanings` are
    those of the headings by their words alone."""
    found: dict[int, str] = {}
    run, seen = _Run(), set[str]()
    has_street = any(m.targets == (STREET,) and not m.weak for m in meanings.values())
    degrees = {at for at, m in meanings.items() if DEGREE in m.targets and _are_degrees(look(at))}
    theirs = said_own.by_column(texts, meanings, REACHED, synonyms)
    for column in sorted(texts):
        own = _own(meanings[column])
        phrase = normal(texts[column], synonyms.words).split()
        weak = meanings[column].weak and has_street  # a mailing address is the office's where the sheet has no other
        opened = _run_of(texts[column], "" if weak else own, meanings[column], look(column), synonyms)
        is_their_kind = _is_their_kind(own, phrase, look(column), run, bool(degrees - {column}))
        if opened:
            run = replace(opened, at=column, is_supervisor=own == SUPERVISOR)
            if normal(texts.get(column + 1, ""), synonyms.words).startswith(" ".join(phrase)):
                run.theirs -= {SPECIALTY}  # "Reference 1, Reference 1 Phone, Specialty"
            run.own_numbers = _own_numbers(run, texts, meanings, look, seen, synonyms)
        elif is_their_kind and theirs.get(column, _is_theirs(own, column, run, seen, look)):
            found[column] = run.said
            run.take(look(column))
        elif meanings[column].sort in targets.BACKGROUNDS and run.said:  # the year of the school whose city follows
            continue
        elif _ends(run, meanings[column], phrase, synonyms):
            run = _Run()
        elif run.said and _names_another(phrase, synonyms):
            run.take(look(column))
        seen.add(own)
    return found


def _own_numbers(
    run: _Run,
    texts: Mapping[int, str],
    meanings: Mapping[int, Meaning],
    look: Callable[[int], Profile],
    seen: set[str],
    synonyms: Synonyms,
) -> dict[str, int | None]:
    """Where the member's own numbers begin behind somebody, of sorts that no column on the left holds."""
    end = next((at for at in sorted(texts) if at > run.at and speaks_of_others(texts[at], synonyms)), max(texts) + 1)
    return {
        sort: own_numbers.begin(
            sort, run.at, end, meanings, look, lambda each: _told_by_values(run, look(run.at), each)
        )
        for sort in NUMBERS & run.theirs - seen
    }


def _ends(run: _Run, found: Meaning, phrase: list[str], synonyms: Synonyms) -> bool:
    """Whether what follows a column is the person's again; behind a carrier also a day of the policy says so."""
    is_own = bool(OWN.intersection(phrase)) and not _names_another(phrase, synonyms)
    return found.known or is_own or run.of_place and bool(found.attributes)


def _run_of(text: str, own: str, found: Meaning, look: Profile, synonyms: Synonyms) -> _Run | None:
    """What a heading opens, about which the columns to its right may be; None for most."""
    phrase = normal(text, synonyms.words).split()
    if opened := _opened(phrase, own, look, synonyms) or _of_background(found.sort):
        is_sure = not synonyms.others["alone"].isdisjoint(phrase)
        return _Run(text, opened, is_empty="provider.email" in opened and not look.count, is_sure=is_sure)
    if opened := _of_place(found, phrase, look, synonyms):
        return _Run(text, opened, of_place=True, way="" if found.known else phrase[-1])
    return None


def _are_degrees(look: Profile) -> bool:
    return bool(look.count) and look.share(words.degrees_in) >= MOST


def _is_their_kind(own: str, phrase: list[str], look: Profile, run: _Run, has_another: bool) -> bool:
    """Whether a heading says what somebody or a place beside the person can have. Of a "Title" or "Degree" its cells tell;
    `has_another`: another column holds the person's."""
    if own not in run.theirs or OWN.intersection(phrase) or phrase[-1] == run.way:
        return False
    if own != DEGREE:
        return True
    if " ".join(phrase) not in _TITLES:
        return False
    if has_another or not _are_degrees(look):
        return True
    said = {degree.upper() for text in look.texts for degree in words.degrees_in(text) or ()}
    return "provider.npi" in run.theirs and said <= _PHYSICIANS


def _of_place(found: Meaning, phrase: list[str], look: Profile, synonyms: Synonyms) -> frozenset[str]:
    """What right of a carrier, a hospital elsewhere, "Carrier Phone" or "Hospital Address" can be about it."""
    is_hospital = found.targets == (AFFILIATION,) or found.targets == (FACILITY,) and "hospital" in phrase
    is_carrier = found.sort == "liability" and found.attributes in ((), ("issuer",)) and _may_name(look)
    is_way = not found.known and bool(phrase) and phrase[-1] in WAYS_TO_CALL | {"address", "street", "city"}
    is_theirs = is_way and not synonyms.others["companies"].isdisjoint(phrase)
    if is_way and not is_theirs and phrase[-1] in ("address", "street") and _NO_PLACES.isdisjoint(phrase):
        return TOWN  # "DEA Address, City"
    return TOWN | CALLS | {STREET} if is_hospital or is_carrier or is_theirs else frozenset()


def speaks_of_others(text: str, synonyms: Synonyms) -> bool:
    """Whether a heading over others, as in two rows, says that they are about somebody else or another place."""
    phrase = normal(text, synonyms.words).split()
    if not phrase or OWN.intersection(phrase) and not _names_another(phrase, synonyms):
        return False
    return SUPERVISOR in meaning(text, synonyms).targets or bool(
        (_names_another(phrase, synonyms) or synonyms.others["places"].intersection(phrase))
        and not meaning(text, synonyms).known
    )


def _names_another(phrase: list[str], synonyms: Synonyms) -> bool:
    return not (synonyms.others["people"] | synonyms.others["clinicians"]).isdisjoint(phrase)


def _own(found: Meaning) -> str:
    if not found.sort and "state" in found.attributes:
        return "provider.state"
    if found.sort in NUMBERS:
        return found.sort
    return found.targets[0] if found.targets else ""


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
    if named & lists["clinicians"] and _may_name(look):
        theirs = PERSONAL | {"provider.npi", SPECIALTY}
        return (
            theirs if named & lists["clinicians"] & lists["alone"] else theirs | NUMBERS
        )  # nobody asks a referee's DEA
    if (named & lists["people"] or "contact" in named and phrase[-1] in ("contact", "name", "person")) and not (
        is_place and phrase[-1] in ENDS_OF_PLACES
    ):
        return PERSONAL if _may_name(look) else frozenset()
    if is_place and phrase[-1] in ENDS_OF_PLACES:
        return TOWN | CALLS
    if named & SCHOOLS:
        return TOWN
    if phrase[-1] == "status":
        return frozenset({"provider.status_since"})
    is_somebody = OWN_NAMES.isdisjoint(named) and look.count and look.share(_is_somebody) >= MOST
    return REACHED if is_somebody else frozenset()


def _of_background(sort: str) -> frozenset[str]:
    """What right of a school, a training or a position is about that."""
    if sort not in targets.BACKGROUNDS:
        return frozenset()
    return TOWN | (CALLS | {STREET} if sort == "work" else frozenset())


def _may_name(look: Profile) -> bool:
    """Whether the cells can name somebody: no days, no yes and no, no staff categories."""
    return not look.count or look.share(_is_name) >= 0.5


def _is_name(text: str) -> bool:
    return any(map(str.isalpha, text)) and not (words.is_yes_or_no(text) or words.category(text) or words.status(text))


def _is_somebody(text: str) -> bool:
    """ "Dr. Hill", "Hill, Al MD", "Sue": a person under a heading that is not known."""
    parts = text.replace(",", " ").split()
    if not 0 < len(parts) <= 4 or not _is_name(text):
        return False
    return parts[0].strip(".").lower() == "dr" or profile.is_name_with_degree(text) or likeness.is_given(parts[0])


def _is_theirs(own: str, column: int, run: _Run, seen: set[str], look: Callable[[int], Profile]) -> bool:
    """Whether a column is about the heading on its left, where it may be the person's own as well."""
    if (own_from := run.own_numbers.get(own)) is not None:
        return column < own_from
    if own in NUMBERS and not (run.holds_numbers or own in seen) or own == NAME and seen.isdisjoint(NAMES):
        return False
    is_told = run.holds_numbers or "provider.npi" in run.theirs and own not in seen
    if run.is_empty and is_told and look(column).count:
        return False  # "Supervising Physician, Supervisor NPI" without a word in them: nobody has what follows but the person
    told = _told_by_values(run, look(run.at), look(column))
    if run.of_place and not run.way and own in CALLS | {"provider.zip"} and told is not False:
        # "Hospital, Phone": the hospital's behind its town, or where each of several has one of its own
        return run.holds_numbers or bool(told) and len(look(run.at).distinct()) > 1
    return told if told is not None else True


def _told_by_values(run: _Run, left: Profile, look: Profile) -> bool | None:
    """Whether values belong to the names beside them; None where nothing tells, or the heading alone does.

    A value without a name beside it is not that name's, nor are different values beside the same name: but a few such rows
    are a couple, or a name that was forgotten.
    """
    if run.is_sure:
        return None
    pairs = [(who, cell) for who, cell in zip(left.rows, look.rows, strict=False) if cell is not None]
    alone = sum(1 for who, _ in pairs if who is None)
    least = FEW if run.is_supervisor else MANY
    if alone and alone >= least * len(pairs) and left.count and left.share(_is_name) >= 0.5:
        return False
    agreed = agree_beside(left, look)
    again = sum(count for who, count in Counter(who for who, _ in pairs if who is not None).items() if count > 1)
    return None if agreed is False and again < MANY * len(pairs) else agreed


def agree_beside(left: Profile, look: Profile) -> bool | None:
    """Whether the values beside one name are mostly the same; None where no name comes again."""
    beside: dict[object, list[object]] = {}
    for who, cell in zip(left.rows, look.rows, strict=False):
        if who is not None and cell is not None:
            beside.setdefault(who, []).append(cell)
    again = [cells for cells in beside.values() if len(cells) > 1]
    if not again:
        return None
    return sum(1 for cells in again if len(set(cells)) == 1) >= MOST * len(again)
